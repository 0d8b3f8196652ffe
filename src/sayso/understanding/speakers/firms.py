"""Which firm "the company" is: the likeliest of the names around it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping

from sayso.understanding.speakers.ground import Ground
from sayso.understanding.speakers.members import Member

# What no firm is called.
_PUBLIC = re.compile(
    r"\b(?:Ministry|Department|Police|Court|University|College|School|Senate|House|Congress|Parliament|Government|Council|Commission|Committee|"
    r"Army|Navy|Force|Guard|Union|Party|Office|Bureau|Embassy|Administration|Authority|Assembly|Nations|Times|Post|Journal|News|Reuters|Press|Herald)\b"
)
_FIRM = re.compile(
    r"\b(?:Inc|Corp|Ltd|PLC|LLC|GmbH|Co|Group|Holdings|Motors|Airlines|Airways|Energy|Bank|Industries|Systems|Technologies|Records|Labs|Company|Corporation|Motor|Brothers|Stores|Foods|Pharmaceuticals|Entertainment|Media|Studios|"
    r"Partners|Capital|Ventures|Software|Electronics|Wireless|Mobile|International|Lines|Shipping)\b"
)
_PLACED = re.compile(r"\b(?:in|at|near|across|around|to|from|throughout|outside) $")
# "Ada Lind (@adalind)": who signs a post with two names is somebody.
_POSTER = re.compile(r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){1,3} \(@\w")
# What tells for a name, in the unit of one sentence's distance. By hand on the training half of `training/speakers`.
A_SENTENCE = -0.6
SUBJECT = 0.9
OWNING = 0.6
LIKE_A_FIRM = 1.0
OFTEN = 0.7
SPOKE = 1.5
A_PLACE = -1.5
TOLD = -1.5
# A name without the look of a firm's must stand this often in the article.
FEWEST = 2


def likeliest_firm(
    named: Iterable[tuple[int, int, Member, int]], spoken: Mapping[Member, int], at: int, reach: int, ground: Ground
) -> Member | None:
    """The member among `named` that "the company" at `at` means, or None.

    `named` gives start, end, member and how often it stands in the article; `spoken` where each spoke last.
    """
    best: tuple[float, int] | None = None
    found = None
    heard = [(place, place, member, FEWEST) for member, place in spoken.items()]
    for start, end, member, often in [*named, *heard]:
        if not 0 < at - end <= reach or _PUBLIC.search(member.name) or _POSTER.match(ground.text, start):
            continue
        like = bool(_FIRM.search(member.name) or member.told_as)
        if len(member.name) < 2 or (not like and often < FEWEST):
            continue
        score = A_SENTENCE * ground.sentences_between(start, at) + SUBJECT * ground.is_subject(start)
        score += OWNING * bool(re.match(r"[’']s?\b", ground.text[end : end + 3]))
        score += LIKE_A_FIRM * like + OFTEN * math.log(often or 1)
        score += A_PLACE * bool(_PLACED.search(ground.text[max(0, start - 12) : start]))
        score += TOLD * (ground.told_at(start) is not None or ground.quoted_at(start) is not None)
        if member in spoken:
            score = max(score, A_SENTENCE * ground.sentences_between(spoken[member], at)) + SPOKE
        if best is None or (score, start) > best:
            best, found = (score, start), member
    return found
