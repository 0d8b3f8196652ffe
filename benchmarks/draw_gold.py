"""Draw the items of our own gold sets (`python benchmarks/draw_gold.py`, then `… --again second`, `third` and so on to `eighth`).

Writes `gold/items/<set>.jsonl`: ids and offsets into the texts of `data.read_gold_texts`, no words. Items
are drawn by a seeded chance from patterns of the raw text and from PolNeAR's own annotation, never from anything that
sayso found, so that what sayso misses is drawn as often as what it gets right.

`--again` appends a further draw by another seed that leaves out what was drawn before. A draw that was scored is read
then, and is for development from there on: what is for testing is the last one.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

GOLD = Path(__file__).resolve().parent / "gold"
sys.path.insert(0, str(GOLD.parents[1] / "training" / "attribution"))

from data import SHARED, GoldText, read_gold_texts  # noqa: E402
from polnear import Attribution, read_split  # noqa: E402

from sayso.reading.languages import name_language  # noqa: E402
from sayso.text.sentences import find_sentences  # noqa: E402

# The draws of genres from the summit and from `news_cluster` alone, with how many texts of each are shuffled.
LATER = {"third": 80, "fourth": 179, "fifth": 179, "sixth": 179, "seventh": 179, "eighth": 179}
SEEDS = {
    "first": 20261122,
    "second": 20261123,
    "third": 20261124,
    "fourth": 20261125,
    "fifth": 20261126,
    "sixth": 20261127,
    "seventh": 20261128,
    "eighth": 20261129,
}
# From the fourth on no copies of what was drawn before, and nothing that sayso was judged on while rules were written.
APART = ("fourth", "fifth", "sixth", "seventh", "eighth")
# Draws that leave the sets as they are that they have nothing of.
KEEPING = ("sixth", "seventh", "eighth")
draw = "first"
# How many items the further draws have of each set; fewer where the texts hold no more. Stances and times held their
# floors on the second draw, so that the third has none of them; attribution and figures on the third.
SUMMIT_STANCES = 30
COUNTS = {
    "second": {
        "attribution": 8,
        "speakers": 100,
        "nested": 130,
        "stance": 150,
        "times": 66,
        "figures": 75,
        "genre": 60,
    },
    "third": {"attribution": 8, "speakers": 100, "nested": 100, "stance": 0, "times": 0, "figures": 90, "genre": 60},
    "fourth": {"attribution": 0, "speakers": 150, "nested": 130, "stance": 0, "times": 0, "figures": 0, "genre": 80},
    "fifth": {"attribution": 0, "speakers": 160, "nested": 500, "stance": 0, "times": 0, "figures": 0, "genre": 0},
    "sixth": {"attribution": 0, "speakers": 200, "nested": 0, "stance": 0, "times": 0, "figures": 0, "genre": 0},
    "seventh": {"attribution": 0, "speakers": 140, "nested": 0, "stance": 0, "times": 0, "figures": 0, "genre": 0},
    "eighth": {"attribution": 0, "speakers": 0, "nested": 200, "stance": 0, "times": 0, "figures": 0, "genre": 0},
}
# Sentences for nesting that are shuffled where it is not 200: of the fourth draw's 130 copies of others were 49.
NESTED = {"fifth": 700}
# Texts that share more than half of their runs of so many words are copies.
RUN = 6
# An article gives at most this many items to one set, so that no single one decides a figure.
MOST_AN_ARTICLE = 5
# After six draws of speakers no text of PolNeAR dev nor page holds more within that: the seventh takes up to so many of an
# article, as many again of each kind, and articles of `news_cluster` that nothing about speakers was learned from.
MOST_OF_SEVENTH = 12
SAYING = (
    r"(?:sa(?:id|ys|ying)|told|tells?|add(?:s|ed)|wr(?:ote|ites)|report(?:s|ed)|announc(?:es|ed)|claim(?:s|ed)|"
    r"argu(?:es|ed)|insist(?:s|ed)|den(?:ies|ied)|confirm(?:s|ed)|warn(?:s|ed)|explain(?:s|ed)|acknowledg(?:es|ed)|"
    r"admit(?:s|ted)|suggest(?:s|ed)|stat(?:es|ed)|tweeted|posted|quot(?:es|ed|ing)|cit(?:es|ed|ing)|according to|"
    r"recall(?:s|ed)|testified|alleg(?:es|ed)|accus(?:es|ed)|promis(?:es|ed)|vow(?:s|ed)|learned|heard|believe[sd]?)"
)
REPORTING = re.compile(rf"\b{SAYING}\b")
QUOTED = re.compile(r"[\"“”«»]")
PRONOUN = re.compile(r"(?:he|she|they|it|we|i|who|you|him|her|them|himself|herself)", re.IGNORECASE)
PAGE_SOURCE = re.compile(
    rf"(?:^|(?<=[.!?,”\"] ))(?P<before>[Hh]e|[Ss]he|[Tt]hey|The (?:[a-z-]+ ){{1,4}}|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}})"
    rf" ?\b{SAYING}\b|\b{SAYING} (?P<after>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}}|the (?:[a-z-]+ ){{0,2}}[a-z-]+)(?=[.,;])",
    re.MULTILINE,
)
NO_COMMENT = re.compile(
    r"(?:declin\w+|refus\w+|did not|didn.t|has not|have not|had not|not immediately|no|yet to|could not|wouldn.t|would not)"
    r" (?:[a-z]+ ){0,5}(?:comment|respond|response|reply|repl(?:y|ied)|answer|reached|discuss|say)\b|unavailable for comment"
)
# How a stance tends to show, so that rare ones are drawn often enough; the annotators do not see which was used.
STANCES: dict[str, tuple[re.Pattern[str], int]] = {
    "no_comment": (NO_COMMENT, 40),
    "denied": (
        re.compile(r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|disput\w+|refut\w+|untrue|false|not true|never)\b"),
        32,
    ),
    "question": (re.compile(r"\?|\b(?:ask(?:s|ed|ing)?|question(?:s|ed|ing)?|wonder\w*|whether)\b"), 32),
    "demand": (
        re.compile(r"\b(?:demand\w*|urg(?:e|es|ed|ing)|call(?:s|ed|ing) (?:on|for)|must|should|order(?:s|ed)|ought)\b"),
        34,
    ),
    "predicted": (re.compile(r"\b(?:will|won.t|expect\w*|predict\w*|going to|forecast\w*|by 20\d\d|would)\b"), 34),
    "hedged": (
        re.compile(r"\b(?:may|might|could|perhaps|possibl\w+|probabl\w+|alleged\w*|reportedly|apparent\w*|appears?|seems?|likely)\b"),
        30,
    ),
    "opinion": (
        re.compile(r"\b(?:best|worst|great|terribl\w+|critici\w+|prais\w+|think|believe|good|bad|wrong|right|argu\w+|proud|sad)\b"),
        30,
    ),
    "any": (re.compile(r""), 30),
}  # fmt: skip
# The first draw held 10 refusals and 3 denials: these narrow patterns are for drawing more of both.
RARE: dict[str, tuple[re.Pattern[str], int]] = {
    "no_comment": (
        re.compile(
            r"(?:declin\w+ to|refus\w+ to|d(?:id|o|oes) not|didn.t|ha[sd] not|not immediately|would not|could not|no immediate)"
            r" (?:[a-z]+ ){0,5}(?:comment|respond|response|reply|answer|be reached|elaborate|say whether)\b|no comment"
        ),
        40,
    ),
    "denied": (
        re.compile(
            r"\b(?:den(?:y|ies|ied|ying)|refut\w+|no truth|not true|untrue|(?:is|are|was|were) false|categorically|(?:reject|dismiss|disput)\w+"
            r" (?:[a-z’']+ ){0,3}(?:claim|allegation|accusation|suggestion|report|idea|notion|charge)\w*)\b"
        ),
        60,
    ),
}  # fmt: skip
TIMES: dict[str, tuple[re.Pattern[str], int]] = {
    "weekday": (re.compile(r"\b(?:(?:early|late|last|next|this|on) )*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?\b"), 28),
    "near": (re.compile(r"\b(?:today|yesterday|tomorrow|tonight|(?:last|this|next|earlier this|later this) (?:week|weekend|month|year|summer|winter|spring|fall|autumn|night|morning|decade|century))\b"), 28),
    "day": (re.compile(r"\b(?:(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)(?:\.|[a-z]+)?|May|June|July) \d{1,2}(?:st|nd|rd|th)?(?:, (?:19|20)\d\d)?\b|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: (?:19|20)\d\d)?\b"), 22),
    "year": (re.compile(r"\b(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:of )?)?(?:19|20)\d\d(?:s|[-–]\d\d(?:\d\d)?)?\b"), 20),
    "length": (re.compile(r"\b(?:(?:over|in|during|for|within) )?(?:the )?(?:next|last|past|coming|previous|first) (?:few |several |couple of |\w+ )?(?:hours|days|weeks|months|years|decades|decade|quarter)\b"), 18),
    "ago": (re.compile(r"\b(?:[a-z]+|\d+|a few|several) (?:minutes?|hours?|days?|weeks?|months?|years?|decades?) (?:ago|earlier|later|before|after)\b"), 14),
}  # fmt: skip
NUMBER_WORD = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|hundred|"
    r"thousand|million|billion|trillion|dozens?|scores|hundreds|thousands|millions|billions|tens|half|third|quarter|"
    r"several|couple)"
)
FIGURES: dict[str, tuple[re.Pattern[str], int]] = {
    "money": (re.compile(r"(?:US|C|A|R)?[$£€]\s?\d[\d,.]*(?:\s?(?:hundred|thousand|million|billion|trillion|bn|m|k)\b)?|\b\d[\d,.]* (?:dollars|euros|pounds|rand|rupees)\b"), 28),
    "share": (re.compile(r"\b\d[\d,.]*\s?(?:%|percent\b|per cent\b|percentage points?\b)"), 24),
    "approximate": (re.compile(rf"\b(?:at least|more than|over|nearly|almost|about|around|some|roughly|up to|as many as|fewer than|less than|an estimated) (?:\d[\d,.]*|{NUMBER_WORD})\b(?: (?:hundred|thousand|million|billion)\b)?"), 30),
    "vague": (re.compile(r"\b(?:dozens|scores|hundreds|thousands|millions|billions|tens of (?:thousands|millions)|a dozen|half a (?:dozen|million|billion))\b"), 16),
    "word": (re.compile(rf"\b{NUMBER_WORD}\b"), 24),
    "digits": (re.compile(r"(?<![\w$£€.,/:-])\d[\d,.]*(?![\w%/:-])"), 26),
}  # fmt: skip


def main() -> None:
    sets = draw_sets()
    (GOLD / "items").mkdir(exist_ok=True)
    for name, items in sets.items():
        write(name, items)


def draw_again(name_of_draw: str) -> None:
    """Make all items of the files "dev" and append as many of a new draw as `COUNTS` says, all "test"."""
    global draw
    draw = name_of_draw
    for name, items in draw_sets().items():
        if draw in KEEPING and not COUNTS[draw][name]:
            continue
        path = GOLD / "items" / f"{name}.jsonl"
        old = [{**json.loads(line), "half": "dev"} for line in path.read_text(encoding="utf-8").splitlines()]
        fresh = [item for item in items if not any(_touch(item, one) for one in old)]
        kept = seeded(f"{name}.{draw}").sample(fresh, min(COUNTS[draw][name], len(fresh)))
        if name == "attribution" and draw in LATER:
            # South African and other pages come in many languages; the first two draws took one in Danish.
            shuffled = seeded(f"{name}.{draw}").sample(fresh, len(fresh))
            kept = [item for item in shuffled if is_english(item["text"])][: COUNTS[draw][name]]
        if name == "stance" and draw == "second":
            kept += draw_summit_stances()
        # Numbers of items that were taken out are not given again.
        first = 1 + max(int(item["id"].rpartition("-")[2]) for item in old)
        rows = [{"id": f"{name}-{at:03d}", "half": "test", **item} for at, item in enumerate(kept, first)]
        if draw in APART and name in ("nested", "genre"):
            rows = list(without_copies(name, rows, old))
        path.write_text("".join(json.dumps(row) + "\n" for row in [*old, *rows]), encoding="utf-8")


def without_copies(
    name: str, rows: Iterable[dict[str, Any]], old: Iterable[dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    """Those of `rows` of which no more than half stands in an item of before, in one of them, or in what sayso was judged on.

    Pages of one wire are copies of each other: what was read in one draw is known in the next.
    """
    texts = read_gold_texts()

    def runs_of(item: dict[str, Any]) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", texts[item["text"]].text[slice(*item.get("sentence", (None,)))].lower())
        # A sentence of fewer words is one run.
        return {tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))}

    judging = [{"text": text} for text in judged("unseen_genre")] if name == "genre" else []
    known = [runs_of(item) for item in (*old, *judging)]
    for row in rows:
        runs = runs_of(row)
        if not any(2 * len(runs & others) > len(runs) for others in known):
            yield row
        known.append(runs)


def _touch(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two items of one set share a character, or their text where the set is of whole texts."""
    spans = [
        [item[key] for key in ("source", "sentence", "span") if key in item] or item.get("content", [])
        for item in (one, other)
    ]
    return one["text"] == other["text"] and (
        not spans[0] or any(start < end_b and begin < end for start, end in spans[0] for begin, end_b in spans[1])
    )


