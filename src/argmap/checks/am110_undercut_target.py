"""An undercut is aimed at a claim, or another relation at a step.

## What it finds

A relation that undercuts a claim, and one that supports, attacks or rephrases a relation.

## Why it matters

To attack is to say that a claim is false; to undercut is to say that it does not follow, whether
or not it is true. "Those were cranes, not bridges" says nothing against the bridge's being unsafe; it
takes away a reason to think so. The two are answered differently, and evaluations treat them
differently.

## Example

Fails, for a claim has no step that could be denied:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [near-collapses]
    undercut_by: [those-were-cranes]
  near-collapses:
    text: There were two near collapses last year.
    assumed: true
  those-were-cranes:
    text: What nearly collapsed were cranes beside the bridge.
    assumed: true
    residual: true
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by:
      - premises: [near-collapses]
        undercut_by: [those-were-cranes]
  near-collapses:
    text: There were two near collapses last year.
    assumed: true
  those-were-cranes:
    text: What nearly collapsed were cranes beside the bridge.
    assumed: true
    residual: true
```

## What to do

- If the claim itself is denied, use `attacked_by` of the claim.
- If only a step to it is denied, write that step in its long form, with `premises`, and put
  `undercut_by` there.
- What supports a step is a further premise of it: add it to its `premises`, or state it as `warrant`.

## Literature

- Pollock, J. L. (1987). Defeasible reasoning. *Cognitive Science* 11(4). (Rebutting and undercutting
  defeaters.)
"""

from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import statement
from argmap.finding import Severity
from argmap.graph import Graph
from argmap.model import Kind

RULE = Rule(code="AM110", name="undercut-target", severity=Severity.ERROR, basis="structure")

_ADVICE = {
    Kind.UNDERCUTS: "Is the claim denied? Then use attacked_by. "
    "Is a step to it denied? Then put undercut_by in the long form of that step.",
    Kind.SUPPORTS: "Is it a further premise of the step? Then add it to the premises, or state it as warrant.",
    Kind.ATTACKS: "Is the step denied? Then use undercut_by. "
    "Is one of its claims denied? Then use attacked_by of that claim.",
    Kind.REPHRASES: "Which claim does it rephrase? Name that claim as the target.",
}


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every relation that is aimed at the wrong sort of target."""
    claims, undercuts = graph.claims, Kind.UNDERCUTS
    for relation in [
        it for it in graph.relations.values() if (it.kind is undercuts) is (it.target in claims)
    ]:
        only = "only a step can be" if relation.kind is undercuts else "a step can only be"
        message = f"{statement(graph, relation)}, but {only} undercut"
        yield Hit(message, ("relations", relation.id), help=_ADVICE[relation.kind])
