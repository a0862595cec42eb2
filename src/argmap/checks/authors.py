"""Whose text a claim is of: that of the map, or of a map that it includes."""

from __future__ import annotations

from argmap.model import Claim


def text_of(claim: Claim) -> str:
    """Return the name that the map of a claim is included by; nothing if it is the map itself.

    >>> text_of(Claim(id="reply/costs", text="It costs a lot.")), text_of(Claim(id="costs", text="It costs a lot."))
    ('reply', '')
    """
    return claim.id.rpartition("/")[0]
