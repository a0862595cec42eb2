"""Strengths: how firmly each claim stands, from 0 to 1.

A relation starts from its weight times what its premises have together, and what undercuts it attacks it. A
claim starts from its base score, its ``confidence``, and its relations support and attack it, each with its own
strength. Which relations count is the business of :mod:`argmap.evaluate.index`; strengths and labels agree
in it.

Without cycles, one pass in topological order gives the strengths. A cycle is solved as the limit of
ds/dt = f(s) − s from the base scores (Potyka 2018), with all that leads to the cycle at its strengths
already. Whether the limit was reached is part of the result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from argmap.components import components, loops
from argmap.evaluate.dynamics import TOLERANCE, integrate
from argmap.evaluate.errors import SupportLoopError, UnsuitableError
from argmap.evaluate.gradual import COMBINE, Combine, Gradual, Linked, linked
from argmap.evaluate.index import Index

_RADIUS: Final = 2.5
"""Step times the largest possible eigenvalue: within Runge–Kutta's region of stability (2.6)."""
_LONGEST_STEP: Final = 0.5


@dataclass(frozen=True, slots=True)
class Convergence:
    """How strengths were arrived at.

    Attributes:
        method: ``topological``, exact up to rounding; ``rk4`` if there are cycles.
        converged: whether every cycle came to rest. If not, strengths in and after it are where it was left.
        steps: Runge–Kutta steps, of all cycles together.
        residual: the largest f(s) − s that is left in a cycle: by how much one more application of
            the semantics would change a strength.
        unsettled: ids of the claims in cycles that did not come to rest.
    """

    method: Literal["topological", "rk4"] = "topological"
    converged: bool = True
    steps: int = 0
    residual: float = 0.0
    unsettled: tuple[str, ...] = ()


