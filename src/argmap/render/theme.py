"""How a picture looks: one place for its colours, lines and sizes.

Colour never stands alone: whatever a colour says, a word, a line style or an arrowhead says too, so that
a picture keeps its meaning in black and white and for readers who do not see the difference.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from argmap.graph import Role
from argmap.model import Kind, Voice


@dataclass(frozen=True, slots=True)
class Line:
    """How a relation is drawn."""

    colour: str
    style: str
    """Graphviz edge style: ``solid``, ``dashed`` or ``dotted``."""
    head: str
    """Graphviz arrow shape at the target."""
    glyph: str
    """The nearest character to that arrowhead, for the legend."""
    width: float = 1.3
    """Width of the line, in points."""
    tail: str | None = None
    """Graphviz arrow shape at the premise, where the relation runs both ways."""


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours of a claim's frame and header."""

    frame: str
    header: str
    ink: str


@dataclass(frozen=True, slots=True)
class Box:
    """How the voice of a claim shows in its box."""

    fill: str
    style: str | None = None
    """Graphviz table style of the frame; ``None`` is solid."""


_LINES: Mapping[Kind, Line] = {
    Kind.SUPPORTS: Line("#2e7d32", "solid", "normal", "►"),
    Kind.ATTACKS: Line("#c62828", "dashed", "tee", "┤"),
    Kind.UNDERCUTS: Line("#6a1b9a", "dotted", "vee", "›", 2.0),
    Kind.REPHRASES: Line("#757575", "solid", "onormal", "►", tail="onormal"),
}
_PAINTS: Mapping[Role, Paint] = {
    Role.THESIS: Paint("#1f3a5f", "#1f3a5f", "#ffffff"),
    Role.PREMISE: Paint("#2e7d32", "#e3f1e4", "#1b5e20"),
    Role.COUNTERCLAIM: Paint("#c62828", "#fbe6e4", "#a11616"),
    Role.REBUTTAL: Paint("#00695c", "#d9efec", "#00564b"),
    Role.MIXED: Paint("#8d6e00", "#fbf2d0", "#6b5300"),
    Role.DETACHED: Paint("#757575", "#eeeeee", "#4f4f4f"),
}
_BOXES: Mapping[Voice, Box] = {
    Voice.AUTHOR: Box("#ffffff"),
    Voice.REPORTED: Box("#eef1f4"),
    Voice.IMPLICIT: Box("#ffffff", "dashed"),
    Voice.ANALYST: Box("#fff8e1", "dotted"),
}

Mark = Literal["added", "removed", "changed"]
_CHANGES: Mapping[Mark, str] = {"added": "#1b5e20", "removed": "#8e0000", "changed": "#7a4d00"}


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours, lines and sizes of a picture. Lengths are in points, 72 to the inch.

    The font is named as DOT files everywhere know it. The bundled engine measures text with Arimo, which
    has Arial's widths; so do Liberation Sans and (near enough) Helvetica. What has a frame is made wide
    enough for DejaVu Sans, the widest common stand-in, which needs about an eighth more.
    """

    font: str = "Arial"
    size: int = 11
    """Text of a claim. Sizes are whole: Graphviz drops fractions."""
    small: int = 8
    """Headers, marks and ids."""
    large: int = 20
    """Title of the map; sections stand between it and the text."""
    wrap: int = 35
    """Columns to a line of a claim's text; East Asian wide characters take two."""
    ink: str = "#1a1a1a"
    faint: str = "#5f6368"
    evidence: str = "#546e7a"
    section: str = "#f5f5f2"
    """Ground of a section."""
    section_frame: str = "#d5d5cd"
    upright: int = 40
    """Up to so many claims the thesis stands on top; beyond, at the left."""
    lines: Mapping[Kind, Line] = field(default_factory=lambda: _LINES)
    paints: Mapping[Role, Paint] = field(default_factory=lambda: _PAINTS)
    boxes: Mapping[Voice, Box] = field(default_factory=lambda: _BOXES)
    changes: Mapping[Mark, str] = field(default_factory=lambda: _CHANGES)
    """Colours of what is new, gone or not the same, where two maps are drawn in one picture."""

    @property
    def card(self) -> int:
        """Width of a claim."""
        return room(self.wrap, self.size)

    @property
    def small_wrap(self) -> int:
        """Columns to a line of small text on a claim."""
        return self.wrap * self.size // self.small


def room(columns: int, size: int) -> int:
    """Return the points that so many columns of running text take, whichever font it is shown in.

    >>> room(10, 11)
    61
    """
    return round(columns * size * 0.55)  # DejaVu Sans takes 0.53 on the average of a line


PRINT = Theme()
"""The theme for white paper and white pages."""
