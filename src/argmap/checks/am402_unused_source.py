"""A source is declared, yet no claim cites it.

## What it finds

An entry under `sources` that stands in no claim's `at` or `evidence`.

## Why it matters

Either a citation was forgotten, and a claim is documented better than the map shows; or the source lends
the map a weight that no claim draws on.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
sources:
  inspection:
    title: Structural inspection report
  traffic-count:
    title: Traffic count at the bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    evidence: {inspection: ¶12}
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
sources:
  inspection:
    title: Structural inspection report
  traffic-count:
    title: Traffic count at the bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    evidence: {inspection: ¶12}
    supported_by: [traffic-doubled]
  traffic-doubled:
    text: Traffic has doubled since the bridge was built.
    evidence: traffic-count
```

## What to do

Cite the source where a claim is made in it (`at`) or rests on it (`evidence`), or take it out.
"""

from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import shorten
from argmap.finding import Fix, Severity
from argmap.graph import Graph

RULE = Rule(code="AM402", name="unused-source", severity=Severity.WARNING, basis="source")


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every source that is not cited."""
    claims = graph.claims_with("at", "evidence")
    cited = {quote.source for claim in claims for quote in (*claim.at, *claim.evidence)}
    for source in graph.map.sources.values():
        if source.id not in cited:
            yield Hit(
                f'no claim cites the source "{shorten(source.title)}" ({source.id})',
                ("sources", source.id),
                help="Which claim is made in it (at) or rests on it (evidence)? If none, take it out.",
                fix=Fix(("sources", source.id), safe=False),
            )
