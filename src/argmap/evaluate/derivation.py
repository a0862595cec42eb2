"""How labels follow from one another, as clauses: an atom for "this node is in", one for "it is out".

A node is in by all its inputs and out by any one of them. The grounded labelling makes true the least set of
atoms that follow so from the leaves.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from argmap.evaluate.labels import IN, OUT
from argmap.evaluate.network import Network

Atom = tuple[int, int]
"""A node, and ``IN`` or ``OUT``."""


class Derivation:
    """The atoms that some goals can follow from, each with a variable of its own.

    Some leaves are in the balance: each has a variable for "it is kept". Kept, a leaf is as it is; not kept, it is
    what ``lost`` says: ``OUT``, or ``UNDEC`` if it is merely not granted.

    Args:
        network: the network.
        goals: the atoms of interest.
        leaves: the leaves in the balance; those that no goal can follow from make no difference and are left out.
        lost: the label of a leaf that is not kept.
    """

    def __init__(self, network: Network, goals: Iterable[Atom], leaves: Iterable[int], lost: int) -> None:
        self.network = network
        self.lost = lost
        self.variable: dict[Atom, int] = {}
        queue: list[Atom] = []
        for goal in goals:
            self._number(goal, queue)
        for atom in queue:
            for ground in self._grounds(atom):
                self._number(ground, queue)
        matter = [leaf for leaf in leaves if (leaf, IN) in self.variable or (leaf, OUT) in self.variable]
        self.kept = {leaf: variable for variable, leaf in enumerate(matter, len(queue) + 1)}

    def _number(self, atom: Atom, queue: list[Atom]) -> None:
        if atom not in self.variable:
            self.variable[atom] = len(self.variable) + 1
            queue.append(atom)

    def _grounds(self, atom: Atom) -> Iterator[Atom]:
        """Yield what an atom follows from: "in" from all of it, "out" from each."""
        node, label = atom
        for literal in self.network.inputs[node]:
            yield abs(literal), (label if literal > 0 else -label)

    def _given(self, atom: Atom) -> list[int]:
        """Return the variables, negated or not, that make an atom true whatever its grounds; none for "in"."""
        node, label = atom
        return [-self.kept[node]] if label == OUT == self.lost and node in self.kept else []

    def closed(self) -> Iterator[list[int]]:
        """Yield the clauses that make an atom true if it follows from what is true.

        They are Horn clauses, whose least model is the grounded labelling: an atom is false in some model if and
        only if it does not follow.
        """
        base = self.network.base
        for atom, variable in self.variable.items():
            node, label = atom
            grounds = [self.variable[ground] for ground in self._grounds(atom)]
            if label == IN:
                if base[node] == IN:
                    kept = [-self.kept[node]] if node in self.kept else []
                    yield [variable, *kept, *[-ground for ground in grounds]]
                continue
            if base[node] == OUT:
                yield [variable]
            for ground in (*grounds, *self._given(atom)):
                yield [variable, -ground]

    def justified(self) -> Iterator[list[int]]:
        """Yield the clauses that let an atom be true only if it follows from what is true."""
        base = self.network.base
        for atom, variable in self.variable.items():
            node, label = atom
            grounds = [self.variable[ground] for ground in self._grounds(atom)]
            if label == OUT:
                if base[node] != OUT:
                    yield [-variable, *grounds, *self._given(atom)]
                continue
            if base[node] != IN:
                yield [-variable]
            if node in self.kept:
                yield [-variable, self.kept[node]]
            for ground in grounds:
                yield [-variable, ground]

    def outside(self, atoms: Collection[Atom]) -> list[int]:
        """Return what some atoms, none of which follows from what else is true, could follow from.

        Returns:
            Variables, negated or not, of which one must be true if one of the atoms is (Lin and Zhao 2004).
        """
        inside = set(atoms)
        found: set[int] = set()
        for atom in atoms:
            if atom[1] == OUT:
                found.update(self.variable[ground] for ground in self._grounds(atom) if ground not in inside)
                found.update(self._given(atom))
        return sorted(found)
