"""The thesis, or a reason for it, has only one reason.

## What it finds

Theses, and claims that support a thesis directly, that rest on a single reason with a single premise.

## Why it matters

Where everything hangs on one reason, that reason had better be firm; a second, independent one is the
cheapest way to make an argument robust.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [arch-cracked]
  arch-cracked:
    text: The arch of the bridge is cracked.
    assumed: true
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [arch-cracked, river-walk]
  arch-cracked:
    text: The arch of the bridge is cracked.
    assumed: true
  river-walk:
    text: Without cars the bridge joins the two halves of the river walk.
    assumed: true
```

## What to do

Does the text give a further reason, perhaps in its opening or its end? Is something left unsaid that the
reason needs? If there is nothing else, is this reason as firm as it has to be?

## Literature

- Johnson, R. H. & Blair, J. A. (2006). *Logical Self-Defense*. IDEA. (Sufficiency, with relevance and
  acceptability.)
"""

from collections.abc import Iterator

from argmap.checks.base import Confidence, Hit, Rule
from argmap.checks.wording import claim_name, named
from argmap.finding import Severity
from argmap.graph import Graph
from argmap.model import Kind

RULE = Rule(
    code="AM304",
    name="thin-support",
    severity=Severity.INFO,
    basis="structure",
    confidence=Confidence.LOW,
    pedantic=True,
)


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every thesis, and every direct reason for one, with one reason of one premise."""
    for id, distance in graph.distance.items():
        direct = any(r.kind is Kind.SUPPORTS and r.target in graph.theses for r in graph.outgoing(id))
        if distance and not direct:
            continue
        reasons = graph.incoming(id, Kind.SUPPORTS)
        if len(reasons) == 1 and len(reasons[0].premises) == 1 and not graph.claims[id].evidence:
            yield Hit(
                f"{named(graph.claims[id])} rests on one reason only: {claim_name(graph, reasons[0].premises[0])}",
                ("claims", id),
                (("the one reason", ("relations", reasons[0].id)),),
                "Does the text give a further reason? Is something left unsaid that this one needs?",
            )
