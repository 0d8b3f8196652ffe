"""Father and son of one name, told apart by "Sr." and "Jr."."""

from __future__ import annotations

import re
from collections import defaultdict

from sayso.understanding.speakers.descriptions import PERSON_NAME
from sayso.understanding.speakers.names import SUFFIXES, plain_words

_SUFFIXED = re.compile(r"[a-z] (?:[JS]r\b|I{2,3}\b|IV\b)")
# Without a word of a family, "Ian Prell" and "Ian Prell Jr." are one man who is named in two ways.
_FAMILY = re.compile(r"\b(?:sons?|father|dad|namesake|grandson|grandfather)\b")


def suffix_of(words: list[str]) -> str:
    """The suffix that a name ends in, in lower case; empty without one."""
    last = words[-1].lower().strip(".,")
    return last if last in SUFFIXES else ""


class Generations:
    """The names that an article gives to two of one family, one of them with a suffix."""

    def __init__(self, text: str) -> None:
        self._names: set[tuple[str, str]] = set()
        if not _SUFFIXED.search(text) or not _FAMILY.search(text):
            return
        suffixes: dict[tuple[str, str], set[str]] = defaultdict(set)
        for found in PERSON_NAME.finditer(text):
            words = found[0].split()
            plain = plain_words(words)
            for word in plain[:-1]:
                suffixes[word, plain[-1]].add(suffix_of(words))
        self._names = {name for name, borne in suffixes.items() if "" in borne and len(borne) > 1}

    def are_two(self, name: str, other: str) -> bool:
        """Whether `name` and `other`, forms of one name, are those of two people; a bare surname is of who has no suffix."""
        if not self._names:
            return False
        words, others = name.split(), other.split()
        plain = plain_words(words)
        shared = any((word, plain[-1]) in self._names for word in (*plain[:-1], *plain_words(others)[:-1]))
        return shared and suffix_of(words) != suffix_of(others)
