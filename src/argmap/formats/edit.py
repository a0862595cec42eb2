"""Changes to a file that leave all else as it is: comments, order and layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.finding import Fix, Path
from argmap.formats import json_nodes, yaml_nodes
from argmap.formats.nodes import Lines, Mapping, Node, Scalar
from argmap.formats.nodes import Sequence as List
from argmap.formats.shape import flatten

_Cut = tuple[int, int, str]


def edit(text: str, fixes: Sequence[Fix], *, json: bool = False) -> str:
    """Return a text with parts of it taken out or replaced.

    Args:
        text: the content of a map file.
        fixes: what to do; one that cannot be done without touching something else is left undone, as is
            one that concerns what another has changed.
        json: whether the text is JSON.
    """
    lines = Lines(text)
    root, _ = (json_nodes if json else yaml_nodes).read(lines)
    if not isinstance(root, Mapping):
        return text
    tree = _Tree(text, root)
    last = len(text) + 1
    for start, end, new in sorted(tree.cuts(fixes), reverse=True):
        if end <= last:
            text = text[:start] + new + text[end:]
            last = start
    return text


class _Tree:
    """The nodes of a file, each with what it stands in."""

    def __init__(self, text: str, root: Mapping) -> None:
        self.text = text
        self.root = root
        self.relations = flatten(root, Lines(text)).relations
        self.parents: dict[int, Mapping | List] = {}
        waiting: list[Node] = [root]
        while waiting:
            node = waiting.pop()
            if isinstance(node, Mapping | List):
                for _, child in _children(node):
                    self.parents[id(child)] = node
                    waiting.append(child)

    def cuts(self, fixes: Sequence[Fix]) -> list[_Cut]:
        """Return which characters to replace, and by what."""
        found: list[_Cut | None] = []
        gone: dict[int, Node] = {}
        for fix in fixes:
            node = self._find(fix.path)
            if node is not None and fix.value is None:
                gone[id(node)] = node
            elif isinstance(node, Scalar):
                quote = self.text[node.start] if self.text[node.start] in "\"'" else ""
                found.append((node.start, node.end, f"{quote}{fix.value}{quote}"))
        for node in list(gone.values()):  # what has lost all that it holds goes, too
            parent = self.parents.get(id(node))
            while parent is not None and all(id(child) in gone for _, child in _children(parent)):
                gone = {key: kept for key, kept in gone.items() if self.parents.get(key) is not parent}
                gone[id(parent)] = parent
                parent = self.parents.get(id(parent))
        return [cut for cut in [*found, *map(self._removal, gone.values())] if cut is not None]

    def _find(self, path: Path) -> Node | None:
        """Return the node at a path; of a premise by itself, the relation that it is all of."""
        node: Node | None = self.root
        rest = path
        if path[:1] == ("relations",):
            node = self.relations.get(str(path[1]))
            rest = path[2:]
            if not isinstance(node, Mapping) and rest[:1] == ("premises",):
                rest = rest[1:]
        for part in rest:
            if isinstance(node, Mapping) and isinstance(part, str):
                node = node.get(part)
            elif isinstance(node, List) and isinstance(part, int) and part < len(node.items):
                node = node.items[part]
            elif not (isinstance(node, Scalar) and part == 0):
                return None
        return node

    def _removal(self, node: Node) -> _Cut | None:
        """Return the characters of a node, with its key and what sets it off from its neighbours."""
        parent = self.parents.get(id(node))
        if parent is None:
            return None
        siblings = list(_children(parent))
        place = next(i for i, (_, child) in enumerate(siblings) if child is node)
        extents = [(start, _end(child)) for start, child in siblings]
        if self.text[parent.start] in "{[":
            if place + 1 < len(extents):
                return extents[place][0], extents[place + 1][0], ""
            return extents[place - 1][1], extents[place][1], ""
        return self._block(*extents[place])

    def _block(self, start: int, end: int) -> _Cut | None:
        """Return the lines of an entry in block style, if it has them for itself."""
        first = max(self.text.rfind(mark, 0, start) for mark in "\r\n") + 1
        if self.text[first:start].strip(" ") not in ("", "-"):
            return None
        if self.text[end - 1] not in "\r\n":
            breaks = [at for at in (self.text.find(mark, end) for mark in "\r\n") if at >= 0]
            end = min(breaks, default=len(self.text))
            end += 2 if self.text.startswith("\r\n", end) else 1
        return first, min(end, len(self.text)), ""


def _children(node: Node) -> Iterator[tuple[int, Node]]:
    """Yield what a list or mapping holds, with where each entry starts."""
    if isinstance(node, Mapping):
        for key, value in node.entries.values():
            yield key.start, value
    elif isinstance(node, List):
        for item in node.items:
            yield item.start, item


def _end(node: Node) -> int:
    """Return where the characters of a node end; the parser does not tell it of block collections."""
    return max([node.end, *(_end(child) for _, child in _children(node))])
