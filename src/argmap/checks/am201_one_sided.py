"""Nothing in the map speaks against the thesis.

## What it finds

A thesis that a good number of claims bear on, eight or more, none of them with negative polarity: no
objection to it, to what it rests on, or to a step. A map with several theses has one finding for each
that meets no counterclaim. Smaller maps are left alone.

## Why it matters

Either the text does not face what could be said against it, which is worth knowing, or the map has left
out the passages where it does. A reader who holds the other view is met by neither.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [[arch-will-fail, failure-kills], river-walk]
  arch-will-fail:
    text: The arch will fail within ten years.
    supported_by: [[arch-cracked, cracks-grow]]
  arch-cracked:
    text: The arch of the bridge is cracked.
    assumed: true
  cracks-grow:
    text: Cracks in an arch grow under the weight of cars.
    assumed: true
  failure-kills:
    text: An arch that fails under traffic costs lives.
    assumed: true
  river-walk:
    text: Without cars the bridge joins the two halves of the river walk.
    supported_by: [paths-end]
  paths-end:
    text: The paths along the river end at either side of the bridge.
    supported_by: [[east-path-ends, west-path-ends]]
  east-path-ends:
    text: The path along the east bank ends at the bridge.
    assumed: true
  west-path-ends:
    text: The path along the west bank ends at the bridge.
    assumed: true
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [[arch-will-fail, failure-kills], river-walk]
    attacked_by: [shops-lose]
  arch-will-fail:
    text: The arch will fail within ten years.
    supported_by: [[arch-cracked, cracks-grow]]
  arch-cracked:
    text: The arch of the bridge is cracked.
    assumed: true
  cracks-grow:
    text: Cracks in an arch grow under the weight of cars.
    assumed: true
  failure-kills:
    text: An arch that fails under traffic costs lives.
    assumed: true
  river-walk:
    text: Without cars the bridge joins the two halves of the river walk.
    supported_by: [paths-end]
  paths-end:
    text: The paths along the river end at either side of the bridge.
    supported_by: [[east-path-ends, west-path-ends]]
  east-path-ends:
    text: The path along the east bank ends at the bridge.
    assumed: true
  west-path-ends:
    text: The path along the west bank ends at the bridge.
    assumed: true
  shops-lose:
    text: The shops of the street will lose customers.
    assumed: true
    residual: The council took it into account.
```

## What to do

- Does the text mention a view that it rejects, or a cost that it accepts? Map it, as `attacked_by` or
  `undercut_by`, with `voice: reported` and `speaker` if it is someone else's.
- What would someone who disagrees say first? You can add it yourself, with `voice: analyst`.

## Literature

- Johnson, R. H. (2000). *Manifest Rationality*. Erlbaum. (The dialectical tier.)
- Wolfe, C. R. & Britt, M. A. (2008). The locus of the myside bias in written argumentation. *Thinking &
  Reasoning* 14(1).
"""

from collections.abc import Iterator

from argmap.checks.base import Confidence, Hit, Rule
from argmap.checks.wording import counted, named
from argmap.finding import Severity
from argmap.graph import Graph

RULE = Rule(
    code="AM201",
    name="one-sided",
    severity=Severity.INFO,
    basis="structure",
    confidence=Confidence.MEDIUM,
)

_ENOUGH = 8
"""Claims that bear on a thesis, from which on an objection is to be expected."""
_MANY = 1_000
"""Claims that are counted at most, so that many theses do not each ask for the whole map."""


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every thesis that meets no counterclaim."""
    if len(graph.theses) == 1 and any(-1 in signs for signs in graph.polarity.values()):
        return  # what is asked below is known already
    opposed = _opposed(graph)
    for thesis in graph.theses:
        bearing = 0 if thesis in opposed else _bearing(graph, thesis)
        if bearing >= _ENOUGH:
            more = " or more" if bearing >= _MANY else ""
            yield Hit(
                f"{counted(bearing, 'claim')}{more} bear on {named(graph.claims[thesis])}, none of them against it",
                ("claims", thesis),
                help="Does the text mention a view that it rejects, or a cost that it accepts? "
                "What would someone who disagrees say first (voice: analyst)?",
            )


def _opposed(graph: Graph) -> set[str]:
    """Return the claims and relations that something speaks against, or against what bears on them."""
    opposed: set[str] = set()
    waiting = [relation.target for relation in graph.relations.values() if relation.kind.sign < 0]
    while waiting:
        id = waiting.pop()
        if id not in opposed:
            opposed.add(id)
            further = [graph.relations[id]] if id in graph.relations else graph.outgoing(id)
            waiting += [relation.target for relation in further]
    return opposed


def _bearing(graph: Graph, thesis: str) -> int:
    """Return how many claims bear on a thesis; where many do, not all are counted."""
    waiting = [thesis]
    met = {thesis}
    claims = 0
    while waiting and claims < _MANY:
        for relation in graph.incoming(waiting.pop()):
            new = {id for id in (relation.id, *relation.premises) if id not in met}
            claims += sum(id in graph.claims for id in new)
            waiting += new
            met |= new
    return min(claims, _MANY)
