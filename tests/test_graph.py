"""The graph: polarity, roles, distances, components and circles, checked by hand and against networkx."""

import gc
import weakref

import networkx as nx
import pytest
from hypothesis import given

import argmap
from argmap.graph import Graph, Role
from argmap.model import Claim, Kind, Map
from argmap.testing import maps


def graph(text):
    return Graph(argmap.loads(text))


DEBATE = """\
argmap: 1
thesis: t
claims:
  t:
    text: Thesis.
    supported_by:
      - p
      - premises: [l1, l2]
        id: linked
        undercut_by:
          - premises: [u]
            id: undercut
            undercut_by: [v]
    attacked_by: [c]
  p: {text: Premise., supported_by: [pp], attacked_by: [cp]}
  pp: {text: Premise of the premise.}
  l1: {text: Linked one.}
  l2: {text: Linked two.}
  u: {text: Undercutter.}
  v: {text: Undercutter of the undercut., supported_by: [vs]}
  vs: {text: Support of that.}
  c: {text: Counterclaim., supported_by: [cs], attacked_by: [r]}
  cs: {text: Support of the counterclaim.}
  cp: {text: Counterclaim to a premise., supported_by: [both]}
  r: {text: Rebuttal., supported_by: [both]}
  both: {text: Speaks for both sides.}
  alone: {text: Alone.}
  pair: {text: Pair., supported_by: [alone]}
  single: {text: Single.}
"""


@pytest.fixture(scope="module")
def debate():
    return graph(DEBATE)


def test_roles(debate):
    assert {id: role.value for id, role in debate.roles.items()} == {
        "t": "thesis",
        "p": "premise",
        "pp": "premise",
        "l1": "premise",
        "l2": "premise",
        "u": "counterclaim",
        "v": "rebuttal",
        "vs": "premise",
        "c": "counterclaim",
        "cs": "counterclaim",
        "cp": "counterclaim",
        "r": "rebuttal",
        "both": "mixed",
        "alone": "detached",
        "pair": "detached",
        "single": "detached",
    }


def test_polarity_of_relations(debate):
    assert debate.polarity["linked"] == {1}
    assert debate.polarity["undercut"] == {-1}
    assert debate.polarity["v:undercuts:undercut"] == {1}
    assert debate.polarity["alone:supports:pair"] == frozenset()


def test_distance(debate):
    assert {
        id: debate.distance.get(id) for id in ("t", "p", "pp", "l2", "u", "v", "vs", "both", "alone")
    } == {
        "t": 0,
        "p": 1,
        "pp": 2,
        "l2": 1,
        "u": 2,
        "v": 3,
        "vs": 4,
        "both": 3,
        "alone": None,
    }


def test_components(debate):
    assert [set(component) for component in debate.components][1:] == [{"alone", "pair"}, {"single"}]


def test_relations_of_a_claim(debate):
    assert [r.id for r in debate.incoming("t")] == ["p:supports:t", "linked", "c:attacks:t"]
    assert [r.id for r in debate.incoming("t", Kind.ATTACKS)] == ["c:attacks:t"]
    assert [r.id for r in debate.incoming("linked")] == ["undercut"]
    assert [r.target for r in debate.outgoing("both")] == ["cp", "r"]


def test_relations_of_what_has_none_or_is_not_there(debate):
    assert debate.incoming("single") == debate.incoming("nobody") == ()
    assert debate.outgoing("single") == debate.outgoing("nobody") == ()
    twice = graph(
        "{argmap: 1, claims: {a: {text: A, supported_by: [[b, c, b, gone]]}, b: {text: B}, c: {text: C}}}"
    )
    assert [r.id for r in twice.outgoing("b")] == [r.id for r in twice.incoming("a")]
    assert twice.outgoing("gone") == ()


