"""What the text about a clause tells: its sentence, whom it names as the one who told it, what the outlet saw itself."""

from __future__ import annotations

from bisect import bisect_right

from sayso.comparing.clauses import Clause, layer_text
from sayso.comparing.sources import Sources
from sayso.comparing.standing import outlet_standing
from sayso.comparing.telling import find_teller
from sayso.records import Article, Speaker
from sayso.spans import Span


class Surroundings:
    """The texts about the clauses of one claim; what is asked again and again is kept."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        # By the identity of the clause.
        self._tellers: dict[int, Speaker | None] = {}
        self._seen: dict[int, str | None] = {}

    def article_of(self, clause: Clause) -> Article:
        """The article that `clause` stands in."""
        return self._sources.articles[clause.statement.article]

    def teller(self, clause: Clause) -> Speaker | None:
        """Whom the clause, in its article's own voice, names as the one who told it."""
        if id(clause) not in self._tellers:
            self._tellers[id(clause)] = self._find_teller(clause)
        return self._tellers[id(clause)]

    def _find_teller(self, clause: Clause) -> Speaker | None:
        article = self.article_of(clause)
        if clause.statement.in_ == "title":
            around = Span(0, len(article.title))
        else:
            around = self._around(clause) or clause.spans[0]
        text = layer_text(article, clause.statement)
        own = clause.statement.speaker
        words = Span(max(0, clause.spans[0].start - around.start), clause.spans[-1].end - around.start)
        cast = [one for one in self._sources.cast if one.id != own]
        return find_teller(around.cut(text), words, cast, only_figures=own is not None)

    def own_eyes(self, clause: Clause) -> str | None:
        """The words by which the article says that its own people saw or found this."""
        if id(clause) not in self._seen:
            self._seen[id(clause)] = self._find_own_eyes(clause)
        return self._seen[id(clause)]

    def _find_own_eyes(self, clause: Clause) -> str | None:
        article = self.article_of(clause)
        seen = outlet_standing(self.sentence_of(clause), article.outlet)
        if seen or clause.statement.in_ == "title":
            return seen
        at = self._place(clause)
        if at and article.text[self._sources.sentences[article.id][at].start :].startswith(("It ", "They ")):
            before = self._sources.sentences[article.id][at - 1]
            here = self._sources.sentences[article.id][at]
            if "\n" not in article.text[before.end : here.start]:
                return outlet_standing(before.cut(article.text), article.outlet)
        return None

    def _place(self, clause: Clause) -> int | None:
        """The number of the sentence in which `clause` begins."""
        sentences = self._sources.sentences[clause.statement.article]
        # The first that ends behind where the clause begins.
        at = bisect_right(sentences, clause.spans[0].start, key=lambda one: one.end)
        return at if at < len(sentences) and sentences[at].overlaps(clause.spans[0]) else None

    def _around(self, clause: Clause) -> Span | None:
        """The sentences in which the first stretch of `clause` stands."""
        at = self._place(clause)
        if at is None:
            return None
        sentences = self._sources.sentences[clause.statement.article]
        last = at
        while last + 1 < len(sentences) and sentences[last + 1].overlaps(clause.spans[0]):
            last += 1
        return Span(sentences[at].start, sentences[last].end)

    def sentence_of(self, clause: Clause) -> str:
        """The words of the sentence, or title, in which `clause` stands; its own where none is found."""
        article = self.article_of(clause)
        if clause.statement.in_ == "title":
            return article.title
        around = self._around(clause)
        return around.cut(article.text) if around else clause.words
