"""The elements of a gsn2x file, as the file gives them."""

from __future__ import annotations

import re

from argmap.formats.collecting import Collector
from argmap.formats.nodes import Mapping, Node
from argmap.formats.yaml_fields import entries, given, names, words
from argmap.scalars import URL_PATTERN

_TYPES = {
    "CSn": "CounterSolution",
    "CG": "CounterGoal",
    "Sn": "Solution",
    "G": "Goal",
    "S": "Strategy",
    "C": "Context",
    "A": "Assumption",
    "J": "Justification",
}
"""Types of elements by how their ids begin, the longer beginnings first."""
GOALS = frozenset({"Goal", "CounterGoal"})
SOLUTIONS = frozenset({"Solution", "CounterSolution"})
_REFERENCES = frozenset({"supportedBy", "inContextOf", "challenges", "defeatedRelation"})
_MARKS = ("undeveloped", "defeated")
_LAYOUT = frozenset({"acp", "charWrap", "classes", "horizontalIndex", "horizontalRank", "rankIncrement"})
_OWN = _REFERENCES | _LAYOUT | {"text", "nodeType", "url", *_MARKS}


class Element:
    """An element of a safety case.

    Attributes:
        key: its id.
        place: where the id stands.
        type: what it is.
        text: its text, or else its id.
        supports: ids of elements that support it, each with its place.
        context: ids of elements that it is in the context of, likewise.
        challenges: what it challenges, likewise.
        url: its address, if it has one that can be linked to.
        tags: that it is undeveloped or defeated, or away: in another module.
        remarks: its additional layers, and an address that cannot be linked to.
        source: id of the source that it is made into, if it is a solution.
        evidence: ids of solutions that it rests on.
        notes: what is to be said of it besides.
    """

    def __init__(self, made: Collector, key: str, place: Node, type: str, node: Mapping) -> None:
        self.key = key
        self.place = place
        self.type = type
        self.text = words(node.get("text")).strip() or key
        self.supports = names(made, node.get("supportedBy"), "supportedBy")
        self.context = names(made, node.get("inContextOf"), "inContextOf")
        self.challenges = names(made, node.get("challenges"), "challenges")
        address = words(node.get("url")).strip()
        self.url = address if re.search(URL_PATTERN, address) else None
        self.tags = [mark for mark in _MARKS if words(node.get(mark)) == "true"]
        self.remarks = [f"{name}: {words(it)}" for name, it in node.pairs() if name not in _OWN and words(it)]
        if address and (self.url is None or type not in SOLUTIONS):
            self.remarks.append(f"url: {address}")
        self.source = ""
        self.evidence: list[str] = []
        self.notes: list[str] = []

    @classmethod
    def away(cls, made: Collector, key: str, place: Node) -> Element:
        """Return an element that stands in another module."""
        element = cls(made, key, place, type_of(key) or "Goal", Mapping(0, 0))
        element.tags.append("away")
        return element

    @property
    def named(self) -> str:
        """The type, the id and the text, for notes."""
        return f"{self.type} {self.key}: {self.text}" if self.text != self.key else f"{self.type} {self.key}"


def type_of(key: str, given: str = "") -> str | None:
    """Return the type of an element, by what it is said to be or else by how its id begins."""
    for type in _TYPES.values():
        if given.lower() == type.lower():
            return type
    return next((type for start, type in _TYPES.items() if key.startswith(start)), None)


def elements_of(made: Collector, root: Mapping) -> dict[str, Element]:
    """Return the elements of a file by their ids; report what is none."""
    elements = {}
    for key, place, node in entries(made, root, "a safety case"):
        if key == "module":
            continue
        if given(node) and not isinstance(node, Mapping):
            made.problem("AM006", node, f"{key!r} should have fields", f"Write it so: {key}: {{text: …}}")
            continue
        known = node if isinstance(node, Mapping) else Mapping(0, 0)
        if (type := type_of(key, words(known.get("nodeType")))) is None:
            help = f"Begin its id with {', '.join(sorted(_TYPES))}, or give it a nodeType."
            made.problem("AM006", place, f"{key!r} is no type of element", help)
        else:
            elements[key] = Element(made, key, place, type, known)
    return elements
