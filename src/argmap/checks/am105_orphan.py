"""Claims that bear on no thesis.

## What it finds

Claims from which no relation leads to a thesis, whether for it or against it: claims with no relation
at all, and groups of claims that hang together but not with the thesis. A group is reported once. Maps
that have no thesis are left to thesis-count, AM106.

## Why it matters

In an argument every claim has a job. A claim without one is either background, which needs no claim, or
a reason or objection whose connection was forgotten; then the map shows the text as weaker, or as less
disputed, than it is.

## Example

Fails:

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
  detour-too-long:
    text: The detour would add 40 minutes to the way to the harbour.
    assumed: true
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [bearings-corroded]
    attacked_by: [detour-too-long]
  bearings-corroded:
    text: Four of the six bearings are corroded.
    assumed: true
  detour-too-long:
    text: The detour would add 40 minutes to the way to the harbour.
    assumed: true
    residual: true
```

## What to do

Ask what the claim speaks for or against, and list it there: under `supported_by` or `attacked_by` of a
claim, or under `undercut_by` of a step. If it is what the text is about, name it as a thesis. If it is
background, a `note` will do.

## Literature

- Johnson, R. H. & Blair, J. A. (2006). *Logical Self-Defense*. IDEA. (Relevance, with sufficiency and
  acceptability, as what is asked of every premise.)
"""

from collections import deque
from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import listed, named
from argmap.finding import Severity
from argmap.graph import Graph

RULE = Rule(code="AM105", name="orphan", severity=Severity.WARNING, basis="structure")


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every group of claims that bears on no thesis."""
    if not graph.theses or len(graph.distance) == len(graph.claims):
        return
    for group in _groups(graph):
        first = group[0]
        others = [graph.claims[id] for id in group[1:]]
        related = tuple((f"goes with {first}", ("claims", claim.id)) for claim in others)
        yield Hit(_message(graph, group), ("claims", first), related, _advice(graph, group))


def _groups(graph: Graph) -> Iterator[list[str]]:
    """Yield the claims that bear on no thesis, those that hang together in one list, in map order."""
    order = {id: i for i, id in enumerate(graph.claims)}
    polarity = graph.polarity
    seen: set[str] = set()
    for claim in graph.claims:
        if polarity[claim] or claim in seen:
            continue
        seen.add(claim)
        queue = deque([claim])
        group = []
        while queue:
            node = queue.popleft()
            if node in graph.claims:
                group.append(node)
            fresh = {id for id in _neighbours(graph, node) if id not in seen and not polarity[id]}
            seen |= fresh
            queue.extend(fresh)
        yield sorted(group, key=order.__getitem__)


def _neighbours(graph: Graph, node: str) -> Iterator[str]:
    for relation in (*graph.incoming(node), *graph.outgoing(node)):
        yield relation.id
    if relation_here := graph.relations.get(node):
        yield relation_here.target
        yield from (premise for premise in relation_here.premises if premise in graph.claims)


def _message(graph: Graph, group: list[str]) -> str:
    first = graph.claims[group[0]]
    if not (graph.incoming(first.id) or graph.outgoing(first.id)):
        return f"{named(first)} has no relation to any other claim"
    names = [named(graph.claims[id]) for id in group[:3]]
    names += group[3:]
    drawn = any(
        graph.polarity[premise]
        for id in group
        for relation in graph.incoming(id)
        for premise in relation.premises
        if premise in graph.claims
    )
    verb = "bears" if len(group) == 1 else "bear"
    return f"{listed(names)} {verb} on no thesis" + ", though claims that do bear on it" * drawn


def _advice(graph: Graph, group: list[str]) -> str:
    ends = [id for id in group if not graph.outgoing(id)] or group[:1]
    if len(group) == 1 and not graph.incoming(group[0]):
        return (
            "What does it speak for or against? List it there under supported_by, attacked_by or "
            "undercut_by. If it is background, a note will do."
        )
    ends_named = listed([repr(id) for id in ends], last="or")
    verb = "does" if len(ends) == 1 else "do"
    return (
        f"What {verb} {ends_named} speak for or against? "
        f"Or is the text about {'it' if len(ends) == 1 else 'them'}, too? Then name it as a thesis."
    )
