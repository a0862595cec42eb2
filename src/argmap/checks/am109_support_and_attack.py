"""One claim both supports and attacks another.

## What it finds

A claim that, alone, is given as a reason for a claim and as an objection to the same claim. With linked
premises, what makes the difference may be the other premise, so those are left out.

## Why it matters

A fact can well be used by both sides, but what makes it speak for one or the other is something else,
which is not in the map yet. Often one of the two is a slip.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [traffic-halved]
    attacked_by: [{premises: [traffic-halved], undercut_by: [vans-heavier]}]
  traffic-halved:
    text: Traffic on the bridge has halved.
    assumed: true
  vans-heavier:
    text: The vans that are left weigh more than all the cars did.
    assumed: true
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [[traffic-halved, few-need-it]]
    attacked_by: [{premises: [traffic-halved, load-sinks], undercut_by: [vans-heavier]}]
  traffic-halved:
    text: Traffic on the bridge has halved.
    assumed: true
  few-need-it:
    text: A bridge that few people use need not be kept open at any price.
    assumed: true
  load-sinks:
    text: With half the traffic the bridge carries half the load.
    assumed: true
  vans-heavier:
    text: The vans that are left weigh more than all the cars did.
    assumed: true
```

## What to do

Remove the one that is a slip. If both are meant, add to each the premise that gives it its direction.
"""

from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import claim_name, target_name
from argmap.finding import Severity
from argmap.graph import Graph
from argmap.model import Kind, Relation

RULE = Rule(code="AM109", name="support-and-attack", severity=Severity.WARNING, basis="structure")

_EITHER = (Kind.SUPPORTS, Kind.ATTACKS)


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every claim that alone supports and attacks the same target, at the later of both."""
    first: dict[tuple[str, str], Relation] = {}
    told: set[str] = set()
    for relation in graph.relations.values():
        premises = relation.premises
        if relation.kind not in _EITHER or (len(premises) > 1 and len(set(premises)) > 1):
            continue
        other = first.setdefault((premises[0], relation.target), relation)
        if other.kind is not relation.kind and other.id not in told:
            told.add(other.id)
            names = claim_name(graph, premises[0]), target_name(graph, relation.target)
            yield Hit(
                f"{names[0]} both supports and attacks {names[1]}",
                ("relations", relation.id),
                ((f"{other.kind} it here", ("relations", other.id)),),
                "Is one of the two a slip? If both are meant, which premise gives each its direction?",
            )
