"""Statements of DOT are those that graphviz would write."""

import pytest
from graphviz import Digraph, nohtml
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.render import statements

NAMES = ["label", "class", "id", "node", "Strict", "URL", "tooltip"]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.text('a1-. :<>"\\', max_size=8)
VALUES = (TEXTS | st.sampled_from([*NAMES, "<<B>a</B>>", "-4.2", ".5", "1."])).filter(
    # A backslash at the end would take the quote with it, and graphviz warns of that; a line feed there, it overlooks.
    lambda text: not text.endswith(("\\", "\n"))
)
ATTRIBUTES = st.dictionaries(st.sampled_from(NAMES), VALUES | VALUES.map(nohtml), min_size=1)


@given(VALUES, ATTRIBUTES)
@example("<a>", {"tooltip": nohtml("<a>")})
@example("橋", {"class": "橋", "id": "\u0661"})
def test_nodes_are_those_of_graphviz(name, attributes):
    theirs = Digraph()
    theirs.node(name, **attributes)
    assert [statements.node(name, statements.listed(attributes))] == theirs.body


@given(VALUES, VALUES, ATTRIBUTES)
def test_edges_are_those_of_graphviz(tail, head, attributes):
    theirs = Digraph()
    tail, head = tail.replace(":", " "), head.replace(":", " ")  # graphviz would read ports
    theirs.edge(tail, head, **attributes)
    assert [statements.edge(tail, head, statements.listed(attributes))] == theirs.body


@pytest.mark.parametrize("word", ["node", "EDGE", "graph", "digraph", "subgraph", "strict"])
def test_keywords_are_quoted(word):
    assert statements.node(word, statements.listed({word: word})) == f'\t"{word}" ["{word}"="{word}"]\n'
