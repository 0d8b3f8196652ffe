"""Choose, of what several readings find inside a content, the nested attributions that hold and where they are cut."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sayso.spans import Span
from sayso.understanding.attribution import Attribution
from sayso.understanding.linking import log_odds
from sayso.understanding.nested_cuts import CUTS, OPENINGS, SENTENCE_END, Cut, other_cuts

# Tagged in the pass over the text; tagged there with more leaning; found by reading the content as a text of its own.
ReadBy = Literal["tagged", "bold", "again"]
# An attribution that holds less likely than this is left out. Chosen on the labelled sentences that weights were learned on.
LEAST_LIKELY = 0.25
# How many signs a candidate has, each with a learned weight.
SIGNS = 49
# Nearly all of a content is no attribution inside it.
MOST_OF_CONTENT = 0.97
# Contents that share so much are the same words, which one alone says.
SAME_WORDS = 0.8
# Cues that report without telling whose words they are: "it was reported that", "is said to", "claims of".
SAID_BY_NOBODY = re.compile(
    r"(?:(?:is|are|was|were|been|being|be) (?:\w+ly )?(?:said|told|reported|alleged|believed|thought|rumou?red|understood|claimed|announced|"
    r"suggested|known|feared|quoted)|(?:[\w ]+ )?(?:claims|allegations|accusations|reports|rumou?rs|suggestions|speculation|fears)(?: that| of)?)",
    re.IGNORECASE,
)
NOUNS_OF_SAYING = re.compile(
    r"(?:\w+ )?(?:claims?|reports?|allegations?|accusations?|rumou?rs?)(?: of| that)?", re.IGNORECASE
)
# What the cue is about, by its words.
KINDS_OF_CUE = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        # saying
        r"sa(?:id|ys?|ying)|t(?:old|ell(?:s|ing)?)|accord\w+|report\w*|announc\w+|claim\w*|den(?:y|ies|ied|ying)|confirm\w*|warn\w*|"
        r"add(?:s|ed|ing)?|insist\w*|wr(?:ote|ites?|iting|itten)|acknowledg\w+|admit\w*|tweet\w*|post(?:s|ed)|argu(?:e|es|ed|ing)|"
        r"recall\w*|explain\w*|testif\w+|alleg\w+|stat(?:es|ed|ing)|conced\w+|assert\w*|declar\w+|not(?:es|ed|ing)|repl\w+|respon\w+|"
        r"ask(?:s|ed|ing)?",
        # thinking
        r"believ\w+|think(?:s|ing)?|thought|fear(?:s|ed)?|hop(?:es?|ed|ing)|consider\w*|feel(?:s|ing)?|felt|expect\w*|assum\w+|suspect\w*|"
        r"doubt\w*|convinced|agree\w*|worr\w+|concerned|sure|understand\w*|understood|guess",
        # wanting
        r"want(?:s|ed)?|wish\w*|plan(?:s|ned|ning)?|intend\w*|promis\w+|pledg\w+|vow\w*|urg(?:e|es|ed|ing)|demand\w*|call\w*|order\w*|"
        r"support\w*|refus\w+|propos\w+|tr(?:y|ied|ying)|seek\w*|offer\w*|prefer\w*|like",
        # knowing and perceiving
        r"know[ns]?|knew|learn\w*|hear[ds]?|see[ns]?|saw|found|find\w*|realiz\w+|recogni\w+|remember\w*|aware|notic\w+",
        # showing
        r"show\w*|suggest\w*|indicat\w+|prov\w+|mean[st]?|make\w*|given?|support\w*|reveal\w*|reflect\w*",
        # not yet done, or not done
        r"would|could|can|may|might|should|must|will|to|['’](?:d|ll)",
        r"not|never|no|\w*n['’]t",
    )
)
# Whose words they are, by the last word that names them.
KINDS_OF_SOURCE = (
    {"i", "we"},
    {"you", "this", "that", "one", "these"},
    {"he", "she", "they", "it"},
    {"who", "which"},
)
# Words that name nobody when they stand at a source's end, and words that end no content.
NO_NAMES = {
    "the", "a", "an", "those", "new", "some", "many", "most", "last", "all", "any", "no", "such", "his", "her",
    "their", "its", "my", "our", "your", "alleged", "recent",
}  # fmt: skip
NO_ENDS = {
    "that", "who", "which", "and", "or", "but", "by", "of", "to", "in", "on", "at", "for", "from", "with", "the",
    "a", "an", "as", "than", "when", "if", "whether", "his", "her", "their", "its", "not", "is", "are", "was",
    "were", "be", "been", "has", "have", "had", "will", "would", "he", "she", "it", "they", "i", "we", "you",
    "about", "into", "because", "so", "what", "how",
}  # fmt: skip
# What begins so is no cue but belongs to one: "(had warned) in writing of".
NO_CUE = re.compile(r"(?:in|on|at|over|by|for|with|from|about|of)\b", re.IGNORECASE)
BEGINS_CLAUSE = re.compile(r"(?:that|how|if|whether|to|what|why)\b")
JOINS_CLAUSE = re.compile(
    r"\s*(?:,|;|[—–-])?\s*(?:and|but|because|after|when|if|while|although|though|as|before|since|so|until|which|who)\b",
    re.IGNORECASE,
)
# What parts a source from its cue when it is not its subject.
PARTS = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|to|and|that)\b|[,;:.!?]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A nested attribution as one reading has it, or with its content cut otherwise, with the signs that it holds."""

    attribution: Attribution
    signs: tuple[float, ...]


