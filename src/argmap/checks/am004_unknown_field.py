"""A field that maps, claims, relations or sources do not have.

## What it finds

A key that means nothing in its place, most often a misspelling; the closest known field is suggested.

## Why it matters

What stands under an unknown field is not read. `suported_by` would leave a claim without its reasons,
and every other finding and verdict would be about a map that nobody wrote.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    assumed: true
    secton: Findings
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    assumed: true
    section: Findings
```

## What to do

Correct the name. What has no field of its own can go into `note` or `tags`. An editor that knows the
JSON Schema of maps (`argmap schema`) completes field names and underlines unknown ones.
"""

from argmap.checks.base import Rule
from argmap.finding import Severity

RULE = Rule(code="AM004", name="unknown-field", severity=Severity.ERROR, basis="structure")
