"""The clauses that a clause of the same claim leads to: the text it was taken from, the outlet or agency it names, a credit nearby."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.comparing.clauses import Clause
from sayso.comparing.outlets import find_outlet, outlet_key
from sayso.comparing.sources import Sources
from sayso.comparing.surroundings import Surroundings
from sayso.records import Copy
from sayso.text.days import moment_of
from sayso.text.words import tokens_with_places

# A text of which this share was taken is a copy as a whole, its headline with it. Chosen by hand on examples/.
MOSTLY = 0.5
# Two outlets that tell a claim in their own voices with so many words in a row alike have them from one text. By hand.
SAME_RUN = 12


class Following:
    """One step back from a clause to others of `clauses`, those of one claim."""

    def __init__(self, clauses: Sequence[Clause], sources: Sources, told: Surroundings) -> None:
        self._clauses = clauses
        self._sources = sources
        self._told = told
        self._runs_of: dict[int, set[tuple[str, ...]]] = {}

    def copied_from(self, clause: Clause) -> Iterable[Clause]:
        """The same claim in the article that this passage was taken from."""
        for copy in self._sources.copies_of.get(clause.statement.article, ()):
            yield from self._in_parent(clause, copy)
        yield from self._in_same_words(clause)

    def _in_same_words(self, clause: Clause) -> list[Clause]:
        """The claim in earlier articles of other outlets that tell it in their own voice in the very words of `clause`.

        Articles of one agency may share too little to be copies of each other, and a sentence of it all the same.
        """
        statement, here = clause.statement, self._told.article_of(clause)
        if statement.kind != "own" or statement.in_ == "title":
            return []
        runs = self._runs(clause)
        found = []
        for one in self._clauses:
            there = self._told.article_of(one)
            own = one.statement.kind == "own" and one.statement.in_ == "text"
            earlier = (moment_of(there.published), there.id) < (moment_of(here.published), here.id)
            if (
                own
                and earlier
                and outlet_key(there.outlet or "") != outlet_key(here.outlet or "")
                and runs & self._runs(one)
            ):
                found.append(one)
        return sorted(found, key=lambda one: (moment_of(self._told.article_of(one).published), one.statement.article))

    def _runs(self, clause: Clause) -> set[tuple[str, ...]]:
        """The runs of `SAME_RUN` words of the sentences that `clause` stands in."""
        if id(clause) not in self._runs_of:
            words = [word for word, _, _ in tokens_with_places(self._told.sentence_of(clause))]
            self._runs_of[id(clause)] = {tuple(words[at : at + SAME_RUN]) for at in range(len(words) - SAME_RUN + 1)}
        return self._runs_of[id(clause)]

    def _in_parent(self, clause: Clause, copy: Copy) -> list[Clause]:
        """The clauses of `copy`'s parent that `clause` was taken from, the credited first."""
        theirs = [one for one in self._clauses if one.statement.article == copy.of]
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
        relays = bool(named and find_outlet(self._sources.speakers[named].name, self._sources.outlets_read))
        return named is None, relays, clause.spans[0].start

    def relayed(self, clause: Clause) -> list[Clause]:
        """The same claim in the article of the outlet that this one names as its source ("according to the Ledger")."""
        named = [one for one in (clause.statement.speaker, *clause.statement.via) if one]
        for identity in named:
            speaker = self._sources.speakers[identity]
            outlet = find_outlet(speaker.name, self._sources.outlets_read)
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
                for one in self._clauses
                if one.statement.article != article and outlet_key(self._told.article_of(one).outlet or "") == outlet
            ),
            key=self._firmest_first,
        )

    def credited(self, clause: Clause) -> list[Clause]:
        """The same claim credited elsewhere in the article, for a clause in its own voice (rule 3)."""
        if clause.statement.speaker or self._told.teller(clause) or self._told.own_eyes(clause):
            return []
        here = clause.statement.article
        others = [
            one
            for one in self._clauses
            if one.statement.article == here
            and (one.statement.speaker or self._told.teller(one) or self._told.own_eyes(one))
        ]
        return sorted(others, key=lambda one: one.spans[0].start)[:1]

    def agency(self, clause: Clause) -> list[Clause]:
        """The same claim in the text of the agency that the article credits."""
        if clause.statement.speaker or self._told.teller(clause) or self._told.own_eyes(clause):
            return []
        article = self._told.article_of(clause)
        for credit in article.credits:
            outlet = find_outlet(credit.name, self._sources.outlets_read)
            found = self._in_outlet(outlet, article.id) if outlet else []
            if found:
                return found
        return []
