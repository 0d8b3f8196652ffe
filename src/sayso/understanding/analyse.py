"""Turn an article into its statements with their speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from sayso.identity import make_id
from sayso.records import Article, Figure, Genre, Mention, Problem, Speaker, Statement, StatementKind, TimeMention
from sayso.spans import Span
from sayso.text.attitudes import is_attitude
from sayso.text.sentences import find_sentences
from sayso.understanding.attribution import Attribution, find_layers
from sayso.understanding.bare_contents import names_only
from sayso.understanding.citing import cites_only, relied_on, told_to
from sayso.understanding.encoder import Encoder, Reading, Tables
from sayso.understanding.figures.currencies import dollar_of
from sayso.understanding.figures.mentions import find_figures, find_unequal_sums
from sayso.understanding.fragments import QUOTES
from sayso.understanding.judging import Votes, judge_genre
from sayso.understanding.late_credits import add_late_credits
from sayso.understanding.nesting import Nested, find_nested
from sayso.understanding.own_voice import find_own_voice
from sayso.understanding.posts import add_posts
from sayso.understanding.speakers.cast import Cast, Member, joint_parties
from sayso.understanding.speakers.descriptions import PRONOUNS
from sayso.understanding.stance import judge_stance
from sayso.understanding.times.mentions import find_times

# The article's own voice is read off what the tagger left over, so it is as sure as the tagger is of "outside".
# Content token precision on PolNeAR dev is near this.
OWN_CONFIDENCE = 0.9


Mentioned = TypeVar("Mentioned", Figure, TimeMention)


@dataclass(frozen=True, slots=True)
class Analysis:
    """The statements of one article in text order, title last, with the speakers they are credited to and its genre.

    `problems` are what the text itself gets wrong, such as two sums that cannot be equal.
    """

    statements: tuple[Statement, ...]
    speakers: tuple[Speaker, ...]
    genre: Genre
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Draft:
    """A statement while its speaker, parent and id are being settled."""

    attribution: Attribution
    parent: int | None
    speaker: Member | None
    jointly: tuple[Member, ...]
    via: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class _Layer:
    """One text of an article, its body or its title, with the times and figures in it and what the network says of it."""

    article: Article
    name: Literal["text", "title"]
    text: str
    sentences: list[Span]
    readings: list[Reading]
    votes: Votes
    times: list[TimeMention]
    figures: list[Figure]


def _layer_of(
    article: Article, name: Literal["text", "title"], text: str, readings: list[Reading], tables: Tables
) -> _Layer:
    times = find_times(text, article.published)
    figures = find_figures(text, dollar=dollar_of(article.outlet))
    return _Layer(article, name, text, find_sentences(text), readings, Votes.read(readings, tables), times, figures)


def analyse(article: Article, encoder: Encoder) -> Analysis:
    """The statements, speakers and genre of `article`; nothing when its language is not one that sayso analyses."""
    if not article.analysed:
        return Analysis((), (), article.genre)
    readings = encoder.read_text(article.text)
    article = replace(article, genre=judge_genre(article.genre, article.title, readings))
    body = _layer_of(article, "text", article.text, readings, encoder.tables)
    cast, statements = _read_layer(body, encoder)
    if article.title:
        readings = encoder.read_text(article.title)
        title = _layer_of(article, "title", article.title, readings, encoder.tables)
        statements += _read_layer(title, encoder, cast)[1]
    speakers = tuple(_speaker(member, article) for member in cast.members if member.spoke_at)
    return Analysis(tuple(statements), speakers, article.genre, tuple(_unequal_sums(body)))


def _unequal_sums(body: _Layer) -> Iterator[Problem]:
    for one, other in find_unequal_sums(body.text, body.figures):
        words = f"“{one.span.cut(body.text)}” and “{other.span.cut(body.text)}”"
        what = f"{words} (characters {one.span.start} to {other.span.end}) are given as equal and are far apart"
        yield Problem(body.article.id, what, "ask the publisher which of the two is meant; both are kept as they stand")


def credit_sources(text: str, attributions: list[Attribution]) -> list[Member | None]:
    """Whoever each of `attributions`, known for the whole of `text`, is credited to."""
    sentences = find_sentences(text)
    cast = Cast(text, [span for one in attributions for span in one.content], sentences=sentences)
    drafts = _settle_speakers(text, sentences, [Nested(one, None) for one in attributions], cast)
    return [draft.speaker for draft in drafts]


def _read_layer(layer: _Layer, encoder: Encoder, known: Cast | None = None) -> tuple[Cast, list[Statement]]:
    text, sentences = layer.text, layer.sentences
    layers = find_layers(text, layer.readings, encoder.tables)
    found = add_posts(text, sentences, add_late_credits(text, sentences, layers.outer))
    outer = [
        one
        for one in found
        if (one.cue or one.source or _is_quoted(one, text)) and not cites_only(one, text) and not names_only(one, text)
    ]
    nested = find_nested(text, sentences, outer, layers, encoder)
    told = [span for one in outer for span in one.content]
    cast = Cast(text, told, known, sentences)
    drafts = _settle_speakers(text, sentences, nested, cast)
    taken = [span for draft in drafts if draft.parent is None for span in draft.attribution.spans()]
    own = sorted({*find_own_voice(text, sentences, taken), *_attitudes(text, sentences, drafts)})
    rows: list[tuple[int, int, _Draft | Span]] = [
        (draft.attribution.start, at, draft) for at, draft in enumerate(drafts)
    ]
    rows += [(span.start, len(drafts) + at, span) for at, span in enumerate(own)]
    ids = [_statement_id(layer, draft.attribution) for draft in drafts]
    return cast, [
        _own(layer, row)
        if isinstance(row, Span)
        else _told(layer, row, ids[at], ids[row.parent] if row.parent is not None else None)
        for _, at, row in sorted(rows, key=lambda row: row[:2])
    ]


def _attitudes(text: str, sentences: list[Span], drafts: list[_Draft]) -> list[Span]:
    """The sentences that tell somebody's attitude: that they hold it, the article says in its own voice."""
    cues = [one.attribution.cue for one in drafts if one.parent is None and one.attribution.cue]
    held = [cue for cue in cues if is_attitude(cue.cut(text))]
    spoken = [cue for cue in cues if cue not in held]
    return [
        sentence
        for sentence in sentences
        if any(sentence.holds(cue) for cue in held) and not any(sentence.overlaps(cue) for cue in spoken)
    ]


