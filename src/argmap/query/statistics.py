"""Counts and shape of a map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from argmap.evaluate import granted
from argmap.graph import Graph
from argmap.model import Kind


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts of a map.

    Attributes:
        claims: how many claims there are.
        roles: claims by role.
        voices: claims by voice.
        verdicts: claims by verdict, if the premises are granted.
        depths: claims by the number of steps to the thesis of the whole map; those that do not bear on one are left out.
        relations: relations by kind.
        linked: relations of several premises.
        unsupported: claims without support, evidence or assumption.
        assumed: claims granted without support.
        residual: objections knowingly left standing.
        evidenced: claims that cite evidence.
        sources: for each source how many claims are made in it, and how many rest on it.
        components: parts of the map that no relation joins.
    """

    claims: int
    roles: Mapping[str, int]
    voices: Mapping[str, int]
    verdicts: Mapping[str, int]
    depths: Mapping[int, int]
    relations: Mapping[str, int]
    linked: int
    unsupported: int
    assumed: int
    residual: int
    evidenced: int
    sources: Mapping[str, tuple[int, int]]
    components: int


def statistics(graph: Graph, elsewhere: Collection[str] = ()) -> Statistics:
    """Count what is in a map, or in a part of one: roles, depths and verdicts are those of the whole.

    Args:
        graph: the map.
        elsewhere: ids of claims, relations and sources that it includes and that are counted elsewhere.
    """
    claims = [claim for id, claim in graph.claims.items() if id not in elsewhere]
    steps = [relation for id, relation in graph.relations.items() if id not in elsewhere]
    whole = graph.whole
    own = {id: source for id, source in graph.map.sources.items() if id not in elsewhere}
    made = Counter(id for claim in claims for id in {quote.source for quote in claim.at})
    rests = Counter(id for claim in claims for id in {quote.source for quote in claim.evidence})
    relations = Counter(str(relation.kind) for relation in steps)
    labels = granted(whole).labels if claims else {}
    far = (whole.distance.get(claim.id) for claim in claims)
    return Statistics(
        claims=len(claims),
        roles=dict(Counter(str(graph.roles[claim.id]) for claim in claims)),
        voices=dict(Counter(str(claim.voice) for claim in claims)),
        verdicts=dict(Counter(labels[claim.id].verdict for claim in claims)),
        depths=dict(sorted(Counter(depth for depth in far if depth is not None).items())),
        relations={str(kind): relations[kind] for kind in Kind if relations[kind]},
        linked=sum(len(relation.premises) > 1 for relation in steps),
        unsupported=sum(claim.id in graph.unsupported for claim in claims),
        assumed=sum(bool(claim.assumed) for claim in claims),
        residual=sum(bool(claim.residual) for claim in claims),
        evidenced=sum(bool(claim.evidence) for claim in claims),
        sources={id: (made[id], rests[id]) for id in {**own, **made, **rests}},
        components=len(graph.components),
    )
