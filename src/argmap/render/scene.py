"""What a picture shows, decided before it is drawn: which claim stands where, and which sections it has."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping
from math import inf

from argmap.graph import Graph
from argmap.model import Relation
from argmap.render.forest import Form, Node, grow
from argmap.render.theme import Mark


class Scene:
    """A map nested for drawing.

    A small map is drawn with a line wherever a claim bears on another. In a large one such lines cross the
    page and nobody can follow them: there, a claim stands where it is nearest to the thesis, and wherever
    else it bears on something a small card refers to it.

    In the same way sections are drawn as clusters unless the argument runs across them, which would
    stretch every cluster over the page: then cards give the number of their section, and the legend its name.

    Attributes:
        graph: The map.
        small: Whether every line is drawn.
        nodes: All nodes of the trees, parents before children.
        sections: Numbers of the sections, in the order of the text as far as the map says where claims are made.
        clustered: Whether they are drawn as clusters.
        section: The section that each node is drawn in: a claim's own, and for a point that of the first
            premise, or it would stretch the section that the step leads to. What has none is drawn with what
            it bears on.
        again: How often a claim is referred to.
        changes: Which claims and relations are new, gone or not the same, where two maps are drawn in one picture.
    """

    def __init__(self, graph: Graph, *, upright: int, changes: Mapping[str, Mark]) -> None:
        self.graph = graph
        self.changes = changes
        self.small = len(graph.claims) <= upright
        self.sections = _sections(graph)
        self.clustered = bool(self.sections) and self._mostly_within_sections()
        forest = grow(graph)
        self.nodes: list[Node] = []
        self.section: dict[Node, str | None] = {}
        queue = deque([*forest.theses, *forest.others])
        while queue:
            node = queue.popleft()
            self.nodes.append(node)
            self.section[node] = self._section(node)
            queue.extend(node.children)
        self.again = Counter(
            node.id for node in self.nodes if not self.small and node.form in (Form.AGAIN, Form.CIRCULAR)
        )

    def refers(self, node: Node) -> bool:
        """Tell whether a node is drawn as a card that refers to a claim, or says that there is none."""
        return node.form is Form.UNKNOWN or (not self.small and node.form in (Form.AGAIN, Form.CIRCULAR))

    def pointed(self, node: Node) -> bool:
        """Tell whether the relation of a node has a point: linked premises or undercuts meet, or it has a scheme."""
        relation = node.relation
        return bool(
            relation and (len(relation.premises) > 1 or relation.scheme or self.graph.incoming(relation.id))
        )

    def _section(self, node: Node) -> str | None:
        source = node.children[0] if node.form is Form.LINKED else node
        claim = None if self.refers(source) else self.graph.claims.get(source.id)
        if claim and claim.section:
            return claim.section
        return self.section[node.parent] if node.parent else None

    def _mostly_within_sections(self) -> bool:
        within = [a == b for a, b in self._pairs() if a and b]
        return 3 * sum(within) >= 2 * len(within)

    def _pairs(self) -> Iterator[tuple[str | None, str | None]]:
        """Sections of the claims on both sides of each relation; an undercut bears on its step's premise."""
        claims, relations = self.graph.claims, self.graph.relations
        for relation in relations.values():
            target: Relation | None = relations.get(relation.target)
            end = target.premises[0] if target else relation.target
            for premise in relation.premises:
                if premise in claims and end in claims:
                    yield claims[premise].section, claims[end].section


def _sections(graph: Graph) -> dict[str, int]:
    starts: dict[str, float] = {}
    for claim in graph.claims.values():
        if claim.section:
            paragraphs = [quote.paragraph for quote in claim.at if quote.paragraph]
            starts[claim.section] = min([starts.get(claim.section, inf), *paragraphs])
    return {section: number for number, section in enumerate(sorted(starts, key=starts.__getitem__), 1)}
