"""Search for the complete, preferred and stable labellings of a network, by SAT."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, Self

from argmap.evaluate.encoding import Encoding, Reduct
from argmap.evaluate.labels import IN, UNDEC
from argmap.evaluate.sat import Meter, cadical, loop_formula

Constraint = Literal["admissible", "complete", "stable"]


class Search:
    """A solver for the founded labellings of some undecided nodes.

    Use it as a context manager: it holds memory that Python does not know of.

    Args:
        reduct: the undecided part of a network.
        nodes: its nodes that matter, closed under inputs.
        constraint: which labellings.
        meter: what the search may cost.
    """

    def __init__(self, reduct: Reduct, nodes: Sequence[int], constraint: Constraint, meter: Meter) -> None:
        self.encoding = Encoding(reduct, nodes)
        self.top = self.encoding.variables
        clauses = list(self.encoding.admissible())
        if constraint != "admissible":
            clauses += self.encoding.complete()
        if constraint == "stable":
            clauses += self.encoding.two_valued()
        self.solver = cadical(clauses, meter)
        # a solver that first tries to decide nodes comes upon maximal labellings soon
        self.solver.set_phases(list(range(1, self.top + 1)))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.solver.delete()

    def find(self, assumptions: Sequence[int] = ()) -> list[int] | None:
        """Return the labels of the nodes in some labelling in which variables have given values, if any."""
        while self.solver.solve(assumptions=assumptions):
            labels = self.encoding.labels(self.solver.get_model() or [])
            unfounded = self.encoding.unfounded(labels) if self.encoding.circles else []
            if not unfounded:
                return labels
            for atoms, outside in unfounded:
                self.top += 1
                for clause in loop_formula(atoms, outside, self.top):
                    self.solver.add_clause(clause)
        return None

    def add(self, clause: Iterable[int]) -> None:
        """Allow only labellings of which one of some literals is true."""
        self.solver.add_clause(list(clause))

    def maximal(self, labels: list[int]) -> list[int]:
        """Return a labelling that decides all that the given one does, and that no other adds to."""
        while UNDEC in labels:
            self.top += 1
            undecided = [2 * place + out for place, label in enumerate(labels) if not label for out in (1, 2)]
            self.add([-self.top, *undecided])
            better = self.find([*self.encoding.atoms(labels), self.top])
            self.add([-self.top])
            if better is None:
                break
            labels = better
        return labels

    def all(self) -> Iterator[list[int]]:
        """Yield every labelling, in no particular order."""
        while (labels := self.find()) is not None:
            yield labels
            values = set(self.encoding.atoms(labels))
            self.add(-v if v in values else v for v in range(1, self.encoding.variables + 1))

    def all_maximal(self) -> Iterator[list[int]]:
        """Yield every labelling that no other adds to."""
        while (labels := self.find()) is not None:
            labels = self.maximal(labels)
            yield labels
            self.add(self.encoding.other_atoms(labels))

    def maximal_without(self, node: int) -> list[int] | None:
        """Return a labelling that no other adds to and in which a node is not in, if there is one.

        First it is asked whether the node can be out at all, or in: either question alone may settle it.
        """
        if (labels := self.find([self.encoding.out(node)])) is not None:
            return self.maximal(labels)
        if self.find([self.encoding.in_(node)]) is None:
            return self.maximal([UNDEC] * len(self.encoding.nodes))
        while (labels := self.find([-self.encoding.in_(node)])) is not None:
            labels = self.maximal(labels)
            if labels[self.encoding.place[node]] != IN:
                return labels
            self.add(self.encoding.other_atoms(labels))
        return None
