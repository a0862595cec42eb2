"""How a picture looks: what there is to choose of colours, lines and sizes.

Colour never stands alone: whatever a colour says, a word, a line style or an arrowhead says too, so that
a picture keeps its meaning in black and white and for readers who do not see the difference. The themes
themselves are in :mod:`argmap.render.themes`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from argmap.config import Colour
from argmap.evaluate.labels import Verdict
from argmap.finding import Severity
from argmap.graph import Role
from argmap.model import Kind, Voice

Mark = Literal["added", "removed", "changed"]


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
    faint: str | None = None
    """The id in the header; the theme's own if not given."""


@dataclass(frozen=True, slots=True)
class Box:
    """How the voice of a claim shows in its box."""

    fill: str
    style: str | None = None
    """Graphviz table style of the frame; ``None`` is solid."""


@dataclass(frozen=True, slots=True, kw_only=True)
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
    longest: int = 24
    """Lines of a claim's text; what is longer is cut, the tooltip has all of it."""
    letters: bool = False
    """Whether the picture brings its letters along, so that no other font may need more room."""
    ground: str
    ink: str
    faint: str
    evidence: str
    section: str
    """Ground of a section."""
    section_frame: str
    lines: Mapping[Kind, Line]
    paints: Mapping[Role, Paint]
    boxes: Mapping[Voice, Box]
    changes: Mapping[Mark, str]
    """Colours of what is new, gone or not the same, where two maps are drawn in one picture."""
    verdicts: Mapping[Verdict, str]
    severities: Mapping[Severity, str]
    hues: Mapping[Colour, str]
    """What the colours of styles are called, as colours of a frame."""

    @property
    def card(self) -> int:
        """Width of a claim."""
        return self.room(self.wrap, self.size)

    @property
    def small_wrap(self) -> int:
        """Columns to a line of small text on a claim."""
        return self.wrap * self.size // self.small

    def room(self, columns: int, size: int) -> int:
        """Return the points that so many columns of running text take, whichever font it is shown in."""
        # DejaVu Sans takes 0.53 of its size for a letter, on the average of a line.
        return round(columns * size * (0.5 if self.letters else 0.55))

    def with_letters(self) -> Theme:
        """Return the theme for pictures that bring their letters along."""
        return replace(self, letters=True)
