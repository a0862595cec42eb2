"""A map as a picture in Graphviz's language, DOT.

What can be seen: a card for every claim (its role and voice in the header, then its text, then what it
rests on), an arrow for every relation, sections as clusters, a heading and a legend. Arrows point to what
is argued for or against. A relation becomes two lines with a point between where something meets it:
linked premises join in a small "and", an undercut strikes the point of the step that it denies.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.graph import Graph
from argmap.model import Kind, Relation
from argmap.render import card, heading, label
from argmap.render.forest import Form, Node
from argmap.render.scene import Scene
from argmap.render.theme import PRINT, Mark, Theme
from argmap.render.words import relation_in_words

if TYPE_CHECKING:
    from graphviz import Digraph


NO_LINKS: Mapping[str, str] = MappingProxyType({})


def claim_element(claim: str) -> str:
    """Return the id that a claim's group has in an SVG."""
    return f"claim-{claim}"


def relation_element(relation: str, part: str = "") -> str:
    """Return the id of a relation's group, or of a part of it: ``point``, or the place of a premise from 1."""
    return f"relation-{relation}" + (f"/{part}" if part else "")


NO_CHANGES: Mapping[str, Mark] = MappingProxyType({})


def to_dot(
    graph: Graph,
    *,
    links: Mapping[str, str] = NO_LINKS,
    changes: Mapping[str, Mark] = NO_CHANGES,
    theme: Theme = PRINT,
) -> str:
    """Return the picture of a map in DOT.

    The same map always gives the same text. Nothing in a map can leave its label: markup, entities and
    Graphviz's own escapes are shown as they were written.

    Args:
        graph: The map.
        links: Addresses that the cards of claims lead to, by the id of the claim.
        changes: Which claims and relations to mark as added, removed or changed.
        theme: Colours and sizes.

    Returns:
        DOT source, UTF-8 when written. Nodes are named as claims are; in an SVG made from it, each claim is
        the element ``claim-<id>``, each relation ``relation-<id>``.
    """
    source: str = _Picture(graph, links, theme, changes).draw().source
    return source


