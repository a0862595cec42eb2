"""A claim supports another directly although it already does so by way of a third.

## What it finds

A supports C, while A supports B and B supports C, each as the only premise of its relation. Only with
`--strictness pedantic`, or when selected by its code or name: a shortcut may be meant.

## Why it matters

The direct line often is a first draft of the longer way and was forgotten when the step in between was
added. Left in, the claim counts twice, and the picture has a line too many.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [bridge-unsafe, bearings-corroded]
  bridge-unsafe:
    text: The bridge is unsafe.
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
    supported_by: [bridge-unsafe]
  bridge-unsafe:
    text: The bridge is unsafe.
    supported_by: [bearings-corroded]
  bearings-corroded:
    text: Four of the six bearings are corroded.
    assumed: true
```

## What to do

Does the claim support the conclusion in a way of its own, apart from the step in between? If not, remove
the direct line; if so, what premise does that other way need?

## Literature

- Aho, A. V., Garey, M. R. & Ullman, J. D. (1972). The transitive reduction of a directed graph. *SIAM
  Journal on Computing* 1(2).
"""

from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import claim_name, named
from argmap.finding import Severity
from argmap.graph import Graph
from argmap.model import Kind, Relation

RULE = Rule(code="AM112", name="shortcut-relation", severity=Severity.INFO, basis="structure", pedantic=True)


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every direct support that a support in two steps makes needless."""
    direct = {claim: _sole_supports(graph, claim) for claim in graph.claims}
    for target, supports in direct.items():
        found: set[str] = set()
        for middle in supports:
            for claim in _both(supports, direct[middle]):
                if claim in found or claim == middle:
                    continue
                found.add(claim)
                yield Hit(
                    f"{named(graph.claims[claim])} supports {claim_name(graph, target)} "
                    f"both directly and by way of {middle}",
                    ("relations", supports[claim].id),
                    (
                        (f"supports {middle}", ("relations", direct[middle][claim].id)),
                        (f"supports {target}", ("relations", supports[middle].id)),
                    ),
                    f"Does it support {target} in a way of its own, apart from {middle}?",
                )


def _sole_supports(graph: Graph, target: str) -> dict[str, Relation]:
    """Return the claims that support a claim alone, each with the first relation that says so."""
    found: dict[str, Relation] = {}
    for relation in graph.incoming(target, Kind.SUPPORTS):
        premise = relation.premises[0]
        if premise in graph.claims and premise != target and len(set(relation.premises)) == 1:
            found.setdefault(premise, relation)
    return found


def _both(one: dict[str, Relation], other: dict[str, Relation]) -> Iterator[str]:
    """Yield what is in both. Going through the smaller keeps hubs of a large map from being quadratic."""
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return (claim for claim in small if claim in large)