def draw_sets() -> dict[str, list[dict[str, Any]]]:
    """The items of every set by its name."""
    texts = read_gold_texts()
    gold = {f"polnear/{name}": annotators[0] for name, _, annotators in read_split(SHARED / "data" / "polnear" / "dev")}
    pages = [text for name, text in texts.items() if name.startswith("pages/")]
    news = [text for text in texts.values() if not text.name.startswith(("helsinki/", "extraction/"))]
    most = [text for text in news if text.name.startswith(("polnear/", "pages/"))]
    apart = list(news_apart(texts))
    # Those were spent by the fifth draw, but for copies of each other.
    nested_texts = {"first": most, "second": news, "eighth": extracted(texts)}.get(draw, apart)
    stances = draw_stances(texts, gold, pages)
    return {
        "attribution": draw_articles(pages),
        "speakers": [*draw_sources(texts, gold), *draw_page_sources([*pages, *unheard(texts)])],
        # The first draw took nearly all such sentences of PolNeAR dev and of the pages, the second many of `news_cluster`.
        "nested": draw_nested(nested_texts),
        "stance": [*stances, *draw_rare_stances(texts, gold, stances)],
        "times": draw_matches("times", most, TIMES),
        "figures": draw_matches("figures", most, FIGURES),
        "genre": draw_genres(texts, most),
    }


