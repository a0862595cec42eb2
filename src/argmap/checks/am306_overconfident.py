"""A claim is held with more confidence than its reasons carry.

## What it finds

Claims with a `confidence` that is higher than what the reasons given for them come to, by the
confidences of those reasons: a reason is as strong as the weakest of its premises, times the weight
of the step, and reasons that speak for a claim independently add up as probabilities do (two reasons
of 0.5 to 0.75). Objections are left aside, so this is the most that the reasons can carry. Claims
that cite evidence of their own are not looked at, nor are those with a reason whose confidence is not
stated.

## Why it matters

Confidence that comes from nowhere is the mark of a conclusion that was there before its reasons. Either
there is a ground that the map does not have, or a number is out.

## Example

Fails:

```yaml
argmap: 1
thesis: arch-fails
claims:
  arch-fails:
    text: The arch will fail within ten years.
    confidence: 0.95
    supported_by: [[cracks-grow, nothing-repaired]]
  cracks-grow:
    text: The cracks in the arch grow each winter.
    assumed: true
    confidence: 0.9
  nothing-repaired:
    text: The arch will not be repaired.
    assumed: true
    confidence: 0.6
```

Passes:

```yaml
argmap: 1
thesis: arch-fails
claims:
  arch-fails:
    text: The arch will fail within ten years.
    confidence: 0.6
    supported_by: [[cracks-grow, nothing-repaired]]
  cracks-grow:
    text: The cracks in the arch grow each winter.
    assumed: true
    confidence: 0.9
  nothing-repaired:
    text: The arch will not be repaired.
    assumed: true
    confidence: 0.6
```

## What to do

Lower the `confidence`, or give the further reason or evidence that it comes from. If a premise is
surer than its number, raise that.

## Literature

- Pollock, J. L. (1995). *Cognitive Carpentry*. MIT Press. (The weakest-link principle.)
- Rago, A., Toni, F., Aurisicchio, M. & Baroni, P. (2016). Discontinuity-free decision support with
  quantitative argumentation debates. *KR*. (How independent reasons add up.)
"""

from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import named
from argmap.evaluate.gradual import COMBINE
from argmap.finding import Severity
from argmap.graph import Graph
from argmap.model import Kind, Relation

RULE = Rule(code="AM306", name="overconfident", severity=Severity.WARNING, basis="structure")

_MARGIN = 0.005
"""Confidence beyond what the reasons carry that is put down to rounding."""


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every claim whose stated confidence exceeds what its reasons carry."""
    for claim in graph.claims_with("confidence"):
        if claim.confidence is None or claim.evidence:
            continue
        strengths = [_strength(graph, reason) for reason in graph.incoming(claim.id, Kind.SUPPORTS)]
        stated = [strength for strength in strengths if strength is not None]
        if not stated or len(stated) < len(strengths):
            continue
        carried = COMBINE["dfquad"](0.0, stated, ())
        if claim.confidence > carried + _MARGIN:
            reasons = "reason carries" if len(stated) == 1 else "reasons carry"
            yield Hit(
                f"{named(claim)} is held with a confidence of {claim.confidence:g},"
                f" but its {reasons} at most {carried:.2g}",
                ("claims", claim.id, "confidence"),
                help="What else is it held on (supported_by, evidence)? Is one of the numbers out?",
            )


def _strength(graph: Graph, reason: Relation) -> float | None:
    """Return how strong a reason is at most; None if a premise states no confidence."""
    claims = [graph.claims.get(premise) for premise in reason.premises]
    scores = [claim.confidence for claim in claims if claim and claim.confidence is not None]
    weight = 1.0 if reason.weight is None else reason.weight
    return weight * min(scores) if len(scores) == len(claims) else None
