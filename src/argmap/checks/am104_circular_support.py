"""Claims support one another in a circle.

## What it finds

Claims each of which is, by way of the others, among its own grounds. Claims that are entangled in
several circles are reported together, once, with every step of the circles and one shortest circle
spelt out.

## Why it matters

Along the circle each claim looks supported, yet the circle as a whole rests on nothing: whoever
doubts one of its claims is led round to that same claim again. Whether the circle is a slip of the
map or of the text is for a reader to decide: articles do argue in circles.

## Example

Fails:

```yaml
argmap: 1
thesis: bridge-unsafe
claims:
  bridge-unsafe:
    text: The bridge is unsafe.
    supported_by: [drivers-avoid-it]
  drivers-avoid-it:
    text: Drivers avoid the bridge.
    supported_by: [bridge-unsafe]
```

Passes:

```yaml
argmap: 1
thesis: bridge-unsafe
claims:
  bridge-unsafe:
    text: The bridge is unsafe.
    supported_by: [drivers-avoid-it]
  drivers-avoid-it:
    text: Drivers avoid the bridge.
    supported_by: [traffic-halved]
  traffic-halved:
    text: Traffic on the bridge has halved within a year.
    assumed: true
```

## What to do

Go round the circle and ask of each step: does the text really give this as a reason, or is it a
consequence? A consequence is drawn the other way. If the text does argue in a circle, keep it and say so
in a `note`.

## Literature

- Walton, D. (1991). *Begging the Question: Circular Reasoning as a Tactic of Argumentation*. Greenwood.
- Tarjan, R. (1972). Depth-first search and linear graph algorithms. *SIAM Journal on Computing* 1(2).
"""

from collections import deque
from collections.abc import Iterator, Sequence

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import brief, claim_name, counted
from argmap.finding import Severity
from argmap.graph import Graph
from argmap.model import Relation

RULE = Rule(code="AM104", name="circular-support", severity=Severity.ERROR, basis="structure")

_SHOWN = 6
"""Claims of a circle that a message spells out."""


def check(graph: Graph) -> Iterator[Hit]:
    """Yield one hit for every set of claims that support one another in circles."""
    cycles = list(graph.support_cycles())
    order = {id: i for i, id in enumerate(graph.relations)} if cycles else {}
    for cycle in cycles:
        inside = {relation.target for relation in cycle}
        relations = sorted(
            (relation for relation in cycle if inside.intersection(relation.premises) - {relation.target}),
            key=lambda relation: order[relation.id],
        )
        circle = _shortest_circle(relations, inside)
        message = f"{claim_name(graph, circle[0])} is among its own grounds: {_spelt(circle)}"
        if len(inside) > len(circle):
            message += f"; {counted(len(inside), 'claim')} are entangled in this way"
        yield Hit(
            message,
            ("relations", relations[0].id),
            tuple((brief(relation), ("relations", relation.id)) for relation in relations),
            "Which of these claims has a ground outside the circle? "
            "Is one of the steps a consequence rather than a reason?",
        )


def _shortest_circle(relations: Sequence[Relation], inside: set[str]) -> list[str]:
    """Return the claims of a shortest circle that begins where the first relation arrives."""
    supports: dict[str, list[str]] = {}
    for relation in relations:
        for premise in relation.premises:
            supports.setdefault(premise, []).append(relation.target)
    start = relations[0].target
    goals = inside.intersection(relations[0].premises) - {start}
    came_from = {start: start}
    queue = deque([start])
    while queue:
        claim = queue.popleft()
        if claim in goals:
            break
        for following in supports.get(claim, ()):
            if following not in came_from:
                came_from[following] = claim
                queue.append(following)
    circle = [claim]
    while circle[-1] != start:
        circle.append(came_from[circle[-1]])
    return circle[::-1]


def _spelt(circle: Sequence[str]) -> str:
    shown = circle if len(circle) <= _SHOWN else [*circle[: _SHOWN - 1], "…", circle[-1]]
    return " → ".join([*shown, circle[0]])
