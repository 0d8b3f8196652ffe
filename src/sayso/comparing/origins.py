"""Follow each support of a claim to the voucher that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.comparing.clauses import Clause, layer_text
from sayso.comparing.outlets import find_outlet, outlet_key
from sayso.comparing.people import COMMON_BODIES, same_body
from sayso.comparing.standing import FIRST_PERSON, outlet_standing, speaker_standing
from sayso.comparing.vouchers import Voucher, known_by, make_origin, relate_vouchers, speaks_for_body
from sayso.records import (
    Article,
    Copy,
    Credit,
    Origin,
    OriginKind,
    Outside,
    Place,
    Relation,
    Speaker,
    Step,
    StepReason,
)
from sayso.spans import Span
from sayso.text.days import moment_of
from sayso.text.words import fold, without_article

# A text of which this share was taken is a copy as a whole, its headline with it. Chosen by hand on examples/.
MOSTLY = 0.5
UNKNOWN_OUTLET = "an outlet that the page does not name"


@dataclass(frozen=True, slots=True)
class Sources:
    """What is known of a story when its claims are followed to their origins."""

    articles: Mapping[str, Article]
    speakers: Mapping[str, Speaker]
    sentences: Mapping[str, Sequence[Span]]
    copy_of: Mapping[str, Copy]
    outlets_read: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Traced:
    """What the supports of one claim rest on; `hearsay` when none of them names anybody ("it is said")."""

    origins: tuple[Origin, ...]
    relations: tuple[Relation, ...]
    outside: tuple[Outside, ...]
    hearsay: bool


def find_origins(clauses: Sequence[Clause], sources: Sources) -> Traced:
    """The origins of the claim that `clauses` support, the relations that are settled, and the credits that point
    to texts not read.

    Source: origins.md, "From statement to voucher" and "When are two vouchers the same?".
    """
    tracer = _Tracer(clauses, sources)
    for clause in clauses:
        tracer.trace(clause)
    vouchers = [voucher for voucher in tracer.vouchers.values() if voucher.statements]
    first = min(clause.statement.id for clause in clauses)
    origins = tuple(make_origin(voucher, first) for voucher in vouchers)
    return Traced(
        origins,
        tuple(relate_vouchers(vouchers, origins)),
        tuple(dict.fromkeys(tracer.outside)),
        all(voucher.hearsay for voucher in vouchers),
    )


class _Tracer:
    def __init__(self, clauses: Sequence[Clause], sources: Sources) -> None:
        self.clauses = clauses
        self.sources = sources
        self.vouchers: dict[str, Voucher] = {}
        self.outside: list[Outside] = []

    def trace(self, clause: Clause) -> None:
        """Follow `clause` until it stops, and keep each step."""
        steps: list[Step] = []
        seen: set[str] = set()
        current = clause
        followed: tuple[tuple[StepReason, Callable[[Clause], Clause | None]], ...] = (
            ("copies", self._copied_from),
            ("via", self._relayed),
            ("covered_by", self._credited),
            ("credits", self._agency),
        )
        while True:
            seen.add(current.statement.id)
            found = ((reason, follow(current)) for reason, follow in followed)
            step = next(((reason, one) for reason, one in found if one and one.statement.id not in seen), None)
            if step is None:
                break
            steps.append(self._step(step[1], current, step[0]))
            current = step[1]
        # Parties that speak jointly in one statement are separate vouchers (origins.md, rule 2).
        together = [self._spoken(current, self.sources.speakers[one]) for one in current.statement.with_]
        for voucher in [self._voucher(current), *together]:
            voucher.statements[clause.statement.id] = None
            for hop in [*self._own_steps(voucher, current), *reversed(steps)]:
                voucher.steps[hop] = None
            published = self.sources.articles[clause.statement.article].published
            if moment_of(published) < moment_of(voucher.since):
                voucher.since = published

    def _article(self, clause: Clause) -> Article:
        return self.sources.articles[clause.statement.article]

    def _copied_from(self, clause: Clause) -> Clause | None:
        """The same claim in the article that this passage was taken from."""
        copy = self.sources.copy_of.get(clause.statement.article)
        if copy is None:
            return None
        theirs = [one for one in self.clauses if one.statement.article == copy.of]
        if clause.statement.in_ == "title":
            # A headline is written anew over a text that was taken; what it says was taken with the text.
            mostly = copy.share >= MOSTLY and not clause.statement.speaker
            return min(theirs, key=_credited_first, default=None) if mostly else None
        for passage in copy.passages:
            if any(passage.copy.overlaps(span) for span in clause.spans):
                inside = [
                    other
                    for other in theirs
                    if other.statement.in_ == "text" and any(passage.of.overlaps(span) for span in other.spans)
                ]
                if inside:
                    return min(inside, key=_credited_first)
        return None

    def _relayed(self, clause: Clause) -> Clause | None:
        """The same claim in the article of the outlet that this one names as its source ("according to the Ledger")."""
        named = [one for one in (clause.statement.speaker, *clause.statement.via) if one]
        for identity in named:
            speaker = self.sources.speakers[identity]
            outlet = find_outlet(speaker.name, self.sources.outlets_read)
            if speaker.kind in ("person", "unnamed", "group") or outlet is None:
                continue
            found = [
                one
                for one in self.clauses
                if one.statement.article != clause.statement.article
                and outlet_key(self._article(one).outlet or "") == outlet
            ]
            if found:
                return min(found, key=_credited_first)
        return None

    def _credited(self, clause: Clause) -> Clause | None:
        """The same claim credited elsewhere in the article, for a clause in its own voice (rule 3)."""
        if clause.statement.speaker:
            return None
        here = clause.statement.article
        others = [one for one in self.clauses if one.statement.article == here and one.statement.speaker]
        return min(others, key=lambda one: one.spans[0].start, default=None)

    def _agency(self, clause: Clause) -> Clause | None:
        """The same claim in the text of the agency that the article credits."""
        if clause.statement.speaker:
            return None
        article = self._article(clause)
        if outlet_standing(self._sentence(clause)):
            return None
        for credit in article.credits:
            found = [
                one
                for one in self.clauses
                if one.statement.article != article.id
                and outlet_key(self._article(one).outlet or "") == find_outlet(credit.name, self.sources.outlets_read)
            ]
            if found:
                return min(found, key=_credited_first)
        return None

    def _sentence(self, clause: Clause) -> str:
        article = self._article(clause)
        if clause.statement.in_ == "title":
            return article.title
        around = [one for one in self.sources.sentences[article.id] if one.overlaps(clause.spans[0])]
        return Span(around[0].start, around[-1].end).cut(article.text) if around else clause.words

    def _voucher(self, clause: Clause) -> Voucher:
        statement = clause.statement
        article = self._article(clause)
        if statement.speaker:
            return self._spoken(clause, self.sources.speakers[statement.speaker])
        if statement.source and not FIRST_PERSON.fullmatch(statement.source.cut(layer_text(article, statement))):
            return self._unresolved(clause, statement.source.cut(layer_text(article, statement)))
        credit = self._outside_credit(article)
        if credit and not outlet_standing(self._sentence(clause)):
            return self._kept(Voucher(f"outlet:{outlet_key(credit.name)}", "outlet", credit.name, credited=True))
        name = article.outlet or UNKNOWN_OUTLET
        hearsay = statement.kind != "own"
        key = outlet_key(article.outlet) if article.outlet else article.page
        voucher = self._kept(Voucher(f"outlet:{key}", "outlet", name, credited=False, hearsay=hearsay))
        voucher.hearsay = voucher.hearsay and hearsay
        seen = outlet_standing(self._sentence(clause))
        if seen:
            voucher.standing = voucher.standing or seen
            voucher.credited = True
            voucher.evidence.append(Place(article.id, clause.spans[0]))
        return voucher

    def _unresolved(self, clause: Clause, words: str) -> Voucher:
        """Somebody whom the text names by words that could not be resolved ("he"): one voucher an article."""
        article = clause.statement.article
        voucher = Voucher(f"unresolved:{article}:{words.lower()}", "speaker", f"“{words}”", credited=True)
        voucher.kinds.add("unnamed")
        return self._kept(voucher)

    def _outside_credit(self, article: Article) -> Credit | None:
        """An agency that the article credits and whose text was not read."""
        for credit in article.credits:
            known = find_outlet(credit.name, self.sources.outlets_read)
            if known or outlet_key(credit.name) == outlet_key(article.outlet or ""):
                continue
            span = credit.span or Span(0, 1)
            if article.text:
                self.outside.append(Outside(credit.name, article.id, span))
                return credit
        return None

    def _spoken(self, clause: Clause, speaker: Speaker) -> Voucher:
        statement = clause.statement
        article = self._article(clause)
        name, key = speaker.name, f"speaker:{speaker.id}"
        # A document is one voucher with its author (origins.md, rule 4).
        if speaker.affiliation and (speaks_for_body(speaker) or speaker.kind == "document"):
            name, key = self._body(speaker.affiliation)
        elif speaker.kind == "organisation" and speaker.name.lower() not in COMMON_BODIES:
            name, key = self._body(speaker.name)
        outlet = find_outlet(speaker.name, self.sources.outlets_read)
        if speaker.kind == "organisation" and outlet:
            key = f"outlet:{outlet}"
        kind: OriginKind = "document" if speaker.kind == "document" else "speaker"
        voucher = self._kept(Voucher(key, kind, name, credited=True))
        voucher.speakers[speaker.id] = None
        voucher.kinds.add("organisation" if key.startswith(("body:", "outlet:")) else speaker.kind)
        voucher.known_by |= known_by(speaker)
        voucher.credited, voucher.hearsay = True, False
        if voucher.standing is None:
            cue = statement.cue.cut(layer_text(article, statement)) if statement.cue else ""
            voucher.standing = speaker_standing(speaker, statement, clause.words, self._sentence(clause), cue)
            if voucher.standing and statement.in_ == "text":
                voucher.evidence.append(Place(article.id, clause.spans[0]))
        return voucher

    def _body(self, name: str) -> tuple[str, str]:
        """The name and key of the body that `name` means: one already seen in this claim, or itself."""
        for key, voucher in self.vouchers.items():
            if key.startswith("body:") and same_body(name, voucher.name):
                return voucher.name, key
        return name, f"body:{fold(without_article(name))}"

    def _kept(self, voucher: Voucher) -> Voucher:
        return self.vouchers.setdefault(voucher.key, voucher)

    def _own_steps(self, voucher: Voucher, clause: Clause) -> list[Step]:
        """The steps from the voucher to the article in which `clause` stands."""
        statement = clause.statement
        article = self._article(clause)
        outlet = article.outlet or UNKNOWN_OUTLET
        text = layer_text(article, statement)
        shown = statement.source or statement.cue or clause.spans[0]
        place = shown if statement.in_ == "text" else None
        if not statement.speaker:
            because: StepReason = "credits" if voucher.credited and voucher.standing is None else "says"
            first = clause.spans[0]
            return [
                Step(
                    voucher.name,
                    outlet,
                    because,
                    first.cut(text),
                    article.id,
                    first if statement.in_ == "text" else None,
                )
            ]
        here = {outlet_key(outlet): outlet}
        told = [self.sources.speakers[one].name for one in statement.via if one in self.sources.speakers]
        # "told the Ledger", in the Ledger, is no voice in between.
        via = [name for name in told if not find_outlet(name, here)]
        steps = []
        # A joint party is its own first hop; else the one that the statement is credited to.
        own = next(iter(voucher.speakers), statement.speaker)
        speaker = self.sources.speakers[own if own in statement.with_ else statement.speaker].name
        if voucher.name != speaker:
            steps.append(Step(voucher.name, speaker, "same", shown.cut(text), article.id, place))
        hops = [speaker, *via, outlet]
        for at, (one, other) in enumerate(pairwise(hops)):
            reason: StepReason = "via" if at else "says"
            steps.append(Step(one, other, reason, shown.cut(text), article.id, place))
        return steps

    def _step(self, source: Clause, clause: Clause, because: StepReason) -> Step:
        article = self._article(clause)
        text = layer_text(article, clause.statement)
        span = clause.spans[0]
        return Step(
            self._article(source).outlet or UNKNOWN_OUTLET,
            article.outlet or UNKNOWN_OUTLET,
            because,
            span.cut(text),
            article.id,
            span if clause.statement.in_ == "text" else None,
        )


def _credited_first(clause: Clause) -> tuple[bool, int]:
    return clause.statement.speaker is None, clause.spans[0].start
