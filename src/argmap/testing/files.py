"""Strategies for what becomes of files on their way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from argmap.testing.words import HOSTILE

_CONTROL: Final = ("\x00", "\x07", "\x08", "\x1b[2J", "\x1b]0;x\x07", "\x7f", "\x9b31m", "\ufffe", "\uffff")


def mutations(data: bytes) -> SearchStrategy[bytes]:
    """Return what a file may become on its way: cut, doubled, shuffled, with bytes in it that no one wrote.

    Args:
        data: a valid file, which the others are made from.
    """
    at = st.integers(0, len(data))
    hostile = st.sampled_from([*HOSTILE, *_CONTROL]).map(lambda word: word.encode()) | st.binary(max_size=4)
    changes = st.tuples(
        at, at, hostile, st.sampled_from(["cut", "double", "move", "insert", "replace", "many"])
    )
    return st.lists(changes, min_size=1, max_size=4).map(lambda each: _mutated(data, each))


def _mutated(data: bytes, changes: Sequence[tuple[int, int, bytes, str]]) -> bytes:
    for one, other, word, how in changes:
        start, end = sorted((one, other))
        head, body, tail = data[:start], data[start:end], data[end:]
        data = {
            "cut": head + tail,
            "double": head + body + body + tail,
            "move": body + head + tail,
            "insert": head + word + body + tail,
            "replace": head + word + tail,
            "many": head + word * 150 + body + tail,
        }[how]
    return data
