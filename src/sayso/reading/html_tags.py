"""Say what each tag of HTML does to the words around it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import lru_cache

# A start tag: its name with all of its attributes. A value may hold ">" where quotation marks close around it.
START_TAG = re.compile(
    r"<([a-zA-Z][^\s/>]*+)((?:[\s/]*+[^\s>/][^\s=>/]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?+)*+)[\s/]*+>"
)
TAG_NAME = re.compile(r"[a-zA-Z][^\s/>]*+")
_ATTRIBUTE = re.compile(r"([^\s>/][^\s=>/]*+)(?:\s*+=\s*+(\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?+")
_KEPT_ATTRIBUTES = frozenset({
    "class", "id", "itemprop", "itemtype", "role", "rel", "datetime", "hidden", "style", "aria-hidden", "href",
    "data-testid", "data-component", "property", "content", "name", "lang", "title",
})  # fmt: skip

# Longer attributes hold data or whole pages, and come once.
LONGEST_KEPT = 500

_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    "param",
})  # fmt: skip
_RAW = frozenset({
    "script", "style", "iframe", "xmp", "noembed", "noframes", "textarea", "title",
})  # fmt: skip
_HIDDEN = frozenset({
    "noscript", "template", "svg", "math", "select", "datalist", "object", "audio", "video", "canvas", "dialog",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option",
    "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CLOSES: dict[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "option": frozenset({"option"}),
    "br": frozenset(),
}
_SCOPES = frozenset({
    "ul", "ol", "dl", "table", "tbody", "thead", "article", "section", "aside", "main", "nav", "header",
    "footer", "body",
})  # fmt: skip
_FURNITURE = frozenset({"footer", "aside", "form", "nav"})


@dataclass(frozen=True, slots=True)
class Tag:
    """What a tag's name means.

    A `block` stands on lines of its own. A `void` one has no end. The content of one with a `raw_end`, up to that end
    tag, is text of no page. Nothing inside a `hidden` one is shown. A start tag ends an open element named in `closes`,
    which pages often leave open; an end tag inside a `scope` closes nothing around it, unless it is one of a block.
    What stands inside `furniture` is no article's body.
    """

    name: str
    block: bool
    void: bool
    hidden: bool
    heading: bool
    scope: bool
    furniture: bool
    closes: frozenset[str]
    raw_end: re.Pattern[str] | None


# Pages use some hundred names, most of them thousands of times.
@lru_cache(maxsize=1_000)
def tag_of(name: str) -> Tag:
    """What the tag `name`, in small letters, means."""
    closes = _CLOSES.get(name, frozenset({"p"} if name in _BLOCKS else ()))
    heading = name in _HEADINGS
    return Tag(
        name=name,
        block=name in _BLOCKS,
        void=name in _VOID,
        hidden=name in _HIDDEN,
        heading=heading,
        scope=name in _SCOPES,
        furniture=name in _FURNITURE,
        closes=closes | _HEADINGS if heading else closes,
        raw_end=re.compile(rf"</{name}[\s/>]", re.IGNORECASE) if name in _RAW else None,
    )


def find_end(source: str, raw_end: re.Pattern[str], at: int) -> int:
    """Where the end tag of a raw element stands in `source` behind `at`, or where `source` ends."""
    # Scripts are long: a plain search for two characters passes over them ten times as fast as the pattern does.
    while (at := source.find("</", at)) >= 0:
        if raw_end.match(source, at):
            return at
        at += 2
    return len(source)


def read_attributes(said: str) -> dict[str, str]:
    """Those of a tag's attributes that are of use here, as `said` behind its name; the first of a name counts."""
    return _read_again(said) if len(said) <= LONGEST_KEPT else _read(said)


def _read(said: str) -> dict[str, str]:
    told: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(said):
        name = name.lower()
        if name in _KEPT_ATTRIBUTES and name not in told:
            told[name] = _unquote(value)
    return told


# Templates give hundreds of elements the same attributes.
_read_again = lru_cache(maxsize=2_000)(_read)


def _unquote(value: str) -> str:
    if value[:1] in ("'", '"') and value[-1:] == value[:1]:
        value = value[1:-1]
    return html.unescape(value) if "&" in value else value
