"""Cut raw HTML into blocks of visible words that know where each character stands."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.reading.html_elements import Element, is_hidden, names_a_role
from sayso.reading.references import reference_at

_TAG_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
# The end of a tag, or else an attribute.
_ATTRIBUTE = re.compile(r"[\s/]*(?:(>)|([^\s=>/][^\s=>/]*)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]*))?)")
# White space that HTML collapses; a no-break space is a character that a page chose.
_RUN = re.compile(r"[ \t\n\f\r]+|&|[^ \t\n\f\r&]+(?: [^ \t\n\f\r&]+)*+")
_WHITE = " \t\n\f\r"

_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    "param",
})  # fmt: skip
# Their content is text of no page.
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
# Start tags that end an open element of these names, which pages often leave open.
_CLOSES: dict[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "option": frozenset({"option"}),
}
_SCOPES = frozenset({
    "ul", "ol", "dl", "table", "tbody", "thead", "article", "section", "aside", "main", "nav", "header",
    "footer", "body",
})  # fmt: skip
_KEPT_ATTRIBUTES = frozenset({
    "class", "id", "itemprop", "itemtype", "role", "rel", "datetime", "hidden", "style", "aria-hidden", "href",
    "data-testid", "data-component", "property", "content", "name", "lang", "title",
})  # fmt: skip
# Deeper elements are taken as the one they stand in: broken pages nest without end, and each block asks all that it stands
# in. Browsers stop at 512; no page of our sets comes near this.
DEEPEST = 128


@dataclass(slots=True, eq=False)
class Block:
    """Visible words between two breaks: white space collapsed, references decoded, with the place of each character.

    `break_at` is where the markup behind the words starts; `linked` counts the characters that stand in links, spaces left out.
    """

    element: Element
    start: int
    text: str
    places: list[int]
    break_at: int
    linked: int
    times: tuple[str, ...] = ()


@dataclass(slots=True)
class Document:
    """The blocks of a page in order, with what its markup says beside them."""

    blocks: list[Block] = field(default_factory=list)
    metas: list[dict[str, str]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    title: str = ""
    language: str | None = None


def read_document(source: str) -> Document:
    """The visible blocks of raw HTML; broken markup is read as far as it goes. Cost is linear in `source`."""
    return _Reader(source).read()


class _Reader:
    """Reads tags from left to right, keeps the open elements, and closes a block at every break."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.document = Document()
        self.element = Element("", {}, None, False, False, 0, 0)
        self.owner = self.element
        self.named: Element | None = None
        self.characters: list[str] = []
        self.places: list[int] = []
        self.white: int | None = None
        self.linked = 0
        self.links = 0
        self.times: list[str] = []

    def read(self) -> Document:
        source, at = self.source, 0
        while at < len(source):
            opening = source.find("<", at)
            end = len(source) if opening < 0 else opening
            if end > at and not self.element.hidden:
                self._words(at, end)
            if opening < 0:
                break
            at = self._markup(opening)
        self._close_block(len(source) - 1)
        return self.document

    def _markup(self, at: int) -> int:
        """Read what starts with `<` at `at`; return where it ends."""
        source = self.source
        name = _TAG_NAME.match(source, at)
        if name is None:
            return self._no_tag(at)
        tag = name.group(1).lower()
        if source[at + 1] == "/":
            self._end(tag, at)
            end = source.find(">", name.end())
            return len(source) if end < 0 else end + 1
        attributes, end = self._attributes(name.end())
        return self._start(tag, attributes, at, end)

    def _no_tag(self, at: int) -> int:
        """Pass over a comment or declaration at `at`, or show a bare `<`; return where it ends."""
        source = self.source
        if source.startswith("<!--", at):
            end = source.find("-->", at + 2)
            return len(source) if end < 0 else end + 3
        if source.startswith("<![CDATA[", at):
            end = source.find("]]>", at)
            return len(source) if end < 0 else end + 3
        if source.startswith(("<!", "<?", "</"), at):
            end = source.find(">", at)
            return len(source) if end < 0 else end + 1
        if not self.element.hidden:
            self._visible("<", (at,))
        return at + 1

    def _attributes(self, at: int) -> tuple[dict[str, str], int]:
        told: dict[str, str] = {}
        source = self.source
        while found := _ATTRIBUTE.match(source, at):
            at = found.end()
            closing, name, value = found.groups()
            if closing:
                return told, at
            name = name.lower()
            if name in _KEPT_ATTRIBUTES and name not in told:
                told[name] = _unquote(value or "")
        return told, len(source)

    def _start(self, tag: str, attributes: dict[str, str], at: int, end: int) -> int:
        self._note(tag, attributes)
        if tag in _RAW:
            return self._skip_raw(tag, attributes, end)
        self._close_left_open(tag, at)
        if tag in _BLOCKS:
            self._break(tag, at)
        if tag in _VOID:
            return end
        if self.element.depth < DEEPEST:
            shown = not (self.element.hidden or tag in _HIDDEN or is_hidden(attributes))
            heading = self.element.heading or tag in _HEADINGS
            self.element = Element(tag, attributes, self.element, not shown, heading, self.element.depth + 1, at)
            self.links += tag == "a"
            if tag not in _BLOCKS and not self.characters and names_a_role(attributes):
                self.named = self.element
        return end

    def _note(self, tag: str, attributes: dict[str, str]) -> None:
        """Keep what a tag says about the whole page."""
        if tag == "meta":
            self.document.metas.append(attributes)
        elif tag == "html" and self.document.language is None:
            self.document.language = attributes.get("lang")
        if "datetime" in attributes and not self.element.hidden:
            self.times.append(attributes["datetime"])

    def _skip_raw(self, tag: str, attributes: dict[str, str], end: int) -> int:
        closing = re.compile(rf"</{re.escape(tag)}[\s/>]", re.IGNORECASE).search(self.source, end)
        stop = closing.start() if closing else len(self.source)
        if tag == "script":
            self.document.scripts.append(self.source[end:stop])
        elif tag == "title" and not self.document.title and not self._inside("svg"):
            self.document.title = self.source[end:stop]
        if closing is None:
            return stop
        after = self.source.find(">", stop)
        return len(self.source) if after < 0 else after + 1

    def _inside(self, tag: str) -> bool:
        return any(element.tag == tag for element in self.element.around())

    def _close_left_open(self, tag: str, at: int) -> None:
        names = _CLOSES.get(tag, frozenset({"p"}) if tag in _BLOCKS and tag != "br" else frozenset())
        if tag in _HEADINGS:
            names = names | _HEADINGS
        for element in self.element.around() if names else ():
            if element.tag in names:
                self._leave(element, at)
                return
            if element.tag in _SCOPES or (element.tag in _BLOCKS and element.tag not in names):
                return

    def _end(self, tag: str, at: int) -> None:
        if tag in _BLOCKS:
            self._break(tag, at)
        for element in self.element.around():
            if element.tag == tag:
                self._leave(element, at)
                return
            if element.tag in _SCOPES and tag not in _BLOCKS:
                return

    def _leave(self, element: Element, at: int) -> None:
        """Close `element` with all that is open inside it."""
        if element is self.named:
            self._close_block(at, element)
        elif element.tag in _BLOCKS:
            self._close_block(at)
        for inner in self.element.around():
            self.links -= inner.tag == "a"
            if inner is element:
                break
        assert element.parent is not None
        self.element = element.parent

    def _break(self, tag: str, at: int) -> None:
        """End the block, but not inside a heading, where a break only parts words."""
        if self.element.heading and tag not in _HEADINGS and not self.element.hidden:
            self._space(at)
        else:
            self._close_block(at)

    def _words(self, at: int, end: int) -> None:
        source = self.source
        if not source[at:end].strip(_WHITE):
            self._space(at)
            return
        while at < end:
            if source[at] == "&":
                at += self._reference(at)
                continue
            run = _RUN.match(source, at, end)
            assert run is not None
            if source[at] in _WHITE:
                self._space(at)
            else:
                self._visible(run.group(), range(at, run.end()))
            at = run.end()

    def _reference(self, at: int) -> int:
        """Show what the character reference at `at` stands for; return its length in the source."""
        shown, length = reference_at(self.source, at)
        if length == 0:
            self._visible("&", (at,))
            return 1
        for character in shown:
            if character in _WHITE:
                self._space(at)
            else:
                self._visible(character, (at,))
        return length

    def _space(self, at: int) -> None:
        if self.characters and self.white is None:
            self.white = at

    def _visible(self, words: str, places: Iterable[int]) -> None:
        if not self.characters:
            if not words.strip():
                return
            self.owner = self.element
        if self.white is not None:
            self.characters.append(" ")
            self.places.append(self.white)
            self.white = None
        self.characters.append(words)
        self.places.extend(places)
        self.linked += len(words) - words.count(" ") if self.links else 0

    def _close_block(self, at: int, owner: Element | None = None) -> None:
        self.named = None
        if not self.characters:
            self.white = None
            return
        text = "".join(self.characters)
        shown = text.strip()
        if shown:
            skipped = len(text) - len(text.lstrip())
            places = self.places[skipped : skipped + len(shown)]
            if owner is None:
                owner = next((around for around in self.owner.around() if around.tag in _BLOCKS), self.owner)
            self.document.blocks.append(Block(owner, places[0], shown, places, at, self.linked, tuple(self.times)))
            self.times = []
        self.characters, self.places, self.white, self.linked = [], [], None, 0


def _unquote(value: str) -> str:
    if value[:1] in ("'", '"') and value[-1:] == value[:1]:
        value = value[1:-1]
    return html.unescape(value) if "&" in value else value
