"""A claim is put as certain, and every reason for it is hedged.

## What it finds

English claims without a word such as "may", "could", "probably" or "seems", all of whose reasons have
one in every one of their steps. Claims with evidence of their own are left alone.

## Why it matters

What follows from something that may be so is that something may be so. The doubt that the author
expressed is lost between the reasons and the claim, and a reader takes away more than was shown.

## Example

Fails:

```yaml
argmap: 1
thesis: arch-will-fail
claims:
  arch-will-fail:
    text: The arch will fail within ten years.
    supported_by: [cracks-may-grow]
  cracks-may-grow:
    text: The cracks in the arch may grow under the weight of cars.
    assumed: true
```

Passes:

```yaml
argmap: 1
thesis: arch-will-fail
claims:
  arch-will-fail:
    text: The arch could fail within ten years.
    supported_by: [cracks-may-grow]
  cracks-may-grow:
    text: The cracks in the arch may grow under the weight of cars.
    assumed: true
```

## What to do

Does the text hedge the claim, too? Then the map has dropped it. If the text is as certain as that, what
does the certainty come from?

## Literature

- Hyland, K. (1998). *Hedging in Scientific Research Articles*. Benjamins.
- Toulmin, S. (1958). *The Uses of Argument*. Cambridge University Press. (Qualifiers.)
"""

from collections.abc import Iterator, Mapping

from argmap.checks.base import Confidence, Hit, Rule
from argmap.checks.english import HEDGES, found, is_english, words
from argmap.checks.wording import named
from argmap.finding import Severity
from argmap.graph import Graph
from argmap.model import Kind, Relation

RULE = Rule(
    code="AM502",
    name="hedge-mismatch",
    severity=Severity.INFO,
    basis="text",
    confidence=Confidence.LOW,
    pedantic=True,
)

_VALUES = frozenset({"should", "must", "ought", "need", "needs"})
"""Words of claims about what to do: that something may happen can be reason enough."""


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every claim that is put as certain upon reasons that are all hedged."""
    if not is_english(graph.map):
        return
    hedges = {id: hedge for id, claim in graph.claims.items() if (hedge := found(words(claim.text), HEDGES))}
    if not hedges:
        return
    for claim in graph.claims.values():
        reasons = graph.incoming(claim.id, Kind.SUPPORTS)
        if claim.id in hedges or claim.evidence or not reasons or found(words(claim.text), _VALUES):
            continue
        hedged = [_hedged(reason, hedges) for reason in reasons]
        if all(hedged):
            yield Hit(
                f"{named(claim)} is put as certain, but every reason for it is hedged",
                ("claims", claim.id, "text"),
                tuple(
                    (f'"{hedges[id]}"', ("claims", id, "text")) for id in dict.fromkeys(filter(None, hedged))
                ),
                "Is the claim hedged in the text, too? If not, what does its certainty come from?",
            )


def _hedged(reason: Relation, hedges: Mapping[str, str | None]) -> str | None:
    """Return the first premise of a reason that is hedged."""
    return next((premise for premise in reason.premises if hedges.get(premise)), None)
