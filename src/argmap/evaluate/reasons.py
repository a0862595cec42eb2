"""Why each claim has the label that it has: the step that decides it, or keeps it from being decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.components import loops
from argmap.evaluate.index import Index
from argmap.evaluate.labels import IN, OUT, UNDEC, Leaves, Reason, Why


class Reasons:
    """Reads the reasons of claims' labels from a labelling.

    Args:
        index: the numbered map.
        labels: a labelling of its nodes.
        leaves: what claims without reasons counted as.
    """

    def __init__(self, index: Index, labels: Sequence[int], leaves: Leaves) -> None:
        self.index = index
        self.labels = labels
        self.standing = index.standing(leaves)
        undecided = [node for node in range(1, index.size + 1) if labels[node] == UNDEC]
        grounds: dict[int, list[int]] = {}
        bearing: dict[int, list[int]] = {}
        for node in undecided:
            grounds[node] = [source for source in self._grounds(node) if labels[source] == UNDEC]
            against = [source for source in index.attacks[node] if labels[source] == UNDEC]
            bearing[node] = grounds[node] + against
        self.circle = _numbered(loops(undecided, grounds.__getitem__))
        self.cycle = _numbered(loops(undecided, bearing.__getitem__))

    def _grounds(self, node: int) -> Sequence[int]:
        """Return the reasons of a claim, or the premises of a relation."""
        index = self.index
        return index.supports[node] if node < index.first else index.premises[node]

    def of(self, claim: int) -> Reason:
        """Return the reason of a claim's label."""
        label = self.labels[claim]
        if label == IN:
            return self._stands(claim)
        if label == OUT:
            return self._falls(claim)
        return self._open(claim)

    def deadlock(self, claim: int) -> int:
        """Return the number of the deadlock that keeps an open claim open; 0 if none does."""
        if self.of(claim).why is not Why.DEADLOCK:
            return 0
        return self.cycle[claim]

    def _stands(self, claim: int) -> Reason:
        if self.index.supports[claim]:
            return self._by(Why.STANDING_REASON, self._supports(claim, IN))
        it = self.index.map.claims[self.index.ids[claim]]
        if it.evidence:
            return Reason(Why.EVIDENCED)
        return Reason(Why.ASSUMED if it.assumed else Why.ASSERTED)

    def _falls(self, claim: int) -> Reason:
        standing = self._attacks(claim, IN)
        carried = self._supports(claim, IN)
        if standing:
            return self._by(Why.CONTESTED if carried else Why.STANDING_OBJECTION, standing)
        if carried or not self.index.supports[claim]:
            return self._by(Why.STANDARD_NOT_MET, carried)
        return self._by(Why.NO_STANDING_REASON, self._supports(claim, OUT))

    def _open(self, claim: int) -> Reason:
        supports = self._supports(claim, UNDEC)
        attacks = self._attacks(claim, UNDEC)
        if not self.index.supports[claim] and self.standing[claim] == UNDEC:
            return Reason(Why.NO_EVIDENCE)
        if circle := self.circle.get(claim):
            return self._by(Why.CIRCULAR, [r for r in supports if self.circle.get(r) == circle])
        if cycle := self.cycle.get(claim):
            around = [r for r in (*attacks, *supports) if self.cycle.get(r) == cycle]
            return self._by(Why.DEADLOCK, around)
        if supports and not self._supports(claim, IN):
            return self._by(Why.OPEN_REASON, supports)
        return self._by(Why.OPEN_OBJECTION, attacks)

    def _supports(self, claim: int, label: int) -> list[int]:
        return [r for r in self.index.supports[claim] if self.labels[r] == label]

    def _attacks(self, claim: int, label: int) -> list[int]:
        return [r for r in self.index.attacks[claim] if self.labels[r] == label]

    def _by(self, why: Why, relations: Sequence[int]) -> Reason:
        index = self.index
        premises = dict.fromkeys(p for r in relations for p in index.premises[r])
        return Reason(why, index.names(relations), index.names(premises))


def _numbered(groups: Iterable[Sequence[int]]) -> dict[int, int]:
    """Number groups from 1, and return the number of the group that each member is in."""
    return {node: number for number, group in enumerate(groups, 1) for node in group}
