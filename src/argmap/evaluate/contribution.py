"""What each premise contributes to the strength of a claim.

Three of the contribution functions of Kampik, Potyka, Yin, Čyras and Toni (2024, "Contribution functions for
quantitative bipolar argumentation graphs", *International Journal of Approximate Reasoning* 173): *removal*, the
strength with the premise less the strength without it; *gradient*, the change of the strength per unit of the
premise's base score; *Shapley*, what the premise adds to sets of other premises, averaged over all orders in which
premises could be added.

A premise is a claim without reasons. Without it, its strength is 0, and in all semantics here a strength of 0
neither supports nor attacks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from math import factorial, sqrt
from random import Random
from typing import Final, Literal

from argmap.evaluate.dynamics import TOLERANCE
from argmap.evaluate.errors import TooMuchError
from argmap.evaluate.gradual import Gradual, Linked
from argmap.evaluate.index import Index
from argmap.evaluate.strength import Group, Weighing
from argmap.graph import Graph
from argmap.model import Map

Contribution = Literal["removal", "gradient", "shapley"]

EXACT: Final = 12
"""Premises up to which Shapley values are exact: for more, the sets of premises are too many."""
_STEP: Final = 1e-5
"""Change of a base score by which gradients are measured."""
_MOST: Final = 4_000_000_000
"""Strengths that are looked at in all, at most: some minutes' work."""
_GLANCE: Final = 5_000_000
"""Of these, how many tell what all the work will be."""
_NODE: Final = 90
"""What a node costs besides what bears on it, in strengths that are looked at."""


@dataclass(frozen=True, slots=True)
class Contributions:
    """What each premise contributes to the strength of a claim.

    Attributes:
        claim: the id of the claim.
        strength: its strength, 0–1.
        method: what is measured.
        of: the contribution of each premise that bears on the claim, by id, in map order: positive if the claim
            is stronger for it. For ``removal`` and ``shapley`` in units of strength, from −1 to 1; for
            ``gradient`` in strength per unit of base score. Shapley values add up to the strength less that
            without any premise.
        orders: how many orders of premises were sampled; 0 if the contributions are exact.
        error: the largest standard error of a sampled contribution; 0 if they are exact.
        converged: whether every cycle came to rest each time (:class:`~argmap.evaluate.strength.Convergence`).
    """

    claim: str
    strength: float
    method: Contribution
    of: dict[str, float]
    orders: int = 0
    error: float = 0.0
    converged: bool = True


