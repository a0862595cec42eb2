"""A claim does not have the verdict that the map expects of it.

## What it finds

Claims under `expect` that do not stand (`in`), fall (`out`) or stay open (`undec`) as it says, when
the premises of the map are granted. The message tells what decides the verdict instead.

## Why it matters

`expect` is to a map what a test is to a program. Whoever writes a map knows what the text is meant to
come to; if a later change of the map turns the verdict, this tells them, and so does a machine that
checks the map whenever it changes.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
expect: {close-the-bridge: in, shops-lose: in}
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [arch-cracked]
    attacked_by: [shops-lose]
  arch-cracked:
    text: The arch of the bridge is cracked.
    assumed: true
  shops-lose:
    text: The shops of the street will lose customers.
    assumed: true
    attacked_by: [customers-walk]
  customers-walk:
    text: Nearly all of their customers come on foot.
    assumed: true
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
expect: {close-the-bridge: in, shops-lose: out}
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [arch-cracked]
    attacked_by: [shops-lose]
  arch-cracked:
    text: The arch of the bridge is cracked.
    assumed: true
  shops-lose:
    text: The shops of the street will lose customers.
    assumed: true
    attacked_by: [customers-walk]
  customers-walk:
    text: Nearly all of their customers come on foot.
    assumed: true
```

## What to do

`argmap why MAP CLAIM` explains the verdict. Either the map has lost or gained a step by mistake, or the
expectation is out of date.

## Literature

- Gordon, T. F., Prakken, H. & Walton, D. (2007). The Carneades model of argument and burden of proof.
  *Artificial Intelligence* 171.
"""

from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import named
from argmap.evaluate import READINGS, Label, granted
from argmap.finding import Severity
from argmap.graph import Graph

RULE = Rule(code="AM203", name="unexpected-verdict", severity=Severity.ERROR, basis="structure")

_IS = {Label.IN: "stands", Label.OUT: "falls", Label.UNDEC: "is open"}
_TO = {Label.IN: "to stand", Label.OUT: "to fall", Label.UNDEC: "to be open"}


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every claim whose verdict is not the one that is expected."""
    for id, expected in graph.map.expect.items():
        claim = graph.claims.get(id)
        if claim is None or (label := granted(graph).labels[id]) == expected:
            continue
        yield Hit(
            f"{named(claim)} is expected {_TO[Label(expected)]}, but {_IS[label]} {READINGS['asserted']}:"
            f" {granted(graph).reasons[id]}",
            ("expect", id),
            (("the claim", ("claims", id)),),
            f"What led to that? Ask argmap why MAP {id}.",
        )
