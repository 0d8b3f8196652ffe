"""Whom a lead describes before the article names them: "A former mayor says …" of "said Ana Prell"."""

from __future__ import annotations

import re

from sayso.spans import Span
from sayso.understanding.speakers.descriptions import Description
from sayso.understanding.speakers.ground import Ground
from sayso.understanding.speakers.inventory import Inventory
from sayso.understanding.speakers.members import Member
from sayso.understanding.speakers.vocabulary import TITLE_WORD

# A lead is the headline and the first sentences; who it describes is named in the sentences after it. By hand on PolNeAR
# train.
LEAD_SENTENCES = 3
NAMED_WITHIN = 3
# Those whom articles leave unnamed on purpose are never taken for somebody named.
ANONYMOUS = {
    "official", "source", "person", "aide", "adviser", "advisor", "insider", "staffer", "staff", "spokesman", "spokeswoman", "spokesperson", "expert", "analyst",
    "witness", "resident", "diplomat", "employee", "worker", "operative", "ally", "friend", "relative", "neighbour", "neighbor", "member", "representative", "critic",
    "supporter", "voter", "user", "man", "woman", "lawyer", "attorney", "victim", "officer",
}  # fmt: skip
_SAID_NEXT = re.compile(
    r",? (?:also |has |had |later |then )?(?:said|says|told|tells|added|wrote|writes|argued|argues|tweeted|warned|claimed|claims)\b"
)
_SAID_BEFORE = re.compile(r"\b(?:said|says|wrote|added|told|argued|explained|tweeted) $")


def named_after_lead(description: Description, source: Span, ground: Ground, inventory: Inventory) -> Member | None:
    """The person whom the lead's `description` at `source` means: the first named in full after it, when they fit.

    They fit who are told to be what the description says, or who speak and are told to be nothing else.
    """
    here = ground.sentence_at(source.start)
    if here >= LEAD_SENTENCES or description.plural or not description.head:
        return None
    last = min(here + NAMED_WITHIN, len(ground.sentences) - 1)
    head = description.head.lower()
    for one in inventory.named_in(source.end, ground.sentences[last].end):
        member = one.member
        if not one.full or one.owning or any(source.start > place for place in inventory.full_places(member)):
            continue
        if description.gender and member.gender not in (None, description.gender):
            continue
        told = " ".join([*member.told_as, member.role or ""]).lower()
        if re.search(rf"\b{re.escape(head)}\b", told) and head not in ANONYMOUS:
            return member
        speaks = _SAID_NEXT.match(ground.text, one.end) or _SAID_BEFORE.search(
            ground.text[max(0, one.start - 10) : one.start]
        )
        if speaks and head not in ANONYMOUS and not TITLE_WORD.search(told):
            return member
    return None
