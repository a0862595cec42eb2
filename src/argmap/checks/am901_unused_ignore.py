"""A claim sets aside a finding that there is not.

## What it finds

Entries of a claim's `ignore` that no finding meets, among the rules that are checked; and entries
that name no rule.

## Why it matters

What was set aside has been mended, or has moved; left in place, the entry would hide a finding that comes
up later for another reason.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [arch-cracked]
  arch-cracked:
    text: The arch of the bridge is cracked.
    assumed: true
    ignore: {AM107: The survey is not out yet.}
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [arch-cracked]
  arch-cracked:
    text: The arch of the bridge is cracked.
    ignore: {AM107: The survey is not out yet.}
```

## What to do

Take the entry out; `argmap check --fix` does it.
"""

from argmap.checks.base import Rule
from argmap.finding import Severity

RULE = Rule(code="AM901", name="unused-ignore", severity=Severity.WARNING, basis="structure")
