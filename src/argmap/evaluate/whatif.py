"""What would change if a claim were dropped, denied, left open, granted or given another confidence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.evaluate.errors import ContradictionError, EvaluationError
from argmap.evaluate.gradual import Gradual, Linked
from argmap.evaluate.index import Index
from argmap.evaluate.labelling import by_index, grounded
from argmap.evaluate.labels import IN, LABELS, OUT, UNDEC, Label, Leaves
from argmap.evaluate.network import network
from argmap.evaluate.standards import Standards
from argmap.evaluate.strength import Convergence, Weighing
from argmap.graph import Graph
from argmap.model import Map

NOTICED = 1e-9
"""By how much a strength must change to count as changed; less is rounding."""


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one claim.

    Attributes:
        id: the id of the claim.
        before: its label on the map as it is.
        after: its label under the suppositions; None if it is dropped.
        strength_before: its strength on the map as it is, 0–1; None if no strengths were asked for.
        strength_after: its strength under the suppositions; None also if it is dropped.
    """

    id: str
    before: Label
    after: Label | None
    strength_before: float | None
    strength_after: float | None


@dataclass(frozen=True, slots=True)
class Consequences:
    """What a supposition leads to.

    Attributes:
        changes: the claims whose label or strength changes, in map order.
        convergence: how the strengths were arrived at under the suppositions, if they were asked for.
    """

    changes: tuple[Change, ...]
    convergence: Convergence | None
    _came_from: Mapping[str, str | None] = field(repr=False)

    def back(self, claim: str) -> Iterator[str]:
        """Yield how the change of a claim comes about, from its end: whoever needs no more than that stops there.

        Yields:
            Ids of claims and relations in turn, from this one to one that was supposed otherwise, a shortest way
            through what changes: in label, or in strength if the claim's label stays.

        Raises:
            KeyError: if the claim does not change.
        """
        at: str | None = claim
        while at is not None:
            before = self._came_from[at]
            yield at
            at = before


def suppose(
    of: Map | Graph | Index,
    *,
    drop: Collection[str] = (),
    deny: Collection[str] = (),
    open: Collection[str] = (),
    grant: Collection[str] = (),
    confidence: Mapping[str, float] | None = None,
    leaves: Leaves = "asserted",
    standards: Standards | None = None,
    strength: Gradual | None = None,
    linked: Linked = "min",
) -> Consequences:
    """Tell what changes if some things are supposed otherwise than they are.

    Claims, and steps (by the id of a relation), can be dropped, denied, left open and granted. A claim that was argued
    for does not become a bare assertion when its reasons are dropped: it falls with them. So what is
    dropped counts as what is denied, except that a dropped claim has no verdict of its own.

    Args:
        of: the map.
        drop: ids of what is taken out of the map; strength 0.
        deny: ids of what is to fall, whatever speaks for it; strength 0.
        open: ids of what is to be open, whatever bears on it; strength 0.5.
        grant: ids of what is to stand, whatever speaks against it; strength 1.
        confidence: other base scores, 0–1, by the id of the claim.
        leaves: what claims without reasons count as.
        standards: the proof standards of claims; by default those that the map gives.
        strength: the gradual semantics whose strengths are compared too, if any.
        linked: what linked premises have together.

    Raises:
        ContradictionError: if two things are supposed of one claim.
        UnknownIdError: if the map has no such claim or relation.
        EvaluationError: if a confidence is not from 0 to 1, or the semantics does not suit the map.
    """
    numbered = Index.of(of)
    confidence = confidence or {}
    supposed = _supposed(
        {
            "dropped": drop,
            "denied": deny,
            "left open": open,
            "granted": grant,
            "given a confidence": confidence,
        }
    )
    pins = {numbered.node(id): _LABEL[how] for id, how in supposed.items() if how in _LABEL}
    dropped = {numbered.node(id) for id in drop}
    altered = _with_confidence(numbered, confidence)
    before = _labels(numbered, leaves, standards, {})
    after = _labels(altered, leaves, standards, pins)
    seeds = [numbered.node(id) for id in supposed]
    came_from = _spread(numbered, seeds, lambda node: after[node] - before[node])
    weak: Sequence[float] | None = None
    strong: Sequence[float] | None = None
    convergence = None
    if strength is not None:
        old, _ = Weighing(numbered, strength, linked).solve(numbered.scores())
        held = {node: _STRENGTH[label] for node, label in pins.items()}
        new, convergence = Weighing(altered, strength, linked, held).solve(altered.scores())

        def risen(node: int) -> float:
            rise = new[node] - old[node]
            return rise if abs(rise) > NOTICED else 0.0

        came_from = _spread(numbered, seeds, risen) | came_from
        weak, strong = old, new
    came_from |= dict.fromkeys(dropped, 0)
    changes = [
        Change(
            numbered.ids[node],
            LABELS[before[node]],
            None if node in dropped else LABELS[after[node]],
            None if weak is None else weak[node],
            None if strong is None or node in dropped else strong[node],
        )
        for node in range(1, numbered.claims + 1)
        if node in came_from
    ]
    names = {numbered.ids[node]: numbered.ids[source] or None for node, source in came_from.items()}
    return Consequences(tuple(changes), convergence, names)


