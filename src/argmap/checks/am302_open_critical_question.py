"""A step follows a scheme whose critical questions nobody has answered.

## What it finds

Steps that name an argumentation `scheme`, with the critical questions of that scheme that are neither
answered nor waived under `questions`. The help puts the questions. Steps that something undercuts are left
alone: they have been questioned.

## Why it matters

An argument of a known form fails in known ways. An expert may speak outside their field; two things that
go together may have a common cause. Going through the questions is how such a step is tested, and an
answer written down spares the next reader the doubt.

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
        scheme: expert-opinion
        questions:
          expertise: She has repaired stone arches for thirty years.
          field: Arches are what she works on.
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

Answer each question in a few words under `questions` of the step, or say there why it need not be
asked. If the answer is an objection, map it with `undercut_by`. `argmap scheme NAME` prints a scheme
with its questions.

## Literature

- Walton, D., Reed, C. & Macagno, F. (2008). *Argumentation Schemes*. Cambridge University Press.
- Hastings, A. C. (1963). *A Reformulation of the Modes of Reasoning in Argumentation*. Northwestern
  University.
"""

from collections.abc import Iterator

from argmap.checks.base import Confidence, Hit, Rule
from argmap.checks.wording import counted, step
from argmap.finding import Severity
from argmap.graph import Graph
from argmap.model import Kind
from argmap.schemes import find_scheme

RULE = Rule(
    code="AM302",
    name="open-critical-question",
    severity=Severity.INFO,
    basis="text",
    confidence=Confidence.MEDIUM,
)


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every step whose scheme has critical questions that are open."""
    for relation in graph.relations.values():
        scheme = find_scheme(relation.scheme) if relation.scheme else None
        if scheme is None or graph.incoming(relation.id, Kind.UNDERCUTS):
            continue
        unanswered = {word: text for word, text in scheme.questions.items() if word not in relation.questions}
        if unanswered:
            number = counted(len(unanswered), "critical question")
            verb = "is" if len(unanswered) == 1 else "are"
            yield Hit(
                f"{number} of {scheme.name} {verb} open for {step(relation)}: {', '.join(unanswered)}",
                ("relations", relation.id, "scheme"),
                help=" ".join(unanswered.values()),
            )
