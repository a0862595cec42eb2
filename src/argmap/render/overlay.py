"""What is known of a map besides what it says, to be shown in its picture: verdicts, findings, styles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from argmap.finding import Finding, Severity

if TYPE_CHECKING:
    from argmap.config import Shape
    from argmap.evaluate import Evaluation
    from argmap.evaluate.labels import Verdict

_NONE: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Look:
    """How claims of some kind are drawn, by somebody's choice."""

    labels: tuple[tuple[str, str | None], ...] = ()
    """Words that are shown on the card and in the legend, each with its colour: a colour alone says nothing."""
    colour: str | None = None
    """One of the theme's hues by name, or ``#rrggbb``."""
    shape: Shape | None = None
    graphviz: Mapping[str, str] = field(default_factory=dict)
    """Attributes of the node, as Graphviz knows them."""


@dataclass(frozen=True)
class Overlay:
    """What to show besides the map itself.

    Attributes:
        evaluation: verdicts and strengths, of the whole map where a part is drawn.
        verdicts: whether to show the verdicts; strengths are shown if there are any.
        findings: what checks report; None if that is not asked for.
        looks: how claims look by somebody's choice, by id.
        graphviz: attributes of the whole graph, as Graphviz knows them.
    """

    evaluation: Evaluation | None = None
    verdicts: bool = False
    findings: Sequence[Finding] | None = None
    looks: Mapping[str, Look] = field(default_factory=lambda: _NONE)
    graphviz: Mapping[str, str] = field(default_factory=lambda: _NONE)

    @cached_property
    def badges(self) -> Mapping[str, Sequence[Finding]]:
        """Findings by the claim that they concern, the gravest first."""
        found: dict[str, list[Finding]] = {}
        for finding in sorted(
            self.findings or (), key=lambda it: (list(Severity).index(it.severity), it.code)
        ):
            if finding.claim is not None:
                found.setdefault(finding.claim, []).append(finding)
        return found

    def verdict(self, id: str) -> Verdict | None:
        """Return the verdict on a claim or relation, if verdicts are shown."""
        if self.evaluation is None or not self.verdicts:
            return None
        return self.evaluation.labels[id].verdict

    def reason(self, claim: str) -> str:
        """Say why a claim falls or is open, if verdicts are shown; a claim that stands needs no saying."""
        if self.evaluation is None or self.verdict(claim) in (None, "stands"):
            return ""
        return str(self.evaluation.reasons[claim])

    def strength(self, id: str) -> float | None:
        """Return the strength of a claim, if there are any."""
        strengths = self.evaluation and self.evaluation.strengths
        return strengths[id] if strengths else None


PLAIN: Final = Overlay()
"""Nothing but the map."""


def attributes_of(given: Iterable[tuple[str, str | int | float | bool]]) -> dict[str, str]:
    """Return attributes as Graphviz reads them."""
    return {name: _written(value) for name, value in given}


def _written(value: str | float | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
