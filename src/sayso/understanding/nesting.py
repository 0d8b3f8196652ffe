"""Attributions told inside other attributions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sayso.spans import Span
from sayso.understanding.attribution import Attribution, Layers, find_attributions
from sayso.understanding.citing import without_cited
from sayso.understanding.encoder import Encoder
from sayso.understanding.nested_choice import Candidate, ReadBy, choose, find_candidates
from sayso.understanding.nested_cuts import opening
from sayso.understanding.speakers.describing import is_voice

# A content in which the tagger saw nothing is read once more when a cue in it is this likely and it holds one of these
# words: the network costs as much for it as for any other text.
LIKELY_CUE = 0.1
INNER_CUE = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|accord(?:ing|ance)|report(?:s|ed|ing|edly)?|announc\w+|claim(?:s|ed|ing)?|"
    r"den(?:y|ies|ied|ying)|confirm(?:s|ed|ing)?|warn(?:s|ed|ing)?|add(?:s|ed)|insist(?:s|ed|ing)?|wr(?:ote|ites?|iting|itten)|"
    r"cit(?:es?|ed|ing)|quot(?:es?|ed|ing)|acknowledg\w+|admit\w*|promis\w+|pledg\w+|vow\w*|believ\w+|think(?:s|ing)?|thought|"
    r"wants?|wanted|fear(?:s|ed)?|hop(?:es?|ed|ing)|consider(?:s|ed)?|suggest\w*|show(?:s|ed|n)?|argu(?:es?|ed|ing)|express\w*|"
    r"recall(?:s|ed)?|mention(?:s|ed)?|accus\w+|urg(?:es?|ed|ing)|demand(?:s|ed)?|ask(?:s|ed|ing)?|convinced|know[ns]?|knew|"
    r"learn(?:s|ed|t)|hear[ds]?|call(?:s|ed|ing)? (?:on|for|him|her|them|it)|predict\w*|conclud\w+|found|stat(?:es|ed)|explain\w*|"
    r"testif\w+|alleg\w+|tweet\w*|posted|criticiz\w+|criticis\w+|worried|concerned|agree[ds]?|order(?:s|ed)|support(?:s|ed)?)\b",
    re.IGNORECASE,
)
# "…, as some outlets had claimed": whose words the clause before repeats.
AS_SAID = re.compile(
    r", as (?P<who>(?!(?:it|if|though|soon|long|much|many as|well|part|far) )[^,.;:“”\"\n]{2,60}?) "
    r"(?P<cue>(?:(?:had|has|have|already|earlier|first|once|previously|also|initially|later|recently) )*"
    r"(?:claim(?:s|ed)?|sa(?:id|ys?)|report(?:s|ed)?|suggest(?:s|ed)?|alleg(?:es|ed)|argu(?:es|ed)|not(?:es|ed)|warn(?:s|ed)|"
    r"point(?:s|ed) out|put it|insist(?:s|ed)|stat(?:es|ed)|promis(?:es|ed)|predict(?:s|ed)))"
    # Before a comma it may as well tell of what follows.
    r"(?=(?: (?:on|in|at|last|this|earlier|before|after|when)\b[^,.;“”\"\n]*)?(?:[.;”\"’')]|, (?:and|but)\b|$))"
)
# "…, NBC reported." and "…, according to the paper." at a sentence's end: who passes on what the sentence says that another said.
PASSED_ON = re.compile(
    r",[”\"’']? (?:(?P<to>according to) (?P<body>[^,;:“”\"\n]+?)|(?P<voice>[^,.;:“”\"\n]{2,60}?) "
    r"(?P<cue>(?:has |have |had |later |also )?(?:report(?:s|ed)|said|says|wrote|writes|noted|found|stated|claim(?:s|ed)|recalled|"
    r"announced|confirmed))(?: (?:on|in|late|earlier|last|this|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[^,.;:“”\"\n]{0,30})?)\.?[”\"]?$"
)
# PolNeAR train has six such clauses, all of which say that of the words before them: too few for more than a guess.
AS_CONFIDENCE = 0.8
# A longer "sentence" is a list or a caption that runs on; by eye on 156 texts of PolNeAR train and `stories_gold_standard`.
MOST_WORDS_PASSED_ON = 80
# As many characters hold a clause with "as" whole.
LONGEST_CLAUSE = 120
# Fewer words than this inside make no statement of their own.
FEWEST_WORDS = 3
# Longer than this, what stands before a cue is a clause and no subject.
MOST_WORDS_OF_A_SUBJECT = 8


@dataclass(frozen=True, slots=True)
class Nested:
    """An attribution, with the place in the list of the one that it is told inside."""

    attribution: Attribution
    parent: int | None


def find_nested(
    text: str, sentences: list[Span], outer: list[Attribution], layers: Layers, encoder: Encoder
) -> list[Nested]:
    """`outer`, each followed by the attributions inside its content; `parent` is a place in the list returned."""
    found: list[Nested] = []
    stacked = _stacked(outer, text)
    passed_on = _passed_on(text, sentences, outer)
    voices: dict[Attribution, int] = {}
    for at, attribution in enumerate(outer):
        if at in stacked.values():
            continue
        if at in passed_on:
            voice = passed_on[at]
            if voice not in voices:
                voices[voice] = len(found)
                found.append(Nested(voice, None))
            found.append(Nested(attribution, voices[voice]))
            continue
        place = len(found)
        if at in stacked:
            below = outer[stacked[at]]
            who = attribution.content[-1]
            whole = (*attribution.content[:-1], Span(who.start, below.content[-1].end))
            found.append(Nested(replace(attribution, content=whole), None))
            found.append(Nested(replace(below, source=who), place))
            continue
        attribution = without_cited(attribution, text)
        found.append(Nested(attribution, None))
        for content in attribution.content:
            inside = choose(read_inside(text, content, layers, encoder), encoder.tables.nested_choice)
            found += [Nested(one, place) for one in with_as_clauses(text, content, inside)]
    return found


def read_inside(text: str, content: Span, layers: Layers, encoder: Encoder) -> list[list[Candidate]]:
    """What may be told inside `content`, by the labels of the pass over the whole text.

    A content in which they find nothing, though a cue is likely enough, is read once more as a text of its own.
    """
    readings: dict[ReadBy, list[Attribution]] = {"tagged": tagged_inside(content, layers.inner)}
    if not readings["tagged"] and layers.chance_inside(content) >= LIKELY_CUE:
        readings["again"] = read_again(text, content, encoder)
    readings["bold"] = tagged_inside(content, layers.bold)
    return find_candidates(text, content, readings)


def may_hold_others(content: str) -> bool:
    """Whether somebody may say, think or want something inside `content`."""
    return len(content.split()) >= 2 * FEWEST_WORDS and INNER_CUE.search(content) is not None


def tagged_inside(content: Span, inner: list[Attribution]) -> list[Attribution]:
    """Those of `inner` that lie in `content` with all of their parts."""
    return [one for one in inner if one.cue and all(content.overlaps(span) for span in one.spans())]


def read_again(text: str, content: Span, encoder: Encoder) -> list[Attribution]:
    """The attributions of a content read as a text of its own, placed in `text`; none without a word of saying."""
    words = content.cut(text)
    if not may_hold_others(words):
        return []
    start = content.start + opening(words)
    words = text[start : content.end]
    tables = replace(encoder.tables, confidence=encoder.tables.confidence_again)
    found = (_move(one, start) for one in find_attributions(words, encoder.read_text(words), tables))
    return [one for one in found if one]


def with_as_clauses(text: str, content: Span, inside: list[Attribution]) -> list[Attribution]:
    """`inside` with what a clause like ", as some outlets had claimed" says of the words before it in `content`.

    Its attribution takes the place of one with the same cue, whose content seldom ends at the comma.
    """
    found = list(inside)
    # The clause may follow the content right away: the tagger seldom takes it in.
    ends = (content.end, min(content.end + LONGEST_CLAUSE, len(text)))
    clauses = {clause.start(): clause for end in ends for clause in AS_SAID.finditer(text, content.start, end)}
    for clause in clauses.values():
        if clause.start() > content.end:
            continue
        cue, source = Span(*clause.span("cue")), Span(*clause.span("who"))
        before = re.split(r"[.;!?]\s|\n", text[content.start : clause.start()])[-1]
        start = clause.start() - len(before)
        start += opening(text[start : clause.start()])
        same = [one for one in found if one.cue and one.cue.overlaps(cue)]
        if len(text[start : clause.start()].split()) < FEWEST_WORDS:
            continue
        sure = max((one.confidence for one in same), default=AS_CONFIDENCE)
        found = [one for one in found if one not in same]
        found.append(Attribution((Span(start, clause.start()),), cue, source, sure))
    return sorted(found, key=lambda one: one.start)


def _stacked(outer: list[Attribution], text: str) -> dict[int, int]:
    """Attributions whose content is but the subject of the next one's cue: place of the outer, place of the inner.

    "According to reports, the officer recalled: …" comes from the tagger as two attributions to "reports".
    """
    found = {}
    for at, above in enumerate(outer):
        for to, below in enumerate(outer):
            if above is below or above.cue is None or below.cue is None or above.source != below.source:
                continue
            who = above.content[-1]
            follows = who.end <= below.cue.start and text[who.end : below.cue.start].isspace()
            told = below.content[0].start >= below.cue.end and who.start >= above.cue.end
            if above.source and follows and told and len(who.cut(text).split()) <= MOST_WORDS_OF_A_SUBJECT:
                found[at] = to
    return found


def _move(attribution: Attribution, by: int) -> Attribution | None:
    if attribution.cue is None:
        return None

    def moved(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    return replace(
        attribution,
        content=tuple(moved(span) for span in attribution.content),
        cue=moved(attribution.cue),
        source=moved(attribution.source) if attribution.source else None,
    )


def _passed_on(text: str, sentences: list[Span], outer: list[Attribution]) -> dict[int, Attribution]:
    """By its place in `outer` each attribution that a voice at its sentence's end passes on, with that voice's attribution.

    The tagger gives a content to one of both alone, mostly to who stands before it.
    """
    found: dict[int, Attribution] = {}
    for sentence in sentences:
        here = [at for at, one in enumerate(outer) if one.cue and sentence.holds(one.cue)]
        end = PASSED_ON.search(text, sentence.start, sentence.end) if here else None
        if end is None:
            continue
        cue, source = (
            Span(*end.span(one if end["to"] else other)) for one, other in (("to", "cue"), ("body", "voice"))
        )
        told = [
            at
            for at in here
            if (by := outer[at].source) and sentence.holds(by) and outer[at].content[-1].end <= end.start() + 1
        ]
        claimed = any(span.overlaps(cue) for one in outer for span in one.spans())
        if claimed or len(told) != len(here) or len(sentence.cut(text).split()) > MOST_WORDS_PASSED_ON:
            continue
        if is_voice(source.cut(text)) and not any(
            source.cut(text) == (outer[at].source or source).cut(text) for at in told
        ):
            content = Span(sentence.start, end.start() + (text[end.start() + 1] in "”\"’'"))
            sure = min(outer[at].confidence for at in told)
            voice = Attribution((content,), cue, source, sure)
            found.update((at, voice) for at in told)
    return found
