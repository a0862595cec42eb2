"""Maps in a line, and pages as a terminal gets them."""

import io

from rich.console import Console

from argmap.graph import Graph
from argmap.model import Claim, Map, Relation


def graph(relations="", thesis="t", unknown="", **claims):
    """Make the graph of relations like ``a+b supports c; d undercuts #1``, #1 being the first of them.

    Claims are given by id, as text or in full; those that only take part in relations say their id.
    """
    made, named = {}, dict.fromkeys(claims)
    for number, line in enumerate(filter(None, relations.split(";")), 1):
        premises, kind, target = line.split()
        id = f"r{number}"
        made[id] = Relation(
            id=id, kind=kind, premises=tuple(premises.split("+")), target=target.replace("#", "r")
        )
        named |= dict.fromkeys([*premises.split("+"), *([] if "#" in target else [target])])
    given = {id: claims.get(id, f"Text of {id}.") for id in named if id not in unknown.split()}
    return Graph(
        Map(
            thesis=thesis.split(),
            claims={
                id: claim if isinstance(claim, Claim) else Claim(id=id, text=claim)
                for id, claim in given.items()
            },
            relations=made,
        )
    )


def printed(page, width=80, *, colour=False, encoding="utf-8"):
    """Return what a console of a width and encoding is given."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="strict", newline="\n")
    system = "standard" if colour else None
    Console(file=stream, width=width, force_terminal=colour, color_system=system).print(page)
    stream.flush()
    return stream.buffer.getvalue().decode(encoding)
