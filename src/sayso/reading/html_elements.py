"""Keep what the open elements of HTML say of the words inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LABELS = ("class", "id", "itemprop", "role", "rel", "data-testid", "data-component", "property")
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ROLE = re.compile(r"\b(?:by-?line|author|date|time|published|logo|site-?name|brand)\b", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Element:
    """An open element: its tag with the attributes that say what it is for, and the element around it.

    `hidden` and `heading` hold for what stands anywhere inside such an element.
    """

    tag: str
    attributes: dict[str, str]
    parent: Element | None
    hidden: bool
    heading: bool
    depth: int
    start: int
    _label: str | None = None

    def around(self) -> Iterator[Element]:
        """The element and those around it, from the inside out."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    def label(self) -> str:
        """The words that the page's authors gave the element: class, id, item property and role."""
        if self._label is None:
            told = self.attributes
            self._label = " ".join(told[name] for name in _LABELS if name in told)
        return self._label


def is_hidden(attributes: dict[str, str]) -> bool:
    """Whether an element's attributes keep its words out of sight."""
    # React sends late content as `<div hidden id="S:0">`, and a script moves it into sight.
    return (
        ("hidden" in attributes and not attributes.get("id", "").startswith("S:"))
        or attributes.get("aria-hidden") == "true"
        or ("style" in attributes and _NOT_SHOWN.search(attributes["style"]) is not None)
    )


def names_a_role(attributes: dict[str, str]) -> bool:
    """Whether an inline element says that its words are more than a stretch of the text around it."""
    return any(_ROLE.search(attributes.get(name, "")) for name in ("class", "itemprop"))
