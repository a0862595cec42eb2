"""The text of a source cannot be read.

## What it finds

A `file` (or `--source ID=PATH`) that does not exist, is a folder, is not text in UTF-8, is too large,
or lies outside the map's folder. A source that names no file is not looked for.

## Why it matters

Without the text no quote of it can be verified, and nobody is told.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
sources:
  inspection:
    title: Structural inspection report
    file: inspektion.txt
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
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    evidence: {inspection: ¶1}
```

## What to do

Correct the path, which is relative to the map. A text that may not lie beside the map can be given with
`--source ID=PATH`; one elsewhere on purpose is read with `--allow-outside`.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import shorten
from argmap.finding import Severity
from argmap.graph import Graph

if TYPE_CHECKING:
    from argmap.sources import Sources

RULE = Rule(code="AM403", name="missing-file", severity=Severity.ERROR, basis="source")


def check(graph: Graph, sources: "Sources") -> Iterator[Hit]:
    """Yield a hit for every source whose text cannot be read."""
    for id, error in sources.errors.items():
        title = shorten(graph.map.sources[id].title)
        yield Hit(f'no text of "{title}" ({id}): {error.message}', ("sources", id, "file"), help=error.help)