def _is_quoted(attribution: Attribution, text: str) -> bool:
    return any(text[span.start] in QUOTES for span in attribution.content)


def _settle_speakers(text: str, sentences: list[Span], nested: list[Nested], cast: Cast) -> list[_Draft]:
    """Who says each attribution, in text order, so that a pronoun finds those who spoke before it."""
    drafts: dict[int, _Draft] = {}
    order = sorted(range(len(nested)), key=lambda at: (nested[at].attribution.start, nested[at].parent is not None))
    for at in order:
        one = nested[at]
        attribution = one.attribution
        via: tuple[Member, ...] = ()
        parties = joint_parties(text, attribution.source) if attribution.source else []
        found = [member for party in parties for member in cast.resolve_all(party, attribution.start)]
        speaker = found[0] if found else None
        jointly = tuple(member for member in found[1:] if member and member is not speaker)
        sentence = _sentence_at(sentences, attribution.cue or attribution.content[0])
        if speaker and sentence:
            cited = relied_on(text, sentence, attribution)
            between = told_to(text, sentence, attribution)
            if between:
                member = cast.resolve_words(between.cut(text), between)
                via = (member,) if member is not speaker else ()
            if cited:
                relied = cast.resolve(cited, attribution.start)
                if relied and relied is not speaker:
                    speaker, via = relied, (speaker, *via)
        if one.parent is not None and one.parent in drafts:
            outer = drafts[one.parent]
            if speaker is None and attribution.source and PRONOUNS.get(attribution.source.cut(text).lower()) == "i":
                # "I" inside what somebody says, where no marks show it.
                speaker = outer.speaker
            above = (outer.speaker,) if outer.speaker and outer.speaker is not speaker else ()
            via = (*via, *above, *(member for member in outer.via if member is not speaker))
        drafts[at] = _Draft(attribution, one.parent, speaker, jointly, via)
    for draft in drafts.values():
        for member in draft.via:
            if not member.spoke_at:
                member.spoke_at.append(draft.attribution.start)
    return [drafts[at] for at in range(len(nested))]


