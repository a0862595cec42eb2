"""Builds the tree of a YAML or JSON file from its pieces, and hands the claims over as they come."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Entries
from sys import intern
from typing import Protocol

from argmap.finding import Problem, Related
from argmap.formats.nodes import (
    MAX_DEPTH,
    Lines,
    Mapping,
    Node,
    Nodes,
    Places,
    Scalar,
    Sequence,
    TooDeepError,
)
from argmap.scalars import nfc

_NOTHING = frozenset({"~", "null", "Null", "NULL"})
"""How YAML writes that a field is not given, besides leaving it empty."""


class Taker(Protocol):
    """Takes each claim of a file as soon as it has been read, so that not all nodes are there at once."""

    places: Nodes | Places
    """Where the claims stand that it has taken."""

    def claim(self, id: str, key: Scalar, entry: Mapping) -> None:
        """Take a claim: its id, the node of that, and its fields."""


class End(Node):
    """Ends the list or mapping begun last: the sign that does so, or the empty place where the next thing begins."""

    __slots__ = ()


class Builder:
    """Builds the tree from the pieces of a file; notes keys that a mapping holds twice.

    Args:
        lines: the text of the file.
        taker: takes the claims; if there is none, they stay in the tree.
    """

    def __init__(self, lines: Lines, taker: Taker | None = None) -> None:
        self.lines = lines
        self._taker = taker
        self.root: Node | None = None
        self.problems: list[Problem] = []

    def problem(self, code: str, node: Node, message: str, help: str) -> None:
        """Note a problem with a node."""
        span = self.lines.span(node.start, max(node.end, node.start + 1))
        self.problems.append(Problem(code, message, span, help=help))

    def build(self, pieces: Iterator[Node]) -> None:
        """Build the tree from scalars, and lists and mappings, each empty and followed by its parts and an :class:`End`.

        Raises:
            TooDeepError: if more than :data:`MAX_DEPTH` lists and mappings stand in one another.
        """
        for node in pieces:
            if self.root is None:
                self.root = node
            if not isinstance(node, Scalar):
                self._complete(node, pieces, 1)

    def _complete(self, node: Node, pieces: Iterator[Node], depth: int, taker: Taker | None = None) -> None:
        """Put into a list or mapping what follows it; take its value from a scalar that says that nothing is given."""
        if isinstance(node, Scalar):
            if node.plain and node.value in _NOTHING:
                node.value = None
        elif depth > MAX_DEPTH:
            raise TooDeepError(node.start)
        elif isinstance(node, Mapping):
            self._fill_mapping(node, pieces, depth, taker)
        elif isinstance(node, Sequence):
            self._fill_sequence(node, pieces, depth)

    def _fill_sequence(self, sequence: Sequence, pieces: Iterator[Node], depth: int) -> None:
        for node in pieces:
            if isinstance(node, End):
                _end(sequence, node)
                break
            self._complete(node, pieces, depth + 1)
            sequence.items.append(node)

    def _fill_mapping(
        self, mapping: Mapping, pieces: Iterator[Node], depth: int, taker: Taker | None
    ) -> None:
        """Put into a mapping what follows it; if it has the claims, hand those to a taker instead."""
        entries = mapping.entries
        for piece in pieces:
            if isinstance(piece, Scalar):
                key = piece
            elif isinstance(piece, End):
                _end(mapping, piece)
                break
            else:
                key = self._no_key(piece, pieces, depth)
            value = key.value
            if not isinstance(value, str):
                value = "" if value is None else str(value)
            # The same few names, over and over, and ids that are referred to.
            key.value = name = intern(nfc(value))
            present = taker.places if taker and name in taker.places else entries
            fits = (name not in present and name != "<<") or self._fits(key, name, present)
            node = next(pieces)
            claims = fits and name == "claims" and mapping is self.root
            self._complete(node, pieces, depth + 1, self._taker if claims else None)
            if fits:
                if taker and isinstance(node, Mapping):
                    taker.claim(name, key, node)
                else:
                    entries[name] = (key, node)

    def _fits(self, key: Scalar, name: str, present: Entries[str, tuple[Node, Node]]) -> bool:
        """Tell whether a mapping may have a key besides those present; report if not."""
        if name in present:
            self._duplicate(key, present[name][0])
        elif name == "<<" and key.plain:
            self.problem("AM005", key, "merge key <<", "Write the fields out: a map has no merge keys.")
        else:
            return True
        return False

    def _no_key(self, node: Node, pieces: Iterator[Node], depth: int) -> Scalar:
        """Refuse a list or mapping as a key; return one that stands for it."""
        key = Scalar(node.start, node.end, "")
        self.problem("AM005", key, "a list or mapping as a key", "Use a word as the key.")
        self._complete(node, pieces, depth + 1)
        return key

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


def _end(collection: Sequence | Mapping, at: End) -> None:
    collection.stop = at.end
    if at.end > at.start:
        collection.end = at.end
