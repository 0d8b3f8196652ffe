"""Where in an article a mention stands: its sentence, paragraph, clause."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from sayso.spans import Span, covered
from sayso.text.sentences import find_sentences
from sayso.understanding.speakers.vocabulary import is_title

# After these a new clause opens, so that a name that follows is its subject, or stands after a verb of saying.
OPENERS = {
    "and", "but", "while", "when", "as", "because", "that", "if", "after", "before", "since", "where", "which", "though", "although",
    "whether", "how", "what", "why", "until", "yet", "so", "or", "than", "said", "says", "say", "added", "adds", "wrote", "explained", "noted",
    "argued", "asked", "recalled", "insisted", "continued", "replied", "warned", "tweeted", "stated", "claimed", "admitted",
}  # fmt: skip
_BEFORE_NAME = re.compile(r"(?:[A-Z][\w.’'&-]*|former|rival|then|the|a|an|presidential|vice|his|her|their|its)$")
# A straight mark may be closed by a curly one: pages mix them. It opens before a word and closes behind one, so that a lost
# mark turns what follows inside out no further than the next.
_QUOTE = re.compile(
    r"“[^”\n]*?(?:”|(?<=[,.?!])\"(?=\s)|(?=\n)|$)|«[^»\n]*»?|„[^“”\n]*[“”]?|''(?=[^\W_]|[\[($£€.…‘’])[^\n]*?(?:''|$)"
    r"|\"(?![\s.,;:!?)\]—–-]|$)[^\"”\n]*(?:”|\"(?!(?<=\s\")\w))?",
    re.MULTILINE,
)
_SMALL = re.compile(r"(?<![\w’'-])[a-z][\w-]+")
_LONG_WORD = re.compile(r"[^\W\d_][\w’'-]{3,}")
# Of the words of four letters or more in a line, this share with a capital makes it a heading in title case, from
# this many words on. By hand on PolNeAR dev.
HEADING_SHARE = 0.8
HEADING_WORDS = 4
# A quotation this many characters before a pronoun is what it says: a mark, a comma and a blank.
TOUCHING = 4


class Ground:
    """The text of an article with its sentences, paragraphs and told stretches, asked by place."""

    def __init__(self, text: str, told: Sequence[Span], sentences: list[Span] | None = None) -> None:
        self.text = text
        self.sentences = find_sentences(text) if sentences is None else sentences
        self._starts = [span.start for span in self.sentences]
        self._lines = [0, *(found.end() for found in re.finditer("\n+", text))]
        self._told = covered(told)
        self._told_starts = [span.start for span in self._told]
        quotes = list(_QUOTE.finditer(text))
        self._quote_starts = [found.start() for found in quotes]
        self._quote_ends = [found.end() for found in quotes]
        self._plain_before = list(accumulate(int(self.quoted_at(start) is None) for start in self._starts)) or [0]
        self._plain_lines = list(accumulate(int(self.quoted_at(start) is None) for start in self._lines))

    @cached_property
    def small_words(self) -> set[str]:
        """The words that stand in the text with a small letter."""
        return set(_SMALL.findall(self.text))

    def sentences_between(self, start: int, end: int) -> int:
        """How many sentences begin after `start` and up to `end`, those inside quotation marks aside."""
        return self._plain_before[self.sentence_at(end)] - self._plain_before[self.sentence_at(start)]

    def lines_between(self, start: int, end: int) -> int:
        """How many paragraphs begin after `start` and up to `end`, those that open with a quotation aside."""
        return self._plain_lines[self.line_at(end)] - self._plain_lines[self.line_at(start)]

    def sentence_at(self, at: int) -> int:
        """The number of the sentence at `at`."""
        return max(0, bisect_right(self._starts, at) - 1)

    def sentence_start(self, at: int) -> int:
        """Where the sentence at `at` begins."""
        return self._starts[self.sentence_at(at)] if self._starts else 0

    def line_at(self, at: int) -> int:
        """The number of the paragraph at `at`."""
        return max(0, bisect_right(self._lines, at) - 1)

    def line_start(self, at: int) -> int:
        """Where the paragraph at `at` begins."""
        return self._lines[self.line_at(at)]

    def told_at(self, at: int) -> Span | None:
        """The stretch that quotes or reports somebody and holds `at`, or None."""
        place = bisect_right(self._told_starts, at) - 1
        return self._told[place] if place >= 0 and at < self._told[place].end else None

    def told_before(self, at: int) -> Span | None:
        """The stretch told by somebody that ends right before `at`, or None."""
        place = bisect_right(self._told_starts, at) - 1
        found = self._told[place] if place >= 0 else None
        return found if found and 0 <= at - found.end <= TOUCHING else None

    def told_after(self, at: int) -> Span | None:
        """The stretch told by somebody that begins in the sentence of `at`, after it, or None."""
        place = bisect_right(self._told_starts, at)
        found = self._told[place] if place < len(self._told) else None
        return found if found and self.sentences and found.start < self.sentences[self.sentence_at(at)].end else None

    def quoted_at(self, at: int) -> int | None:
        """The number of the quotation whose marks hold `at`, or None; one without a closing mark ends with its line."""
        place = bisect_right(self._quote_starts, at) - 1
        return place if place >= 0 and at < self._quote_ends[place] else None

    def is_subject(self, at: int) -> bool:
        """Whether the words at `at` open a sentence or a clause, titles before a name aside."""
        start = self.sentence_start(at)
        words = self.text[start:at].split(" ")[-7:]
        if words and words[-1] == "":
            words.pop()
        for back, word in enumerate(reversed(words)):
            bare = word.strip("\"“”'‘’(")
            if not bare or bare[-1] in ",;:—–-" or word[-1] in '"”' or bare.lower() in OPENERS:
                return True
            if back >= 5 or not (_BEFORE_NAME.fullmatch(bare) or is_title(bare)):
                return False
        return True

    def headings(self) -> list[Span]:
        """The lines in title case or capitals, whose capitals make no names."""
        found = []
        for start, end in zip(self._lines, [*self._lines[1:], len(self.text)], strict=True):
            line = self.text[start:end]
            if start == end or len(line) > 160:
                continue
            words = _LONG_WORD.findall(line)
            capital = sum(word[0].isupper() for word in words)
            if len(line.split()) > HEADING_WORDS and words and capital >= HEADING_SHARE * len(words):
                found.append(Span(start, end))
        return found
