"""A map includes what it cannot.

## What it finds

Entries under `include` whose file is not there, cannot be read as it is meant, lies outside the
project, or includes this map in turn; claims that are named as part of an included map which it
does not have; and what is said of its claims and sources besides what speaks for or against them, which
is not read.

## Why it matters

What is not included is missing from the graph: reasons look unsupported, objections unanswered. A map that
includes itself has no end.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
include:
  survey: surveys.yaml
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    assumed: true
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
include:
  survey: survey.yaml
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [survey/arch-cracked]
```

## What to do

Paths start from the map's own folder and stay inside the project: the folder with `argmap.toml`,
`pyproject.toml` or `.git`, or else the map's own. Check the other file by itself first. Of two maps
that include each other, make a third that includes both.
"""

from argmap.checks.base import Rule
from argmap.finding import Severity

RULE = Rule(code="AM113", name="bad-include", severity=Severity.ERROR, basis="structure")
