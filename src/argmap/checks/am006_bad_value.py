"""A value that its field cannot have, or a field that is needed and missing.

## What it finds

An id with a space in it, a `confidence` beyond 1, a `voice` that is none of the four, a date that is no
date, a list where a text belongs, a claim without `text`, a file without `argmap: 1`.

## Why it matters

A value that does not fit would have to be guessed at or left out. All such values of a file are reported
at once; until they are put right the map cannot be used.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    voice: narrator
    confidence: 80
    assumed: true
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    voice: author
    confidence: 0.8
    assumed: true
```

## What to do

The message says what the field takes. `argmap schema` prints all fields with their values as a JSON
Schema, from which editors complete.
"""

from argmap.checks.base import Rule
from argmap.finding import Severity

RULE = Rule(code="AM006", name="bad-value", severity=Severity.ERROR, basis="structure")
