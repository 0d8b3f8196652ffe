"""Whom a speaker cites or quotes, and to whom something was told."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.spans import Span
from sayso.understanding.attribution import Attribution
from sayso.understanding.nested_cuts import NO_STOP
from sayso.understanding.speakers.describing import is_voice

# "citing police", "quoting Zelenskyy", "quoted a clerk as saying": who the one that speaks relies on.
RELIES = re.compile(
    r"\b(?:citing|quoting|cited|quoted) (?!(?:by|her|his|their|its|my|our|as|in|that|how) )"
    rf"(?P<who>(?:(?! as (?:saying|telling|claiming)\b)(?:[^,.;:“”\"\n—–]|{NO_STOP}))+)"
)
# A content that begins with who is cited, when "citing" stands before it.
RELYING = re.compile(r"\b(?:citing|quoting) $")
CITED_FIRST = re.compile(
    r"(?:(?:[^,.;:“”\"\n—–]{1,30}, )?(?P<cue>citing|quoting) )?[^,.;:“”\"\n—–]{3,60}, (?=that\b|“|\")"
)
# "quoted her as saying": the tagger takes "her" into the content.
QUOTED_AS = re.compile(r" (?P<who>[^,.;:“”\"\n]{2,60}?) as (?:saying|telling|claiming)\b")
# "told the agency", "told Reuters": the voice in between.
TOLD_TO = re.compile(
    r"\b(?:told|tells|telling|speaking to|spoke to|in an interview with|in a statement to|informed) "
    r"(?P<who>(?:the )?(?:[A-Z][\w’'&-]*(?: (?:of|and|the|&) [A-Z][\w’'-]*| [A-Z][\w’'-]*)*|(?:news )?"
    r"(?:agency|newspaper|paper|broadcaster|magazine|channel|website|network)))"
)


# "told the Ledger of rusted lashings": the tagger takes the one who is told into the content.
TELLS = re.compile(r"\b(?:told|tells?|telling|informed|informs|informing|warned|assured|reminded)$")
RECIPIENT = re.compile(
    r"(?:the )?[A-Z][\w’'&-]*(?: (?:of |the |and )?[A-Z][\w’'-]*){0,3} (?=(?:of (?!(?:the )?[A-Z])|(?:that|about|how|why|what|where)\b))"
)


def cites_only(attribution: Attribution, text: str) -> bool:
    """Whether the attribution's content only names who is cited ("quoting Ada Lind"): nothing is said in it."""
    if attribution.cue is None or not re.fullmatch(r"(?:quot|cit|refer)\w+(?: to)?", attribution.cue.cut(text)):
        return False
    return len(attribution.content) == 1 and bool(
        re.fullmatch(r"(?:the )?(?:[A-Z][\w’'.-]* ?){1,4}", attribution.content[0].cut(text))
    )


def without_cited(attribution: Attribution, text: str) -> Attribution:
    """`attribution` whose content does not hold who is cited or told: "said, citing police, that …", "…, the paper quoted her as saying",
    "told the Ledger of …".
    """
    first = attribution.content[0]
    if attribution.cue and TELLS.search(attribution.cue.cut(text)) and text[attribution.cue.end : first.start] == " ":
        recipient = RECIPIENT.match(text, first.start, first.end)
        if recipient:
            return replace(attribution, content=(Span(recipient.end(), first.end), *attribution.content[1:]))
    cited = CITED_FIRST.match(text, first.start, first.end)
    if cited and (cited["cue"] or RELYING.search(text, max(0, first.start - 12), first.start)):
        return replace(attribution, content=(Span(cited.end(), first.end), *attribution.content[1:]))
    quoted = quoted_as(text, attribution)
    told = tuple(
        span
        for span in attribution.content
        if not (quoted and span.cut(text).removesuffix(" as saying") == quoted.cut(text))
    )
    return replace(attribution, content=told) if told else attribution


def quoted_as(text: str, attribution: Attribution) -> Span | None:
    """Whom the speaker quotes "as saying" what is said, or None."""
    if attribution.cue is None or not attribution.cue.cut(text).endswith(("quoted", "quotes", "quoting")):
        return None
    found = QUOTED_AS.match(text, attribution.cue.end)
    return Span(*found.span("who")) if found else None


def relied_on(text: str, sentence: Span, attribution: Attribution) -> Span | None:
    """The words that name whom the speaker cites or quotes in the same sentence, outside what is said; or None."""
    quoted = quoted_as(text, attribution)
    if quoted and not any(quoted.overlaps(content) for content in attribution.content):
        return quoted
    for found in RELIES.finditer(text, sentence.start, sentence.end):
        place = Span(found.start("who"), found.end("who"))
        cue = Span(found.start(), found.start() + 6)
        if attribution.source and place.overlaps(attribution.source):
            continue
        # The tagger may take "citing" itself for the cue of whoever cites, who stands before it.
        own = attribution.cue is not None and cue.overlaps(attribution.cue)
        cites = own and attribution.cue == cue and attribution.source and attribution.source.end <= cue.start
        if not any(place.overlaps(content) for content in attribution.content) and (cites or not own):
            return place if is_voice(place.cut(text)) else None
    return None


def told_to(text: str, sentence: Span, attribution: Attribution) -> Span | None:
    """The words that name the voice which the speaker told it to ("told Reuters"), or None."""
    if attribution.cue is None:
        return None
    last = min(sentence.end, attribution.cue.end + 60)
    found = TOLD_TO.search(text, attribution.cue.start, max(last, attribution.cue.end))
    if found is None or found.start() > attribution.cue.end:
        return None
    place = Span(found.start("who"), found.end("who"))
    return None if any(place.overlaps(content) for content in attribution.content) else place
