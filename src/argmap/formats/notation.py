"""How an argmap file is written down: its keys, its places in sources, the ids of its relations.

Reader, writer and schema share this; none of them has a notation of its own.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import Any

from argmap.model import Claim, Kind, Map, Quote, Relation, Source, relation_id

VERSION = 1
"""The version of the file format, the value of the key ``argmap``."""

REASONS = {
    "supported_by": Kind.SUPPORTS,
    "attacked_by": Kind.ATTACKS,
    "undercut_by": Kind.UNDERCUTS,
    "rephrased_by": Kind.REPHRASES,
}
"""Keys that hold the relations to a claim or, ``undercut_by``, to a relation."""

CITATIONS = ("at", "evidence")
LISTS = ("authors", "tags")

MAP_FIELDS = ("argmap", *(name for name in Map.model_fields if name != "relations"))
SOURCE_FIELDS = tuple(name for name in Source.model_fields if name != "id")
CLAIM_FIELDS = (*(name for name in Claim.model_fields if name != "id"), *REASONS)
RELATION_FIELDS = (*(name for name in Relation.model_fields if name not in ("kind", "target")), *REASONS)

_PLACE = re.compile(r"\s*(?:¶\s*(?P<paragraph>\d{1,9})(?:\s+|$))?(?P<text>.*)", re.DOTALL)


def parse_place(place: str) -> dict[str, Any]:
    """Split ``¶12 "words … words"`` into paragraph and text; both are optional, as are the quotes.

    >>> parse_place("¶12 the blame game … root cause")
    {'paragraph': 12, 'text': 'the blame game … root cause'}
    """
    match = _PLACE.fullmatch(place)
    assert match  # noqa: S101  every part of the pattern may be empty
    text = match["text"].strip()
    if len(text) > 2 and text[0] == text[-1] == '"':
        text = text[1:-1]
    found: dict[str, Any] = {}
    if match["paragraph"]:
        found["paragraph"] = int(match["paragraph"])
    if text:
        found["text"] = text
    return found


def write_place(quote: Quote) -> str:
    """Return the place of a quote so that :func:`parse_place` reads it back."""
    written = str(quote)
    if quote.text is not None and parse_place(written).get("text") != quote.text:
        written = str(quote.model_copy(update={"text": f'"{quote.text}"'}))
    return written


def passages_set_aside(map: Map) -> Iterator[tuple[Quote, str, str]]:
    """Yield the passages that hold no argument: the quote, the place as it is written, and the reason."""
    for source, places in map.not_argument.items():
        for place, reason in places.items():
            yield Quote(source=source, **parse_place(place)), place, reason


class FreeIds:
    """Finds ids for relations that are given none, apart from those taken."""

    def __init__(self, taken: Container[str]) -> None:
        self._taken = taken
        self._tried: dict[str, int] = {}
        """For each id the number of twins known to be taken, so that many twins cost no more each."""

    def find(self, kind: Kind, premises: Sequence[str], target: str) -> str:
        """Return the id that the relation's content makes, with ``#2``, ``#3`` … if that is taken."""
        base = id = relation_id(kind, tuple(premises), target)
        twin = self._tried.get(base, 1)
        while id in self._taken:
            twin += 1
            id = f"{base}#{twin}"
        if twin > 1:
            self._tried[base] = max(twin - 1, 1)
        return id


def wrong_way(key: str) -> str | None:
    """Say that relations stand under their target, to someone who wrote them under a premise.

    To suggest the like-sounding key would turn the argument round.
    """
    stem = key.lower().rstrip("s")
    passive = {
        "support": "supported_by",
        "attack": "attacked_by",
        "undercut": "undercut_by",
        "rephrase": "rephrased_by",
    }
    if stem not in passive:
        return None
    return f"A relation stands under what it bears on: write '{passive[stem]}: [this id]' there."
