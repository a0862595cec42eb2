"""All evidence comes from one source.

## What it finds

A map in which three claims or more cite `evidence`, all of it from the same source.

## Why it matters

If that source is mistaken or partial, everything that rests on evidence falls with it. A second,
independent source for one or two of the claims shows whether it can be relied on.

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
    supported_by: [bearings-corroded, traffic-doubled, arch-cracked]
  bearings-corroded:
    text: The bearings have rusted.
    evidence: {inspection: ¶1}
  traffic-doubled:
    text: Traffic has doubled since the bridge was built.
    evidence: {inspection: ¶2}
  arch-cracked:
    text: The arch has cracked.
    evidence: {inspection: ¶3}
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
    supported_by: [bearings-corroded, traffic-doubled, arch-cracked]
  bearings-corroded:
    text: The bearings have rusted.
    evidence: {inspection: ¶1}
  traffic-doubled:
    text: Traffic has doubled since the bridge was built.
    evidence: traffic-count
  arch-cracked:
    text: The arch has cracked.
    evidence: {inspection: ¶3}
```

## What to do

- Is there another source for one of the claims? Cite it as well.
- If the map is about what a single document shows, set the rule aside with `--ignore AM405`.
"""

from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import shorten
from argmap.finding import Severity
from argmap.graph import Graph

RULE = Rule(code="AM405", name="single-source", severity=Severity.INFO, basis="source")
FEW = 3
"""Claims with evidence from which on a single source is worth a word."""


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit if all evidence of a map comes from one source."""
    documented = [claim for claim in graph.claims_with("evidence") if claim.evidence]
    cited = {quote.source for claim in documented for quote in claim.evidence}
    if len(documented) >= FEW and len(cited) == 1 and (id := cited.pop()) in graph.map.sources:
        title = shorten(graph.map.sources[id].title)
        yield Hit(
            f'the evidence of all {len(documented)} claims that have any comes from "{title}" ({id})',
            ("sources", id),
            help="Is there a source that is independent of it? What if it were mistaken?",
        )
