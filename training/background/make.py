"""Count in how many news articles each term stands, for the weights that comparing uses.

    python training/background/make.py --data ../shared/data --to src/sayso/comparing/background.json

Reads the training articles of PolNeAR, the bodies of `article_extraction` and of the English `pages`. Only counts are
kept: how many articles were read, and for each stem how many hold it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sayso.text.words import content_terms

# Terms that stand in fewer articles say no more than that they are rare.
FEWEST = 3
ENGLISH = ("us", "uk", "au", "ca", "ind", "za", "gl", "na", "il")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    articles = 0
    for text in read_texts(options.data):
        counts.update(set(content_terms(text)))
        articles += 1
    terms = {term: count for term, count in sorted(counts.items()) if count >= FEWEST}
    options.to.write_text(
        json.dumps({"articles": articles, "terms": terms}, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    print(f"{articles} articles, {len(terms)} terms")


def read_texts(data: Path) -> Iterator[str]:
    for path in sorted((data / "polnear" / "train" / "text").glob("*.txt")):
        yield path.read_text(encoding="utf-8")
    truth = json.loads((data / "article_extraction" / "ground-truth.json").read_text(encoding="utf-8"))
    for page in truth.values():
        yield page["articleBody"]
    for country in ENGLISH:
        for path in sorted((data / "pages" / country).glob("*.json")):
            for page in json.loads(path.read_text(encoding="utf-8")).values():
                sections = (page.get("body") or {}).get("sections") or []
                yield "\n".join(paragraph for section in sections for paragraph in section.get("paragraphs", []))


if __name__ == "__main__":
    main()
