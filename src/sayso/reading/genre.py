"""Tell reports from opinion, analysis, live pages or releases."""

from __future__ import annotations

import re

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
# What a live page says of itself above its entries.
_SAYS_LIVE = re.compile(
    r"^\W{0,3}here[’']s the latest\W*$|\bthis is a live blog\b|^\W{0,3}(?:live|latest) updates?\W*$", _I | re.MULTILINE
)
# The pattern matches in no text without one of these.
_LIVE_WORDS = ("s the latest", "live blog", "live update", "latest update")
_TYPES: dict[str, Genre] = {
    "OpinionNewsArticle": "opinion",
    "AnalysisNewsArticle": "analysis",
    "BackgroundNewsArticle": "analysis",
    "LiveBlogPosting": "live",
    "AdvertiserContentArticle": "release",
}


def tell_genre(title: str, sections: list[str], text: str, types: list[str] | None = None) -> Genre:
    """The genre that the page's own labels name: `sections` with the title, or the types of its structured data.

    Without a label, entries with times make a live page and what a release opens or closes with a release; all else
    is a `report`.
    """
    for type_ in types or []:
        if type_ in _TYPES:
            return _TYPES[type_]
    for genre, in_section, in_title in _LABELS:
        if in_title.search(title) or any(in_section.search(section.strip()) for section in sections):
            return genre
    entries = sum(":" in entry or "m" in entry.lower() for entry in _ENTRY.findall(text))
    if entries >= _FEWEST_ENTRIES or _says_live(text):
        return "live"
    if _OPENS_RELEASE.match(text) or (_CLOSES_RELEASE.search(text) and "©" not in title):
        return "release"
    return "report"


def _says_live(text: str) -> bool:
    lowered = text.lower()
    return any(words in lowered for words in _LIVE_WORDS) and _SAYS_LIVE.search(text) is not None


_LABELS: tuple[tuple[Genre, re.Pattern[str], re.Pattern[str]], ...] = (
    ("live", _LIVE, _TITLE_LIVE),
    ("release", _RELEASE, _RELEASE),
    ("opinion", _OPINION, _TITLE_OPINION),
    ("analysis", _ANALYSIS, _TITLE_ANALYSIS),
)
