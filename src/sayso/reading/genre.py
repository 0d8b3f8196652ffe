"""Tell reports from opinion, analysis, live pages or releases."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.records import Genre

_I = re.IGNORECASE
_OPINION = re.compile(
    r"\b(?:opinions?|columns?|columnists?|commentary|comment is free|editorials?|op-?eds?|voices|viewpoint|"
    r"letters to the editor|blogs?|meinung|kommentar|kolumne|views)\b|^comment$",
    _I,
)
_ANALYSIS = re.compile(r"\b(?:analysis|analyses|explainers?|explained|analyse)\b", _I)
_LIVE = re.compile(r"\blive(?:[ -](?:blog|updates?|coverage|ticker|reporting))\b|^live$", _I)
_RELEASE = re.compile(r"\b(?:press|news|media) releases?\b|\bfor immediate release\b|\bpressemitteilung\b", _I)
_TITLE_OPINION = re.compile(
    r"^(?:opinion|comment|commentary|editorial|op-?ed|column|kommentar|meinung)\s*[:|–—-]|"
    r"[|–—-]\s*(?:opinion|comment|editorial|[\w .]{1,60}[’']s column)\s*$|^letter to the editor\b",
    _I,
)
_TITLE_ANALYSIS = re.compile(
    r"^(?:analysis|explainer|explained)\s*[:|–—-]|[|–—-]\s*(?:analysis|explainer)\s*$|"
    r"\bwhat (?:we|to|you (?:need|should|have) to) know\b|\bwhat[’']s next\b|\bwhat (?:it (?:all )?means|(?:happens|comes) next)\b|"
    r"\beverything (?:we|you|to)\b.{1,40}\bknow\b|\bexplained\b|: an? (?:[\w-]+ )?guide\b",
    _I,
)
_TITLE_LIVE = re.compile(
    r"^(?:live|the latest)\s*[:|–—-]|\blive (?:updates|blog|coverage)\b|[–—-]\s*(?:live|updates|as it happened)\s*$", _I
)
_OPENS_RELEASE = re.compile(
    r"\W{0,3}for immediate release\b|.{0,90}/(?:pr ?newswire|business ?wire|globe ?newswire)/", _I
)
# Within one line: marks over many lines would be tried from each of them.
_CLOSES_RELEASE = re.compile(r"\n[^\w\n]*(?:media contact|press contact|contact for media|###)\b", _I)
# A line that is nothing but the time of an entry, and how many make a live page.
_ENTRY = re.compile(
    r"^\W{0,3}\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b\.?)?(?: (?:[A-Z]{2,4}|local time))?\W{0,3}$", _I | re.MULTILINE
)
_FEWEST_ENTRIES = 3
# The longest that the pattern matches, "...12:30 p.m. local time...", with white space around.
_LONGEST_ENTRY = 40
# What a live page says of itself above its entries.
_SAYS_LIVE = re.compile(
    r"^\W{0,3}here[’']s the latest\W*$|\bthis is a live blog\b|^\W{0,3}(?:live|latest) updates?\W*$",
    _I | re.MULTILINE,
)
# Lines above or below a piece that say what it is, as scraped texts keep them: how many are looked at, how long they may be.
_FIRST, _LAST, _LONGEST = 9, 4, 140
_LABEL = r"(?:opinions?|commentary|perspective|editorial|op-?ed|viewpoint|letter(?: to the editor)?)"
_LINE_OPINION = re.compile(
    rf"^\W{{0,3}}(?:[A-Z]\w+ )?{_LABEL}:?\W{{0,2}}$|^(?:opinion|perspective) (?:interpretation|discussion)\b|"
    r"^(?:opinion|commentary|editorial)\s?[:|]|^[^“\"]{0,60}\bopinion (?:contributors?|columnist|writer)\b",
    _I,
)
_LINE_ANALYSIS = re.compile(
    r"^\W{0,3}(?:[A-Z]\w+ )?analysis\W{0,2}$|^analysis interpretation\b|^(?:news )?analysis\s?[:|]|^analysis by\b", _I
)
_LINE_LIVE = re.compile(r"^\W{0,3}the latest\s*:|\(all times \w+|\blive updates (?:from|on)\b|\blive coverage\W*$", _I)
# What only a piece of opinion says of itself: whose the views are, and that its author does something else for a living.
_DISCLAIMS = re.compile(
    r"\b(?:views|opinions) expressed (?:in this (?:article|column|commentary|piece|op-ed|post|blog)|herein|above|"
    r"by (?:the )?(?:authors?|contributors?|columnists?)|are (?:solely |entirely )?(?:those|his|her|their|my))\b",
    _I,
)
_AUTHOR = re.compile(
    r"^[^\w“\"]{0,3}(?:(?:Dr|Sen|Rep|Gov|Prof)\. )?(?!The )[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,4}(?:, (?:an? |the )?[^.,]{0,90},)?,? "
    r"(?:teaches |is (?:an? |the |on the |director |president |founder |chair)[^.]{0,70}\b(?:professor|lecturer|fellow|author|scholar|"
    r"historian|founder|strategist|attorney|lawyer|economist|contributor|consultant|former|director|president|chair(?:man|woman)?|"
    r"board of contributors)\b|is (?:director|president|founder|chair|co-author|author|professor|chairman)\b)"
)
_REPORTER = re.compile(r"\b(?:correspondent|reporter|journalist|reports on|covers|staff writer|freelance|who)\b")
# The pattern matches in no text without one of these.
_LIVE_WORDS = ("s the latest", "live blog", "live update", "latest update")
_TYPES: dict[str, Genre] = {
    "OpinionNewsArticle": "opinion",
    "AnalysisNewsArticle": "analysis",
    "BackgroundNewsArticle": "analysis",
    "LiveBlogPosting": "live",
    "AdvertiserContentArticle": "release",
}


def tell_genre(
    title: str, sections: list[str], text: str, types: list[str] | None = None, notes: Sequence[str] = ()
) -> Genre:
    """The genre that the page's own labels name: `sections` with the title, or the types of its structured data.

    Then what its first lines or its `notes` (bylines, notes on the author) name. Without a label, entries with times
    make a live page, what a release opens or closes with a release, and whose the views are an opinion; all else is a
    `report`.
    """
    for type_ in types or []:
        if type_ in _TYPES:
            return _TYPES[type_]
    lowered = title.lower()
    for genre, in_section, in_title, words in _LABELS:
        titled = any(word in lowered for word in words) and in_title.search(title)
        if titled or any(in_section.search(section.strip()) for section in sections):
            return genre
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    if named := _named_above([*notes, *lines[:_FIRST]]):
        return named
    lowered = text.lower()
    # Few texts have lines as short as the time of an entry.
    entries = _ENTRY.findall(text) if sum(len(line) <= _LONGEST_ENTRY for line in lines) >= _FEWEST_ENTRIES else []
    if sum(":" in entry or "m" in entry.lower() for entry in entries) >= _FEWEST_ENTRIES or _says_live(text, lowered):
        return "live"
    closes = ("contact" in lowered or "###" in text) and _CLOSES_RELEASE.search(text) is not None
    if _OPENS_RELEASE.match(text) or (closes and "©" not in title):
        return "release"
    about = [*notes, *lines[1:_FIRST], *lines[-_LAST:]]
    disclaims = " expressed " in lowered and _DISCLAIMS.search(text) is not None
    if disclaims or any(_DISCLAIMS.search(note) for note in notes) or any(map(_is_of_author, about)):
        return "opinion"
    return "report"


def _named_above(lines: Sequence[str]) -> Genre | None:
    """The genre that one of the `lines` around a piece names, if it is no entry of a menu."""
    for genre, label in _LINE_LABELS:
        for at, line in enumerate(lines):
            if len(line) <= _LONGEST and label.search(line):
                around = (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
                if sum(len(other.split()) < 3 for other in around) < 2:
                    return genre
    return None


def _is_of_author(line: str) -> bool:
    """Whether `line` says that the author teaches, leads or has written something, and is no reporter or somebody told of."""
    return len(line) < 3 * _LONGEST and bool(_AUTHOR.match(line)) and not _REPORTER.search(line)


_LINE_LABELS: tuple[tuple[Genre, re.Pattern[str]], ...] = (
    ("live", _LINE_LIVE),
    ("analysis", _LINE_ANALYSIS),
    ("opinion", _LINE_OPINION),
)


def _says_live(text: str, lowered: str) -> bool:
    return any(words in lowered for words in _LIVE_WORDS) and _SAYS_LIVE.search(text) is not None


# For each genre what names it among the sections and in the title, with words of which such a title holds one.
_LABELS: tuple[tuple[Genre, re.Pattern[str], re.Pattern[str], tuple[str, ...]], ...] = (
    ("live", _LIVE, _TITLE_LIVE, ("live", "latest", "updates", "as it happened")),
    ("release", _RELEASE, _RELEASE, ("release", "pressemitteilung")),
    ("opinion", _OPINION, _TITLE_OPINION, ("opinion", "comment", "editorial", "op-ed", "oped", "column", "kommentar",
                                           "meinung", "letter")),
    ("analysis", _ANALYSIS, _TITLE_ANALYSIS, ("analysis", "explain", "what", "everything", "guide")),
)  # fmt: skip
