"""A thesis, a premise or an expectation names a claim that the map does not have.

## What it finds

An id under `thesis` or `expect`, or in a list of reasons or objections, that is the id of no claim. The
closest id of the map is suggested. The id of a relation is no claim either: relations are answered by
`undercut_by`.

## Why it matters

A reason that is not there supports nothing. The id is most often misspelt, or its claim was renamed
or deleted.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [bearings-corroded]
    attacked_by: [just-repaired]
  bearings-corroded:
    text: Four of the six bearings are corroded.
    assumed: true
  just-repaired:
    text: The bridge was repaired last year.
    assumed: true
    attacked_by: [bearing-corroded]
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [bearings-corroded]
    attacked_by: [just-repaired]
  bearings-corroded:
    text: Four of the six bearings are corroded.
    assumed: true
  just-repaired:
    text: The bridge was repaired last year.
    assumed: true
    attacked_by: [bearings-corroded]
```

## What to do

Correct the id, add the claim, or take the id out of the list.
"""

from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import target_name, verb
from argmap.finding import Fix, Path, Severity
from argmap.graph import Graph
from argmap.suggest import Suggester

RULE = Rule(code="AM101", name="unknown-id", severity=Severity.ERROR, basis="structure")


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every mention of a claim that does not exist."""
    suggester = Suggester(graph.claims)
    for id, use, where in _mentions(graph):
        fix = None
        if id in graph.relations:
            message = f"{id!r}, {use}, is the id of a relation, not of a claim"
            help = "To deny a step, name the denying claim under undercut_by of that step."
        else:
            message = f"no claim has the id {id!r}, {use}"
            close = suggester.closest(id)
            help = f"Did you mean {close!r}?" if close else "Add the claim, or take the id out."
            if close and where[0] != "expect":
                fix = Fix(where, close, safe=False)
        yield Hit(message, where, help=help, fix=fix)


def _mentions(graph: Graph) -> Iterator[tuple[str, str, Path]]:
    """Yield ids that name no claim, with the use that is made of them and where."""
    for i, id in enumerate(graph.map.thesis):
        if id not in graph.claims:
            yield id, "which is named as a thesis", ("thesis", i)
    for id in graph.map.expect:
        if id not in graph.claims:
            yield id, "of which a verdict is expected", ("expect", id)
    known = frozenset(graph.claims)
    for relation in [it for it in graph.relations.values() if not known.issuperset(it.premises)]:
        for i, id in enumerate(relation.premises):
            if id not in known:
                use = f"which is to {verb(relation, plural=True)} {target_name(graph, relation.target)}"
                yield id, use, ("relations", relation.id, "premises", i)
