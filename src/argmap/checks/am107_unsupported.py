"""A claim that nothing supports: no reason, no evidence, and not granted either.

## What it finds

Every claim without `supported_by`, without `evidence` and without `assumed`. The message tells who lets
it stand so: the author, who asserts it; someone whom the author reports; or the map-maker, who supplied
an unstated premise or added an objection. It also tells when the claim speaks for or against a thesis
directly, which is where a missing ground weighs most.

Objections that are answered, so that they or their steps fall, are left alone with all that supports
them, and so are those that are granted (`residual`): neither needs a ground any more. A claim that only
says another one in other words (`rephrased_by`) rests on what that one rests on.

That a text *reports* a claim (`voice: reported`) shows that someone said it, not that it is so: `at`
is where a claim is made, `evidence` is what it rests on.

## Why it matters

Somewhere every argument ends in claims that are not argued for. An editor wants to see them in one
list: which of these will a reader grant, which need a source, which are the article's real gaps? The
finding does not say that a claim is false, nor that it needs support; it says that the map has none.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
sources:
  inspection:
    title: Structural inspection report
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [bearings-corroded, detour-short]
  bearings-corroded:
    text: Four of the six bearings are corroded.
    evidence: {inspection: ¶12}
  detour-short:
    text: The detour takes no more than ten minutes.
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
sources:
  inspection:
    title: Structural inspection report
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [bearings-corroded, detour-short]
  bearings-corroded:
    text: Four of the six bearings are corroded.
    evidence: {inspection: ¶12}
  detour-short:
    text: The detour takes no more than ten minutes.
    assumed: Anyone can check it on a road map.
```

## What to do

- Does the text give a reason further on? Map it, and list it under `supported_by`.
- Does it name a source? Declare it under `sources` and cite it under `evidence`.
- Will every reader grant it? Say why: `assumed: <reason>`.
- Otherwise leave the finding: it is a gap of the text, not of the map. What is left knowingly can be set
  aside claim by claim with `ignore: {AM107: <reason>}`.

## Literature

- van Eemeren, F. H. & Grootendorst, R. (2004). *A Systematic Theory of Argumentation*. Cambridge
  University Press. (The burden-of-proof rule: who advances a standpoint defends it if asked.)
- Freeman, J. B. (2005). *Acceptable Premises: An Epistemic Approach to an Informal Logic Problem*.
  Cambridge University Press. (Which premises may stand without support.)
- Toulmin, S. (1958). *The Uses of Argument*. Cambridge University Press. (Data and backing.)
"""

from collections.abc import Iterator

from argmap.checks.base import Hit, Rule
from argmap.checks.wording import named, shorten
from argmap.evaluate import Label, granted
from argmap.finding import Severity
from argmap.graph import Graph, Role
from argmap.model import Claim, Kind, Voice

RULE = Rule(code="AM107", name="unsupported", severity=Severity.WARNING, basis="structure")

# Python 3.11 takes its time to look up a member.
_COUNTERCLAIM = Role.COUNTERCLAIM
_REPHRASES = Kind.REPHRASES
_PART = {Role.COUNTERCLAIM: "an objection", Role.REBUTTAL: "a reply", Role.PREMISE: "a premise"}
_ADVICE = {
    Voice.AUTHOR: "Does the text give a reason (supported_by) or name a source (evidence)? "
    "Would every reader grant it (assumed: <reason>)?",
    Voice.REPORTED: "On what grounds is it said (supported_by), and where can that be looked up (evidence)? "
    "That it was said does not make it so.",
    Voice.IMPLICIT: "Would every reader grant it (assumed: <reason>)? If not, the step that needs it has a gap.",
    Voice.ANALYST: "What speaks for it (supported_by, evidence)? Would every reader grant it (assumed: <reason>)?",
}


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every claim that is unsupported."""
    live, roles, distance = _live(graph), graph.roles, graph.distance
    bare = graph.unsupported - _restating(graph)
    for id, claim in graph.claims.items():
        if id in bare and (roles[id] is not _COUNTERCLAIM or (id in live and not claim.residual)):
            steps = distance.get(id)
            message = named(claim) + _standing(graph, claim, steps)
            if steps == 1:
                message += _reach(graph, claim)
            yield Hit(message, ("claims", id), help=_ADVICE[claim.voice])


def _restating(graph: Graph) -> set[str]:
    """Return the claims that do nothing but say others in other words."""
    return {
        id
        for relation in graph.relations.values()
        if relation.kind is _REPHRASES
        for id in relation.premises
        if all(it.kind is _REPHRASES for it in graph.outgoing(id))
    }


def _live(graph: Graph) -> set[str]:
    """Return the thesis's own side, and what bears against that by steps none of which falls.

    Any other objection has been answered.
    """
    labels, out = granted(graph).labels, Label.OUT
    met = {id for id, signs in graph.polarity.items() if 1 in signs}
    aimed = [it for it in graph.relations.values() if it.target in met and it.id not in met]
    while aimed:
        standing = [it for it in aimed if labels[it.id] is not out]
        fresh = {id for it in standing for id in (it.id, *it.premises)} - met
        met |= fresh
        aimed = [it for id in fresh for it in graph.incoming(id)]
    return met


def _standing(graph: Graph, claim: Claim, steps: int | None) -> str:
    """Say who lets the claim stand without support."""
    if steps == 0:
        return f", {_thesis(graph)}, is not supported by anything"
    match claim.voice:
        case Voice.AUTHOR:
            return " is asserted without support"
        case Voice.REPORTED:
            said = f"attributed to {shorten(claim.speaker, 40)}" if claim.speaker else "reported"
            return f" is {said}; nothing in the map supports or documents it"
        case Voice.IMPLICIT:
            return " is an unstated premise, supplied without support"
        case Voice.ANALYST:
            part = _PART.get(graph.roles[claim.id], "a claim")
            return f" is {part} added by the map-maker, without support"


def _reach(graph: Graph, claim: Claim) -> str:
    """Say how a thesis meets the claim directly: that is where a missing ground weighs most."""
    thesis = _thesis(graph)
    kinds = {r.kind for r in graph.outgoing(claim.id) if graph.distance.get(r.target) == 0}
    if Kind.SUPPORTS in kinds:
        return f"; {thesis} rests on it directly"
    return f"; it speaks directly against {thesis}" if Kind.ATTACKS in kinds else ""


def _thesis(graph: Graph) -> str:
    return "the thesis" if len(graph.theses) == 1 else "a thesis"
