"""Find the agencies or outlets that an article credits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reading import names
from sayso.reading.datelines import read_dateline
from sayso.records import Credit
from sayso.spans import Span

# News agencies by the names under which articles credit them: the international ones, and national ones of Europe, Asia,
# Oceania and North America. Names that are also common words are left out.
_AGENCIES = (
    "Associated Press|The Associated Press|AP|Reuters|Thomson Reuters|Agence France-Presse|AFP|Deutsche Presse-Agentur|dpa|"
    "DPA|United Press International|UPI|Bloomberg|PA Media|Press Association|PA|Xinhua|TASS|RIA Novosti|Interfax|"
    "Interfax-Ukraine|Ukrinform|ANSA|EFE|Europa Press|Kyodo|Kyodo News|Jiji Press|Yonhap|ANI|PTI|Press Trust of India|IANS|"
    "Anadolu Agency|Anadolu|AAP|Australian Associated Press|The Canadian Press|Canadian Press|BNS|PAP|APA|ATS|Belga|ANP|TT|NTB|"
    "Ritzau|STT|MTI|BTA|Agerpres|Tanjug|Hina|Lusa|WAM|Petra|MENA|Bernama|Antara|CNA|Tribune News Service|"
    "States News Service|CNN Wire|CNN Newsource|City News Service|Newswire|Storyful|Getty Images News"
)
_AGENCY = re.compile(rf"(?:{_AGENCIES})")
_BRACKETED = re.compile(rf"\(((?:{_AGENCIES})(?:/[A-Z][\w ]+)?)\)")
_SENTENCE_END = re.compile(r"[.!?…”\"]\s+$")
# No sentence ends with more marks and spaces than these.
LONGEST_END = 8
_SENTENCE_START = re.compile(r"\s+[A-Z“\"]")
_COPYRIGHT = re.compile(
    rf"^\W*(?:copyright|©)\W*(?:\d{{4}}\W+)?(?:by\s+)?(?:the\s+)?({_AGENCIES})\b.{{0,40}}\ball rights reserved",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"\(([A-Z][\w.&’' -]{1,40})\)\s*$")
_WITH_REPORTING = re.compile(
    r"(?:with )?(?:additional |further |extra )?(?:reporting|files?|material|input|inputs) (?:from|by)\s+(?:the\s+)?(.+)",
    re.I,
)
_CONTRIBUTED = re.compile(r"(.{2,120}?)\s+contributed (?:to|reporting)\b", re.I)
_PUBLISHED = re.compile(
    r"(?:first|originally)\s+(?:published|appeared)\s+(?:by|in|on|at)\s+(?:the\s+)?([A-Z][^.,;\n]{1,50})", re.I
)
_SOURCE = re.compile(r"\W*source\s*:\s*(.+)", re.I)
_DASHED = re.compile(r"[—–-]{1,2}\s*(.+)")
# A line that signs the text: "Associated Press", "Associated Press Monday, July 16, 2018", "The Associated Press — By Ada Lind". Short
# names alone stand under pictures too.
_SIGNED = re.compile(
    rf"(?:the )?(?P<name>{_AGENCIES})(?P<more>\s*(?:[—–|-]+\s*)?(?:by [A-Z].{{3,70}}|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}),? \d{4}.{0,20}))?\s*$",
    re.IGNORECASE,
)
_SHORT_NAME = 6
# "By Ada Lind and Bram Tully New York Times", "By Ada Lind/Associated Press": papers that others print beside agencies.
_SYNDICATED = "New York Times|Washington Post|Los Angeles Times|Bloomberg News|Wall Street Journal|Financial Times|Christian Science Monitor"
_BYLINED = re.compile(
    rf"By [A-Z][\w.’' -]{{3,90}}?(?:[,/]\s*| )(?:[Tt]he )?(?P<name>{_AGENCIES}|{_SYNDICATED})(?: News Service)?\s*$"
)
# At the end of a paragraph of the text itself.
_ENDING = re.compile(
    rf"[.!?”\"’]\s+(?:[Aa]dditional |[Ff]urther |[Ww]ith (?:additional )?)?[Rr]eporting (?:by|from) (?:the )?(?P<name>{_AGENCIES})\.?\s*$"
)
_REPORTING_OPENINGS = ("with ", "additional ", "further ", "extra ", "reporting", "file", "material", "input")
_SPLIT = re.compile(r"\s*(?:,|;|/|\band\b)\s*(?:the\s+)?")
_TRAILING = re.compile(r"\s*(?:[.,;:]|\b(?:in|from|at|for) [A-Z].*|;.*)$")
# A credited name is not longer than this; longer matches are sentences.
LONGEST_NAME = 50


def is_agency(name: str) -> bool:
    """Whether `name` is that of a known news agency."""
    return _AGENCY.fullmatch(name.strip()) is not None


def read_credits(text: str, credit_lines: Sequence[str], outlet: str | None) -> list[Credit]:
    """The agencies and outlets that an article credits, with the span where its text names them.

    `credit_lines` are parts of the page outside the text. The article's own outlet is no credit, unless it stands in
    a dateline or in brackets; persons are left out, for they are authors.
    """
    found: dict[str, Credit] = {}
    start = 0
    for line in text.split("\n"):
        for name, span in _in_paragraph(line):
            found.setdefault(name.casefold(), Credit(name, Span(start + span.start, start + span.end)))
        start += len(line) + 1
    for line in credit_lines:
        for name in names_in_credit_line(line):
            if name.casefold() != (outlet or "").casefold():
                found.setdefault(name.casefold(), Credit(name))
    return list(found.values())


def names_in_credit_line(line: str) -> list[str]:
    """The agencies and outlets that a credit line, such as "With reporting from X and Y", names."""
    for pattern in (_WITH_REPORTING, _PUBLISHED, _CONTRIBUTED, _SOURCE, _DASHED):
        found = pattern.search(line) if pattern is _PUBLISHED else pattern.match(line)
        if found:
            work = pattern in (_PUBLISHED, _SOURCE)
            return [name for piece in _SPLIT.split(found.group(1)) if (name := _tidy(piece, work))]
    bare = line.strip(" ().")
    return [bare] if is_agency(bare) else []


def _in_paragraph(line: str) -> list[tuple[str, Span]]:
    found: list[tuple[str, Span]] = []
    dateline = read_dateline(line)
    if dateline is not None and dateline.name is not None:
        found.append((dateline.name.cut(line), dateline.name))
    # Most lines hold none of the words without which the patterns below match nothing.
    lowered = line.lower()
    if "(" in line:
        found += [
            (match[1], Span(*match.span(1))) for match in _BRACKETED.finditer(line) if not _is_picture(line, match)
        ]
    owned = _COPYRIGHT.match(line) if "rights reserved" in lowered else None
    if owned:
        found.append((owned[1], Span(*owned.span(1))))
    closing = _CLOSING.search(line) if line.rstrip().endswith(")") else None
    # "(Name)" behind the last full stop of a paragraph signs it; inside a sentence it explains a word.
    if closing and line[: closing.start()].rstrip().endswith((".", "”", '"', "!", "?")):
        found.append((closing[1], Span(*closing.span(1))))
    if len(line) < 120:
        signed = _SIGNED.match(line)
        if signed and (signed["more"] or len(signed["name"]) > _SHORT_NAME):
            found.append((signed["name"], Span(*signed.span("name"))))
        bylined = _BYLINED.match(line) if line.startswith("By ") else None
        if bylined:
            found.append((bylined["name"], Span(*bylined.span("name"))))
    ending = _ENDING.search(line, max(0, len(line) - 90)) if "eporting" in line[-60:] else None
    if ending:
        found.append((ending["name"], Span(*ending.span("name"))))
    if len(line) < 200:
        for pattern, may in (
            (_WITH_REPORTING, lowered.startswith(_REPORTING_OPENINGS)), (_CONTRIBUTED, "contributed" in lowered)
        ):  # fmt: skip
            said = pattern.match(line) if may else None
            if said:
                found += _pieces(line, said.start(1), said.end(1))
    may_be_published = len(line) < 300 and ("published" in lowered or "appeared" in lowered)
    published = _PUBLISHED.search(line) if may_be_published else None
    if published:
        found += _pieces(line, published.start(1), published.end(1), work=True)
    return found


def _is_picture(line: str, bracketed: re.Match[str]) -> bool:
    """Whether an agency in brackets stands between two sentences, where it tells whose the picture is that they go with."""
    between = _SENTENCE_END.search(line, max(0, bracketed.start() - LONGEST_END), bracketed.start())
    # Where the line ends in another, each signs what stands before it: news in brief.
    return bool(between and _SENTENCE_START.match(line, bracketed.end()) and not line.rstrip().endswith(")"))


def _pieces(line: str, start: int, end: int, work: bool = False) -> list[tuple[str, Span]]:
    pieces: list[tuple[str, Span]] = []
    for piece in _SPLIT.split(line[start:end]):
        name = _tidy(piece, work)
        if name:
            at = line.index(name, start)
            pieces.append((name, Span(at, at + len(name))))
            start = at + len(name)
    return pieces


def _tidy(piece: str, work: bool) -> str:
    """The name in a piece of a credit line; "" for a longer phrase, or for a person unless a `work` is credited."""
    name = _TRAILING.sub("", piece.strip()).strip(" .()—–-")
    if not name or len(name) > LONGEST_NAME or not (name[0].isupper() or is_agency(name)):
        return ""
    if "http" in name or (not work and names.is_name(name) and not is_agency(name)):
        return ""
    return name
