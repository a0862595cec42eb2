"""What a table of claims can tell of each: its fields, and what the graph and the verdicts make of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Final

from argmap.errors import ArgmapError
from argmap.evaluate import granted
from argmap.graph import Graph
from argmap.model import Claim, Kind
from argmap.suggest import did_you_mean

Value = str | int | float | bool | None
"""What a cell holds; None if the claim has no such thing."""

COLUMNS: Final[Mapping[str, Callable[[Graph, Claim], Value]]] = {
    "id": lambda _, claim: claim.id,
    "role": lambda graph, claim: str(graph.roles[claim.id]),
    "voice": lambda _, claim: str(claim.voice),
    "speaker": lambda _, claim: claim.speaker,
    "text": lambda _, claim: " ".join(claim.text.split()),
    "label": lambda _, claim: claim.label,
    "depth": lambda graph, claim: graph.distance.get(claim.id),
    "reasons": lambda graph, claim: len(graph.incoming(claim.id, Kind.SUPPORTS)),
    "objections": lambda graph, claim: len(graph.incoming(claim.id, Kind.ATTACKS)),
    "supported_by": lambda graph, claim: _premises(graph, claim, Kind.SUPPORTS),
    "attacked_by": lambda graph, claim: _premises(graph, claim, Kind.ATTACKS),
    "undercuts": lambda graph, claim: (
        ", ".join(r.target for r in graph.outgoing(claim.id) if r.kind is Kind.UNDERCUTS) or None
    ),
    "verdict": lambda graph, claim: granted(graph.whole).labels[claim.id].verdict,
    "unsupported": lambda graph, claim: claim.id in graph.unsupported,
    "assumed": lambda _, claim: bool(claim.assumed),
    "residual": lambda _, claim: bool(claim.residual),
    "confidence": lambda _, claim: claim.confidence,
    "evidence": lambda _, claim: (
        "; ".join(f"{quote.source} {quote}".strip() for quote in claim.evidence) or None
    ),
    "at": lambda _, claim: "; ".join(f"{quote.source} {quote}".strip() for quote in claim.at) or None,
    "section": lambda _, claim: claim.section,
    "tags": lambda _, claim: ", ".join(claim.tags) or None,
}
"""All columns, in the order in which they are told of."""

DEFAULT: Final = ("id", "role", "voice", "verdict", "text")


class UnknownColumnError(ArgmapError, ValueError):
    """A column that there is not."""

    def __init__(self, name: str) -> None:
        hint = did_you_mean(name, COLUMNS) or f"There are: {', '.join(COLUMNS)}."
        super().__init__(f"there is no column {name!r}", hint)


def table(
    graph: Graph, ids: Iterable[str], columns: Collection[str] = DEFAULT, sort: str | None = None
) -> list[dict[str, Value]]:
    """Return a row for each claim, its cells by column.

    Args:
        graph: the map.
        ids: the claims.
        columns: which cells.
        sort: the column to sort by, ``-`` before it for the other way round; by default as the claims come. What a
            claim has not got comes last.

    Raises:
        UnknownColumnError: if there is no such column.
    """
    by = sort.removeprefix("-") if sort else None
    for name in (*columns, *([by] if by else [])):
        if name not in COLUMNS:
            raise UnknownColumnError(name)
    claims: Sequence[Claim] = [graph.claims[id] for id in ids]
    if by:
        key = COLUMNS[by]
        known = [claim for claim in claims if key(graph, claim) is not None]
        known.sort(key=lambda claim: _order(key(graph, claim)), reverse=str(sort).startswith("-"))
        claims = [*known, *(claim for claim in claims if key(graph, claim) is None)]
    return [{name: COLUMNS[name](graph, claim) for name in columns} for claim in claims]


def _premises(graph: Graph, claim: Claim, kind: Kind) -> str | None:
    """Return what bears on a claim, linked premises joined by a plus sign."""
    return ", ".join(" + ".join(relation.premises) for relation in graph.incoming(claim.id, kind)) or None


def _order(value: Value) -> tuple[float, str]:
    return (0.0, value.casefold()) if isinstance(value, str) else (float(value or 0), "")
