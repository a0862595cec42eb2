"""A map as integers: what all algorithms of this package work on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from argmap.evaluate.errors import UnknownIdError
from argmap.evaluate.labels import IN, UNDEC, Leaves
from argmap.evaluate.rows import Rows
from argmap.graph import Graph
from argmap.model import Kind, Map

DEFAULT_SCORE: Final = 0.5
"""Base score of a claim that gives no ``confidence``: neither for nor against it (Rago et al. 2016)."""

DEFAULT_WEIGHT: Final = 1.0
"""Weight of a relation that gives none: the step passes on all that its premises have."""


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """A map whose claims and relations are numbered; built once, in time linear in the map.

    Nodes are numbered from 1: the claims in map order, then premises that name no claim, each once, then the
    relations in map order. Lists have an unused item 0.

    A premise that names no claim is a claim that nothing is known of: an open leaf. A verdict that is reached
    all the same holds whatever that claim turns out to say.

    Which relations count is settled here. These are set aside: what ``rephrases`` (it says nothing new),
    objections by a ``residual`` claim (knowingly left standing), and supports of a relation (AM110: what
    speaks for a step is a further premise of it). ``undercuts`` aimed at a claim counts as ``attacks``, and
    ``attacks`` aimed at a relation as ``undercuts``.

    Attributes:
        graph: the graph of the map.
        ids: the id of each node.
        number: the node of each id; of claims and relations of the map only.
        claims: how many claims the map has: nodes 1 … claims.
        first: the node of the first relation; there are ``first − 1`` claims with the unknown ones.
        premises: for each node, the premises of a relation, each once.
        supports: for each node, the relations that count for it; relations have none.
        attacks: for each node, the relations that count against it.
    """

    graph: Graph
    ids: list[str]
    number: dict[str, int]
    claims: int
    first: int
    premises: Rows
    supports: Rows
    attacks: Rows

    @classmethod
    def of(cls, of: Map | Graph | Index) -> Index:
        """Number the claims and relations of a map; what is numbered already comes back as it is."""
        if isinstance(of, Index):
            return of
        graph = of if isinstance(of, Graph) else Graph(of)
        map = graph.map
        number = {id: node for node, id in enumerate(map.claims, 1)}
        claims = len(number)
        missing: dict[str, int] = {}
        steps: list[int] = []
        premises: list[int] = []
        for step, relation in enumerate(map.relations.values()):
            for premise in (
                relation.premises if len(relation.premises) == 1 else dict.fromkeys(relation.premises)
            ):
                node = number.get(premise) or missing.setdefault(premise, claims + len(missing) + 1)
                steps.append(step)
                premises.append(node)
        first = claims + len(missing) + 1
        ids = ["", *map.claims, *missing, *map.relations]
        number.update(zip(map.relations, range(first, len(ids)), strict=True))
        supports, attacks = _counted(graph, number, first)
        rows = Rows(len(ids), [first + step for step in steps], premises)
        return cls(graph, ids, number, claims, first, rows, supports, attacks)

    @property
    def map(self) -> Map:
        """The map."""
        return self.graph.map

    @property
    def size(self) -> int:
        """How many nodes there are: 1 … size."""
        return len(self.ids) - 1

    @property
    def relations(self) -> range:
        """The nodes that are relations."""
        return range(self.first, len(self.ids))

    def node(self, id: str) -> int:
        """Return the node of a claim or relation.

        Raises:
            UnknownIdError: if the map has none of that id.
        """
        try:
            return self.number[id]
        except KeyError:
            raise UnknownIdError(id) from None

    def claim(self, id: str) -> int:
        """Return the node of a claim.

        Raises:
            UnknownIdError: if the map has no such claim.
        """
        node = self.node(id)
        if node > self.claims:
            raise UnknownIdError(id)
        return node

    def names(self, nodes: Iterable[int]) -> tuple[str, ...]:
        """Return the ids of nodes."""
        return tuple([self.ids[node] for node in nodes])

    def standing(self, leaves: Leaves) -> list[int]:
        """Return what each claim counts as before its objections, if it has no reasons; else ``IN``.

        Claims with reasons stand or fall by them, whatever evidence they cite besides.
        """
        labels = [IN] * self.first
        for node in range(self.claims + 1, self.first):
            labels[node] = UNDEC
        if leaves == "evidenced":
            for node, claim in enumerate(self.map.claims.values(), 1):
                if not (claim.evidence or claim.assumed or self.supports[node]):
                    labels[node] = UNDEC
        return labels

    def scores(self) -> list[float]:
        """Return the base score of each claim, 0–1: its ``confidence``, or the default."""
        scores = [DEFAULT_SCORE] * self.first
        for node, claim in enumerate(self.map.claims.values(), 1):
            if claim.confidence is not None:
                scores[node] = claim.confidence
        return scores

    def weights(self) -> list[float]:
        """Return the weight of each relation, 0–1, from ``first``."""
        return [
            DEFAULT_WEIGHT if relation.weight is None else relation.weight
            for relation in self.map.relations.values()
        ]


def _counted(graph: Graph, number: Mapping[str, int], first: int) -> tuple[Rows, Rows]:
    """Return the relations that count for, and against, each node."""
    supported: list[int] = []
    supports: list[int] = []
    attacked: list[int] = []
    attacks: list[int] = []
    residual = {claim.id for claim in graph.claims_with("residual") if claim.residual}
    supporting, rephrasing = Kind.SUPPORTS, Kind.REPHRASES  # Python 3.11 takes its time to look up a member
    for node, relation in enumerate(graph.relations.values(), first):
        target = number[relation.target]
        if relation.kind is supporting:
            if target < first:
                supported.append(target)
                supports.append(node)
        elif relation.kind is not rephrasing and residual.isdisjoint(relation.premises):
            attacked.append(target)
            attacks.append(node)
    rows = first + len(graph.relations)
    return Rows(rows, supported, supports), Rows(rows, attacked, attacks)