def _sentence_at(sentences: list[Span], place: Span) -> Span | None:
    return next((sentence for sentence in sentences if sentence.overlaps(place)), None)


def _statement_id(layer: _Layer, attribution: Attribution) -> str:
    content = attribution.content[0]
    cue = attribution.cue
    return make_id(
        "stm", layer.article.id, layer.name, content.start, attribution.content[-1].end, cue.start if cue else ""
    )


def _speaker_id(article: Article, member: Member) -> str:
    return make_id("sp", article.id, member.number)


def _speaker(member: Member, article: Article) -> Speaker:
    return Speaker(
        _speaker_id(article, member),
        member.name,
        member.kind,
        tuple(dict.fromkeys(member.aliases)),
        tuple(Mention(article.id, span) for span in sorted(set(member.places)) if span.end <= len(article.text)),
        member.role,
        member.affiliation,
    )


def _told(layer: _Layer, draft: _Draft, identity: str, parent: str | None) -> Statement:
    article, text, attribution = layer.article, layer.text, draft.attribution
    words = " ".join(span.cut(text) for span in attribution.content)
    cue = attribution.cue.cut(text) if attribution.cue else ""
    votes = layer.votes.stances(attribution.content, attribution.cue)
    return Statement(
        identity,
        article.id,
        layer.name,
        # Behind a dash stands whose very words they are, with or without marks.
        "direct" if cue and not re.search(r"\w", cue) else quotation_kind(words),
        attribution.content,
        judge_stance(words, cue, article.genre, False, votes),
        round(attribution.confidence, 4),
        attribution.cue,
        attribution.source,
        _speaker_id(article, draft.speaker) if draft.speaker else None,
        tuple(dict.fromkeys(_speaker_id(article, member) for member in draft.jointly)),
        tuple(dict.fromkeys(_speaker_id(article, member) for member in draft.via)),
        parent,
        _said_on(layer, attribution),
        _within(layer.figures, attribution.content),
        _within(layer.times, attribution.content),
    )


def _within(mentions: Sequence[Mentioned], content: Sequence[Span]) -> tuple[Mentioned, ...]:
    """Those of `mentions` that stand inside a fragment of `content`."""
    return tuple(one for one in mentions if any(fragment.holds(one.span) for fragment in content))


def _said_on(layer: _Layer, attribution: Attribution) -> str | None:
    """The time that modifies the saying: one in the cue's sentence, outside what is said."""
    if attribution.cue is None:
        return None
    sentence = _sentence_at(layer.sentences, attribution.cue)
    if sentence is None:
        return None
    times = [
        time
        for time in layer.times
        if sentence.holds(time.span) and not any(time.span.overlaps(content) for content in attribution.content)
    ]
    nearest = min(
        times, key=lambda time: abs(time.span.start - attribution.cue.end) if attribution.cue else 0, default=None
    )
    return nearest.value if nearest and "/" not in nearest.value and len(nearest.value) == 10 else None


def _own(layer: _Layer, span: Span) -> Statement:
    article = layer.article
    words = span.cut(layer.text)
    votes = layer.votes.stances([span], None)
    return Statement(
        make_id("stm", article.id, layer.name, span.start, span.end, "own"),
        article.id,
        layer.name,
        "own",
        (span,),
        judge_stance(words, "", article.genre, True, votes),
        OWN_CONFIDENCE,
        figures=_within(layer.figures, [span]),
        times=_within(layer.times, [span]),
    )


# Single marks count where they stand around words, not within one.
SINGLE = re.compile(r"(?<!\w)['‘‚‹]{1,2}(?=\w)|(?<=[\w.,!?…])['’‘›]{1,2}(?!\w)")


def quotation_kind(words: str) -> StatementKind:
    """Whether `words`, a statement's content, are quoted as a whole, in part, or not at all."""
    opens = re.match(r"['‘‚‹`]{1,2}\w", words) and re.search(r"[\w.,!?…]['’‘›]{1,2}$", words)
    if opens and not any(mark in words for mark in QUOTES):
        words = SINGLE.sub('"', words)
    if not any(mark in words for mark in QUOTES):
        return "indirect"
    outside, depth = [], False
    for character in words:
        if character in QUOTES:
            depth = character not in "”»" if character in "“”„«»" else not depth
        elif not depth:
            outside.append(character)
    return "mixed" if any(character.isalnum() for character in outside) else "direct"