class _Picture:
    """A picture in the making: nodes are put into their sections first, then lines are drawn."""

    def __init__(
        self, graph: Graph, links: Mapping[str, str], theme: Theme, changes: Mapping[str, Mark]
    ) -> None:
        self.links = links
        self.theme = theme
        self.scene = Scene(graph, upright=theme.upright, changes=changes)
        self.drawn: set[str] = set()

    def draw(self) -> Digraph:
        from graphviz import Digraph

        theme, scene = self.theme, self.scene
        dot = Digraph(
            "argmap",
            graph_attr={
                "id": "map",
                "rankdir": "BT" if scene.small else "RL",
                "label": heading.heading(scene, theme),
                "labelloc": "t",
                "labeljust": "l",
                "tooltip": _tip(scene.graph.map.title or "Argument map"),
                "fontname": theme.font,
                "nodesep": "0.25" if scene.small else "0.1",
                "ranksep": "0.4",
                "pad": "0.25",
                "margin": "0",
            },
            node_attr={"fontname": theme.font, "shape": "plain"},
            edge_attr={
                "fontname": theme.font,
                "fontsize": f"{theme.small}",
                "arrowsize": "0.8",
                **({} if scene.small else {"tailport": "w"}),
            },
        )
        sections: dict[str | None, list[Node]] = {None: []}
        sections |= {section: [] for section in scene.sections}
        for node in scene.nodes:
            sections[scene.section[node] if scene.clustered else None].append(node)
        for number, (section, nodes) in enumerate(sections.items()):
            if section is None:
                self._put(dot, nodes)
            elif nodes:
                with dot.subgraph(name=f"cluster_{number}") as cluster:
                    title = label.lines(section, theme.wrap)
                    cluster.attr(
                        id=f"section-{number}",
                        label=f"<{label.font(title, size=(theme.size + theme.large) // 2, colour=theme.faint, bold=True)}>",
                        tooltip=_tip(section),
                        style="filled",
                        fillcolor=theme.section,
                        pencolor=theme.section_frame,
                        margin="10",
                        labeljust="l" if scene.small else "r",
                        labelloc="b" if scene.small else "t",
                    )
                    self._put(cluster, nodes)
        for kind in Kind:
            if lines := [node for node in scene.nodes if node.relation and node.relation.kind is kind]:
                self._lines(dot, kind, lines)
        return dot

    def _put(self, dot: Digraph, nodes: list[Node]) -> None:
        for node in nodes:
            name = self._name(node)
            if node.form is Form.CLAIM:
                self._claim(dot, node.id)
            elif self.scene.refers(node) and name not in self.drawn:
                self.drawn.add(name)
                look = f"<{card.reference(self.scene, node.id, self.theme)}>"
                claim = self.scene.graph.claims.get(node.id)
                tip = _tip(claim.text if claim else f"{node.id} is not defined")
                dot.node(name, label=look, tooltip=tip, **{"class": "reference"})
            if node.relation and self.scene.pointed(node):
                self._point(dot, node.relation)

    def _claim(self, dot: Digraph, id: str) -> None:
        claim = self.scene.graph.claims[id]
        dot.node(
            id,
            label=f"<{card.card(self.scene, claim, self.theme)}>",
            id=claim_element(id),
            tooltip=_tip(claim.text),
            **({"URL": _address(self.links[id]), "target": "_blank"} if id in self.links else {}),
            **{"class": f"claim {self.scene.graph.roles[id]} {claim.voice}"},
        )

    def _point(self, dot: Digraph, relation: Relation) -> None:
        """Draw where lines meet: a dot, or a tag with what there is to say of the step."""
        line = self.theme.lines[relation.kind]
        words = ["and"] if len(relation.premises) > 1 else []
        words += label.wrap(relation.scheme, self.theme.wrap // 2) if relation.scheme else []
        look = {
            "id": relation_element(relation.id, "point"),
            "class": f"point {relation.kind}",
            "color": line.colour,
            "tooltip": _tip(relation_in_words(self.scene.graph, relation)),
        }
        if not words:
            dot.node(_point(relation), label="", shape="point", width="0.09", **look)
            return
        text = label.font("<BR/>".join(map(label.plain, words)), size=self.theme.small, colour=line.colour)
        dot.node(
            _point(relation),
            label=f"<{text}>",
            shape="box",
            style="rounded,filled",
            fillcolor="white",
            margin="0.05,0.03",
            width="0",
            height="0",
            **look,
        )

    def _name(self, node: Node) -> str:
        """Name what a node is drawn as. A claim's own name has no space; a colon would be read as a port."""
        if not self.scene.refers(node):
            return node.id
        if self.scene.small:
            return f"? {node.id}"
        relation = node.relation or (node.parent and node.parent.relation)
        return f"see {node.id} {relation.id.replace(':', ' ') if relation else ''}"

    def _lines(self, dot: Digraph, kind: Kind, nodes: list[Node]) -> None:
        """Draw the relations of a kind: what their lines share is said once."""
        line = self.theme.lines[kind]
        look = {"class": str(kind), "color": line.colour, "style": line.style, "penwidth": f"{line.width}"}
        if line.tail:
            look |= {"dir": "both", "arrowtail": line.tail}
        with (
            dot.subgraph(edge_attr=look | {"arrowhead": line.head}) as heads,
            dot.subgraph(edge_attr=look | {"arrowhead": "none", "weight": "3"}) as tails,
        ):
            for node in nodes:
                if relation := node.relation:
                    self._line(heads, tails, node, relation)

    def _line(self, heads: Digraph, tails: Digraph, node: Node, relation: Relation) -> None:
        tip = _tip(relation_in_words(self.scene.graph, relation))
        target = self.scene.graph.relations.get(relation.target)
        end = _point(target) if target else relation.target
        head = {"id": relation_element(relation.id), "tooltip": tip, **self._change(relation)}
        if not self.scene.pointed(node):
            heads.edge(self._name(node), end, **head, **self._settles(node))
            return
        point = _point(relation)
        if self.theme.lines[relation.kind].tail:
            head["dir"] = "forward"
        heads.edge(point, end, weight="3", **head)
        premises = [child for child in node.children if child.member] or [node]
        for place, premise in enumerate(premises, 1):
            id = relation_element(relation.id, str(place))
            tails.edge(self._name(premise), point, id=id, tooltip=tip, **self._settles(premise))

    def _change(self, relation: Relation) -> dict[str, str]:
        """Mark a line that is new, gone or not the same."""
        change = self.scene.changes.get(relation.id)
        if change is None:
            return {}
        look = {"label": f"{card.CHANGED[change]} {change}", "fontcolor": self.theme.changes[change]}
        return look | ({"style": "dashed"} if change == "removed" else {"penwidth": "3"})

    def _settles(self, node: Node) -> dict[str, str]:
        """A line that closes a circle must not put a claim above the one that it is grounds for."""
        return {"constraint": "false"} if node.form is Form.CIRCULAR and self.scene.small else {}


def _point(relation: Relation) -> str:
    return "step " + relation.id.replace(":", " ")


def _address(url: str) -> str:
    """Write an address so that Graphviz passes it on; browsers take a backslash for a slash."""
    return url.replace("\\", "/").replace("&", "&amp;")


def _tip(text: str) -> str:
    """Escape text for a tooltip, in which Graphviz reads entities once and backslashes twice."""
    from graphviz import escape

    escaped: str = escape(text.replace("&", "&amp;").replace("\\", "\\\\"))
    return escaped
