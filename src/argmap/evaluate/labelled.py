"""A labelling of a map by the ids of its claims and relations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.evaluate.index import Index
from argmap.evaluate.labels import IN, LABELS, Label


class Labelling(Mapping[str, Label]):
    """The label of every claim and relation of a map, by id."""

    def __init__(self, index: Index, labels: list[int]) -> None:
        """Wrap the labels of the nodes of an index."""
        self._index = index
        self._labels = labels

    def __getitem__(self, id: str) -> Label:
        return LABELS[self._labels[self._index.number[id]]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._index.number)

    def __len__(self) -> int:
        return len(self._index.number)

    def __repr__(self) -> str:
        return f"<Labelling: in {', '.join(self.accepted()) or 'nothing'}>"

    def claims(self) -> dict[str, Label]:
        """Return the labels of the claims alone, in map order."""
        ids = self._index.ids
        return {ids[node]: LABELS[self._labels[node]] for node in range(1, self._index.claims + 1)}

    def accepted(self) -> tuple[str, ...]:
        """Return the ids of the claims that are in, in map order."""
        return self._index.names(n for n in range(1, self._index.claims + 1) if self._labels[n] == IN)
