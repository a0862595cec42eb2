"""The grounded labelling: what stands and falls if nothing is decided without a reason.

A relation is in if all its premises are in and all its undercutters out; it is out if a premise is out or an
undercutter in. With S for what a claim's reasons come to (in if one is in, out if all are out; a claim
without reasons has a standing of its own), a claim is in if S is in and all its objections are out; it is out
if S is out or an objection is in. Whatever these rules leave alone is undecided. The grounded labelling
is the least fixpoint of the rules in Kleene's three-valued logic: the grounded model of the bipolar abstract
dialectical framework that a map is (Brewka and Woltran 2010; Brewka et al. 2013) and, on maps of bare attacks,
the grounded extension of Dung (1995) as a labelling (Caminada 2006).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.evaluate.labels import IN, OUT, UNDEC
from argmap.evaluate.network import Network


def grounded(network: Network) -> list[int]:
    """Return the grounded labelling of a network.

    Takes time linear in its nodes and inputs, by counting down the inputs that a node still waits for
    (Dowling and Gallier 1984).

    Returns:
        ``IN``, ``OUT`` or ``UNDEC`` for each node; item 0 is unused.
    """
    labels = [UNDEC] * (network.size + 1)
    waiting = network.fan_in.copy()
    decided = []
    for node in range(1, network.size + 1):
        base = network.base[node]
        if base == OUT or (base == IN and not waiting[node]):
            labels[node] = base
            decided.append(node)
    spread(network, labels, waiting, decided)
    return labels


def spread(network: Network, labels: list[int], waiting: list[int], decided: Iterable[int]) -> None:
    """Label all that follows from nodes that have just been decided.

    Args:
        network: the network.
        labels: the labels so far, those of the decided nodes included; more are set in place.
        waiting: for each node, how many inputs it waits for; counted down in place. Nodes that are decided
            without all their inputs may end below zero.
        decided: the nodes.
    """
    positive, negative, base = network.positive, network.negative, network.base
    stack = list(decided)
    while stack:
        node = stack.pop()
        met, broken = (positive, negative) if labels[node] == IN else (negative, positive)
        start = broken.start
        for successor in broken.items[start[node] : start[node + 1]]:
            if not labels[successor]:
                labels[successor] = OUT
                stack.append(successor)
        start = met.start
        for successor in met.items[start[node] : start[node + 1]]:
            waiting[successor] = left = waiting[successor] - 1
            if not left and not labels[successor] and base[successor] == IN:
                labels[successor] = IN
                stack.append(successor)


def by_index(network: Network, labels: Sequence[int]) -> list[int]:
    """Return the labels of the nodes of the index, given those of the nodes of the network."""
    return [labels[node] for node in network.source]