def test_claims_that_give_a_field():
    claims = {
        id: Claim(id=id, text="It rains.", **fields)
        for id, fields in {
            "a": {},
            "b": {"label": "Rain"},
            "c": {"draft": True},
            "d": {"draft": False},
        }.items()
    }
    given = Graph(Map(claims=claims))
    assert given.claims_with("text") == list(claims.values())
    assert given.claims_with("draft", "label") == [claims["b"], claims["c"], claims["d"]]
    assert given.claims_with("note") == []
    changed = claims["a"].model_copy(update={"note": "Look again."})
    assert Graph(Map(claims=claims | {"a": changed})).claims_with("note") == [changed]


def test_everything_for_networkx(debate):
    full = debate.to_networkx()
    assert full.graph == {"title": None, "thesis": ("t",)}
    assert full.nodes["l1"] == {"type": "claim", "claim": debate.claims["l1"], "role": Role.PREMISE}
    assert full.nodes["linked"] == {
        "type": "relation",
        "relation": debate.relations["linked"],
        "kind": Kind.SUPPORTS,
    }
    assert {it: full.edges[it] for it in full.in_edges("linked")} == {
        ("l1", "linked"): {"type": "premise"},
        ("l2", "linked"): {"type": "premise"},
        ("undercut", "linked"): {"type": "target"},
    }
    assert full.edges["linked", "t"] == {"type": "target"}
    assert list(full) == [*debate.claims, *debate.relations]
    named = graph("{argmap: 1, title: Rain, claims: {a: {text: A, supported_by: [gone]}}}").to_networkx()
    assert named.graph == {"title": "Rain", "thesis": ()}
    assert "gone" not in named


def test_a_part_plays_the_role_that_it_has_in_the_whole(debate):
    part = Graph(
        Map(claims={id: debate.claims[id] for id in ("r", "cs", "p")}),
        debate,
    )
    assert part.whole is debate
    assert part.roles == {"r": Role.REBUTTAL, "cs": Role.COUNTERCLAIM, "p": Role.PREMISE}
    assert [id for id in part.claims if id in part.unsupported] == ["cs"]


def test_a_thesis_under_mutual_attack_stays_the_thesis():
    it = graph(
        "{argmap: 1, thesis: a, claims: {a: {text: A, attacked_by: [b]}, b: {text: B, attacked_by: [a]}}}"
    )
    assert it.polarity["a"] == {1}
    assert it.roles["a"] is Role.THESIS
    assert it.roles["b"] is Role.COUNTERCLAIM


def test_mutual_attacks_keep_their_signs():
    text = "{argmap: 1, thesis: t, claims: {t: {text: T, supported_by: [a]}, a: {text: A, attacked_by: [b]}, b: {text: B, attacked_by: [a]}}}"
    it = graph(text)
    assert it.roles == {"t": Role.THESIS, "a": Role.REBUTTAL, "b": Role.COUNTERCLAIM}


def test_theses_that_do_not_exist_are_left_out():
    it = graph("{argmap: 1, thesis: [x, a, a], claims: {a: {text: A}, b: {text: B}}}")
    assert it.theses == ("a",)
    assert it.roles["b"] is Role.DETACHED


@pytest.mark.parametrize(
    ("fields", "unsupported"),
    [
        ("", True),
        ("assumed: true", False),
        ("assumed: Common ground.", False),
        ("assumed: false", True),
        ("evidence: [s]", False),
        ("at: [s]", True),
        ("supported_by: [b]", False),
        ("attacked_by: [b]", True),
        ("rephrased_by: [b]", True),
    ],
)
def test_unsupported(fields, unsupported):
    it = graph(
        f"{{argmap: 1, sources: {{s: {{title: S}}}}, claims: {{a: {{text: A, {fields}}}, b: {{text: B}}}}}}"
    )
    assert ("a" in it.unsupported) is unsupported


