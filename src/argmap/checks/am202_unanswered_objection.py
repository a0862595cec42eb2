"""An objection to the thesis, or to what it rests on, is left standing.

## What it finds

Attacks and undercuts that count against the thesis and stand when the premises of the map are granted:
nothing answers them, or what answers them falls. Replies that the author leaves unanswered are not
reported: they count for the thesis. An objection that is marked as `residual` is left standing
knowingly, and is not reported either.

## Why it matters

A standing objection takes down what it is aimed at, and with it all that rests on nothing else. A
reader who shares the objection is not reached by the argument; whoever wrote it may have an answer
that the text does not give, or that the map has missed.

## Example

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

- Does the text answer the objection further on? Map the answer: `attacked_by` of the objection if it
  denies it, `undercut_by` of the step if it grants it but denies that it tells against the claim.
- Does the author concede it and hold the thesis all the same? Mark the objection: `residual: true`.
- Otherwise leave the finding: it is a gap of the text.

## Literature

- Dung, P. M. (1995). On the acceptability of arguments. *Artificial Intelligence* 77.
- Johnson, R. H. (2000). *Manifest Rationality*. Erlbaum. (The dialectical tier: objections are to be
  answered.)
- Pollock, J. L. (1987). Defeasible reasoning. *Cognitive Science* 11. (Rebutting and undercutting.)
- Bloomfield, R. & Rushby, J. (2021). Assurance 2.0: a manifesto. *Safety-Critical Systems Symposium*.
  (Defeaters, and doubts that remain.)
"""

from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import brief, claim_name, distinct, listed, target_name
from argmap.evaluate import Label, granted
from argmap.finding import Severity
from argmap.graph import Graph
from argmap.model import Kind, Relation

RULE = Rule(code="AM202", name="unanswered-objection", severity=Severity.WARNING, basis="structure")


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every standing objection."""
    labels, standing = granted(graph).labels, Label.IN
    polarity = graph.polarity
    residual = {claim.id for claim in graph.claims_with("residual") if claim.residual}
    for relation in graph.relations.values():
        if (
            relation.kind.sign < 0
            and -1 in polarity[relation.id]
            and labels[relation.id] is standing
            and residual.isdisjoint(relation.premises)
        ):
            answers = tuple(_answers(graph, relation))
            yield Hit(
                f"nothing {'that stands ' * bool(answers)}answers {_objection(graph, relation)}",
                ("relations", relation.id),
                tuple((f"falls: {brief(answer)}", ("relations", answer.id)) for answer in answers),
                "Does the text answer it (attacked_by, or undercut_by of the step)? "
                "Is it conceded (residual: true)?",
            )


def _answers(graph: Graph, objection: Relation) -> Iterator[Relation]:
    """Yield what is said against an objection or the step that it takes."""
    yield from graph.incoming(objection.id, Kind.UNDERCUTS)
    for premise in distinct(objection.premises):
        yield from graph.incoming(premise, Kind.ATTACKS)


def _objection(graph: Graph, relation: Relation) -> str:
    premises = listed([claim_name(graph, premise) for premise in distinct(relation.premises)])
    return f"{premises}, an objection to {target_name(graph, relation.target)}"
