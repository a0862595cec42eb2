"""What rules about verdicts share: one evaluation of the map, with its premises granted."""

from __future__ import annotations

from functools import lru_cache

from argmap.evaluate import Evaluation, Index, evaluate
from argmap.graph import Graph


@lru_cache(maxsize=1)
def numbered(graph: Graph) -> Index:
    """Return the numbered map; made once for all rules."""
    return Index.of(graph)


@lru_cache(maxsize=1)
def granted(graph: Graph) -> Evaluation:
    """Return the verdicts if the premises are granted; made once for all rules."""
    return evaluate(numbered(graph))
