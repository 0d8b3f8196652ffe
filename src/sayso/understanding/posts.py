"""Posts that stand in an article with their credit behind a dash: "… — Ada Lind (@adalind) November 8, 2016"."""

from __future__ import annotations

import re
from itertools import pairwise

from sayso.spans import Span, trim
from sayso.understanding.attribution import Attribution

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
CREDIT = re.compile(
    r"(?P<dash>—|–|--|- )[^\S\n]*(?P<who>[^\n()@—]{1,60}? \(@\w{2,20}\))[^\S\n]*,?[^\S\n]*"
    rf"(?:{_MONTH} \d{{1,2}},? (?P<year>\d{{4}})|\d{{1,2}} {_MONTH},? (?P<later>\d{{4}}))"
)
# Characters that a post had at most up to the year, and behind it; links and pictures count beside them.
SHORT, LONG, LENGTHENED = 140, 280, 2017
LINKS = 60
# What stands at the end of a post and is none of its words.
LINK = re.compile(r"(?:\s*(?:https?://\S+|pic\.twitter\.com/\w+|t\.co/\w+))+\s*$")
# Where paragraphs ran together, a sentence before the last belongs to the post only if something tells.
OF_POST = re.compile(r"[#@]\w|https?://|\b(?:I|we|my|our|me|us)\b|I[’']m\b|[Ww]e[’']re\b")
# A credit of this form is hardly ever anything else; by hand.
CONFIDENCE = 0.9


def add_posts(text: str, sentences: list[Span], found: list[Attribution]) -> list[Attribution]:
    """`found` with the posts of `text`, in place of whatever was found in them and their credits."""
    signed = list(CREDIT.finditer(text))
    if not signed:
        return found
    posts: list[tuple[Span, re.Match[str]]] = []
    for before, credit in pairwise([None, *signed]):
        words = _words(text, sentences, before.end() if before else 0, credit) if credit else None
        if credit and words:
            posts.append((words, credit))
    whole = [Span(words.start, credit.end()) for words, credit in posts]
    kept = [one for one in found if not any(span.overlaps(post) for span in one.spans() for post in whole)]
    kept += [
        Attribution((words,), Span(*credit.span("dash")), Span(*credit.span("who")), CONFIDENCE)
        for words, credit in posts
    ]
    return sorted(kept, key=lambda one: one.start)


def _words(text: str, sentences: list[Span], first: int, credit: re.Match[str]) -> Span | None:
    """The words of the post before `credit`, from `first` on; None without any."""
    end = credit.start()
    longest = (SHORT if int(credit["year"] or credit["later"]) <= LENGTHENED else LONG) + LINKS
    line = max(first, text.rfind("\n", 0, end) + 1)
    while line > first and not text[line:end].strip():
        # The credit stands on a line of its own.
        line = max(first, text.rfind("\n", 0, line - 1) + 1)
    start = line
    if end - line > longest:
        inside = [one.start for one in sentences if max(line, end - longest) <= one.start < end]
        start = inside[-1] if inside else end - longest
        for earlier in reversed(inside[:-1]):
            if not OF_POST.search(text, earlier, start):
                break
            start = earlier
    link = LINK.search(text, start, end)
    return trim(text, start, link.start() if link else end)
