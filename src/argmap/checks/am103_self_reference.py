"""A claim is given as a reason for, or an objection to, itself.

## What it finds

A relation whose target is also one of its premises. A circle that leads through other claims is
circular-support, AM104.

## Why it matters

A claim adds nothing to itself: whoever doubts it doubts the reason, too. Often another claim was meant,
or the same thought was written down in two wordings and one of them lost.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [close-the-bridge]
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

Name the claim that was meant, or take the premise out. If the text itself argues in this way, that is
worth recording in a `note`.

## Literature

- Walton, D. (1991). *Begging the Question: Circular Reasoning as a Tactic of Argumentation*. Greenwood.
"""

from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import named, verb
from argmap.finding import Severity
from argmap.graph import Graph

RULE = Rule(code="AM103", name="self-reference", severity=Severity.ERROR, basis="structure")


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every relation that has its target among its premises."""
    for relation in graph.relations.values():
        if relation.target in relation.premises and (claim := graph.claims.get(relation.target)):
            yield Hit(
                f"{named(claim)} {verb(relation)} itself",
                ("relations", relation.id, "premises", relation.premises.index(claim.id)),
                help="Was another claim meant? If not, take it out of the list.",
            )
