"""The thesis has several reasons, yet falls with a single premise.

## What it finds

A thesis with several reasons that stand when the premises of the map are granted, and that would no
longer stand if one premise were lost: because all of the reasons need it, or because it alone answers
an objection. Every such premise is listed, unless it is a reason for the thesis by itself. A thesis
with one reason only is not reported: that it rests on every premise of that reason is plain to see.

## Why it matters

A reader who rejects any one of these premises has a ground to reject the thesis, however much else is
said for it: they are where a check of the facts, or another reason, is worth most. Reasons that look
independent and are not make an argument look firmer than it is.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [arch-will-fail, repairs-too-dear]
  arch-will-fail:
    text: The arch will fail within ten years.
    supported_by: [survey-right]
  repairs-too-dear:
    text: Repairing the arch would cost more than a new bridge.
    supported_by: [survey-right]
  survey-right:
    text: The survey of the bridge can be relied on.
    assumed: true
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [arch-will-fail, river-walk]
  arch-will-fail:
    text: The arch will fail within ten years.
    supported_by: [survey-right]
  survey-right:
    text: The survey of the bridge can be relied on.
    assumed: true
  river-walk:
    text: Without cars the bridge joins the two halves of the river walk.
    assumed: true
```

## What to do

`argmap rests-on MAP` shows what the thesis rests on, and with `--min` and `--sufficient` the fewest
premises that turn the verdict and that carry it. Does the text give a reason that would do without
the premise? Are premises mapped as linked that convince on their own?

## Literature

- Freeman, J. B. (2011). *Argument Structure: Representation and Theory*. Springer. (Linked and
  convergent premises.)
"""

from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import listed, named, shorten
from argmap.evaluate import Label, granted, load_bearing
from argmap.finding import Severity
from argmap.graph import Graph
from argmap.model import Kind

RULE = Rule(code="AM305", name="single-point-of-failure", severity=Severity.INFO, basis="structure")


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every thesis of several reasons that a single premise can take down."""
    for thesis in graph.theses:
        evaluation = granted(graph)
        labels = evaluation.labels
        reasons = [r for r in graph.incoming(thesis, Kind.SUPPORTS) if labels[r.id] is Label.IN]
        if labels[thesis] is not Label.IN or len(reasons) < 2:
            continue
        alone = {r.premises[0] for r in reasons if len(r.premises) == 1}
        premises = [id for id in load_bearing(evaluation.index, thesis) if id not in alone]
        if premises:
            which = premises[0] if len(premises) == 1 else f"any one of {listed(premises)}"
            yield Hit(
                f"{named(graph.claims[thesis])} has {len(reasons)} standing reasons,"
                f" yet does not stand without {which}",
                ("claims", thesis),
                tuple((f"without it: {shorten(graph.claims[id].text)}", ("claims", id)) for id in premises),
                "Is there a reason that would do without? What else does it rest on (argmap rests-on MAP)?",
            )
