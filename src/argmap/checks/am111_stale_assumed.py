"""A claim is marked as granted without support, yet has support.

## What it finds

A claim with `assumed` that one or more relations support.

## Why it matters

`assumed` says "this is granted, no reason needed". Once a reason is given, the mark is out of date; and
if that reason is later taken away, the mark hides that the claim stands unsupported.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    assumed: true
    supported_by: [bearings-corroded]
  bearings-corroded:
    text: Four of the six bearings are corroded.
    assumed: true
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [bearings-corroded]
  bearings-corroded:
    text: Four of the six bearings are corroded.
    assumed: true
```

## What to do

Take `assumed` out. If the claim is granted whatever becomes of its reasons, take the reasons out, or set
the finding aside with `ignore: {AM111: <reason>}`.
"""

from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import counted, named
from argmap.finding import Fix, Severity
from argmap.graph import Graph
from argmap.model import Kind

RULE = Rule(code="AM111", name="stale-assumed", severity=Severity.WARNING, basis="structure")


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every claim that is assumed and supported."""
    for claim in graph.claims_with("assumed"):
        if claim.assumed and claim.id in graph.supported:
            supports = graph.incoming(claim.id, Kind.SUPPORTS)
            yield Hit(
                f"{named(claim)} is marked as assumed, yet supported ({counted(len(supports), 'reason')})",
                ("claims", claim.id, "assumed"),
                tuple(("supported here", ("relations", relation.id)) for relation in supports),
                "Is it still granted without a reason? If not, take assumed out.",
                Fix(("claims", claim.id, "assumed"), safe=False),
            )
