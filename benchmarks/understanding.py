"""Understanding, scored on our own gold sets (docs/gold.md).

python benchmarks/understanding.py [--half dev|test] [--weights DIR] [--show SET]

Each half is half of every set; what is tuned is tuned on dev. `--show` lists what went wrong in one set.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from data import SHARED, GoldText, read_gold_texts

from sayso.faces.as_is import statements_as_is
from sayso.reading.genre import tell_genre
from sayso.reading.languages import name_language
from sayso.records import Article, Genre, Stance, Statement
from sayso.spans import OffsetMap, Span
from sayso.understanding.analyse import Analysis, analyse, credit_sources
from sayso.understanding.attribution import Attribution, find_attributions
from sayso.understanding.encoder import Encoder
from sayso.understanding.figures.mentions import find_figures
from sayso.understanding.judging import STANCES, Votes, judge_genre
from sayso.understanding.speakers.members import Member
from sayso.understanding.stance import judge_stance
from sayso.understanding.times.mentions import find_times

GOLD = Path(__file__).resolve().parent / "gold"
sys.path.insert(0, str(GOLD.parents[1] / "training" / "attribution"))
Row = dict[str, Any]
LONGEST_TITLE = 200
HONORIFIC = re.compile(r"^(?:(?:the|a|an|mr|mrs|ms|dr|sen|rep|gov)\b\.? ?)+")


def read_gold(name: str, half: str) -> list[Row]:
    rows = [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if row["half"] == half]


class Scorer:
    """Scores one half of the gold sets; `wrong` keeps a line for each item that went wrong, by set."""

    def __init__(self, encoder: Encoder, half: str) -> None:
        self.encoder, self.half = encoder, half
        self.texts = read_gold_texts()
        self.wrong: dict[str, list[str]] = {}
        self._analyses: dict[str, Analysis] = {}

    def score(self) -> dict[str, float]:
        """Every figure by name, as a share of one; none of a set that has no item in this half."""
        figures = {}
        for name in ("attribution", "speakers", "nested", "stance", "times", "figures", "genre"):
            if read_gold(name, self.half):
                found = getattr(self, name)()
                figures.update(found if isinstance(found, dict) else {name: found})
        return figures

    def rows(self, name: str) -> Iterator[tuple[Row, GoldText]]:
        """Each item of one set with its text."""
        self.wrong[name] = []
        for row in read_gold(name, self.half):
            yield row, self.texts[row["text"]]

    def article(self, text: GoldText) -> Article:
        """`text` as the reading room would hand it on, of no known genre."""
        return Article(
            text.name,
            text.name,
            text.title,
            (),
            tell_genre(text.title, [], text.text),
            "en",
            text.text,
            OffsetMap(()),
            True,
            published=text.published,
        )

    def analysis(self, text: GoldText) -> Analysis:
        """What sayso makes of `text`."""
        if text.name not in self._analyses:
            self._analyses[text.name] = analyse(self.article(text), self.encoder)
        return self._analyses[text.name]

    def attribution(self) -> dict[str, float]:
        """The scorer of ../shared on the out-of-domain articles."""
        self.wrong["attribution"] = []
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "text").mkdir()
            (root / "attributions").mkdir()
            predictions = []
            for row, text in self.rows("attribution"):
                (root / "text" / f"{row['id']}.txt").write_bytes(text.text.encode())
                (root / "attributions" / f"{row['id']}_0000.ann").write_text(_brat(row, text.text), encoding="utf-8")
                predictions.append(json.dumps(statements_as_is(row["id"], text.text, self.encoder)))
            (root / "predictions.jsonl").write_text("\n".join(predictions), encoding="utf-8")
            scorer = str(SHARED / "tools" / "score_attribution.py")
            command = [sys.executable, scorer, str(root / "predictions.jsonl"), folder, "--json", str(root / "figures")]
            subprocess.run([*command, "--boot", "2"], check=True, capture_output=True)
            figures = json.loads((root / "figures").read_text(encoding="utf-8"))
        names = {"content token": "content token", "AR (content.5 + source)": "content with right source"}
        return {f"out of domain: {told}": figures[name][2] for name, told in names.items()}

    def speakers(self) -> dict[str, float]:
        """Share of sources whose speaker bears the right name, with the source's span given.

        Then, of the persons with the right name, those whose role and affiliation are right: the gold's words or shorter
        or longer ones about the same noun, and none where the gold has none.
        """
        from polnear import read_split

        gold = {f"polnear/{name}": told[0] for name, _, told in read_split(SHARED / "data" / "polnear" / "dev")}
        rows = list(self.rows("speakers"))
        found_at: dict[tuple[str, tuple[int, int]], Member | None] = {}
        for text in {row["text"]: text for row, text in rows}.values():
            wanted = [Span(*row["source"]) for row, one in rows if one.name == text.name]
            if text.name in gold:
                told = [_attribution(one.content, one.cue, one.source) for one in gold[text.name]]
            else:
                told = find_attributions(text.text, self.encoder.read_text(text.text), self.encoder.tables)
                told = [one for one in told if not (one.source and any(one.source.overlaps(span) for span in wanted))]
                told += [Attribution((Span(span.end, span.end + 1),), None, span, 1.0) for span in wanted]
            told.sort(key=lambda one: one.start)
            for one, member in zip(told, credit_sources(text.text, told), strict=True):
                if one.source:
                    found_at[text.name, (one.source.start, one.source.end)] = member
        right = 0
        fields: dict[str, list[bool]] = {"role": [], "affiliation": []}
        for row, text in rows:
            member = found_at.get((text.name, tuple(row["source"])))
            found = member.name if member else None
            if row.get("none") and found and not self._takes_source(text, Span(*row["source"])):
                # Nothing is attributed there: what counts is that sayso itself finds no source in these words.
                found = None
            named = self._note("speakers", row, text, row["source"], found, *wanted_names(row, text.text, found))
            right += named
            if named and member and row.get("kind") == "person":
                for field, told in (("role", member.role), ("affiliation", member.affiliation)):
                    wanted = text.text[slice(*row[field])] if field in row else None
                    fits = told == wanted or bool(told and wanted and _is_about_same(told, wanted))
                    fields[field].append(fits)
                    if not fits:
                        self.wrong["speakers"].append(f"{row['id']}: {field} found {told}, gold {wanted}")
        shares = {f"speakers: {field}": sum(fits) / len(fits) for field, fits in fields.items()}
        return {"speakers": right / len(rows), **shares}

    def _takes_source(self, text: GoldText, span: Span) -> bool:
        """Whether sayso, left alone, finds a source at `span`."""
        return any(
            one.source and one.source.overlaps(span)
            for one in find_attributions(text.text, self.encoder.read_text(text.text), self.encoder.tables)
        )

    def nested(self) -> dict[str, float]:
        """Share of nested attributions with both levels right, then the share of sentences without one left alone."""
        right = nested = quiet = none = 0
        for row, text in self.rows("nested"):
            analysis = self.analysis(text)
            if row.get("none"):
                none += 1
                sentence = Span(*row["sentence"])
                inside = [one for one in analysis.statements if one.in_ == "text" and sentence.overlaps(one.content[0])]
                quiet += not any(one.parent for one in inside)
                continue
            nested += 1
            fits = any(_is_nested_so(one, analysis, row) for one in analysis.statements if one.in_ == "text")
            right += self._note("nested", row, text, row["sentence"], fits, True)
        return {"nested": right / nested, "no nesting left alone": quiet / none}

    def stance(self) -> dict[str, float]:
        """Macro F1 over the eight stances: of the statement that sayso makes of the words, then of the words as given.

        What annotators were given is a content and a cue; sayso may part these words into several statements, of which
        the first figure judges the one that shares most with them.
        """
        made, given = [], []
        for row, text in self.rows("stance"):
            content = [Span(*span) for span in row["content"]]
            analysis = self.analysis(text)
            statement = _nearest(analysis.statements, content, bool(row["cue"]))
            found = statement.stance if statement else None
            self._note("stance", row, text, [content[0].start, content[-1].end], found, row["stance"])
            made.append((found, row["stance"]))
            given.append((self._stance_of(text, content, row["cue"], analysis.genre), row["stance"]))
        return {
            name: sum(_f1(pairs, stance) for stance in STANCES) / len(STANCES)
            for name, pairs in (("stance", made), ("stance, given the words", given))
        }

    def _stance_of(self, text: GoldText, content: list[Span], cue: list[list[int]], genre: Genre) -> Stance:
        """What sayso makes of a statement with these spans."""
        told_by = Span(*cue[0]) if cue else None
        votes = Votes.read(self.encoder.read_text(text.text), self.encoder.tables).stances(content, told_by)
        words = " ".join(span.cut(text.text) for span in content)
        return judge_stance(words, told_by.cut(text.text) if told_by else "", genre, told_by is None, votes)

    def times(self) -> float:
        """Share of time expressions with exactly the right value, or rightly left alone."""
        return self._values("times", lambda text: find_times(text.text, text.published), lambda one: one.value, "value")

    def figures(self) -> float:
        """Share of figures with exactly the right value, bounds and unit, or rightly left alone."""
        return self._values(
            "figures", lambda text: find_figures(text.text, dollar=_dollar(text.name)), lambda one: [one.value, one.low, one.high, one.unit and one.unit.lower()],
            "value", "low", "high", "unit",
        )  # fmt: skip

    def _values(
        self, name: str, find: Callable[[GoldText], list[Any]], tell: Callable[[Any], Any], *fields: str
    ) -> float:
        rows = list(self.rows(name))
        found = {text.name: find(text) for _, text in rows}
        right = 0
        for row, text in rows:
            span = Span(*row["span"])
            here = [tell(one) for one in found[text.name] if one.span.overlaps(span)]
            wanted = None if row.get("none") else [row[field] for field in fields]
            if name == "figures" and wanted and wanted[-1]:
                # "°f" of the annotators is "°F", as "usd" would be "USD".
                wanted[-1] = wanted[-1].lower()
            if wanted and len(wanted) == 1:
                wanted = wanted[0]
            right += self._note(name, row, text, row["span"], here[0] if here else None, wanted)
        return right / len(rows)

    def genre(self) -> float:
        """Share of articles with the right genre, from title and text alone.

        A text of PolNeAR or of `helsinki` begins with its title, which is read as one here. As everywhere, an article
        that is not in English keeps what its own labels say.
        """
        rows = list(self.rows("genre"))
        right = 0
        for row, text in rows:
            title = text.title or text.text.lstrip().split("\n")[0][:LONGEST_TITLE]
            found = tell_genre(title, [], text.text)
            if name_language(text.text, None) == "en":
                found = judge_genre(found, title, self.encoder.read_text(text.text))
            right += self._note("genre", row, text, [0, 80], found, row["genre"])
        return right / len(rows)

    def _note(self, name: str, row: Row, text: GoldText, span: list[int], found: Any, *wanted: Any) -> bool:
        if found in wanted:
            return True
        words = text.text[max(0, span[0] - 60) : span[0]] + "⟦" + text.text[span[0] : span[1]] + "⟧"
        words += text.text[span[1] : span[1] + 60]
        self.wrong[name].append(f"{row['id']}: found {found}, gold {wanted} in …{' '.join(words.split())}…")
        return False


def _dollar(name: str) -> str:
    """The currency of a plain "$" in the text of this name, by the country of its page."""
    return {"ca": "CAD", "au": "AUD"}.get(name.removeprefix("pages/").split("/")[0], "USD")


def _attribution(content: Any, cue: Any, source: Any) -> Attribution:
    spans = [[Span(*span) for span in part] for part in (content, cue, source)]
    return Attribution(tuple(spans[0]), next(iter(spans[1]), None), next(iter(spans[2]), None), 1.0)


def _plain(name: str) -> str:
    """`name` without article, honorific, possessive and the marks around it, in lower case."""
    bare = " ".join(name.split()).strip(" ,.;:()“”\"‘’'").lower()
    return HONORIFIC.sub("", re.sub(r"[’']s?$", "", bare))


def wanted_names(row: Row, text: str, found: str | None) -> list[str | None]:
    """The names that count as right, with `found` when it is one of them in other words; None stands for nobody.

    A description may be cut shorter or longer than the gold's, as long as both turn on the same noun.
    """
    if row.get("none") or row.get("author"):
        return [None]
    names = [text[start:end] for start, end in [row["name"], *row.get("also", [])]]
    same = found is not None and any(
        _plain(found) == _plain(name) or (_is_described(row["kind"], name) and _says_same(found, name))
        for name in names
    )
    return [*names, found] if same else [*names]


def _is_described(kind: str, name: str) -> bool:
    return kind in ("group", "document", "unnamed") or (kind == "organisation" and not re.search("[A-Z]", name[1:]))


def _says_same(one: str, two: str) -> bool:
    """Whether one of two descriptions holds the other, and both turn on the same noun."""
    short, long = sorted((_plain(one), _plain(two)), key=len)
    return f" {short} " in f" {long} " and _noun(short) == _noun(long)


def _is_about_same(one: str, two: str) -> bool:
    """Whether one of two roles or bodies holds the other, articles and honorifics aside."""
    short, long = sorted((_plain(one), _plain(two)), key=len)
    return f" {short} " in f" {long} "


def _noun(words: str) -> str:
    zone = re.split(r"[,;(]| (?:of|for|at|in|from|with|who|that|which|on|to|by|about|[a-z]+(?:ing|ed)) ", words)[0]
    return zone.split()[-1]


def _overlap(one: list[Span], two: list[list[int]]) -> float:
    first = {at for span in one for at in range(span.start, span.end)}
    second = {at for start, end in two for at in range(start, end)}
    return len(first & second) / len(first | second)


def _is_nested_so(inner: Statement, analysis: Analysis, row: Row) -> bool:
    """Whether `inner`, with the statement or the voice that it is told by, is the nested attribution of `row`."""
    if _overlap(list(inner.content), row["inner"]["content"]) < 0.5:
        return False
    outer = next((one for one in analysis.statements if one.id == inner.parent), None)
    # The item is of one sentence; what a quotation goes on to say in other sentences is neither right nor wrong here.
    spans = [row["sentence"], *row["outer"]["content"]]
    here = Span(min(start for start, _ in spans), max(end for _, end in spans))
    if outer and _touches(inner.source, row["inner"]["source"]):
        told = [span for span in outer.content if span.overlaps(here)]
        return _overlap(told, row["outer"]["content"]) >= 0.5 and _touches(outer.source, row["outer"]["source"])
    # "X said, citing Y": one statement, Y its speaker, X the voice that it came by.
    voices = [one for one in analysis.speakers if one.id in inner.via]
    speakers = [one for one in analysis.speakers if one.id == inner.speaker]
    return _overlap(list(inner.content), row["outer"]["content"]) >= 0.5 and all(
        any(_touches(mention.span, row[level]["source"]) for one in people for mention in one.mentions)
        for level, people in (("outer", voices), ("inner", speakers))
    )


def _touches(span: Span | None, gold: list[int] | None) -> bool:
    if span is None or gold is None:
        return span is None and gold is None
    return span.overlaps(Span(*gold))


def _nearest(statements: tuple[Statement, ...], content: list[Span], told: bool) -> Statement | None:
    """The outermost statement of the right voice, told or own, that shares most with `content`; else of any voice."""
    best, most = None, (0.0, False)
    for one in statements:
        shared = _overlap(list(one.content), [[span.start, span.end] for span in content])
        if (
            one.in_ == "text"
            and shared
            and (shared * (1 if (one.kind != "own") == told else 0.5), not one.parent) > most
        ):
            best, most = one, (shared * (1 if (one.kind != "own") == told else 0.5), not one.parent)
    return best


def _f1(pairs: list[tuple[Any, Any]], label: str) -> float:
    both = sum(found == gold == label for found, gold in pairs)
    total = Counter(found for found, _ in pairs)[label] + Counter(gold for _, gold in pairs)[label]
    return 2 * both / total if total else 1.0


def _brat(row: Row, text: str) -> str:
    lines, number = [], 0
    for at, one in enumerate(row["attributions"], 1):
        arguments = []
        for role in ("content", "cue", "source"):
            if one[role]:
                number += 1
                spans = ";".join(f"{start} {end}" for start, end in one[role])
                words = " ".join(text[start:end] for start, end in one[role]).replace("\n", " ")
                lines.append(f"T{number}\t{role.title()} {spans}\t{words}")
                arguments.append(f"{role.title()}:T{number}")
        lines.append(f"E{at}\tAttribution:{arguments[0].partition(':')[2]} {' '.join(arguments)}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("dev", "test"), default="dev")
    parser.add_argument("--weights")
    parser.add_argument("--show")
    options = parser.parse_args()
    scorer = Scorer(Encoder(options.weights), options.half)
    if options.show:
        print(getattr(scorer, options.show)())
        print("\n".join(scorer.wrong[options.show]))
    else:
        for figure, value in scorer.score().items():
            print(f"{figure:45} {100 * value:5.1f}")
