"""Which claims of a map are in another under other ids: they are known by their texts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from argmap.model import Map

_ALIKE: Final = 85.0
"""Likeness of two texts (0–100, as of rapidfuzz's ``ratio``) from which on a new id is that of an old claim."""
_FEWEST: Final = 12
"""Characters below which a text is too short to tell a claim by, unless it is the same."""
_MOST_WORK: Final = 10**12
"""Bytes of texts gone, times those of texts that came, up to which they are held against each other: half a minute or so."""
_BLOCK: Final = 64
"""Bytes that a text counts as at the least: so many characters are compared at once, and fewer take hardly less."""


def renamed(old: Map, new: Map) -> tuple[dict[str, str], bool]:
    """Return the new ids of claims whose old ones are gone or shifted, and whether reworded ones were looked for, too.

    They are known by the likeness of texts, the likest first.
    """
    loose = _shifted(old, new)
    gone = [claim for id, claim in old.claims.items() if id not in new.claims or id in loose]
    came = [claim for id, claim in new.claims.items() if id not in old.claims or id in loose]
    if not gone or not came:
        return {}, True
    same = {claim.text: claim for claim in reversed(came)}
    names: dict[str, str] = {}
    for claim in gone:
        if (twin := same.pop(claim.text, None)) is not None:
            names[claim.id] = twin.id
    from rapidfuzz import fuzz, process

    taken = set(names.values())
    left = [claim for claim in gone if claim.id not in names and len(claim.text) >= _FEWEST]
    free = {claim.id: claim.text for claim in came if claim.id not in taken}
    reworded = _work(claim.text for claim in left) * _work(free.values()) <= _MOST_WORK
    likely = [
        (score, claim.id, id)
        for claim in (left if reworded else ())
        for _, score, id in process.extract(claim.text, free, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=3)
    ]
    for _, before, after in sorted(likely, key=lambda found: -found[0]):
        if before not in names and after not in taken:
            names[before] = after
            taken.add(after)
    names |= {id: id for id in loose if id in old.claims and id not in names and id not in taken}
    return names, reworded


def _work(texts: Iterable[str]) -> int:
    """Return what texts are to hold against others, in bytes: letters beyond ASCII have more of them, and take longer."""
    return sum(max(_BLOCK, len(text.encode("utf-8", "surrogatepass"))) for text in texts)


def _shifted(old: Map, new: Map) -> set[str]:
    """Return ids that tell nothing, since the text of one stands under the other now, as when numbers move up."""
    places = {claim.text: id for id, claim in reversed(new.claims.items()) if len(claim.text) >= _FEWEST}
    shifted: set[str] = set()
    for id, claim in old.claims.items():
        place = places.get(claim.text, id)
        stays = id not in new.claims or new.claims[id].text == claim.text
        if not stays and (place not in old.claims or old.claims[place].text != claim.text):
            shifted |= {id, place}
    return shifted
