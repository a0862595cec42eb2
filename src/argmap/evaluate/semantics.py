"""Complete, preferred and stable labellings: the positions that can reasonably be taken on a network.

A labelling is *admissible* if every label other than undecided is what the rules of the grounded labelling
(:mod:`argmap.evaluate.labelling`) make of the others, and if it is *founded*: what is in has reasons that do not
lead back to itself (:class:`~argmap.evaluate.encoding.Encoding`). It is

- **complete** if moreover the rules leave nothing undecided that they could decide: a founded fixpoint;
- **preferred** if it is admissible and no other admissible labelling decides all that it does, and more;
- **stable** if it is complete and decides every claim but open leaves, of which nothing is known;
- **grounded** if it is complete and decides the least: there is one such labelling, part of all others.

So the definitions of abstract dialectical frameworks (Brewka, Ellmauthaler, Strass, Wallner and Woltran 2013,
where Γ is our rules, exact since every condition is monotone or antitone in each of its arguments), with the
foundedness that they ask of stable models asked of all. On maps of bare attacks everything is founded, and the
claims that are in are Dung's (1995) complete, preferred, stable and grounded extensions (Caminada and Gabbay 2009).

There is always a preferred labelling, and every stable one is preferred. There may be no stable one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from argmap.evaluate.encoding import Reduct
from argmap.evaluate.labelling import grounded
from argmap.evaluate.labels import IN, OUT, UNDEC
from argmap.evaluate.network import Network
from argmap.evaluate.sat import Meter
from argmap.evaluate.search import Constraint, Search

Semantics = Literal["grounded", "complete", "preferred", "stable"]


class Labellings:
    """The labellings of a network, found by SAT within a budget.

    The grounded labelling is computed first, and only what it leaves undecided is encoded.

    Each method may raise :class:`~argmap.evaluate.sat.OutOfBudgetError`.

    Attributes:
        grounded: the grounded labelling.
    """

    def __init__(self, network: Network, meter: Meter) -> None:
        self.grounded = grounded(network)
        self.reduct = Reduct(network, self.grounded)
        self._meter = meter

    def one(self, semantics: Semantics) -> list[int] | None:
        """Return a labelling, or None if there is none, which can only be so of stable ones."""
        if semantics in ("grounded", "complete"):
            return self.grounded
        return next(self.every(semantics), None)

    def every(self, semantics: Semantics) -> Iterator[list[int]]:
        """Yield all labellings, each once."""
        if semantics == "grounded" or not self.reduct.nodes:
            yield self.grounded
            return
        with self.search(_CONSTRAINT[semantics]) as search:
            for labels in search.all_maximal() if semantics == "preferred" else search.all():
                yield self.whole(search, labels)

    def accepting(self, node: int, semantics: Semantics) -> list[int] | None:
        """Return a labelling in which a node is in: it is credulously accepted; or None if there is none."""
        if self.grounded[node] != UNDEC:
            return self.one(semantics) if self.grounded[node] == IN else None
        if semantics == "grounded":
            return None
        stable = semantics == "stable"
        with self.search(
            "stable" if stable else "admissible", None if stable else self.reduct.ancestors(node)
        ) as search:
            labels = search.find([search.encoding.in_(node)])
            if labels is None or stable:
                return None if labels is None else self.whole(search, labels)
            return self._preferred(search, labels)

    def not_accepting(self, node: int, semantics: Semantics) -> list[int] | None:
        """Return a labelling in which a node is not in, or None if it is in all: sceptically accepted."""
        if self.grounded[node] == IN:
            return None
        if semantics in ("grounded", "complete"):
            return self.grounded
        if self.grounded[node] == OUT:
            return self.one(semantics)
        if semantics == "stable":
            with self.search("stable") as search:
                labels = search.find([-search.encoding.in_(node)])
                return None if labels is None else self.whole(search, labels)
        # what a node depends on has the same preferred labellings whatever depends on it (directionality)
        with self.search("admissible", self.reduct.ancestors(node)) as search:
            labels = search.maximal_without(node)
            return None if labels is None else self._preferred(search, labels)

    def search(self, constraint: Constraint, nodes: Sequence[int] | None = None) -> Search:
        """Return a search for labellings of undecided nodes: of all, or of some that are closed under inputs."""
        return Search(self.reduct, self.reduct.nodes if nodes is None else nodes, constraint, self._meter)

    def _preferred(self, part: Search, labels: Sequence[int]) -> list[int]:
        """Return a preferred labelling, complete therefore, that decides what an admissible one does."""
        with self.search("admissible") as search:
            encoding = search.encoding
            given = zip(part.encoding.nodes, labels, strict=True)
            fixed = [encoding.in_(n) if label == IN else encoding.out(n) for n, label in given if label]
            found = search.find(fixed)
            return self.whole(search, search.maximal(found or []))

    def whole(self, search: Search, labels: Sequence[int]) -> list[int]:
        """Return the labels of all nodes, given those that a search has found."""
        whole = self.grounded.copy()
        for node, label in zip(search.encoding.nodes, labels, strict=True):
            whole[node] = label
        return whole


_CONSTRAINT: dict[Semantics, Constraint] = {
    "complete": "complete",
    "preferred": "admissible",
    "stable": "stable",
}
