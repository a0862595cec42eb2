"""The shape of an argmap file: which keys stand where, and how nesting becomes a flat map.

Nodes come in, plain data in the shape of :class:`~argmap.model.Map` goes out, which pydantic then
validates; the places of relations are remembered on the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from sys import intern
from typing import Any

from argmap.finding import Problem, Related
from argmap.formats.nodes import Lines, Mapping, Node, Scalar, Sequence, plain
from argmap.formats.notation import (
    CITATIONS,
    CLAIM_FIELDS,
    LISTS,
    MAP_FIELDS,
    REASONS,
    RELATION_FIELDS,
    SOURCE_FIELDS,
    VERSION,
    FreeIds,
    parse_place,
    wrong_way,
)
from argmap.model import Kind, nfc
from argmap.suggest import did_you_mean

_PROSE = frozenset(
    [
        "assumed",
        "authors",
        "description",
        "draft",
        "file",
        "label",
        "license",
        "note",
        "publisher",
        "residual",
        "scheme",
        "section",
        "speaker",
        "tags",
        "text",
        "title",
        "warrant",
    ]
)
"""Fields of free text, in which a ``#`` may be meant."""
_LOST = re.compile(r" #[^\r\n]*")


@dataclass(slots=True)
class Shape:
    """The content of a file in the shape of a map, and where its relations stand."""

    data: dict[str, Any] = field(default_factory=dict)
    relations: dict[str, Node] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def flatten(root: Mapping, lines: Lines) -> Shape:
    """Return the content of a file in the shape of :class:`~argmap.model.Map`.

    Everything that does not fit the shape is left out and becomes a problem.
    """
    return _Flattener(lines).file(root)


