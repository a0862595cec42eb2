"""A quote is not in the text of its source, or not word for word.

## What it finds

A place under `at`, `evidence` or `not_argument` that the source's text does not have: words that are
not there (the nearest passage is shown), words that are nearly there (a misquotation; how much alike is
said), words of another paragraph than the one named, an end that comes before its beginning, a
paragraph number beyond the last, a quote without words. Case, white space, kinds of quotation marks and
dashes make no difference.

Only sources whose text is at hand (`file` or `--source ID=PATH`) are looked into.

## Why it matters

A quote is what ties a claim to its text. If it cannot be found, nobody can see whether the text says so.

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
    evidence: {inspection: "The bearings are rotten … third of their section"}
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
    evidence: {inspection: "Four of six … third of their section"}
```

## What to do

Compare with the passage shown and quote its words. If the source has been corrected since, quote it as
it now is. A few words from either end are enough: `first words … last words`.
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

RULE = Rule(code="AM404", name="quote-not-found", severity=Severity.WARNING, basis="source")


def check(graph: Graph, sources: "Sources") -> Iterator[Hit]:
    """Yield a hit for every quote that its source does not have."""
    from argmap.sources import Method, Reason, Unanchored

    missing = {Reason.EMPTY, Reason.NO_PARAGRAPH, Reason.NOT_FOUND, Reason.ELSEWHERE, Reason.OUT_OF_ORDER}
    for quote, where in citations(graph):
        found = sources.anchor(quote)
        if isinstance(found, Unanchored):
            if found.reason in missing:
                yield Hit(f"{found.message}: {shorten(str(quote))}", where, help=found.help)
        elif found.method is Method.FUZZY:
            yield Hit(
                f"not word for word in {quote.source!r} ({found.score:.0%} alike): {shorten(str(quote))}",
                where,
                help=f'The source has: "{shorten(found.passage, 200)}"',
            )