_LABEL = {"dropped": OUT, "denied": OUT, "left open": UNDEC, "granted": IN}
_STRENGTH = {OUT: 0.0, UNDEC: 0.5, IN: 1.0}


def _supposed(suppositions: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return what is supposed of each id.

    Raises:
        ContradictionError: if that is more than one thing.
    """
    supposed: dict[str, str] = {}
    for how, ids in suppositions.items():
        for id in ids:
            if supposed.setdefault(id, how) != how:
                raise ContradictionError(id, supposed[id], how)
    return supposed


def _with_confidence(numbered: Index, confidence: Mapping[str, float]) -> Index:
    if not confidence:
        return numbered
    claims = dict(numbered.map.claims)
    for id, score in confidence.items():
        numbered.claim(id)
        if not 0.0 <= score <= 1.0:
            raise EvaluationError(f"the confidence of {id!r} must be from 0 to 1, not {score}")
        claims[id] = claims[id].model_copy(update={"confidence": score})
    return Index.of(numbered.map.model_copy(update={"claims": claims}))


def _labels(
    numbered: Index, leaves: Leaves, standards: Standards | None, pins: Mapping[int, int]
) -> list[int]:
    net = network(numbered, leaves, standards=standards, pins=pins)
    return by_index(net, grounded(net))


def _spread(numbered: Index, seeds: Iterable[int], change: Callable[[int], float]) -> dict[int, int]:
    """Return, for each changed node, the changed one before it on a shortest route from a seed; 0 for seeds.

    Routes keep to causes: a claim that rises does so for a reason that rises or an objection that sinks. All
    functions are monotone, so labels always have such a route; strengths of cycles may not, and then take any.

    Args:
        numbered: the map.
        seeds: what was supposed otherwise.
        change: tells by how much a node rises, below 0 if it sinks, 0 if it does not change.
    """
    causes: dict[int, list[int]] = {}
    others: dict[int, list[int]] = {}
    for node in range(1, numbered.size + 1):
        if rise := change(node):
            for source in (*numbered.premises[node], *numbered.supports[node]):
                (causes if change(source) * rise > 0 else others).setdefault(source, []).append(node)
            for source in numbered.attacks[node]:
                (causes if change(source) * rise < 0 else others).setdefault(source, []).append(node)
    came_from = dict.fromkeys((seed for seed in seeds if change(seed)), 0)
    for leads_to in (causes, others):
        queue = list(came_from)
        for node in queue:
            for successor in leads_to.get(node, ()):
                if successor not in came_from:
                    came_from[successor] = node
                    queue.append(successor)
    return came_from
