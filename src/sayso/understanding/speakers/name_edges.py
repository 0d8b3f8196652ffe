"""Where a person's name begins and ends in a run of capitals."""

from __future__ import annotations

import re
from collections import Counter

from sayso.text.countries import country_of
from sayso.understanding.speakers.descriptions import PERSON_NAME
from sayso.understanding.speakers.first_names import is_first_name
from sayso.understanding.speakers.ground import Ground
from sayso.understanding.speakers.names import NOT_NAMES, OFFICE_CAPITALS
from sayso.understanding.speakers.nouns import is_person_noun, is_plural_person_noun
from sayso.understanding.speakers.vocabulary import BODY, is_title

# "Abu Omar": a name by a child's, or a father's.
FATHER_OF = {"abu", "umm", "bin", "ibn", "bint", "ben"}


class NameEdges:
    """The runs of capitals of one article, from which the words that are no part of a name are taken off."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._text = ground.text
        self._small = ground.small_words
        self._runs = Counter(found[0] for found in PERSON_NAME.finditer(self._text))

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """`[start, end)` without roles and words that are no names at its ends."""
        words = list(re.finditer(r"\S+", self._text[start:end]))
        opens = start == self._ground.sentence_start(start) or self._text[max(0, start - 1) : start] in "“\"'‘"
        first = 0
        for at, word in enumerate(words[:-1]):
            bare = word[0].lower().rstrip(".")
            called = is_first_name(bare)
            if (
                (is_title(bare) and not called and not (at > first and is_first_name(words[first][0])))
                or (at == first and not called and (bare in NOT_NAMES or _is_noun(bare) or country_of(word[0])))
                or (at == first and word[0].isupper() and len(bare) > 2 and word[0].isalpha())
                or (at == first and word[0] in OFFICE_CAPITALS)
                or (at == first == 0 and self._is_stray(words, opens))
                or (at == first and word[0].endswith(("-based", "-born", "-owned", "-led", "-made", "-backed", "-era")))
            ):
                first = at + 1
        first = max(first, self._after_office(words))
        last = len(words)
        while last > first and words[last - 1][0].lower().rstrip(".") in NOT_NAMES:
            if (
                words[last - 1][0] in ("May", "Fox", "Young", "Early")
                and last - first > 1
                and is_first_name(words[last - 2][0])
            ):
                break
            last -= 1
        if last == first or is_title(words[last - 1][0] + "."):
            return start, start
        return start + words[first].start(), start + words[last - 1].end()

    def _after_office(self, words: list[re.Match[str]]) -> int:
        """Where the name begins behind other capitals: "NBC Insider Ian Prell", "View Photos Ian Prell"; 0 without any."""
        # Two names may stand side by side in a caption; a middle name is no beginning.
        for at in range(len(words) - 2, 1 if is_first_name(words[0][0]) else 0, -1):
            begins = is_first_name(words[at][0]) and words[0][0].lower() not in FATHER_OF
            if begins and self._runs[" ".join(one[0] for one in words[at:])]:
                return at
        if len(words) > 3 and is_first_name(words[-2][0]) and not is_first_name(words[0][0]):
            # "Orby Rowing Club Captain Ian Prell" ends in a whole name.
            first = len(words) - 2
            while first and (is_first_name(words[first - 1][0]) or words[first - 1][0].lower() in FATHER_OF):
                first -= 1
            return first
        for at, word in enumerate(words[:-1]):
            if is_first_name(word[0]):
                return at if any(_is_office(one[0]) for one in words[:at]) else 0
        return 0

    def _is_stray(self, words: list[re.Match[str]], opens: bool) -> bool:
        """Whether the first of `words` only stands before a name: "Crooked Hillary Clinton", "Rival Ana Lind"."""
        word, following = words[0][0], words[1][0]
        if word.lower() in FATHER_OF:
            return False
        if is_first_name(word):
            return opens and word.lower() in ("will", "may", "mark", "can") and is_first_name(following)
        if len(words) < 3 or not is_first_name(following):
            return len(words) > 2 and opens and word.lower() in self._small
        return opens or word.lower() in self._small or self._runs[" ".join(one[0] for one in words[1:])] > 0


def _is_noun(word: str) -> bool:
    return is_person_noun(word) or is_plural_person_noun(word)


def _is_office(word: str) -> bool:
    """Whether a capitalised word before a name belongs to an office, an acronym or a body, and not to the name."""
    acronym = (word.isupper() and len(word) > 1 and "." not in word) or re.fullmatch(r"[A-Z][a-z]+[A-Z]", word)
    return bool(acronym or BODY.fullmatch(word) or is_person_noun(word.lower()))
