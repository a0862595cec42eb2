"""A claim or relation is a draft that no person has looked at.

## What it finds

A claim or relation with `draft`, as `argmap new --from` writes them. The message says what the draft
was guessed from. Of a drafted claim only errors are reported besides: it would be idle to say that a
stub is unsupported.

## Why it matters

A program can find the sentences of a text and guess from its words; what they argue it cannot know. An
unread draft looks like a map and is none.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The council should close the bridge to cars.
    assumed: Only an example.
    draft: a sentence of ¶1; taken for the thesis, 'should'
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    assumed: Only an example.
```

## What to do

Read the passage. Put the claim in your own words, correct who speaks and what bears on what, or take
the draft out if it claims nothing (`not_argument`). Then remove its `draft`.
"""

from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import brief, named, shorten
from argmap.finding import Severity
from argmap.graph import Graph

RULE = Rule(code="AM411", name="draft", severity=Severity.WARNING, basis="source")
_HELP = "Look at the passage, correct what is guessed, then take out the field draft."


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every draft."""
    for claim in graph.claims_with("draft"):
        if claim.draft:
            yield Hit(
                f"{named(claim)} is a draft{_guess(claim.draft)}", ("claims", claim.id, "draft"), help=_HELP
            )
    for relation in graph.relations.values():
        if relation.draft:
            where = ("relations", relation.id, "draft")
            yield Hit(f"drafted: {brief(relation)}{_guess(relation.draft)}", where, help=_HELP)


def _guess(draft: bool | str) -> str:
    return f" ({shorten(draft)})" if isinstance(draft, str) else ""
