"""The shape of an argmap file: which keys stand where, and how nesting becomes a flat map.

Nodes come in, plain data in the shape of :class:`~argmap.model.Map` goes out, which pydantic then
validates; the places of relations are remembered on the way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from argmap.finding import Problem, Related
from argmap.formats.fields import Fields, given
from argmap.formats.nodes import Lines, Mapping, Node, Nodes, Places, Scalar, Sequence
from argmap.formats.notation import (
    CITATIONS,
    CLAIM_FIELDS,
    MAP_FIELDS,
    REASONS,
    RELATION_FIELDS,
    SOURCE_FIELDS,
    VERSION,
    FreeIds,
    parse_place,
)
from argmap.model import Kind


@dataclass(slots=True)
class Shape:
    """The content of a file in the shape of a map, and where its relations stand."""

    data: dict[str, Any] = field(default_factory=dict)
    relations: Nodes | Places = field(default_factory=Nodes)
    problems: list[Problem] = field(default_factory=list)


def flatten(root: Mapping, lines: Lines) -> Shape:
    """Return the content of a file in the shape of :class:`~argmap.model.Map`."""
    return Flattener(lines).file(root)


class Flattener(Fields):
    """Brings the content of a file into the shape of :class:`~argmap.model.Map`.

    Everything that does not fit the shape is left out and becomes a problem. Claims may be taken one by one before the
    rest of the file, for what bears on them waits until all ids are known.

    Args:
        lines: the text of the file.
        fold: whether to remember of claims and relations only where they stand.
    """

    def __init__(self, lines: Lines, *, fold: bool = False) -> None:
        super().__init__(lines)
        kept = Places if fold else Nodes
        self.out = Shape(problems=self.problems, relations=kept())
        self.places = kept()
        self.claims: dict[str, dict[str, Any]] = {}
        self.relations: dict[str, dict[str, Any]] = {}
        self.waiting: list[tuple[str, str, Node]] = []
        """Claims with the keys and lists of what bears on them."""
        self.ids = FreeIds(self.relations)  # no claim's id has a colon

    def file(self, root: Mapping) -> Shape:
        """Return the content of a file; of its claims, those taken already need not be there."""
        data = self.out.data
        self._version(root)
        for key, node in self.fields(root, MAP_FIELDS, "a map"):
            if key == "thesis":
                theses = node.items if isinstance(node, Sequence) else [node]
                data["thesis"] = [self.id(item, "the id of a claim") for item in theses if given(item)]
            elif key == "sources":
                data["sources"] = {
                    id: self.source(id, entry) for id, _, entry in self.entries(node, "sources", "a source")
                }
            elif key == "claims":
                for id, word, entry in self.entries(node, "claims", "a claim"):
                    self.claim(id, word, entry)
                self._finish(root.get("include"))
            elif key != "argmap":
                data[key] = self.value(key, node)
        return self.out

    def _finish(self, include: Node | None) -> None:
        """Add the claims and the relations between them."""
        included = frozenset(include.entries if isinstance(include, Mapping) else ())
        for id, claim in self.claims.items():
            if "/" in id and "text" not in claim and id.partition("/")[0] in included:
                claim["text"] = id  # it stands in a map that is included; here is what bears on it besides
        self.out.data |= {"claims": self.claims, "relations": self.relations}
        for id, key, value in self.waiting:
            self.reasons(id, key, value)

    def _version(self, root: Mapping) -> None:
        version = root.get("argmap")
        if version is None:
            start = Node(root.start, root.start)
            help = f"Begin the file with 'argmap: {VERSION}', the version of the format."
            self.problem("AM006", start, "not marked as a map: the key 'argmap' is missing", help)
        elif not isinstance(version, Scalar) or str(version.value) != str(VERSION):
            help = f"This argmap reads version {VERSION} of the format."
            self.problem("AM006", version, "unknown version of the format", help)

    def source(self, id: str, entry: Mapping) -> dict[str, Any]:
        """Return the fields of a source."""
        fields = self.fields(entry, SOURCE_FIELDS, "a source")
        return {"id": id} | {key: self.value(key, node) for key, node in fields}

    def claim(self, id: str, key: Node, entry: Mapping) -> None:
        """Take a claim."""
        claim: dict[str, Any] = {"id": id}
        for name, value in self.fields(entry, CLAIM_FIELDS, "a claim"):
            if name in REASONS:
                self.waiting.append((id, name, value))
            elif name in CITATIONS:
                claim[name] = list(self.citations(value))
            elif name == "ignore":
                claim[name] = self.set_aside(value)
            else:
                claim[name] = self.value(name, value)
        self.claims[id] = claim
        self.places.add(id, key, entry)

    def set_aside(self, node: Node) -> dict[str, Any]:
        """Return the codes of findings set aside with their reasons; report those without."""
        if isinstance(node, Mapping):
            pairs = list(node.pairs())
        else:
            items = node.items if isinstance(node, Sequence) else [node]
            pairs = [(self.word(item, "a code with a reason"), item) for item in items]
        reasons: dict[str, Any] = {}
        for code, why in pairs:
            if isinstance(node, Mapping) and given(why):
                reasons[code] = self.value("note", why)
            else:
                help = f"Write it so: ignore: {{{code}: the reason}}"
                self.problem("AM902", why, f"{code} is set aside without a reason", help)
        return reasons

    def citations(self, node: Node) -> Iterator[dict[str, Any]]:
        """Yield the quotes of ``{source: place}``, ``{source: [place, …]}``, ``source`` or ``[source, …]``."""
        if isinstance(node, Mapping):
            for source, places in node.pairs():
                items = places.items if isinstance(places, Sequence) else [places]
                for item in items:
                    word = (
                        self.word(item, 'a place such as ¶3 or "first words … last words"')
                        if given(item)
                        else ""
                    )
                    self.cut(item)
                    yield {"source": source, **parse_place(word)}
        else:
            for item in node.items if isinstance(node, Sequence) else [node]:
                if given(item):
                    yield {"source": self.id(item, "the id of a source")}

    def reasons(self, target: str, key: str, node: Node) -> None:
        """Add the relations of a list to what they bear on."""
        if not given(node):
            return
        if not isinstance(node, Sequence):
            name = node.value if isinstance(node, Scalar) else "{premises: […]}"
            self.problem("AM006", node, f"{key} should be a list", f"Write it so: {key}: [{name}]")
            return
        for item in node.items:
            self.relation(target, REASONS[key], item)

    def relation(self, target: str, kind: Kind, item: Node) -> None:
        """Add a relation, then those that bear on it."""
        relation: dict[str, Any] = {"kind": kind, "target": target, "premises": []}
        nested = []
        if not isinstance(item, Mapping):
            relation["premises"] = self.premises(item)
        else:
            for key, value in self.fields(item, RELATION_FIELDS, "a relation"):
                if key == "premises":
                    relation[key] = self.premises(value)
                elif key in REASONS:
                    nested.append((key, value))
                elif key == "id":
                    relation[key] = self.id(value, "an id")
                elif key == "questions":
                    pairs = self.mapping(value, "questions with answers")
                    relation[key] = {word: self.value("note", answer) for word, answer in pairs}
                else:
                    relation[key] = self.value(key, value)
        if not relation["premises"]:
            help = "Name one claim, or several that work only together."
            self.problem("AM006", item, "a relation without premises", help)
            return
        if not relation.get("id") or self.is_taken(relation["id"], item):
            relation["id"] = self.ids.find(kind, relation["premises"], target)
        id = relation["id"]
        self.out.relations.add(id, item, item)
        self.relations[id] = relation
        for key, value in nested:
            self.reasons(id, key, value)

    def premises(self, node: Node) -> list[str]:
        """Return the ids of one claim or of several."""
        what = "the id of a claim"
        if isinstance(node, Sequence):
            return [self.id(item, what) for item in node.items]
        return [self.id(node, what)]

    def is_taken(self, own: str, item: Node) -> bool:
        """Tell whether another claim or relation has the id that is given to a relation, and report it."""
        known = self.places if own in self.places else self.out.relations
        if own not in known:
            return False
        first, _ = known[own]
        node = (item.get("id") if isinstance(item, Mapping) else None) or item
        self.problems.append(
            Problem(
                "AM102",
                f"the id {own!r} is given twice",
                self.lines.span(node.start, node.end),
                (Related("first here", self.lines.span(first.start, max(first.end, first.start + 1))),),
                "Claims and relations share one set of ids: give one of the two another.",
            )
        )
        return True
