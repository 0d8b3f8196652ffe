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
# An indirect content of fewer words is often a thing and no sentence ("her defeat", of "blamed her defeat on him"): what
# is said of it stands in the cue and the source, and is read with it.
SHORT_CONTENT = 8
# A stretch of which statements told inside take up more than this share says nothing of its own.
TOLD_INSIDE = 0.6
# What stays at the ends of a piece and is no part of it.
EDGE = ',;:"“”„«»'
CUT = re.compile(
    r"(?:[;:] |, (?:and|but|while|whereas|although|though|adding that|which|who|where|with) | — | – "
    # What one died of, or what it cost, is a claim beside the one that it hangs on.
    r"| (?:in which|which|that) (?=(?:has |have |had )?(?:left|killed|injured|wounded|claimed)\b)| in which "
    # So is another happening that is told for time or reason: "the race was stopped after a car crashed".
    r"| (?:after|because|although|though)(?= )"
    r"| as (?=(?:the|a|an|his|her|its|their|he|she|they|[A-Z][\w'’.-]+) (?:[\w'’-]+ ){0,3}?(?:was|were|is|are|has|have|had|\w{3,}ed)\b)"
    # Why something was done may be told by others without what was done.
    r"| (?=in (?:retaliation|revenge|reprisal|response|protest|return|exchange) (?:for|to|against|at|over) ))"
)
# What is told of something between commas or dashes, before the sentence goes on about it: "the bridge, which opened in
# May, was shut". What stands about it is one clause.
INSERTED = re.compile(
    r"(?:, (?:which|who|where|whose) (?P<told>[^,;:\n]{8,160}), (?=(?:was|were|is|are|has|have|had|will|would|could|can|may|might|"
    r"did|does|said|says|\w{3,}ed)\b)| [—–-] (?P<aside>[^—–;\n]{8,120}) [—–-] )"
)
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

    `points` says that its words are those of the statement that it points back to ("confirmed this"). `read` are the
    words that are compared, where `words` are too few to say what is meant.
    """

    statement: Statement
    spans: tuple[Span, ...]
    words: str
    terms: tuple[str, ...]
    figures: tuple[Figure, ...]
    negated: bool
    denied: bool
    points: bool = False
    read: str = ""


def place_in(clause: Clause, span: Span) -> Span:
    """Where `span` of the text stands in the clause's words, whose stretches are joined by a blank."""
    start = 0
    for one in clause.spans:
        if one.overlaps(span):
            begin = start + max(0, span.start - one.start)
            return Span(begin, min(len(clause.words), begin + len(span)))
        start += len(one) + 1
    return Span(0, min(1, len(clause.words)))


def layer_text(article: Article, statement: Statement) -> str:
    """The text that a statement's spans cut: the article's, or its title."""
    return article.title if statement.in_ == "title" else article.text


def cut_clauses(articles: Mapping[str, Article], statements: Sequence[Statement]) -> list[Clause]:
    """The clauses of `statements` in order. A statement that others are told inside leaves to them what they tell; one
    that tells an attitude leaves it to the voice that it stands in.

    Content that only points back ("confirmed this") becomes a clause with the words of the statement that it points
    to, shown by its own span.
    """
    inside: dict[str, list[Span]] = {}
    for statement in statements:
        if statement.parent and not _is_attitude(statement, articles):
            inside.setdefault(statement.parent, []).extend(_parts(statement))
    clauses: list[Clause] = []
    for at, statement in enumerate(statements):
        if statement.stance in ("question", "no_comment") or _is_attitude(statement, articles):
            continue
        text = layer_text(articles[statement.article], statement)
        if all(ANAPHOR.match(span.cut(text)) for span in statement.content):
            meant = _antecedent(statements, at)
            if meant is not None and any(clause.statement.id == meant.id for clause in clauses):
                clauses.append(_pointing(statement, meant, articles))
            continue
        for spans in _stretches(statement, text):
            if _is_told(spans, inside.get(statement.id, ())):
                continue
            clause = _clause(statement, spans, text)
            if len(clause.terms) >= (FEWEST_DENIED if clause.denied else FEWEST_TERMS):
                clauses.append(clause)
    return clauses


