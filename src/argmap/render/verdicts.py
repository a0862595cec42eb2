"""Verdicts in signs and words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from argmap.evaluate import Label, Leaves
from argmap.render.flow import Piece
from argmap.render.signs import Signs

VERDICT_STYLES: Final = {Label.IN: "bold green", Label.OUT: "bold red", Label.UNDEC: "bold yellow"}
SHORT_READINGS: Final[dict[Leaves, str]] = {"asserted": "granted", "evidenced": "evidence"}
"""Each way to count leaves in a word, where there is no room for :data:`argmap.evaluate.READINGS`."""
NOT_FALSE: Final = '"Falls" is not "false": it says that nothing in the map carries the claim.'


def sign_of(label: Label, signs: Signs) -> str:
    """Return the sign of a label."""
    return {Label.IN: signs.stands, Label.OUT: signs.falls, Label.UNDEC: signs.open}[label]


def verdict(label: Label, signs: Signs) -> Iterator[Piece]:
    """Yield a verdict as one piece: its sign and its word."""
    return signs.marked(sign_of(label, signs), label.verdict, VERDICT_STYLES[label])
