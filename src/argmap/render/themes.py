"""The themes of pictures: light, dark, and black on white for print.

The colours of lines were chosen so that supports, attacks and undercuts differ for readers who see no red, no
green or no blue as well (a test works it out), and every text on its ground has the contrast of WCAG AA.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from argmap.finding import Severity
from argmap.graph import Role
from argmap.model import Kind, Voice
from argmap.render.choices import ThemeName
from argmap.render.theme import Box, Line, Paint, Theme


def _lines(supports: str, attacks: str, undercuts: str, rephrases: str) -> Mapping[Kind, Line]:
    return {
        Kind.SUPPORTS: Line(supports, "solid", "normal", "►"),
        Kind.ATTACKS: Line(attacks, "dashed", "tee", "┤"),
        Kind.UNDERCUTS: Line(undercuts, "dotted", "vee", "›", 2.0),
        Kind.REPHRASES: Line(rephrases, "solid", "onormal", "►", tail="onormal"),
    }


LIGHT: Final = Theme(
    ground="#ffffff",
    ink="#1a1a1a",
    faint="#5f6368",
    evidence="#546e7a",
    section="#f5f5f2",
    section_frame="#d5d5cd",
    lines=_lines("#00796b", "#c4401a", "#6a1b9a", "#757575"),
    paints={
        Role.THESIS: Paint("#1f3a5f", "#1f3a5f", "#ffffff", "#ffffff"),
        Role.PREMISE: Paint("#00796b", "#dff1ee", "#005a50"),
        Role.COUNTERCLAIM: Paint("#c4401a", "#fbe7df", "#9a2f10"),
        Role.REBUTTAL: Paint("#0063a5", "#deecf8", "#004f86"),
        Role.MIXED: Paint("#8d6e00", "#fbf2d0", "#6b5300"),
        Role.DETACHED: Paint("#757575", "#eeeeee", "#4f4f4f"),
    },
    boxes={
        Voice.AUTHOR: Box("#ffffff"),
        Voice.REPORTED: Box("#eef1f4"),
        Voice.IMPLICIT: Box("#ffffff", "dashed"),
        Voice.ANALYST: Box("#fff8e1", "dotted"),
    },
    changes={"added": "#005a50", "removed": "#8e0000", "changed": "#7a4d00"},
    verdicts={"stands": "#005a50", "falls": "#9a2f10", "open": "#6b5300"},
    severities={Severity.ERROR: "#9a2f10", Severity.WARNING: "#6b5300", Severity.INFO: "#004f86"},
    hues={
        "blue": "#0063a5",
        "green": "#00796b",
        "orange": "#a65200",
        "red": "#b3261e",
        "purple": "#6a1b9a",
        "yellow": "#7d6200",
        "grey": "#5f6368",
    },
)
"""For white paper and white pages."""

DARK: Final = Theme(
    ground="#14181d",
    ink="#e8eaed",
    faint="#a3abb3",
    evidence="#9fb6c3",
    section="#1b2127",
    section_frame="#3a434d",
    lines=_lines("#4dd8d0", "#ff8f5e", "#b98cff", "#9aa3ab"),
    paints={
        Role.THESIS: Paint("#8ab4f8", "#8ab4f8", "#10151b", "#10151b"),
        Role.PREMISE: Paint("#4dd8d0", "#123a37", "#8aeae4"),
        Role.COUNTERCLAIM: Paint("#ff8f5e", "#47220f", "#ffbc9e"),
        Role.REBUTTAL: Paint("#6cb6ff", "#14304c", "#a9d4ff"),
        Role.MIXED: Paint("#e0c04c", "#3b330f", "#f0d980"),
        Role.DETACHED: Paint("#9aa3ab", "#2a3138", "#ccd2d8"),
    },
    boxes={
        Voice.AUTHOR: Box("#1d232a"),
        Voice.REPORTED: Box("#29313a"),
        Voice.IMPLICIT: Box("#1d232a", "dashed"),
        Voice.ANALYST: Box("#2e2a18", "dotted"),
    },
    changes={"added": "#8aeae4", "removed": "#ff9d95", "changed": "#f0d980"},
    verdicts={"stands": "#8aeae4", "falls": "#ffbc9e", "open": "#f0d980"},
    severities={Severity.ERROR: "#ffbc9e", Severity.WARNING: "#f0d980", Severity.INFO: "#a9d4ff"},
    hues={
        "blue": "#6cb6ff",
        "green": "#4dd8d0",
        "orange": "#ffb066",
        "red": "#ff9d95",
        "purple": "#cfa6ff",
        "yellow": "#e0c04c",
        "grey": "#9aa3ab",
    },
)
"""For dark pages and slides."""

_BLACK, _WHITE = "#000000", "#ffffff"

PRINT: Final = Theme(
    ground=_WHITE,
    ink=_BLACK,
    faint="#333333",
    evidence=_BLACK,
    section=_WHITE,
    section_frame="#777777",
    lines=_lines(_BLACK, _BLACK, _BLACK, "#555555"),
    paints={
        Role.THESIS: Paint(_BLACK, _BLACK, _WHITE, _WHITE),
        **{
            role: Paint(_BLACK, header, _BLACK)
            for role, header in {
                Role.PREMISE: _WHITE,
                Role.COUNTERCLAIM: "#d0d0d0",
                Role.REBUTTAL: "#ececec",
                Role.MIXED: "#ececec",
                Role.DETACHED: _WHITE,
            }.items()
        },
    },
    boxes={
        Voice.AUTHOR: Box(_WHITE),
        Voice.REPORTED: Box(_WHITE),
        Voice.IMPLICIT: Box(_WHITE, "dashed"),
        Voice.ANALYST: Box(_WHITE, "dotted"),
    },
    changes={"added": _BLACK, "removed": _BLACK, "changed": _BLACK},
    verdicts={"stands": _BLACK, "falls": _BLACK, "open": _BLACK},
    severities=dict.fromkeys(Severity, _BLACK),
    hues=dict.fromkeys(("blue", "green", "orange", "red", "purple", "yellow", "grey"), _BLACK),
)
"""For printers without colour: black on white."""

THEMES: Final[Mapping[ThemeName, Theme]] = {"light": LIGHT, "dark": DARK, "print": PRINT}
