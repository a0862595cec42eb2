"""The map has no thesis, or more theses than a reader can hold apart.

## What it finds

A map that names no thesis, or more than five. If it names none, claims that have grounds and are given
as a ground for nothing are suggested.

## Why it matters

A map answers "what is argued for, and how?" Roles, verdicts and pictures all begin at the thesis. A map
with a dozen theses is most often several maps, or has a thesis that sums them up and is left unsaid.

## Example

Fails:

```yaml
argmap: 1
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
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

Name the claim that the text is about with `thesis: <id>`, or up to five as a list. If the text never
states its thesis, write it as a claim with `voice: implicit`.

## Literature

- van Eemeren, F. H. & Grootendorst, R. (2004). *A Systematic Theory of Argumentation*. Cambridge
  University Press. (Standpoints, and disputes about one or several of them.)
"""

from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import distinct, named
from argmap.finding import Severity
from argmap.graph import Graph

RULE = Rule(code="AM106", name="thesis-count", severity=Severity.ERROR, basis="structure")

_MOST = 5
_CANDIDATES = 3


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit if the number of theses is none or too many."""
    number = len(distinct(graph.map.thesis))
    if number > _MOST:
        yield Hit(
            f"the map has {number} theses",
            ("thesis",),
            help="Is there one claim that sums them up? Or are these several maps?",
        )
    elif not number:
        yield Hit("the map has no thesis", ("thesis",), help=_advice(graph))


def _advice(graph: Graph) -> str:
    """Suggest claims that have grounds and are given for nothing."""
    ends = [
        claim for claim in graph.claims.values() if graph.incoming(claim.id) and not graph.outgoing(claim.id)
    ]
    names = [named(claim) for claim in ends[:_CANDIDATES]]
    if not names:
        return "Which claim is the text about? Name it: 'thesis: <id>'."
    return f"Which claim is the text about? Is it {' or '.join(names)}? Name it: 'thesis: {ends[0].id}'."
