"""The same relation is written down twice, or one premise twice in a relation.

## What it finds

Two relations of the same kind, with the same premises in whatever order, to the same target; and a
relation that names one of its premises more than once.

## Why it matters

A reason does not grow by being repeated, but it is counted twice by everything that counts: the
strength of the thesis, the number of its supports, the lines in the picture.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by:
      - bearings-corroded
      - bearings-corroded
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
    supported_by:
      - bearings-corroded
      - traffic-doubled
  bearings-corroded:
    text: Four of the six bearings are corroded.
    assumed: true
  traffic-doubled:
    text: Traffic has doubled since the bridge was built.
    assumed: true
```

## What to do

Remove one of the two. If they are two different steps from the same premises, each is likely to need a
premise of its own: what does each take for granted?
"""

from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import claim_name, statement, target_name
from argmap.finding import Fix, Severity
from argmap.graph import Graph
from argmap.model import Kind, Relation

RULE = Rule(code="AM108", name="duplicate-relation", severity=Severity.WARNING, basis="structure")


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every relation that says what an earlier one has said, or a premise twice."""
    first: dict[tuple[Kind, str, tuple[str, ...]], Relation] = {}
    for relation in graph.relations.values():
        premises = relation.premises
        linked = len(premises) > 1
        if linked:
            premises = tuple(sorted(set(premises)))
        earlier = first.setdefault((relation.kind, relation.target, premises), relation)
        if earlier is not relation:
            yield Hit(
                f"said before: {statement(graph, relation)}",
                ("relations", relation.id),
                (("first here", ("relations", earlier.id)),),
                "Remove one of the two. If they are different steps, which premise sets them apart?",
                _fix(graph, relation),
            )
        if linked:
            yield from _repeated(graph, relation)


def _fix(graph: Graph, relation: Relation) -> Fix | None:
    """Return the removal of a relation, unless it has more to say than that it is there."""
    bare = Relation(id=relation.id, kind=relation.kind, premises=relation.premises, target=relation.target)
    derived = ":" in relation.id
    return (
        Fix(("relations", relation.id))
        if bare == relation and derived and not graph.incoming(relation.id)
        else None
    )


def _repeated(graph: Graph, relation: Relation) -> Iterator[Hit]:
    places: dict[str, int] = {}
    for i, premise in enumerate(relation.premises):
        earlier = places.setdefault(premise, i)
        if earlier != i:
            target = target_name(graph, relation.target)
            yield Hit(
                f"{claim_name(graph, premise)} is named twice in one relation to {target}",
                ("relations", relation.id, "premises", i),
                (("first here", ("relations", relation.id, "premises", earlier)),),
                "Remove one of the two, or was another claim meant?",
                Fix(("relations", relation.id, "premises", i)),
            )
