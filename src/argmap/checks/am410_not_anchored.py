"""A claim is said to be the text's own, but not where the text makes it.

## What it finds

A claim with the voice `author` or `reported` and no `at`, in a map where other claims have one; maps
that are included count by themselves.

## Why it matters

A reader cannot tell whether the text says so, or the map-maker. What is unsaid or added has a voice of
its own.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
sources:
  column:
    title: Give the bridge back to walkers
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    at: {column: ¶1}
    supported_by: [walkers-outnumber-cars]
  walkers-outnumber-cars:
    text: More people walk over the bridge than drive.
    assumed: Anyone can count them.
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
sources:
  column:
    title: Give the bridge back to walkers
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    at: {column: ¶1}
    supported_by: [walkers-outnumber-cars]
  walkers-outnumber-cars:
    text: More people walk over the bridge than drive.
    at: {column: ¶3}
    assumed: Anyone can count them.
```

## What to do

- Where does the text say it? Cite the place under `at`.
- Does it go without saying there? `voice: implicit`. Did you add it? `voice: analyst`.
"""

from collections.abc import Iterator

from argmap.checks.authors import text_of
from argmap.checks.base import Hit, Rule
from argmap.checks.wording import named
from argmap.finding import Severity
from argmap.graph import Graph
from argmap.model import Voice

RULE = Rule(code="AM410", name="not-anchored", severity=Severity.WARNING, basis="source")


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every claim of the text that does not say where it is made."""
    anchored = {text_of(claim) for claim in graph.claims_with("at") if claim.at}
    for claim in graph.claims.values() if anchored else ():
        if not claim.at and claim.voice in (Voice.AUTHOR, Voice.REPORTED) and text_of(claim) in anchored:
            yield Hit(
                f"{named(claim)} is ascribed to the text, but not to a place in it",
                ("claims", claim.id),
                help="Where is it made (at)? If nowhere, its voice is implicit (unstated) or analyst (added).",
            )
