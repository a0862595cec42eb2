"""Parts of a map: some claims, with what is needed to read them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from argmap.graph import Graph
from argmap.model import Map, Relation


def part(graph: Graph, ids: Collection[str], without: Collection[str] = ()) -> Map:
    """Return a map of some claims, each with a shortest route to a thesis and the premises that it is linked with.

    Args:
        graph: the whole.
        ids: the claims to keep.
        without: claims to leave out, whatever else needs them; steps that need one are left out, too.
    """
    barred = set(without)
    kept = {id for id in ids if id in graph.claims} - barred
    kept |= _on_routes(graph, kept) - barred
    relations: dict[str, Relation] = {}
    waiting = [relation for claim in kept for relation in graph.outgoing(claim)]
    while waiting:
        chain = list(_chain(graph, waiting.pop()))
        premises = {premise for step in chain for premise in step.premises}
        if chain[-1].target not in kept or premises & barred:
            continue
        relations |= {step.id: step for step in chain}
        for premise in premises:
            if premise in graph.claims and premise not in kept:
                kept.add(premise)
                waiting += graph.outgoing(premise)
                waiting += (it for it in _leading(graph, premise) if not kept.isdisjoint(it.premises))
    whole = graph.map
    return whole.model_copy(
        update={
            "thesis": tuple(id for id in whole.thesis if id in kept),
            "claims": {id: claim for id, claim in whole.claims.items() if id in kept},
            "relations": {id: relation for id, relation in whole.relations.items() if id in relations},
            "expect": {id: label for id, label in whole.expect.items() if id in kept},
        }
    )


def _leading(graph: Graph, claim: str) -> Iterator[Relation]:
    """Yield the relations that lead to a claim, and those that undercut these."""
    waiting = list(graph.incoming(claim))
    for relation in waiting:
        yield relation
        waiting += graph.incoming(relation.id)


def _chain(graph: Graph, relation: Relation) -> Iterator[Relation]:
    """Yield a relation and, if it undercuts others, those, up to the one that leads to a claim."""
    yield relation
    while relation.target in graph.relations:
        relation = graph.relations[relation.target]
        yield relation


def _on_routes(graph: Graph, ids: Collection[str]) -> set[str]:
    """Return the claims on a shortest route from each of some to a thesis; what routes share is gone over once."""
    passed: set[str] = set()
    for id in ids:
        at = id
        while at not in passed:
            passed.add(at)
            if graph.distance.get(at, 0):
                at = min(
                    (list(_chain(graph, relation))[-1].target for relation in graph.outgoing(at)),
                    key=lambda target: graph.distance.get(target, len(graph.claims) + 1),
                )
    return passed
