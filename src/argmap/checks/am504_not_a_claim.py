"""A claim's text is nothing that can be true or false.

## What it finds

Texts that end in a question mark or a colon, that are a web address or have no letters, or, in scripts
with spaces between words, that are a single word (a letter may stand for a claim).

## Why it matters

Reasons speak for statements. What supports a question or a topic cannot be said, and a reader takes it
for whatever statement they have in mind.

## Example

Fails:

```yaml
argmap: 1
thesis: closing
claims:
  closing:
    text: Should the bridge be closed?
    assumed: true
```

Passes:

```yaml
argmap: 1
thesis: closing
claims:
  closing:
    text: The bridge should be closed.
    assumed: true
```

## What to do

Say what is claimed as a full sentence. The question that a map is about can be its `title`; a heading
can be the `section` of the claims under it; an address belongs to a source.

## Literature

- Govier, T. (2010). *A Practical Study of Argument*. Wadsworth. (Premises and conclusions are statements.)
"""

import re
from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import named
from argmap.finding import Severity
from argmap.graph import Graph

RULE = Rule(code="AM504", name="not-a-claim", severity=Severity.WARNING, basis="text")

_ENDINGS = {
    **dict.fromkeys("?？؟", "a question"),
    **dict.fromkeys(":：", "the beginning of a list"),
}
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_SINGLE = re.compile(r"[A-Za-zÀ-ɏͰ-ϿЀ-ӿ]{2,}[.!]?")  # Latin, Greek and Cyrillic put spaces between words


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every text that is no statement."""
    for claim in graph.claims.values():
        if what := _kind(claim.text.rstrip("\"'”’»)] ")):
            yield Hit(
                f"{named(claim)} is {what}, which can be neither true nor false",
                ("claims", claim.id, "text"),
                help="What is claimed, as a full sentence?",
            )


def _kind(text: str) -> str | None:
    """Return what a text is if it is not a statement."""
    if ending := _ENDINGS.get(text[-1:]):
        return ending
    if not any(map(str.isalpha, text)):
        return "without words"
    if " " in text:
        return None
    if _ADDRESS.fullmatch(text):
        return "an address"
    return "a single word" if _SINGLE.fullmatch(text) else None
