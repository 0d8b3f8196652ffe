"""Cut statements into the clauses that can each carry a claim."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.records import Article, Figure, Statement
from sayso.spans import Span, trim
from sayso.text.attitudes import is_attitude
from sayso.text.denials import is_denial, without_denial
from sayso.text.sentences import find_sentences
from sayso.text.words import content_terms

# A clause of fewer content words than this says too little to be compared.
FEWEST_TERMS = 3
# A denial names what it denies in fewer words than the claim did.
FEWEST_DENIED = 2
# Contents shorter than this are left whole: newspapers put one claim into a short sentence.
LONG_CONTENT = 12
# A piece of fewer words is left with the clause beside it.
FEWEST_WORDS = 4
# What stays at the ends of a piece and is no part of it.
EDGE = ',;:"“”„«»'
CUT = re.compile(r"(?:[;:] |, (?:and|but|while|whereas|although|though|adding that|which|who|where|with) | — | – )")
ANAPHOR = re.compile(
    r"^[\s\"“”'‘’]*(?:this|that|it|so|them|these|those|the same|the (?:report|reports|claim|claims|news|figure|allegation|"
    r"allegations|account|incident|information|capture|number|story)|"
    r"(?:I|we) (?:(?:fully|completely|totally|absolutely) )?agree(?: with (?:this|that|him|her|them))?|"
    r"(?:this|that|it)(?: is|['’]s) (?:(?:absolutely|quite) )?(?:true|right|correct))[\s.,\"“”'‘’]*$",
    re.IGNORECASE,
)
NEGATION = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|cannot|denie[sd]|denying|untrue|false|failed to|"
    r"\w+n['’]t)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a statement that may carry a claim: its spans, words, terms, figures, polarity.

    `points` says that its words are those of the statement that it points back to ("confirmed this").
    """

    statement: Statement
    spans: tuple[Span, ...]
    words: str
    terms: tuple[str, ...]
    figures: tuple[Figure, ...]
    negated: bool
    denied: bool
    points: bool = False


def layer_text(article: Article, statement: Statement) -> str:
    """The text that a statement's spans cut: the article's, or its title."""
    return article.title if statement.in_ == "title" else article.text


def cut_clauses(articles: Mapping[str, Article], statements: Sequence[Statement]) -> list[Clause]:
    """The clauses of `statements` in order. A statement that others are told inside leaves its content to them; one
    that tells an attitude leaves it to the article's own voice.

    Content that only points back ("confirmed this") becomes a clause with the words of the statement that it points
    to, shown by its own span.
    """
    parents = {statement.parent for statement in statements if statement.parent}
    clauses: list[Clause] = []
    for at, statement in enumerate(statements):
        if statement.id in parents or statement.stance in ("question", "no_comment"):
            continue
        text = layer_text(articles[statement.article], statement)
        if statement.cue and is_attitude(statement.cue.cut(text)):
            continue
        if all(ANAPHOR.match(span.cut(text)) for span in statement.content):
            meant = _antecedent(statements, at)
            if meant is not None and any(clause.statement.id == meant.id for clause in clauses):
                clauses.append(_pointing(statement, meant, articles))
            continue
        for spans in _stretches(statement, text):
            clause = _clause(statement, spans, text)
            if len(clause.terms) >= (FEWEST_DENIED if clause.denied else FEWEST_TERMS):
                clauses.append(clause)
    return clauses


def _antecedent(statements: Sequence[Statement], at: int) -> Statement | None:
    """The nearest statement before `at` in the same article that says something of its own."""
    for other in reversed(statements[max(0, at - 4) : at]):
        if other.article == statements[at].article and other.in_ == statements[at].in_:
            return other
    return None


def _pointing(statement: Statement, meant: Statement, articles: Mapping[str, Article]) -> Clause:
    longest = max(meant.content, key=len)
    clause = _clause(meant, (longest,), layer_text(articles[meant.article], meant))
    denied = statement.stance == "denied"
    return Clause(
        statement, statement.content, clause.words, clause.terms, clause.figures, clause.negated, denied, points=True
    )


def _stretches(statement: Statement, text: str) -> list[tuple[Span, ...]]:
    words = sum(len(span.cut(text).split()) for span in statement.content)
    if words < LONG_CONTENT:
        return [statement.content]
    stretches: list[tuple[Span, ...]] = []
    for sentence in (one for span in statement.content for one in _sentences(span, text)):
        start = sentence.start
        for cut in CUT.finditer(text, sentence.start, sentence.end):
            piece = trim(text, start, cut.start(), EDGE)
            words_after = len(text[cut.end() : sentence.end].split())
            if piece and min(len(piece.cut(text).split()), words_after) >= FEWEST_WORDS:
                stretches.append((piece,))
                start = cut.end()
        rest = trim(text, start, sentence.end, EDGE)
        if rest:
            stretches.append((rest,))
    return stretches or [statement.content]


def _sentences(span: Span, text: str) -> list[Span]:
    """The sentences of a fragment; one of a few words stays with the one before it."""
    joined: list[Span] = []
    for one in find_sentences(span.cut(text)):
        moved = Span(span.start + one.start, span.start + one.end)
        if joined and min(len(joined[-1].cut(text).split()), len(moved.cut(text).split())) < FEWEST_WORDS:
            joined[-1] = Span(joined[-1].start, moved.end)
        else:
            joined.append(moved)
    return joined


def _clause(statement: Statement, spans: tuple[Span, ...], text: str) -> Clause:
    words = " ".join(span.cut(text) for span in spans)
    figures = tuple(figure for figure in statement.figures if any(span.overlaps(figure.span) for span in spans))
    negated = len(NEGATION.findall(words)) % 2 == 1
    days = {time.value for time in statement.times if any(span.overlaps(time.span) for span in spans)}
    cue = statement.cue.cut(text) if statement.cue else ""
    # A statement may deny one thing and assert the next: each clause is judged by its own words.
    denied = is_denial(cue, words)
    terms = (
        *content_terms(without_denial(words) if denied else words),
        *(f"#{figure.value:g}" for figure in figures if figure.value is not None),
        *(f"#{day}" for day in sorted(days)),
    )
    return Clause(statement, spans, words, terms, figures, negated, denied)
