"""From the nodes of a file to a validated map whose every part can be located in the file."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Items
from dataclasses import replace

from argmap.finding import Path, Problem, Span
from argmap.formats.base import BROKEN, EMPTY, Reading, in_order
from argmap.formats.nodes import Lines, Mapping, Node, Scalar, Sequence
from argmap.formats.notation import CITATIONS
from argmap.formats.shape import Shape, flatten
from argmap.formats.values import validated, value_problems
from argmap.model import Map


def assemble(name: str, lines: Lines, root: Node | None, problems: list[Problem], format: str) -> Reading:
    """Return the reading of a file whose nodes have been read."""
    shape = Shape()
    map: Map | None = None
    locate = _Locator(lines, Mapping(0, 0), shape)
    if isinstance(root, Mapping):
        shape = flatten(root, lines)
        locate = _Locator(lines, root, shape)
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

    def __init__(self, lines: Lines, root: Mapping, shape: Shape) -> None:
        self.lines = lines
        self.root = root
        self.relations = shape.relations
        self._places: dict[Node, list[tuple[Node, Node]]] = {}
        """For each ``at`` and ``evidence`` the nodes of its quotes: the source and the place."""

    def __call__(self, path: Path) -> Span:
        node = self._find(path)
        return self.lines.span(node.start, max(node.end, node.start + 1) if node.end else None)

    def spelled(self, path: Path) -> bool:
        """Tell whether the file has a value for a field of a relation."""
        node = self.relations.get(str(path[1]))
        return path[2] == "premises" or (isinstance(node, Mapping) and path[2] in node.entries)

    def _find(self, path: Path) -> Node:
        if path[:1] == ("relations",) and len(path) > 1:
            node = self.relations.get(str(path[1]))
            return self._start if node is None else _relation_part(node, path[2:])
        return self._part(path)

    def _part(self, path: Path) -> Node:
        """Return the node at a path, from the fields of the map downward."""
        node: Node = self.root
        here = self._start
        for depth, part in enumerate(path):
            if isinstance(node, Mapping) and isinstance(part, str) and part in node.entries:
                key, node = node.entries[part]
                here = key if depth == 1 or not isinstance(node, Scalar) or node.value is None else node
                if part in CITATIONS and depth == 2 and path[depth + 1 :]:
                    return self._citation(node, path[depth + 1 :], here)
            elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
                node = node.items[part]
                here = node
            else:
                break
        return here

    def _citation(self, node: Node, path: Path, here: Node) -> Node:
        """Return the node of the n-th quote of ``at`` or ``evidence``: its place, or else its source."""
        if node not in self._places:
            self._places[node] = list(_cited(node))
        places, index = self._places[node], path[0]
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
