"""The other side is given no reasons.

## What it finds

A thesis that meets several counterclaims, none of which has a reason, evidence or even an assumption
behind it, while the thesis's own side has.

## Why it matters

Objections that are only named are easily answered. Whoever holds them is likely to have grounds, and an
answer that does not meet these convinces nobody who knows them. No program can tell a straw man from an
objection that is bare in the text; this asks the question.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [arch-cracked]
    attacked_by: [shops-lose, drivers-lose-time]
  arch-cracked:
    text: The arch of the bridge is cracked.
    assumed: true
  shops-lose:
    text: The shops of the street will lose customers.
    voice: reported
    speaker: The shopkeepers
    attacked_by: [customers-walk]
  customers-walk:
    text: Nearly all of their customers come on foot.
    assumed: true
  drivers-lose-time:
    text: Drivers will lose time.
    residual: Six minutes.
    voice: reported
    speaker: The drivers' club
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
sources:
  survey:
    title: A survey of the shops
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [arch-cracked]
    attacked_by: [shops-lose, drivers-lose-time]
  arch-cracked:
    text: The arch of the bridge is cracked.
    assumed: true
  shops-lose:
    text: The shops of the street will lose customers.
    voice: reported
    speaker: The shopkeepers
    evidence: survey
    attacked_by: [customers-walk]
  customers-walk:
    text: Nearly all of their customers come on foot.
    assumed: true
  drivers-lose-time:
    text: Drivers will lose time.
    residual: Six minutes.
    voice: reported
    speaker: The drivers' club
```

## What to do

What do those who object go by? If the text says it, map it as a reason for the counterclaim. If it does
not, look up what they say, and add it with `voice: analyst`.

## Literature

- Govier, T. (2010). *A Practical Study of Argument*. Wadsworth. (Straw men, and charity.)
- Aikin, S. & Casey, J. (2011). Straw men, weak men, and hollow men. *Argumentation* 25.
"""

from collections.abc import Iterator

from argmap.checks.base import Confidence, Hit, Rule
from argmap.checks.wording import listed, named
from argmap.finding import Severity
from argmap.graph import Graph, Role

RULE = Rule(
    code="AM206",
    name="thin-opposition",
    severity=Severity.INFO,
    basis="structure",
    confidence=Confidence.LOW,
    pedantic=True,
)


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every thesis whose own side has grounds and whose opponents have none."""
    against = [id for id, role in graph.roles.items() if role is Role.COUNTERCLAIM]
    own = [id for id, role in graph.roles.items() if role is Role.PREMISE]
    if len(against) < 2 or not graph.theses:
        return
    if graph.unsupported.issuperset(against) and not graph.unsupported.issuperset(own):
        thesis = graph.theses[0]
        yield Hit(
            f"none of the counterclaims to {named(graph.claims[thesis])} is given a reason or evidence: {listed(against)}",
            ("claims", thesis),
            tuple((f"bare: {id}", ("claims", id)) for id in against),
            "What do those who object go by? Does the text leave it out, or the map?",
        )
