"""Whom a sentence in an article's own voice names as the one who told it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.comparing.people import same_body
from sayso.identity import make_id
from sayso.records import Speaker
from sayso.spans import Span
from sayso.text.words import without_article

# "The coast guard spoke of nine", "the institute insists on sixteen", "the guard, which counted 14 gaps".
TOLD = re.compile(
    r",?\s+(?:(?:which|who|that)\s+)?(?:(?:has|have|had|now|later|also|then|still)\s+){0,2}"
    r"(?:sp(?:oke|eaks?|oken) of|talk(?:s|ed)? of|insist(?:s|ed)? (?:on|that)|put(?:s)? (?:the|its|their) [\w ]{2,30}? at|"
    r"estimat(?:es?|ed)|counted|arrived at|reckon(?:s|ed)?|gave (?:the|a) (?:figure|number|toll) (?:of|as)|"
    r"g(?:ives?|ave) (?:it|the \w+) as|recorded|registered)\b"
)
# "The coast guard's figure of at least 14", "the council's estimate".
FIGURE_OF = re.compile(
    r"(?:['’]s|s['’])\s+(?:own\s+|latest\s+|first\s+|official\s+)?(?:figure|estimate|count|toll|tally|number)s?\b"
)
# "…, citing the engineers Tolland & Wray", "based on figures of the ministry".
CITED = re.compile(
    r"\b(?:[Cc]iting|[Qq]uoting|referring to|relying on|based on (?:the )?(?:figures|information|data|reports?) (?:of|from|by))\s+"
)
CITING = re.compile(rf"{CITED.pattern}(?:the\s+)?(?:[a-z][\w’'-]*\s+){{0,3}}?$")
OFFICIALS = re.compile(r"(?:the )?(?:officials|authorities|an official|official|a spokes\w+|spokes\w+)", re.IGNORECASE)
# A body that speaks nowhere in the story, by what bodies are called.
BODY = re.compile(
    r"\b[Tt]he (?P<name>(?:[\w&’'-]+ ){0,4}?(?:committee|council|ministry|guard|police|institute|agency|office|union|service|"
    r"department|commission|court|hospital|army|military|board|authority|brigade|bureau|laboratory))(?=\W)"
)


def find_teller(sentence: str, words: Span, speakers: Iterable[Speaker], only_figures: bool = False) -> Speaker | None:
    """The speaker whom `sentence` names as having told what stands at `words` in it, or None.

    The name must stand before a verb of telling or counting, or own the figure ("the coast guard's figure of 14");
    with `only_figures` it must own the figure, inside `words`.
    """
    if not FIGURE_OF.search(sentence) and (only_figures or not TOLD.search(sentence)):
        return None
    named = [*find_named(sentence, speakers), *_bodies(sentence)]
    for speaker, place in named:
        inside = place.overlaps(words) or not only_figures
        if FIGURE_OF.match(sentence, place.end) and inside:
            return speaker
        if not only_figures and TOLD.match(sentence, place.end) and place.start < words.end:
            return speaker
    return None


def is_official_group(speaker: Speaker) -> bool:
    """Whether the speaker is officials of nobody in particular."""
    return speaker.kind in ("group", "unnamed") and not speaker.affiliation and bool(OFFICIALS.fullmatch(speaker.name))


def find_cited(sentence: str, speakers: Iterable[Speaker]) -> Speaker | None:
    """The speaker whom `sentence` names as the one that its teller has it from ("citing the police"), or None."""
    if not CITED.search(sentence):
        return None
    for speaker, place in find_named(sentence, speakers):
        if CITING.search(sentence[max(0, place.start - 80) : place.start]):
            return speaker
    return None


def find_named(sentence: str, speakers: Iterable[Speaker]) -> list[tuple[Speaker, Span]]:
    """The persons and bodies of `speakers` that the sentence names, the longest name first where two start alike."""
    found: list[tuple[Speaker, Span]] = []
    for speaker in speakers:
        if speaker.kind not in ("person", "organisation"):
            continue
        for name in dict.fromkeys((speaker.name, *speaker.aliases)):
            bare = without_article(name)
            if len(bare) < 3:
                continue
            # A pattern is made only where the name stands: most names of a story do not.
            place = re.search(rf"(?<!\w){re.escape(bare)}(?=\W|$)", sentence) if bare in sentence else None
            if place:
                found.append((speaker, Span(*place.span())))
                break
        else:
            found += _shorter(sentence, speaker)
    return sorted(found, key=lambda one: (one[1].start, -len(one[1]), one[0].id))


def _shorter(sentence: str, speaker: Speaker) -> list[tuple[Speaker, Span]]:
    """A body under its common words alone: "the coast guard" is Kestria's coast guard where no other is named."""
    if speaker.kind != "organisation":
        return []
    common = [word for word in speaker.name.split() if word.islower() and len(word) > 3]
    if len(common) < 2:
        return []
    if " ".join(common) not in sentence:
        return []
    place = re.search(rf"\b[Tt]he {re.escape(' '.join(common))}\b", sentence)
    if place and same_body(" ".join(common), speaker.name):
        return [(speaker, Span(place.start() + 4, place.end()))]
    return []


def _bodies(sentence: str) -> list[tuple[Speaker, Span]]:
    """The bodies that the sentence names by what they are, under an id of their name."""
    return [
        (Speaker(make_id("sp", found["name"]), found["name"], "organisation", (), ()), Span(*found.span("name")))
        for found in BODY.finditer(sentence)
    ]
