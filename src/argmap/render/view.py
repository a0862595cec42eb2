"""Which part of a map a picture shows: all of it, the levels near the thesis, or a page of several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from argmap.render.forest import Forest, Form, Node


@dataclass(frozen=True, slots=True)
class More:
    """What is not drawn below a claim."""

    claims: int
    page: int | None = None
    """The page that has it."""


@dataclass(frozen=True, slots=True)
class View:
    """The trees of a map as far as a picture shows them.

    Attributes:
        roots: where the trees start.
        left_out: the nodes that are not drawn, nor what is below them.
        more: the claims with such nodes below, and what is left out there.
        pages: on several pages, the page on which each claim is drawn with what bears on it, by id.
        page: the number of the page, 1 the first; None of a picture that is whole.
        title: what the page shows.
        last_page: the number of the last page.
    """

    roots: tuple[Node, ...]
    left_out: frozenset[Node] = frozenset()
    more: Mapping[str, More] = field(default_factory=lambda: MappingProxyType({}))
    pages: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    page: int | None = None
    title: str = ""
    last_page: int = 1

    def nodes(self) -> Iterator[Node]:
        """Yield what is drawn, parents before children, level by level."""
        level: list[Node] = list(self.roots)
        while level:
            yield from level
            level = [child for node in level for child in node.children if child not in self.left_out]


def view_of(forest: Forest, depth: int | None = None) -> View:
    """Return the view of a whole map, or of so many levels below its theses."""
    roots = (*forest.theses, *forest.others)
    if depth is None:
        return View(roots)
    return without(roots, _at_level(roots, depth + 1))


def without(roots: Iterable[Node], left_out: Iterable[Node]) -> View:
    """Return the view of trees from which some nodes are left out, counting what goes with them."""
    out = frozenset(left_out)
    counts: dict[str, int] = {}
    for node in out:
        owner = owner_of(node)
        counts[owner.id] = counts.get(owner.id, 0) + node.claims
    return View(tuple(roots), out, {id: More(count) for id, count in counts.items()})


def owner_of(node: Node) -> Node:
    """Return the claim on whose card it stands that a node is left out."""
    above = node.parent
    while above and above.form is Form.LINKED:
        above = above.parent
    return above or node


def _at_level(roots: Iterable[Node], level: int) -> Iterator[Node]:
    pending = list(roots)
    while pending:
        node = pending.pop()
        if node.level == level and not node.member:
            yield node
        else:
            pending += node.children
