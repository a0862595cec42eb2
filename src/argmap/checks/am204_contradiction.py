"""One voice asserts both a claim and what denies it.

## What it finds

Attacks whose premises are asserted by whoever asserts the claim that they attack: the author both, or
both the same speaker, as the author reports them. Only attacks that are not defeated in turn are
reported, and none by a premise that is marked as `residual`: that is an objection conceded. Of a map
in which nothing is reported, implicit or added, as of a debate, nothing is said: it does not record
who speaks. Maps that are included are texts of other authors: of each the same holds by itself.

## Why it matters

Of a claim and what denies it only one can hold. Often the map is at fault, not the text: what an author
puts forward in order to answer it ("Admittedly …", "Some say …") is reported, not asserted.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [[arch-cracked, cracks-grow]]
    attacked_by: [shops-lose]
  arch-cracked:
    text: The arch of the bridge is cracked.
    assumed: true
  cracks-grow:
    text: Cracks in an arch grow under the weight of cars.
    voice: implicit
    assumed: true
  shops-lose:
    text: The shops of the street will lose customers.
    assumed: true
    attacked_by: [customers-walk]
  customers-walk:
    text: Nearly all of their customers come on foot.
    assumed: true
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [[arch-cracked, cracks-grow]]
    attacked_by: [shops-lose]
  arch-cracked:
    text: The arch of the bridge is cracked.
    assumed: true
  cracks-grow:
    text: Cracks in an arch grow under the weight of cars.
    voice: implicit
    assumed: true
  shops-lose:
    text: The shops of the street will lose customers.
    voice: reported
    speaker: The shopkeepers
    assumed: true
    attacked_by: [customers-walk]
  customers-walk:
    text: Nearly all of their customers come on foot.
    assumed: true
```

## What to do

- Does the author only report one of the two? Give it its voice: `voice: reported` and `speaker`.
- Does the author grant the objection and deny that it matters? Mark it as `residual: true`, or have the
  answer undercut the step rather than attack the claim.
- Is the one really a denial of the other, or do both hold together?

## Literature

- Walton, D. & Krabbe, E. C. W. (1995). *Commitment in Dialogue*. State University of New York Press.
  (Commitments of one party should be consistent.)
"""

from collections.abc import Collection, Iterator

from argmap.checks.authors import text_of
from argmap.checks.base import Hit, Rule
from argmap.checks.wording import claim_name, distinct, listed, named, shorten
from argmap.evaluate import Label, granted
from argmap.finding import Severity
from argmap.graph import Graph
from argmap.model import Claim, Kind, Relation, Voice

RULE = Rule(code="AM204", name="contradiction", severity=Severity.WARNING, basis="text")


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every undefeated attack of a voice upon what it says itself."""
    told = {text_of(claim) for claim in graph.claims_with("voice") if claim.voice is not Voice.AUTHOR}
    if not told:
        return
    labels = granted(graph).labels
    for relation in graph.relations.values():
        if relation.kind is not Kind.ATTACKS or labels[relation.id] is Label.OUT:
            continue
        who = _speaker(graph, relation, told)
        if who is None:
            continue
        claim = graph.claims[relation.target]
        denial = listed([claim_name(graph, premise) for premise in distinct(relation.premises)])
        yield Hit(
            f"{shorten(who, 40)} says both {named(claim)} and what denies it, {denial}",
            ("relations", relation.id),
            (("the claim", ("claims", claim.id)),),
            "Is one of the two only reported (voice), or granted as an objection (residual)? "
            "Can both hold together?",
        )


def _speaker(graph: Graph, relation: Relation, told: Collection[str]) -> str | None:
    """Return who says both the target and the premises of an attack, if one and the same does.

    Args:
        graph: the map.
        relation: the attack.
        told: the texts of which the map records who speaks.
    """
    sides = [relation.target, *relation.premises]
    if any(id not in graph.claims for id in sides) or relation.target in relation.premises:
        return None
    if any(graph.claims[premise].residual for premise in relation.premises):
        return None
    voices = {_who(graph.claims[id], told) for id in sides}
    return voices.pop() if len(voices) == 1 else None


def _who(claim: Claim, told: Collection[str]) -> str | None:
    if claim.voice is Voice.AUTHOR:
        text = text_of(claim)
        who = f"the author of {text}" if text else "the author"
        return who if text in told else None
    return claim.speaker if claim.voice is Voice.REPORTED else None
