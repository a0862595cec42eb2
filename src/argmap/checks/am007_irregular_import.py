"""A file of another tool holds something that cannot be read as part of the argument.

## What it finds

In AIF, xAIF and SADFace: steps without premise or target, or that lead back to themselves; edges from claim
to claim, to nodes that are not there, or that are there already; nodes without an id, with one that is
taken, or of an unknown type; claims without a text; locutions by which nothing is claimed; keys that stand
twice.

## Why it matters

What is found is no part of the map, so nothing else here looks at it: a reason whose arrow was never drawn
is one that `argmap evaluate` does not count. Nothing of it is lost: it is written back as it was.

## Example

Fails, for the step 4 has no target:

```json
{
  "nodes": [
    {"nodeID": "1", "text": "The bridge should be closed to cars.", "type": "I"},
    {"nodeID": "2", "text": "Four of the six bearings are corroded.", "type": "I"},
    {"nodeID": "3", "text": "Default Inference", "type": "RA"},
    {"nodeID": "4", "text": "Default Inference", "type": "RA"}
  ],
  "edges": [
    {"edgeID": "1", "fromID": "2", "toID": "3"},
    {"edgeID": "2", "fromID": "3", "toID": "1"},
    {"edgeID": "3", "fromID": "2", "toID": "4"}
  ],
  "_argmap": {"claims": {"2": {"assumed": true}}}
}
```

Passes:

```json
{
  "nodes": [
    {"nodeID": "1", "text": "The bridge should be closed to cars.", "type": "I"},
    {"nodeID": "2", "text": "Four of the six bearings are corroded.", "type": "I"},
    {"nodeID": "3", "text": "Default Inference", "type": "RA"}
  ],
  "edges": [
    {"edgeID": "1", "fromID": "2", "toID": "3"},
    {"edgeID": "2", "fromID": "3", "toID": "1"}
  ],
  "_argmap": {"claims": {"2": {"assumed": true}}}
}
```

## What to do

Was a relation meant? Then draw its missing half in the tool that the file comes from, or convert the file
and write the relation there. Is it a left-over? Then take it out.

## Literature

- Chesñevar, C., McGinnis, J., Modgil, S. et al. (2006). Towards an argument interchange format. *The
  Knowledge Engineering Review* 21(4). (Claims are linked by way of nodes that say how.)
"""

from argmap.checks.base import Rule
from argmap.finding import Severity

RULE = Rule(code="AM007", name="irregular-import", severity=Severity.WARNING, basis="structure")
