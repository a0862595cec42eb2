"""A step does not say why its premise bears on its target.

## What it finds

Supporting steps with a single premise, and neither a `warrant` nor a `scheme`. Linked premises are
left alone: most often one of them is what makes the other bear.

## Why it matters

What is taken for granted between a reason and a claim is where arguments most often fail, because
nobody looks there. Saying it shows whether one would sign it.

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
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by:
      - premises: [arch-cracked]
        warrant: What may give way under a load should not be loaded.
  arch-cracked:
    text: The arch of the bridge is cracked.
    assumed: true
```

## What to do

Complete the sentence "… and if that is so, then …, because in general …". Write it as `warrant`, name the
`scheme` that the step follows, or add what is left unsaid as a linked premise with `voice: implicit`.

## Literature

- Toulmin, S. (1958). *The Uses of Argument*. Cambridge University Press. (Warrants.)
- Walton, D., Reed, C. & Macagno, F. (2008). *Argumentation Schemes*. Cambridge University Press.
"""

from collections.abc import Iterator

from argmap.checks.base import Confidence, Hit, Rule
from argmap.checks.wording import claim_name, target_name
from argmap.finding import Severity
from argmap.graph import Graph
from argmap.model import Kind

RULE = Rule(
    code="AM301",
    name="no-warrant",
    severity=Severity.INFO,
    basis="text",
    confidence=Confidence.LOW,
    pedantic=True,
)


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every support by one premise that has neither warrant nor scheme."""
    for relation in graph.relations.values():
        if (
            relation.kind is Kind.SUPPORTS
            and len(relation.premises) == 1
            and not (relation.warrant or relation.scheme)
        ):
            premise, target = claim_name(graph, relation.premises[0]), target_name(graph, relation.target)
            yield Hit(
                f"nothing says why {premise} bears on {target}",
                ("relations", relation.id),
                help="What is taken for granted here: a rule, a comparison, a cause (warrant, scheme)? "
                "Is a further premise left unsaid (voice: implicit)?",
            )
