"""Counts and shape of a map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
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
        depths: claims by the number of steps to the thesis; those that do not bear on one are left out.
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


def statistics(graph: Graph) -> Statistics:
    """Count what is in a map."""
    claims = graph.claims.values()
    made = Counter(id for claim in claims for id in {quote.source for quote in claim.at})
    rests = Counter(id for claim in claims for id in {quote.source for quote in claim.evidence})
    relations = Counter(str(relation.kind) for relation in graph.relations.values())
    labels = granted(graph).labels.claims().values() if graph.claims else ()
    return Statistics(
        claims=len(graph.claims),
        roles=dict(Counter(map(str, graph.roles.values()))),
        voices=dict(Counter(str(claim.voice) for claim in claims)),
        verdicts=dict(Counter(label.verdict for label in labels)),
        depths=dict(sorted(Counter(graph.distance.values()).items())),
        relations={str(kind): relations[kind] for kind in Kind if relations[kind]},
        linked=sum(len(relation.premises) > 1 for relation in graph.relations.values()),
        unsupported=sum(map(graph.is_unsupported, graph.claims)),
        assumed=sum(bool(claim.assumed) for claim in claims),
        residual=sum(bool(claim.residual) for claim in claims),
        evidenced=sum(bool(claim.evidence) for claim in claims),
        sources={id: (made[id], rests[id]) for id in {**graph.map.sources, **made, **rests}},
        components=len(graph.components),
    )
