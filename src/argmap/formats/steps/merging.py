"""Brings a document of claims and steps up to date with a map; what the map does not touch stays as it is."""

from __future__ import annotations

from typing import cast

from argmap.formats.imported import clean
from argmap.formats.steps.argument import Argument, Json, by_node, key
from argmap.formats.steps.dialect import Dialect, Draft, Pair
from argmap.formats.steps.interpretation import interpret
from argmap.model import Claim, Kind, Map, Relation


def merge(document: Json, map: Map, dialect: Dialect) -> None:
    """Change a document, in place, so that it argues what a map does."""
    _Merger(document, map, dialect).merge()


class _Merger:
    def __init__(self, document: Json, map: Map, dialect: Dialect) -> None:
        self.map = map
        self.dialect = dialect
        self.argument: Argument = interpret(document, dialect)
        self.draft = Draft(document, dialect)
        self.node_of: dict[str, Json] = {
            id: self.node(number) for id, number in self.argument.claims.items() if id in map.claims
        }
        """For each claim and relation its node."""
        self.cut: set[Pair] = set()
        self.joined: list[tuple[str, str]] = []
        """Ends of the edges to add, by the ids of claims and relations."""

    def node(self, number: int) -> Json:
        return cast("Json", self.argument.links.nodes[number])

    def merge(self) -> None:
        gone = {number for id, number in self.argument.claims.items() if id not in self.map.claims}
        for id, node in self.node_of.items():
            restore_text(node, self.map.claims[id])
        for number, ids in by_node(self.argument.steps).items():
            kept = [self.map.relations[id] for id in ids if id in self.map.relations]
            if kept:
                self.node_of |= {relation.id: self.node(number) for relation in kept}
                self.step(ids, kept)
            else:
                gone.add(number)
        gone |= self.dialect.left_over(self.argument.links, gone)
        self.take_out(gone)
        for claim in self.map.claims.values():
            if claim.id not in self.node_of:
                self.new_claim(claim)
        for relation in self.map.relations.values():
            if relation.id not in self.node_of:
                self.new_step(relation)
        for source, target in self.joined:
            self.draft.link(self.id(source), self.id(target))
        self.draft.sign()

    def take_out(self, gone: set[int]) -> None:
        """Take out nodes, with or without an id, and the edges that are cut."""
        names = {number: key(self.node(number).get(self.dialect.id)) for number in gone}
        self.draft.without({name for name in names.values() if name is not None}, self.cut)
        nameless = {id(self.node(number)) for number, name in names.items() if name is None}
        if nameless:
            self.draft.filter("nodes", lambda row: id(row) not in nameless)

    def id(self, of: str) -> object:
        """Return the id of the node of a claim or relation, which is given one if it has none."""
        node = self.node_of[of]
        if key(node.get(self.dialect.id)) is None:
            node[self.dialect.id] = self.draft.named(of)
        return node[self.dialect.id]

    def premises(self, relation: Relation) -> tuple[str, ...]:
        return tuple(id for id in dict.fromkeys(relation.premises) if id in self.map.claims)

    def step(self, ids: list[str], kept: list[Relation]) -> None:
        """Bring a step up to date with the relations that it makes."""
        before = [self.argument.steps[id] for id in ids]
        node = self.node_of[kept[0].id]
        kind, scheme = kept[0].kind, kept[0].scheme
        if _written(kind) != _written(before[0].kind) or scheme != self.dialect.scheme(node):
            self.dialect.set_step(node, kind, scheme)
        was = {(frozenset(step.premises), step.target) for step in before}
        now = {(frozenset(self.premises(it)), it.target) for it in kept}
        if was == now:
            return
        first = kept[0].id
        premises = dict.fromkeys(id for it in kept for id in self.premises(it))
        targets = dict.fromkeys(it.target for it in kept)
        old_premises = {id for step in before for id in step.premises}
        old_targets = {step.target for step in before}
        self.cut |= {self.pair(id, first) for id in old_premises - premises.keys()}
        self.cut |= {self.pair(first, id) for id in old_targets - targets.keys()}
        self.joined += [(id, first) for id in premises if id not in old_premises]
        self.joined += [(first, id) for id in targets if id not in old_targets]

    def pair(self, source: str, target: str) -> Pair:
        return self.name(source), self.name(target)

    def name(self, of: str) -> str:
        """Return the id of a node in the document as it was."""
        number = self.argument.claims.get(of)
        if number is None:
            number = self.argument.steps[of].node
        return key(self.node(number).get(self.dialect.id)) or ""

    def new_claim(self, claim: Claim) -> None:
        node = self.dialect.claim_node(self.draft.named(claim.id), claim.text)
        self.node_of[claim.id] = node
        self.draft.add(node)
        self.dialect.add_speaker(self.draft, node[self.dialect.id], claim)

    def new_step(self, relation: Relation) -> None:
        node = self.dialect.step_node(self.draft.named(relation.id), relation.kind, relation.scheme)
        self.node_of[relation.id] = node
        self.draft.add(node)
        self.joined += [(premise, relation.id) for premise in self.premises(relation)]
        self.joined.append((relation.id, relation.target))


def _written(kind: Kind) -> Kind:
    """Return the kind of a step that is written for a relation: an undercut is an attack on a step."""
    return Kind.ATTACKS if kind is Kind.UNDERCUTS else kind


# -- texts: taken out of a document that a map carries where the claim has them


def text_of(node: Json) -> str:
    """Return the text of a node as its claim has it."""
    text = node.get("text")
    return clean(text) if isinstance(text, str) else clean(key(text) or "")


def take_text(node: Json, text: str) -> None:
    """Take out the text that a claim has; one that the claim has in another form stays, marked as what it is."""
    if "text" in node:
        original = node["text"]
        if not isinstance(original, str):
            node["text"] = [original]
        elif original == text:
            node["text"] = None


def restore_text(node: Json, claim: Claim) -> None:
    """Put the text of a claim into its node; one that the claim has in another form comes back as it was."""
    kept = node.get("text")
    original = kept[0] if isinstance(kept, list) and kept else kept
    if ("text" in node and kept is None) or text_of({"text": original}) != claim.text:
        node["text"] = claim.text
    elif "text" in node:
        node["text"] = original
