"""How messages name the parts of a map, so that all rules speak alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from argmap.graph import Graph
from argmap.model import Claim, Relation


def shorten(text: str, limit: int = 70) -> str:
    """Return a text on one line, cut at the end of a word if it is longer than the limit.

    >>> shorten("The bridge should be closed to cars, buses and lorries.", 30)
    'The bridge should be closed…'
    """
    # Only the beginning is looked at: a text may be as long as a file.
    line = text[: 8 * limit]
    if "  " in line or not line.isprintable():  # other spaces, line feeds among them, are not
        line = " ".join(line.split())
    line = line.strip().replace('"', "'")
    if len(line) <= limit and len(text) <= 8 * limit:
        return line
    words, _, _ = line[:limit].rpartition(" ")
    cut = words if len(words) > limit // 2 else line[: limit - 1]
    return cut.rstrip(" ,;:.") + "…"


def named(claim: Claim) -> str:
    """Return how messages name a claim: its text, shortened, and its id."""
    return f'"{shorten(claim.text)}" ({claim.id})'


def claim_name(graph: Graph, id: str) -> str:
    """Return how messages name a claim that may not exist."""
    claim = graph.claims.get(id)
    return repr(id) if claim is None else named(claim)


def target_name(graph: Graph, id: str) -> str:
    """Return how messages name what a relation is aimed at: a claim or a step."""
    relation = graph.relations.get(id)
    return claim_name(graph, id) if relation is None else step(relation)


def step(relation: Relation) -> str:
    """Return how messages name a relation: by its ends, since most have no id of their own."""
    return f"the step '{'+'.join(relation.premises)} {relation.kind} {shorten(relation.target)}'"


def verb(relation: Relation, *, plural: bool = False) -> str:
    """Return what the premises do to the target: "supports", "support"."""
    return relation.kind.value.removesuffix("s") if plural else relation.kind.value


def brief(relation: Relation) -> str:
    """Return a relation in a few words, ids only.

    >>> from argmap.model import Kind
    >>> brief(Relation(id="r", kind=Kind.SUPPORTS, premises=("rain", "cold"), target="stay-home"))
    'rain and cold together support stay-home'
    """
    return _sentence(relation, distinct(relation.premises), shorten(relation.target))


def statement(graph: Graph, relation: Relation) -> str:
    """Return a relation in words, its claims named in full."""
    premises = [claim_name(graph, premise) for premise in distinct(relation.premises)]
    return _sentence(relation, premises, target_name(graph, relation.target))


def _sentence(relation: Relation, premises: Sequence[str], target: str) -> str:
    linked = len(premises) > 1
    return f"{listed(premises)}{' together' * linked} {verb(relation, plural=linked)} {target}"


def distinct(ids: Iterable[str]) -> tuple[str, ...]:
    """Return ids without repetition, in their order."""
    return tuple(dict.fromkeys(ids))


def listed(items: Collection[str], limit: int = 3, last: str = "and") -> str:
    """Return items as a list in a sentence, those beyond the limit counted.

    >>> listed(["a", "b"]), listed(["a", "b", "c", "d", "e"])
    ('a and b', 'a, b, c and 2 more')
    """
    shown = list(items)[:limit]
    if len(items) > limit:
        return f"{', '.join(shown)} and {len(items) - limit} more"
    return f" {last} ".join([*([", ".join(shown[:-1])] if shown[:-1] else []), *shown[-1:]])


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 claim", "2 claims"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