def test_long_chains_and_circles_need_no_recursion():
    count = 20_000
    ring = "".join(f"  c{i}: {{text: C, supported_by: [c{(i + 1) % count}]}}\n" for i in range(count))
    it = graph(f"argmap: 1\nthesis: c0\nclaims:\n{ring}")
    (circle,) = it.support_cycles()
    assert len(circle) == count
    assert it.distance[f"c{count - 1}"] == count - 1
    assert len(it.components) == 1
    assert it.roles[f"c{count - 1}"] is Role.PREMISE


@given(maps())
def test_everything_agrees_with_networkx(map):
    it = Graph(map)
    full = it.to_networkx()
    assert {id for id, kind in full.nodes(data="type") if kind == "claim"} == set(map.claims)
    assert {id for id, kind in full.nodes(data="type") if kind == "relation"} == set(map.relations)
    components = {frozenset(c & map.claims.keys()) for c in nx.weakly_connected_components(full)}
    assert {frozenset(c) for c in it.components} == components
    for claim in map.claims:
        reached = any(nx.has_path(full, claim, thesis) for thesis in it.theses)
        assert (it.roles[claim] is not Role.DETACHED) == reached
        assert (claim in it.distance) == reached
    supports = nx.DiGraph(
        (premise, r.target)
        for r in map.relations.values()
        if r.kind is Kind.SUPPORTS and r.target in map.claims
        for premise in r.premises
        if premise in map.claims
    )
    circles = {frozenset(c) for c in nx.strongly_connected_components(supports) if len(c) > 1}
    found = {frozenset(r.target for r in relations) for relations in it.support_cycles()}
    assert found == circles


@given(maps())
def test_distance_is_the_number_of_relations_on_a_shortest_route(map):
    it = Graph(map)
    full = it.to_networkx().reverse()
    for _, _, edge in full.edges(data=True):
        edge["relations"] = 1 if edge["type"] == "target" else 0
    found = nx.multi_source_dijkstra_path_length(full, it.theses, weight="relations") if it.theses else {}
    assert it.distance == {id: steps for id, steps in found.items() if id in map.claims}


def test_distance_by_way_of_an_undercut_of_an_undercut():
    text = """\
argmap: 1
thesis: t
claims:
  t: {text: T, supported_by: [{premises: a, undercut_by: [{premises: u, undercut_by: [v]}]}]}
  a: {text: A, supported_by: [b]}
  b: {text: B, supported_by: [w]}
  u: {text: U}
  v: {text: V, supported_by: [w]}
  w: {text: W}
"""
    assert graph(text).distance == {"t": 0, "a": 1, "u": 2, "b": 2, "v": 3, "w": 3}


@given(maps())
def test_polarity_is_a_fixpoint(map):
    it = Graph(map)
    for id, relation in map.relations.items():
        expected = {sign * relation.kind.sign for sign in it.polarity[relation.target]}
        assert it.polarity[id] == expected
    for id in map.claims:
        outgoing = set().union(*(it.polarity[r.id] for r in it.outgoing(id)))
        assert it.polarity[id] == ({1} if id in it.theses else outgoing)


def test_what_speaks_for_one_of_two_rival_theses_is_not_mixed():
    text = """\
argmap: 1
thesis: [one, two]
claims:
  one: {text: One., supported_by: [p], attacked_by: [two]}
  two: {text: Two., attacked_by: [one, c]}
  p: {text: P.}
  c: {text: C.}
"""
    assert [role.value for role in graph(text).roles.values()] == [
        "thesis",
        "thesis",
        "premise",
        "counterclaim",
    ]


def test_a_graph_is_freed_when_nobody_has_it_any_more():
    """Commands run without garbage collection: a graph that held itself would stay for every map of a folder."""
    gc.disable()
    try:
        graph = Graph(Map(thesis=("a",), claims={"a": Claim(id="a", text="A")}))
        assert graph.whole is graph
        assert graph.roles
        gone = weakref.ref(graph)
        del graph
        assert gone() is None
    finally:
        gc.enable()
