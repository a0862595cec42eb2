"""A quote stands in its source more than once.

## What it finds

A place whose words are found at several places of the source's text, all equally well.

## Why it matters

A reader who looks the quote up may find another passage than the one that was meant.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
sources:
  inspection:
    title: Structural inspection report
    file: inspection.txt
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [bearings-corroded]
  bearings-corroded:
    text: The bearings have rusted.
    evidence: {inspection: the bearings are corroded}
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
sources:
  inspection:
    title: Structural inspection report
    file: inspection.txt
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [bearings-corroded]
  bearings-corroded:
    text: The bearings have rusted.
    evidence: {inspection: ¶1 the bearings are corroded}
```

## What to do

Write one of the places that the finding suggests: with the number of the paragraph, or with a few words
more.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.checks.base import Hit, Rule
from argmap.checks.citations import citations
from argmap.checks.wording import shorten
from argmap.finding import Severity
from argmap.graph import Graph

if TYPE_CHECKING:
    from argmap.sources import Sources

RULE = Rule(code="AM409", name="ambiguous-quote", severity=Severity.WARNING, basis="source")


def check(graph: Graph, sources: "Sources") -> Iterator[Hit]:
    """Yield a hit for every quote that could mean several passages."""
    from argmap.sources import Reason, Unanchored

    for quote, where in citations(graph):
        found = sources.anchor(quote)
        if isinstance(found, Unanchored) and found.reason is Reason.AMBIGUOUS:
            yield Hit(f"{found.message} of {quote.source!r}: {shorten(str(quote))}", where, help=found.help)
