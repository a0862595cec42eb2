"""A long map on several pages, each small enough to be read in print.

The first page is the overview: the thesis, or what bears on nothing if no thesis is named, with as many levels of
what bears on it as fit. Where a branch does not fit, its claim stands with the number of claims below and the page
that has them; on that page the claim stands again, with its branch. Short branches share a page. Where the argument
keeps to the sections of the text, a page shows claims of one section only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.graph import Graph
from argmap.render.extent import Room
from argmap.render.forest import Forest, Form, Node, in_order
from argmap.render.label import shorten
from argmap.render.sheet import Sheet, branch
from argmap.render.view import More, View, owner_of, view_of

_TITLE = 84
"""Columns of what a page shows, in its heading."""
_CONTINUED = {"Overview": "Overview, continued"}
_TRIED = 8
"""Pages that are looked at for room for one more branch."""


def pruned(forest: Forest, depth: int | None) -> tuple[Forest, Mapping[str, More]]:
    """Cut trees below so many levels; return them with what is left out below claims."""
    view = view_of(forest, depth)
    for above in {node.parent for node in view.left_out}:
        if above:
            above.children = [node for node in above.children if node not in view.left_out]
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

    def plan(self, forest: Forest) -> list[Sheet]:
        """Return the pages: the overview, then the branches, level by level or section by section."""
        pages: list[Sheet] = []
        tops, others = (forest.theses, forest.others) if forest.theses else (forest.others, ())
        for group in self._packed(tops) or [[]]:
            overview = self._filled(
                Sheet(group, title=_CONTINUED["Overview"] if pages else "Overview", first=not pages)
            )
            pages += [overview, *self._rest(overview)]
        if self.section:
            pages += self._by_section(pages, tops)
        else:
            pages += self._branches([node for page in pages for node in page.closed()])
        pages += self._branches(others)
        return pages

    def _by_section(self, before: Sequence[Sheet], tops: Sequence[Node]) -> Iterator[Sheet]:
        """Yield pages section by section, in the order of the text."""
        starts: dict[str | None, list[Node]] = {}
        for root in tops:
            for node in in_order([root]):
                if node.form is Form.CLAIM and self.section[node] not in (
                    None,
                    self.section[owner_of(node)],
                ):
                    starts.setdefault(self.section[node], []).append(node)
        for node in (node for page in before for node in page.closed()):
            if self.section[node] is None:
                starts.setdefault(None, []).append(node)
        order = {claim.section: None for claim in self.graph.claims.values()}
        for section in order:
            yield from self._branches(starts.pop(section, []), section or "Outside the sections")

    def _branches(self, roots: Sequence[Node], title: str = "") -> Iterator[Sheet]:
        """Yield the pages of some branches, then those of what did not fit them, and so on."""
        while roots:
            waiting = []
            groups = self._packed(roots)
            while groups:
                page = self._filled(Sheet(groups.pop(0), title=title))
                self._top_up(page, groups)
                for part in (page, *self._rest(page)):
                    yield part
                    waiting += [node for node in part.closed() if self._same_section(node, part.roots[0])]
            roots = waiting

    def _top_up(self, page: Sheet, groups: list[list[Node]]) -> None:
        """Take short branches to the page of a long one, if it has left room for them."""
        if page.shown is not None:
            return
        for group in groups[:_TRIED]:
            other = Sheet(group)
            if self._fits_whole(other):
                both = Sheet([*page.roots, *group], opened=page.opened | other.opened)
                if self._fits(both):
                    page.roots, page.opened = both.roots, both.opened
                    groups.remove(group)

    def _same_section(self, node: Node, other: Node) -> bool:
        return not self.section or self.section[node] == self.section[other]

    def _packed(self, roots: Iterable[Node]) -> list[list[Node]]:
        """Put branches that fit a page together on one, each on the first that has room."""
        groups: list[list[Node]] = []
        open_groups: list[list[Node]] = []
        for root in roots:
            for group in open_groups[-_TRIED:]:
                if self._fits_whole(Sheet([*group, root])):
                    group.append(root)
                    break
            else:
                groups.append([root])
                if self._fits_whole(Sheet([root])):
                    open_groups.append(groups[-1])
        return groups

    def _fits_whole(self, page: Sheet) -> bool:
        """Open all branches of a page that belong to it, and tell whether they fit."""
        if sum(root.claims for root in page.roots) > self.room.most:
            return False
        page.opened = {
            node
            for root in page.roots
            for node in in_order([root])
            if node.form is Form.CLAIM and self._same_section(node, root)
        }
        return self._fits(page)

    def _filled(self, page: Sheet) -> Sheet:
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
                if not self._same_section(node, page.roots[0]) or not branch(node):
                    continue
                page.opened.add(node)
                if self._fits(page):
                    opened.append(node)
                else:
                    page.opened.discard(node)
            level = [child for node in opened for child in page.next_claims(node)]
        return page

    def _begin(self, page: Sheet) -> None:
        """Show as much of what bears on the only root as fits, one at the least."""
        root = page.roots[0]
        page.opened.add(root)
        count = len(branch(root)) - page.skipped
        page.shown = count
        fitting, too_many = 1, count + 1
        while fitting + 1 < too_many:
            page.shown = (fitting + too_many) // 2
            fitting, too_many = (page.shown, too_many) if self._fits(page) else (fitting, page.shown)
        page.shown = fitting
        if page.shown == count:
            page.shown = None

    def _rest(self, page: Sheet) -> Iterator[Sheet]:
        """Yield pages for what bears on a page's only root and did not fit it."""
        while page.shown is not None:
            page = Sheet(page.roots, page.skipped + page.shown, title=_CONTINUED.get(page.title, page.title))
            self._filled(page)
            yield page

    def _fits(self, page: Sheet) -> bool:
        return self.room.fits(page.roots, page.below, first=page.first)

    def views(self, pages: Sequence[Sheet]) -> list[View]:
        """Turn the plan into views, each claim with the page that has its branch."""
        found: dict[str, int] = {}
        for number, page in enumerate(pages, 1):
            for node in page.drawn():
                if node.form is Form.CLAIM and (node in page.opened or not branch(node)):
                    found.setdefault(node.id, number)
        views = []
        for number, page in enumerate(pages, 1):
            drawn = list(page.drawn())
            inside = set(drawn)
            more = {node.id: self.more[node.id] for node in drawn if node.id in self.more}
            more |= {
                node.id: More(sum(child.claims for child in branch(node)), found.get(node.id))
                for node in page.closed()
            }
            if page.shown is not None:
                left = branch(page.roots[0])[page.skipped + page.shown :]
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

    def _title(self, page: Sheet) -> str:
        shown = page.roots[:2]
        names = [shorten(self.graph.claims[root.id].name, _TITLE // len(shown)) for root in shown]
        more = len(page.roots) - len(names)
        return "; ".join(names) + (f"; and {more} more" if more > 0 else "")
