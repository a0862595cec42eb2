"""What becomes of one node when others, each alone, get another label."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.evaluate.labels import IN, OUT, UNDEC
from argmap.evaluate.lanes import Pin, variants
from argmap.evaluate.network import Network
from argmap.evaluate.rows import Rows


class Losses:
    """Follows changes of single nodes to a target.

    Most nodes of a map lead to one other. There a change is followed step by step, each in constant time, until
    it makes no difference, and no step is taken twice. What comes to a fork or a cycle is followed together
    with all else that does (:mod:`argmap.evaluate.lanes`).

    Args:
        network: the network.
        labels: its grounded labelling.
        target: the node whose label is asked for.

    Attributes:
        relevant: the nodes that the target depends on, and itself.
    """

    def __init__(self, network: Network, labels: Sequence[int], target: int) -> None:
        self.network = network
        self.labels = labels
        self.target = target
        self.relevant = network.ancestors(target)
        self.cyclic = _around_cycles(network, self.relevant)
        self.counts: dict[int, tuple[int, int, int]] = {}
        self.ends: dict[Pin, Pin] = {}

    def after(self, pins: Sequence[Pin]) -> list[int]:
        """Return the label of the target after each of some changes."""
        ends = [self._follow(pin) for pin in pins]
        forks = sorted({end for end in ends if end[0] != self.target})
        found = dict(
            zip(forks, variants(self.network, self.labels, self.target, forks, self.relevant), strict=True)
        )
        return [found.get(end, end[1]) for end in ends]

    def _follow(self, pin: Pin) -> Pin:
        """Return where a change can be followed to step by step: a fork, a cycle or the target.

        A change that makes no difference leads to the target with the label it has.
        """
        path = []
        nothing = (self.target, self.labels[self.target])
        while pin not in self.ends:
            node, label = pin
            if label == self.labels[node]:
                self.ends[pin] = nothing
            elif node == self.target or not (step := self._step(node, label)):
                self.ends[pin] = pin
            else:
                path.append(pin)
                pin = step
        end = self.ends[pin]
        self.ends.update(dict.fromkeys(path, end))
        return end

    def _step(self, node: int, label: int) -> Pin | None:
        """Return the node that a changed node bears on, with the label it then has.

        None if it bears on several, or on one in a cycle that no input from outside breaks: then the inputs alone
        do not tell.
        """
        uses = [(successor, 1) for successor in self.network.positive[node] if successor in self.relevant]
        uses += [(successor, -1) for successor in self.network.negative[node] if successor in self.relevant]
        if len(uses) != 1:
            return None
        successor, sign = uses[0]
        broken, undecided, settled = self._counts(successor)
        was, is_ = sign * self.labels[node], sign * label
        base = self.network.base[successor]
        if successor in self.cyclic:
            settled -= was == OUT and node not in self.cyclic
            return (successor, OUT) if settled or OUT in (is_, base) else None
        if base == OUT or broken - (was == OUT) + (is_ == OUT):
            return successor, OUT
        if base == UNDEC or undecided - (was == UNDEC) + (is_ == UNDEC):
            return successor, UNDEC
        return successor, IN

    def _counts(self, node: int) -> tuple[int, int, int]:
        """Return how many inputs of a node are broken, undecided, and broken from outside cycles."""
        if node not in self.counts:
            broken, undecided, settled = 0, 0, 0
            for literal in self.network.inputs[node]:
                source = abs(literal)
                if self.labels[source] == UNDEC:
                    undecided += 1
                elif (self.labels[source] == IN) == (literal < 0):
                    broken += 1
                    settled += source not in self.cyclic
            self.counts[node] = broken, undecided, settled
        return self.counts[node]


def _around_cycles(network: Network, relevant: Iterable[int]) -> set[int]:
    """Return the nodes that cycles lead to and that lead to cycles: those of the cycles, and few more."""
    waiting = {node: network.fan_in[node] for node in relevant}
    left = _peeled(waiting, (network.positive, network.negative))
    leading = dict.fromkeys(left, 0)
    for node in left:
        for literal in network.inputs[node]:
            if abs(literal) in left:
                leading[abs(literal)] += 1
    return _peeled(leading, (network.inputs,))


def _peeled(waiting: dict[int, int], next_: Iterable[Rows]) -> set[int]:
    """Return the nodes that are left when those that wait for none are taken away, time and again."""
    free = [node for node, left in waiting.items() if not left]
    for node in free:
        for rows in next_:
            for literal in rows[node]:
                if (successor := abs(literal)) in waiting:
                    waiting[successor] -= 1
                    if not waiting[successor]:
                        free.append(successor)
    return waiting.keys() - free
