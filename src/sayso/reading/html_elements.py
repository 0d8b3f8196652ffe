"""Keep what the open elements of HTML say of the words inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.reading.html_tags import Tag, read_attributes
from sayso.records import PartKind

_LABELS = ("class", "id", "itemprop", "role", "rel", "data-testid", "data-component", "property")
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ROLE = re.compile(r"\b(?:by-?line|author|date|time|published|logo|site-?name|brand)\b", re.IGNORECASE)


class Element:
    """An open element: its tag with the attributes that say what it is for, and the element around it.

    `hidden` and `heading` hold for what stands anywhere inside such an element. Its markup starts at `start` and its
    content at `inside`; `end` is where its end tag starts, or the page ends. `furniture` holds for what stands anywhere
    inside a footer, an aside, a form or a list of links. What its labels say is kept in `kinds`, `chain` and `comments`
    once it was asked for (see `html_kinds`).
    """

    __slots__ = (
        "attributes_said", "chain", "comments", "depth", "end", "furniture", "heading", "hidden", "inside", "kind",
        "kinds", "parent", "start", "tag",
    )  # fmt: skip

    def __init__(self, kind: Tag, said: str, parent: Element | None, start: int, inside: int, end: int) -> None:
        self.kind = kind
        self.tag = kind.name
        self.attributes_said = said
        self.parent = parent
        self.start, self.inside, self.end = start, inside, end
        self.hidden = kind.hidden or (said != "" and is_hidden(said))
        self.kinds: Sequence[tuple[PartKind, float]] | None = None
        self.chain: Sequence[tuple[PartKind, float]] | None = None
        self.comments: Sequence[Element] | None = None
        if parent is None:
            self.depth, self.heading, self.furniture = 0, kind.heading, kind.furniture
        else:
            self.depth = parent.depth + 1
            self.hidden = self.hidden or parent.hidden
            self.heading = kind.heading or parent.heading
            self.furniture = kind.furniture or parent.furniture

    @property
    def block(self) -> Element | None:
        """The nearest element that is a block, itself or around it."""
        return next((element for element in self.around() if element.kind.block), None)

    @property
    def article(self) -> Element | None:
        """The outermost article, itself or around it."""
        return next(reversed([element for element in self.around() if element.tag == "article"]), None)

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes that are of use here, by their names in small letters."""
        return read_attributes(self.attributes_said)

    def around(self) -> Iterator[Element]:
        """The element and those around it, from the inside out."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    def label(self) -> str:
        """The words that the page's authors gave the element: class, id, item property and role."""
        told = self.attributes
        return " ".join(told[name] for name in _LABELS if name in told)


def is_hidden(said: str) -> bool:
    """Whether an element's attributes keep its words out of sight."""
    lowered = said.lower()
    if "hidden" not in lowered and "style" not in lowered:
        return False
    told = read_attributes(said)
    # React sends late content as `<div hidden id="S:0">`, and a script moves it into sight.
    return (
        ("hidden" in told and not told.get("id", "").startswith("S:"))
        or told.get("aria-hidden") == "true"
        or ("style" in told and _NOT_SHOWN.search(told["style"]) is not None)
    )


def names_a_role(said: str) -> bool:
    """Whether the attributes of an inline element say that its words are more than a stretch of the text around it."""
    if not said or _ROLE.search(said) is None:
        return False
    told = read_attributes(said)
    return any(_ROLE.search(told.get(name, "")) for name in ("class", "itemprop"))
