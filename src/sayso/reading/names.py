"""Tell names of writers from other words."""

from __future__ import annotations

import re

_PARTICLES = "de|da|di|du|del|della|der|den|van|von|zu|la|le|el|al|bin|ibn|ter|ten|dos|y"
_TOKEN = r"(?:[^\W\d_a-zß-ÿ][\w’'`.-]*|" + _PARTICLES + ")"
_NAME = re.compile(rf"(?!(?:{_PARTICLES})\s){_TOKEN}(?:\s+{_TOKEN}){{1,4}}")
_BY = re.compile(
    r"^(?:words |story |text )?(?:by|von|par|por|di|door|av|af|przez|écrit par|ein bericht von|eine analyse von|"
    r"ein kommentar von|ein gastbeitrag von|text und foto von|escrito por|a cura di)[:\s]\s*(?=\S)|"
    r"^(?:autor(?:in|a|es)?|auteurs?|autore|text|texto|texte|testo|tekst|skribent|journalist|автор|редактор)\s*:\s*(?=\S)",
    re.IGNORECASE,
)
# Names of two to four characters, with the word for a reporter that Korean and Japanese papers put behind them.
_EAST_ASIAN = re.compile(r"[\u4e00-\u9fff]{2,4}(?:[ 　][\u4e00-\u9fff]{1,3})?|[가-힣]{2,4}")
_REPORTER = re.compile(r"\s*(?:기자|특파원|선임기자|記者|记者)$")
_EAST_ASIAN_DESK = re.compile(r"新聞|新闻|日報|日报|編集|编辑|通信|時報|時事|現代|日刊|편집|뉴스|일보|신문")
_SPLIT = re.compile(r"\s*(?:,|;|\||/|•|·|&|\b(?:and|und|et|y|e|og|och|en|oraz|ve|и|та|with)\b)\s*")
_MAIL = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|(?<!\w)@\w+")
_INITIALS = re.compile(r"^[a-z]{2,4}(?:/[a-z]{2,4})*$")
# A byline may run on into its date.
_WHEN = re.compile(
    r"\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d).*$",
    re.IGNORECASE,
)
# Words that name a desk, a job or a firm, and so no person.
_NOT_A_PERSON = frozenset({
    "staff", "desk", "editor", "editors", "editorial", "newsroom", "team", "agency", "agencies", "press", "news", "media",
    "correspondent", "correspondents", "reporter", "reporters", "writer", "writers", "columnist", "columnists", "journalist",
    "journalists", "contributor", "contributors", "service", "services", "times", "post", "online", "bureau", "group",
    "company", "inc", "ltd", "university", "institute", "department", "politics", "digital", "associated", "network",
    "magazine", "redaktion", "admin", "guest", "director", "analyst", "producer", "chief", "senior", "today", "published",
    "updated", "share", "read", "min", "photo", "picture", "image",
})  # fmt: skip
_WORD = re.compile(r"\w+")
_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
# The longest of the 318 authors in the gold of the Fundus pages has 26 characters.
LONGEST_NAME = 45
# So much of a byline is read: what runs on longer is none, and some patterns cost the square of its length.
READ_OF_BYLINE = 1000


def is_name(text: str) -> bool:
    """Whether `text` looks like one person's name: two to five capitalised words, and no desk, job or firm."""
    text = text.strip()
    # A name has two words, and a capital opens it: that alone tells most other lines from one.
    if len(text) > LONGEST_NAME or text[:1] in _SMALL or text.isalnum():
        return False
    return _NAME.fullmatch(text) is not None and _NOT_A_PERSON.isdisjoint(_WORD.findall(text.casefold()))


def is_initials(text: str) -> bool:
    """Whether `text` is the lower-case initials with which agency editors sign, such as `ab/cde`."""
    return len(text) <= 14 and "/" in text and _INITIALS.match(text) is not None


def says_by(text: str) -> bool:
    """Whether `text` opens with "By" or its like before a capital letter."""
    found = _BY.match(text)
    return found is not None and text[found.end()].isupper()


def read_author_field(text: str) -> tuple[str, ...]:
    """The persons that a field for authors names; in Chinese, Japanese and Korean a name has no space."""
    text = text[:READ_OF_BYLINE]
    pieces = [_REPORTER.sub("", piece.strip()) for piece in re.split(r"\s*[,、;·/|]\s*", text)]
    if pieces and all(_EAST_ASIAN.fullmatch(piece) and not _EAST_ASIAN_DESK.search(piece) for piece in pieces):
        return tuple(dict.fromkeys(pieces))
    return read_names(text)


def read_names(text: str) -> tuple[str, ...]:
    """The persons that a byline names, in order; words that name a desk, a job or a firm are left out."""
    text = _BY.sub("", _MAIL.sub(" ", text[:READ_OF_BYLINE]).strip(" \t\n,;|-–—"))
    names: list[str] = []
    for piece in _SPLIT.split(text):
        piece = _WHEN.sub("", _BY.sub("", piece))
        piece = re.sub(r"\s+(?:in|at|for|from)\s+\S.*$|\s*[(–—:].*$", "", piece).strip(" .,")
        piece = " ".join(piece.split())
        if is_name(piece):
            name = piece.title() if piece.isupper() else piece
            if name.casefold() not in {known.casefold() for known in names}:
                names.append(name)
    return tuple(names)
