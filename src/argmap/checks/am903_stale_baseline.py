"""The baseline has a finding that there is no longer.

## What it finds

Entries of the baseline file for maps that were checked, which no finding matches: it has been mended,
or its claim has been renamed or removed. Entries for files that there are not any more, too.

## Why it matters

A baseline is a list of debts. An entry that is paid, and left, would let the same finding in again
unseen.

## Example

Fails: a baseline with an entry for a claim that is supported by now.

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    assumed: true
```

Passes: a baseline with an entry for a claim that is not.

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
```

## What to do

`argmap check --baseline FILE --prune-baseline` takes such entries out.
"""

from argmap.checks.base import Rule
from argmap.finding import Severity

RULE = Rule(code="AM903", name="stale-baseline", severity=Severity.WARNING, basis="structure")
