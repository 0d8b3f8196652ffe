"""Conflicts on generated pairs: a sentence and the same sentence with one thing changed.

    python benchmarks/changed_claims.py [--half dev|test] [--show]

Sentences of `news_cluster` (the events of each half apart, drawn by a seeded chance) are put into an article each, and
changed ones into another, each with other sentences of the event behind it: a number, a date, a negation, a place or name; in
others only the format of a number or who is credited changes, which is the same claim; and two sentences of one event are
paired that say different things. Sentences that say who told them are left out, for a change there changes the credit.
Both articles are analysed and compared as a user would. Reported: for each kind of change how often a conflict of that
kind, and none other, stands between the two sentences; for the rest how often none does; macro F1 of same, different and
conflict, of these pairs, of those that annotators labelled (`gold/pairs.jsonl`, where conflicts are few) and of both.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from comparing import Scorer, label_f1
from data import EventText, read_event_texts

from sayso.comparing.compare import compare_one
from sayso.records import Article, Story
from sayso.spans import OffsetMap
from sayso.text.sentences import find_sentences
from sayso.understanding.analyse import analyse
from sayso.understanding.encoder import Encoder
from sayso.understanding.speakers.first_names import is_first_name

SEED = 23
# Pairs of each kind of change.
OF_EACH = 40
SHORTEST, LONGEST = 9, 32
WORDS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
    "eleven": "11", "twelve": "12",
}  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NUMBER = re.compile(rf"(?<![\w.,:$£€-])(?:{'|'.join(WORDS)}|[1-9]\d{{0,2}}(?:,\d{{3}})*)(?![\w:%-]|[.,]\d)(?= [a-z]+)")
BOUND = re.compile(
    r"\b(?:more|less|fewer|greater|longer|older|at|over|under|nearly|about|around|almost|up to|some|to|and|between|roughly|"
    r"approximately)(?: than| least| most)? $",
    re.IGNORECASE,
)
DATE = re.compile(rf"\b(?:{'|'.join((*DAYS, *MONTHS))})\b")
AUXILIARY = re.compile(r"\b(?:was|were|is|are|has|have|had|will|can)\b(?! (?:not|never|no)\b)")
PLACE = re.compile(
    r"\b(?:in|near|at) (?P<name>[A-Z][a-z]{3,}(?: [A-Z][a-z]+)?)\b(?=[.,]| [a-z])(?! (?:said|province|state|city))"
)
PERSON = re.compile(r"(?<=[a-z,] )(?P<name>[A-Z][a-z]+ [A-Z][a-z]{2,})\b")
TOLD = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?)|according|announced?|confirmed|reports?|reported|claim\w*|report(?:ed|s)|added)\b",
    re.I,
)
# Sentences of the event that stand behind each of the two, so that the words of the pair are not all the run has.
BEHIND = 6
CLASSES = ("same", "different", "conflict")
CHANGED: dict[str, str] = {
    "number": "number", "date": "date", "negation": "denial", "place": "place", "name": "status",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, what was changed, and what is right: "same", "different" or the kind of the conflict."""

    change: str
    one: str
    other: str
    right: str
    published: str | None
    behind: tuple[tuple[str, ...], tuple[str, ...]]


