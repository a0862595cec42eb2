"""Sections of a map, as far as its argument keeps to them."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.graph import Graph
from argmap.model import Relation
from argmap.render.forest import Forest, Form, Node
from argmap.render.view import view_of


def keeps_to_sections(graph: Graph) -> bool:
    """Tell whether most steps stay within a section: otherwise to group by sections would tear the argument apart.

    >>> from argmap.model import Claim, Map
    >>> claims = {id: Claim(id=id, text=id, section=section) for id, section in (("a", "1"), ("b", "1"), ("c", "2"))}
    >>> step = Relation(id="r", kind="supports", premises=("b",), target="a")
    >>> keeps_to_sections(Graph(Map(claims=claims, relations={"r": step})))
    True
    >>> keeps_to_sections(Graph(Map(claims=claims, relations={"r": step.model_copy(update={"target": "c"})})))
    False
    """
    within = [one == other for one, other in _steps(graph) if one and other]
    return 3 * sum(within) >= 2 * len(within)


def sections_of(graph: Graph, forest: Forest) -> dict[Node, str | None]:
    """Return the section of every node of a map's trees; what has none goes with what it bears on."""
    found: dict[Node, str | None] = {}
    for node in view_of(forest).nodes():
        claim = graph.claims.get(node.id) if node.form is Form.CLAIM else None
        above = found.get(node.parent) if node.parent else None
        found[node] = (claim and claim.section) or above
    return found


def _steps(graph: Graph) -> Iterator[tuple[str | None, str | None]]:
    """Yield the sections of the claims on both sides of each relation; an undercut bears on its step's premise."""
    claims, relations = graph.claims, graph.relations
    for relation in relations.values():
        target: Relation | None = relations.get(relation.target)
        end = target.premises[0] if target else relation.target
        for premise in relation.premises:
            if premise in claims and end in claims:
                yield claims[premise].section, claims[end].section
