"""A map as a picture in Graphviz's language, DOT.

What can be seen: a card for every claim (its role and voice in the header, then its text, then what it
rests on), an arrow for every relation, sections as clusters, a heading and a legend. Arrows point to what
is argued for or against. A relation becomes two lines with a point between where something meets it:
linked premises join in a small "and", an undercut strikes the point of the step that it denies.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from argmap.graph import Graph
from argmap.model import Kind
from argmap.render import card, heading, label, statements, steps
from argmap.render.forest import Form, Node, grow
from argmap.render.overlay import PLAIN, Overlay
from argmap.render.scene import NOTHING, Scene
from argmap.render.steps import relation_element
from argmap.render.theme import Mark, Theme
from argmap.render.themes import LIGHT
from argmap.render.view import view_of

if TYPE_CHECKING:
    from graphviz import Digraph

__all__ = ["NO_CHANGES", "NO_LINKS", "claim_element", "dot_of", "relation_element", "to_dot"]

NO_LINKS: Mapping[str, str] = NOTHING
NO_CHANGES: Mapping[str, Mark] = NOTHING


def claim_element(claim: str) -> str:
    """Return the id that a claim's group has in an SVG."""
    return f"claim-{claim}"


def to_dot(
    graph: Graph,
    *,
    links: Mapping[str, str] = NO_LINKS,
    changes: Mapping[str, Mark] = NO_CHANGES,
    overlay: Overlay = PLAIN,
    depth: int | None = None,
    theme: Theme = LIGHT,
) -> str:
    """Return the picture of a map in DOT.

    The same map always gives the same text. Nothing in a map can leave its label: markup, entities and
    Graphviz's own escapes are shown as they were written.

    Args:
        graph: The map.
        links: Addresses that the cards of claims lead to, by the id of the claim.
        changes: Which claims and relations to mark as added, removed or changed.
        overlay: What to show besides: verdicts, findings, styles.
        depth: Levels below the thesis to draw; all if not given.
        theme: Colours and sizes.

    Returns:
        DOT source, UTF-8 when written. Nodes are named as claims are; in an SVG made from it, each claim is
        the element ``claim-<id>``, each relation ``relation-<id>``.
    """
    view = view_of(grow(graph), depth)
    return dot_of(Scene(graph, theme, view=view, overlay=overlay, links=links, changes=changes))


def dot_of(scene: Scene, **attributes: str) -> str:
    """Return what a picture shows in DOT; attributes are the graph's."""
    source: str = _Picture(scene).draw(attributes).source
    return source


class _Picture:
    """A picture in the making: nodes are put into their sections first, then lines are drawn."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.theme = scene.theme
        self.drawn: set[str] = set()
        self.references: dict[str, str] = {}

    def draw(self, attributes: Mapping[str, str]) -> Digraph:
        from graphviz import Digraph

        theme, scene = self.theme, self.scene
        dot = Digraph(
            "argmap",
            graph_attr={
                "id": "map",
                "rankdir": "BT" if scene.upright else "RL",
                "label": heading.heading(scene),
                "labelloc": "t",
                "labeljust": "l",
                "tooltip": label.tip(scene.graph.map.title or "Argument map"),
                "fontname": theme.font,
                "bgcolor": theme.ground,
                "nodesep": "0.25" if scene.upright else "0.1",
                "ranksep": f"{steps.APART}" if scene.spaced else "0.4",
                "pad": "0.25",
                "margin": "0",
                **attributes,
                **scene.overlay.graphviz,
            },
            node_attr={"fontname": theme.font, "shape": "plain"},
            edge_attr={
                "fontname": theme.font,
                "fontsize": f"{theme.small}",
                "arrowsize": "0.8",
                **({} if scene.upright else {"tailport": "w"}),
            },
        )
        sections: dict[str | None, list[Node]] = {None: []}
        sections |= {section: [] for section in scene.sections}
        for node in scene.nodes:
            sections[scene.section.get(node)].append(node)
        for number, (section, nodes) in enumerate(sections.items()):
            if section is None:
                self._put(dot, nodes)
            elif nodes:
                with dot.subgraph(name=f"cluster_{number}") as cluster:
                    self._section(cluster, number, section)
                    self._put(cluster, nodes)
        lines: dict[Kind, list[Node]] = {kind: [] for kind in Kind}
        for node in scene.nodes:
            if step := scene.step(node):
                lines[step.kind].append(node)
        for kind, nodes in lines.items():
            if nodes:
                steps.draw(dot, scene, kind, nodes)
        return dot

    def _section(self, cluster: Digraph, number: int, section: str) -> None:
        theme, upright = self.theme, self.scene.upright
        title = label.lines(section, theme.wrap)
        size = (theme.size + theme.large) // 2
        cluster.attr(
            id=f"section-{number}",
            label=f"<{label.font(title, size=size, colour=theme.faint, bold=True)}>",
            tooltip=label.tip(section),
            style="filled",
            fillcolor=theme.section,
            pencolor=theme.section_frame,
            margin="10",
            labeljust="l" if upright else "r",
            labelloc="b" if upright else "t",
        )

    def _put(self, dot: Digraph, nodes: list[Node]) -> None:
        for node in nodes:
            name = steps.name_of(self.scene, node)
            if node.form is Form.CLAIM:
                self._claim(dot, node.id)
            elif self.scene.refers(node) and name not in self.drawn:
                self.drawn.add(name)
                dot.body.append(statements.node(name, self._reference(node.id)))
            if (step := self.scene.step(node)) and self.scene.pointed(node):
                steps.point(dot, self.scene, step)

    def _reference(self, id: str) -> str:
        """Return the attributes of what stands for a claim that is drawn elsewhere: the same in all places."""
        if id not in self.references:
            claim = self.scene.graph.claims.get(id)
            self.references[id] = statements.listed(
                {
                    "label": f"<{card.reference(self.scene, id)}>",
                    "tooltip": label.tip(claim.text if claim else f"{id} is not defined"),
                    "class": "reference",
                }
            )
        return self.references[id]

    def _claim(self, dot: Digraph, id: str) -> None:
        scene = self.scene
        claim = scene.graph.claims[id]
        shape = card.shape_of(scene, id)
        framed = shape in (None, "box", "rounded")
        look = scene.overlay.looks.get(id)
        attributes = {
            "label": f"<{card.card(scene, claim, framed=framed)}>",
            "id": claim_element(id),
            "tooltip": label.tip(claim.text),
            "class": f"claim {scene.graph.roles[id]} {claim.voice}",
        }
        if not framed:
            attributes |= self._outline(id, shape or "")
        if id in scene.links:
            attributes |= {"URL": _address(scene.links[id]), "target": "_blank"}
        if look:
            attributes |= look.graphviz
        dot.body.append(statements.node(id, statements.listed(attributes)))

    def _outline(self, id: str, shape: str) -> dict[str, str]:
        """The frame of a card that is no box: the node's own."""
        paint = card.paint_of(self.scene, id)
        style = self.theme.boxes[self.scene.graph.claims[id].voice].style
        return {
            "shape": shape,
            "color": paint.frame,
            "style": f"filled,{style}" if style else "filled",
            "fillcolor": self.theme.ground,
            "margin": "0.05",
        }


def _address(url: str) -> str:
    """Write an address so that Graphviz passes it on; browsers take a backslash for a slash."""
    return url.replace("\\", "/").replace("&", "&amp;")
