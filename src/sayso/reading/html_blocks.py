"""Cut raw HTML into blocks of visible words that know where each character stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.reading.html_elements import Element, names_a_role
from sayso.reading.html_tags import START_TAG, TAG_NAME, Tag, find_end, read_attributes, tag_of
from sayso.reading.references import reference_at

# White space that HTML collapses; a no-break space is a character that a page chose.
_RUN = re.compile(r"[ \t\n\f\r]+|&|[^ \t\n\f\r&]+(?: [^ \t\n\f\r&]+)*+")
_WHITE = " \t\n\f\r"
_NOT_LETTERS = re.compile(r"[\W_]+")

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
    _letters: str | None = None

    def letters(self) -> str:
        """The letters and digits alone, case folded: what is left when another program has made the words its own."""
        if self._letters is None:
            self._letters = letters_of(self.text)
        return self._letters


def letters_of(text: str) -> str:
    """The letters and digits of `text` alone, case folded."""
    return _NOT_LETTERS.sub("", text).casefold()


@dataclass(slots=True)
class Document:
    """The blocks of a page in order, with what its markup says beside them.

    `canonical` is what the first canonical link names, as it stands there.
    """

    blocks: list[Block] = field(default_factory=list)
    metas: list[dict[str, str]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    title: str = ""
    language: str | None = None
    canonical: str | None = None


def read_document(source: str) -> Document:
    """The visible blocks of raw HTML; broken markup is read as far as it goes. Cost is linear in `source`."""
    return _Reader(source).read()


class _Reader:
    """Reads tags from left to right, keeps the open elements, and closes a block at every break."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.document = Document()
        self.element = Element(tag_of(""), "", None, 0, 0, len(source))
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
            # Most of what stands between two tags is white space, which counts only behind words.
            if end > at and not self.element.hidden and (self.characters or not source[at:end].isspace()):
                self._words(at, end)
            if opening < 0:
                break
            at = self._markup(opening)
        self._close_block(len(source) - 1)
        return self.document

    def _markup(self, at: int) -> int:
        """Read what starts with `<` at `at`; return where it ends."""
        source = self.source
        if source[at + 1 : at + 2] == "/":
            name = TAG_NAME.match(source, at + 2)
            if name is None:
                return self._no_tag(at)
            self._end(tag_of(name.group().lower()), at)
            end = source.find(">", name.end())
            return len(source) if end < 0 else end + 1
        start = START_TAG.match(source, at)
        if start is not None:
            return self._start(tag_of(start[1].lower()), start[2], at, start.end())
        name = TAG_NAME.match(source, at + 1)
        if name is None:
            return self._no_tag(at)
        # The page ends inside the tag.
        return self._start(tag_of(name.group().lower()), source[name.end() :], at, len(source))

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

    def _start(self, tag: Tag, said: str, at: int, end: int) -> int:
        """Open the element of a start tag that stands at `at`; return where what it says ends."""
        if said:
            self._note(tag, said)
        if tag.raw_end is not None:
            return self._skip_raw(tag, tag.raw_end, end)
        if tag.closes:
            self._close_left_open(tag, at)
        if tag.block:
            self._break(tag, at)
        if tag.void:
            return end
        if self.element.depth < DEEPEST:
            self.element = Element(tag, said, self.element, at, end, len(self.source))
            self.links += tag.name == "a"
            if not tag.block and not self.characters and names_a_role(said):
                self.named = self.element
        return end

    def _note(self, tag: Tag, said: str) -> None:
        """Keep what a tag says about the whole page, and the times that it tells."""
        if tag.name == "meta":
            self.document.metas.append(read_attributes(said))
        elif tag.name == "html" and self.document.language is None:
            self.document.language = read_attributes(said).get("lang")
        elif tag.name == "link" and self.document.canonical is None and "canonical" in said.lower():
            told = read_attributes(said)
            if "canonical" in told.get("rel", "").lower().split():
                self.document.canonical = told.get("href")
        if "datetime" in said.lower() and not self.element.hidden and "datetime" in (told := read_attributes(said)):
            self.times.append(told["datetime"])

    def _skip_raw(self, tag: Tag, raw_end: re.Pattern[str], end: int) -> int:
        stop = find_end(self.source, raw_end, end)
        if tag.name == "script":
            self.document.scripts.append(self.source[end:stop])
        elif tag.name == "title" and not self.document.title and not self._inside("svg"):
            self.document.title = self.source[end:stop]
        after = self.source.find(">", stop)
        return len(self.source) if after < 0 else after + 1

    def _inside(self, tag: str) -> bool:
        return any(element.tag == tag for element in self.element.around())

    def _close_left_open(self, tag: Tag, at: int) -> None:
        element: Element | None = self.element
        while element is not None:
            if element.tag in tag.closes:
                self._leave(element, at)
                return
            if element.kind.scope or element.kind.block:
                return
            element = element.parent

    def _end(self, tag: Tag, at: int) -> None:
        if tag.block:
            self._break(tag, at)
        element: Element | None = self.element
        while element is not None:
            if element.tag == tag.name:
                self._leave(element, at)
                return
            if element.kind.scope and not tag.block:
                return
            element = element.parent

    def _leave(self, element: Element, at: int) -> None:
        """Close `element` with all that is open inside it."""
        if element is self.named:
            self._close_block(at, element)
        elif element.kind.block:
            self._close_block(at)
        inner = self.element
        while True:
            self.links -= inner.tag == "a"
            inner.end = at
            assert inner.parent is not None
            if inner is element:
                break
            inner = inner.parent
        self.element = inner.parent

    def _break(self, tag: Tag, at: int) -> None:
        """End the block, but not inside a heading, where a break only parts words."""
        if self.element.heading and not tag.heading and not self.element.hidden:
            self._space(at)
        else:
            self._close_block(at)

    def _words(self, at: int, end: int) -> None:
        source = self.source
        while at < end:
            first = source[at]
            if first == "&":
                at += self._reference(at)
                continue
            run = _RUN.match(source, at, end)
            assert run is not None
            if first in _WHITE:
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
            owner = owner or self.owner.block or self.owner
            self.document.blocks.append(Block(owner, places[0], shown, places, at, self.linked, tuple(self.times)))
            self.times = []
        self.characters, self.places, self.white, self.linked = [], [], None, 0
