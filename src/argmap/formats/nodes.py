"""The tree of a YAML or JSON file: plain values, each knowing which characters of the file it came from."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from collections.abc import Mapping as Entries
from functools import cached_property

from argmap.finding import LINE_BREAK, Problem, Span

MAX_DEPTH = 100
"""Levels of nesting that a file may have; a map needs about six."""

Value = str | int | float | bool | None


class Node:
    """A part of a file: characters ``start`` to ``end``, counted from 0, the end exclusive."""

    __slots__ = ("end", "start")

    # Some kinds set these two themselves: a file has very many of them, and a further call for each takes time.
    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end


class Scalar(Node):
    """A single value. In YAML it is always text, or None if nothing is written."""

    __slots__ = ("plain", "value")

    def __init__(self, start: int, end: int, value: Value, plain: bool = False) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.plain = plain
        """Written without quotes, so that `` #`` ends it."""


class Sequence(Node):
    """A list of nodes."""

    __slots__ = ("items", "stop")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.stop = end
        """Where what follows it begins, at the latest: a block of YAML has no end of its own."""
        self.items: list[Node] = []


class Mapping(Node):
    """Keys with their nodes, in the order of the file."""

    __slots__ = ("entries", "stop")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.stop = end
        self.entries: dict[str, tuple[Scalar, Node]] = {}

    def get(self, key: str) -> Node | None:
        """Return the value of a key, or None."""
        entry = self.entries.get(key)
        return None if entry is None else entry[1]

    def pairs(self) -> Iterator[tuple[str, Node]]:
        """Yield each key with its value."""
        for key, (_, value) in self.entries.items():
            yield key, value


class Folded(Node):
    """Stands for a list or mapping that can be read again from its text; what follows it begins at ``stop``."""

    __slots__ = ("stop",)

    def __init__(self, start: int, end: int, stop: int) -> None:
        super().__init__(start, end)
        self.stop = stop


class Nodes(dict[str, tuple[Node, Node]]):
    """Keys and nodes, whole."""

    def add(self, name: str, key: Node, node: Node) -> None:
        """Keep a key and its node."""
        self[name] = key, node

    def key(self, name: str) -> Node:
        """Return a key."""
        return self[name][0]


class Places(Entries[str, tuple[Node, Node]]):
    """Keys and nodes of which only the places are kept, as numbers: a small part of their memory."""

    def __init__(self) -> None:
        self._order: dict[str, int] = {}
        self._offsets = array("Q")

    def add(self, name: str, key: Node, node: Node) -> None:
        """Keep the place of a key and that of its node."""
        self._order[name] = len(self._order)
        stop = node.stop if isinstance(node, (Mapping, Sequence)) else 0
        self._offsets.fromlist([key.start, key.end, node.start, node.end, stop])

    def key(self, name: str) -> Node:
        """Return the place of a key."""
        first = self._order[name] * 5
        return Node(self._offsets[first], self._offsets[first + 1])

    def __getitem__(self, name: str) -> tuple[Node, Node]:
        first = self._order[name] * 5
        key_start, key_end, start, end, stop = self._offsets[first : first + 5]
        return Node(key_start, key_end), Folded(start, end, stop) if stop else Node(start, end)

    def __contains__(self, name: object) -> bool:
        return name in self._order

    def __iter__(self) -> Iterator[str]:
        return iter(self._order)

    def __len__(self) -> int:
        return len(self._order)


def plain(node: Node) -> object:
    """Return a node as plain data."""
    match node:
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key: plain(value) for key, value in node.pairs()}
        case Scalar():
            return node.value
    raise TypeError(node)


class Lines:
    """Turns offsets in a text into lines and columns."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        if "\r" in self.text:
            return [0, *(match.end() for match in LINE_BREAK.finditer(self.text))]
        find, start = self.text.find, 0
        starts = [start]
        while start := find("\n", start) + 1:
            starts.append(start)
        return starts

    def span(self, start: int, end: int | None = None) -> Span:
        """Return the span of the characters from ``start`` to ``end`` (default: one character)."""
        line, column = self._position(start)
        if end is None:
            return Span(line, column, line, column + 1)
        if line < len(self._starts) and end < self._starts[line]:  # most ends are on the same line
            return Span(line, column, line, column + end - start)
        return Span(line, column, *self._position(end))

    def column(self, offset: int) -> int:
        """Return the characters of a line that stand before an offset."""
        return self._position(offset)[1] - 1

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line, counted from 1, and a column, counted from 0."""
        return self._starts[min(line, len(self._starts)) - 1] + column

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class TooDeepError(Exception):
    """The file is nested deeper than any map needs, from an offset on."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset

    def problem(self, lines: Lines) -> Problem:
        """Return what to tell the user."""
        return Problem(
            "AM001",
            f"nested deeper than {MAX_DEPTH} levels",
            lines.span(self.offset),
            help="No map needs this; is it the right file?",
        )
