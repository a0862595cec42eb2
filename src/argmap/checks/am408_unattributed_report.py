"""A claim is reported, but the map does not say of whom.

## What it finds

A claim with `voice: reported` and no `speaker`.

## Why it matters

What weight a report has depends on who is reported. A text that says "it is said" lends a claim an
authority that nobody can be asked about.

## Example

Fails:

```yaml
argmap: 1
thesis: keep-the-bridge-open
claims:
  keep-the-bridge-open:
    text: The bridge should stay open to cars.
    supported_by: [detour-costs-jobs]
  detour-costs-jobs:
    text: The detour would cost the harbour its trade.
    voice: reported
    assumed: Nobody disputes it here.
```

Passes:

```yaml
argmap: 1
thesis: keep-the-bridge-open
claims:
  keep-the-bridge-open:
    text: The bridge should stay open to cars.
    supported_by: [detour-costs-jobs]
  detour-costs-jobs:
    text: The detour would cost the harbour its trade.
    voice: reported
    speaker: Harbour Board
    assumed: Nobody disputes it here.
```

## What to do

Name the `speaker`, as precisely as the text does: a person, an office, "officials", "critics of the
plan". If the text leaves it open, say so: `speaker: unnamed`.
"""

from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import named
from argmap.finding import Severity
from argmap.graph import Graph
from argmap.model import Voice

RULE = Rule(code="AM408", name="unattributed-report", severity=Severity.WARNING, basis="source")


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every reported claim without a speaker."""
    for claim in graph.claims_with("voice"):
        if claim.voice is Voice.REPORTED and claim.speaker is None:
            yield Hit(
                f"{named(claim)} is reported, but of whom is not said",
                ("claims", claim.id, "voice"),
                help="Who says so, in the text's words (speaker)? If it leaves that open, write unnamed.",
            )
