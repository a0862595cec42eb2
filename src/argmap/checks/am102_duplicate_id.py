"""Two things of a map have the same id.

## What it finds

A relation whose `id` is that of another relation or of a claim: claims and relations share one set of
ids. (The same id for two claims is a duplicate key, AM002.)

## Why it matters

Findings, selectors, undercuts and links from outside name things by their id. If two things share one,
nobody can tell which is meant.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by:
      - {id: safety, premises: [bearings-corroded]}
      - {id: safety, premises: [near-collapses]}
  bearings-corroded:
    text: Four of the six bearings are corroded.
    assumed: true
  near-collapses:
    text: The bridge came close to collapsing twice.
    assumed: true
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by:
      - {id: from-corrosion, premises: [bearings-corroded]}
      - {id: from-incidents, premises: [near-collapses]}
  bearings-corroded:
    text: Four of the six bearings are corroded.
    assumed: true
  near-collapses:
    text: The bridge came close to collapsing twice.
    assumed: true
```

## What to do

Give one of the two another id, or leave the `id` of a relation out: it then gets one of its own that
reads as the relation does.
"""

from argmap.checks.base import Rule
from argmap.finding import Severity

RULE = Rule(code="AM102", name="duplicate-id", severity=Severity.ERROR, basis="structure")
