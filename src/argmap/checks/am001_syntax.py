"""The file cannot be read: it is not valid YAML or JSON, or not UTF-8 text.

## What it finds

A file that is empty, binary, in another encoding than UTF-8, nested deeper than a map can be, or that
breaks the syntax of its format. The finding stands where reading stopped; the cause is often a little
further up, such as a quote that is never closed.

## Why it matters

Nothing else can be said about a file that cannot be read. This finding is reported whatever rules
are selected, and the exit code is 2.

## Example

Fails, for a colon followed by a space begins a new field:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: One thing is certain: the bridge should be closed.
    assumed: true
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: "One thing is certain: the bridge should be closed."
    assumed: true
```

## What to do

- Put a text in double quotes if it holds `: ` or ` #`, or begins with one of `! & * - ? | > @ % { [ ' "`
  or a backtick.
- Indent with spaces, never tabs, and keep the fields of one claim in one column.
- Save the file as UTF-8.

## Literature

- YAML 1.2.2, https://yaml.org/spec/1.2.2/
- JSON: RFC 8259, https://www.rfc-editor.org/rfc/rfc8259
"""

from argmap.checks.base import Rule
from argmap.finding import Severity

RULE = Rule(code="AM001", name="syntax", severity=Severity.ERROR, basis="structure")