class _Flattener:
    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.out = Shape()
        self.taken: dict[str, Node] = {}
        self.ids = FreeIds(self.taken)
        self.hashes = " #" in lines.text
        self.included: frozenset[str] = frozenset()
        """Names of the maps that the file includes."""

    def problem(self, code: str, node: Node, message: str, help: str | None = None) -> None:
        span = self.lines.span(node.start, max(node.end, node.start + 1))
        self.out.problems.append(Problem(code, message, span, help=help))

    # -- the parts of a file

    def file(self, root: Mapping) -> Shape:
        data = self.out.data
        self._version(root)
        if isinstance(include := root.get("include"), Mapping):
            self.included = frozenset(include.entries)
        for key, node in self.fields(root, MAP_FIELDS, "a map"):
            if key == "thesis":
                theses = node.items if isinstance(node, Sequence) else [node]
                data["thesis"] = [self.id(item, "the id of a claim") for item in theses if _given(item)]
            elif key == "sources":
                data["sources"] = {
                    id: self.source(id, entry) for id, entry in self.entries(node, "sources", "a source")
                }
            elif key == "claims":
                self.claims(node)
            elif key != "argmap":
                data[key] = self.value(key, node)
        return self.out

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
        fields = self.fields(entry, SOURCE_FIELDS, "a source")
        return {"id": id} | {key: self.value(key, node) for key, node in fields}

    def claims(self, node: Node) -> None:
        entries = self.entries(node, "claims", "a claim")
        claims = self.out.data["claims"] = {}
        for id, _ in entries:
            self.taken[id] = node.entries[id][0] if isinstance(node, Mapping) else node
        reasons: list[tuple[str, str, Node]] = []
        for id, entry in entries:
            claim: dict[str, Any] = {"id": id}
            for key, value in self.fields(entry, CLAIM_FIELDS, "a claim"):
                if key in REASONS:
                    reasons.append((id, key, value))
                elif key in CITATIONS:
                    claim[key] = list(self.citations(value))
                elif key == "ignore":
                    claim[key] = self.set_aside(value)
                else:
                    claim[key] = self.value(key, value)
            if id.partition("/")[0] in self.included and "/" in id and "text" not in claim:
                claim["text"] = id  # it stands in a map that is included; here is what bears on it besides
            claims[id] = claim
        self.out.data["relations"] = {}
        for id, key, value in reasons:
            self.reasons(id, key, value)

    def set_aside(self, node: Node) -> dict[str, Any]:
        """Return the codes of findings set aside with their reasons; report those without."""
        if isinstance(node, Mapping):
            pairs = list(node.pairs())
        else:
            items = node.items if isinstance(node, Sequence) else [node]
            pairs = [(self.word(item, "a code with a reason"), item) for item in items]
        reasons: dict[str, Any] = {}
        for code, why in pairs:
            if isinstance(node, Mapping) and _given(why):
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
                        if _given(item)
                        else ""
                    )
                    self._cut(item)
                    yield {"source": source, **parse_place(word)}
        else:
            for item in node.items if isinstance(node, Sequence) else [node]:
                if _given(item):
                    yield {"source": self.id(item, "the id of a source")}

    # -- relations

    def reasons(self, target: str, key: str, node: Node) -> None:
        if not _given(node):
            return
        if not isinstance(node, Sequence):
            name = node.value if isinstance(node, Scalar) else "{premises: […]}"
            self.problem("AM006", node, f"{key} should be a list", f"Write it so: {key}: [{name}]")
            return
        for item in node.items:
            self.relation(target, REASONS[key], item)

    def relation(self, target: str, kind: Kind, item: Node) -> None:
        fields: Iterable[tuple[str, Node]] = [("premises", item)]
        if isinstance(item, Mapping):
            fields = self.fields(item, RELATION_FIELDS, "a relation")
        relation: dict[str, Any] = {"kind": kind, "target": target, "premises": []}
        nested = []
        for key, value in fields:
            if key == "premises":
                ids = value.items if isinstance(value, Sequence) else [value]
                relation[key] = [self.id(id, "the id of a claim") for id in ids]
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
        id = relation["id"] = self.own_id(relation, item)
        self.out.relations[id] = item
        self.out.data["relations"][id] = relation
        for key, value in nested:
            self.reasons(id, key, value)

    def own_id(self, relation: dict[str, Any], item: Node) -> str:
        """Return the given id of a relation, or one derived from its content; it is not taken yet."""
        given = relation.get("id")
        if given is not None and given in self.taken:
            node = item.get("id") if isinstance(item, Mapping) else None
            node, first = node or item, self.taken[given]
            self.out.problems.append(
                Problem(
                    "AM102",
                    f"the id {given!r} is given twice",
                    self.lines.span(node.start, node.end),
                    (Related("first here", self.lines.span(first.start, max(first.end, first.start + 1))),),
                    "Claims and relations share one set of ids: give one of the two another.",
                )
            )
            given = None
        id = given or self.ids.find(relation["kind"], relation["premises"], relation["target"])
        self.taken[id] = item
        return id

    # -- values

    def fields(self, node: Mapping, known: tuple[str, ...], what: str) -> Iterator[tuple[str, Node]]:
        """Yield the fields of a mapping that are known and given; report the others."""
        for key, (word, value) in node.entries.items():
            if key not in known:
                self.problem(
                    "AM004",
                    word,
                    f"{what} has no field {key!r}",
                    wrong_way(key) or did_you_mean(key, known) or f"Known fields: {', '.join(known)}.",
                )
            elif _given(value):
                yield key, value

    def entries(self, node: Node, key: str, what: str) -> list[tuple[str, Mapping]]:
        """Return the entries of ``sources`` or ``claims`` that are mappings; report the others."""
        found = []
        for id, value in self.mapping(node, f"{key}: ids, each with its fields"):
            if isinstance(value, Mapping):
                found.append((id, value))
            else:
                known, first = (CLAIM_FIELDS, "text") if key == "claims" else (SOURCE_FIELDS, "title")
                help = f"Write it so: {id}: {{{first}: …}}"
                if id in known:
                    help = f"{id!r} is a field of {what}: indent it more than the id that it belongs to."
                self.problem("AM006", value, f"{what} should be a mapping of fields", help)
        return found

    def mapping(self, node: Node, what: str) -> Iterator[tuple[str, Node]]:
        if isinstance(node, Mapping):
            yield from node.pairs()
        elif _given(node):
            self.problem("AM006", node, f"this should be a mapping: {what}", "Write it so: {key: value, …}")

    def value(self, key: str, node: Node) -> object:
        """Return the value of a field as plain data; a single value stands for a list of one."""
        if key in _PROSE:
            for item in node.items if isinstance(node, Sequence) else [node]:
                self._cut(item)
        if key in LISTS and isinstance(node, Scalar):
            return [node.value]
        return plain(node)

    def word(self, node: Node, what: str) -> str:
        if isinstance(node, Scalar) and node.value is not None:
            return str(node.value)
        self.problem("AM006", node, f"this should be {what}")
        return "_"

    def id(self, node: Node, what: str) -> str:
        return intern(nfc(self.word(node, what)))

    def _cut(self, node: Node) -> None:
        """Notice text that goes on behind `` #``, where YAML takes it for a comment.

        Comments at the end of a line are set off by two spaces or more; prose has one.
        """
        if not (self.hashes and isinstance(node, Scalar) and node.plain):
            return
        if rest := _LOST.match(self.lines.text, node.end):
            self.problem(
                "AM003",
                Node(rest.start() + 1, rest.end()),
                "the text ends before this ' #': what follows is a comment",
                "If it belongs to the text, put the whole text in double quotes; "
                "if it is a comment, set it off by two spaces.",
            )


def _given(node: Node) -> bool:
    return not (isinstance(node, Scalar) and node.value is None)
