"""The main job on all of news_cluster: time, peak memory, and stories against the labelled events.

python benchmarks/cluster.py [--workers 2]
"""

from __future__ import annotations

import argparse
import json
import resource
import time

from data import SHARED
from stories import b_cubed

from sayso.config import Settings
from sayso.faces.dossier import render_dossier
from sayso.running.pipeline import make_dossier

FILE = SHARED / "data" / "news_cluster" / "articles.jsonl"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    began = time.perf_counter()
    dossier = make_dossier([str(FILE)], Settings(workers=options.workers))
    read = time.perf_counter() - began
    html = render_dossier(dossier)
    took = time.perf_counter() - began
    events = {}
    for number, line in enumerate(FILE.read_text(encoding="utf-8").rstrip("\n").split("\n"), 1):
        events[f"line {number}"] = str(json.loads(line)["event"])
    member = {page.id: page.member or "" for page in dossier.pages}
    story_of = {article: story.id for story in dossier.stories for article in story.articles}
    found = [story_of[article.id] for article in dossier.articles]
    gold = [events[member[article.page]] for article in dossier.articles]
    precision, recall, f1 = b_cubed(found, gold)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(dossier.articles)} articles, {len(dossier.statements)} statements, {len(dossier.claims)} claims")
    print(f"{took:.0f} s in all, {took - read:.1f} s of them for the dossier ({len(html) / 1e6:.1f} MB)")
    print(f"peak memory {peak:.0f} MiB (first process)")
    print(f"{len(dossier.stories)} stories, B-cubed precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")


if __name__ == "__main__":
    main()
