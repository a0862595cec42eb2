"""Where the parts of a map stand in its text: their lines, the comments above them, what sets them off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from argmap.formats.nodes import Mapping, Node
from argmap.formats.nodes import Sequence as List

_EMPTY_LINE: Final = re.compile(r"[ \t]*\r?\n")


class Siblings(NamedTuple):
    """The children of a node."""

    places: dict[int, int]
    """The place of each in their order, by its identity."""
    extents: list[tuple[int, int]]
    """Where each starts, its key included, and where it ends."""


class Extents:
    """Tells where the parts of a text start and end.

    Args:
        text: the content of a map file.
        root: what is read from it.
    """

    def __init__(self, text: str, root: Node) -> None:
        self.text = text
        # What is not there at all would be looked for through the whole text, for every line.
        self._breaks = "\r\n" if "\r" in text else "\n"
        self._parents: dict[int, Mapping | List] = {}
        waiting: list[Node] = [root]
        while waiting:
            node = waiting.pop()
            if isinstance(node, Mapping | List):
                for _, child in children(node):
                    self._parents[id(child)] = node
                    waiting.append(child)
        self._known: dict[int, Siblings] = {}

    def parent(self, node: Node) -> Mapping | List | None:
        """Return the list or mapping that holds a node, or None."""
        return self._parents.get(id(node))

    def siblings(self, parent: Mapping | List) -> Siblings:
        """Return the children of a node; many may be taken out of one, so that they are gone through only once."""
        if (known := self._known.get(id(parent))) is None:
            entries = [*children(parent)]
            known = self._known[id(parent)] = Siblings(
                {id(child): place for place, (_, child) in enumerate(entries)},
                [(start, end_of(child)) for start, child in entries],
            )
        return known

    def whole(self, node: Node) -> tuple[int, int] | None:
        """Return the characters of a node, with its key and what sets it off from its neighbours.

        None for what nothing holds, and for what has more than a dash before it in its line.
        """
        parent = self.parent(node)
        if parent is None:
            return None
        siblings = self.siblings(parent)
        place, extents = siblings.places[id(node)], siblings.extents
        start, end = extents[place]
        following = extents[place + 1][0] if place + 1 < len(extents) else None
        if self.flows(parent):
            if following is not None:
                return start, following
            return extents[place - 1][1] if place else start, end
        first = self.line_start(start)
        if self.text[first:start].strip(" ") not in ("", "-"):
            return None
        end = self.line_end(end)
        # A comment above is of this alone, if what follows next is not one more of its kind.
        if following is None or self.line_start(following) > end:
            first = self.comments_above(start)
        if self.is_blank_before(first) and (empty := _EMPTY_LINE.match(self.text, end)):
            end = empty.end()  # one empty line goes with it
        return first, end

    def comments_above(self, at: int) -> int:
        """Return where the comment lines right above a line start, with no empty line between; or where the line does."""
        start = self.line_start(at)
        while self.text[(above := self._line_above(start)) : start].lstrip(" ").startswith("#"):
            start = above
        return start

    def is_blank_before(self, at: int) -> bool:
        """Tell whether the line above the one that starts here is empty."""
        return at > 1 and not self.text[self._line_above(at) : at].strip()

    def flows(self, node: Mapping | List) -> bool:
        """Tell whether a list or mapping is written in brackets."""
        return self.text[node.start : node.start + 1] in ("{", "[")

    def line_start(self, at: int) -> int:
        """Return where the line of a character starts."""
        return max(self.text.rfind(mark, 0, at) for mark in self._breaks) + 1

    def _line_above(self, start: int) -> int:
        """Return where the line above the one that starts here does; the same, if there is none."""
        return self.line_start(start - (2 if self.text.startswith("\r\n", start - 2) else 1)) if start else 0

    def line_end(self, end: int) -> int:
        """Return where the line of the last character before ``end`` ends, its break included."""
        if end and self.text[end - 1] in "\r\n":
            return end
        breaks = [at for at in (self.text.find(mark, end) for mark in self._breaks) if at >= 0]
        end = min(breaks, default=len(self.text))
        return min(end + (2 if self.text.startswith("\r\n", end) else 1), len(self.text))

    def column(self, at: int) -> int:
        """Return how many characters stand before one in its line."""
        return at - self.line_start(at)


def children(node: Node) -> Iterator[tuple[int, Node]]:
    """Yield what a list or mapping holds, with where each entry starts."""
    if isinstance(node, Mapping):
        for key, value in node.entries.values():
            yield key.start, value
    elif isinstance(node, List):
        for item in node.items:
            yield item.start, item


def end_of(node: Node) -> int:
    """Return where the characters of a node end; the parser does not tell it of block collections."""
    return max([node.end, *(end_of(child) for _, child in children(node))])
