"""Small maps in few words, and what a rule says about them."""

from argmap.checks.registry import CHECKS
from argmap.graph import Graph
from argmap.model import Claim, Kind, Map, Relation, relation_id


def claim(id, **fields):
    return Claim(id=id, text=f"Claim {id}.", **fields)


def relation(line, **fields):
    """``"a+b supports c"`` as a relation, or ``"r: u undercuts …"`` with an id of its own."""
    id, _, sentence = line.rpartition(": ")
    premises, kind, target = sentence.split(" ")
    names = tuple(premises.split("+"))
    return Relation(
        id=id or relation_id(Kind(kind), names, target),
        kind=Kind(kind),
        premises=names,
        target=target,
        **fields,
    )


def map_of(claims, *lines, thesis=("t",), **fields):
    """A map of claims, given as ids in a string or as claims, and relations, given as lines."""
    claims = [claim(id) for id in claims.split()] if isinstance(claims, str) else claims
    relations = {}
    for line in lines:
        made = relation(line)
        while made.id in relations:
            made = made.model_copy(update={"id": f"{made.id}#2"})
        relations[made.id] = made
    return Map(thesis=thesis, claims={c.id: c for c in claims}, relations=relations, **fields)


def hits(code, map):
    return list(CHECKS[code](Graph(map)))


def places(code, map):
    return [hit.where for hit in hits(code, map)]