def contributions(
    of: Map | Graph | Index,
    claim: str,
    method: Contribution = "removal",
    *,
    strength: Gradual = "dfquad",
    linked: Linked = "min",
    orders: int = 200,
    seed: int = 0,
) -> Contributions:
    """Return what each premise contributes to the strength of a claim.

    Args:
        of: the map.
        claim: the id of the claim.
        method: what is measured.
        strength: the gradual semantics.
        linked: what linked premises have together.
        orders: for Shapley values of more than :data:`EXACT` premises, how many orders to sample; each
            second one is the reverse of the one before, which makes the error smaller.
        seed: of the random orders: the same seed gives the same result.

    Raises:
        UnknownIdError: if the map has no such claim.
        SupportLoopError: for ``dfquad`` if claims support one another in a circle.
        UnsuitableError: for ``hcat`` if there are supports.
        TooMuchError: if it would take longer than anyone waits.
    """
    numbered = Index.of(of)
    target = numbered.claim(claim)
    variable = _Variable(numbered, Weighing(numbered, strength, linked), target)
    premises = variable.premises
    pairs = max(1, -(-orders // 2))
    changes = 2 * pairs if method == "shapley" else 4 if method == "gradient" else 2
    if method != "shapley" or len(premises) > EXACT:
        variable.limit = _Limit(len(premises), changes, method)
    scores = [variable.scores[premise] for premise in premises]
    whole = variable.strength
    sampled, error = 0, 0.0
    if method == "removal":
        found = [whole - variable.with_score(premise, 0.0) for premise in premises]
    elif method == "gradient":
        found = [variable.slope(premise) for premise in premises]
    elif len(premises) <= EXACT:
        found = _shapley(variable, premises, scores)
    else:
        sampled = 2 * pairs
        found, error = _sampled_shapley(variable, premises, scores, sampled, seed)
    names = numbered.names(premises)
    by_id = dict(zip(names, found, strict=True))
    return Contributions(claim, whole, method, by_id, sampled, error, variable.converged)


class _Limit:
    """Ends what would take too long as soon as that can be told."""

    def __init__(self, premises: int, changes: int, method: Contribution) -> None:
        self.premises = premises
        self.method = method
        self._planned = premises * changes
        self._made = 0
        self._work = 0

    def spend(self, work: int) -> None:
        """Take note of what a change of one base score has cost.

        Raises:
            TooMuchError: if all the changes together would cost too much.
        """
        self._made += 1
        self._work += work
        if self._work > _GLANCE and self._work / self._made * self._planned > _MOST:
            raise TooMuchError(self.premises, self.method)


class _Variable:
    """The strength of a claim as its premises' base scores change; only what a change reaches is computed anew."""

    def __init__(self, index: Index, weighing: Weighing, target: int) -> None:
        self.weighing = weighing
        self.target = target
        self.converged = True
        self.scores = index.scores()
        self.strengths = weighing.own(self.scores)
        inputs = weighing.inputs
        relevant = {target}
        queue = [target]
        for node in queue:
            for source in inputs(node):
                if source not in relevant:
                    relevant.add(source)
                    queue.append(source)
        reasons = index.supports.sizes
        self.premises = [
            node
            for node in range(1, index.claims + 1)
            if node in relevant and node != target and not reasons[node]
        ]
        groups = [*weighing.groups, *(Group([node], cyclic=False) for node in weighing.derived)]
        self.groups = [group for group in groups if group.nodes[0] in relevant]
        for group in self.groups:
            self._solve(group)
        self.limit: _Limit | None = None
        self.costs = [sum(_NODE + len(inputs(node)) for node in group.nodes) for group in self.groups]
        self.place = {node: place for place, group in enumerate(self.groups) for node in group.nodes}
        self.uses: dict[int, set[int]] = {}
        for node in relevant:
            for source in inputs(node):
                self.uses.setdefault(source, set()).add(self.place[node])

    @property
    def strength(self) -> float:
        """The strength of the claim as things are."""
        return self.strengths[self.target]

    def _solve(self, group: Group) -> None:
        settled = self.weighing.solve_group(group, self.scores, self.strengths)
        if settled and settled.residual > TOLERANCE:
            self.converged = False

    def set(self, premise: int, score: float) -> float:
        """Give a premise another base score, and return the strength of the claim."""
        self.scores[premise] = score
        strengths = self.strengths
        waiting: list[int] = []
        if premise in self.place:
            waiting.append(self.place[premise])
        elif strengths[premise] != score:
            strengths[premise] = score
            waiting = sorted(self.uses[premise])
        queued = set(waiting)
        cost = 0
        while waiting:
            place = heappop(waiting)
            queued.discard(place)
            group = self.groups[place]
            cost += self.costs[place]
            before = [strengths[node] for node in group.nodes]
            self._solve(group)
            for node, old in zip(group.nodes, before, strict=True):
                if strengths[node] != old:
                    for use in self.uses.get(node, ()):
                        if use not in queued and use != place:
                            queued.add(use)
                            heappush(waiting, use)
        if self.limit:
            self.limit.spend(cost)
        return self.strength

    def with_score(self, premise: int, score: float) -> float:
        """Return the strength of the claim if a premise had another base score."""
        kept = self.scores[premise]
        strength = self.set(premise, score)
        self.set(premise, kept)
        return strength

    def slope(self, premise: int) -> float:
        """Return the change of the claim's strength per unit of a premise's base score."""
        score = self.scores[premise]
        low, high = max(0.0, score - _STEP), min(1.0, score + _STEP)
        return (self.with_score(premise, high) - self.with_score(premise, low)) / (high - low)


def _shapley(variable: _Variable, premises: Sequence[int], scores: Sequence[float]) -> list[float]:
    """Average over all sets of premises, each differing from the one before in one premise (Gray code)."""
    count = len(premises)
    worth = [0.0] * (1 << count)
    for premise in premises:
        variable.set(premise, 0.0)
    worth[0] = variable.strength
    codes = [number ^ (number >> 1) for number in range(1 << count)]
    for before, code in pairwise(codes):
        at = (before ^ code).bit_length() - 1
        worth[code] = variable.set(premises[at], scores[at] if code >> at & 1 else 0.0)
    share = [factorial(size) * factorial(count - size - 1) / factorial(count) for size in range(count)]
    return [
        sum(
            share[code.bit_count()] * (worth[code | 1 << at] - worth[code])
            for code in range(1 << count)
            if not code >> at & 1
        )
        for at in range(count)
    ]


def _sampled_shapley(
    variable: _Variable, premises: Sequence[int], scores: Sequence[float], orders: int, seed: int
) -> tuple[list[float], float]:
    """Average over some orders (Castro, Gómez and Tejada 2009); return the largest standard error too."""
    random = Random(seed)  # noqa: S311  nothing secret
    places = list(range(len(premises)))
    sums, squares = [0.0] * len(places), [0.0] * len(places)
    pairs = orders // 2
    for premise in premises:
        variable.set(premise, 0.0)
    for _ in range(pairs):
        random.shuffle(places)
        gains = [0.0] * len(places)
        # adding premises in an order, then taking them away in the same, goes through the reverse order as well
        for sign in (1, -1):
            for place in places:
                before = variable.strength
                after = variable.set(premises[place], scores[place] if sign > 0 else 0.0)
                gains[place] += sign * (after - before)
        for place, gain in enumerate(gains):
            sums[place] += gain / 2
            squares[place] += gain * gain / 4
    means = [total / pairs for total in sums]
    variances = [max(0.0, square / pairs - mean * mean) for square, mean in zip(squares, means, strict=True)]
    return means, sqrt(max(variances) / max(1, pairs - 1))
