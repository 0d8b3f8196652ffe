"""Attributions that the tagger set side by side though one is told inside the other."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from sayso.spans import Span
from sayso.understanding.attribution import Attribution
from sayso.understanding.fragments import OPENING

# Longer than this, what stands before a cue is a clause and no subject.
MOST_WORDS_OF_A_SUBJECT = 8

CLOSING = '"”'
# What stands between a content and a clause that belongs to it: "when", "two years after", ", because". With "while" and "though"
# it mostly stands beside; so it does where somebody promises or denies and does not merely say.
SUBORDINATE = re.compile(
    r"(?:,| [—–-]{1,2})?(?: (?:just|only|shortly|\w+ (?:days|weeks|months|years)))? (?:after|when|because|whereas|before|until) "
)
SAID = re.compile(r"\b(?:said|says?|told|tells?|wrote|writes?|added|adds)\b")


def join_clauses(
    text: str, sentences: list[Span], outer: list[Attribution]
) -> tuple[list[Attribution], dict[int, int]]:
    """`outer` with clauses that tell another attribution joined to the reported content before them: "said it rose after police
    warned of it"; and by the place of each such attribution the place of the one whose content holds it.
    """
    joined = list(outer)
    parents: dict[int, int] = {}
    order = sorted(range(len(outer)), key=lambda at: outer[at].start)
    for first, second in pairwise(order):
        above, below = joined[first], joined[second]
        if first in parents or not _reports_first(text, above):
            continue
        last = above.content[-1]
        between = text[last.end : below.start] if below.start > last.end else ""
        alone = below.cue and below.source and below.source.start == below.start
        if (
            SUBORDINATE.fullmatch(between)
            and alone
            and any(one.holds(last) and one.holds(Span(last.start, below.content[-1].end)) for one in sentences)
        ):
            whole = (*above.content[:-1], Span(last.start, max(span.end for span in below.spans())))
            joined[first] = replace(above, content=whole)
            parents[second] = first
    return joined, parents


def _reports_first(text: str, one: Attribution) -> bool:
    """Whether it is plainly said, by somebody who stands before what is told, and not quoted."""
    if one.cue is None or one.source is None or len(one.content) != 1:
        return False
    content = one.content[0]
    told_after = one.source.end <= one.cue.start and one.cue.end <= content.start
    return told_after and text[content.start] not in '“"' and SAID.search(one.cue.cut(text)) is not None


def with_rest_of_quotation(text: str, outer: Attribution, inner: Attribution) -> Attribution:
    """`inner`, if it is the quotation that `outer` begins with, "“…,” the clerk said", with the quotations that follow in `outer`."""
    first, *rest = outer.content
    begins = len(inner.content) == 1 and inner.content[0].start - first.start in (0, 1) and text[first.start] in OPENING
    if (
        not rest
        or not begins
        or inner.cue is None
        or inner.source is None
        or not inner.content[0].end <= inner.cue.start
    ):
        return inner
    closed = any(mark in CLOSING for mark in text[inner.content[0].end - 1 : inner.cue.start])
    goes_on = closed and first.holds(inner.cue) and all(text[span.start] in OPENING for span in rest)
    return replace(inner, content=(*inner.content, *rest)) if goes_on else inner


def find_stacked(outer: list[Attribution], text: str) -> dict[int, int]:
    """Attributions whose content is but the subject of the next one's cue: place of the outer, place of the inner.

    "According to reports, the officer recalled: …" comes from the tagger as two attributions to "reports".
    """
    found = {}
    for at, above in enumerate(outer):
        for to, below in enumerate(outer):
            if above is below or above.cue is None or below.cue is None or above.source != below.source:
                continue
            who = above.content[-1]
            follows = who.end <= below.cue.start and text[who.end : below.cue.start].isspace()
            told = below.content[0].start >= below.cue.end and who.start >= above.cue.end
            if above.source and follows and told and len(who.cut(text).split()) <= MOST_WORDS_OF_A_SUBJECT:
                found[at] = to
    return found
