"""What ``show`` shows, as data for other programs.

Both functions return what :func:`json.dumps` takes. Every key is always there, so that a script need not
ask; what a map leaves out is ``null``, ``[]`` or ``false``. The number under ``argmap-show`` changes only
if a script that reads this shape could break.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from argmap.graph import Graph
from argmap.model import Relation
from argmap.render.forest import grow

VERSION = 1

Data = dict[str, Any]


def map_json(graph: Graph) -> Data:
    """Return a map with what its graph adds to it.

    The shape, beside ``argmap-show`` (its version, 1):

    - ``title``, ``description``, ``language``, ``authors``, ``license``: as in the map;
    - ``thesis``: ids as the map names them, whether they exist or not;
    - ``sources``: list of sources, each with ``id``, ``title``, ``authors``, ``publisher``, ``published``, ``url``,
      ``file``, ``sha256``, ``language``, ``note``;
    - ``claims``: list of claims in the order of the map, each with the fields of the map (``id``, ``text``, ``label``,
      ``at``, ``evidence``, ``voice``, ``speaker``, ``assumed``, ``residual``, ``confidence``, ``standard``, ``tags``, ``section``,
      ``note``, ``ignore``, ``draft``; ``at`` and ``evidence`` are lists of ``{"source", "paragraph", "text"}``) and, computed,
      ``role``; ``polarity`` (``"positive"``, ``"negative"``, ``"both"`` or ``null``); ``distance`` (relations on the
      shortest way to a thesis, or ``null``); ``unsupported``;
    - ``relations``: list of relations in the order of the map, each with ``id``, ``kind``, ``premises``, ``target``,
      ``scheme``, ``warrant``, ``weight``, ``note``, ``draft`` and, computed, ``polarity`` (towards the thesis, as above).

    Premises and theses may name claims that are not in the list.
    """
    about = graph.map.model_dump(
        mode="json", include={"title", "description", "language", "authors", "license", "thesis"}
    )
    return {
        "argmap-show": VERSION,
        **about,
        "sources": [source.model_dump(mode="json") for source in graph.map.sources.values()],
        "claims": [_claim(graph, id) for id in graph.claims],
        "relations": [_relation(graph, relation) for relation in graph.relations.values()],
    }


def claim_json(graph: Graph, claim: str) -> Data:
    """Return a claim with what bears on it and what it bears on.

    The shape, beside ``argmap-show`` (its version, 1):

    - ``claim``: the claim, as in :func:`map_json`;
    - ``grounds``, ``objections``: ids of the relations that speak for it and against it; the latter include
      the undercuts of the former;
    - ``bears_on``: ids of the relations that it is a premise of;
    - ``way``: ids of the relations on a shortest way to a thesis, first to last; an undercut is followed by
      the relation that it denies;
    - ``relations``, ``claims``, ``sources``: what these ids and the claim's quotes name, as in :func:`map_json`.

    Raises:
        KeyError: if the map has no such claim.
    """
    it = graph.claims[claim]
    incoming = graph.incoming(claim)
    grounds = [relation for relation in incoming if relation.kind.sign > 0]
    steps = [undercut for ground in grounds for undercut in graph.incoming(ground.id)]
    objections = [relation for relation in (*incoming, *steps) if relation.kind.sign < 0]
    bears_on = graph.outgoing(claim)
    forest = grow(graph)
    way = forest.way(claim) if graph.polarity[claim] else []
    relations = {r.id: r for r in (*grounds, *objections, *bears_on, *way)}
    for relation in [*relations.values()]:  # what an undercut denies may be a step of other claims
        _follow(graph, relation, relations)
    named = {id: None for r in relations.values() for id in (*r.premises, r.target) if id in graph.claims}
    cited = {quote.source: None for quote in (*it.at, *it.evidence)}
    return {
        "argmap-show": VERSION,
        "claim": _claim(graph, claim),
        "grounds": _ids(grounds),
        "objections": _ids(objections),
        "bears_on": _ids(bears_on),
        "way": _ids(way),
        "relations": [_relation(graph, relation) for relation in relations.values()],
        "claims": [_claim(graph, id) for id in named if id != claim],
        "sources": [graph.map.sources[id].model_dump(mode="json") for id in cited if id in graph.map.sources],
    }


def _follow(graph: Graph, relation: Relation, found: dict[str, Relation]) -> None:
    """Add the relations that an undercut denies, down to one that bears on a claim."""
    while target := graph.relations.get(relation.target):
        if target.id in found:
            return
        found[target.id] = relation = target


def _claim(graph: Graph, id: str) -> Data:
    return {
        **graph.claims[id].model_dump(mode="json"),
        "role": graph.roles[id].value,
        "polarity": _polarity(graph, id),
        "distance": graph.distance.get(id),
        "unsupported": id in graph.unsupported,
    }


def _relation(graph: Graph, relation: Relation) -> Data:
    return {**relation.model_dump(mode="json"), "polarity": _polarity(graph, relation.id)}


def _polarity(graph: Graph, id: str) -> str | None:
    signs = graph.polarity[id]
    if len(signs) == 2:
        return "both"
    return {1: "positive", -1: "negative"}[next(iter(signs))] if signs else None


def _ids(relations: Iterable[Relation]) -> list[str]:
    return [relation.id for relation in relations]
