"""A map nested for reading: trees that place every claim once, near the thesis, and every relation once.

A claim may bear on several others, or on itself by way of others. It is placed where it is closest to a
root; wherever else it is met, a line refers to it. So the trees are finite and as large as the map.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from argmap.graph import Graph
from argmap.model import Kind, Relation


class Form(Enum):
    """What a node of the tree stands for."""

    CLAIM = auto()
    """A claim in its place."""
    AGAIN = auto()
    """A claim that has its place elsewhere."""
    CIRCULAR = auto()
    """A claim that has its place above, on the very branch that this node is on."""
    UNKNOWN = auto()
    """An id that names no claim."""
    LINKED = auto()
    """The relation of linked premises, which are nodes below it."""


@dataclass(slots=True, eq=False)
class Node:
    """A claim, or linked premises, on the branch of a tree."""

    form: Form
    id: str
    """Id of the claim; of linked premises, that of their relation."""
    parent: Node | None = None
    relation: Relation | None = None
    """What links the node to the one above, unless it is a root or a linked premise."""
    level: int = 0
    """Relations on the way to the root."""
    member: bool = False
    """Whether it is one of linked premises."""
    children: list[Node] = field(default_factory=list)
    notes: tuple[str, ...] = ()
    """What else is said about it, a line each."""
    claims: int = 0
    """Claims that have their place here and below."""

    def undercuts(self, above: Node) -> bool:
        """Tell whether the node denies the relation of the one above."""
        return bool(self.relation and above.relation and self.relation.target == above.relation.id)


@dataclass(frozen=True, slots=True)
class Forest:
    """The trees of a map."""

    theses: tuple[Node, ...]
    """Trees from the theses."""
    others: tuple[Node, ...]
    """Trees of the claims that bear on no thesis, from those that bear on nothing where there are any."""
    places: Mapping[str, Node]
    """The node of every claim that is the claim itself, not a reference to it."""

    def way(self, claim: str) -> list[Relation]:
        """Return the relations of a shortest way from a claim to its root, a thesis if it bears on one.

        Undercuts are followed by the relations that they deny.
        """
        found = []
        node: Node | None = self.places[claim]
        while node:
            if node.relation:
                found.append(node.relation)
            node = node.parent
        return found


def in_order(roots: Iterable[Node]) -> Iterator[Node]:
    """Yield trees in the order of reading: each node, then all below it."""
    pending = [*roots][::-1]
    while pending:
        node = pending.pop()
        yield node
        pending += reversed(node.children)


_ORDER = {
    kind: place for place, kind in enumerate((Kind.SUPPORTS, Kind.REPHRASES, Kind.ATTACKS, Kind.UNDERCUTS))
}


def grow(graph: Graph) -> Forest:
    """Nest a map, theses first; takes time linear in its size.

    Below a claim stand the undercuts of the relation that brings it in, then what supports it, then what
    attacks it.
    """
    places: dict[str, Node] = {}
    theses = _plant(graph, graph.theses, places)
    ends = [id for id in graph.claims if id not in places and not graph.outgoing(id)]
    others = list(_plant(graph, ends, places))
    for id in graph.claims:  # what is left hangs on circles
        if id not in places:
            others += _plant(graph, [id], places)
    _tell_circles((*theses, *others), places)
    return Forest(theses, tuple(others), places)


def _plant(graph: Graph, roots: Iterable[str], places: dict[str, Node]) -> tuple[Node, ...]:
    """Grow trees from roots, breadth first: each claim is met where it is closest to one of them."""
    planted = tuple(Node(Form.CLAIM, id) for id in roots)
    places.update((root.id, root) for root in planted)
    order = list(planted)
    queue = deque(each for root in planted for each in _bearing_on(graph, root, root.id))
    while queue:
        parent, relation = queue.popleft()
        level = parent.level + 1
        if len(relation.premises) == 1:
            node = _settle(graph, relation.premises[0], places, Node(Form.CLAIM, "", parent, relation, level))
            fresh = [node]
        else:
            node = Node(Form.LINKED, relation.id, parent, relation, level)
            node.children = fresh = [
                _settle(graph, premise, places, Node(Form.CLAIM, "", node, None, level, member=True))
                for premise in relation.premises
            ]
            order.append(node)
        parent.children.append(node)
        order += fresh
        queue += _bearing_on(graph, node, relation.id)
        for claim in fresh:
            if claim.form is Form.CLAIM:
                queue += _bearing_on(graph, claim, claim.id)
    for node in reversed(order):
        node.claims += node.form is Form.CLAIM
        if node.parent:
            node.parent.claims += node.claims
    return planted


def _settle(graph: Graph, claim: str, places: dict[str, Node], node: Node) -> Node:
    """Make a node that of a claim: the claim's place if it has none yet, else a reference to it."""
    node.id = claim
    if claim not in graph.claims:
        node.form = Form.UNKNOWN
    elif places.setdefault(claim, node) is not node:
        node.form = Form.AGAIN
    return node


def _bearing_on(graph: Graph, node: Node, target: str) -> list[tuple[Node, Relation]]:
    """Return what bears on a node's claim or relation, each with the node."""
    found = graph.incoming(target)
    in_order = sorted(found, key=lambda relation: _ORDER[relation.kind]) if len(found) > 1 else found
    return [(node, relation) for relation in in_order]


class _Move(Enum):
    MEET = auto()
    ENTER = auto()
    LEAVE = auto()


def _tell_circles(roots: Iterable[Node], places: dict[str, Node]) -> None:
    """Mark the references to a claim that the branch they stand on bears on."""
    above: set[Node] = set()
    pending = [(root, _Move.MEET) for root in roots]
    while pending:
        node, move = pending.pop()
        if move is _Move.ENTER:
            above.add(node)
        elif move is _Move.LEAVE:
            above.discard(node)
        else:
            if node.form is Form.AGAIN and places[node.id] in above:
                node.form = Form.CIRCULAR
            if not node.children:
                continue
            # Undercuts hang from the line of a premise, but bear on the step that it takes part in.
            pending.append((node, _Move.LEAVE))
            pending += ((child, _Move.MEET) for child in node.children if not child.undercuts(node))
            pending.append((node, _Move.ENTER))
            pending += ((child, _Move.MEET) for child in node.children if child.undercuts(node))
