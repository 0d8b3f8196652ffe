"""Cues that tell where somebody stands and not what they said."""

from __future__ import annotations

import re

# PolNeAR annotates attitudes as attributions ("the party supports the bill"); that the party does so is told by the
# article in its own voice all the same.
ATTITUDE = re.compile(
    r"\b(?:support(?:s|ed|ing|ive)?|back(?:s|ed|ing)|oppos(?:e|es|ed|ing|ition)|favou?r(?:s|ed|ing)?|push(?:es|ed|ing)?|"
    r"(?:be|is|are|was|were) aware of|talking about|promot(?:e|es|ed|ing)|help(?:s|ed|ing)?|interested in)\b",
    re.IGNORECASE,
)
# So it does of what somebody did: "the singer staged a protest against the vote".
ACT = re.compile(
    r"\b(?:bid(?:s|ding)? farewell|stag(?:e|es|ed|ing) (?:(?:a|the) )?protests?|(?:post|shar)(?:s|es|ed|ing) (?:a |the |his |her |their )?(?:photo|picture|image|video)s?"
    r"(?: \w+){0,2} of|(?:is|are|was|were) (?:\w+ )?pictured|bann(?:ed|ing)|bans|impos(?:es|ed|ing)|sign(?:s|ed|ing)? (?:[\w ]{1,30} )?into law|approv(?:es|ed|ing)|"
    r"campaign(?:s|ed|ing) (?:\w+ )?(?:for|against)|lobb(?:y|ies|ied|ying))\b",
    re.IGNORECASE,
)
SAYING = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|told|tells?|telling|call(?:s|ed|ing)|announc\w+|statement|ask(?:s|ed|ing))\b",
    re.IGNORECASE,
)


def is_attitude(cue: str) -> bool:
    """Whether `cue`, the words that attribute a content, tell of an attitude or an act."""
    return bool(ATTITUDE.search(cue) or (ACT.search(cue) and not SAYING.search(cue)))
