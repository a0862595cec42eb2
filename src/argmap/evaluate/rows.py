"""Lists of numbers by number, in two flat lists."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate


class Rows:
    """Rows of numbers, laid end to end (compressed sparse rows).

    A list of lists would do, but a hundred thousand of them keep Python's garbage collector busy for longer
    than the algorithms take.

    Attributes:
        start: where each row starts in ``items``; one more than there are rows.
        items: the items of all rows.
        keys: the row that each item is in.
        sizes: how many items each row has.
    """

    __slots__ = ("items", "keys", "sizes", "start")

    def __init__(self, rows: int, keys: Sequence[int], values: Sequence[int]) -> None:
        """Put ``values`` into ``rows`` rows, each into the row of its key, in the order given."""
        self.sizes = sizes = [0] * rows
        for key in keys:
            sizes[key] += 1
        self.start = list(accumulate(sizes, initial=0))
        order = sorted(range(len(keys)), key=keys.__getitem__)
        self.keys = [keys[i] for i in order]
        self.items = [values[i] for i in order]

    def __getitem__(self, row: int) -> list[int]:
        """Return a row."""
        return self.items[self.start[row] : self.start[row + 1]]