def make_pairs(half: str) -> list[Pair]:
    """The pairs of a half, the same on every run."""
    chance = random.Random(SEED)
    events: dict[str, list[EventText]] = {}
    for text in read_event_texts().values():
        if text.name.startswith("cluster/"):
            events.setdefault(text.event, []).append(text)
    order = sorted(events)
    chance.shuffle(order)
    chosen = order[: len(order) // 2] if half == "dev" else order[len(order) // 2 :]
    sentences = [(event, text.published, one) for event in chosen for text in events[event] for one in _sentences(text)]
    chance.shuffle(sentences)
    makers: dict[str, Callable[[str], str | None]] = {
        "number": lambda one: _number(one, chance),
        "date": lambda one: _date(one, chance),
        "negation": _negation,
        "place": lambda one: _other_name(PLACE, one, sentences, chance),
        "name": lambda one: _other_name(PERSON, one, sentences, chance),
        "format": _format,
        "credit": lambda one: (
            f"Officials said {one[0].lower() if one.split()[0] in ('The', 'A', 'An') else one[0]}{one[1:]}"
        ),
    }
    pairs: list[Pair] = []
    for change, maker in makers.items():
        made = ((event, published, one, maker(one)) for event, published, one in sentences)
        for event, published, one, other in [row for row in made if row[3] and row[3] != row[2]][:OF_EACH]:
            behind = _behind(event, (one, other or ""), sentences)
            pairs.append(Pair(change, one, other or "", CHANGED.get(change, "same"), published, behind))
    for a, b in list(_unrelated(sentences))[:OF_EACH]:
        pairs.append(Pair("unrelated", a[2], b[2], "different", a[1], _behind(a[0], (a[2], b[2]), sentences)))
    return pairs


def _behind(
    event: str, pair: tuple[str, str], sentences: Sequence[tuple[str, str | None, str]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Other sentences of the event for the two articles, none in both."""
    rest = list(dict.fromkeys(one for name, _, one in sentences if name == event and one not in pair))
    return tuple(rest[:BEHIND]), tuple(rest[BEHIND : 2 * BEHIND])


def _sentences(text: EventText) -> Iterator[str]:
    for span in find_sentences(text.text):
        words = span.cut(text.text)
        whole = (
            not TOLD.search(words)
            and "\n" not in words
            and words.endswith(".")
            and words[0].isupper()
            and "“" not in words
            and '"' not in words
        )
        if whole and SHORTEST <= len(words.split()) <= LONGEST:
            yield words


def _number(one: str, chance: random.Random) -> str | None:
    found = NUMBER.search(one)
    # A name may hold a number, and "more than 500" leaves room for 1,003.
    if found and (BOUND.search(one[: found.start()]) or re.search(r"[A-Z][\w’'-]* $", one[: found.start()])):
        return None
    if not found or re.match(r" (?:of|years? old|a\.?m|p\.?m)\b", one[found.end() :]):
        return None
    value = int(WORDS.get(found[0], found[0]).replace(",", ""))
    if 1900 <= value <= 2100:
        return None
    other = value * 2 + chance.randint(1, 3)
    return f"{one[: found.start()]}{other:,}{one[found.end() :]}"


def _date(one: str, chance: random.Random) -> str | None:
    found = DATE.search(one)
    if not found:
        return None
    row = DAYS if found[0] in DAYS else MONTHS
    other = chance.choice([name for name in row if name != found[0]])
    return f"{one[: found.start()]}{other}{one[found.end() :]}"


def _negation(one: str) -> str | None:
    found = AUXILIARY.search(one)
    return f"{one[: found.end()]} not{one[found.end() :]}" if found else None


def _other_name(
    pattern: re.Pattern[str], one: str, sentences: Sequence[tuple[str, str | None, str]], chance: random.Random
) -> str | None:
    """`one` with its first name replaced by one of the same kind that another sentence gives."""
    found = pattern.search(one)
    if not found or DATE.search(found["name"]) or (pattern is PERSON and not _is_person(found["name"])):
        return None
    for _ in range(400):
        other = pattern.search(chance.choice(sentences)[2])
        if other and pattern is PERSON and not _is_person(other["name"]):
            continue
        if other and not DATE.search(other["name"]) and not set(other["name"].split()) & set(one.split()):
            return f"{one[: found.start('name')]}{other['name']}{one[found.end('name') :]}"
    return None


def _is_person(name: str) -> bool:
    return is_first_name(name.split()[0])


def _format(one: str) -> str | None:
    found = re.search(rf"\b(?:{'|'.join(WORDS)})\b(?= [a-z]+s\b)", one)
    return f"{one[: found.start()]}{WORDS[found[0]]}{one[found.end() :]}" if found else None


def _unrelated(
    sentences: Sequence[tuple[str, str | None, str]],
) -> Iterator[tuple[tuple[str, str | None, str], tuple[str, str | None, str]]]:
    """Sentences of one event that share at most a third of their words."""
    for at, one in enumerate(sentences):
        for other in sentences[at + 1 :]:
            words, others = set(one[2].lower().split()), set(other[2].lower().split())
            if one[0] == other[0] and 3 * len(words & others) < min(len(words), len(others)):
                yield one, other
                break


def judge(pair: Pair, encoder: Encoder) -> str:
    """What sayso says of the pair: "same", "different", or the kinds of conflict found, joined by a plus."""
    articles, statements, speakers = [], [], []
    for name, text, behind in zip(("One", "Other"), (pair.one, pair.other), pair.behind, strict=True):
        whole = "\n".join((text, *behind))
        article = Article(
            f"art_{name}", f"pg_{name}", "", (), "report", "en", whole, OffsetMap(()), True, outlet=name, published=pair.published
        )  # fmt: skip
        analysis = analyse(article, encoder)
        articles.append(article)
        statements += analysis.statements
        speakers += analysis.speakers
    story = Story("pair", "", tuple(article.id for article in articles), None, None)
    claims, conflicts = compare_one(story, articles, statements, speakers)
    first = {
        one.id: one.article
        for one in statements
        if any(span.start < len(pair.one if one.article == "art_One" else pair.other) for span in one.content)
    }
    held = {claim.id: {first[one] for one in claim.statements if one in first} for claim in claims}
    between = [one.kind for one in conflicts if len(held[one.claims[0]] | held[one.claims[1]]) == 2]
    if between:
        return "+".join(sorted(set(between)))
    return "same" if any(len(articles) == 2 for articles in held.values()) else "different"


def report(pairs: Sequence[Pair], told: Sequence[str]) -> None:
    """Print the figures."""
    of_kind: Counter[str] = Counter(pair.change for pair in pairs)
    right: Counter[str] = Counter(pair.change for pair, said in zip(pairs, told, strict=True) if said == pair.right)
    for change, count in of_kind.items():
        print(f"{change:12} {right[change] / count:.3f} of {count}")
    changed = [change for change in of_kind if change in CHANGED]
    print(f"kind of conflict right {sum(right[c] for c in changed) / sum(of_kind[c] for c in changed):.3f}")
    print(f"macro F1 of same, different, conflict {_macro(_labels(pairs, told)):.3f}")


def _labels(pairs: Sequence[Pair], told: Sequence[str]) -> list[tuple[str, str]]:
    """What is right and what was said of each pair, any kind of conflict as "conflict"."""
    rows = [(pair.right, said) for pair, said in zip(pairs, told, strict=True)]
    return [(_class(right), _class(said)) for right, said in rows]


def _class(label: str) -> str:
    return label if label in CLASSES else "conflict"


def _macro(labels: Sequence[tuple[str, str]]) -> float:
    return sum(label_f1(labels, name) for name in CLASSES) / len(CLASSES)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("dev", "test"), default="dev")
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    encoder = Encoder(options.weights)
    pairs = make_pairs(options.half)
    told = [judge(pair, encoder) for pair in pairs]
    for pair, said in zip(pairs, told, strict=True) if options.show else ():
        if said != pair.right:
            print(f"{pair.change}: said {said}\n  {pair.one}\n  {pair.other}")
    report(pairs, told)
    labelled = [(row["label"], ours) for row, ours, _ in Scorer(encoder, options.half).judged_pairs()]
    print(f"with the {len(labelled)} labelled pairs of the half {_macro(_labels(pairs, told) + labelled):.3f}")
    print(f"the labelled pairs alone {_macro(labelled):.3f}")


if __name__ == "__main__":
    main()
