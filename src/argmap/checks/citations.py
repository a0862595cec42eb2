"""All places in sources that a map names."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.finding import Path
from argmap.formats.notation import passages_set_aside
from argmap.graph import Graph
from argmap.model import Quote


def citations(graph: Graph) -> Iterator[tuple[Quote, Path]]:
    """Yield every quote of the claims and every passage set aside, each with its place in the map."""
    for claim in graph.claims_with("at", "evidence"):
        for i, quote in enumerate(claim.at):
            yield quote, ("claims", claim.id, "at", i)
        for i, quote in enumerate(claim.evidence):
            yield quote, ("claims", claim.id, "evidence", i)
    for quote, place, _ in passages_set_aside(graph.map):
        yield quote, ("not_argument", quote.source, place)
