"""How much of a page trees take, thesis at the left, before they are laid out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf

from argmap.render import card, steps
from argmap.render.engine import Engine
from argmap.render.forest import Form, Node
from argmap.render.heading import heading
from argmap.render.label import columns
from argmap.render.scene import Scene
from argmap.render.theme import Theme

_GAP = 9.0
"""Points between cards, one below the other."""
_FRAME = 4.0
"""What the frame adds to the width of a card."""
_REFERENCE = 26.0
_AT_ONCE = 400
"""Cards that are measured in one layout: putting many beside one another takes more than their number in time."""
_TITLE = 54.0
_MORE = 12.0
"""The line that tells of what is left out."""
_ORIGIN = 30.0
"""The lines that tell what a page's first claims bear on."""
_NODE = re.compile(rb"^node n(\d+) \S+ \S+ (\S+) (\S+) ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Room:
    """The room of a page, and the heights of cards, in points."""

    width: float
    height: float
    card: float
    """Width of a card."""
    gap: float
    """Width of what is between cards, with the tags on lines."""
    heights: Mapping[str, float]
    heading: float
    """Height of what stands above the trees, once for all pages."""

    @property
    def most(self) -> int:
        """More claims than this fit no page."""
        return int(self.width / self.card + 1) * int(
            self.height / min(self.heights.values(), default=self.height)
        )

    def turned(self) -> Room:
        """Return the room of the page on its side."""
        return replace(self, width=self.height, height=self.width)

    def fits(
        self, roots: Iterable[Node], below: Callable[[Node], list[Node]], *, first: bool = False
    ) -> bool:
        """Tell whether trees fit a page, the first or another, drawn as far as ``below`` says."""
        left = self.height - (self.heading if first else _TITLE)
        for root in roots:
            left -= max(self._height(root, below, 0.0), self.heights[root.id] + _ORIGIN)
            if left < 0:
                return False
        return True

    def _height(self, node: Node, below: Callable[[Node], list[Node]], x: float) -> float:
        """Return the height of a tree whose first cards start at a place, without end if it goes beyond the page.

        What denies a step stands in the column of the step's premise, or in the next if it is denied in turn.
        """
        if x + self.card > self.width:
            return inf
        children = below(node)
        high = 0.0
        for child in children:
            beside = child.member or (child.undercuts(node) and not _has_point(child))
            high += self._height(child, below, x if beside else x + self.card + self.gap)
        if node.form is Form.LINKED:
            return high
        own = self.heights.get(node.id, _REFERENCE) if node.form is Form.CLAIM else _REFERENCE
        if not children and node.form is Form.CLAIM and node.children:
            own += _MORE
        undercuts = sum(self._height(child, below, x) for child in children if child.undercuts(node))
        return max(own + _GAP + undercuts, high)


def _has_point(node: Node) -> bool:
    return node.form is Form.LINKED or any(child.undercuts(node) for child in node.children)


def room_of(scene: Scene, sheet: tuple[float, float], engine: Engine) -> Room:
    """Measure the cards of a scene for pages of some size, in points.

    Raises:
        RenderError: if the engine cannot do it, or not in time.
    """
    scene = scene.seen(replace(scene.view, page=1))
    labels = {id: f"<{card.card(scene, scene.graph.claims[id])}>" for id in scene.claims}
    heights = dict(zip(labels, _measured(list(labels.values()), scene.theme, engine), strict=True))
    above = max(_measured([heading(scene) or '""'], scene.theme, engine))
    width, height = sheet
    theme = scene.theme
    tags = [words for relation in scene.graph.relations.values() for words in steps.words_at(relation)]
    gap = theme.room(max(map(columns, tags), default=0) + 2, theme.small) + 2 * 72 * steps.APART
    return Room(width, height, theme.card + _FRAME, gap, heights, above + _GAP)


def _measured(labels: Sequence[str], theme: Theme, engine: Engine) -> Iterator[float]:
    """Yield the heights of labels, in points."""
    for batch in _batched(labels, _AT_ONCE):
        nodes = "\n".join(f"n{number} [label={label}]" for number, label in enumerate(batch))
        dot = f'digraph {{ node [shape=plain fontname="{theme.font}"]\n{nodes}\n}}'
        found = {
            int(number): 72 * float(high) for number, _, high in _NODE.findall(engine.render(dot, "plain"))
        }
        yield from (found[number] for number in range(len(batch)))


def _batched(labels: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Yield so many labels at a time."""
    return (labels[start : start + size] for start in range(0, len(labels), size))
