"""A page in the making: which branches of a map it shows, and how far they are opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from argmap.render.forest import Form, Node


@dataclass(eq=False)
class Sheet:
    """Trees that are opened claim by claim, as far as there is room."""

    roots: list[Node]
    skipped: int = 0
    """What bears on the only root and stands on earlier pages."""
    shown: int | None = None
    """What bears on the only root and stands here; None is all."""
    opened: set[Node] = field(default_factory=set)
    title: str = ""
    first: bool = False

    def below(self, node: Node) -> list[Node]:
        """Return what is drawn below a node."""
        if node in self.roots:
            last = None if self.shown is None else self.skipped + self.shown
            return branch(node)[self.skipped : last] if node in self.opened else []
        if node.form is not Form.CLAIM or node in self.opened:
            return node.children
        return _tied(node)

    def drawn(self) -> Iterator[Node]:
        """Yield what is drawn, in the order of reading."""
        pending = list(reversed(self.roots))
        while pending:
            node = pending.pop()
            yield node
            pending += reversed(self.below(node))

    def closed(self) -> list[Node]:
        """Return the claims whose branches are not drawn here."""
        return [
            node
            for node in self.drawn()
            if node.form is Form.CLAIM and node not in self.opened and branch(node)
        ]

    def next_claims(self, node: Node) -> Iterator[Node]:
        """Yield the claims that opening a claim brings in."""
        pending = list(self.below(node))
        while pending:
            below = pending.pop(0)
            if below.form is Form.CLAIM and below not in self.opened:
                yield below
            pending[:0] = self.below(below)


def _tied(node: Node) -> list[Node]:
    """Return what is always drawn with a claim: what denies the step from it."""
    return [child for child in node.children if child.undercuts(node)]


def branch(node: Node) -> list[Node]:
    """Return what bears on a claim itself."""
    return [child for child in node.children if not child.undercuts(node)]
