"""The file uses a feature of YAML that maps do without.

## What it finds

Anchors (`&x`), aliases (`*x`), tags (`!x`), merge keys (`<<`), keys that are not plain words, and
several documents in one file.

## Why it matters

A map is read and reviewed by people who need not know YAML: what a line says should stand on that line.
An alias says elsewhere what it means, a tag can ask a program to run code, and a few nested aliases can
expand to more text than a machine has memory for.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: &reasons [bearings-corroded]
  close-the-ramp:
    text: The ramp to the bridge should be closed.
    supported_by: *reasons
  bearings-corroded:
    text: Four of the six bearings are corroded.
    assumed: true
```

Passes:

```yaml
argmap: 1
thesis: [close-the-bridge, close-the-ramp]
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [bearings-corroded]
  close-the-ramp:
    text: The ramp to the bridge should be closed.
    supported_by: [bearings-corroded]
  bearings-corroded:
    text: Four of the six bearings are corroded.
    assumed: true
```

## What to do

Write the value out where it is used, and give each map a file of its own. A text that begins with `&`,
`*` or `!` needs double quotes.

## Literature

- YAML 1.2.2, sections 3.2.2.2 (anchors and aliases) and 6.9 (node properties).
- "Billion laughs attack", the expansion of nested references: CVE-2003-1564, for YAML CVE-2019-11253.
"""

from argmap.checks.base import Rule
from argmap.finding import Severity

RULE = Rule(code="AM005", name="yaml-feature", severity=Severity.ERROR, basis="structure")
