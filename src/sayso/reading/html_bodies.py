"""Choose the blocks of HTML that hold the body of each article."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.reading import cues
from sayso.reading.extractors import ask_readability, ask_trafilatura
from sayso.reading.html_blocks import Block, letters_of
from sayso.reading.html_elements import Element
from sayso.reading.html_excerpts import cut_excerpt, find_prose
from sayso.reading.html_kinds import in_comments, is_prose, kind_in_body, kind_of

_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_ITEM = re.compile(r"^[-•]\s+")

# Shorter blocks count as body only when the extractor has them as a line of their own. Measured on the 181 pages of the
# extraction benchmark: F1 0.958 with all thresholds of this module.
SHORT = 25
# A paragraph that the extractor left out is taken when it stands beside body and is no shorter than this.
LEFT_OUT = 40
# An element that holds more than this share of a body is its box. Measured on the same pages.
BOX_SHARE = 0.15
# Where the extractor has no more than this share of the prose that the page shows, it missed the body. Measured as above.
MISSED_SHARE = 0.1
# Where its answer on an excerpt has no more than this share of all prose, it is asked of the whole page. Measured on the
# same pages and on Fundus: of 439 pages, 25.
EXCERPT_SHARE = 0.4
# Where its quick answer has no more than this share, it is asked to be thorough. Measured as above.
UNSURE_SHARE = 0.6
# So many vote with `best`, and so many must agree. Measured as above.
VOTERS = 3
MAJORITY = 2
# Two articles stand on one page only when each has a heading and this much prose: teasers are shorter.
SUBSTANTIAL = 600
SUBSTANTIAL_PARAGRAPHS = 3


@dataclass(frozen=True, slots=True)
class Body:
    """An article's blocks by their number in the page: its paragraphs in order, and its title's block.

    `boxes` are the elements around them that hold much of the body; `shares` the share of the votes that each
    paragraph got, empty where there was no vote.
    """

    paragraphs: tuple[int, ...]
    title: int | None
    boxes: frozenset[Element]
    shares: tuple[float, ...] = ()

    def first(self) -> int:
        """The number of the first paragraph."""
        return self.paragraphs[0]

    def share(self, at: int) -> float | None:
        """The share of the votes that the paragraph `at` got, or None where there was no vote."""
        return self.shares[self.paragraphs.index(at)] if self.shares else None

    def distance(self, at: int) -> int:
        """How many blocks `at` lies outside the article."""
        low = min(self.first(), self.title if self.title is not None else self.first())
        return max(low - at, at - self.paragraphs[-1], 0)


def find_bodies(source: str, blocks: Sequence[Block], titles: Sequence[str], best: bool = False) -> list[Body]:
    """The bodies of the page's articles in order; none when no block reads as prose.

    Trafilatura in precision mode says which words are body; they are found again among the blocks, which know where
    each character stands. Where it finds nothing, paragraphs are told by their own look. With `best`, three vote on
    each block: sayso itself, trafilatura alone, and readability-lxml. Raises `MissingExtra` without the last.
    """
    several = _several(blocks)
    if several:
        return several
    look = _by_look(blocks)
    chosen = _quick_answer(source, blocks, titles)
    if _prose(chosen, blocks) <= UNSURE_SHARE * _prose(look, blocks):
        chosen = _aligned(ask_trafilatura(source, thorough=True), blocks)
    if _prose(chosen, blocks) <= MISSED_SHARE * _prose(look, blocks) and _words(chosen, blocks) < _words(look, blocks):
        chosen = look
    title = _find_title(blocks, titles, chosen)
    boxes = _boxes(chosen, blocks)
    chosen = [at for at in chosen if not in_comments(blocks[at], boxes)] or chosen
    filled = _fill(chosen, blocks, boxes)
    chosen = [at for at in filled if at != title and (title is None or not _repeats(blocks, at, title))]
    if best and chosen:
        votes = _vote(source, blocks, chosen)
        elected = [at for at in votes if votes[at] >= MAJORITY and at != title]
        if elected:
            return [Body(tuple(elected), title, boxes, tuple(round(votes[at] / VOTERS, 3) for at in elected))]
    return [Body(tuple(chosen), title, boxes)] if chosen else []


def _quick_answer(source: str, blocks: Sequence[Block], titles: Sequence[str]) -> list[int]:
    """What trafilatura says of the stretch that holds most of the prose; where that is too little, of the whole page."""
    prose = find_prose(blocks)
    excerpt = cut_excerpt(source, blocks, prose, _find_title(blocks, titles, prose))
    chosen = _aligned(ask_trafilatura(excerpt, thorough=False), blocks)
    if excerpt is not source and _prose(chosen, blocks) <= EXCERPT_SHARE * _prose(prose, blocks):
        chosen = _aligned(ask_trafilatura(source, thorough=False), blocks)
    return chosen


def _vote(source: str, blocks: Sequence[Block], chosen: Sequence[int]) -> dict[int, int]:
    """How many of the voters take each block for body, in the order of the page."""
    words = letters_of(ask_readability(source))
    voters: tuple[Sequence[int], ...] = (
        chosen,
        _aligned(ask_trafilatura(source, thorough=True), blocks),
        [at for at, block in enumerate(blocks) if (letters := block.letters()) and letters in words],
    )
    return dict(sorted(Counter(at for voter in voters for at in voter).items()))


def _prose(chosen: Sequence[int], blocks: Sequence[Block]) -> int:
    """How many characters of the chosen blocks are prose."""
    return sum(len(blocks[at].text) for at in chosen if is_prose(blocks[at].text))


def _words(chosen: Sequence[int], blocks: Sequence[Block]) -> int:
    return sum(len(blocks[at].text) for at in chosen)


def _aligned(extracted: Sequence[str], blocks: Sequence[Block]) -> list[int]:
    """The blocks whose words the extractor has; of blocks that say the same, the one nearest to the others."""
    lines = {letters_of(_ITEM.sub("", line)) for line in extracted}
    whole = "".join(letters_of(_ITEM.sub("", line)) for line in extracted)
    held: dict[str, list[int]] = {}
    for at, block in enumerate(blocks):
        letters = block.letters()
        if letters and (letters in lines or (len(letters) >= SHORT and letters in whole)):
            held.setdefault(letters, []).append(at)
    single = [places[0] for places in held.values() if len(places) == 1]
    middle = statistics.median(single) if single else 0
    return sorted(min(places, key=lambda at: abs(at - middle)) for places in held.values())


def _by_look(blocks: Sequence[Block]) -> list[int]:
    """The paragraphs that read as prose and that nothing labels as furniture."""
    return [at for at, block in enumerate(blocks) if _looks_like_body(block)]


def _looks_like_body(block: Block) -> bool:
    return (
        len(block.text) >= 2 * LEFT_OUT
        and block.linked < len(block.text) / 2
        and not block.element.furniture
        and is_prose(block.text)
        and not in_comments(block, frozenset())
        and kind_of(block) == "other"
    )


def _boxes(chosen: Sequence[int], blocks: Sequence[Block]) -> frozenset[Element]:
    """The elements that hold more than `BOX_SHARE` of the words of the chosen blocks."""
    held: Counter[Element] = Counter()
    for at in chosen:
        for element in blocks[at].element.around():
            held[element] += len(blocks[at].text)
    whole = sum(len(blocks[at].text) for at in chosen)
    single = {blocks[at].element for at in chosen}
    return frozenset(element for element, words in held.items() if words > BOX_SHARE * whole and element not in single)


def _fill(chosen: Sequence[int], blocks: Sequence[Block], boxes: frozenset[Element]) -> list[int]:
    """`chosen` with the paragraphs and headings that stand in the same kind of box and carry no other label.

    Between chosen blocks a heading is taken too, and a short line that a break parts from its paragraph.
    """
    if not chosen:
        return []
    parents = {_look(blocks[at].element.parent) for at in chosen if is_prose(blocks[at].text)}
    own = {blocks[at].element for at in chosen}
    taken = set(chosen)
    tables = _tables(chosen, blocks, boxes)
    for at, block in enumerate(blocks):
        inside = chosen[0] < at < chosen[-1]
        linked = 2 * block.linked > len(block.text) and not (inside and block.element.tag in _HEADINGS)
        if at in taken or linked or in_comments(block, boxes):
            continue
        if tables and any(element in tables for element in block.element.around()):
            taken.add(at)
        elif block.element in own and (inside or at - 1 in taken) and block.element not in boxes:
            if _unlabelled(block, boxes):
                taken.add(at)
        elif _look(block.element.parent) in parents and (inside or not block.element.furniture):
            heading = inside and block.element.tag in ("h2", "h3", "h4")
            paragraph = block.element.tag == "p" and len(block.text) >= LEFT_OUT and is_prose(block.text)
            if (heading or paragraph) and _unlabelled(block, boxes):
                taken.add(at)
    return sorted(taken)


def _unlabelled(block: Block, boxes: frozenset[Element]) -> bool:
    """Whether neither a block's words nor its labels make it anything but a paragraph or a subheading."""
    return cues.furniture_of(block.text) is None and kind_in_body(block, boxes) in (None, "subheading")


