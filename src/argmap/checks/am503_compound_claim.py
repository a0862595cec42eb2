"""A claim says several things at once.

## What it finds

Claims of more than one sentence, or of clauses joined by a semicolon, or (in English) by ", and", ", but"
or "; therefore".

## Why it matters

A claim is what stands or falls as one. What speaks against half of a compound claim seems to speak
against all of it, and what supports half of it to support the rest.

## Example

Fails:

```yaml
argmap: 1
thesis: arch-will-fail
claims:
  arch-will-fail:
    text: The arch is cracked; repairing it would cost more than a new bridge.
    assumed: true
```

Passes:

```yaml
argmap: 1
thesis: repair-too-dear
claims:
  repair-too-dear:
    text: Repairing the arch would cost more than a new bridge.
    supported_by: [arch-cracked]
  arch-cracked:
    text: The arch is cracked.
    assumed: true
```

## What to do

Make each part a claim of its own. Is one the reason for the other? Do they only count together? Then they
are linked premises.

## Literature

- van Eemeren, F. H. & Grootendorst, R. (2004). *A Systematic Theory of Argumentation*. Cambridge
  University Press. (Standpoints are single or mixed.)
- Lumer, C. (2003). Interpreting arguments. *ISSA*. (One judgement a premise.)
"""

import re
from collections.abc import Iterator

from argmap.checks.base import Confidence, Hit, Rule
from argmap.checks.wording import named
from argmap.finding import Severity
from argmap.graph import Graph

RULE = Rule(
    code="AM503",
    name="compound-claim",
    severity=Severity.INFO,
    basis="text",
    confidence=Confidence.LOW,
    pedantic=True,
)

_SEVERAL = re.compile(
    r"""
    ;\s                                                     # clauses side by side
    | (?<![A-Z])(?<!\b[A-Za-z]{2})[.!?]["”’)]*\s+["“‘(]*[A-ZÀ-Þ]  # a second sentence; not after an initial or "Dr."
    | ,\ (?:and|but|so|yet)\ (?:it|they|he|she|we|this|that|these|there|the|a|an)\ \w+   # a second clause
    """,
    re.VERBOSE,
)


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every claim of several sentences or clauses."""
    for claim in graph.claims.values():
        if _SEVERAL.search(claim.text):
            yield Hit(
                f"{named(claim)} says several things at once",
                ("claims", claim.id, "text"),
                help="Could one part stand while another falls? Is one the reason for the other?",
            )
