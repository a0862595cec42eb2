"""A step does not have the shape of the scheme that it names.

## What it finds

- A `scheme` that is not known; the closest known one is suggested.
- Answers under `questions` to questions that the scheme does not have, or without any scheme.

## Why it matters

The name of a scheme tells a reader which part each premise plays and which questions to ask. A name
that is misspelt, or that does not fit, tells them nothing or misleads them.

## Example

Fails:

```yaml
argmap: 1
thesis: arch-will-fail
claims:
  arch-will-fail:
    text: The arch will fail within ten years.
    supported_by:
      - premises: [engineer-says-so, engineer-knows-arches]
        scheme: expert-opinoin
  engineer-says-so:
    text: The council's engineer says that the arch will fail within ten years.
    assumed: It is in the minutes.
  engineer-knows-arches:
    text: The engineer has built and repaired stone arches for thirty years.
    assumed: It is on her website.
```

Passes:

```yaml
argmap: 1
thesis: arch-will-fail
claims:
  arch-will-fail:
    text: The arch will fail within ten years.
    supported_by:
      - premises: [engineer-says-so, engineer-knows-arches]
        scheme: expert-opinion
        questions:
          expertise: She has repaired stone arches for thirty years.
          field: Arches are what she works on.
          opinion: It is the conclusion of her report, word for word.
          trust: She has no part in the works to come.
          consistency: Waived, the council asked no one else.
          evidence: Two drilled cores, photographed in the report.
  engineer-says-so:
    text: The council's engineer says that the arch will fail within ten years.
    assumed: It is in the minutes.
  engineer-knows-arches:
    text: The engineer has built and repaired stone arches for thirty years.
    assumed: It is on her website.
```

## What to do

`argmap scheme` lists the schemes, and `argmap scheme NAME` shows what parts one has. If the step is
of a kind that is not among them, say what it takes for granted with `warrant` instead.

## Literature

- Walton, D., Reed, C. & Macagno, F. (2008). *Argumentation Schemes*. Cambridge University Press.
"""

from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import step
from argmap.finding import Severity
from argmap.graph import Graph
from argmap.model import Relation
from argmap.schemes import Scheme, find_scheme, schemes
from argmap.suggest import did_you_mean

RULE = Rule(code="AM303", name="scheme-shape", severity=Severity.WARNING, basis="text")


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every step that does not fit its scheme."""
    for relation in graph.relations.values():
        if relation.scheme or relation.questions:
            scheme = find_scheme(relation.scheme) if relation.scheme else None
            if relation.scheme and scheme is None:
                known = (
                    did_you_mean(relation.scheme, schemes()) or "All schemes are listed by: argmap scheme."
                )
                yield Hit(
                    f"there is no scheme {relation.scheme!r}",
                    ("relations", relation.id, "scheme"),
                    help=known,
                )
            elif scheme is None:
                yield Hit(
                    f"critical questions are answered, but {step(relation)} names no scheme",
                    ("relations", relation.id, "questions"),
                    help="Which scheme do they belong to (scheme)?",
                )
            else:
                yield from _misfits(relation, scheme)


def _misfits(relation: Relation, scheme: Scheme) -> Iterator[Hit]:
    for word in relation.questions:
        if word not in scheme.questions:
            known = did_you_mean(word, scheme.questions) or f"Its questions: {', '.join(scheme.questions)}."
            yield Hit(
                f"{scheme.name} has no critical question {word!r}",
                ("relations", relation.id, "questions", word),
                help=known,
            )
