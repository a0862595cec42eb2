"""A claim cites a source that the map does not declare.

## What it finds

An id under `at`, `evidence` or `not_argument` that does not stand under `sources`. The closest declared
id is suggested.

## Why it matters

A claim that cites a document nobody can identify looks documented without being so.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
sources:
  inspection:
    title: Structural inspection report
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    at: {inspection: ¶14}
    evidence: {inspektion: ¶12}
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
sources:
  inspection:
    title: Structural inspection report
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    at: {inspection: ¶14}
    evidence: {inspection: ¶12}
```

## What to do

Correct the id, or declare the source under `sources`, with at least a title.
"""

from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.citations import citations
from argmap.checks.wording import named
from argmap.finding import Severity
from argmap.graph import Graph
from argmap.suggest import Suggester

RULE = Rule(code="AM401", name="unknown-source", severity=Severity.ERROR, basis="source")


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every citation of a source that is not declared."""
    suggester = Suggester(graph.map.sources)
    for quote, where in citations(graph):
        if quote.source not in graph.map.sources:
            close = suggester.closest(quote.source)
            declare = f"Declare it under sources: '{quote.source}: {{title: …}}'."
            by = f", cited by {named(graph.claims[str(where[1])])}" if where[0] == "claims" else ""
            yield Hit(
                f"no source has the id {quote.source!r}{by}",
                (*where, "source"),
                help=f"Did you mean {close!r}?" if close else declare,
            )
