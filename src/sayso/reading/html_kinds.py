"""Say what a block of HTML is from the labels that its markup carries."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Sequence

from sayso.reading import cues
from sayso.reading.html_blocks import Block
from sayso.reading.html_elements import Element
from sayso.reading.lines import is_prose as ends_sentence
from sayso.records import PartKind

_I = re.IGNORECASE

# What class, id, item property and role say, most telling first; measured on the 181 pages of the
# extraction benchmark.
_LABELS: tuple[tuple[PartKind, re.Pattern[str]], ...] = (
    ("caption", re.compile(r"caption|image-?credit|photo-?credit|figcaption|legend|copyright-image|media__?credit", _I)),
    ("related", re.compile(r"related|read-?(?:also|more|next|on)|recommend|most-?(?:read|popular|viewed)|trending|outbrain|"
                           r"taboola|more-?(?:from|stories|news|on)\b|also-?like|teaser|promo-?list|sidebar", _I)),
    ("tags", re.compile(r"(?:^|[\s_-])(?:article-?)?(?:tags?|topics?|keywords)(?:[\s_-]|list|$)", _I)),
    ("byline", re.compile(r"by-?line|(?:^|[\s_-])authors?(?:[\s_-]|name|$)|(?:^|\s)by(?:\s|$)|contributor|writer", _I)),
    ("date", re.compile(r"(?:^|[\s_-])(?:date|time|datetime|published|publish-?date|timestamp|pubdate|dateline)(?:[\s_-]|$)|"
                        r"time-?stamp|datePublished|dateModified|publi(?:sh|cation)-?(?:ed|date|time)", _I)),
    ("deck", re.compile(r"stand-?first|(?:^|[\s_-])(?:deck|dek|sub-?title|sub-?head(?:line|ing)?|kicker-?text|intro|lede|"
                        r"summary|excerpt|strapline|sub-?hed)(?:[\s_-]|$)|article__?summary", _I)),
    ("section", re.compile(r"(?:^|[\s_-])(?:section|kicker|category|eyebrow|rubric|breadcrumbs?|overline)(?:[\s_-]|name|label|$)"
                           r"|articleSection", _I)),
    ("author_note", re.compile(r"author-?(?:bio|note|info|description|box)|about-?(?:the-?)?author", _I)),
    ("disclaimer", re.compile(r"disclaimer|copyright(?!-image)|legal", _I)),
    ("site_name", re.compile(r"(?:^|[\s_-])(?:logo|brand|site-?(?:name|title)|masthead|wordmark)(?:[\s_-]|$)", _I)),
    ("navigation", re.compile(r"(?:^|[\s_-])(?:nav|navigation|menu|breadcrumbs?|share|social|sharing|toolbar|pagination|pager|"
                              r"skip|footer|header-?links)(?:[\s_-]|bar|links|$)", _I)),
    ("other", re.compile(r"(?:^|[\s_-])(?:ad|ads|advert\w*|sponsor\w*|promo\w*|newsletter|subscri\w+|cookie\w*|consent|paywall|"
                         r"comments?|banner|signup|sign-up|donat\w+)(?:[\s_-]|$)", _I)),
)  # fmt: skip
_TAGS: dict[str, PartKind] = {
    "figcaption": "caption", "caption": "caption", "nav": "navigation", "menu": "navigation", "footer": "other",
    "button": "navigation", "form": "other", "label": "other", "aside": "related", "time": "date", "h1": "title",
}  # fmt: skip

# A paragraph of the body may stand in a box with any label; its own and the next two elements are believed. Measured
# on the 181 pages of the extraction benchmark.
BELIEVED_AROUND_BODY = 3
# Labels of these kinds are believed over the extractor when they stand at the block itself.
_OVER_BODY: frozenset[PartKind] = frozenset(
    {
        "caption",
        "tags",
        "byline",
        "date",
        "section",
        "navigation",
        "title",
        "author_note",
        "disclaimer",
        "deck",
        "related",
    }
)
_SAID_IN_BODY: frozenset[PartKind] = frozenset(
    {"date", "byline", "caption", "credit", "tags", "template_key", "navigation", "other", "related"}
)
# A label of these kinds leaves the last word to the block's own words; of the first two, to these words alone.
_UNSURE: frozenset[PartKind] = frozenset({"section", "deck", "other"})
_SAID_OVER_LABEL: frozenset[PartKind] = frozenset({"date", "byline", "disclaimer", "credit", "template_key"})
# A sentence of six words, the least that makes a paragraph, has about so many characters in Japanese or Chinese.
UNSPACED = 15
# A labelled block that is longer is a paragraph: bylines, dates and labels are short.
LONGEST_LABELLED: dict[PartKind, int] = {
    "byline": 200,
    "date": 120,
    "section": 60,
    "site_name": 60,
    "tags": 200,
    "title": 300,
}
# Words in links beyond this share make a block a list of links. Measured as above.
LINKED_SHARE = 0.8
# A line that leads to another page is no longer than this: it is that page's headline with a word before it.
LONGEST_LEAD = 200
# Boxes of readers' comments are told by these words in their labels, in whatever language the page is.
_COMMENTS = re.compile(
    r"(?:^|[\s_-])comments?(?:[\s_-]|$)|comment-?(?:list|body|text|content|thread)|disqus|commentlist", _I
)
# Openings by which pages of several languages lead to another page, in a line of its own.
_LEADS_AWAY = re.compile(
    r"(?:les også|läs (?:också|även)|læs også|lees ook|leia (?:também|mais)|leggi anche|lee también|te puede interesar|"
    r"czytaj (?:też|także|również)|zobacz (?:też|także)|čtěte (?:také|více)|čítajte aj|citește și|skaitykite taip pat|"
    r"lue myös|lesið|okuyun|читайте (?:также|також)|(?:mehr|weitere[sn]?) (?:zum thema|dazu)|zum artikel|zum thema|"
    r"voir aussi|à lire(?: aussi| également)?|see more|watch|also on [\w.]+)\s*[:|–—>»]",
    _I,
)


def is_prose(text: str) -> bool:
    """Whether a block reads as a paragraph, also in a script that sets no space between words."""
    return ends_sentence(text) or (len(text) >= UNSPACED and text.rstrip("」』”）)").endswith(("。", "！", "？")))


def kind_of(block: Block) -> PartKind:
    """What a block outside the body is: its nearest label, else its own words, else `other`."""
    length = len(block.text)
    labelled = next((kind for kind, longest in _chain(block.element) if length <= longest), None)
    if labelled == "title":
        return "title" if block.element.tag == "h1" else "other"
    if labelled is not None and labelled not in _UNSURE:
        return labelled
    said = _furniture_of(block.text)
    if labelled in ("section", "deck"):
        return said if said in _SAID_OVER_LABEL else labelled
    if said is not None:
        return said
    if labelled is None and block.linked > LINKED_SHARE * len("".join(block.text.split())):
        return "navigation"
    return "other"


def kind_in_body(block: Block, boxes: frozenset[Element]) -> PartKind | None:
    """What a block that the extractor took for body is instead, or None when it is a paragraph.

    `boxes` are the elements that hold much of the body: their labels speak of the whole page.
    """
    if block.element.kind.heading and block.element.tag != "h1":
        return "subheading"
    length = len(block.text)
    for element, _ in zip(block.element.around(), range(BELIEVED_AROUND_BODY), strict=False):
        said = _kinds(element) if element not in boxes else ()
        kind = next((kind for kind, longest in said if length <= longest), None)
        if kind in _OVER_BODY and not (kind in ("deck", "related", "disclaimer") and length > 150):
            return kind
    if block.linked > LINKED_SHARE * len("".join(block.text.split())) and not (
        is_prose(block.text) or cues.is_address(block.text)
    ):
        return "related"
    if length <= LONGEST_LEAD and _LEADS_AWAY.match(block.text):
        return "related"
    words = _furniture_of(block.text)
    return words if words in _SAID_IN_BODY else None


def in_comments(block: Block, boxes: frozenset[Element]) -> bool:
    """Whether a block stands among the comments of readers; `boxes` hold much of the body, and are not asked."""
    return any(element not in boxes for element in _comments(block.element))


def _kinds(element: Element) -> Sequence[tuple[PartKind, float]]:
    """The kinds that an element's label and tag name, each with the longest text for which it is believed."""
    if element.kinds is None:
        said = _kinds_said(element.label()) if element.tag not in ("html", "body", "main") else ()
        by_tag = _TAGS.get(element.tag)
        kinds = (*said, by_tag) if by_tag else said
        element.kinds = [(kind, LONGEST_LABELLED.get(kind, math.inf)) for kind in kinds]
    return element.kinds


def _chain(element: Element) -> Sequence[tuple[PartKind, float]]:
    """The kinds of an element with those of the elements around it, from the inside out."""
    if element.chain is None:
        own = _kinds(element)
        # What lies around a label that is believed for any text is never asked.
        ends = element.parent is None or any(longest == math.inf for _, longest in own)
        element.chain = own if element.parent is None or ends else [*own, *_chain(element.parent)]
    return element.chain


def _comments(element: Element) -> Sequence[Element]:
    """The boxes of readers' comments among an element with those around it."""
    if element.comments is None:
        around = _comments(element.parent) if element.parent is not None else ()
        element.comments = (element, *around) if _is_comments(element.label()) else around
    return element.comments


# Templates give hundreds of elements the same label.
@functools.lru_cache(maxsize=20_000)
def _kinds_said(label: str) -> tuple[PartKind, ...]:
    return tuple(kind for kind, pattern in _LABELS if pattern.search(label)) if label else ()


@functools.lru_cache(maxsize=20_000)
def _is_comments(label: str) -> bool:
    return bool(label) and _COMMENTS.search(label) is not None


_furniture_of = functools.lru_cache(maxsize=2_000)(cues.furniture_of)
