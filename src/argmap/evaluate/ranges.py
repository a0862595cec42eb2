"""Semi-stable and ideal labellings of abstract frameworks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Self

from argmap.evaluate.encoding import Reduct
from argmap.evaluate.labelling import spread
from argmap.evaluate.labels import IN, OUT, UNDEC
from argmap.evaluate.search import Search
from argmap.evaluate.semantics import Labellings


class SemiStable:
    """The semi-stable labellings: complete ones of which no other decides all that they decide, and more.

    (Verheij 1996; Caminada 2006.) Use it as a context manager.
    """

    def __init__(self, labellings: Labellings) -> None:
        self.labellings = labellings
        self.search: Search = labellings.search("admissible")
        encoding = self.search.encoding
        self.decided = [self.search.top + place for place in range(1, len(encoding.nodes) + 1)]
        self.search.top += len(encoding.nodes)
        for variable, node in zip(self.decided, encoding.nodes, strict=True):
            self.search.add([-variable, encoding.in_(node), encoding.out(node)])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.search.__exit__()

    def having(self, wanted: Sequence[int]) -> list[int] | None:
        """Return a labelling in which variables of the encoding have given values, if there is one."""
        for decided in self._ranges():
            if (labels := self.search.find([*decided, *wanted])) is not None:
                return self.labellings.whole(self.search, labels)
        return None

    def every(self) -> Iterator[list[int]]:
        """Yield all semi-stable labellings."""
        for decided in self._ranges():
            while (labels := self.search.find(decided)) is not None:
                yield self.labellings.whole(self.search, labels)
                self.search.add(-atom for atom in self.search.encoding.atoms(labels))

    def _ranges(self) -> Iterator[list[int]]:
        """Yield the largest sets of nodes that can be decided together, as variables."""
        search = self.search
        while (labels := search.find()) is not None:
            found, rest = [], self.decided
            while labels is not None:
                found = [v for v, label in zip(self.decided, labels, strict=True) if label != UNDEC]
                rest = [v for v, label in zip(self.decided, labels, strict=True) if label == UNDEC]
                search.top += 1
                search.add([-search.top, *rest])
                labels = search.find([*found, search.top]) if rest else None
                search.add([-search.top])
            yield found
            if not rest:
                return
            search.add(rest)


def ideal(labellings: Labellings) -> list[int]:
    """Return the ideal labelling of an abstract framework (Dung, Mancarella and Toni 2007).

    Its arguments are the largest admissible set that no admissible set attacks. It is found among the arguments
    that some admissible set accepts and none attacks (Dunne 2009), by taking away what the rest does not defend.
    """
    labels = labellings.grounded.copy()
    reduct = labellings.reduct
    if not reduct.nodes:
        return labels
    accepted, attacked = _reachable(labellings)
    kept = accepted - attacked
    while lost := {node for node in kept if not _defended(reduct, kept, node)}:
        kept -= lost
    network = labellings.reduct.network
    for node in kept:
        labels[node] = IN
    waiting = [sum(labels[abs(i)] != OUT for i in network.inputs[node]) for node in range(network.size + 1)]
    spread(network, labels, waiting, sorted(kept))
    return labels


def _defended(reduct: Reduct, arguments: Collection[int], node: int) -> bool:
    """Tell whether some arguments attack all that attack a node; inputs are negations of attackers."""
    return all(any(-it in arguments for it in reduct.inputs[-attacker]) for attacker in reduct.inputs[node])


def _reachable(labellings: Labellings) -> tuple[set[int], set[int]]:
    """Return the undecided arguments that are in, and those that are out, in some admissible labelling."""
    with labellings.search("admissible") as search:
        encoding = search.encoding
        reached: tuple[set[int], set[int]] = (set(), set())
        for node in encoding.nodes:
            for sign, variable in ((0, encoding.in_(node)), (1, encoding.out(node))):
                if node not in reached[sign] and (labels := search.find([variable])) is not None:
                    reached[0].update(
                        n for n, label in zip(encoding.nodes, labels, strict=True) if label == IN
                    )
                    reached[1].update(
                        n for n, label in zip(encoding.nodes, labels, strict=True) if label == OUT
                    )
    return reached
