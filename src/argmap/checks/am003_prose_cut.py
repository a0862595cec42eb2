"""A text without quotes holds ` #`, and YAML drops everything behind it as a comment.

## What it finds

Text without quotes that ends at a single space followed by `#`. A comment set off by two spaces or
more is taken to be meant as one.

## Why it matters

`text: The ruling in case #12 was wrong` says "The ruling in case". The file is valid, nothing
complains, and the map has a claim that nobody made.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge #4 should be closed to cars.
    assumed: true
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: "The bridge #4 should be closed to cars."
    assumed: true
```

## What to do

Put the whole text in double quotes. If it is a comment, set it off by two spaces.

## Literature

- YAML 1.2.2, section 6.6, Comments.
"""

from argmap.checks.base import Rule
from argmap.finding import Severity

RULE = Rule(code="AM003", name="prose-cut", severity=Severity.WARNING, basis="text")
