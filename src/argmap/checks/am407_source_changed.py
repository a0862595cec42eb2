"""The text of a source has changed since the map was made.

## What it finds

A source with a recorded `sha256` that its text, as it now is, does not have.

## Why it matters

Quotes may still be found and yet mean something else beside words that were added, moved or taken out;
paragraph numbers may have shifted.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
sources:
  inspection:
    title: Structural inspection report
    file: inspection.txt
    sha256: 0000000000000000000000000000000000000000000000000000000000000000
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    evidence: {inspection: ¶1}
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
sources:
  inspection:
    title: Structural inspection report
    file: inspection.txt
    sha256: d348e1cf8c431aef9bae6adaba725b3cc5d9b10a7682f40ab3b4aa92fed65bab
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    evidence: {inspection: ¶1}
```

## What to do

Look at what has changed, and at the claims that cite the source. Then record the new digest, which the
help shows.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import shorten
from argmap.finding import Severity
from argmap.graph import Graph

if TYPE_CHECKING:
    from argmap.sources import Sources

RULE = Rule(code="AM407", name="source-changed", severity=Severity.WARNING, basis="source")


def check(graph: Graph, sources: "Sources") -> Iterator[Hit]:
    """Yield a hit for every source whose text is another than the one that was recorded."""
    for id, text in sources.texts.items():
        source = graph.map.sources[id]
        if source.sha256 is not None and source.sha256 != text.sha256:
            yield Hit(
                f'the text of "{shorten(source.title)}" ({id}) has changed since its sha256 was recorded',
                ("sources", id, "sha256"),
                help=f"Look at the claims that cite it, then record: sha256: {text.sha256}",
            )
