"""A claim sets a finding aside without saying why.

## What it finds

Entries of a claim's `ignore` that give no reason. They do not count: the finding is reported.

## Why it matters

In a year nobody will know whether the finding was looked into or swept aside. A few words of reason are for
the next reader, who may be its writer.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    assumed: true
    ignore: [AM107]
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    ignore: {AM107: It is what the debate is to decide.}
```

## What to do

Write the reason after the code: `ignore: {AM107: the reason}`. If there is none, take the entry out.
"""

from argmap.checks.base import Rule
from argmap.finding import Severity

RULE = Rule(code="AM902", name="ignore-without-reason", severity=Severity.WARNING, basis="structure")