def _tables(chosen: Sequence[int], blocks: Sequence[Block], boxes: frozenset[Element]) -> set[Element]:
    """The tables of figures: those that stand in a box of the body, and that hold no block of it themselves."""
    around = {element for at in chosen for element in blocks[at].element.around()}
    parents = {blocks[at].element.parent for at in chosen}
    outside = {element for block in blocks for element in _new(block.element, around)}
    return {
        element
        for element in outside
        if element.tag == "table" and (element.parent in parents or element.parent in boxes)
    }


def _new(element: Element, seen: set[Element]) -> Iterator[Element]:
    """The element and those around it that were not `seen`, which they are from then on."""
    for one in element.around():
        if one in seen:
            return
        seen.add(one)
        yield one


def _look(element: Element | None) -> tuple[int | str, ...]:
    """What boxes of one kind share: tag with class, or for a box without class the box itself."""
    if element is None:
        return ()
    label = element.attributes.get("class", "")
    return (element.tag, label) if label else (id(element),)


def _find_title(blocks: Sequence[Block], titles: Sequence[str], chosen: Sequence[int]) -> int | None:
    """The block that shows the headline: a heading that the markup's titles tell, else the last before the body."""
    wanted = [letters_of(title) for title in titles if title]
    headings = [at for at, block in enumerate(blocks) if block.element.tag in _HEADINGS]
    for tags in (("h1",), ("h2", "h3", "h4")):
        for at in headings:
            if blocks[at].element.tag in tags and any(_matches(blocks[at].letters(), title) for title in wanted):
                return at
    first = _first_prose(blocks, chosen)
    level_one = [at for at in headings if blocks[at].element.tag == "h1" and len(blocks[at].text.split()) > 2]
    before = [at for at in headings if at < first and len(blocks[at].text.split()) > 2]
    ones_before = [at for at in level_one if at < first]
    return next(iter([*ones_before[-1:], *level_one[:1], *before[-1:]]), None)


