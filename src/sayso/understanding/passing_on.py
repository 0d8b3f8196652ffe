"""Who passes on what another said, in a clause at a sentence's edge or between commas."""

from __future__ import annotations

import re

from sayso.spans import Span
from sayso.understanding.attribution import Attribution
from sayso.understanding.nested_cuts import opening
from sayso.understanding.speakers.describing import is_voice

# "…, as some outlets had claimed": whose words the clause before repeats.
AS_SAID = re.compile(
    r", as (?P<who>(?!(?:it|if|though|soon|long|much|many as|well|part|far) )[^,.;:“”\"\n]{2,60}?) "
    r"(?P<cue>(?:(?:had|has|have|already|earlier|first|once|previously|also|initially|later|recently) )*"
    r"(?:claim(?:s|ed)?|sa(?:id|ys?)|report(?:s|ed)?|suggest(?:s|ed)?|alleg(?:es|ed)|argu(?:es|ed)|not(?:es|ed)|warn(?:s|ed)|"
    r"point(?:s|ed) out|put it|insist(?:s|ed)|stat(?:es|ed)|promis(?:es|ed)|predict(?:s|ed)))"
    # Before a comma it may as well tell of what follows.
    r"(?=(?: (?:on|in|at|last|this|earlier|before|after|when)\b[^,.;“”\"\n]*)?(?:[.;”\"’')]|, (?:and|but)\b|$))"
)
# "…, according to the ministry" at the end of a sentence within what somebody says.
ACCORDING = re.compile(
    r", (?P<cue>according to) (?P<who>[^,;:“”\"\n]{2,110}?)(?=(?:[.!?]?[”\"’']|[.!?](?:\s|$)|, (?:and|but|who|which)\b|$))"
)
_REPORTED = (
    r"(?:has |have |had |later |also )?(?:report(?:s|ed)|said|says|wrote|writes|noted|found|stated|claim(?:s|ed)|recalled|"
    r"announced|confirmed)"
)
# "…, NBC reported.", "…, according to the paper.", "…, as cited by the agency." and "…, as Ada Lind recalled it." at a sentence's
# end: who passes on what the sentence says that another said.
LAST = re.compile(
    r",[”\"’']{0,2} (?:(?P<to>according to|as (?:first |also )?(?:reported|cited|quoted|told|noted|recounted) by) (?P<body>[^,;:“”\"\n]+?)|"
    r"as (?P<teller>[^,.;:“”\"\n]{2,60}?) (?P<it>(?:recalls|recalled|tells|told|describes|described|remembers|remembered|puts?) it)|"
    rf"(?P<voice>[^,.;:“”\"\n]{{2,60}}?) (?P<cue>{_REPORTED})"
    r"(?: (?:on|in|late|earlier|last|this|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[^,.;:“”\"\n]{0,30})?)\.?[”\"]?$"
)
# "According to reports, …" at its beginning, and "Ada Lind says …" before whoever speaks there.
FIRST = re.compile(r"(?P<to>According to) (?P<body>[^,;:“”\"\n]{2,60}?), ")
FIRST_SAYS = re.compile(rf"(?:[—–-]+ )?(?P<voice>[^,.;:“”\"\n]{{2,60}}?) (?P<cue>{_REPORTED}) (?:that )?$")
# PolNeAR train has six such clauses, all of which say that of the words before them: too few for more than a guess.
AS_CONFIDENCE = 0.8
# A longer "sentence" is a list or a caption that runs on; by eye on 156 texts of PolNeAR train and `stories_gold_standard`.
MOST_WORDS_PASSED_ON = 80
# As many characters hold a clause with "as" whole.
LONGEST_CLAUSE = 120
# Fewer words than this inside make no statement of their own.
FEWEST_WORDS = 3