def find_candidates(text: str, content: Span, readings: dict[ReadBy, list[Attribution]]) -> list[list[Candidate]]:
    """What may be told inside `content`: lists of which at most one candidate holds, with the same cue or the same words."""
    groups: list[dict[ReadBy, Attribution]] = []
    for by, found in readings.items():
        for one in found:
            same = (group for group in groups if any(_is_rival(one, other) for other in group.values()))
            group = next(same, None)
            if group is None:
                groups.append({by: one})
            else:
                group.setdefault(by, one)
    return [_candidates_of(text, content, group) for group in groups]


def choose(groups: Sequence[Sequence[Candidate]], weights: Sequence[float]) -> list[Attribution]:
    """The likeliest candidate of each group, if it is likely enough, with that probability as its confidence."""
    found: list[tuple[Attribution, list[Attribution]]] = []
    for group in groups:
        ranked = sorted(
            (replace(one.attribution, confidence=_chance(one.signs, weights)) for one in group),
            key=lambda one: -one.confidence,
        )
        if ranked and ranked[0].confidence >= LEAST_LIKELY:
            found.append((ranked[0], ranked))
    best = [one for one, _ in found]
    kept = [
        next((one for one in ranked if not any(_runs_into(one, other) for other in best)), first)
        for first, ranked in found
    ]
    return sorted(kept, key=lambda one: one.start)


def _runs_into(one: Attribution, other: Attribution) -> bool:
    """Whether the words of `one` run on into what its speaker says next: "knew who it was and did not want to know"."""
    if (
        one.cue is None
        or other.cue is None
        or one.cue.overlaps(other.cue)
        or one.source is None
        or one.source != other.source
    ):
        return False
    return any(span.overlaps(other.cue) for span in one.content)


def _chance(signs: Sequence[float], weights: Sequence[float]) -> float:
    return 1 / (1 + math.exp(-sum(weight * sign for weight, sign in zip(weights, signs, strict=True))))


def _is_rival(one: Attribution, other: Attribution) -> bool:
    if one.cue and other.cue and one.cue.overlaps(other.cue):
        return True
    return _shared(one, other) >= SAME_WORDS


def _candidates_of(text: str, content: Span, group: dict[ReadBy, Attribution]) -> list[Candidate]:
    found: list[Candidate] = []
    known: set[tuple[tuple[Span, ...], Span | None]] = set()
    cut: list[tuple[ReadBy, Cut, Attribution]] = [(by, "as read", one) for by, one in group.items()]
    cut += [(by, way, other) for by, one in group.items() for way, other in other_cuts(text, content, one).items()]
    for by, way, one in cut:
        if (one.content, one.source) in known or not _may_hold(text, content, one, group):
            continue
        known.add((one.content, one.source))
        found.append(Candidate(one, _signs(text, content, one, by, way, group)))
    return found


