"""Evidence is ten years older, or more, than the text that relies on it.

## What it finds

A source cited as `evidence` that was published at least ten years before the text in which the claim is
made (`at`), by the `published` years of both. Where one of the two has no date, nothing is said.
Today's date plays no part: a map of an old debate is judged by its own time.

## Why it matters

What was measured long ago may have changed since. Nothing says that it has: some findings keep.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
sources:
  column:
    title: Give the bridge back to walkers
    published: 2025-05-10
  inspection:
    title: Structural inspection report
    published: 1998
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    at: {column: ¶1}
    evidence: {inspection: ¶12}
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
sources:
  column:
    title: Give the bridge back to walkers
    published: 2025-05-10
  inspection:
    title: Structural inspection report
    published: 2025-03-02
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    at: {column: ¶1}
    evidence: {inspection: ¶12}
```

## What to do

- Is there a newer source? Cite it too.
- Does the age not matter here? Set it aside: `ignore: {AM406: <reason>}`.
"""

from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import named, shorten
from argmap.finding import Severity
from argmap.graph import Graph

RULE = Rule(code="AM406", name="stale-source", severity=Severity.INFO, basis="source")
YEARS = 10
"""Years between a text and its evidence from which on the age is worth a word."""


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every citation of evidence much older than the text that relies on it."""
    years = {id: int(s.published[:4]) for id, s in graph.map.sources.items() if s.published}
    for claim in graph.claims_with("at"):
        known = [years[quote.source] for quote in claim.at if quote.source in years]
        if not known:
            continue
        made = max(known)
        told = set()
        for i, quote in enumerate(claim.evidence):
            year = years.get(quote.source, made)
            if made - year >= YEARS and quote.source not in told:
                told.add(quote.source)
                title = shorten(graph.map.sources[quote.source].title)
                yield Hit(
                    f'{named(claim)}, made in {made}, rests on "{title}" of {year}',
                    ("claims", claim.id, "evidence", i),
                    help="Has it changed since? Is there a newer source?",
                )
