"""A map as a typed graph: who bears on whom, with which polarity, in which role."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from argmap.components import components
from argmap.model import Claim, Kind, Map, Relation

if TYPE_CHECKING:
    import networkx as nx

Sign = Literal[1, -1]
"""+1 for a route with an even number of attacks and undercuts, −1 for an odd number."""

_SIGNS: Final[dict[int, frozenset[Sign]]] = {0: frozenset(), 1: frozenset({1}), -1: frozenset({-1})}
_BOTH: Final[frozenset[Sign]] = frozenset({1, -1})
_SUPPORTS: Final = Kind.SUPPORTS  # Python 3.11 takes its time to look up a member


class Role(StrEnum):
    """The part that a claim plays, computed from the graph."""

    THESIS = "thesis"
    PREMISE = "premise"
    """Bears on the thesis with positive polarity."""
    COUNTERCLAIM = "counterclaim"
    """Bears on the thesis with negative polarity."""
    REBUTTAL = "rebuttal"
    """Positive polarity, by attacking a counterclaim or undercutting its step."""
    MIXED = "mixed"
    """Bears on the thesis both ways."""
    DETACHED = "detached"
    """Bears on no thesis."""


_ROLES: Final = {
    _SIGNS[0]: Role.DETACHED,
    _SIGNS[1]: Role.PREMISE,
    _SIGNS[-1]: Role.COUNTERCLAIM,
    _BOTH: Role.MIXED,
}
"""The role that goes with the signs of a claim; a premise may be a rebuttal, or the thesis."""


class Graph:
    """The typed graph of a map.

    Nodes are the claims *and* the relations of the map, so that linked premises and undercuts need no
    special case: premises point to their relation, a relation to its target. Everything is computed
    when first asked for and takes time linear in the size of the map.

    Premises that name no claim of the map are kept in their relation and left out of every result here.
    """

    def __init__(self, map: Map, whole: Graph | None = None) -> None:
        """Take a map and, if it is a part of another, the graph of that: what the part leaves out is not missing."""
        self.map = map
        self._whole = whole

    @property
    def whole(self) -> Graph:
        """The graph of the whole map; this one, unless it is a part."""
        return self._whole or self

    @property
    def claims(self) -> Mapping[str, Claim]:
        """The claims by id, in the order of the map."""
        return self.map.claims

    @property
    def relations(self) -> Mapping[str, Relation]:
        """The relations by id, in the order of the map."""
        return self.map.relations

    @cached_property
    def theses(self) -> tuple[str, ...]:
        """Ids of the theses that exist."""
        return tuple(id for id in dict.fromkeys(self.map.thesis) if id in self.claims)

    @cached_property
    def _incoming(self) -> dict[str, tuple[Relation, ...]]:
        groups: defaultdict[str, list[Relation]] = defaultdict(list)
        for relation in self.relations.values():
            groups[relation.target].append(relation)
        return {target: tuple(relations) for target, relations in groups.items()}

    @cached_property
    def _outgoing(self) -> dict[str, tuple[Relation, ...]]:
        groups: defaultdict[str, list[Relation]] = defaultdict(list)
        for relation in self.relations.values():
            for premise in dict.fromkeys(relation.premises):
                groups[premise].append(relation)
        claims = self.claims
        return {premise: tuple(relations) for premise, relations in groups.items() if premise in claims}

    def claims_with(self, *fields: str) -> list[Claim]:
        """Claims that give one of these fields, be it only its default, in the order of the map.

        That a field is given is what pydantic notes of a claim as it is made or copied (``model_fields_set``).
        """
        places = {place for field in fields for place in self._places.get(field, ())}
        claims = list(self.claims.values()) if places else []
        return [claims[place] for place in sorted(places)]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The places of the claims that give a field, by its name: most claims give few of all that there are."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, claim in enumerate(self.claims.values()):
            for field in claim.model_fields_set:
                places[field].append(place)
        return places

    def incoming(self, target: str, kind: Kind | None = None) -> tuple[Relation, ...]:
        """Relations whose target is this claim or relation, of one kind or of all."""
        found = self._incoming.get(target, ())
        return tuple([it for it in found if it.kind is kind]) if found and kind is not None else found

    def outgoing(self, claim: str) -> tuple[Relation, ...]:
        """Relations that this claim is a premise of."""
        return self._outgoing.get(claim, ())

    @cached_property
    def unsupported(self) -> frozenset[str]:
        """Ids of the claims that have no support, no evidence and are not assumed."""
        given = self.claims_with("evidence", "assumed")
        granted = {claim.id for claim in given if claim.evidence or claim.assumed}
        return frozenset(self.claims) - self.whole.supported - granted

    @cached_property
    def supported(self) -> frozenset[str]:
        """Ids of the claims and relations that a relation supports."""
        return frozenset([it.target for it in self.relations.values() if it.kind is _SUPPORTS])

    @cached_property
    def polarity(self) -> Mapping[str, frozenset[Sign]]:
        """Signs of the routes from each claim and relation to a thesis; empty when there is none.

        A claim has the signs of the relations it is a premise of; a relation has the signs of its
        target, turned round if it attacks or undercuts. A thesis has +1 and nothing
        else: what bears on it counts for it, not for another thesis that it may support or attack.
        """
        return self._reached[0]

    @cached_property
    def distance(self) -> Mapping[str, int]:
        """Relations on the shortest route from each claim to a thesis; claims with none are left out."""
        return self._reached[1]

    @cached_property
    def _reached(self) -> tuple[dict[str, frozenset[Sign]], dict[str, int]]:
        """Polarity and distance, found step by step from the theses."""
        incoming, theses = self._incoming, self.theses
        # Until all is reached, theses have both signs: no other is looked for.
        claims = dict.fromkeys(self.claims, _SIGNS[0]) | dict.fromkeys(theses, _BOTH)
        relations = dict.fromkeys(self.relations, _SIGNS[0])
        distance = dict.fromkeys(theses, 0)
        reached = [(incoming.get(id, ()), 1) for id in theses]
        step = 0
        while reached:
            step += 1
            further: list[tuple[tuple[Relation, ...], int]] = []
            for aimed, sign in reached:
                for relation in aimed:
                    id, turned = relation.id, sign * relation.kind.sign
                    signs = relations[id]
                    if turned in signs:
                        continue
                    relations[id] = _BOTH if signs else _SIGNS[turned]
                    if id in incoming:
                        further.append((incoming[id], turned))
                    for premise in relation.premises:
                        signs = claims.get(premise, _BOTH)
                        if turned in signs:
                            continue
                        claims[premise] = _BOTH if signs else _SIGNS[turned]
                        distance.setdefault(premise, step)
                        if premise in incoming:
                            further.append((incoming[premise], turned))
            reached = further
        return claims | dict.fromkeys(theses, _SIGNS[1]) | relations, distance

    @cached_property
    def roles(self) -> Mapping[str, Role]:
        """The role of every claim; in a part of a map, that in the whole."""
        if self.whole is not self:
            return {id: self.whole.roles[id] for id in self.claims}
        polarity = self.polarity
        roles = {id: _ROLES[polarity[id]] for id in self.claims}
        for relation in self.relations.values():
            if relation.kind.sign < 0 and polarity[relation.id]:
                for premise in relation.premises:
                    if premise in roles and polarity[premise] == _SIGNS[1]:
                        roles[premise] = Role.REBUTTAL
        return roles | dict.fromkeys(self.theses, Role.THESIS)

    @cached_property
    def components(self) -> tuple[tuple[str, ...], ...]:
        """Claims that hang together, whatever the direction; components and claims in map order."""
        leader: dict[str, str] = {}

        def find(id: str) -> str:
            while (parent := leader.get(id, id)) != id:
                leader[id] = leader.get(parent, parent)
                id = parent
            return id

        claims = self.claims
        for relation in self.relations.values():
            root = find(relation.target)
            leader[find(relation.id)] = root
            for premise in relation.premises:
                if premise in claims:
                    leader[find(premise)] = root
        members: dict[str, list[str]] = {}
        for claim in self.claims:
            members.setdefault(find(claim), []).append(claim)
        return tuple(tuple(claims) for claims in members.values())

    def support_cycles(self) -> Iterator[tuple[Relation, ...]]:
        """Yield, for each set of claims that support one another in a circle, the relations involved.

        One set for each strongly connected component of the supports (Tarjan 1972); a claim that
        supports itself directly is left out.
        """
        premises: defaultdict[str, list[str]] = defaultdict(list)
        for relation in self.relations.values():
            if relation.kind is _SUPPORTS:
                premises[relation.target] += relation.premises
        claims, supported = self.claims, premises.keys()
        # No circle leads through a claim whose premises are all without support.
        inner = {id: ids for id, ids in premises.items() if id in claims and not supported.isdisjoint(ids)}
        for component in components(inner, lambda claim: inner.get(claim, ())):
            if len(component) > 1:
                inside = set(component)
                yield tuple(
                    relation
                    for claim in component
                    for relation in self.incoming(claim, _SUPPORTS)
                    if not inside.isdisjoint(relation.premises)
                )

    def to_networkx(self) -> nx.DiGraph[str]:
        """Return the graph for use with networkx.

        Every claim is a node with ``type="claim"``, ``claim`` (the model) and ``role``; every relation
        is a node with ``type="relation"``, ``relation`` (the model) and ``kind``. Edges run from premise
        to relation (``type="premise"``) and from relation to target (``type="target"``).

        >>> import networkx as nx
        >>> from argmap.model import Claim, Map
        >>> graph = Graph(Map(claims={"a": Claim(id="a", text="It rains.")})).to_networkx()
        >>> nx.get_node_attributes(graph, "type")
        {'a': 'claim'}
        """
        import networkx as nx

        graph: nx.DiGraph[str] = nx.DiGraph(title=self.map.title, thesis=self.theses)
        for claim in self.claims.values():
            graph.add_node(claim.id, type="claim", claim=claim, role=self.roles[claim.id])
        for relation in self.relations.values():
            graph.add_node(relation.id, type="relation", relation=relation, kind=relation.kind)
        for relation in self.relations.values():
            graph.add_edge(relation.id, relation.target, type="target")
            for premise in relation.premises:
                if premise in self.claims:
                    graph.add_edge(premise, relation.id, type="premise")
        return graph
