"""Verdicts in signs and words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from argmap.evaluate import Label, Reason, Why
from argmap.render.flow import Piece
from argmap.render.signs import Signs

VERDICT_STYLES: Final = {Label.IN: "bold green", Label.OUT: "bold red", Label.UNDEC: "bold yellow"}
NOT_FALSE: Final = '"Falls" is not "false": it says that nothing in the map carries the claim.'
_MOST_NAMED: Final = 3


def sign_of(label: Label, signs: Signs) -> str:
    """Return the sign of a label."""
    return {Label.IN: signs.stands, Label.OUT: signs.falls, Label.UNDEC: signs.open}[label]


def verdict(label: Label, signs: Signs) -> Iterator[Piece]:
    """Yield a verdict as one piece: its sign and its word."""
    return signs.marked(sign_of(label, signs), label.verdict, VERDICT_STYLES[label])


def reason_in_words(reason: Reason) -> str:
    """Say what decides a verdict, naming the claims that do.

    >>> reason_in_words(Reason(Why.STANDING_OBJECTION, ("r",), ("c7",)))
    'a standing objection (c7)'
    """
    words = _WORDS[reason.why]
    if not reason.claims:
        return words
    named = ", ".join(reason.claims[:_MOST_NAMED])
    more = len(reason.claims) - _MOST_NAMED
    return f"{words} ({named}{f' and {more} more' if more > 0 else ''})"


_WORDS: Final = {
    Why.ASSERTED: "asserted",
    Why.ASSUMED: "assumed",
    Why.EVIDENCED: "rests on evidence",
    Why.STANDING_REASON: "a standing reason",
    Why.NO_STANDING_REASON: "no standing reason",
    Why.STANDING_OBJECTION: "a standing objection",
    Why.CONTESTED: "contested: reasons stand, and so does an objection",
    Why.STANDARD_NOT_MET: "its proof standard is not met",
    Why.NO_EVIDENCE: "no evidence, and not assumed",
    Why.CIRCULAR: "circular",
    Why.DEADLOCK: "deadlock",
    Why.OPEN_REASON: "no reason stands, one is open",
    Why.OPEN_OBJECTION: "an open objection",
}
