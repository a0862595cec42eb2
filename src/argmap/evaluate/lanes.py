"""Many variants of a network labelled at once, one in each bit of Python's long integers.

Each node has two numbers: bit *k* of the one says that the node is in, bit *k* of the other that it is out, in
variant *k*. The rules of the grounded labelling become a few bitwise operations, so that thousands of variants
cost little more than one. Only nodes that some variant can reach are labelled anew.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from argmap.components import components
from argmap.evaluate.labels import IN, OUT, UNDEC
from argmap.evaluate.network import Network

WIDTH: Final = 4096
"""Variants that are labelled together: more would save no time and take memory."""

Pin = tuple[int, int]
"""A node, and the label that it has in a variant whatever its inputs."""


def variants(
    network: Network, labels: Sequence[int], target: int, pins: Sequence[Pin], relevant: Collection[int]
) -> Iterator[int]:
    """Yield the grounded label of a node in each of several variants of a network.

    Args:
        network: the network.
        labels: its grounded labelling.
        target: the node.
        pins: what is different in each variant.
        relevant: the nodes that the target depends on, and itself.
    """
    for start in range(0, len(pins), WIDTH):
        lanes = _Lanes(network, labels, pins[start : start + WIDTH])
        affected = network.descendants(lanes.pinned, relevant)
        inputs = {node: [abs(i) for i in network.inputs[node] if abs(i) in affected] for node in affected}
        for group in components(sorted(affected), inputs.__getitem__):
            lanes.label(group, inputs)
        yield from lanes.read(target)


class _Lanes:
    def __init__(self, network: Network, labels: Sequence[int], pins: Sequence[Pin]) -> None:
        self.network = network
        self.count = len(pins)
        self.full = full = (1 << len(pins)) - 1
        constant = {IN: (full, 0), OUT: (0, full), UNDEC: (0, 0)}
        self.state = [constant[label] for label in labels]
        self.pinned: dict[int, dict[int, int]] = {}
        for lane, (node, label) in enumerate(pins):
            at = self.pinned.setdefault(node, {IN: 0, OUT: 0, UNDEC: 0})
            at[label] |= 1 << lane

    def label(self, group: Sequence[int], inputs: Mapping[int, Sequence[int]]) -> None:
        """Label a strongly connected component whose inputs from outside are labelled."""
        uses: dict[int, list[int]] = {node: [] for node in group}
        for node in group:
            self.state[node] = (0, 0)
            for source in inputs[node]:
                if source in uses:
                    uses[source].append(node)
        queue = deque(group)
        queued = set(group)
        while queue:
            node = queue.popleft()
            queued.discard(node)
            value = self._value(node)
            if value != self.state[node]:
                self.state[node] = value
                waiting = [use for use in uses[node] if use not in queued]
                queue += waiting
                queued.update(waiting)

    def _value(self, node: int) -> tuple[int, int]:
        state, base = self.state, self.network.base[node]
        in_ = self.full if base == IN else 0
        out = self.full if base == OUT else 0
        for literal in self.network.inputs[node]:
            if literal > 0:
                met, broken = state[literal]
            else:
                broken, met = state[-literal]
            in_ &= met
            out |= broken
        if node in self.pinned:
            pinned = self.pinned[node]
            free = self.full & ~(pinned[IN] | pinned[OUT] | pinned[UNDEC])
            return in_ & free | pinned[IN], out & free | pinned[OUT]
        return in_, out

    def read(self, node: int) -> Iterator[int]:
        in_, out = self.state[node]
        bits = zip(_bits(in_, self.count), _bits(out, self.count), strict=True)
        for is_in, is_out in bits:
            yield IN if is_in == "1" else OUT if is_out == "1" else UNDEC


def _bits(number: int, count: int) -> str:
    """Return the bits of a number, the lowest first."""
    return f"{number:0{count}b}"[::-1]
