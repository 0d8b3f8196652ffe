"""Follow one support of a claim to the voucher that it rests on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from sayso.comparing.clauses import Clause, layer_text
from sayso.comparing.identities import Identity, body_key, body_on_duty, identify, is_own_evidence, known_by, same_group
from sayso.comparing.outlets import find_outlet, outlet_key
from sayso.comparing.people import same_body
from sayso.comparing.sources import Sources
from sayso.comparing.standing import FIRST_PERSON, outlet_standing, speaker_standing
from sayso.comparing.telling import find_cited, find_teller, is_official_group
from sayso.comparing.vouchers import Voucher
from sayso.records import Article, Copy, Credit, OriginKind, Outside, Place, Speaker, Step, StepReason
from sayso.spans import Span
from sayso.text.days import moment_of
from sayso.text.words import tokens_with_places, without_article

# A text of which this share was taken is a copy as a whole, its headline with it. Chosen by hand on examples/.
MOSTLY = 0.5
# Two outlets that tell a claim in their own voices with so many words in a row alike have them from one text. By hand.
SAME_RUN = 12
# Nobody is named by these.
RUMOUR = re.compile(r"(?:the |some )?(?:rumou?rs?|speculation|gossip)", re.IGNORECASE)
THEIRS = re.compile(r"(?:his|her|their|its) ")
UNKNOWN_OUTLET = "an outlet that the page does not name"
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
        # What is asked of a clause again and again, by its identity.
        self._tellers: dict[int, Speaker | None] = {}
        self._seen: dict[int, str | None] = {}
        self._runs_of: dict[int, set[tuple[str, ...]]] = {}

    def trace(self, clause: Clause) -> None:
        """Follow `clause` until it stops, and keep each step."""
        steps: list[Step] = []
        path = [clause]
        circle: list[Clause] = []
        followed: tuple[tuple[StepReason, Callable[[Clause], Iterable[Clause]]], ...] = (
            ("copies", self._copied_from),
            ("via", self._relayed),
            ("covered_by", self._credited),
            ("credits", self._agency),
        )
        while True:
            step, circle = self._next(path, followed)
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

    def _next(
        self, path: Sequence[Clause], followed: Sequence[tuple[StepReason, Callable[[Clause], Iterable[Clause]]]]
    ) -> tuple[tuple[StepReason, Clause] | None, list[Clause]]:
        """The next step from the end of `path`, and the circle that it closes when every way leads back."""
        seen = {one.statement.id: at for at, one in enumerate(path)}
        for reason, follow in followed:
            found = list(follow(path[-1]))
            new = next((one for one in found if one.statement.id not in seen), None)
            if new is not None:
                return (reason, new), []
            back = [seen[one.statement.id] for one in found if one.statement.article != path[-1].statement.article]
            if reason == "via" and back:
                return None, list(path[min(back) :])
        return None, []

    def _article(self, clause: Clause) -> Article:
        return self.sources.articles[clause.statement.article]

    def _copied_from(self, clause: Clause) -> Iterable[Clause]:
        """The same claim in the article that this passage was taken from."""
        for copy in self.sources.copies_of.get(clause.statement.article, ()):
            yield from self._in_parent(clause, copy)
        yield from self._in_same_words(clause)

    def _in_same_words(self, clause: Clause) -> list[Clause]:
        """The claim in earlier articles of other outlets that tell it in their own voice in the very words of `clause`.

        Articles of one agency may share too little to be copies of each other, and a sentence of it all the same.
        """
        statement, here = clause.statement, self._article(clause)
        if statement.kind != "own" or statement.in_ == "title":
            return []
        runs = self._runs(clause)
        found = []
        for one in self.clauses:
            there = self._article(one)
            own = one.statement.kind == "own" and one.statement.in_ == "text"
            earlier = (moment_of(there.published), there.id) < (moment_of(here.published), here.id)
            if (
                own
                and earlier
                and outlet_key(there.outlet or "") != outlet_key(here.outlet or "")
                and runs & self._runs(one)
            ):
                found.append(one)
        return sorted(found, key=lambda one: (moment_of(self._article(one).published), one.statement.article))

    def _runs(self, clause: Clause) -> set[tuple[str, ...]]:
        """The runs of `SAME_RUN` words of the sentences that `clause` stands in."""
        if id(clause) not in self._runs_of:
            words = [word for word, _, _ in tokens_with_places(self._sentence(clause))]
            self._runs_of[id(clause)] = {tuple(words[at : at + SAME_RUN]) for at in range(len(words) - SAME_RUN + 1)}
        return self._runs_of[id(clause)]

    def _in_parent(self, clause: Clause, copy: Copy) -> list[Clause]:
        """The clauses of `copy`'s parent that `clause` was taken from, the credited first."""
        theirs = [one for one in self.clauses if one.statement.article == copy.of]
        if clause.statement.in_ == "title":
            # A headline is written anew over a text that was taken; what it says was taken with the text.
            mostly = copy.share >= MOSTLY and not clause.statement.speaker
            return sorted(theirs, key=self._firmest_first) if mostly else []
        taken = [one for one in copy.passages if any(one.copy.overlaps(span) for span in clause.spans)]
        return sorted(
            (
                other
                for other in theirs
                if other.statement.in_ == "text"
                and any(passage.of.overlaps(span) for passage in taken for span in other.spans)
            ),
            key=self._firmest_first,
        )

    def _firmest_first(self, clause: Clause) -> tuple[bool, bool, int]:
        """The credited before the own voice, and whoever names another outlet that was read last of the credited."""
        named = clause.statement.speaker
        relays = bool(named and find_outlet(self.sources.speakers[named].name, self.sources.outlets_read))
        return named is None, relays, clause.spans[0].start

    def _relayed(self, clause: Clause) -> list[Clause]:
        """The same claim in the article of the outlet that this one names as its source ("according to the Ledger")."""
        named = [one for one in (clause.statement.speaker, *clause.statement.via) if one]
        for identity in named:
            speaker = self.sources.speakers[identity]
            outlet = find_outlet(speaker.name, self.sources.outlets_read)
            if speaker.kind in ("person", "unnamed", "group") or outlet is None:
                continue
            found = self._in_outlet(outlet, clause.statement.article)
            if found:
                return found
        return []

    def _in_outlet(self, outlet: str | None, article: str) -> list[Clause]:
        """The same claim in other articles of `outlet` than `article`, the credited first."""
        return sorted(
            (
                one
                for one in self.clauses
                if one.statement.article != article and outlet_key(self._article(one).outlet or "") == outlet
            ),
            key=self._firmest_first,
        )

    def _credited(self, clause: Clause) -> list[Clause]:
        """The same claim credited elsewhere in the article, for a clause in its own voice (rule 3)."""
        if clause.statement.speaker or self._teller(clause) or self._own_eyes(clause):
            return []
        here = clause.statement.article
        others = [
            one
            for one in self.clauses
            if one.statement.article == here and (one.statement.speaker or self._teller(one) or self._own_eyes(one))
        ]
        return sorted(others, key=lambda one: one.spans[0].start)[:1]

    def _agency(self, clause: Clause) -> list[Clause]:
        """The same claim in the text of the agency that the article credits."""
        if clause.statement.speaker or self._teller(clause) or self._own_eyes(clause):
            return []
        article = self._article(clause)
        for credit in article.credits:
            outlet = find_outlet(credit.name, self.sources.outlets_read)
            found = self._in_outlet(outlet, article.id) if outlet else []
            if found:
                return found
        return []

    def _teller(self, clause: Clause) -> Speaker | None:
        """Whom the clause, in its article's own voice, names as the one who told it."""
        if id(clause) not in self._tellers:
            self._tellers[id(clause)] = self._find_teller(clause)
        return self._tellers[id(clause)]

    def _find_teller(self, clause: Clause) -> Speaker | None:
        article = self._article(clause)
        if clause.statement.in_ == "title":
            around = Span(0, len(article.title))
        else:
            around = self._around(clause) or clause.spans[0]
        text = layer_text(article, clause.statement)
        own = clause.statement.speaker
        words = Span(max(0, clause.spans[0].start - around.start), clause.spans[-1].end - around.start)
        cast = [one for one in self.sources.cast if one.id != own]
        return find_teller(around.cut(text), words, cast, only_figures=own is not None)

    def _own_eyes(self, clause: Clause) -> str | None:
        """The words by which the article says that its own people saw or found this."""
        if id(clause) not in self._seen:
            self._seen[id(clause)] = self._find_own_eyes(clause)
        return self._seen[id(clause)]

    def _find_own_eyes(self, clause: Clause) -> str | None:
        article = self._article(clause)
        seen = outlet_standing(self._sentence(clause), article.outlet)
        if seen or clause.statement.in_ == "title":
            return seen
        at = self._place(clause)
        if at and article.text[self.sources.sentences[article.id][at].start :].startswith(("It ", "They ")):
            before = self.sources.sentences[article.id][at - 1]
            here = self.sources.sentences[article.id][at]
            if "\n" not in article.text[before.end : here.start]:
                return outlet_standing(before.cut(article.text), article.outlet)
        return None

    def _place(self, clause: Clause) -> int | None:
        """The number of the sentence in which `clause` begins."""
        sentences = self.sources.sentences[clause.statement.article]
        # The first that ends behind where the clause begins.
        at = bisect_right(sentences, clause.spans[0].start, key=lambda one: one.end)
        return at if at < len(sentences) and sentences[at].overlaps(clause.spans[0]) else None

    def _around(self, clause: Clause) -> Span | None:
        """The sentences in which the first stretch of `clause` stands."""
        at = self._place(clause)
        if at is None:
            return None
        sentences = self.sources.sentences[clause.statement.article]
        last = at
        while last + 1 < len(sentences) and sentences[last + 1].overlaps(clause.spans[0]):
            last += 1
        return Span(sentences[at].start, sentences[last].end)

    def _sentence(self, clause: Clause) -> str:
        article = self._article(clause)
        if clause.statement.in_ == "title":
            return article.title
        around = self._around(clause)
        return around.cut(article.text) if around else clause.words

    def _all_of(self, clause: Clause) -> list[Voucher]:
        """The voucher of `clause`, with all that speak jointly in it: they are separate (origins.md, rule 2)."""
        parties = [self.sources.speakers[one] for one in clause.statement.with_]
        # "Lind and her colleagues" are told together.
        return [self._voucher(clause), *(self._spoken(clause, one) for one in parties if not THEIRS.match(one.name))]

    def _voucher(self, clause: Clause) -> Voucher:
        statement = clause.statement
        article = self._article(clause)
        teller = self._teller(clause)
        if teller:
            return self._spoken(clause, teller)
        if statement.speaker:
            return self._spoken(clause, self._whose(clause, self.sources.speakers[statement.speaker]))
        named = statement.source.cut(layer_text(article, statement)) if statement.source else ""
        if named and not FIRST_PERSON.fullmatch(named) and not RUMOUR.fullmatch(named):
            return self._unresolved(clause, named)
        passed_on = [self.sources.speakers[one] for one in statement.via if one in self.sources.speakers]
        if passed_on:
            # Whoever passes on what nobody is named for stands alone for it.
            return self._spoken(clause, passed_on[0])
        seen = self._own_eyes(clause)
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

    def _whose(self, clause: Clause, speaker: Speaker) -> Speaker:
        """`speaker`, or the voice that tells of it where it is no more than what that voice has found out."""
        statement = clause.statement
        source = statement.source.cut(layer_text(self._article(clause), statement)) if statement.source else ""
        if not statement.via or not is_own_evidence(source):
            return speaker
        return self.sources.speakers.get(statement.via[0], speaker)

    def _circular(self, circle: Sequence[Clause]) -> Voucher:
        """The one voucher of outlets that name each other as their source (origins.md, rule 5)."""
        outlets = {outlet_key(self._article(one).outlet or one.statement.article): one for one in circle}
        name = " and ".join(self._article(outlets[key]).outlet or UNKNOWN_OUTLET for key in sorted(outlets))
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
        article = self._article(clause)
        cited = find_cited(self._sentence(clause), (one for one in self.sources.cast if one.id != speaker.id))
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
            voucher.standing = speaker_standing(speaker, statement, clause.words, self._sentence(clause), cue)
            if voucher.standing and statement.in_ == "text":
                voucher.evidence.append(Place(article.id, clause.spans[0]))
        return voucher

    def _identity(self, clause: Clause, speaker: Speaker) -> Identity:
        """Who `speaker` is as a voucher; officials in the paragraph of a body are that body."""
        text = self._article(clause).text
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
            if one.kind == "organisation" and any(name in text for name in (one.name, *one.aliases)):
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
        """The name of the body that goes by the common noun `name` ("council") where the story names only one such by place."""
        if " " in name or not name.islower():
            return name
        bodies = (one.name for one in self.sources.cast if one.kind == "organisation" and one.name[0].isupper())
        full = {one for one in bodies if one.endswith(f" {name}")}
        return full.pop() if len(full) == 1 else name

    def _kept(self, voucher: Voucher) -> Voucher:
        return self.vouchers.setdefault(voucher.key, voucher)

    def _own_steps(self, voucher: Voucher, clause: Clause) -> list[Step]:
        """The steps from the voucher to the article in which `clause` stands."""
        statement = clause.statement
        outlet = self._article(clause).outlet or UNKNOWN_OUTLET
        teller = self._teller(clause)
        if teller:
            return [*self._identity_steps(voucher, teller, clause), self.hop(teller.name, outlet, "says", clause)]
        if not statement.speaker and not voucher.speakers:
            agency = voucher.name != outlet and voucher.kind == "outlet"
            why = "its credit line names the agency" if agency else None
            changes_if = CHANGES_IF["credits"].format(copy=outlet) if agency else None
            return [self.hop(voucher.name, outlet, "credits" if agency else "says", clause, why, changes_if)]
        here = {outlet_key(outlet): outlet}
        told = [self.sources.speakers[one].name for one in statement.via if one in self.sources.speakers]
        # "told the Ledger", in the Ledger, is no voice in between.
        via = [name for name in told if not find_outlet(name, here)]
        # A joint party is its own first hop; else the one that the statement is credited to.
        own = next(iter(voucher.speakers), statement.speaker)
        speaker = self.sources.speakers[own if own in statement.with_ else statement.speaker or statement.via[0]]
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
        names = [self._article(one).outlet or UNKNOWN_OUTLET for one in circle]
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
        """A step that the attributing words of `clause` show, or its own where there are none."""
        statement = clause.statement
        text = layer_text(self._article(clause), statement)
        shown = statement.source or statement.cue if statement.speaker else None
        span = shown or clause.spans[0]
        place = span if statement.in_ == "text" else None
        return Step(from_, to, because, span.cut(text), statement.article, place, why, changes_if)

    def _step(self, source: Clause, clause: Clause, because: StepReason) -> Step:
        article = self._article(clause)
        outlet = article.outlet or UNKNOWN_OUTLET
        span = clause.spans[0]
        return Step(
            self._article(source).outlet or UNKNOWN_OUTLET,
            outlet,
            because,
            span.cut(layer_text(article, clause.statement)),
            article.id,
            span if clause.statement.in_ == "text" else None,
            changes_if=CHANGES_IF[because].format(copy=outlet),
        )
