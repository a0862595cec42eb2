"""Arg-microtexts XML (Peldszus and Stede 2015): texts cut into units, units that bear on one another.

An argumentative unit (``adu``) is a claim; its words are those of the segments (``edu``) that lead to it.
Edges ``sup`` and ``exa`` (an example) support, ``reb`` attacks, ``und`` undercuts the edge that it leads to;
``add`` adds a linked premise to an edge. A unit that several segments lead to is said several times. What the proponent's opponent would say is reported speech.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmap.formats import xml_elements
from argmap.formats.base import Reading
from argmap.formats.collecting import Collector
from argmap.formats.nodes import Lines
from argmap.formats.xml_elements import Element
from argmap.model import Kind, Voice

_KINDS = {"sup": Kind.SUPPORTS, "exa": Kind.SUPPORTS, "reb": Kind.ATTACKS, "und": Kind.UNDERCUTS}
_PARTS = frozenset({"edu", "joint", "adu", "edge"})
_OPPONENT = "an opponent"


def read(text: str, name: str) -> Reading:
    """Return what came of reading a text; ``name`` is used in messages."""
    lines = Lines(text)
    elements, problems = xml_elements.read(lines)
    made = Collector(name, lines, "microtext")
    made.problems += problems
    return _Graph(elements, made).reading()


class _Graph:
    def __init__(self, elements: list[Element], made: Collector) -> None:
        self.made = made
        self.root = elements[0] if elements else None
        self.elements = [it for it in elements if it.name in _PARTS and self._named(it)]
        self.parts = {it.get("id"): it for it in self.elements}
        self.told: dict[str, list[Element]] = {}
        """For each unit or joint what leads to it: segments, or joints of segments."""
        self.joined: dict[str, list[Element]] = {}
        """For each edge those that add a premise to it."""

    def _named(self, part: Element) -> bool:
        if part.get("id"):
            return True
        self.made.problem("AM006", part.tag, f"<{part.name}> has no id")
        return False

    def reading(self) -> Reading:
        """Return the map that the graph is."""
        if self.root is None:
            return self.made.reading()
        if self.root.name != "arggraph":
            message = f"not an argument graph: <{self.root.name}> at its top, not <arggraph>"
            self.made.problem("AM006", self.root.tag, message)
        for edge in self._all("edge"):
            self._sort(edge)
        for unit in self._all("adu"):
            self._claim(unit)
        premises = {premise for edge in self._all("edge") for premise in self._relation(edge)}
        central = [unit.get("id") for unit in self._all("adu") if unit.get("id") not in premises]
        about = {"topic": self.root.get("topic_id"), "stance": self.root.get("stance")}
        description = ", ".join(f"{what}: {which}" for what, which in about.items() if which)
        title = self.root.get("id").strip()
        return self.made.reading(central, title=title or None, description=description or None)

    def _all(self, name: str) -> Iterator[Element]:
        return (it for it in self.elements if it.name == name)

    def _sort(self, edge: Element) -> None:
        """Put an edge that is no relation of its own where it belongs; report what no edge may be."""
        type = edge.get("type")
        ends = [self.parts.get(edge.get(end)) for end in ("src", "trg")]
        if type == "seg":
            for end, part in zip(("src", "trg"), ends, strict=True):
                if part is None or part.name == "edge":
                    message = f"there is no segment, joint or unit {edge.get(end)!r}"
                    self.made.problem("AM101", edge.tag, message)
            if ends[0] is not None:
                self.told.setdefault(edge.get("trg"), []).append(ends[0])
        elif type == "add":
            if ends[1] is None or ends[1].get("type") not in _KINDS:
                message = f"there is no step {edge.get('trg')!r} to add a premise to"
                self.made.problem("AM101", edge.tag, message)
            self.joined.setdefault(edge.get("trg"), []).append(edge)
        elif type not in _KINDS:
            help = f"The types are {', '.join((*_KINDS, 'add', 'seg'))}."
            self.made.problem("AM006", edge.tag, f"an edge of the type {type!r}", help)

    def _claim(self, unit: Element) -> None:
        """Add a unit as a claim; where the text says it more than once, the first is the claim."""
        key = unit.get("id")
        statements = [segments for it in self.told.get(key, ()) if (segments := list(self._segments(it)))]
        first = statements[0] if statements else []
        fields: dict[str, Any] = {}
        if any(segment.get("implicit") == "true" for segment in first):
            fields = {"voice": Voice.IMPLICIT}
        elif unit.get("type") == "opp":
            fields = {"voice": Voice.REPORTED, "speaker": _OPPONENT}
        self.made.claim(key, _words(first), unit.tag, **fields)
        if first:
            self.made.place(("claims", self.made.id(key), "text"), first[0].tag)
        for again in statements[1:]:
            self.made.claim(again[0].get("id"), _words(again), again[0].tag, **fields)
            self.made.relation(Kind.REPHRASES, [again[0].get("id")], key, again[0].tag)

    def _segments(self, part: Element) -> Iterator[Element]:
        """Yield the segments of a joint, in the order of the text; a segment is its own."""
        if part.name == "edu":
            yield part
        elif part.name == "joint":
            joined = (it for it in self.told.get(part.get("id"), ()) if it.name == "edu")
            yield from sorted(joined, key=lambda segment: segment.tag.start)

    def _relation(self, edge: Element) -> list[str]:
        """Add a relation, and return its premises."""
        kind = _KINDS.get(edge.get("type"))
        if kind is None:
            return []
        edges = [edge, *self.joined.get(edge.get("id"), ())]
        premises = [it.get("src") for it in edges]
        fields: dict[str, Any] = {"scheme": "example"} if edge.get("type") == "exa" else {}
        self.made.relation(
            kind,
            premises,
            edge.get("trg"),
            edge.tag,
            key=edge.get("id"),
            places=[it.tag for it in edges],
            **fields,
        )
        return premises


def _words(segments: list[Element]) -> str:
    return " ".join(" ".join(segment.text.split()) for segment in segments)
