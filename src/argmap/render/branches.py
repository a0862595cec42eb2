"""Trees drawn with lines and signs, to a width."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from rich.cells import cell_len

from argmap.graph import Graph, Role
from argmap.render.flow import Line, Piece, shorten, wrap
from argmap.render.forest import Form, Node
from argmap.render.signs import FAINT, GAP, KIND_STYLES, THESIS, Signs, head, marks

_NARROW: Final = 60
"""Columns below which branches are drawn two columns wide, not three."""
_LEGIBLE: Final = 26
"""Columns that the text of a claim gets; branches that would leave less go on further down."""
_GLIMPSE: Final = 18
_REMINDER: Final = 60
"""Least and most columns of a claim's text where it is only referred to; with less, its id must do."""

_TALL: Final = 6
"""Lines of a branch of the root after which the next is set off by an empty one."""

_Entry = Node | list[Piece]
"""What stands on a branch: a node, or a remark about nodes that are not drawn."""


class Canvas:
    """Where the trees of a map are drawn, one after the other.

    Args:
        graph: the graph of the map.
        signs: the characters to draw with.
        width: columns that there are.
        depth: levels below the roots that are drawn; None for all.
        drawn: ids of claims that stand above already.
        before: what is said before the text of claims and the premises of relations, by id.
    """

    def __init__(
        self,
        graph: Graph,
        signs: Signs,
        width: int,
        *,
        depth: int | None = None,
        drawn: Iterable[str] = (),
        before: Mapping[str, Sequence[Piece]] | None = None,
    ) -> None:
        self.graph = graph
        self.signs = signs
        self.width = width
        self._depth = depth
        self._drawn = set(drawn)
        self._before = before or {}
        self._deferred: deque[Node] = deque()
        lines = (signs.fork, signs.last, signs.trunk)
        brackets = (signs.bracket_first, signs.bracket_next, signs.bracket_last, signs.bracket_trunk)
        narrow = width < _NARROW
        self._fork, self._last, self._trunk = (line[0] + line[2] if narrow else line for line in lines)
        self._brackets = [line[0] + line[2] if narrow else line for line in brackets]
        self._blank = " " * len(self._trunk)

    def tree(self, root: Node) -> Iterator[Line]:
        """Draw a tree, then the branches that were too deep for the width."""
        yield from self._branches(root)
        while self._deferred:
            yield []
            yield from self._branches(self._deferred.popleft(), continued=True)

    def _branches(self, root: Node, *, continued: bool = False) -> Iterator[Line]:
        pending: list[tuple[_Entry, Line, Line]] = [(root, [], [])]
        lines = 0
        while pending:
            entry, first, rest = pending.pop()
            if len(rest) == 1:
                if lines > _TALL:
                    yield [(self._trunk.rstrip(), FAINT)]
                lines = 0
            room = self.width - len(rest) * len(self._trunk)
            entries: list[_Entry] = []
            notes: tuple[str, ...] = ()
            if isinstance(entry, Node):
                notes = entry.notes
                pieces = self._pieces(entry, room, continued=continued and entry is root)
                entries, remark = self._below(entry, room, root=entry is root)
                if entries and remark:
                    entries.append(remark)
                else:
                    pieces += remark
                indents = list(self._indents(entry, len(entries)))
                for below, (branch, trunk) in zip(reversed(entries), reversed(indents), strict=True):
                    pending.append((below, [*rest, branch], [*rest, trunk]))
            else:
                pieces = entry
            hang = [*rest, (f"{self._trunk[0] if entries else ' '} ", FAINT)]
            said = (wrap(self.signs.words(note, FAINT), room - 2) for note in notes)
            for number, line in enumerate(chain(wrap(pieces, room - 2, room), *said)):
                yield [*(hang if number else first), *line]
                lines += 1

    def _below(self, node: Node, room: int, *, root: bool) -> tuple[list[_Entry], list[Piece]]:
        """Return the nodes that are drawn below one, and a remark about those that are not."""
        shown = [child for child in node.children if self._depth is None or child.level <= self._depth]
        if not root and shown and room - len(self._trunk) < _LEGIBLE:
            self._deferred.append(node)
            count = _more(node.claims - (node.form is Form.CLAIM), node.children)
            return [], list(
                self.signs.marked(f" {self.signs.continued}", f"{count}, continued further down", FAINT)
            )
        if hidden := node.children[len(shown) :]:
            count = _more(sum(child.claims for child in hidden), hidden)
            return [*shown], list(self.signs.marked(f" {self.signs.more}", f"{count} below", FAINT))
        return [*shown], []

    def _indents(self, parent: Node, count: int) -> Iterator[tuple[Piece, Piece]]:
        """Yield what leads to each entry below a node, and what goes on beside its further lines."""
        members = sum(child.member for child in parent.children)
        style = KIND_STYLES[parent.relation.kind] if parent.relation else FAINT
        first, middle, last, bracket = self._brackets
        for place in range(count):
            trunk = (self._trunk if place < count - 1 else self._blank, FAINT)
            if place < members - 1:
                yield (middle if place else first, style), (bracket, style)
            elif place < members:
                yield (last, style), trunk
            else:
                yield (self._fork if place < count - 1 else self._last, FAINT), trunk

    def _pieces(self, node: Node, room: int, *, continued: bool) -> list[Piece]:
        """Return what a node says: sign, word, text, id, marks."""
        signs = self.signs
        pieces: list[Piece] = [(f"{signs.continued} continued:", FAINT)] if continued else []
        if node.relation:
            pieces += head(node.relation, signs, self.graph)
            pieces += self._before.get(node.relation.id, ())
        if node.form is Form.LINKED:
            return pieces
        if node.form is Form.UNKNOWN:
            return [
                *pieces,
                (f"{signs.unknown} {signs.clean(node.id)}", GAP),
                *signs.words("(not defined)", GAP),
            ]
        if node.form is Form.CLAIM:
            self._drawn.add(node.id)
            return pieces + self._claim(node.id)
        pieces += self._before.get(node.id, ())
        return pieces + self._reference(node, room - _columns(pieces) - len(pieces))

    def _claim(self, id: str) -> list[Piece]:
        claim = self.graph.claims[id]
        thesis = self.graph.roles[id] is Role.THESIS
        pieces: list[Piece] = [(f"{self.signs.thesis} thesis:", THESIS)] if thesis else []
        pieces += self._before.get(id, ())
        pieces += self.signs.words(claim.text, THESIS if thesis else "")
        pieces.append((f" [{self.signs.clean(id)}]", FAINT))
        return [*pieces, *marks(claim, self.graph, self.signs)]

    def _reference(self, node: Node, room: int) -> list[Piece]:
        """Refer to a claim in what should be one line."""
        signs = self.signs
        id = signs.clean(node.id)
        where = "shown above" if node.id in self._drawn else "shown below"
        circle = [(" a circle", GAP)] if node.form is Form.CIRCULAR else []
        end: list[Piece] = [(f" [{id}]", FAINT), (f" {where}", FAINT), *circle]
        room -= cell_len(f"{signs.again} ") + sum(1 + cell_len(text) for text, _ in end)
        text = signs.clean(self.graph.claims[node.id].name)
        reminder = (
            shorten(text, min(room, _REMINDER), signs.more) if room >= min(_GLIMPSE, cell_len(text)) else ""
        )
        start = [*signs.words(reminder, FAINT), end[0]] if reminder else [(f"[{id}]", FAINT)]
        return [(signs.again, ""), *start, *end[1:]]


def _columns(line: Line) -> int:
    return sum(cell_len(text) for text, _ in line)


def _more(claims: int, nodes: list[Node]) -> str:
    """Count what is not drawn: claims, or relations of claims that are drawn elsewhere."""
    count, noun = (claims, "claim") if claims else (len(nodes), "relation")
    return f"{count} more {noun}{'' if count == 1 else 's'}"
