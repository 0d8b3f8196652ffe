"""Stories against labelled events: B-cubed precision, recall and F1.

python benchmarks/stories.py
"""

from __future__ import annotations

from collections.abc import Sequence

from data import read_cluster

from sayso.comparing.stories import StoryStream, find_stories
from sayso.records import Story

SETS = ("news_cluster", "stories_gold_standard")


def b_cubed(found: Sequence[str], gold: Sequence[str]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 of one label for each item against another."""
    precision = recall = 0.0
    for one, right in zip(found, gold, strict=True):
        mine = [other for other in range(len(gold)) if found[other] == one]
        theirs = [other for other in range(len(gold)) if gold[other] == right]
        both = len(set(mine) & set(theirs))
        precision += both / len(mine) / len(gold)
        recall += both / len(theirs) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def score_stories(name: str, stream: bool = False) -> tuple[float, float, float]:
    """B-cubed figures of sayso's stories on one set; as a stream the articles come one by one in the order of their dates."""
    articles, events = read_cluster(name)
    if stream:
        coming = StoryStream()
        coming.add(sorted(articles, key=lambda article: (article.published or "9999", article.id)))
        stories: Sequence[Story] = coming.stories()
    else:
        stories = find_stories(articles)
    label = {article: story.id for story in stories for article in story.articles}
    return b_cubed([label[article.id] for article in articles], events)


if __name__ == "__main__":
    for name in SETS:
        for way in ("batch", "stream"):
            precision, recall, f1 = score_stories(name, way == "stream")
            print(f"{name:24} {way:6} B-cubed precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")
