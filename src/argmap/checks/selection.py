"""Which rules run: selected and ignored by code, by the beginning of a code, or by name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from argmap.checks.base import Rule
from argmap.checks.registry import RULES, is_called, unknown_rule


class Strictness(StrEnum):
    """How much is looked for."""

    REGULAR = "regular"
    PEDANTIC = "pedantic"
    """Also rules whose findings are often meant to be as they are."""


@dataclass(frozen=True)
class Selection:
    """A choice of rules.

    Each selector is a code (``AM107``), the beginning of one (``AM1``) or a name (``unsupported``).
    Where a rule is both selected and ignored, the longer selector wins, a full code or name being the
    longest: ``select=["AM107"], ignore=["AM1"]`` leaves AM107. On a tie the rule is ignored.

    Raises:
        UnknownRuleError: if a selector matches no rule.

    >>> sorted(Selection(select=("AM11", "unsupported"), ignore=("stale-assumed",)).codes())
    ['AM107', 'AM110', 'AM113']
    """

    select: tuple[str, ...] = ()
    """Rules to run; all if empty."""
    ignore: tuple[str, ...] = ()
    """Rules not to run."""
    strictness: Strictness = Strictness.REGULAR

    def __post_init__(self) -> None:
        for selector in (*self.select, *self.ignore):
            if not any(_strength(selector, rule) for rule in RULES.values()):
                raise unknown_rule(selector)

    def __contains__(self, rule: Rule) -> bool:
        selected = max((_strength(s, rule) for s in self.select), default=1)
        ignored = max((_strength(s, rule) for s in self.ignore), default=0)
        if rule.pedantic and self.strictness != Strictness.PEDANTIC and selected < _FULL:
            return False
        return selected > ignored

    def codes(self) -> frozenset[str]:
        """Return the codes of the rules chosen."""
        return self._codes

    @cached_property
    def _codes(self) -> frozenset[str]:
        return frozenset(code for code, rule in RULES.items() if rule in self)


_FULL = 100
"""Strength of a full code or name: above that of any beginning of a code."""


def _strength(selector: str, rule: Rule) -> int:
    """Return how exactly a selector means a rule; 0 if it does not."""
    if is_called(rule, selector):
        return _FULL
    return len(selector) if rule.code.startswith(selector.upper()) else 0