def _may_hold(text: str, content: Span, one: Attribution, group: dict[ReadBy, Attribution]) -> bool:
    if (
        one.cue is None
        or NO_CUE.match(text, one.cue.start)
        or sum(map(len, one.content)) > MOST_OF_CONTENT * len(content)
    ):
        return False
    if one.source is None:
        return SAID_BY_NOBODY.fullmatch(one.cue.cut(text)) is not None
    known = set(group) != {"bold"} or any(_kinds(text, one))
    return known and not any(one.source.overlaps(span) for span in one.content)


def _signs(
    text: str, content: Span, one: Attribution, by: ReadBy, way: Cut, group: dict[ReadBy, Attribution]
) -> tuple[float, ...]:
    """What speaks for or against `one`, in the order of the learned weights."""
    assert one.cue is not None
    cue = one.cue.cut(text)
    kinds = _kinds(text, one)
    other = group.get("again") if by != "again" else group.get("tagged") or group.get("bold")
    return tuple(
        float(sign)
        for sign in (
            1,
            log_odds(one.confidence),
            by == "tagged",
            by == "again",
            "again" not in group,
            other is not None and _same_source(one, other),
            _shared(one, other) if other else 0,
            *(way == cut for cut in CUTS[1:]),
            *kinds,
            not any(kinds),
            bool(NOUNS_OF_SAYING.fullmatch(cue)),
            *_signs_of_source(text, one, one.cue),
            *_signs_of_content(text, content, one, one.cue),
        )
    )


def _signs_of_source(text: str, one: Attribution, cue: Span) -> tuple[float, ...]:
    words = re.findall(r"\w+", one.source.cut(text).lower()) if one.source else []
    between = ""
    if one.source and one.source.end <= cue.start:
        between = text[one.source.end : cue.start]
    elif one.source and one.source.start >= cue.end:
        between = text[cue.end : one.source.start]
    apart = len(between.split())
    return (
        one.source is None,
        *(words[-1:] != [] and words[-1] in kind and (len(words) == 1 or "who" in kind) for kind in KINDS_OF_SOURCE),
        words[-1:] != [] and words[-1] in NO_NAMES,
        apart > 0,
        apart > 4,
        bool(PARTS.search(between)),
    )


def _signs_of_content(text: str, content: Span, one: Attribution, cue: Span) -> tuple[float, ...]:
    first, last = one.content[0], one.content[-1]
    before = [span for span in one.content if span.end <= cue.start]
    after = [span for span in one.content if span.start >= cue.end]
    told = " ".join(span.cut(text) for span in one.content)
    count = len(told.split())
    opened = text[first.start] in OPENINGS
    rest = text[last.end : content.end]
    joined = bool(JOINS_CLAUSE.match(rest))
    final = re.findall(r"\w+", last.cut(text))[-1:]
    gap = after[0].start - cue.end if after else cue.start - before[-1].end if before else 0
    return (
        math.log(count),
        count == 1,
        count == 2,
        bool(BEGINS_CLAUSE.match(first.cut(text))),
        opened,
        sum(map(len, one.content)) / len(content),
        bool(before and after),
        len(one.content) > 1,
        gap > 2,
        text[content.start] in OPENINGS,
        # Ends amid a clause.
        not joined and bool(re.match(r"\s*\w", rest)),
        final != [] and final[0].lower() in NO_ENDS,
        not rest.strip(" .,!?\"”’'"),
        not opened and any(SENTENCE_END.search(span.cut(text)) for span in one.content),
        len(one.content) > 1 and bool(SENTENCE_END.search(text, first.end - 1, last.start + 1)),
        first.cut(text)[0].islower(),
        joined,
        not opened and told.count("“") != told.count("”"),
    )


def _kinds(text: str, one: Attribution) -> list[bool]:
    """Of which kinds the cue is, none for a cue that is no verb of saying, thinking or wanting that is known here."""
    cue = one.cue.cut(text) if one.cue else ""
    return [bool(kind.search(cue)) for kind in KINDS_OF_CUE]


def _same_source(one: Attribution, other: Attribution) -> bool:
    if one.source is None or other.source is None:
        return one.source is other.source
    return one.source.overlaps(other.source)


def _shared(one: Attribution, other: Attribution) -> float:
    mine, theirs = ({at for span in each.content for at in range(span.start, span.end)} for each in (one, other))
    return len(mine & theirs) / len(mine | theirs)