def extracted(texts: dict[str, GoldText]) -> list[GoldText]:
    """The English texts of `article_extraction`."""
    pages = [text for name, text in texts.items() if name.startswith("extraction/")]
    return [page for page in pages if name_language(page.text, None) == "en"]


def is_english(name: str) -> bool:
    return name_language(read_gold_texts()[name].text, None) == "en"


def news_apart(texts: dict[str, GoldText]) -> Iterator[GoldText]:
    """The texts of `news_cluster` and about the summit that no label of `training/labels` judges by."""
    judging = judged("unseen_nested")
    for name, text in texts.items():
        if name.startswith(("cluster/", "helsinki/")) and name not in judging:
            yield text


def judged(name: str) -> set[str]:
    """The texts that a file of `training/labels` labels."""
    path = GOLD.parents[1] / "training" / "labels" / "items" / f"{name}.jsonl"
    return {json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()}


def draw_genres(texts: dict[str, GoldText], most: list[GoldText]) -> list[dict[str, Any]]:
    """120 texts; in the second draw those of PolNeAR dev that are left, and 36 pages about the summit.

    What the first draw left of `pages/` is labelled for training. The third has pages about the summit and articles of
    `news_cluster`, by turns; so has the fourth, without those that sayso was judged on while its rules were written.
    """
    if draw == "first":
        return [{"text": text.name} for text in seeded("genre").sample(most, 120)]
    summit = [name for name, text in texts.items() if name.startswith("helsinki/") and len(text.text.split()) >= 150]
    if draw in LATER:
        cluster = [name for name in texts if name.startswith("cluster/")]
        drawn = [name for names in (summit, cluster) for name in seeded("genre").sample(names, LATER[draw])]
        judging = judged("unseen_genre") if draw in APART else set()
        return [{"text": name} for name in drawn if name not in judging]
    left = [text.name for text in most if text.name.startswith("polnear/")]
    return [{"text": name} for name in [*left, *seeded("genre").sample(summit, 36)]]


