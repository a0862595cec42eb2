"""Claims and relations in words, for tooltips and for screen readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from argmap.graph import Graph
from argmap.model import Claim, Kind, Relation, Voice

NOUNS: Final = {
    Kind.SUPPORTS: "support",
    Kind.ATTACKS: "attack",
    Kind.UNDERCUTS: "undercut",
    Kind.REPHRASES: "rephrasing",
}
"""What the steps of each kind are called."""
_PLURALS: Final = {"thesis": "theses", "mixed": "mixed", "detached": "detached"}
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_MOST_NAMED = 20
"""Premises of one relation that are named; the words stand at the line of every one of them."""


def counted(count: int, noun: str) -> str:
    """Return a number of things.

    >>> counted(1, "thesis"), counted(1200, "thesis")
    ('1 thesis', '1200 theses')
    """
    return f"{count} {noun if count == 1 else _PLURALS.get(noun, f'{noun}s')}"


def unturned(text: str) -> str:
    """Return a text without the characters that turn the direction of what follows.

    With them a claim could reorder its neighbours' words, or look like another.
    """
    return _TURNING.sub("", text)


def voice_in_words(claim: Claim) -> str:
    """Say who speaks; nothing for the author, who speaks unless said otherwise.

    >>> voice_in_words(Claim(id="c", text="It rains.", voice="reported", speaker="Ann"))
    'reported: Ann'
    """
    if claim.voice is Voice.AUTHOR:
        return ""
    return f"{claim.voice}: {claim.speaker}" if claim.speaker else str(claim.voice)


def relation_in_words(graph: Graph, relation: Relation) -> str:
    """Say what bears on what, and by which scheme.

    >>> from argmap.model import Map
    >>> claims = {id: Claim(id=id, text=id) for id in "abc"}
    >>> relation = Relation(id="r", kind="supports", premises=("a", "b"), target="c", scheme="sign")
    >>> relation_in_words(Graph(Map(claims=claims, relations={"r": relation})), relation)
    'a and b together support c (sign)'
    """
    verb = str(relation.kind)
    if len(relation.premises) > 1:
        verb = f"together {verb.removesuffix('s')}"
    target = graph.relations.get(relation.target)
    end = f"the step from {_listed(target.premises)}" if target else relation.target
    scheme = f" ({relation.scheme})" if relation.scheme else ""
    return f"{_listed(relation.premises)} {verb} {end}{scheme}"


def claim_in_words(graph: Graph, claim: Claim) -> str:
    """Say all that the card of a claim shows, and what the claim bears on."""
    return ". ".join(part.rstrip(".") for part in _parts(graph, claim)) + "."


def _parts(graph: Graph, claim: Claim) -> Iterator[str]:
    role, voice = graph.roles[claim.id], voice_in_words(claim)
    yield f"{role.capitalize()} {claim.id}" + (f", {voice}" if voice else "")
    yield claim.text
    if claim.evidence:
        yield "Evidence: " + ", ".join(dict.fromkeys(quote.source for quote in claim.evidence))
    if claim.id in graph.unsupported:
        yield "Unsupported"
    if claim.assumed:
        yield "Assumed" if claim.assumed is True else f"Assumed: {claim.assumed}"
    if claim.residual:
        yield "Residual" if claim.residual is True else f"Residual: {claim.residual}"
    for relation in graph.outgoing(claim.id):
        yield relation_in_words(graph, relation)


def _listed(ids: tuple[str, ...]) -> str:
    *first, last = dict.fromkeys(ids)
    if len(first) > _MOST_NAMED:
        first, last = first[:_MOST_NAMED], f"{len(first) + 1 - _MOST_NAMED} more"
    return f"{', '.join(first)} and {last}" if first else last