Value = Callable[[int, Sequence[float], Sequence[float]], float]
"""Takes a node, the base scores of the claims and the strengths of the nodes that it depends on."""


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes whose strengths depend on one another, or a single one."""

    nodes: list[int]
    cyclic: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """A cycle after integration: its claims, the steps taken and the residual that is left."""

    claims: Sequence[int]
    steps: int
    residual: float


class Weighing:
    """A map prepared for one gradual semantics: its nodes in the order in which strengths follow.

    A relation of weight 1 and one premise that nothing undercuts has the strength of its premise and is
    skipped.

    Args:
        index: the numbered map.
        semantics: the gradual semantics.
        how: what linked premises have together.
        pins: strengths that nodes are to have whatever bears on them.

    Attributes:
        source: for each node of the index, the node whose strength it has.
        groups: the cycles, and the nodes that lead to one and depend on others; each group after all that it
            depends on.
        derived: the other nodes that depend on others, each after all that it depends on.
        value: gives the strength of one node.

    Raises:
        SupportLoopError: for ``dfquad`` if claims support one another in a circle.
        UnsuitableError: for ``hcat`` if there are supports.
    """

    def __init__(
        self,
        index: Index,
        semantics: Gradual = "dfquad",
        how: Linked = "min",
        pins: Mapping[int, float] | None = None,
    ) -> None:
        if semantics == "hcat" and (count := len(index.supports.items)):
            raise UnsuitableError(
                f"hcat weighs attacks only, and the map has {count} supports; use dfquad, qe or euler"
            )
        self.index = index
        self.pins = pins or {}
        self.weights = index.weights()
        self.source = self._sources()
        self.supporters = [self.source[relation] for relation in index.supports.items]
        self.attackers = [self.source[relation] for relation in index.attacks.items]
        self.value = self._evaluator(COMBINE[semantics], linked(how))
        self.groups, self.derived = self._order()
        if semantics == "dfquad":
            self._refuse_support_loops()

    def _sources(self) -> list[int]:
        index = self.index
        source = list(range(len(index.ids)))
        items, start = index.premises.items, index.premises.start[index.first :]
        undercuts = index.attacks.start[index.first :]
        columns = zip(self.weights, start, start[1:], undercuts, undercuts[1:], strict=False)
        for relation, (weight, at, end, undercut, last) in enumerate(columns, index.first):
            if weight == 1.0 and end - at == 1 and undercut == last:
                source[relation] = items[at]
        for pinned in self.pins:
            source[pinned] = pinned
        return source

    def _order(self) -> tuple[list[Group], list[int]]:
        """Take away what nothing else depends on, time and again; cycles, and what leads to them, are left."""
        index, pins = self.index, self.pins
        supporters, support_at = self.supporters, index.supports.start
        attackers, attack_at = self.attackers, index.attacks.start
        own = [relation for relation in index.relations if self.source[relation] == relation]
        uses = self._uses(own)
        free = [node for node in (*range(1, index.first), *own) if not uses[node]]
        derived = []
        for node in free:
            if node in pins:
                continue
            if node < index.first:
                inputs = supporters[support_at[node] : support_at[node + 1]]
                inputs += attackers[attack_at[node] : attack_at[node + 1]]
            else:
                inputs = self.inputs(node)
            if inputs:
                derived.append(node)
            for before in inputs:
                uses[before] = left = uses[before] - 1
                if not left:
                    free.append(before)
        left_over = [node for node, count in enumerate(uses) if count]
        groups = [
            Group(_undercuts_first(index, nodes), len(nodes) > 1 or nodes[0] in self.inputs(nodes[0]))
            for nodes in components(left_over, self.inputs)
            if self.inputs(nodes[0])
        ]
        return groups, derived[::-1]

    def _uses(self, own: Iterable[int]) -> list[int]:
        """Return how many nodes depend on each, given the relations that are not skipped."""
        uses = [0] * len(self.source)
        for sources in (self.supporters, self.attackers):
            for node in sources:
                uses[node] += 1
        for relation in own:
            for premise in self.index.premises[relation]:
                uses[premise] += 1
        for pinned in self.pins:
            for node in self._sources_of(pinned):
                uses[node] -= 1
        return uses

    def inputs(self, node: int) -> list[int]:
        """Return the nodes that the strength of a node depends on."""
        return [] if node in self.pins else self._sources_of(node)

    def _sources_of(self, node: int) -> list[int]:
        index = self.index
        sources = index.premises[node] + index.supports[node] + index.attacks[node]
        return [self.source[source] for source in sources]

    def _refuse_support_loops(self) -> None:
        index = self.index
        inside = {node for group in self.groups if group.cyclic for node in group.nodes}

        def grounds(node: int) -> list[int]:
            sources = index.supports[node] if node < index.first else index.premises[node]
            return [s for s in (self.source[source] for source in sources) if s in inside]

        for loop in loops(sorted(inside), grounds):
            raise SupportLoopError(index.names(sorted(node for node in loop if node <= index.claims)))

    def solve(self, scores: Sequence[float]) -> tuple[list[float], Convergence]:
        """Return the strength of every node of the index (item 0 is unused), and how it was arrived at.

        Args:
            scores: the base score of each claim.
        """
        strengths = self.own(scores)
        cycles = [settled for group in self.groups if (settled := self.solve_group(group, scores, strengths))]
        value = self.value
        for node in self.derived:
            strengths[node] = value(node, scores, strengths)
        return [strengths[node] for node in self.source], self._convergence(cycles)

    def own(self, scores: Sequence[float]) -> list[float]:
        """Return the strength of every node before anything bears on it."""
        strengths = [*scores, *[0.0] * len(self.weights)]
        for node, strength in self.pins.items():
            strengths[node] = strength
        return strengths

    def solve_group(self, group: Group, scores: Sequence[float], strengths: list[float]) -> Settled | None:
        """Set the strengths of a group in place; if it is a cycle, return how it came to rest."""
        if group.cyclic:
            return self.settle(group.nodes, scores, strengths)
        node = group.nodes[0]
        strengths[node] = self.value(node, scores, strengths)
        return None

    def settle(self, group: Sequence[int], scores: Sequence[float], strengths: list[float]) -> Settled:
        """Bring a cycle to rest; the strengths of all that leads to it are given, its own set in place."""
        first = self.index.first
        claims = [node for node in group if node < first]
        steps = [node for node in group if node >= first]
        value = self.value

        def flow(state: Sequence[float]) -> list[float]:
            for claim, strength in zip(claims, state, strict=True):
                strengths[claim] = strength
            for relation in steps:
                strengths[relation] = value(relation, scores, strengths)
            return [value(claim, scores, strengths) - strengths[claim] for claim in claims]

        state, taken, left = integrate(flow, [scores[claim] for claim in claims], self._step(claims))
        flow(state)
        return Settled(claims, taken, left)

    def _step(self, claims: Sequence[int]) -> float:
        """Return a step that is stable, as no relation changes a claim by more than it is changed itself."""
        supports, attacks = self.index.supports, self.index.attacks
        fan_in = max([len(supports[claim]) + len(attacks[claim]) for claim in claims], default=0)
        return min(_LONGEST_STEP, _RADIUS / (1 + fan_in))

    def _convergence(self, cycles: Sequence[Settled]) -> Convergence:
        if not cycles:
            return Convergence()
        unsettled = [claim for cycle in cycles if cycle.residual > TOLERANCE for claim in cycle.claims]
        return Convergence(
            "rk4",
            not unsettled,
            sum(cycle.steps for cycle in cycles),
            max(cycle.residual for cycle in cycles),
            self.index.names(sorted(unsettled)),
        )

    def _evaluator(self, combine: Combine, joined: Callable[[Sequence[float]], float]) -> Value:
        index, first, weights = self.index, self.index.first, self.weights
        # rows are read in place: a call for each would double the time that large maps take
        supporters, support_at = self.supporters, index.supports.start
        attackers, attack_at = self.attackers, index.attacks.start
        premises, premise_at = index.premises.items, index.premises.start

        def value(node: int, scores: Sequence[float], strengths: Sequence[float]) -> float:
            against = [strengths[s] for s in attackers[attack_at[node] : attack_at[node + 1]]]
            if node < first:
                carried = [strengths[s] for s in supporters[support_at[node] : support_at[node + 1]]]
                return combine(scores[node], carried, against)
            base = joined([strengths[s] for s in premises[premise_at[node] : premise_at[node + 1]]])
            base *= weights[node - first]
            return combine(base, (), against) if against else base

        return value


def _undercuts_first(index: Index, nodes: list[int]) -> list[int]:
    """Order the nodes of a cycle: claims, then relations, each after those that undercut it."""
    claims = sorted(node for node in nodes if node < index.first)
    members = set(nodes)
    attackers = {
        node: [relation for relation in index.attacks[node] if relation in members]
        for node in nodes
        if node >= index.first
    }
    undercuts = {relation for relations in attackers.values() for relation in relations}
    relations = sorted(attackers.keys() - undercuts)
    for relation in relations:
        relations += attackers[relation]
    return claims + relations[::-1]
