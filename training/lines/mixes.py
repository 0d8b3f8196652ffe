"""Pages that hold several articles, made of text versions that hold one."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pages import Role, Shown, TextPage, join

Mix = Literal["clean", "near", "whole"]

MIXES: tuple[Mix, ...] = ("clean", "near", "whole")
# Of so many mixed pages all articles are of one country, as those of one site are.
ONE_COUNTRY = 0.8
# So much furniture before and behind an article is kept by a `near` mix.
KEPT_BEFORE = 6
KEPT_BEHIND = 14
_ARTICLE: frozenset[Role] = frozenset({"title", "deck", "body", "subheading"})
# Lines that a rewritten page would keep between title and text.
_HEAD_KEPT = 4


@dataclass(frozen=True, slots=True)
class MixedPage:
    """A page with one article or more: its lines, the role of each, and the lines at which articles start."""

    name: str
    style: str
    mix: str
    lines: tuple[Shown, ...]
    roles: tuple[Role, ...]
    starts: tuple[int, ...]
    members: tuple[str, ...]

    def source(self) -> str:
        """The page as text."""
        return join(self.lines)


def whole_page(page: TextPage) -> MixedPage:
    """A text version as it is."""
    start = _start(page.roles)
    return MixedPage(page.name, page.style, "single", page.lines, page.roles, () if start is None else (start,), (page.name,))  # fmt: skip


def graft(frame: TextPage, article: TextPage, draw: random.Random) -> TextPage:
    """The furniture of one page around the article of another; both show a title and a body."""
    title = article.lines[article.roles.index("title")]
    own = [
        (line, role) for line, role in zip(article.lines, article.roles, strict=True) if role in ("body", "subheading")
    ]
    decks = [(line, role) for line, role in zip(article.lines, article.roles, strict=True) if role == "deck"]
    told = frame.lines[frame.roles.index("title")].text
    first, last = frame.roles.index("body"), max(at for at, role in enumerate(frame.roles) if role in _ARTICLE)
    rows: list[tuple[Shown, Role]] = []
    # What stands between the paragraphs of the frame goes between as many of the article, in its order.
    gaps: list[list[tuple[Shown, Role]]] = []
    for at, (line, role) in enumerate(zip(frame.lines, frame.roles, strict=True)):
        if role == "title":
            rows.append((replace(line, text=title.text), "title"))
            if "deck" not in frame.roles[at:first]:
                rows += decks
        elif line.text == told and role not in _ARTICLE:
            rows.append((replace(line, text=title.text), role))
        elif role == "deck":
            rows, decks = rows + decks, []
        elif at == first:
            rows.append(own[0])
        elif role == "gap":
            if frame.roles[at - 1] != "gap":
                gaps.append([])
            gaps[-1].append((line, role))
        elif role not in _ARTICLE:
            rows.append((line, role))
        if at == last:
            places = sorted(draw.randrange(len(own)) for _ in gaps)
            for place, row in enumerate(own):
                rows += [row] if place else []
                rows += [kept for gap, after in zip(gaps, places, strict=True) if after == place for kept in gap]
    lines, roles = zip(*rows, strict=True)
    return replace(frame, lines=lines, roles=roles)


def graft_pages(pages: Sequence[TextPage], count: int, seed: int) -> list[MixedPage]:
    """`count` whole pages whose article is that of another page of the same country."""
    draw = random.Random(seed)
    usable = [page for page in pages if is_usable(page)]
    made: list[MixedPage] = []
    for _ in range(count):
        frame = draw.choice(usable)
        pool = [page for page in usable if (page.style, page.country) == (frame.style, frame.country)]
        made.append(whole_page(graft(frame, draw.choice(pool), draw)))
    return made


def is_usable(page: TextPage) -> bool:
    """Whether a page shows a title and a body."""
    return "title" in page.roles and page.roles.count("body") >= 3


def mix_pages(
    pages: Sequence[TextPage], count: int, seed: int, mixes: Sequence[Mix] = MIXES, fewest: int = 2, most: int = 4,
    grafted: float = 0.0,
) -> list[MixedPage]:  # fmt: skip
    """`count` pages of `fewest` to `most` articles each, drawn from pages that show a title and a body.

    The share `grafted` of the articles stands in the furniture of another page.
    """
    draw = random.Random(seed)
    usable = [page for page in pages if is_usable(page)]
    by_group: dict[tuple[str, str], list[TextPage]] = {}
    for page in usable:
        by_group.setdefault((page.style, page.country), []).append(page)
    by_style: dict[str, list[TextPage]] = {}
    for page in usable:
        by_style.setdefault(page.style, []).append(page)
    made: list[MixedPage] = []
    while len(made) < count:
        first = draw.choice(usable)
        pool = by_group[first.style, first.country] if draw.random() < ONE_COUNTRY else by_style[first.style]
        number = draw.randint(fewest, most)
        others = [page for page in pool if page.name != first.name]
        if len(others) < number - 1:
            others = [page for page in by_style[first.style] if page.name != first.name]
        mix = draw.choice(mixes)
        members = [first, *draw.sample(others, number - 1)]
        if grafted:
            members = [graft(draw.choice(pool), page, draw) if draw.random() < grafted else page for page in members]
        made.append(_join([_cut(page, mix, draw) for page in members], mix, members))
    return made


def _start(roles: Sequence[Role]) -> int | None:
    return next((at for at, role in enumerate(roles) if role == "title"), None)


def _cut(page: TextPage, mix: Mix, draw: random.Random) -> list[tuple[Shown, Role]]:
    """The lines of a page that a mix keeps, with their roles."""
    rows = list(zip(page.lines, page.roles, strict=True))
    if mix == "whole":
        return rows
    first = next(at for at, role in enumerate(page.roles) if role == "title")
    last = max(at for at, role in enumerate(page.roles) if role in _ARTICLE)
    begun = next((at for at, role in enumerate(page.roles) if role == "body"), last)
    if mix == "near":
        start = max(0, min(first, begun) - draw.randint(0, KEPT_BEFORE))
        kept = rows[start : last + 1 + draw.randint(0, KEPT_BEHIND)]
        if draw.random() < 0.5:
            # Half of them lose what stands between the paragraphs.
            kept = [row for row in kept if row[1] != "gap"]
        return kept
    head = [at for at, role in enumerate(page.roles) if role == "head" and first < at < begun]
    kept_head = set(draw.sample(head, min(len(head), draw.randint(0, _HEAD_KEPT)))) if draw.random() < 0.6 else set()
    kept = [row for at, row in enumerate(rows[first:], first) if row[1] in _ARTICLE or at in kept_head]
    with_headings = draw.random() < 0.8
    kept = [row for row in kept if with_headings or row[1] != "subheading"]
    if draw.random() < 0.5:
        behind = [row for row in rows[last + 1 :] if len(row[0].text) <= 200]
        kept += behind[: draw.randint(0, 4)]
    return kept


def _join(cuts: Sequence[Sequence[tuple[Shown, Role]]], mix: Mix, members: Sequence[TextPage]) -> MixedPage:
    rows = [row for cut in cuts for row in ([(replace(cut[0][0], spaced=True), cut[0][1]), *cut[1:]] if members[0].style != "tight" else cut)]  # fmt: skip
    roles = tuple(role for _, role in rows)
    starts = tuple(at for at, role in enumerate(roles) if role == "title")
    names = tuple(page.name for page in members)
    return MixedPage("+".join(names), members[0].style, mix, tuple(line for line, _ in rows), roles, starts, names)
