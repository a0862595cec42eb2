"""The undecided part of a network as clauses: a variable for "in" and one for "out", for each node."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from argmap.components import loops
from argmap.evaluate.labels import IN, OUT, UNDEC
from argmap.evaluate.network import Network


class Reduct:
    """What the grounded labelling leaves undecided, with the inputs that are undecided too.

    The others make no difference: if they did, the node would be decided.

    Attributes:
        nodes: the undecided nodes, in ascending order.
        inputs: the undecided inputs of each: ``u`` for a node, ``-u`` for the negation of one.
        held: the nodes that cannot be in: open leaves.
    """

    def __init__(self, network: Network, labels: Sequence[int]) -> None:
        self.network = network
        self.nodes = [node for node in range(1, network.size + 1) if labels[node] == UNDEC]
        self.inputs: dict[int, list[int]] = {node: [] for node in self.nodes}
        self.held = {node for node in self.nodes if network.base[node] == UNDEC}
        for sign, rows in ((1, network.positive), (-1, network.negative)):
            for node in self.nodes:
                for successor in rows[node]:
                    if not labels[successor]:
                        self.inputs[successor].append(sign * node)

    def ancestors(self, node: int) -> list[int]:
        """Return an undecided node and all that it depends on, in ascending order."""
        found = {node}
        queue = [node]
        for reached in queue:
            for literal in self.inputs[reached]:
                if (source := abs(literal)) not in found:
                    found.add(source)
                    queue.append(source)
        return sorted(found)


class Encoding:
    """Variables and clauses for labellings of some nodes of a reduct, closed under inputs.

    The labellings are founded: what is in has reasons that do not lead back to itself. In every
    set of claims that support one another, one at least has a reason from outside the set. On maps of bare
    attacks this says nothing; with supports it is what abstract dialectical frameworks ask of stable models
    (Brewka et al. 2013) and frameworks with necessities of all extensions (Nouioua and Risch 2011).
    """

    def __init__(self, reduct: Reduct, nodes: Sequence[int]) -> None:
        self.reduct = reduct
        self.nodes = nodes
        self.place = {node: place for place, node in enumerate(nodes)}
        self.variables = 2 * len(nodes)

    def in_(self, node: int) -> int:
        """Return the variable for "the node is in"."""
        return 2 * self.place[node] + 1

    def out(self, node: int) -> int:
        """Return the variable for "the node is out"."""
        return 2 * self.place[node] + 2

    def met(self, literal: int) -> int:
        """Return the variable for "this input is in"."""
        return self.in_(literal) if literal > 0 else self.out(-literal)

    def broken(self, literal: int) -> int:
        """Return the variable for "this input is out"."""
        return self.out(literal) if literal > 0 else self.in_(-literal)

    def admissible(self) -> Iterator[list[int]]:
        """Yield the clauses that let a node be in or out only if its inputs make it so."""
        for node in self.nodes:
            inputs = self.reduct.inputs[node]
            in_, out = self.in_(node), self.out(node)
            yield [-in_, -out]
            if node in self.reduct.held:
                yield [-in_]
            for literal in inputs:
                yield [-in_, self.met(literal)]
            yield [-out, *[self.broken(literal) for literal in inputs]]

    def complete(self) -> Iterator[list[int]]:
        """Yield the clauses that make a node in or out if its inputs do."""
        for node in self.nodes:
            inputs = self.reduct.inputs[node]
            out = self.out(node)
            for literal in inputs:
                yield [-self.broken(literal), out]
            if node not in self.reduct.held:
                yield [self.in_(node), *[-self.met(literal) for literal in inputs]]

    def two_valued(self) -> Iterator[list[int]]:
        """Yield the clauses that leave no claim undecided but open leaves."""
        for node in self.nodes:
            if node <= self.reduct.network.claims and node not in self.reduct.held:
                yield [self.in_(node), self.out(node)]

    def labels(self, model: Sequence[int]) -> list[int]:
        """Return the label of each node, in their order, that a model stands for."""
        return [
            IN if model[at] > 0 else OUT if model[at + 1] > 0 else UNDEC for at in range(0, self.variables, 2)
        ]

    def atoms(self, labels: Sequence[int]) -> list[int]:
        """Return the variables that a labelling makes true."""
        return [2 * place + (1 if label == IN else 2) for place, label in enumerate(labels) if label]

    def other_atoms(self, labels: Sequence[int]) -> list[int]:
        """Return the variables that a labelling makes false."""
        atoms = set(self.atoms(labels))
        return [variable for variable in range(1, self.variables + 1) if variable not in atoms]

    # Foundedness. A node holds if it is in; a gate, which says that no reason stands, if it is out. A node
    # holds by all its grounds, a gate by one of them. What attacks is not a ground.

    def _grounds(self, node: int) -> list[int]:
        gates = self.reduct.network.gates
        inputs = self.reduct.inputs[node]
        if node in gates:
            return [-literal for literal in inputs]
        return [abs(literal) for literal in inputs if literal > 0 or -literal in gates]

    def _holds(self, node: int) -> int:
        return self.out(node) if node in self.reduct.network.gates else self.in_(node)

    @cached_property
    def circles(self) -> list[list[int]]:
        """Sets of nodes that could hold by one another alone."""
        return [sorted(circle) for circle in loops(self.nodes, self._grounds)]

    def unfounded(self, labels: Sequence[int]) -> list[tuple[list[int], list[int]]]:
        """Return what holds by itself alone in a labelling: sets of variables, each with those that could help.

        Nothing of such a set holds unless something in it has a ground outside: so the loop formulas of Lin and
        Zhao (2004).
        """
        gates = self.reduct.network.gates
        atoms = set(self.atoms(labels))
        found = []
        for circle in self.circles:
            holding = [node for node in circle if self._holds(node) in atoms]
            left = set(holding) - self._founded(holding, set(circle), atoms)
            outside = {
                self._holds(ground)
                for gate in left & gates
                for ground in self._grounds(gate)
                if ground not in left
            }
            if left:
                found.append((sorted(map(self._holds, left)), sorted(outside)))
        return found

    def _founded(self, holding: Sequence[int], circle: Collection[int], atoms: Collection[int]) -> set[int]:
        """Return the nodes of a circle that hold by a chain of grounds from outside."""
        gates = self.reduct.network.gates
        waiting: dict[int, int] = {}
        users: dict[int, list[int]] = {}
        queue = []
        for node in holding:
            inside = [ground for ground in self._grounds(node) if ground in circle]
            for ground in inside:
                users.setdefault(ground, []).append(node)
            waiting[node] = 1 if node in gates else len(inside)
            if node in gates and any(
                self._holds(ground) in atoms for ground in self._grounds(node) if ground not in circle
            ):
                queue.append(node)
        founded = set(queue)
        for node in queue:
            for user in users.get(node, ()):
                waiting[user] -= 1
                if not waiting[user] and user not in founded:
                    founded.add(user)
                    queue.append(user)
        return founded
