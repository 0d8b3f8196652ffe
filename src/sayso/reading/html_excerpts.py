"""Cut out of raw HTML the stretch that holds most of its prose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sayso.reading.html_blocks import Block
from sayso.reading.html_elements import Element
from sayso.reading.html_kinds import in_comments, is_prose

# The stretch is the smallest element that holds this share of the prose, or the one around it with the title, where that
# is no more than so many times as long. Measured on the 181 pages of the extraction benchmark (F1 0.9740; 0.9731 with a
# share of 0.8, 0.9732 for the whole page) and on Fundus (0.961; 0.961, 0.960).
PROSE_SHARE = 0.9
WITH_TITLE = 2
# Shorter lines are as often furniture. As in `html_bodies`.
PARAGRAPH = 80


def find_prose(blocks: Sequence[Block]) -> list[int]:
    """The paragraphs that read as prose, whatever their labels say, but for readers' comments."""
    return [
        at
        for at, block in enumerate(blocks)
        if len(block.text) >= PARAGRAPH
        and 2 * block.linked < len(block.text)
        and is_prose(block.text)
        and not in_comments(block, frozenset())
    ]


def cut_excerpt(source: str, blocks: Sequence[Block], prose: Sequence[int], title: int | None) -> str:
    """The markup of the element that holds most of `prose`, inside the start tags of those around it.

    The whole `source` where no element below the page's body does.
    """
    held: Counter[Element] = Counter()
    for at in prose:
        for element in blocks[at].element.around():
            held[element] += len(blocks[at].text)
    enough = PROSE_SHARE * sum(len(blocks[at].text) for at in prose)
    box = max((element for element, words in held.items() if words >= enough), key=lambda one: one.depth, default=None)
    if box is not None and title is not None:
        box = _with(blocks[title].element, box)
    block = box.block if box is not None else None
    if block is None or block.tag in ("html", "body"):
        return source
    around = [element for element in block.around() if element.tag not in ("", "html", "body")]
    opened = "".join(source[element.start : element.inside] for element in reversed(around))
    return f"<html><body>{opened}{source[block.inside : block.end]}</body></html>"


def _with(heading: Element, box: Element) -> Element:
    """The smallest element around both, unless it is much longer than `box`."""
    outside = frozenset(heading.around())
    both = next(element for element in box.around() if element in outside)
    return both if both.end - both.start <= WITH_TITLE * (box.end - box.start) else box
