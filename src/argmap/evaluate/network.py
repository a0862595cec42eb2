"""A map, or an abstract framework, as a network of conjunctions.

Every node stands if all its inputs do and falls if one of them falls, where an input is another node or
the negation of one. A relation is such a node as it is: its premises, and the negations of what undercuts
it. So is a claim with its objections, but for its reasons, of which one is enough; several reasons meet in a
*gate*, a node that stands if all of them fall (De Morgan), and the claim has the negation of its gate among
its inputs. With this one kind of node, each algorithm is a few lines long, linked premises, undercuts and
proof standards included.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import copy
from functools import cached_property, partial
from typing import TYPE_CHECKING

from argmap.evaluate.index import Index
from argmap.evaluate.labels import IN, OUT, Leaves
from argmap.evaluate.rows import Rows

if TYPE_CHECKING:
    from argmap.evaluate.standards import Standards


class Network:
    """Conjunctions of nodes and negated nodes, numbered from 1.

    Lists by node have an unused item 0.

    Attributes:
        size: how many nodes there are: 1 … size.
        claims: how many of them are claims or arguments, or premises that name no claim: 1 … claims.
        base: what each node counts as before its inputs: ``IN`` for most, ``UNDEC`` for open leaves.
        fan_in: how many inputs each node has.
        source: for each node of the :class:`Index`, the node whose label it shares. A relation of one
            premise that nothing undercuts has the label of that premise and no node of its own.
        gates: the nodes that stand for "no reason stands".
        positive: for each node, the nodes that have it as input.
        negative: for each node, the nodes that have its negation as input.
    """

    def __init__(
        self,
        base: list[int],
        positive: tuple[list[int], list[int]],
        negative: tuple[list[int], list[int]],
        *,
        source: Sequence[int] | None = None,
        gates: Iterable[int] = (),
        claims: int | None = None,
    ) -> None:
        self.size = len(base) - 1
        self.base = base
        self.claims = self.size if claims is None else claims
        self.source = range(len(base)) if source is None else source
        self.gates = frozenset(gates)
        self.fan_in = [0] * len(base)
        for node in positive[1]:
            self.fan_in[node] += 1
        for node in negative[1]:
            self.fan_in[node] += 1
        self.positive = Rows(len(base), *positive)
        self.negative = Rows(len(base), *negative)

    def rebased(self, changes: Mapping[int, int]) -> Network:
        """Return the network in which some nodes count as something else before their inputs."""
        other = copy(self)
        other.base = self.base.copy()
        for node, label in changes.items():
            other.base[node] = label
        return other

    @cached_property
    def inputs(self) -> Rows:
        """The inputs of each node: ``u`` for a node, ``-u`` for the negation of one."""
        successors = self.positive.items + self.negative.items
        literals = self.positive.keys + [-node for node in self.negative.keys]
        return Rows(len(self.base), successors, literals)

    def descendants(self, nodes: Iterable[int], within: Collection[int]) -> set[int]:
        """Return nodes and all that depends on them by way of some nodes."""
        queue = [node for node in nodes if node in within]
        found = set(queue)
        for reached in queue:
            for successor in self.positive[reached] + self.negative[reached]:
                if successor in within and successor not in found:
                    found.add(successor)
                    queue.append(successor)
        return found

    def ancestors(self, node: int) -> set[int]:
        """Return a node and all that it depends on."""
        inputs = self.inputs
        found = {node}
        queue = [node]
        for reached in queue:
            for literal in inputs[reached]:
                if (source := abs(literal)) not in found:
                    found.add(source)
                    queue.append(source)
        return found


def network(
    index: Index,
    leaves: Leaves = "asserted",
    *,
    standards: Standards | None = None,
    pins: Mapping[int, int] | None = None,
    contract: bool = True,
) -> Network:
    """Return the network of a map.

    Args:
        index: the numbered map.
        leaves: what claims without reasons count as.
        standards: the proof standards of claims; by default those that the map gives.
        pins: labels that nodes of the index are to have whatever their inputs.
        contract: let a relation of one premise that nothing undercuts share the node of that premise.
    """
    builder = _Builder(index, leaves, standards, pins or {})
    builder.add_relations(contract)
    builder.add_claims()
    return Network(
        builder.base,
        builder.positive,
        builder.negative,
        source=builder.source,
        gates=builder.gates,
        claims=index.first - 1,
    )


def _declared(index: Index) -> Standards | None:
    """Return the proof standards that a map gives its claims, if it does."""
    claims = index.graph.claims_with("standard")
    own = {claim.id: claim.standard for claim in claims if claim.standard}
    if not own:
        return None
    from argmap.evaluate.standards import Standards

    return Standards(own)


class _Builder:
    def __init__(
        self, index: Index, leaves: Leaves, standards: Standards | None, pins: Mapping[int, int]
    ) -> None:
        self.index = index
        self.pins = pins
        self.base = index.standing(leaves)
        if standards is None:
            standards = _declared(index)
        special = standards.special() if standards else {}
        self.standards = {index.claim(id): rule for id, rule in special.items()}
        self.source = list(range(index.first))
        self.positive: tuple[list[int], list[int]] = ([], [])
        self.negative: tuple[list[int], list[int]] = ([], [])
        self.gates: list[int] = []
        for node, label in pins.items():
            if node < index.first:
                self.base[node] = label

    def new(self, base: int = IN, *inputs: int) -> int:
        """Add a node with some inputs, negated where they are negative."""
        node = len(self.base)
        self.base.append(base)
        for literal in inputs:
            self.join(literal, node)
        return node

    def join(self, literal: int, node: int) -> None:
        sources, successors = self.positive if literal > 0 else self.negative
        sources.append(abs(literal))
        successors.append(node)

    def any_of(self, nodes: Sequence[int]) -> int:
        """Return a literal that stands if one of these nodes does."""
        if len(nodes) == 1:
            return nodes[0]
        gate = self.new()
        self.gates.append(gate)
        sources, successors = self.negative
        sources += nodes
        successors += [gate] * len(nodes)
        return -gate

    def add_relations(self, contract: bool) -> None:
        index = self.index
        fan_in, undercut = index.premises.sizes, index.attacks.sizes
        own = []
        for relation in index.relations:
            if contract and fan_in[relation] == 1 and not undercut[relation] and relation not in self.pins:
                self.source.append(index.premises.items[index.premises.start[relation]])
            else:
                own.append(relation)
                self.source.append(self.new(self.pins.get(relation, IN)))
        for relation in own:
            if relation not in self.pins:
                node = self.source[relation]
                for premise in index.premises[relation]:
                    self.join(premise, node)
                for undercutter in index.attacks[relation]:
                    self.join(-self.source[undercutter], node)

    def add_claims(self) -> None:
        index, source = self.index, self.source
        reasons, objections = index.supports.sizes, index.attacks.sizes
        for claim in range(1, index.first):
            if (
                (reasons[claim] or objections[claim])
                and claim not in self.pins
                and claim not in self.standards
            ):
                if reasons[claim]:
                    self.join(self.any_of([source[relation] for relation in index.supports[claim]]), claim)
                for relation in index.attacks[claim] if objections[claim] else ():
                    self.join(-source[relation], claim)
        weights = index.weights() if self.standards else []
        for claim in self.standards:
            if claim not in self.pins:
                self.add_standard(claim, weights)

    def add_standard(self, claim: int, weights: Sequence[float]) -> None:
        """Join a claim to its reasons, each kept from counting by the objections that outweigh it.

        The objections that outweigh a lighter reason include those that outweigh a heavier one, so that the
        nodes for "none of these stands" make a chain, and their number grows with the claim's relations only.
        """
        index, rule = self.index, self.standards[claim]
        cons = [(weights[r - index.first], self.source[r]) for r in index.attacks[claim]]
        cons.sort(key=lambda con: -con[0])
        heaviest_first = [con for con, _ in cons]
        pros = [(weights[r - index.first], self.source[r]) for r in index.supports[claim]]
        if not pros:
            confidence = index.map.claims[index.ids[claim]].confidence
            pros = [(1.0 if confidence is None else confidence, self.new(self.base[claim]))]
        ranked = [
            (bisect_left(heaviest_first, True, key=partial(rule, pro)), node)
            for pro, node in pros
            if rule(pro, 0.0)
        ]
        terms = []
        unanswered, taken = 0, 0
        for outweighing, node in sorted(ranked):
            if outweighing > taken:
                literals = [-con for _, con in cons[taken:outweighing]]
                unanswered = self.new(IN, *literals, *([unanswered] if unanswered else []))
                taken = outweighing
            terms.append(self.new(IN, node, unanswered) if unanswered else node)
        self.base[claim] = IN if terms else OUT
        if terms:
            self.join(self.any_of(terms), claim)
