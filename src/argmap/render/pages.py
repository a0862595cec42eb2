"""A long map on several pages, each small enough to be read in print.

The first page is the overview: the thesis with as many levels of what bears on it as fit. Where a branch does not
fit, its claim stands with the number of claims below and the page that has them; on that page the claim stands
again, with its branch. Short branches share a page. Where the argument keeps to the sections of the text, a page
shows claims of one section only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.graph import Graph
from argmap.render.extent import Room
from argmap.render.forest import Forest, Form, Node
from argmap.render.label import shorten
from argmap.render.view import More, View, view_of

_TITLE = 84
"""Columns of what a page shows, in its heading."""
_TRIED = 8
"""Pages that are looked at for room for one more branch."""


@dataclass(eq=False)
class _Page:
    """A page in the making: trees that are opened claim by claim, as far as there is room."""

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
            return _branch(node)[self.skipped : last] if node in self.opened else []
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
            if node.form is Form.CLAIM and node not in self.opened and _branch(node)
        ]


def pruned(forest: Forest, depth: int | None) -> tuple[Forest, Mapping[str, More]]:
    """Cut trees below so many levels; return them with what is left out below claims."""
    view = view_of(forest, depth)
    for node in view.left_out:
        if node.parent:
            node.parent.children.remove(node)
    return forest, view.more


def paginate(
    graph: Graph,
    forest: Forest,
    more: Mapping[str, More],
    room: Room,
    section: Mapping[Node, str | None] | None,
) -> list[View]:
    """Share a map out on pages.

    Args:
        graph: The map.
        forest: The map as trees.
        more: What is left out below claims, on whichever page.
        room: What fits a page.
        section: The section of each node, where pages are to keep to them; None where not.
    """
    planner = _Planner(graph, more, room, section)
    return planner.views(planner.plan(forest))


def _tied(node: Node) -> list[Node]:
    """Return what is always drawn with a claim: what denies the step from it."""
    return [child for child in node.children if child.undercuts(node)]


def _branch(node: Node) -> list[Node]:
    """Return what bears on a claim itself."""
    return [child for child in node.children if not child.undercuts(node)]


class _Planner:
    def __init__(
        self,
        graph: Graph,
        more: Mapping[str, More],
        room: Room,
        section: Mapping[Node, str | None] | None,
    ) -> None:
        self.more = more
        self.graph = graph
        self.room = room
        self.section = section or {}

    def plan(self, forest: Forest) -> list[_Page]:
        """Return the pages: the overview, then the branches, level by level or section by section."""
        pages: list[_Page] = []
        for group in self._packed(forest.theses) or [[]]:
            overview = self._filled(_Page(group, title="Overview", first=not pages))
            pages += [overview, *self._rest(overview)]
        if self.section:
            pages += self._by_section(pages, forest)
        else:
            pages += self._branches([node for page in pages for node in page.closed()])
        pages += self._branches(forest.others)
        return pages

    def _by_section(self, before: Sequence[_Page], forest: Forest) -> Iterator[_Page]:
        """Yield pages section by section, in the order of the text."""
        starts: dict[str | None, list[Node]] = {}
        for root in forest.theses:
            for node in _all_below(root):
                if node.form is Form.CLAIM and self.section[node] not in (
                    None,
                    self.section[_claim_above(node)],
                ):
                    starts.setdefault(self.section[node], []).append(node)
        for node in (node for page in before for node in page.closed()):
            if self.section[node] is None:
                starts.setdefault(None, []).append(node)
        order = {claim.section: None for claim in self.graph.claims.values()}
        for section in order:
            yield from self._branches(starts.pop(section, []), section or "Outside the sections")

    def _branches(self, roots: Sequence[Node], title: str = "") -> Iterator[_Page]:
        """Yield the pages of some branches, then those of what did not fit them, and so on."""
        while roots:
            waiting = []
            for group in self._packed(roots):
                page = self._filled(_Page(group, title=title))
                for part in (page, *self._rest(page)):
                    yield part
                    waiting += [node for node in part.closed() if self._same_section(node, group[0])]
            roots = waiting

    def _same_section(self, node: Node, other: Node) -> bool:
        return not self.section or self.section[node] == self.section[other]

    def _packed(self, roots: Iterable[Node]) -> list[list[Node]]:
        """Put branches that fit a page together on one, each on the first that has room."""
        groups: list[list[Node]] = []
        open_groups: list[list[Node]] = []
        for root in roots:
            for group in open_groups[-_TRIED:]:
                if self._fits_whole(_Page([*group, root])):
                    group.append(root)
                    break
            else:
                groups.append([root])
                if self._fits_whole(_Page([root])):
                    open_groups.append(groups[-1])
        return groups

    def _fits_whole(self, page: _Page) -> bool:
        """Open all branches of a page that belong to it, and tell whether they fit."""
        if sum(root.claims for root in page.roots) > self.room.most:
            return False
        page.opened = {
            node
            for root in page.roots
            for node in _all_below(root)
            if node.form is Form.CLAIM and self._same_section(node, root)
        }
        return self._fits(page)

    def _filled(self, page: _Page) -> _Page:
        """Open branches level by level while there is room."""
        if self._fits_whole(page):
            return page
        page.opened = set()
        if len(page.roots) == 1:
            self._begin(page)
        level = [node for node in page.drawn() if node.form is Form.CLAIM and node not in page.opened]
        while level:
            opened = []
            for node in level:
                if not self._same_section(node, page.roots[0]) or not _branch(node):
                    continue
                page.opened.add(node)
                if self._fits(page):
                    opened.append(node)
                else:
                    page.opened.discard(node)
            level = [child for node in opened for child in _claims_next(page, node)]
        return page

    def _begin(self, page: _Page) -> None:
        """Show as much of what bears on the only root as fits, one at the least."""
        root = page.roots[0]
        page.opened.add(root)
        count = len(_branch(root)) - page.skipped
        page.shown = count
        fitting, too_many = 1, count + 1
        while fitting + 1 < too_many:
            page.shown = (fitting + too_many) // 2
            fitting, too_many = (page.shown, too_many) if self._fits(page) else (fitting, page.shown)
        page.shown = fitting
        if page.shown == count:
            page.shown = None

    def _rest(self, page: _Page) -> Iterator[_Page]:
        """Yield pages for what bears on a page's only root and did not fit it."""
        while page.shown is not None:
            page = _Page(page.roots, page.skipped + page.shown, title=page.title)
            self._filled(page)
            yield page

    def _fits(self, page: _Page) -> bool:
        return self.room.fits(page.roots, page.below, first=page.first)

    def views(self, pages: Sequence[_Page]) -> list[View]:
        """Turn the plan into views, each claim with the page that has its branch."""
        found: dict[str, int] = {}
        for number, page in enumerate(pages, 1):
            for node in page.drawn():
                if node.form is Form.CLAIM and (node in page.opened or not _branch(node)):
                    found.setdefault(node.id, number)
        views = []
        for number, page in enumerate(pages, 1):
            drawn = list(page.drawn())
            inside = set(drawn)
            more = {node.id: self.more[node.id] for node in drawn if node.id in self.more}
            more |= {
                node.id: More(sum(child.claims for child in _branch(node)), found.get(node.id))
                for node in page.closed()
            }
            if page.shown is not None:
                left = _branch(page.roots[0])[page.skipped + page.shown :]
                more[page.roots[0].id] = More(sum(child.claims for child in left), number + 1)
            left_out = frozenset(child for node in drawn for child in node.children if child not in inside)
            views.append(
                View(
                    tuple(page.roots),
                    left_out,
                    more,
                    found,
                    number,
                    page.title or self._title(page),
                    len(pages),
                )
            )
        return views

    def _title(self, page: _Page) -> str:
        shown = page.roots[:2]
        names = [shorten(self.graph.claims[root.id].name, _TITLE // len(shown)) for root in shown]
        more = len(page.roots) - len(names)
        return "; ".join(names) + (f"; and {more} more" if more > 0 else "")


def _claims_next(page: _Page, node: Node) -> Iterator[Node]:
    """Yield the claims that opening a claim brings in."""
    pending = list(page.below(node))
    while pending:
        below = pending.pop(0)
        if below.form is Form.CLAIM and below not in page.opened:
            yield below
        pending[:0] = page.below(below)


def _claim_above(node: Node) -> Node:
    above = node.parent or node
    while above.form is Form.LINKED and above.parent:
        above = above.parent
    return above


def _all_below(root: Node) -> Iterator[Node]:
    pending = [root]
    while pending:
        node = pending.pop()
        yield node
        pending += reversed(node.children)
