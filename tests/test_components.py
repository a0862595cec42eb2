"""Strongly connected components, and the circles of a map that they make."""

from itertools import groupby

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.components import components, loops

NODES = st.integers(0, 12)


def graph(text):
    return argmap.Graph(argmap.loads(text))


@given(st.dictionaries(NODES, st.lists(NODES, max_size=4), max_size=13))
def test_components_are_those_of_networkx_each_after_all_that_it_leads_to(successors):
    theirs = nx.DiGraph(successors)
    found = list(components(successors, lambda node: successors.get(node, ())))
    assert sorted(map(sorted, found)) == sorted(map(sorted, nx.strongly_connected_components(theirs)))
    place = {node: i for i, component in enumerate(found) for node in component}
    assert all(place[target] <= place[node] for node, target in theirs.edges)
    circles = [set(it) for it in found if len(it) > 1 or theirs.has_edge(it[0], it[0])]
    assert [set(it) for it in loops(successors, lambda node: successors.get(node, ()))] == circles


def test_support_cycles():
    text = """\
argmap: 1
claims:
  a: {text: A, supported_by: [b, x]}
  b: {text: B, supported_by: [[c, y]]}
  c: {text: C, supported_by: [a]}
  d: {text: D, supported_by: [e, a]}
  e: {text: E, supported_by: [d]}
  x: {text: X, attacked_by: [a]}
  y: {text: Y, supported_by: [y]}
"""
    found = [{r.id for r in relations} for relations in graph(text).support_cycles()]
    assert found == [
        {"a:supports:c", "c+y:supports:b", "b:supports:a"},
        {"d:supports:e", "e:supports:d"},
    ]


def test_support_cycles_are_told_claim_by_claim():
    text = """\
argmap: 1
claims:
  a: {text: A, supported_by: [b, [c, x]]}
  b: {text: B, supported_by: [c, a]}
  c: {text: C, supported_by: [a], attacked_by: [b]}
  x: {text: X, supported_by: [a]}
  y: {text: Y, supported_by: [x, z]}
  z: {text: Z}
"""
    (relations,) = graph(text).support_cycles()
    assert sorted(r.id for r in relations) == [
        "a:supports:b",
        "a:supports:c",
        "a:supports:x",
        "b:supports:a",
        "c+x:supports:a",
        "c:supports:b",
    ]
    assert [target for target, _ in groupby(relations, lambda r: r.target)] == ["a", "b", "c", "x"]
