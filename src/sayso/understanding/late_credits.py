"""Credit that stands after the words: behind a dash, or in a sentence of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from sayso.spans import Span
from sayso.understanding.attribution import Attribution
from sayso.understanding.speakers.affiliations import is_held
from sayso.understanding.speakers.vocabulary import BODY

# "— Ada Lind, harbour master", at the end of the line that the quotation stands on or on the next.
DASHED = re.compile(r"\s*(?P<dash>[—–―]|--|- )\s*(?P<who>(?:[A-Z]|an? |the )[^\n.!?“”\"]{2,90}?)\.?(?=\n|$)")
_SAID = r"(?:put|described|told|saw|explained|summed up|phrased|worded|remembered|recalled)"
# A sentence that only says whose the words before it were.
LATE = re.compile(
    rf"(?:(?:That|This|Such|It) (?:was|is|,? at least,? (?:was|is))(?: also| at least| exactly| roughly)? (?:"
    rf"(?:how|the way) (?P<a>[^.,;]{{2,60}}?) (?P<a_cue>{_SAID} (?:it|things|the matter|the night|the day))"
    r"|what (?P<b>[^.,;]{2,60}?) (?P<b_cue>said|says|wrote|writes|told \w+|claimed|claims|believes?|maintained|maintains|remembers)"
    r"|(?P<c_cue>(?:the|an?) (?:view|verdict|claim|account|assessment|judgement|judgment|opinion|version|warning|message) of) (?P<c>[^.,;]{2,60}?))"
    r"|So (?P<d_cue>said|says|wrote|writes|runs|ran) (?P<d>[^.;]{2,60}?)"
    r"|(?:Those|These) (?:were|are) the (?P<e_cue>words of) (?P<e>[^.,;]{2,60}?))[.!]?$"
)
# "…, a deckhand who was on the foredeck has told the Ledger.": whose a sentence is that the tagger leaves without any.
ENDS_IN = re.compile(
    r"(?P<told>[^“”\"\n]{25,}?), (?P<who>(?:an?|the|one|two|three|several|some) [^,;:“”\"\n]{3,140}?) "
    r"(?P<cue>(?:(?:has|have|had) )?(?:said|confirmed|reported)|says|say|(?:(?:has|have|had) )?told(?= (?:the )?[A-Z]))"
    r"(?: (?:the )?[A-Z][\w’'&-]*(?: [A-Z][\w’'-]*){0,3})?\.$"
)
# No subject of these: "a day later than the operator had said", "the third that was confirmed".
NO_SUBJECT = re.compile(r"\bthan\b|\b(?:be|been|is|are|was|were|not|never|ever)$")
# "…, promised the vicar, Ada Lind." and "…, the operator Orby Lines announced.", where the tagger takes who says it for what is said.
SAYS = re.compile(
    r"(?:promis|announc|predict|warn|insist|add|explain|vow|pledg|argu|claim|report|declar|stat|not|conced|caution|suggest)(?:e?s|ed)|said|says"
)
SOMEBODY = re.compile(
    r"(?:the|an?) (?:[a-z][\w’'-]* ){0,4}[a-z][\w’'-]*,? [A-Z][\w’'.-]*(?: (?:& )?[A-Z][\w’'.-]*){0,3}"
)
# What is said before such a name has so many words or more; by hand, on examples/.
FEWEST_WORDS = 5
# As likely to mean more than the one sentence before as not to; chosen by hand, no set holds enough of them.
CONFIDENCE = 0.6


def add_late_credits(text: str, sentences: list[Span], found: list[Attribution]) -> list[Attribution]:
    """`found` with the credit that follows a quotation behind a dash, and with sentences that are credited later.

    A sentence like "That was how the doctor put it" credits the quotation without a source that ends before it, else
    the one sentence before it, when nobody else is credited with that. A sentence with nothing credited in it is that of whoever
    it ends in: "…, a deckhand has told the Ledger."
    """
    attributions = [_turned(_dashed(one, text), text, sentences) for one in found]
    for before, sentence in pairwise(sentences):
        late = LATE.fullmatch(sentence.cut(text))
        if not late:
            continue
        part = next(name for name in "abcde" if late[name])
        source, cue = (
            Span(sentence.start + late.start(name), sentence.start + late.end(name)) for name in (part, f"{part}_cue")
        )
        within = [one for one in attributions if any(span.overlaps(sentence) for span in one.spans())]
        attributions = [one for one in attributions if one not in within]
        held = [one for one in attributions if any(span.overlaps(before) for span in one.content)]
        if not held:
            attributions.append(Attribution((before,), cue, source, CONFIDENCE))
        elif held[-1].source is None:
            attributions[attributions.index(held[-1])] = replace(held[-1], cue=cue, source=source)
    taken = [span for one in attributions for span in one.spans()]
    for sentence in sentences:
        last = ENDS_IN.fullmatch(sentence.cut(text))
        if last and _is_somebody(last["who"]) and not any(span.overlaps(sentence) for span in taken):
            told, who, cue = (
                Span(sentence.start + last.start(name), sentence.start + last.end(name))
                for name in ("told", "who", "cue")
            )
            attributions.append(Attribution((told,), cue, who, CONFIDENCE))
    return sorted(attributions, key=lambda one: one.start)


def _dashed(attribution: Attribution, text: str) -> Attribution:
    if attribution.source or attribution.cue:
        return attribution
    after = DASHED.match(text, attribution.content[-1].end)
    if not after:
        return attribution
    return replace(attribution, cue=Span(*after.span("dash")), source=Span(*after.span("who")))


def _turned(attribution: Attribution, text: str, sentences: list[Span]) -> Attribution:
    """`attribution` the right way round, where its content is who says what stands before: "…, promised the vicar, Ada Lind."."""
    cue, content = attribution.cue, attribution.content[0]
    if (
        cue is None
        or len(attribution.content) > 1
        or not SAYS.fullmatch(cue.cut(text))
        or not SOMEBODY.fullmatch(content.cut(text))
    ):
        return attribution
    first, last = sorted((cue, content), key=lambda span: span.start)
    sentence = next((one for one in sentences if one.holds(first) and one.holds(last)), None)
    if (
        sentence is None
        or text[first.end : last.start] != " "
        or text[last.end : sentence.end].strip(" .")
        or text[first.start - 2 : first.start] != ", "
    ):
        return attribution
    if len(text[sentence.start : first.start - 2].split()) < FEWEST_WORDS:
        return attribution
    if attribution.source and sentence.overlaps(attribution.source):
        return attribution
    return replace(attribution, content=(Span(sentence.start, first.start - 2),), source=content)


def _is_somebody(words: str) -> bool:
    """Whether a noun phrase, maybe with a clause about it, is one of people or of a body."""
    subject = re.split(r" (?:who|that|which|of|in|at|from|with|for|on) ", words)[0]
    return not NO_SUBJECT.search(words) and (is_held(subject.split()[-1]) or bool(BODY.search(subject.split()[-1])))
