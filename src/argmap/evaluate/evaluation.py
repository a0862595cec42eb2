"""The evaluation of a map: labels, reasons, strengths and positions in one result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from argmap.evaluate.index import Index
from argmap.evaluate.labelled import Labelling
from argmap.evaluate.labelling import by_index, grounded
from argmap.evaluate.labels import UNDEC, Leaves, Reason
from argmap.evaluate.network import network
from argmap.evaluate.reasons import Reasons
from argmap.graph import Graph
from argmap.model import Map

if TYPE_CHECKING:
    from argmap.evaluate.acceptance import Positions
    from argmap.evaluate.gradual import Gradual, Linked
    from argmap.evaluate.sat import Budget
    from argmap.evaluate.semantics import Semantics
    from argmap.evaluate.standards import Standards
    from argmap.evaluate.strength import Convergence


@dataclass(frozen=True)
class Evaluation:
    """What stands in a map, and how firmly.

    Attributes:
        labels: the grounded label of every claim and relation, by id: ``in``, ``out`` or ``undec``, in everyday
            words ``label.verdict``: stands, falls, open. See :mod:`argmap.evaluate.labelling`.
        strengths: the strength of every claim and relation, 0–1, by id; None if none were asked for. See
            :mod:`argmap.evaluate.strength`.
        convergence: how the strengths were arrived at, and whether every cycle came to rest.
        positions: the alternative positions under the semantics that was asked for; None if that is
            ``grounded``. See :mod:`argmap.evaluate.semantics`.
        leaves: what claims without reasons counted as.
        index: the numbered map, of which more can be asked.
    """

    labels: Labelling
    strengths: Mapping[str, float] | None
    convergence: Convergence | None
    positions: Positions | None
    leaves: Leaves
    index: Index = field(repr=False)
    _numbers: list[int] = field(repr=False)

    @cached_property
    def reasons(self) -> Mapping[str, Reason]:
        """Why each claim has its label, by id, in map order."""
        index = self.index
        return {index.ids[node]: self._reasons.of(node) for node in range(1, index.claims + 1)}

    @cached_property
    def deadlocks(self) -> tuple[tuple[str, ...], ...]:
        """Claims that hold one another open by way of objections: ids in map order, circle by circle."""
        found: dict[int, list[int]] = {}
        for node in range(1, self.index.claims + 1):
            if self._numbers[node] == UNDEC and (circle := self._reasons.deadlock(node)):
                found.setdefault(circle, []).append(node)
        return tuple(self.index.names(nodes) for nodes in found.values())

    @cached_property
    def _reasons(self) -> Reasons:
        return Reasons(self.index, self._numbers, self.leaves)


def evaluate(
    of: Map | Graph | Index,
    *,
    leaves: Leaves = "asserted",
    semantics: Semantics = "grounded",
    strength: Gradual | None = None,
    linked: Linked = "min",
    standards: Standards | None = None,
    limit: int | None = 100,
    budget: Budget | None = None,
) -> Evaluation:
    """Tell what stands in a map.

    Args:
        of: the map; :meth:`~argmap.evaluate.index.Index.of` it, if it is to be evaluated several times.
        leaves: what claims without reasons count as: ``asserted``, if the premises are granted, or ``evidenced``,
            on the evidence given.
        semantics: ``complete``, ``preferred`` or ``stable`` to list alternative positions besides the grounded
            labels.
        strength: ``dfquad``, ``qe``, ``euler`` or ``hcat`` to compute strengths.
        linked: what linked premises have together, ``min`` or ``product``; for strengths.
        standards: the proof standards of claims, for labels; by default those that the map gives.
        limit: how many positions to list at most; None for all.
        budget: what the search for positions may cost.

    Raises:
        UnknownIdError: if a standard names no claim.
        SupportLoopError: for ``dfquad`` if claims support one another in a circle.
        UnsuitableError: for ``hcat`` if there are supports.

    >>> import argmap
    >>> m = argmap.loads("{argmap: 1, thesis: t, claims: {t: {text: T, attacked_by: [q]}, q: {text: Q}}}")
    >>> result = evaluate(m, strength="qe")
    >>> result.labels["t"].verdict, result.reasons["t"].why.value, result.strengths["t"]
    ('falls', 'standing objection', 0.4)
    """
    numbered = Index.of(of)
    net = network(numbered, leaves, standards=standards)
    labels = by_index(net, grounded(net))
    strengths = convergence = None
    if strength is not None:
        from argmap.evaluate.strength import Weighing

        values, convergence = Weighing(numbered, strength, linked).solve(numbered.scores())
        strengths = {id: values[node] for id, node in numbered.number.items()}
    found = None
    if semantics != "grounded":
        from argmap.evaluate.acceptance import positions

        found = positions(numbered, semantics, leaves=leaves, standards=standards, limit=limit, budget=budget)
    return Evaluation(Labelling(numbered, labels), strengths, convergence, found, leaves, numbered, labels)


@lru_cache(maxsize=1)
def granted(graph: Graph) -> Evaluation:
    """Return the verdicts on a map if its premises are granted; kept for those who ask for the same again."""
    return evaluate(graph)
