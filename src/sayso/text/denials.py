"""Words that deny."""

from __future__ import annotations

import re

_CUE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|refut\w+|disput\w+|dismiss\w*|rebut\w*|disavow\w*)\b", re.IGNORECASE
)
_CONTENT = re.compile(
    r"\b(?:is|are|was|were|it['’]s|that['’]s) (?:simply |completely |totally |just |wholly |entirely |quite |plainly )?"
    r"(?:not true|untrue|false|wrong|nonsense|a lie|baseless|unfounded|fake)\b",
    re.IGNORECASE,
)


def is_denial(cue: str, content: str) -> bool:
    """Whether `content`, attributed by `cue`, is put forward as untrue."""
    return bool(_CUE.search(cue) or _CONTENT.search(content))


def without_denial(content: str) -> str:
    """`content` without the words that deny, so that what is denied can be compared."""
    return _CONTENT.sub(" ", content)
