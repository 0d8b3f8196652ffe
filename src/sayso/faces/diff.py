"""What one article took from another, told for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.comparing.rewording import Change, Pairing, find_rewording
from sayso.errors import InterchangeError
from sayso.faces.lookup import Lookup, find_record, look_up
from sayso.faces.terminal import wrapped
from sayso.faces.wording import counted, share, when
from sayso.records import Article, Copy, Dossier

# What a change of substance is called, in the order in which kinds are told.
CHANGES = {
    "figure": "another figure",
    "hardened": "hardened",
    "softened": "softened",
    "credit dropped": "who says it was dropped",
    "credit added": "who says it was added",
}


def tell_difference(dossier: Dossier, one: str, other: str) -> str:
    """What stands in both articles, reworded, moved, added or dropped, wrapped to 88 columns.

    The article that the other was taken from comes first; where no copy was found, the one that is named first.

    Args:
        dossier: what one run found.
        one: the id of an article, or a beginning that only one article's id has.
        other: that of another article.

    Raises:
        InterchangeError: no article, or more than one, has such an id, or both are one.

    """
    lookup = look_up(dossier)
    first, second = (find_record(dossier.articles, id_, "articles") for id_ in (one, other))
    if first.id == second.id:
        raise InterchangeError(other, "both ids name one article", "give the ids of two articles")
    copy = _copy_between(lookup, first, second)
    if copy and copy.of == second.id:
        first, second = second, first
    pairings = find_rewording(first.text, second.text)
    lines = [*_opening(lookup, first, second, copy), "", *_in_brief(pairings), ""]
    for section in (_changes(pairings, first, second), _passages(pairings, first, second)):
        lines += [*section, ""]
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def _copy_between(lookup: Lookup, first: Article, second: Article) -> Copy | None:
    pairs = ((first.id, second.id), (second.id, first.id))
    return next((copy for of, to in pairs for copy in lookup.copies_of.get(to, ()) if copy.of == of), None)


def _opening(lookup: Lookup, first: Article, second: Article, copy: Copy | None) -> Iterator[str]:
    for sign, article in (("A", first), ("B", second)):
        yield from wrapped(f"{sign}  {article.title or '(no title)'}", "", "   ")
        yield from wrapped(f"{lookup.outlet(article.id)}, {when(article.published)} ({article.id})", "   ")
    yield ""
    if copy:
        yield from wrapped(f"B took {share(copy.share)} of its words from A: {copy.because}.")
    else:
        yield from wrapped("No copy was found between the two: what they share is less than what makes one.")


def _in_brief(pairings: Sequence[Pairing]) -> Iterator[str]:
    counts = Counter(one.kind for one in pairings)
    moved = sum(one.moved for one in pairings)
    told = [
        f"{counted(counts['same'], 'sentence')} the same",
        f"{counts['reworded']} reworded",
        f"{moved} of both in another place",
        f"{counts['added']} only in B",
        f"{counts['dropped']} only in A",
    ]
    yield from wrapped(", ".join(told))


def _changes(pairings: Sequence[Pairing], first: Article, second: Article) -> Iterator[str]:
    yield "WHAT CHANGED IN SUBSTANCE"
    told = [change for one in pairings for change in one.changes if change.kind in CHANGES]
    if not told:
        yield "  No figure, no degree of certainty, and nobody who is credited."
    for kind in CHANGES:
        for change in told:
            if change.kind == kind:
                yield from wrapped(f"- {CHANGES[kind]}: {_sides(change, first, second)}", "  ", "    ")


def _sides(change: Change, first: Article, second: Article) -> str:
    before = f"“{change.of.cut(first.text)}” A [{change.of.start}, {change.of.end})" if change.of else "nothing in A"
    after = (
        f"“{change.copy.cut(second.text)}” B [{change.copy.start}, {change.copy.end})"
        if change.copy
        else "nothing in B"
    )
    return f"{before} → {after}"


def _passages(pairings: Sequence[Pairing], first: Article, second: Article) -> Iterator[str]:
    yield "SENTENCE BY SENTENCE  = same  ~ reworded [-A-]{+B+}  + only in B  - only in A  ^ moved"
    for one in pairings:
        moved = "^" if one.moved else " "
        if one.kind == "dropped" and one.of:
            yield from wrapped(f"-  {one.of.cut(first.text)}", "", "   ")
        elif one.kind == "added" and one.copy:
            yield from wrapped(f"+  {one.copy.cut(second.text)}", "", "   ")
        elif one.kind == "same" and one.copy:
            yield from wrapped(f"={moved} {one.copy.cut(second.text)}", "", "   ")
        else:
            yield from wrapped(f"~{moved} {_marked(one, first, second)}", "", "   ")


def _marked(one: Pairing, first: Article, second: Article) -> str:
    """The sentence of B with what A had in its place."""
    assert one.copy is not None
    at, pieces = one.copy.start, []
    for change in one.changes:
        pieces.append(second.text[at : change.at])
        at = change.copy.end if change.copy else change.at
        if change.of:
            dropped = f"[-{change.of.cut(first.text)}-]"
            pieces.append(dropped if change.copy else f"{dropped} " if at == one.copy.start else f" {dropped}")
        if change.copy:
            pieces.append(f"{{+{change.copy.cut(second.text)}+}}")
    return "".join([*pieces, second.text[at : one.copy.end]])
