"""What a verdict rests on: the premises that carry it, and the open questions that would decide it.

Premises are the claims without reasons that bear on a claim. To lose one is to have it fall.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from argmap.evaluate.index import Index
from argmap.evaluate.labelling import grounded
from argmap.evaluate.labels import IN, LABELS, OUT, UNDEC, Label, Leaves
from argmap.evaluate.losses import Losses
from argmap.evaluate.network import Network, network
from argmap.evaluate.standards import Standards
from argmap.graph import Graph
from argmap.model import Map


@dataclass(frozen=True, slots=True)
class Question:
    """An open claim whose answer would decide another.

    Attributes:
        id: the id of the open claim.
        if_granted: the label of the other claim if this one stands.
        if_denied: the label of the other claim if this one falls.
    """

    id: str
    if_granted: Label
    if_denied: Label


def load_bearing(
    of: Map | Graph | Index,
    claim: str,
    *,
    leaves: Leaves = "asserted",
    standards: Standards | None = None,
) -> dict[str, Label]:
    """Return the premises whose loss alone changes the verdict of a claim, each with the label it then has.

    Rebuttals of objections are among them. All losses are followed at once
    (:mod:`argmap.evaluate.lanes`), each only as far as it changes anything.

    Args:
        of: the map.
        claim: the id of the claim.
        leaves: what claims without reasons count as.
        standards: the proof standards of claims; by default those that the map gives.

    Raises:
        UnknownIdError: if the map has no such claim.
    """
    numbered = Index.of(of)
    target = numbered.claim(claim)
    net = network(numbered, leaves, standards=standards)
    labels = grounded(net)
    losses = Losses(net, labels, target)
    premises = held_premises(numbered, net, target, losses.relevant)
    after = losses.after([(premise, OUT) for premise in premises])
    return {
        numbered.ids[premise]: LABELS[label]
        for premise, label in zip(premises, after, strict=True)
        if label != labels[target]
    }


def open_questions(
    of: Map | Graph | Index,
    claim: str,
    *,
    leaves: Leaves = "asserted",
    standards: Standards | None = None,
) -> tuple[Question, ...]:
    """Return the open claims of which each alone, once granted or denied, would decide an open claim.

    Args:
        of: the map.
        claim: the id of the claim.
        leaves: what claims without reasons count as.
        standards: the proof standards of claims; by default those that the map gives.

    Returns:
        The questions in map order; none if the claim is not open, or no single answer is enough.

    Raises:
        UnknownIdError: if the map has no such claim.
    """
    numbered = Index.of(of)
    target = numbered.claim(claim)
    net = network(numbered, leaves, standards=standards)
    labels = grounded(net)
    if labels[target] != UNDEC:
        return ()
    losses = Losses(net, labels, target)
    relevant = losses.relevant - {target}
    undecided = [n for n in range(1, numbered.claims + 1) if n in relevant and labels[n] == UNDEC]
    granted = losses.after([(node, IN) for node in undecided])
    denied = losses.after([(node, OUT) for node in undecided])
    return tuple(
        Question(numbered.ids[node], LABELS[if_granted], LABELS[if_denied])
        for node, if_granted, if_denied in zip(undecided, granted, denied, strict=True)
        if if_granted or if_denied
    )


def held_premises(index: Index, network: Network, target: int, relevant: Collection[int]) -> list[int]:
    """Return the claims without reasons that bear on a claim and are granted to begin with, in map order."""
    reasons = index.supports.sizes
    return [
        node
        for node in range(1, index.claims + 1)
        if node in relevant and node != target and not reasons[node] and network.base[node] == IN
    ]
