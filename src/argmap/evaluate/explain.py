"""Why a claim has its verdict: the shortest explanation, step by step."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from argmap.components import loops
from argmap.evaluate.index import Index
from argmap.evaluate.labelling import by_index, grounded
from argmap.evaluate.labels import IN, LABELS, OUT, UNDEC, Label, Leaves, Reason, Why
from argmap.evaluate.network import Network, network
from argmap.evaluate.reasons import Reasons
from argmap.evaluate.standards import Standards
from argmap.graph import Graph
from argmap.model import Kind, Map


@dataclass(frozen=True, slots=True)
class Step:
    """What an explanation says of one claim or relation.

    Attributes:
        id: of the claim or relation; or of a premise that names no claim.
        label: its label.
        kind: the kind of the relation; None for a claim.
        reason: of a claim, why it has its label. None for a relation, and for a premise that names no claim.
        because: ids of what shows it, in the order to be told: of a claim, relations; of a relation, premises and
            relations that undercut it. Empty where nothing needs showing: leaves.
        depth: how many steps it is from the claim that is explained.
    """

    id: str
    label: Label
    kind: Kind | None
    reason: Reason | None
    because: tuple[str, ...]
    depth: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a claim has its verdict.

    A claim stands by one reason, and because every objection falls; it falls by one objection, or because every
    reason does. Where there is a choice, the explanation takes what needs the fewest steps, so that no
    other has less height. Labels in and out are explained from leaves up, never by themselves. A
    claim is open because of something open that bears on it, back to leaves that are open, or round a
    circle: then a step names one that has been told already.

    Attributes:
        claim: the id of the claim.
        label: its label.
        steps: the claim first, then what shows it, each with what shows it in turn (depth first); everything
            once.
    """

    claim: str
    label: Label
    steps: tuple[Step, ...]

    @property
    def height(self) -> int:
        """How many steps deep the explanation is."""
        return max(step.depth for step in self.steps)


def why(
    of: Map | Graph | Index,
    claim: str,
    *,
    leaves: Leaves = "asserted",
    standards: Standards | None = None,
) -> Explanation:
    """Explain the grounded verdict of a claim.

    Args:
        of: the map.
        claim: the id of the claim.
        leaves: what claims without reasons count as.
        standards: the proof standards of claims; by default those that the map gives.

    Raises:
        UnknownIdError: if the map has no such claim.
    """
    numbered = Index.of(of)
    root = numbered.claim(claim)
    net = network(numbered, leaves, standards=standards, contract=False)
    labels = grounded(net)
    reasons = Reasons(numbered, by_index(net, labels), leaves)
    grounds = _Grounds(numbered, net, labels, reasons)
    steps = []
    for node, depth in grounds.told_from(root):
        relation = numbered.map.relations[numbered.ids[node]] if node >= numbered.first else None
        steps.append(
            Step(
                numbered.ids[node],
                LABELS[labels[net.source[node]]],
                relation.kind if relation else None,
                reasons.of(node) if node <= numbered.claims else None,
                numbered.names(grounds.of(node)),
                depth,
            )
        )
    return Explanation(claim, steps[0].label, tuple(steps))