def with_as_clauses(text: str, content: Span, inside: list[Attribution]) -> list[Attribution]:
    """`inside` with what ", as some outlets had claimed" and ", according to the ministry" say of the words before them in `content`.

    Its attribution takes the place of one with the same cue, whose content seldom ends at the comma.
    """
    found = list(inside)
    # The clause may follow the content right away: the tagger seldom takes it in.
    ends = (content.end, min(content.end + LONGEST_CLAUSE, len(text)))
    clauses = {clause.start(): clause for end in ends for clause in AS_SAID.finditer(text, content.start, end)}
    # What follows the content is by whose account that is told.
    within = ACCORDING.finditer(text, content.start, ends[-1])
    clauses |= {clause.start(): clause for clause in within if clause.start("cue") < content.end}
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


def find_passed_on(text: str, sentences: list[Span], outer: list[Attribution]) -> dict[int, Attribution]:
    """By its place in `outer` each attribution that a voice at its sentence's edge passes on, with that voice's attribution.

    The tagger gives a content to one of both alone, mostly to who stands nearer.
    """
    found: dict[int, Attribution] = {}
    claimed = [span for one in outer for span in one.spans()]
    for sentence in sentences:
        here = [at for at, one in enumerate(outer) if one.cue and sentence.holds(one.cue)]
        # A longer "sentence" is a list or a caption that runs on.
        if not here or len(sentence.cut(text).split()) > MOST_WORDS_PASSED_ON:
            continue
        told = [at for at in here if (by := outer[at].source) and sentence.holds(by)]
        for way in (_last_voice, _first_voice, _voice_before):
            passed = way(text, sentence, outer, here, told)
            if passed is None:
                continue
            voice, told_by = passed
            words = voice.source.cut(text) if voice.source else ""
            sources = [one.cut(text) for at in told_by if (one := outer[at].source)]
            free = voice.cue is not None and not any(voice.cue.overlaps(span) for span in claimed)
            if free and words not in sources and is_voice(words):
                found.update(dict.fromkeys(told_by, voice))
                break
    return found


Passed = tuple[Attribution, list[int]]


def _last_voice(text: str, sentence: Span, outer: list[Attribution], here: list[int], told: list[int]) -> Passed | None:
    end = LAST.search(text, sentence.start, sentence.end)
    if end is None:
        return None
    marks = re.match(r",[”\"’']{0,2}", end.group())
    stop = end.start() + (marks.end() if marks else 0)
    within = [at for at in told if outer[at].content[-1].end <= stop]
    if not within or any(outer[at].content[-1].end > stop for at in here):
        return None
    content = Span(sentence.start, stop if stop > end.start() + 1 else end.start())
    return _voice_of(end, content, outer, within), within


def _first_voice(
    text: str, sentence: Span, outer: list[Attribution], here: list[int], told: list[int]
) -> Passed | None:
    first = FIRST.match(text, sentence.start, sentence.end)
    within = [at for at in told if first and outer[at].start >= first.end()]
    if first is None or not within or len(within) != len(here):
        return None
    content = Span(first.end(), max(sentence.end, *(outer[at].content[-1].end for at in within)))
    return _voice_of(first, content, outer, within), within


def _voice_before(
    text: str, sentence: Span, outer: list[Attribution], here: list[int], told: list[int]
) -> Passed | None:
    for at in told:
        source = outer[at].source
        before = FIRST_SAYS.fullmatch(text, sentence.start, source.start) if source else None
        if before and source and source.start == outer[at].start:
            content = Span(source.start, outer[at].content[-1].end)
            return _voice_of(before, content, outer, [at]), [at]
    return None


def _voice_of(found: re.Match[str], content: Span, outer: list[Attribution], told: list[int]) -> Attribution:
    parts = found.groupdict()
    cue, source = next(
        (cue, source) for cue, source in (("to", "body"), ("it", "teller"), ("cue", "voice")) if parts.get(cue)
    )
    sure = min(outer[at].confidence for at in told)
    return Attribution((content,), Span(*found.span(cue)), Span(*found.span(source)), sure)
