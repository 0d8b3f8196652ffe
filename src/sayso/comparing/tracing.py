"""Follow one support of a claim to the voucher that it rests on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from sayso.comparing.clauses import Clause, layer_text
from sayso.comparing.following import Following
from sayso.comparing.identities import (
    THEIRS,
    Identity,
    body_key,
    body_on_duty,
    identify,
    is_own_evidence,
    known_by,
    same_group,
)
from sayso.comparing.outlets import UNKNOWN_OUTLET, find_outlet, outlet_key
from sayso.comparing.people import same_body
from sayso.comparing.sources import Sources
from sayso.comparing.standing import FIRST_PERSON, speaker_standing
from sayso.comparing.surroundings import Surroundings
from sayso.comparing.telling import find_cited, is_official_group
from sayso.comparing.vouchers import Voucher
from sayso.records import Article, Credit, OriginKind, Outside, Place, Speaker, Step, StepReason
from sayso.spans import Span
from sayso.text.days import moment_of
from sayso.text.rumours import RUMOUR
from sayso.text.words import without_article

# So many characters of a sentence are shown for a step; by eye, on examples/.
LONGEST_SHOWN = 280
# What would make two of what a step takes as one. "says" and "via" join nobody.
CHANGES_IF = {
    "copies": "{copy} had reporting of its own for these words",
    "covered_by": "the article named another source for these words",
    "credits": "{copy} had reporting of its own for these words",
    "via": "{copy} named another source for these words",
}


class Tracer:
    """The vouchers of one claim, filled clause by clause; `outside` are the credits that lead to texts not read."""

    def __init__(self, clauses: Sequence[Clause], sources: Sources) -> None:
        self.clauses = clauses
        self.sources = sources
        self.vouchers: dict[str, Voucher] = {}
        self.outside: list[Outside] = []
        # The clauses with a speaker at which a chain ends, with the key of the one voucher that each leads to.
        self.ends: list[tuple[Clause, str]] = []
        self._told = Surroundings(sources)
        follow = Following(clauses, sources, self._told)
        self._followed: tuple[tuple[StepReason, Callable[[Clause], Iterable[Clause]]], ...] = (
            ("copies", follow.copied_from),
            ("via", follow.relayed),
            ("covered_by", follow.credited),
            ("credits", follow.agency),
        )

    def trace(self, clause: Clause) -> None:
        """Follow `clause` until it stops, and keep each step."""
        steps: list[Step] = []
        path = [clause]
        circle: list[Clause] = []
        while True:
            step, circle = self._next(path)
            if step is None:
                break
            steps.append(self._step(step[1], path[-1], step[0]))
            path.append(step[1])
        vouchers = [self._circular(circle)] if circle else self._all_of(path[-1])
        if len(vouchers) == 1 and path[-1].statement.speaker:
            self.ends.append((path[-1], vouchers[0].key))
        for voucher in vouchers:
            voucher.statements[clause.statement.id] = None
            own = self._circle_steps(voucher, circle) if circle else self._own_steps(voucher, path[-1])
            for hop in [*own, *reversed(steps)]:
                voucher.steps[hop] = None
            published = self.sources.articles[clause.statement.article].published
            if moment_of(published) < moment_of(voucher.since):
                voucher.since = published

    def _next(self, path: Sequence[Clause]) -> tuple[tuple[StepReason, Clause] | None, list[Clause]]:
        """The next step from the end of `path`, and the circle that it closes when every way leads back."""
        seen = {one.statement.id: at for at, one in enumerate(path)}
        for reason, follow in self._followed:
            found = list(follow(path[-1]))
            new = next((one for one in found if one.statement.id not in seen), None)
            if new is not None:
                return (reason, new), []
            back = [seen[one.statement.id] for one in found if one.statement.article != path[-1].statement.article]
            if reason == "via" and back:
                return None, list(path[min(back) :])
        return None, []

    def _all_of(self, clause: Clause) -> list[Voucher]:
        """The voucher of `clause`, with all that speak jointly in it: they are separate (origins.md, rule 2)."""
        parties = [self.sources.speakers[one] for one in clause.statement.with_]
        # "Lind and her colleagues" are told together.
        return [self._voucher(clause), *(self._spoken(clause, one) for one in parties if not THEIRS.match(one.name))]

    def _voucher(self, clause: Clause) -> Voucher:
        statement = clause.statement
        article = self._told.article_of(clause)
        teller = self._told.teller(clause)
        if teller:
            return self._spoken(clause, teller)
        if statement.speaker:
            return self._spoken(clause, self._whose(clause, self.sources.speakers[statement.speaker]))
        named = self._unnamed_source(clause)
        if named:
            return self._unresolved(clause, named)
        passing = self._passing_on(clause)
        if passing:
            return self._spoken(clause, passing)
        seen = self._told.own_eyes(clause)
        credit = None if seen else self._outside_credit(article)
        hearsay = statement.kind != "own"
        if credit:
            # The agency tells it in its own voice, and gives no source as far as the texts at hand show.
            return self._kept(Voucher(f"outlet:{outlet_key(credit.name)}", "outlet", credit.name, credited=False))
        name = article.outlet or UNKNOWN_OUTLET
        key = outlet_key(article.outlet) if article.outlet else article.page
        voucher = self._kept(Voucher(f"outlet:{key}", "outlet", name, credited=False, hearsay=hearsay))
        voucher.hearsay = voucher.hearsay and hearsay
        if seen:
            voucher.standing = voucher.standing or seen
            voucher.credited = True
            voucher.evidence.append(Place(article.id, clause.spans[0]))
        return voucher

    def _unnamed_source(self, clause: Clause) -> str | None:
        """The words that name a source which could not be resolved; nobody is named by "we" or "rumours"."""
        statement = clause.statement
        if statement.speaker or statement.source is None:
            return None
        named = statement.source.cut(layer_text(self._told.article_of(clause), statement))
        return None if FIRST_PERSON.fullmatch(named) or RUMOUR.fullmatch(named) else named

    def _passing_on(self, clause: Clause) -> Speaker | None:
        """Whoever passes on what nobody is named for, and so stands alone for it."""
        if clause.statement.speaker or self._unnamed_source(clause):
            return None
        return next((self.sources.speakers[one] for one in clause.statement.via if one in self.sources.speakers), None)

    def _whose(self, clause: Clause, speaker: Speaker) -> Speaker:
        """`speaker`, or the voice that tells of it where it is no more than what that voice has found out."""
        statement = clause.statement
        source = statement.source.cut(layer_text(self._told.article_of(clause), statement)) if statement.source else ""
        if not statement.via or not is_own_evidence(source):
            return speaker
        return self.sources.speakers.get(statement.via[0], speaker)

    def _circular(self, circle: Sequence[Clause]) -> Voucher:
        """The one voucher of outlets that name each other as their source (origins.md, rule 5)."""
        outlets = {outlet_key(self._told.article_of(one).outlet or one.statement.article): one for one in circle}
        name = " and ".join(self._told.article_of(outlets[key]).outlet or UNKNOWN_OUTLET for key in sorted(outlets))
        return self._kept(Voucher(f"circle:{'|'.join(sorted(outlets))}", "outlet", name, credited=False))

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
        article = self._told.article_of(clause)
        cited = find_cited(self._told.sentence_of(clause), (one for one in self.sources.cast if one.id != speaker.id))
        relies = speaker if cited and speaker.kind != "document" and cited.id not in statement.via else None
        if cited and relies:
            speaker = cited
        who = self._identity(clause, speaker)
        full = self._full_name(who.name) if speaker.kind == "organisation" else who.name
        is_body = who.body or full != who.name
        name, key = self._body(full) if is_body else (who.name, f"speaker:{speaker.id}")
        outlet = find_outlet(speaker.name, self.sources.outlets_read)
        if speaker.kind == "organisation" and outlet:
            key = f"outlet:{outlet}"
        kind: OriginKind = "document" if speaker.kind == "document" else "speaker"
        voucher = self._kept(Voucher(key, kind, name, credited=True))
        if not is_body:
            voucher = self._group(speaker) or voucher
        if speaker.id in self.sources.speakers:
            voucher.speakers[speaker.id] = None
        if relies:
            voucher.relied_on_by.add(relies.id)
        voucher.kinds.add("organisation" if key.startswith(("body:", "outlet:")) else speaker.kind)
        voucher.known_by |= known_by(speaker)
        voucher.credited, voucher.hearsay = True, False
        if voucher.standing is None and relies is None:
            cue = statement.cue.cut(layer_text(article, statement)) if statement.cue else ""
            if clause.points:
                # "We agree" has the words of what it points to; its own tell how far it vouches.
                cue += " " + " ".join(span.cut(layer_text(article, statement)) for span in statement.content)
            voucher.standing = speaker_standing(speaker, statement, clause.words, self._told.sentence_of(clause), cue)
            if voucher.standing and statement.in_ == "text":
                voucher.evidence.append(Place(article.id, clause.spans[0]))
        return voucher

    def _identity(self, clause: Clause, speaker: Speaker) -> Identity:
        """Who `speaker` is as a voucher; officials in the paragraph of a body are that body."""
        text = self._told.article_of(clause).text
        if not is_official_group(speaker) or clause.statement.in_ == "title":
            named = body_on_duty(speaker.name, self._bodies_in(text)) if speaker.kind == "group" else None
            if named:
                why = f"the text names {named} and no other body with that duty"
                return Identity(named, True, why, f"{speaker.name} of another body were meant")
            return identify(speaker, clause.words, self.sources.persons)
        at = clause.spans[0].start
        paragraph = Span(text.rfind("\n", 0, at) + 1, text.find("\n", at) if "\n" in text[at:] else len(text))
        for other in self.clauses:
            one = other.statement
            if one.article == clause.statement.article and one.in_ == "text" and one.speaker:
                body = self.sources.speakers[one.speaker]
                if body.kind == "organisation" and any(paragraph.overlaps(span) for span in other.spans):
                    why = f"officials in the paragraph in which {body.name} says it"
                    return Identity(
                        identify(body, clause.words, self.sources.persons).name,
                        True,
                        why,
                        "the text named their office",
                    )
        return identify(speaker, clause.words, self.sources.persons)

    def _bodies_in(self, text: str) -> Iterator[str]:
        """The bodies of the story that `text` names, in full or by their initials."""
        for one in self.sources.cast:
            names = (
                [name for name in (one.name, *one.aliases) if name[:1].isupper()] if one.kind == "organisation" else []
            )
            if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names if name in text):
                yield one.name

    def _group(self, speaker: Speaker) -> Voucher | None:
        """The voucher of the person that a group is told together with, or the other way round."""
        for voucher in self.vouchers.values():
            if any(same_group(speaker, self.sources.speakers[one]) for one in voucher.speakers if one != speaker.id):
                return voucher
        return None

    def _body(self, name: str) -> tuple[str, str]:
        """The name and key of the body that `name` means: one already seen in this claim, or itself."""
        name = self._full_name(without_article(name))
        for key, voucher in self.vouchers.items():
            if key.startswith("body:") and same_body(name, voucher.name):
                return voucher.name, key
        return name, body_key(name)

    def _full_name(self, name: str) -> str:
        """The name of the body that goes by the common noun `name` ("council", "the zoo") where the story has only one such."""
        if not name.islower():
            return name
        bodies = [one for one in self.sources.cast if one.kind == "organisation" and one.name[0].isupper()]
        called = {f"the {name}", f"The {name}"}
        full = {one.name for one in bodies if one.name.endswith(f" {name}") or called & {*one.aliases}}
        return full.pop() if len(full) == 1 else name

    def _kept(self, voucher: Voucher) -> Voucher:
        return self.vouchers.setdefault(voucher.key, voucher)

    def _own_steps(self, voucher: Voucher, clause: Clause) -> list[Step]:
        """The steps from the voucher to the article in which `clause` stands."""
        statement = clause.statement
        outlet = self._told.article_of(clause).outlet or UNKNOWN_OUTLET
        teller = self._told.teller(clause)
        if teller:
            return [*self._identity_steps(voucher, teller, clause), self.hop(teller.name, outlet, "says", clause)]
        passing = self._passing_on(clause)
        first = passing.id if passing else statement.speaker
        if first is None:
            agency = voucher.name != outlet and voucher.kind == "outlet"
            why = "its credit line names the agency" if agency else None
            changes_if = CHANGES_IF["credits"].format(copy=outlet) if agency else None
            return [self.hop(voucher.name, outlet, "credits" if agency else "says", clause, why, changes_if)]
        here = {outlet_key(outlet): outlet}
        told = [self.sources.speakers[one].name for one in statement.via if one in self.sources.speakers]
        # "told the Ledger", in the Ledger, is no voice in between.
        via = [name for name in told if not find_outlet(name, here)]
        # A joint party is its own first hop; else the one that the statement is credited to.
        own = next(iter(voucher.speakers), first)
        speaker = self.sources.speakers[own if own in statement.with_ else first]
        steps = self._identity_steps(voucher, speaker, clause)
        hops = [speaker.name, *(name for name in via if name != speaker.name), outlet]
        steps += [
            self.hop(one, other, "via" if at else "says", clause) for at, (one, other) in enumerate(pairwise(hops))
        ]
        return steps

    def _identity_steps(self, voucher: Voucher, speaker: Speaker, clause: Clause) -> list[Step]:
        """Why `speaker` is counted as `voucher`, where it is another name."""
        if voucher.name == speaker.name:
            return []
        if speaker.id in voucher.relied_on_by:
            why = f"{speaker.name} is shown to have it from {voucher.name}"
            return [
                self.hop(voucher.name, speaker.name, "relies", clause, why, f"{speaker.name} told how else they know")
            ]
        if self._whose(clause, speaker) is not speaker:
            why = f"{speaker.name}: no more than what {voucher.name} found out"
            return [self.hop(voucher.name, speaker.name, "same", clause, why, "the text named another source of it")]
        who = self._identity(clause, speaker)
        why = who.why or "the same body or person under another name"
        changes_if = who.changes_if or "the texts named two of that name"
        return [self.hop(voucher.name, speaker.name, "same", clause, why, changes_if)]

    def _circle_steps(self, voucher: Voucher, circle: Sequence[Clause]) -> list[Step]:
        """Each step of a circle of citations."""
        why = "circular: each names the other as its source"
        changes_if = "one of them named a source of its own"
        names = [self._told.article_of(one).outlet or UNKNOWN_OUTLET for one in circle]
        return [
            self.hop(voucher.name, name, "same", one, why, changes_if) for name, one in zip(names, circle, strict=True)
        ]

    def hop(
        self,
        from_: str,
        to: str,
        because: StepReason,
        clause: Clause,
        why: str | None = None,
        changes_if: str | None = None,
    ) -> Step:
        """A step that the words of `clause` show, with who says them where somebody does."""
        statement = clause.statement
        text = layer_text(self._told.article_of(clause), statement)
        span = _shown(clause) if statement.speaker else clause.spans[0]
        place = span if statement.in_ == "text" else None
        return Step(from_, to, because, span.cut(text), statement.article, place, why, changes_if)

    def _step(self, source: Clause, clause: Clause, because: StepReason) -> Step:
        article = self._told.article_of(clause)
        outlet = article.outlet or UNKNOWN_OUTLET
        span = clause.spans[0]
        return Step(
            self._told.article_of(source).outlet or UNKNOWN_OUTLET,
            outlet,
            because,
            span.cut(layer_text(article, clause.statement)),
            article.id,
            span if clause.statement.in_ == "text" else None,
            changes_if=CHANGES_IF[because].format(copy=outlet),
        )


def _shown(clause: Clause) -> Span:
    """What is shown of a clause that somebody says: its words with who says them and the cue, or its words alone where these
    stand far off.
    """
    statement = clause.statement
    places = [*clause.spans, *(span for span in (statement.source, statement.cue) if span)]
    whole = Span(min(span.start for span in places), max(span.end for span in places))
    return whole if len(whole) <= LONGEST_SHOWN else clause.spans[0]