class _Grounds:
    """What shows the label of each node of the index; gates are seen through."""

    def __init__(self, index: Index, network: Network, labels: list[int], reasons: Reasons) -> None:
        self.index = index
        self.network = network
        self.labels = labels
        self.reasons = reasons
        self.node = {network.source[node]: node for node in range(1, index.size + 1)}
        self.level = self._levels()
        self.choice: dict[int, int] = {}
        self.found: dict[int, list[int]] = {}

    def told_from(self, root: int) -> Iterator[tuple[int, int]]:
        """Yield the nodes of the index that an explanation tells of, each with its depth."""
        told: set[int] = set()
        stack = [(root, 0)]
        while stack:
            node, depth = stack.pop()
            if node not in told:
                told.add(node)
                yield node, depth
                stack += [(ground, depth + 1) for ground in reversed(self.of(node))]

    def of(self, node: int) -> list[int]:
        """Return what shows the label of a node of the index: reasons and premises first, in map order."""
        if node not in self.found:
            grounds = set()
            stack = self._direct(self.network.source[node])
            while stack:
                source = stack.pop()
                if source in self.node:
                    grounds.add(self.node[source])
                else:
                    stack += self._direct(source)
            index = self.index
            bearing = [*index.supports[node], *index.premises[node], *index.attacks[node]]
            self.found[node] = [source for source in bearing if source in grounds]
        return self.found[node]

    def _levels(self) -> list[int]:
        """Return the height of the lowest explanation of each label; gates add nothing to it."""
        network, labels = self.network, self.labels
        level = [0] * len(labels)
        waiting = network.fan_in.copy()
        queue = deque(
            n for n in range(1, len(labels)) if labels[n] and (network.base[n] == OUT or not waiting[n])
        )
        done = set(queue)
        while queue:
            node = queue.popleft()
            for rows, sign in ((network.positive, 1), (network.negative, -1)):
                for successor in rows[node]:
                    waiting[successor] -= 1
                    broken = sign * labels[node] == OUT
                    if successor in done or labels[successor] != (OUT if broken else IN):
                        continue
                    if broken or not waiting[successor]:
                        done.add(successor)
                        if successor in self.node:
                            level[successor] = level[node] + 1
                            queue.append(successor)
                        else:
                            level[successor] = level[node]
                            queue.appendleft(successor)
        return level

    def _direct(self, node: int) -> list[int]:
        inputs, labels = self.network.inputs[node], self.labels
        if labels[node] == IN:
            return [abs(literal) for literal in inputs]
        if labels[node] == OUT:
            broken = [abs(it) for it in inputs if labels[abs(it)] == (OUT if it > 0 else IN)]
            return [min(broken, key=self.level.__getitem__)] if broken else []
        if node in self.network.gates:
            return [abs(literal) for literal in inputs]
        if not self._open(node):
            return []
        if node not in self.choice:
            self._choose(node)
        return [self.choice[node]]

    def _open(self, node: int) -> list[int]:
        """Return the undecided inputs that keep a node open, as its reason has it; none for an open leaf."""
        if self.network.base[node] == UNDEC:
            return []
        inputs = self.network.inputs[node]
        claim = self.node.get(node, 0)
        if 0 < claim <= self.index.claims and self.reasons.of(claim).why in _BY_REASONS:
            inputs = [literal for literal in inputs if literal > 0 or -literal in self.network.gates]
        return [abs(literal) for literal in inputs if self.labels[abs(literal)] == UNDEC]

    @cached_property
    def _circle(self) -> dict[int, int]:
        undecided = [node for node in range(1, len(self.labels)) if self.labels[node] == UNDEC]
        return {
            node: number for number, circle in enumerate(loops(undecided, self._open), 1) for node in circle
        }

    def _choose(self, node: int) -> None:
        """Choose, for nodes from here on, one of the inputs that keep each open: on a shortest way.

        The way leads to an open leaf, to what has been told already, or into a circle; inside a circle, round to
        where it starts.
        """
        circle = self._circle.get(node)
        used_by: dict[int, int] = {}
        queue = [node]
        for reached in queue:
            for source in self._open(reached):
                if source in used_by or (circle and self._circle.get(source) != circle):
                    continue
                used_by[source] = reached
                around = source == node if circle else source in self._circle
                if around or source in self.choice or not self._open(source):
                    self._take(source, node, used_by)
                    return
                queue.append(source)

    def _take(self, source: int, node: int, used_by: dict[int, int]) -> None:
        while True:
            user = used_by[source]
            self.choice[user] = source
            if user == node:
                return
            source = user


_BY_REASONS = (Why.CIRCULAR, Why.OPEN_REASON)