def _is_attitude(statement: Statement, articles: Mapping[str, Article]) -> bool:
    text = layer_text(articles[statement.article], statement)
    return statement.cue is not None and is_attitude(statement.cue.cut(text))


def _parts(statement: Statement) -> list[Span]:
    found = (*statement.content, statement.cue, statement.source)
    return [part for part in found if part is not None]


def _is_told(spans: Sequence[Span], inside: Sequence[Span]) -> bool:
    """Whether most of `spans` stands in `inside`, which statements told inside this one take up."""
    size = sum(len(span) for span in spans)
    shared = sum(max(0, min(span.end, part.end) - max(span.start, part.start)) for span in spans for part in inside)
    return shared > TOLD_INSIDE * size


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
        statement,
        statement.content,
        clause.words,
        clause.terms,
        clause.figures,
        clause.negated,
        denied,
        points=True,
        read=clause.read,
    )


def _stretches(statement: Statement, text: str) -> list[tuple[Span, ...]]:
    words = sum(len(span.cut(text).split()) for span in statement.content)
    if words < LONG_CONTENT:
        return [statement.content]
    stretches: list[tuple[Span, ...]] = []
    for sentence in (one for span in statement.content for one in _sentences(span, text)):
        inserted = INSERTED.search(text, sentence.start, sentence.end)
        told = Span(*inserted.span(inserted.lastgroup or 0)) if inserted else None
        if inserted is None or told is None or len(told.cut(text).split()) < FEWEST_WORDS:
            stretches += [(piece,) for piece in _pieces(Span(sentence.start, sentence.end), text)]
            continue
        before = _pieces(Span(sentence.start, inserted.start()), text)
        after = _pieces(Span(inserted.end(), sentence.end), text)
        stretches += [(piece,) for piece in before[:-1]]
        stretches += [(*before[-1:], *after[:1])] if before or after else []
        stretches += [(piece,) for piece in (*_pieces(told, text), *after[1:])]
    return stretches or [statement.content]


def _pieces(span: Span, text: str) -> list[Span]:
    """What `CUT` leaves of a span, none of it of fewer than `FEWEST_WORDS` words."""
    pieces = []
    start = span.start
    for cut in CUT.finditer(text, span.start, span.end):
        piece = trim(text, start, cut.start(), EDGE)
        words_after = len(text[cut.end() : span.end].split())
        if piece and min(len(piece.cut(text).split()), words_after) >= FEWEST_WORDS:
            pieces.append(piece)
            start = cut.end()
    rest = trim(text, start, span.end, EDGE)
    return [*pieces, rest] if rest else pieces


def _sentences(span: Span, text: str) -> list[Span]:
    """The sentences of a fragment, a quotation or not; one of a few words stays with the one before it."""
    joined: list[Span] = []
    # Quotation marks about several sentences would make them one.
    span = trim(text, span.start, span.end, EDGE) or span
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
    read = words if denied else _enough(statement, words, text)
    terms = (
        *content_terms(without_denial(words) if denied else read),
        *(f"#{figure.value:g}" for figure in figures if figure.value is not None),
        *(f"#{day}" for day in sorted(days)),
    )
    return Clause(statement, spans, words, terms, figures, negated, denied, read=read)


def _enough(statement: Statement, words: str, text: str) -> str:
    """`words`, or all from the first to the last word of the statement where they are too few to say what is meant."""
    if statement.kind != "indirect" or len(words.split()) >= SHORT_CONTENT or statement.cue is None:
        return words
    parts = _parts(statement)
    whole = text[min(part.start for part in parts) : max(part.end for part in parts)]
    return whole if "\n" not in whole and len(whole.split()) < 4 * SHORT_CONTENT else words
