"""What stands beside somebody who says something, or who is asked to."""

from __future__ import annotations

import re

_SAYING = (
    r"(?:said|says|told|tells|added|adds|wrote|writes|argued|argues|noted|notes|explained|explains|insisted|insists|recalled|recalls|tweeted|tweets|"
    r"warned|warns|claimed|claims|stated|states|continued|continues|replied|remarked|observed|concluded|acknowledged|asked|asks|responded|joked)"
)
# "Ana Prell, 44, also said".
SAYS_NEXT = re.compile(rf",? (?:also |has |had |later |then |once |now )?{_SAYING}\b")
# "said Ana Prell", "wrote the Courier’s Ana Prell".
SAYS_BEFORE = re.compile(
    rf"(?:\b{_SAYING}|\b[Aa]ccording to) (?:(?:the )?(?:[A-Z][\w’'-]*[^\W\d_] )*[A-Z][\w-]*[’']s? )?$"
)
# Whom somebody has put a question to: the next to speak.
_ASKED = re.compile(r"\b(?:asked|asks|questioned|pressed|interviewed|grilled|quizzed)(?: [A-Z]\w+\.?){0,2} $")
# So many characters before a name hold the words of saying before it.
REACH = 44


def is_saying(text: str, start: int, end: int) -> bool:
    """Whether a verb of saying stands right beside the name at `[start, end)`."""
    return bool(SAYS_NEXT.match(text, end) or SAYS_BEFORE.search(text, max(0, start - REACH), start))


def is_asked(text: str, start: int) -> bool:
    """Whether somebody is told to ask the one named at `start` something."""
    return bool(_ASKED.search(text, max(0, start - REACH), start))