def _first_prose(blocks: Sequence[Block], chosen: Sequence[int]) -> int:
    return next((at for at in chosen if is_prose(blocks[at].text)), len(blocks))


def _matches(heading: str, title: str) -> bool:
    """Whether a heading is the title, or most of it: the title may name the site as well."""
    if len(heading) < 12:
        return heading == title
    return (heading in title and 5 * len(heading) > 2 * len(title)) or (
        title in heading and 2 * len(title) > len(heading)
    )


def _repeats(blocks: Sequence[Block], at: int, title: int) -> bool:
    return at < title or blocks[at].letters() == blocks[title].letters()


def _several(blocks: Sequence[Block]) -> list[Body]:
    """The bodies of a page whose `article` elements are clearly articles of their own; else none."""
    inside: dict[Element, list[int]] = {}
    for at, block in enumerate(blocks):
        if (article := block.element.article) is not None:
            inside.setdefault(article, []).append(at)
    inside = {outer: places for outer, places in inside.items() if len(places) > SUBSTANTIAL_PARAGRAPHS}
    if len(inside) < 2:
        return []
    bodies = []
    for outer, places in inside.items():
        title = next((at for at in places if blocks[at].element.tag in ("h1", "h2")), None)
        if title is None:
            continue
        body = [at for at in places if at > title and _belongs(blocks[at], outer)]
        prose = [at for at in body if is_prose(blocks[at].text)]
        if len(prose) >= SUBSTANTIAL_PARAGRAPHS and sum(len(blocks[at].text) for at in prose) >= SUBSTANTIAL:
            bodies.append(Body(tuple(body), title, frozenset({outer})))
    return bodies if len(bodies) > 1 else []


def _belongs(block: Block, box: Element) -> bool:
    heading = block.element.tag in ("h2", "h3", "h4")
    return kind_in_body(block, frozenset({box})) in (None, "subheading") and (
        heading or _looks_like_body(block) or is_prose(block.text)
    )
