"""How far the two annotators of each gold set agree (`python benchmarks/agree.py`)."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

GOLD = Path(__file__).resolve().parent / "gold"
Row = dict[str, Any]


def read(name: str, annotator: str) -> list[Row]:
    lines = (GOLD / "annotators" / annotator / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def kappa(first: list[str], second: list[str]) -> float:
    """Cohen's kappa of two lists of labels."""
    count = len(first)
    observed = sum(a == b for a, b in zip(first, second, strict=True)) / count
    one, two = Counter(first), Counter(second)
    expected = sum(one[label] * two[label] for label in one) / count**2
    return (observed - expected) / (1 - expected)


def labels(name: str, field: str) -> tuple[list[str], list[str]]:
    """The labels of both annotators for the items of `name`, in the same order."""
    first, second = ({row["id"]: json.dumps(row.get(field)) for row in read(name, who)} for who in "ab")
    return list(first.values()), [second[one] for one in first]


def characters(spans: list[list[int]]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def overlap(first: list[list[int]], second: list[list[int]]) -> float:
    """Shared characters of two lists of spans over all of them."""
    one, two = characters(first), characters(second)
    return len(one & two) / len(one | two) if one | two else 1.0


def attribution_agreement() -> tuple[float, float]:
    """F1 of contents that overlap by half or more, then of those whose sources touch too."""
    first, second = read("attribution", "a"), read("attribution", "b")
    pairs = sorted(
        (
            (overlap(one["content"], two["content"]), at, to)
            for at, one in enumerate(first)
            for to, two in enumerate(second)
            if one["id"] == two["id"]
        ),
        reverse=True,
    )
    used: set[tuple[str, int]] = set()
    matched = sourced = 0
    for shared, at, to in pairs:
        if shared < 0.5 or ("a", at) in used or ("b", to) in used:
            continue
        used |= {("a", at), ("b", to)}
        matched += 1
        sourced += overlap(first[at]["source"], second[to]["source"]) > 0
    both = len(first) + len(second)
    return 2 * matched / both, 2 * sourced / both


def nested_agreement() -> tuple[float, float]:
    """Kappa of "nested or not", then the share of items that both call nested where all four parts overlap by half."""
    first, second = ({row["id"]: row for row in read("nested", who)} for who in "ab")
    yes = [one for one in first if not first[one].get("none") and not second[one].get("none")]
    whole = sum(same_levels(first[one], second[one]) for one in yes)
    return kappa(
        [str(bool(row.get("none"))) for row in first.values()], [str(bool(second[one].get("none"))) for one in first]
    ), whole / len(yes)


def same_levels(one: Row, two: Row) -> bool:
    """Whether contents of both levels overlap by half and their sources touch."""
    return all(
        overlap(one[level]["content"], two[level]["content"]) >= 0.5
        and bool(one[level]["source"]) == bool(two[level]["source"])
        and (not one[level]["source"] or overlap([one[level]["source"]], [two[level]["source"]]) > 0)
        for level in ("outer", "inner")
    )


def claims_agreement() -> tuple[float, float, float]:
    """F1 of the sentences that support a claim, then the shares of claims with the same vouchers and the same counts.

    Vouchers are the same when the same sentences lead to them.
    """
    first, second = ({row["id"]: row for row in read("claims", who)} for who in "ab")
    shared = both = vouchers = counts = 0
    for one, other in ((first[name], second[name]) for name in first):
        supports = [{json.dumps(support) for support in row["support"]} for row in (one, other)]
        shared += len(supports[0] & supports[1])
        both += len(supports[0]) + len(supports[1])
        groups = [
            sorted(sorted(json.dumps(row["support"][at]) for at in voucher["support"]) for voucher in row["vouchers"])
            for row in (one, other)
        ]
        vouchers += groups[0] == groups[1]
        counts += (one["low"], one["high"]) == (other["low"], other["high"])
    return 2 * shared / both, vouchers / len(first), counts / len(first)


def main() -> None:
    for name, fields in {
        "stance": ["stance"], "genre": ["genre"], "times": ["value"], "figures": ["value", "low", "high", "unit"],
        "speakers": ["name", "kind", "role", "affiliation"], "pairs": ["label", "shares"],
        "copies": ["label", "direction"],
    }.items():  # fmt: skip
        for field in fields:
            first, second = labels(name, field)
            same = sum(a == b for a, b in zip(first, second, strict=True)) / len(first)
            print(f"{name:10} {field:12} {len(first):4} items  same {same:.3f}  kappa {kappa(first, second):.3f}")
    print("nested     kappa {:.3f}  all parts of both levels {:.3f}".format(*nested_agreement()))
    print("claims     supports F1 {:.3f}  vouchers {:.3f}  counts {:.3f}".format(*claims_agreement()))
    print("attribution  content F1 {:.3f}  with source {:.3f}".format(*attribution_agreement()))


if __name__ == "__main__":
    main()
