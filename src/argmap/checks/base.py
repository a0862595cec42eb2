"""What every rule is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

from argmap.finding import Fix, Path, Severity

Basis = Literal["structure", "text", "source"]
"""What a rule looks at: how the map is built, how it is worded, or what it cites."""


class Confidence(StrEnum):
    """How often what a rule finds is worth acting on."""

    HIGH = "high"
    """Whenever it is found: the rule reads what the map says."""
    MEDIUM = "medium"
    """Most of the time."""
    LOW = "low"
    """Often enough to be asked about."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a check looks for. Codes never change meaning and are never used again."""

    code: str
    name: str
    severity: Severity
    basis: Basis
    confidence: Confidence = Confidence.HIGH
    pedantic: bool = False
    """Only runs when strictness is pedantic, or when asked for by its full code or name."""


class Hit(NamedTuple):
    """A place in a map where a rule has something to say."""

    message: str
    where: Path
    related: tuple[tuple[str, Path], ...] = ()
    """Further places, each with what it has to do with this one."""
    help: str | None = None
    """What to do. What no program can know is put as a question."""
    fix: Fix | None = None
    """A change that would do it."""


class UnknownRuleError(ValueError):
    """A code or name that no rule has.

    Attributes:
        given: what was asked for.
        suggestion: the code or name that comes closest, if any is close.
    """

    def __init__(self, given: str, suggestion: str | None = None) -> None:
        super().__init__(f"no rule {given!r}" + (f"; did you mean {suggestion!r}?" if suggestion else ""))
        self.given = given
        self.suggestion = suggestion
