"""The tree of a YAML or JSON file: plain values, each knowing which characters of the file it came from."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from collections.abc import Mapping as Entries
from functools import cached_property
from sys import intern
from typing import Protocol

from argmap.finding import LINE_BREAK, Problem, Related, Span
from argmap.model import nfc

MAX_DEPTH = 100
"""Levels of nesting that a file may have; a map needs about six."""

_NOTHING = frozenset({"~", "null", "Null", "NULL"})
"""How YAML writes that a field is not given, besides leaving it empty."""

Value = str | int | float | bool | None


class Node:
    """A part of a file: characters ``start`` to ``end``, counted from 0, the end exclusive."""

    __slots__ = ("end", "start")

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

    __slots__ = ("items",)

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.items: list[Node] = []


class Mapping(Node):
    """Keys with their nodes, in the order of the file."""

    __slots__ = ("entries",)

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end
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
    """Stands for a list or mapping that can be read again from its text, which ends at ``stop``."""

    __slots__ = ("stop",)

    def __init__(self, start: int, end: int, stop: int) -> None:
        super().__init__(start, end)
        self.stop = stop


class Places(Entries[str, tuple[Node, Node]]):
    """Keys and nodes of which only the places are kept, as numbers: a small part of their memory."""

    def __init__(self) -> None:
        self._order: dict[str, int] = {}
        self._offsets = array("Q")

    def add(self, name: str, key: Node, node: Node) -> None:
        """Keep the place of a key and that of its node."""
        self._order[name] = len(self._order)
        stop = 0 if isinstance(node, Scalar) else _stop(node)
        self._offsets.extend((key.start, key.end, node.start, node.end, stop))

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


def _stop(node: Node) -> int:
    """Return where the text of a node ends; a block of YAML ends with the last thing in it."""
    stop = node.end
    while not isinstance(node, Scalar):
        if isinstance(node, Mapping) and node.entries:
            _, node = next(reversed(node.entries.values()))
        elif isinstance(node, Sequence) and node.items:
            node = node.items[-1]
        else:
            break
        stop = max(stop, node.end)
    return stop


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
        starts = [0]
        while start := self.text.find("\n", starts[-1]) + 1:
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


class Taker(Protocol):
    """Takes each claim of a file as soon as it has been read, so that not all nodes are there at once."""

    places: Places
    """Where the claims stand that it has taken."""

    def claim(self, id: str, key: Scalar, entry: Mapping) -> None:
        """Take a claim: its id, the node of that, and its fields."""


class Builder:
    """Builds the tree from the pieces of a file as they come; notes keys that a mapping holds twice.

    Args:
        lines: the text of the file.
        shift: what is added to the offsets of the pieces: they may come from a part of the file.
        taker: takes the claims; if there is none, they stay in the tree.
    """

    def __init__(self, lines: Lines, shift: int = 0, taker: Taker | None = None) -> None:
        self.lines = lines
        self.shift = shift
        self._taker = taker
        self._claims: Mapping | None = None
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._here: Sequence | Mapping | None = None
        """What pieces are added to: the list or mapping begun last, that has not ended."""
        self._key: Scalar | None = None
        """If that is a mapping, the key whose value is due."""
        self._around: list[tuple[Sequence | Mapping | None, Scalar | None]] = []
        """What was being added to before, from the outside in."""

    def problem(self, code: str, node: Node, message: str, help: str) -> None:
        """Note a problem with a node."""
        span = self.lines.span(node.start, max(node.end, node.start + 1))
        self.problems.append(Problem(code, message, span, help=help))

    def open(self, collection: Sequence | Mapping) -> None:
        """Begin a list or mapping.

        Raises:
            TooDeepError: if :data:`MAX_DEPTH` are open already.
        """
        if len(self._around) >= MAX_DEPTH:
            raise TooDeepError(collection.start)
        self.add(collection)
        self._around.append((self._here, self._key))
        self._here, self._key = collection, None

    def close(self, end: int) -> None:
        """End the list or mapping begun last; ``end`` is where the sign stands that does so, if one does."""
        node = self._here
        assert node is not None  # noqa: S101  what ends has begun
        self._here, self._key = self._around.pop()
        node.end = max(node.end, end)
        if self._claims is not None and self._here is self._claims and isinstance(node, Mapping):
            self._take(self._claims.entries, node)

    def _take(self, claims: dict[str, tuple[Scalar, Node]], entry: Mapping) -> None:
        """Hand a claim over, unless it is the second of its id."""
        id = next(reversed(claims), None)
        if self._taker and id is not None and claims[id][1] is entry:
            key, _ = claims.pop(id)
            self._taker.claim(id, key, entry)

    def add(self, node: Node) -> None:
        """Put a node where it belongs: at the root, in a list, as a key or as the value of one."""
        here, key = self._here, self._key
        if here is None:
            if self.root is None:
                self.root = node
        elif key is None and isinstance(here, Mapping):
            self._key = self._as_key(node)
        else:
            if isinstance(node, Scalar) and node.plain and node.value in _NOTHING:
                node.value = None
            if isinstance(here, Sequence):
                here.items.append(node)
                return
            assert key is not None  # noqa: S101  else this node would have become it
            self._key = None
            self._enter(here, key, node)

    def _enter(self, here: Mapping, key: Scalar, node: Node) -> None:
        """Put a node into a mapping, unless there is one of the same key."""
        name = str(key.value)
        if name == "<<" and key.plain:
            self.problem("AM005", key, "merge key <<", "Write the fields out: a map has no merge keys.")
        elif name in here.entries:
            self._duplicate(key, here.entries[name][0])
        elif self._taker and here is self._claims and name in self._taker.places:
            self._duplicate(key, self._taker.places[name][0])
        else:
            here.entries[name] = (key, node)
            if self._taker and name == "claims" and here is self.root and isinstance(node, Mapping):
                self._claims = node

    def _as_key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            if not isinstance(node.value, str):
                node.value = "" if node.value is None else str(node.value)
            # The same few names, over and over, and ids that are referred to.
            node.value = intern(nfc(node.value))
            return node
        self.problem("AM005", node, "a list or mapping as a key", "Use a word as the key.")
        return Scalar(node.start, node.end, "")

    def _duplicate(self, second: Scalar, first: Node) -> None:
        self.problems.append(
            Problem(
                "AM002",
                f"the key {second.value!r} stands twice; the second is not read",
                self.lines.span(second.start, second.end),
                (Related("first here", self.lines.span(first.start, first.end)),),
                "Give one of the two another name, or join them.",
            )
        )
