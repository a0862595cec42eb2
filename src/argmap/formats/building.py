"""Builds the tree of a YAML or JSON file from its pieces, and hands the claims over as they come."""

from __future__ import annotations

from sys import intern
from typing import Protocol

from argmap.finding import Problem, Related
from argmap.formats.nodes import MAX_DEPTH, Lines, Mapping, Node, Places, Scalar, Sequence, TooDeepError
from argmap.model import nfc

_NOTHING = frozenset({"~", "null", "Null", "NULL"})
"""How YAML writes that a field is not given, besides leaving it empty."""


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
