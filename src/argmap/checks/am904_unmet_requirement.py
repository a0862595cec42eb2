"""A claim does not meet what the project requires of its kind.

## What it finds

Claims that one of the requirements in the project's configuration asks something of, and that are not so.
A requirement is a name and two selectors: every claim that `every` names has to be one that `be` names.

## Why it matters

Teams have rules of their own: every counterclaim is answered, nothing that the thesis rests on directly
goes without two reasons, whatever is reported names its source. Written down, they are checked.

## Example

In `argmap.toml`:

```toml
[[check.require]]
name = "every counterclaim is answered"
every = "role:counterclaim,is:leaf"
be = "objections:1.."
severity = "error"
```

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [arch-cracked]
    attacked_by: [shops-lose]
  arch-cracked:
    text: The arch of the bridge is cracked.
    assumed: true
  shops-lose:
    text: The shops of the street will lose customers.
    assumed: true
    residual: The council took it into account.
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [arch-cracked]
    attacked_by: [shops-lose]
  arch-cracked:
    text: The arch of the bridge is cracked.
    assumed: true
  shops-lose:
    text: The shops of the street will lose customers.
    assumed: true
    attacked_by: [customers-walk]
  customers-walk:
    text: Nearly all of their customers come on foot.
    assumed: true
```

## What to do

Ask whoever wrote the requirement, or read its help, which they can set.
"""

from argmap.checks.base import Rule
from argmap.finding import Severity

RULE = Rule(code="AM904", name="unmet-requirement", severity=Severity.WARNING, basis="structure")
