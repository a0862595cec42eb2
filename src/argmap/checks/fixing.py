"""Mending what can be mended without asking, and never losing anything by it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from argmap.finding import Finding, Fix
from argmap.formats import FORMATS, Reading
from argmap.formats.edit import edit

_MOST_ROUNDS = 10
"""One fix may make way for another; more rounds than these no file needs."""


def fix_text(
    text: str,
    read: Callable[[str], Reading],
    check: Callable[[Reading], Sequence[Finding]],
    *,
    unsafe: bool = False,
) -> tuple[str, int]:
    """Return the text of a map mended, and how many findings that answered.

    A change is kept only if the file that it makes is read as soundly as before, with the same claims.

    Args:
        text: the content of the file.
        read: reads a text in its place, with what it includes.
        check: what there is to find in it.
        unsafe: whether to make changes, too, that a person should look at.
    """
    fixed = 0
    for _ in range(_MOST_ROUNDS):
        reading = read(text)
        if reading.map is None or not FORMATS[reading.format].edits:
            break
        fixes = [f.fix for f in check(reading) if f.fix is not None and (f.fix.safe or unsafe)]
        mended = _mend(reading, fixes, read) if fixes else None
        if mended is None:
            break
        text, done = mended
        fixed += done
    return text, fixed


def _mend(reading: Reading, fixes: Sequence[Fix], read: Callable[[str], Reading]) -> tuple[str, int] | None:
    """Return the text with all fixes made, or else with the first of them that can be; None if none can."""
    for chosen in (fixes, *([fix] for fix in fixes)):
        text = edit(reading.text, chosen, json=reading.format == "json")
        if text != reading.text and _as_sound(reading, read(text)):
            return text, len(chosen)
    return None


def _as_sound(before: Reading, after: Reading) -> bool:
    if before.map is None or after.map is None:
        return False
    return before.map.claims.keys() == after.map.claims.keys() and len(after.problems) <= len(before.problems)
