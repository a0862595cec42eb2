"""GraphML, for programs that draw and measure graphs: Gephi, yEd, Cytoscape, igraph.

Claims and relations are nodes, as in :meth:`argmap.graph.Graph.to_networkx`: so linked premises and undercuts need no
special case. What a node has several of is one text, since attributes are plain values there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from argmap.formats.base import Keeps, Written
from argmap.formats.tables import flat
from argmap.graph import Graph
from argmap.model import Claim, Map, Relation

if TYPE_CHECKING:
    import networkx as nx

KEEPS: Final = Keeps(
    map=frozenset({"title", "description", "language", "authors", "license", "thesis"}),
    source=None,
    claim=frozenset(Claim.model_fields),
    relation=frozenset(Relation.model_fields),
)


def write(map: Map) -> Written:
    """Return a map in GraphML."""
    import networkx as nx

    plain: nx.DiGraph[str] = nx.DiGraph(**_attributes(_about(map)))
    graph = Graph(map).to_networkx()
    for id, node in graph.nodes(data=True):
        item: Claim | Relation = node["claim"] if node["type"] == "claim" else node["relation"]
        fields = dict(flat(item))
        del fields["id"]
        label = item.name if isinstance(item, Claim) else str(item.kind)
        extra = {"role": str(node["role"])} if isinstance(item, Claim) else {}
        plain.add_node(id, **_attributes({"type": node["type"], **fields, **extra, "label": label}))
    for start, end, edge in graph.edges(data=True):
        plain.add_edge(start, end, link=edge["type"])  # apart from the type of a node: keys are ids
    text = "\n".join(nx.generate_graphml(plain, named_key_ids=True)) + "\n"
    return Written.text(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}', tuple(KEEPS.dropped(map)))


def _about(map: Map) -> dict[str, object]:
    return {name: value for name, value in flat(map) if name in KEEPS.map}


def _attributes(fields: Mapping[str, object]) -> dict[str, str | float]:
    """Return what is given; a truth value beside reasons is a text like them."""
    return {
        name: str(value).lower() if isinstance(value, bool) else value
        for name, value in fields.items()
        if isinstance(value, str | float) or value is True
    }
