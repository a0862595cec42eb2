"""A key stands twice in the same place, so that one of its two values is lost.

## What it finds

Two claims or sources with the same id, or a field given twice for the same claim, source or relation.

## Why it matters

Most YAML and JSON readers keep the last of the two without a word. In a map that is a claim that
silently disappears, often after a block was copied and its id not changed.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    assumed: true
  close-the-bridge:
    text: The bridge should be closed to lorries.
    assumed: true
```

Passes:

```yaml
argmap: 1
thesis: [close-to-cars, close-to-lorries]
claims:
  close-to-cars:
    text: The bridge should be closed to cars.
    assumed: true
  close-to-lorries:
    text: The bridge should be closed to lorries.
    assumed: true
```

## What to do

Give one of the two another id; or, if they say the same, join them. For a field given twice, keep one,
or make one list of both.

## Literature

- YAML 1.2.2, section 3.2.1.3: keys are unique within a mapping.
- RFC 8259, section 4: names within an object should be unique, for what readers do otherwise is
  unpredictable.
"""

from argmap.checks.base import Rule
from argmap.finding import Severity

RULE = Rule(code="AM002", name="duplicate-key", severity=Severity.ERROR, basis="structure")
