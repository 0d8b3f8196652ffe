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


def is_attitude(cue: str) -> bool:
    """Whether `cue`, the words that attribute a content, tell of an attitude."""
    return bool(ATTITUDE.search(cue))
