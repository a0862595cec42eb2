"""Objections go round in a circle, and nothing settles them.

## What it finds

Claims that are open because they depend on objections that depend on them in turn: two claims that
attack one another, most often. Claims that hold one another open in this way are reported together,
once. A claim that attacks itself is a circle of one.

## Why it matters

What rests on a deadlock is open, too, however many reasons it has. A dispute that the text leaves
undecided is worth knowing; one that a further ground on either side would settle may be a gap.

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
    attacked_by: [arch-sound]
    assumed: true
  arch-sound:
    text: The arch is as sound as on its first day.
    voice: reported
    speaker: The mayor
    attacked_by: [arch-cracked]
    assumed: true
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [arch-cracked]
  arch-cracked:
    text: The arch of the bridge is cracked.
    attacked_by: [arch-sound]
    assumed: true
  arch-sound:
    text: The arch is as sound as on its first day.
    voice: reported
    speaker: The mayor
    assumed: He said so in public.
    attacked_by: [cracks-photographed]
  cracks-photographed:
    text: The cracks have been photographed.
    assumed: true
```

## What to do

- What speaks for either side? A reason that itself attacks the other side's claim settles the matter.
- Do the two deny one another, or does only one of them deny the other?
- `argmap evaluate MAP --semantics preferred` lists the positions that can be taken.

## Literature

- Dung, P. M. (1995). On the acceptability of arguments. *Artificial Intelligence* 77.
- Caminada, M. & Gabbay, D. (2009). A logical account of formal argumentation. *Studia Logica* 93.
"""

from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import counted, listed, named
from argmap.evaluate import granted
from argmap.finding import Severity
from argmap.graph import Graph

RULE = Rule(code="AM205", name="deadlock", severity=Severity.WARNING, basis="structure")


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every set of claims that hold one another open."""
    for ids in granted(graph).deadlocks:
        claims = [graph.claims[id] for id in ids]
        first = named(claims[0])
        if len(ids) == 1:
            message = f"{first} is open: it depends on an objection that it is part of itself"
        elif len(ids) == 2:
            message = f"{first} and {named(claims[1])} hold one another open"
        else:
            message = (
                f"{counted(len(ids), 'claim')} hold one another open: {listed([named(c) for c in claims])}"
            )
        yield Hit(
            message,
            ("claims", ids[0]),
            tuple((f"open, too: {id}", ("claims", id)) for id in ids[1:]),
            "What speaks for either side? Does each deny the other, or only one the other?",
        )
