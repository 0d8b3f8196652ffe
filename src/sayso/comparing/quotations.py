"""Make one of the vouchers that are quoted with the same words: one utterance, whoever it is credited to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.comparing.clauses import Clause
from sayso.comparing.tracing import Tracer
from sayso.comparing.vouchers import Voucher
from sayso.text.words import tokens_with_places

# So many words in a row that stand in quotation marks of both are one utterance; fewer may be a phrase that goes round.
# On training/labels/told_claims.jsonl (86 claims of sixteen events) 25 different pairs of names are merged; read, each is one utterance.
SHARED = 8
QUOTED = re.compile(r"[\"“”„«»‘]([^\"“”„«»]+)")


def merge_quoted(tracer: Tracer) -> None:
    """Make one of the vouchers of `tracer` to whom the same words are credited in quotation marks: it is one statement.

    Those who speak jointly are left apart (origins.md, rule 2).
    """
    gone: dict[str, str] = {}
    for one, other, words in same_quotations([clause for clause, _ in tracer.ends]):
        keys = {_kept_as(tracer.ends[at][1], gone) for at in (one, other)}
        if len(keys) < 2:
            continue
        kept, merged = sorted((tracer.vouchers[key] for key in keys), key=_firmness)
        why = f"the same words are quoted of both (“{words}”)"
        clause = tracer.ends[other][0]
        kept.take(merged, tracer.hop(kept.name, merged.name, "same", clause, why, "both had said these words"))
        gone[merged.key] = kept.key
        del tracer.vouchers[merged.key]


def _kept_as(key: str, gone: Mapping[str, str]) -> str:
    while key in gone:
        key = gone[key]
    return key


def _firmness(voucher: Voucher) -> tuple[bool, bool, int, str]:
    """By what the voucher is kept of two that are one: a person or body before a document or the unnamed, then by statements."""
    return voucher.is_unnamed, voucher.kind == "document", -len(voucher.statements), voucher.key


def same_quotations(clauses: Sequence[Clause]) -> Iterator[tuple[int, int, str]]:
    """The pairs of `clauses`, the lower number first, that quote `SHARED` words in a row alike, with these words.

    Each clause is paired with the first that has them alone, which is enough to join them. Linear in the words.
    """
    first: dict[tuple[str, ...], int] = {}
    for at, clause in enumerate(clauses):
        paired: set[int] = set()
        for said in _quoted(clause):
            tokens = tokens_with_places(said)
            for start in range(len(tokens) - SHARED + 1):
                stretch = tokens[start : start + SHARED]
                one = first.setdefault(tuple(word for word, _, _ in stretch), at)
                if one != at and one not in paired:
                    paired.add(one)
                    yield one, at, said[stretch[0][1] : stretch[-1][2]]


def _quoted(clause: Clause) -> list[str]:
    """The stretches of `clause` that it quotes."""
    if clause.points or clause.statement.kind not in ("direct", "mixed"):
        return []
    return [clause.words] if clause.statement.kind == "direct" else QUOTED.findall(clause.words)
