"""Strongly connected components of a directed graph."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def components(nodes: Iterable[Node], successors: Callable[[Node], Iterable[Node]]) -> Iterator[list[Node]]:
    """Yield the strongly connected components (Tarjan 1972), each after all that it leads to.

    Keeps its own stack: chains may be longer than Python's.

    Args:
        nodes: where to start from; what they lead to is visited too.
        successors: the nodes that a node leads to.
    """
    low: dict[Node, int] = {}
    open_: list[Node] = []
    done: set[Node] = set()
    for root in nodes:
        if root in low:
            continue
        low[root] = entered = len(low)
        open_.append(root)
        work = [(root, entered, iter(successors(root)))]
        while work:
            node, entered, rest = work[-1]
            for successor in rest:
                if successor not in low:
                    low[successor] = number = len(low)
                    open_.append(successor)
                    work.append((successor, number, iter(successors(successor))))
                    break
                if successor not in done and low[successor] < low[node]:
                    low[node] = low[successor]
            else:
                work.pop()
                if work and low[node] < low[work[-1][0]]:
                    low[work[-1][0]] = low[node]
                if low[node] == entered:
                    at = len(open_) - 1
                    while open_[at] != node:
                        at -= 1
                    component = open_[at:]
                    del open_[at:]
                    done.update(component)
                    yield component


def loops(nodes: Iterable[Node], successors: Callable[[Node], Iterable[Node]]) -> Iterator[list[Node]]:
    """Yield the components that hold a cycle: several nodes, or one that leads to itself."""
    for component in components(nodes, successors):
        if len(component) > 1 or component[0] in successors(component[0]):
            yield component
