"""Verdicts: the three labels of a labelling, and the reasons that go with them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

Leaves = Literal["asserted", "evidenced"]
"""What a claim without reasons counts as: ``asserted``, granted because it is said; ``evidenced``, granted
if it has evidence or is assumed, else open."""

READINGS: Final[dict[Leaves, str]] = {
    "asserted": "if the premises are granted",
    "evidenced": "on the evidence given",
}
"""Each way to count leaves, in the words that introduce a verdict."""

Verdict = Literal["stands", "falls", "open"]
"""A label in everyday words. "Falls" is not "false": it says that nothing in the map carries the claim."""

IN: Final = 1
UNDEC: Final = 0
OUT: Final = -1


class Label(StrEnum):
    """What a labelling says of a claim or a relation (Caminada 2006)."""

    IN = "in"
    """Accepted: it stands."""
    OUT = "out"
    """Rejected: it falls."""
    UNDEC = "undec"
    """Neither: it is open."""

    @property
    def verdict(self) -> Verdict:
        """The label in everyday words.

        >>> Label.UNDEC.verdict
        'open'
        """
        return _VERDICTS[self]


_VERDICTS: Final[dict[Label, Verdict]] = {
    Label.IN: "stands",
    Label.OUT: "falls",
    Label.UNDEC: "open",
}

LABELS: Final = (Label.UNDEC, Label.IN, Label.OUT)
"""The label that each of the numbers ``UNDEC``, ``IN`` and ``OUT`` (0, 1 and −1) stands for."""


class Why(StrEnum):
    """What decides a claim's label, or keeps it from being decided."""

    # stands
    ASSERTED = "asserted"
    """It has no reasons and, when leaves count as asserted, needs none."""
    ASSUMED = "assumed"
    """It has no reasons and is marked as assumed."""
    EVIDENCED = "evidenced"
    """It has no reasons and cites evidence."""
    STANDING_REASON = "standing reason"
    # falls
    NO_STANDING_REASON = "no standing reason"
    """Every reason that is given for it falls."""
    STANDING_OBJECTION = "standing objection"
    """An objection stands, and no reason against it."""
    CONTESTED = "contested"
    """Reasons stand, and so does an objection."""
    STANDARD_NOT_MET = "proof standard not met"
    """Reasons stand, no objection does, and they weigh too little for the claim's proof standard."""
    # open
    NO_EVIDENCE = "no evidence"
    """It has no reasons, cites no evidence and is not assumed (when leaves count as evidenced)."""
    CIRCULAR = "circular"
    """Its reasons lead back to itself and nothing from outside settles them."""
    DEADLOCK = "deadlock"
    """It is open because of an objection that is open because of it."""
    OPEN_REASON = "open reason"
    """No reason stands, and one at least is open."""
    OPEN_OBJECTION = "open objection"
    """A reason stands, and an objection is open."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a claim has the label it has.

    Attributes:
        why: what decides it, or keeps it open.
        relations: ids of the relations that do: the standing reasons, the standing or open objections, the
            reasons that fall. Empty where the claim speaks for itself.
        claims: ids of the premises of those relations, each once.
    """

    why: Why
    relations: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Say it in a few words, with the claims that decide.

        >>> str(Reason(Why.STANDING_OBJECTION, ("r",), ("c7",)))
        'a standing objection (c7)'
        """
        words = _WORDS[self.why]
        if not self.claims:
            return words
        named = ", ".join(self.claims[:_MOST_NAMED])
        more = len(self.claims) - _MOST_NAMED
        return f"{words} ({named}{f' and {more} more' if more > 0 else ''})"


_MOST_NAMED: Final = 3
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