def seeded(name: str) -> random.Random:
    return random.Random(f"{SEEDS[draw]}.{name}")


def write(name: str, items: list[dict[str, Any]]) -> None:
    """Number `items`, share them between the halves at random and write them."""
    halves = ["dev", "test"] * (len(items) // 2 + 1)
    halves = halves[: len(items)]
    seeded(f"{name}.halves").shuffle(halves)
    rows = [
        json.dumps({"id": f"{name}-{at:03d}", "half": half, **item})
        for at, (half, item) in enumerate(zip(halves, items, strict=True), 1)
    ]
    (GOLD / "items" / f"{name}.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")


def draw_articles(pages: list[GoldText]) -> list[dict[str, Any]]:
    """Sixteen pages of 250 to 1,100 words."""
    fitting = [page for page in pages if 250 <= len(page.text.split()) <= 1100]
    return [{"text": page.name} for page in seeded("attribution").sample(fitting, 16)]


def draw_sources(texts: dict[str, GoldText], gold: dict[str, list[Attribution]]) -> list[dict[str, Any]]:
    """100 sources of PolNeAR dev: 40 pronouns, 35 descriptions without a capital, 25 others."""
    found: dict[str, list[dict[str, Any]]] = {"pronoun": [], "description": [], "other": []}
    for name, attributions in gold.items():
        for start, end in sorted({one.source[0] for one in attributions if one.source}):
            words = texts[name].text[start:end]
            rest = re.sub(r"^(?:The|A|An|Some|Many|One|Two|His|Her|Their)\b", "", words)
            kind = "pronoun" if PRONOUN.fullmatch(words) else "other" if re.search("[A-Z]", rest) else "description"
            found[kind].append({"text": name, "source": [start, end]})
    chance = seeded("speakers")
    wanted = {"pronoun": 40, "description": 35, "other": 25}
    if draw == "seventh":
        wanted = {kind: 5 * count for kind, count in wanted.items()}
    return [item for kind, count in wanted.items() for item in spread(chance, found[kind], count)]


def draw_page_sources(pages: list[GoldText]) -> list[dict[str, Any]]:
    """80 places on pages where a pronoun, a description or a name stands beside a verb of saying; spares included."""
    found = []
    for page in pages:
        for match in PAGE_SOURCE.finditer(page.text):
            group = "before" if match["before"] else "after"
            start, words = match.start(group), match[group].rstrip()
            found.append({"text": page.name, "source": [start, start + len(words)]})
    return spread(seeded("speakers.pages"), found, 200 if draw == "seventh" else 80)


def unheard(texts: dict[str, GoldText]) -> list[GoldText]:
    """For the seventh draw the articles of `news_cluster` in which nobody said for us whom a source means, nor who vouches."""
    if draw != "seventh":
        return []
    labels = GOLD.parents[1] / "training" / "speakers" / "labels.jsonl"
    known = {json.loads(line)["text"] for line in labels.read_text(encoding="utf-8").splitlines()}
    for path in (GOLD / "claims.jsonl", GOLD.parents[1] / "training" / "labels" / "told_claims.jsonl"):
        known |= {
            name for line in path.read_text(encoding="utf-8").splitlines() for name in json.loads(line)["articles"]
        }
    return [text for name, text in texts.items() if name.startswith("cluster/") and name not in known]


def draw_nested(texts: Iterable[GoldText]) -> list[dict[str, Any]]:
    """Sentences that hold two or more words of saying; the third draw has none twice, as the pages copy each other."""
    found, seen = [], set()
    for text, start, end in sentences_of(texts):
        words = text.text[start:end]
        if len(REPORTING.findall(words)) >= 2 and (draw != "third" or words not in seen):
            seen.add(words)
            found.append({"text": text.name, "sentence": [start, end]})
    return spread(seeded("nested"), found, NESTED.get(draw, 200))


def draw_stances(
    texts: dict[str, GoldText], gold: dict[str, list[Attribution]], pages: list[GoldText]
) -> list[dict[str, Any]]:
    """Told statements of PolNeAR dev and sentences of pages without a word of saying, by pattern."""
    told = [
        ({"text": name, "content": [list(span) for span in one.content], "cue": [list(span) for span in one.cue]},
         " ".join(texts[name].text[start:end] for start, end in (*one.cue, *one.content)))
        for name, attributions in gold.items()
        for one in attributions
    ]  # fmt: skip
    own = [
        ({"text": page.name, "content": [[start, end]], "cue": []}, page.text[start:end])
        for page, start, end in sentences_of(pages)
        if NO_COMMENT.search(page.text[start:end])
        or not (REPORTING.search(page.text[start:end]) or QUOTED.search(page.text[start:end]))
    ]
    chance, taken, items = seeded("stance"), set(), []
    for kind, (pattern, count) in STANCES.items():
        for pool, share in ((told, count * 2 // 3), (own, count - count * 2 // 3)):
            fitting = [
                item
                for item, words in pool
                if pattern.search(words) and str(item) not in taken and len(words.split()) >= 4
            ]
            drawn = fitting if kind == "no_comment" else spread(chance, fitting, share)
            taken.update(str(item) for item in drawn)
            items += drawn
    chance.shuffle(items)
    return items


def draw_rare_stances(
    texts: dict[str, GoldText], gold: dict[str, list[Attribution]], drawn: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """More told statements of PolNeAR dev, then sentences of `news_cluster`, where a rare stance is likely."""
    chance, items = seeded("stance.rare"), []
    for pattern, count in RARE.values():
        fitting = [
            {"text": name, "content": [list(span) for span in one.content], "cue": [list(span) for span in one.cue]}
            for name, attributions in gold.items()
            for one in attributions
            if pattern.search(" ".join(texts[name].text[start:end] for start, end in (*one.cue, *one.content)))
        ]
        fitting = [item for item in fitting if item not in drawn]
        others = [
            {"text": text.name, "content": [[start, end]], "cue": []}
            for text, start, end in sentences_of(text for name, text in texts.items() if name.startswith("cluster/"))
            if pattern.search(text.text[start:end])
        ]
        items += [*fitting, *spread(chance, others, max(0, count - len(fitting)))][:count]
    return items


def draw_summit_stances() -> list[dict[str, Any]]:
    """Sentences of the pages about the summit where a rare stance is likely: the second draw's first 150 hold three."""
    texts = [text for name, text in read_gold_texts().items() if name.startswith("helsinki/")]
    items, seen = [], set()
    for pattern, _ in RARE.values():
        found = []
        for text, start, end in sentences_of(texts):
            # The pages copy each other.
            words = text.text[start:end]
            if pattern.search(words) and words not in seen and len(words.split()) <= 60:
                seen.add(words)
                found.append({"text": text.name, "content": [[start, end]], "cue": []})
        items += spread(seeded("stance.summit"), found, SUMMIT_STANCES)
    return items


def draw_matches(
    name: str, texts: Iterable[GoldText], patterns: dict[str, tuple[re.Pattern[str], int]]
) -> list[dict[str, Any]]:
    """Matches of each pattern, no two of which overlap."""
    chance, items, taken = seeded(name), [], set()
    texts = list(texts)
    for pattern, count in patterns.values():
        found = []
        for text in texts:
            for match in pattern.finditer(text.text):
                start, end = match.start(), match.start() + len(match[0].rstrip(".,"))
                if not any((text.name, at) in taken for at in range(start, end)):
                    found.append({"text": text.name, "span": [start, end]})
        for item in spread(chance, found, count):
            items.append(item)
            taken.update((item["text"], at) for at in range(*item["span"]))
    return items


def sentences_of(texts: Iterable[GoldText]) -> Iterator[tuple[GoldText, int, int]]:
    for text in texts:
        for sentence in find_sentences(text.text):
            yield text, sentence.start, sentence.end


def spread(chance: random.Random, items: list[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    """`count` of `items` at random, at most `MOST_AN_ARTICLE` from one text."""
    shuffled = chance.sample(items, len(items))
    seen: Counter[str] = Counter()
    kept = []
    for item in shuffled:
        most = MOST_OF_SEVENTH if draw == "seventh" else MOST_AN_ARTICLE
        if len(kept) < count and seen[item["text"]] < most:
            seen[item["text"]] += 1
            kept.append(item)
    return kept


if __name__ == "__main__":
    draw_again(sys.argv[2]) if "--again" in sys.argv else main()
