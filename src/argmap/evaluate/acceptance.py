"""Alternative positions on a map, and what is common to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from argmap.evaluate.index import Index
from argmap.evaluate.labelled import Labelling
from argmap.evaluate.labelling import by_index
from argmap.evaluate.labels import Leaves
from argmap.evaluate.network import network
from argmap.evaluate.sat import Budget, Meter, OutOfBudgetError
from argmap.evaluate.semantics import Labellings, Semantics
from argmap.evaluate.standards import Standards
from argmap.graph import Graph
from argmap.model import Map


@dataclass(frozen=True, slots=True)
class Positions:
    """Labellings of a map under one semantics.

    Attributes:
        semantics: the semantics.
        found: the positions, those that accept the first claims of the map first.
        exhaustive: whether these are all there are. If not, the limit or the budget was reached.
        unknown: whether the budget was used up: then even an empty ``found`` says nothing.
    """

    semantics: Semantics
    found: tuple[Labelling, ...]
    exhaustive: bool
    unknown: bool

    @property
    def sceptical(self) -> frozenset[str] | None:
        """Claims accepted in every position; None if not all are known, or there are none."""
        if not (self.exhaustive and self.found):
            return None
        return frozenset.intersection(*[frozenset(labelling.accepted()) for labelling in self.found])

    @property
    def credulous(self) -> frozenset[str]:
        """Claims accepted in some position that was found: all such claims if that is exhaustive."""
        return frozenset[str]().union(*[labelling.accepted() for labelling in self.found])


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether something holds, with an example.

    Attributes:
        holds: True, False, or None for "unknown": the budget was used up.
        witness: of a claim that is accepted in some position, such a position; of one that is not accepted in
            every position, a position in which it is not. None for the other answers.
    """

    holds: bool | None
    witness: Labelling | None = None


def positions(
    of: Map | Graph | Index,
    semantics: Semantics = "preferred",
    *,
    leaves: Leaves = "asserted",
    standards: Standards | None = None,
    limit: int | None = 100,
    budget: Budget | None = None,
) -> Positions:
    """List the positions that can be taken on a map (:mod:`argmap.evaluate.semantics` defines them).

    Args:
        of: the map.
        semantics: ``grounded``, ``complete``, ``preferred`` or ``stable``.
        leaves: what claims without reasons count as.
        standards: the proof standards of claims; by default those that the map gives.
        limit: how many positions to list at most, since every dispute can double their number; None for all.
        budget: what the search may cost.
    """
    numbered = Index.of(of)
    net = network(numbered, leaves, standards=standards)
    found: list[list[int]] = []
    exhaustive, unknown = True, False
    try:
        for labels in Labellings(net, Meter(budget)).every(semantics):
            if limit is not None and len(found) >= limit:
                exhaustive = False
                break
            found.append(by_index(net, labels))
    except OutOfBudgetError:
        exhaustive, unknown = False, True
    found.sort(reverse=True)
    return Positions(semantics, tuple(Labelling(numbered, labels) for labels in found), exhaustive, unknown)


def accepted(
    of: Map | Graph | Index,
    claim: str,
    semantics: Semantics = "preferred",
    mode: Literal["sceptical", "credulous"] = "sceptical",
    *,
    leaves: Leaves = "asserted",
    standards: Standards | None = None,
    budget: Budget | None = None,
) -> Answer:
    """Tell whether a claim is accepted in every position, or in some, without listing them.

    Of stable positions there may be none; then every claim is in all of them and in none.

    Args:
        of: the map.
        claim: the id of the claim.
        semantics: ``grounded``, ``complete``, ``preferred`` or ``stable``.
        mode: ``sceptical`` for every position, ``credulous`` for some.
        leaves: what claims without reasons count as.
        standards: the proof standards of claims; by default those that the map gives.
        budget: what the search may cost.

    Raises:
        UnknownIdError: if the map has no such claim.
    """
    numbered = Index.of(of)
    node = numbered.claim(claim)
    net = network(numbered, leaves, standards=standards)
    try:
        labellings = Labellings(net, Meter(budget))
        sceptical = mode == "sceptical"
        labels = (labellings.not_accepting if sceptical else labellings.accepting)(node, semantics)
    except OutOfBudgetError:
        return Answer(None)
    witness = None if labels is None else Labelling(numbered, by_index(net, labels))
    return Answer((witness is None) == sceptical, witness)
