"""What a picture shows, decided before it is drawn: which claim stands where, and which sections it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import inf
from types import MappingProxyType
from typing import Any, Final

from argmap.graph import Graph
from argmap.model import Relation
from argmap.render.forest import Form, Node, grow
from argmap.render.overlay import PLAIN, Overlay
from argmap.render.sections import keeps_to_sections
from argmap.render.theme import Mark, Theme
from argmap.render.view import View, view_of

SMALL: Final = 40
"""Up to so many claims, every line is drawn."""
_MOST_LINES: Final = 100
"""Unless there are more lines than this: laying them out would take for ever, and nobody could follow them."""
_BROADEST: Final = 7
"""Cards beside one another up to which the thesis stands on top; a picture of more would be a ribbon."""
NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


class Scene:
    """A map nested for drawing.

    A small map is drawn with a line wherever a claim bears on another. In a large one such lines cross the
    page and nobody can follow them: there, a claim stands where it is nearest to the thesis, and wherever
    else it bears on something a small card refers to it.

    In the same way sections are drawn as clusters unless the argument runs across them, which would
    stretch every cluster over the page: then cards give the number of their section, and the legend its name.

    Attributes:
        graph: The map.
        theme: How it looks.
        view: Which part of it is drawn.
        overlay: What is shown besides.
        small: Whether every line is drawn.
        upright: Whether the thesis stands on top; otherwise it stands at the left.
        spaced: Whether cards take every other rank, so that the points where lines meet take none of their room. With
            the thesis on top they do not: cards that stand at different heights fit more closely side by side.
        nodes: All nodes that are drawn, parents before children.
        claims: Ids of the claims that are drawn in full.
        relations: Ids of the relations that are drawn.
        sections: Numbers of the sections, in the order of the text as far as the map says where claims are made.
        clustered: Whether they are drawn as clusters.
        section: The section that each node is drawn in, if they are clusters: a claim's own, and for a point
            that of the first premise, or it would stretch the section that the step leads to. What has none is
            drawn with what it bears on.
        origins: Roots that bear on something that is not drawn, by the id of the claim.
        again: How often a claim is referred to.
        changes: Which claims and relations are new, gone or not the same, where two maps are drawn in one picture.
        links: Addresses that the cards of claims lead to, by the id of the claim.
    """

    def __init__(
        self,
        graph: Graph,
        theme: Theme,
        *,
        view: View | None = None,
        overlay: Overlay = PLAIN,
        links: Mapping[str, str] = NOTHING,
        changes: Mapping[str, Mark] = NOTHING,
        upright: bool | None = None,
    ) -> None:
        self.graph = graph
        self.theme = theme
        self.view = view or view_of(grow(graph))
        self.overlay = overlay
        self.links = links
        self.changes = changes
        self.nodes = list(self.view.nodes())
        self._roots = frozenset(self.view.roots)
        self.origins: dict[str, Node] = {}
        for root in self.view.roots:
            if root.parent:
                self.origins.setdefault(root.id, root)
        self.claims = {node.id: None for node in self.nodes if node.form is Form.CLAIM}
        self.relations = {
            node.relation.id: None for node in self.nodes if node.relation and node not in self._roots
        }
        self.small = (
            self.view.page is None and len(self.claims) <= SMALL and len(self.relations) <= _MOST_LINES
        )
        self.upright = self.small and (_breadth(self.nodes) <= _BROADEST if upright is None else upright)
        self._pointed = {
            node
            for node in self.nodes
            if (it := node.relation) and (len(it.premises) > 1 or it.scheme or graph.incoming(it.id))
        }
        self.spaced = not self.upright and any(self.step(node) and self.pointed(node) for node in self.nodes)
        self.sections = _sections(graph)
        self.clustered = bool(self.sections) and self.view.page is None and keeps_to_sections(graph)
        self.section: dict[Node, str | None] = {}
        if self.clustered:
            for node in self.nodes:
                self.section[node] = self._section(node)
        self.again = Counter(
            node.id for node in self.nodes if not self.small and node.form in (Form.AGAIN, Form.CIRCULAR)
        )

    def seen(self, view: View, *, upright: bool | None = None) -> Scene:
        """Return the same picture of another part of the map."""
        return Scene(
            self.graph,
            self.theme,
            view=view,
            overlay=self.overlay,
            links=self.links,
            changes=self.changes,
            upright=upright,
        )

    def turned(self) -> Scene:
        """Return the picture with the thesis on top if it stands at the left, and the other way round."""
        return self.seen(self.view, upright=not self.upright)

    def refers(self, node: Node) -> bool:
        """Tell whether a node is drawn as a card that refers to a claim, or says that there is none."""
        return node.form is Form.UNKNOWN or (not self.small and node.form in (Form.AGAIN, Form.CIRCULAR))

    def step(self, node: Node) -> Relation | None:
        """Return the relation that is drawn from a node: none from a root, wherever else it bears on something."""
        return None if node in self._roots else node.relation

    def pointed(self, node: Node) -> bool:
        """Tell whether the relation of a node has a point: linked premises or undercuts meet, or it has a scheme."""
        return node in self._pointed

    def _section(self, node: Node) -> str | None:
        source = node.children[0] if node.form is Form.LINKED else node
        claim = None if self.refers(source) else self.graph.claims.get(source.id)
        if claim and claim.section:
            return claim.section
        return self.section.get(node.parent) if node.parent else None


def _sections(graph: Graph) -> dict[str, int]:
    starts: dict[str, float] = {}
    for claim in graph.claims.values():
        if claim.section:
            paragraphs = [quote.paragraph for quote in claim.at if quote.paragraph]
            starts[claim.section] = min([starts.get(claim.section, inf), *paragraphs])
    return {section: number for number, section in enumerate(sorted(starts, key=starts.__getitem__), 1)}


def _breadth(nodes: Iterable[Node]) -> int:
    """Count the cards that stand beside one another at the most, thesis on top."""
    levels = Counter(node.level for node in nodes if node.form in (Form.CLAIM, Form.UNKNOWN))
    return max(levels.values(), default=0)
