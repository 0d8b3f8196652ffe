"""Count who vouches for a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.comparing.clauses import Clause
from sayso.comparing.counting import count_origins
from sayso.comparing.quotations import merge_quoted
from sayso.comparing.sources import Sources
from sayso.comparing.tracing import Tracer
from sayso.comparing.vouchers import make_origin, relate_vouchers
from sayso.records import CannotMeasure, Origin, OriginCount, Outside, Relation


@dataclass(frozen=True, slots=True)
class Traced:
    """What the supports of one claim rest on; `hearsay` when none of them names anybody ("it is said")."""

    origins: tuple[Origin, ...]
    relations: tuple[Relation, ...]
    outside: tuple[Outside, ...]
    hearsay: bool


def find_origins(clauses: Sequence[Clause], sources: Sources) -> Traced:
    """The origins of the claim that `clauses` support, the relations that are settled, and the credits that point
    to texts not read.

    Source: origins.md, "From statement to voucher" and "When are two vouchers the same?".
    """
    tracer = Tracer(clauses, sources)
    for clause in clauses:
        tracer.trace(clause)
    merge_quoted(tracer)
    vouchers = [voucher for voucher in tracer.vouchers.values() if voucher.statements]
    first = min(clause.statement.id for clause in clauses)
    origins = tuple(make_origin(voucher, first) for voucher in vouchers)
    return Traced(
        origins,
        tuple(relate_vouchers(vouchers, origins)),
        tuple(dict.fromkeys(tracer.outside)),
        all(voucher.hearsay for voucher in vouchers),
    )


def measure_origins(traced: Traced, clauses: Sequence[Clause], sources: Sources) -> OriginCount | CannotMeasure:
    """The count of `traced`, or why there is none: `clauses` rest on a copy, and nobody can tell who took it from whom."""
    for clause in clauses:
        for copy in sources.copies_of.get(clause.statement.article, ()):
            rests = any(passage.copy.overlaps(span) for passage in copy.passages for span in clause.spans)
            if rests and copy.direction == "unknown" and not clause.statement.speaker:
                names = " and ".join(sources.articles[one].outlet or one for one in (copy.of, copy.copy))
                return CannotMeasure(
                    f"{names} print the same words, and no credit or date tells who took them from whom"
                )
    return count_origins(traced.origins, traced.relations, traced.hearsay)
