"""Relations as lines in DOT, and the points where lines meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import Kind, Relation
from argmap.render import card, label, statements
from argmap.render.forest import Form, Node
from argmap.render.scene import Scene
from argmap.render.words import relation_in_words

if TYPE_CHECKING:
    from graphviz import Digraph

APART = 0.16
"""Inches between a card and a point."""
_TAG = 13
"""Columns of a tag on a line: it takes room between the cards."""


def relation_element(relation: str, part: str = "") -> str:
    """Return the id of a relation's group, or of a part of it: ``point``, or the place of a premise from 1."""
    return f"relation-{relation}" + (f"/{part}" if part else "")


def name_of(scene: Scene, node: Node) -> str:
    """Name what a node is drawn as. A claim's own name has no space; a colon would be read as a port."""
    if not scene.refers(node):
        return node.id
    if scene.small:
        return f"? {node.id}"
    relation = node.relation or (node.parent and node.parent.relation)
    return f"see {node.id} {relation.id.replace(':', ' ') if relation else ''}"


def words_at(relation: Relation) -> list[str]:
    """Return what there is to say of a step where its lines meet, a line each."""
    words = ["and"] if len(relation.premises) > 1 else []
    return words + (label.wrap(relation.scheme, _TAG) if relation.scheme else [])


def point(dot: Digraph, scene: Scene, relation: Relation) -> None:
    """Draw where lines meet: a dot, or a tag with what there is to say of the step."""
    theme = scene.theme
    line = theme.lines[relation.kind]
    words = words_at(relation)
    look = {
        "id": relation_element(relation.id, "point"),
        "class": f"point {relation.kind}",
        "color": line.colour,
        "tooltip": label.tip(relation_in_words(scene.graph, relation)),
    }
    if words:
        text = label.font("<BR/>".join(map(label.plain, words)), size=theme.small, colour=line.colour)
        look |= {
            "label": f"<{text}>",
            "shape": "box",
            "style": "rounded,filled",
            "fillcolor": theme.ground,
            "margin": "0.05,0.03",
            "width": f"{theme.room(max(map(label.columns, words)) + 2, theme.small) / 72:.2f}",
            "height": "0",
        }
    else:
        look |= {"label": "", "shape": "point", "width": "0.09"}
    dot.body.append(statements.node(_point(relation), statements.listed(look)))


def draw(dot: Digraph, scene: Scene, kind: Kind, nodes: list[Node]) -> None:
    """Draw the relations of a kind: what their lines share is said once."""
    line = scene.theme.lines[kind]
    look = {"class": str(kind), "color": line.colour, "style": line.style, "penwidth": f"{line.width}"}
    if line.tail:
        look |= {"dir": "both", "arrowtail": line.tail}
    with (
        dot.subgraph(edge_attr=look | {"arrowhead": line.head}) as heads,
        dot.subgraph(edge_attr=look | {"arrowhead": "none", "weight": "3"}) as tails,
    ):
        for node in nodes:
            if relation := node.relation:
                _line(heads, tails, scene, node, relation)


def _line(heads: Digraph, tails: Digraph, scene: Scene, node: Node, relation: Relation) -> None:
    tip = label.tip(relation_in_words(scene.graph, relation))
    target = scene.graph.relations.get(relation.target)
    end = _point(target) if target else relation.target
    weak = _weakened(scene, relation)
    head = {"id": relation_element(relation.id), "tooltip": tip, **weak, **_change(scene, relation)}
    if not scene.pointed(node):
        head |= _apart(scene, 1 if target else 2) | _settles(scene, node)
        heads.body.append(statements.edge(name_of(scene, node), end, statements.listed(head)))
        return
    meeting = _point(relation)
    if scene.theme.lines[relation.kind].tail:
        head["dir"] = "forward"
    head |= {"weight": "3"} | _apart(scene, 2 if target else 1)
    heads.body.append(statements.edge(meeting, end, statements.listed(head)))
    premises = [child for child in node.children if child.member] or [node]
    for place, premise in enumerate(premises, 1):
        look = {"id": relation_element(relation.id, str(place)), "tooltip": tip} | weak
        look |= _settles(scene, premise)
        tails.body.append(statements.edge(name_of(scene, premise), meeting, statements.listed(look)))


def _apart(scene: Scene, ranks: int) -> dict[str, str]:
    """Say how far apart a card and what it bears on are, where cards take every other rank."""
    return {"minlen": "2"} if scene.spaced and ranks == 2 else {}


def _weakened(scene: Scene, relation: Relation) -> dict[str, str]:
    """Draw a step that does not hold as a thin, faint line, so that what carries stands out."""
    if scene.overlay.verdict(relation.id) != "falls":
        return {}
    return {"color": scene.theme.faint, "penwidth": "0.6"}


def _change(scene: Scene, relation: Relation) -> dict[str, str]:
    """Mark a line that is new, gone or not the same."""
    change = scene.changes.get(relation.id)
    if change is None:
        return {}
    look = {"label": f"{card.CHANGED[change]} {change}", "fontcolor": scene.theme.changes[change]}
    return look | ({"style": "dashed"} if change == "removed" else {"penwidth": "3"})


def _settles(scene: Scene, node: Node) -> dict[str, str]:
    """A line that closes a circle must not put a claim above the one that it is grounds for."""
    return {"constraint": "false"} if node.form is Form.CIRCULAR and scene.small else {}


def _point(relation: Relation) -> str:
    return "step " + relation.id.replace(":", " ")
