"""From the nodes of a file to a validated map whose every part can be located in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Mapping as Entries
from collections.abc import Sequence as Items
from dataclasses import replace

from argmap.finding import Path, Problem, Span
from argmap.formats.base import BROKEN, EMPTY, Reading, in_order
from argmap.formats.building import Taker
from argmap.formats.nodes import Folded, Lines, Mapping, Node, Nodes, Places, Scalar, Sequence
from argmap.formats.notation import CITATIONS
from argmap.formats.shape import Flattener
from argmap.formats.values import validated, value_problems
from argmap.model import Map

Read = Callable[[Lines, Taker], tuple[Node | None, list[Problem]]]
"""Reads the nodes of a text, and hands the claims over as it comes to them."""
Reread = Callable[[Lines, Folded], Node | None]
"""Reads a list or mapping of a text once more; None if it cannot."""


def read(name: str, text: str, format: str, read: Read, reread: Reread) -> Reading:
    """Return the reading of a text in one of argmap's own formats.

    The nodes take many times the memory of the text: they are dropped as soon as they can be.

    Args:
        name: what to call the file in messages.
        text: its text.
        format: the format that it is in.
        read: reads the nodes.
        reread: reads nodes again that are asked for.
    """
    lines = Lines(text)
    flattener = Flattener(lines, fold=True)
    root, problems = read(lines, flattener)
    return _reading(name, flattener, root=root, problems=problems, format=format, reread=reread)


def assemble(name: str, lines: Lines, root: Node, problems: list[Problem], format: str) -> Reading:
    """Return the reading of a file that nodes were made from."""
    return _reading(name, Flattener(lines), root=root, problems=problems, format=format)


def _reading(
    name: str,
    flattener: Flattener,
    *,
    root: Node | None,
    problems: list[Problem],
    format: str,
    reread: Reread | None = None,
) -> Reading:
    map: Map | None = None
    lines = flattener.lines
    locate = _Locator(lines, Mapping(0, 0), flattener.places, flattener.out.relations, reread)
    if isinstance(root, Mapping):
        shape = flattener.file(root)
        locate = _Locator(lines, root, flattener.places, shape.relations, reread)
        map, errors = validated(shape.data)
        problems = [*problems, *shape.problems, *value_problems(errors, locate, locate.spelled)]
    elif not problems:
        problems = [_no_map(lines, root)]
    if BROKEN.intersection(problem.code for problem in problems):
        map = None
    return Reading(name, lines.text, map, in_order(problems), locate, format)


def _no_map(lines: Lines, root: Node | None) -> Problem:
    help = "A map begins with 'argmap: 1', then 'thesis:' and 'claims:'."
    if root is None or (isinstance(root, Scalar) and root.value is None):
        return replace(EMPTY, help=help)
    return Problem("AM006", "not a map: the file has no fields at its top", lines.span(root.start), help=help)


class _Locator:
    """Finds the span of a part of the map, or of the nearest part that the file spells out."""

    def __init__(
        self,
        lines: Lines,
        root: Mapping,
        claims: Nodes | Places,
        relations: Nodes | Places,
        reread: Reread | None,
    ) -> None:
        self.lines = lines
        self.root = root
        self.claims = claims
        self.relations = relations
        self._reread = reread
        self._read: tuple[int, Node] = (-1, root)
        """The list or mapping that was read again last, after its start: often several of its parts are asked for."""
        self._cited: tuple[Node, list[tuple[Node, Node]]] = (root, [])
        """The last ``at`` or ``evidence`` with the nodes of its quotes: the source and the place."""

    def __call__(self, path: Path) -> Span:
        node = self._find(path)
        return self.lines.span(node.start, max(node.end, node.start + 1) if node.end else None)

    def _whole(self, node: Node) -> Node:
        """Return a node with all its parts, if it is folded."""
        if not isinstance(node, Folded) or self._reread is None:
            return node
        if self._read[0] != node.start:
            self._read = node.start, self._reread(self.lines, node) or node
        return self._read[1]

    def spelled(self, path: Path) -> bool:
        """Tell whether the file has a value for a field of a relation."""
        node = self._relation(path)
        return path[2] == "premises" or (isinstance(node, Mapping) and path[2] in node.entries)

    def _find(self, path: Path) -> Node:
        if len(path) == 2 and path[0] == "claims" and path[1] in self.claims:  # what most findings are about
            return self.claims.key(str(path[1]))
        if path[:1] == ("relations",) and len(path) > 1:
            node = self._relation(path)
            return self._start if node is None else _relation_part(node, path[2:])
        return self._part(path)

    def _relation(self, path: Path) -> Node | None:
        id = str(path[1])
        return self._whole(self.relations[id][1]) if id in self.relations else None

    def _part(self, path: Path) -> Node:
        """Return the node at a path, from the fields of the map downward."""
        node: Node = self.root
        here = self._start
        for depth, part in enumerate(path):
            entries: Entries[str, tuple[Node, Node]] = node.entries if isinstance(node, Mapping) else {}
            if depth == 1 and path[0] == "claims" and part in self.claims:
                entries = self.claims
            if isinstance(part, str) and part in entries:
                key, node = entries[part]
                here = key if depth == 1 or not isinstance(node, Scalar) or node.value is None else node
                if part in CITATIONS and depth == 2 and path[depth + 1 :]:
                    return self._citation(node, path[depth + 1 :], here)
            elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
                node = node.items[part]
                here = node
            else:
                break
            if depth + 1 < len(path):
                node = self._whole(node)
        return here

    def _citation(self, node: Node, path: Path, here: Node) -> Node:
        """Return the node of the n-th quote of ``at`` or ``evidence``: its place, or else its source."""
        if self._cited[0] is not node:
            self._cited = node, list(_cited(node))
        places, index = self._cited[1], path[0]
        if not isinstance(index, int) or index >= len(places):
            return here
        source, place = places[index]
        empty = isinstance(place, Scalar) and place.value is None
        return source if path[1:2] == ("source",) or empty else place

    @property
    def _start(self) -> Node:
        return Node(0, 0)


def _cited(node: Node) -> Iterator[tuple[Node, Node]]:
    """Yield the source and the place of each quote; for a source alone it is both."""
    if isinstance(node, Mapping):
        for key, value in node.entries.values():
            yield from ((key, item) for item in _items(value))
    else:
        yield from ((item, item) for item in _items(node))


def _relation_part(node: Node, path: Path) -> Node:
    if isinstance(node, Mapping):
        field = node.entries.get(str(path[0]) if path else "premises")
        if field is None:
            field = node.entries.get("premises")
        if field is None:
            return node
        key, value = field
        if isinstance(value, Scalar):
            return value
        return _nth(value, path[1:], key)
    return _nth(node, path[1:], node)


def _nth(node: Node, path: Path, here: Node) -> Node:
    items = _items(node)
    return items[path[0]] if path and isinstance(path[0], int) and path[0] < len(items) else here


def _items(node: Node) -> Items[Node]:
    return node.items if isinstance(node, Sequence) else [node]
