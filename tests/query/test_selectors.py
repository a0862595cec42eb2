"""The selector language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.graph import Graph
from argmap.query.properties import METHODS
from argmap.query.selectors import SelectorError, completions, select
from argmap.testing import maps

MAP = argmap.loads("""\
argmap: 1
thesis: t
sources: {report: {title: The report}}
claims:
  t: {text: The thesis., supported_by: [[p1, p2], {premises: [p3], id: r2, scheme: sign, undercut_by: [u]}], attacked_by: [q]}
  p1: {text: First premise., evidence: report, tags: [economy, "trade, foreign"]}
  p2: {text: Second premise., assumed: true, section: Costs and benefits}
  p3: {text: Third premise., label: The sign, voice: implicit, supported_by: [deep]}
  q: {text: The objection., voice: reported, speaker: The Mayor, attacked_by: [s]}
  s: {text: The answer.}
  u: {text: The undercut., voice: analyst}
  deep: {text: A deep ground., at: {report: ¶1}}
  apart: {text: Has nothing to do with it.}
""")
GRAPH = Graph(MAP)


@pytest.mark.parametrize(
    ("expression", "ids"),
    [
        ("thesis", "t"),
        ("p1", "p1"),
        ("p*", "p1 p2 p3"),
        ("*", "t p1 p2 p3 q s u deep apart"),
        ("+t", "t p1 p2 p3 q s u deep"),
        ("1+t", "t p1 p2 p3 q"),
        ("2+t", "t p1 p2 p3 q s u deep"),
        ("u+1", "u"),
        ("u+2", "t u"),
        ("+p3", "p3 deep"),
        ("deep+", "t p3 deep"),
        ("deep+1", "p3 deep"),
        ("u+", "t u"),
        ("1+q+1", "t q s"),
        ("p1 q", "p1 q"),
        ("  p1   q  ", "p1 q"),
        ("+t,is:leaf", "p1 p2 q s u deep"),
        ("+t,is:leaf,is:unsupported", "q s u deep"),
        ("p1,p2", ""),
        ("p1 p2,p2 s", "p1 p2 s"),
        ("+thesis,role:counterclaim", "q u"),
        ("role:rebuttal", "s"),
        ("voice:reported voice:implicit", "p3 q"),
        ("is:linked", "p1 p2"),
        ("is:attacked", "t q"),
        ("is:evidenced is:assumed", "p1 p2"),
        ("is:anchored", "deep"),
        ("is:thesis", "t"),
        ("verdict:falls", "q"),
        ("depth:0", "t"),
        ("depth:2..", "s u deep"),
        ("depth:..1", "t p1 p2 p3 q"),
        ("depth:1..1,voice:author", "p1 p2"),
        ("reasons:2..", "t"),
        ("objections:1", "t q"),
        ("tag:econ*", "p1"),
        ('tag:"trade, foreign"', "p1"),
        ('section:"costs and benefits"', "p2"),
        ('speaker:"*mayor"', "q"),
        ("source:report", "p1 deep"),
        ("scheme:sign", "p3"),
        ("text:PREMISE", "p1 p2 p3"),
        ('text:"the sign"', "p3"),
        ('+"q"', "q s"),
        ("id:p?", "p1 p2 p3"),
    ],
)
def test_what_is_selected(expression, ids):
    assert " ".join(select(GRAPH, expression)) == ids
    assert argmap.select(MAP, expression) == tuple(ids.split())


@pytest.mark.parametrize(
    ("expression", "marked", "problem", "help"),
    [
        ("", "", "an empty selector", "Name a claim, such as: thesis"),
        ("p1,", ",", "a comma with nothing after it", None),
        (",p1", ",", "a comma with nothing before it", "'a,b' is what both name."),
        ("p1,,p2", ",", "a comma with nothing before it", "'a,b' is what both name."),
        ("rol:premise", "rol", "nothing is called 'rol'", "Did you mean 'role'?"),
        ("role:premis", "premis", "role cannot be 'premis'", "Did you mean 'premise'?"),
        ("q p11", "p11", "the map has no claim 'p11'", "Did you mean 'p1'?"),
        (
            "depth:few",
            "few",
            "depth should be a number or a range, not 'few'",
            "Write depth:2, depth:2.. or depth:..2",
        ),
        (
            "depth:..",
            "..",
            "depth should be a number or a range, not '..'",
            "Write depth:2, depth:2.. or depth:..2",
        ),
        ('text:"open', '"', "a quote that is never closed", None),
        ("tag:a:b", ":", "':' is not expected here", "Put values with"),
        ("+", "+", "'+' is not expected here", "Put values with"),
        ("+t++", "+", "'+' is not expected here", "Put values with"),
        ("tag:", ":", "':' is not expected here", "Put values with"),
    ],
)
def test_errors_point_at_the_character(expression, marked, problem, help):
    with pytest.raises(SelectorError) as caught:
        select(GRAPH, expression)
    error = caught.value
    assert error.problem == problem
    assert (error.help or "").startswith(help or "")
    assert expression[error.start : error.end] == marked


@given(st.text(st.sampled_from('ab t+*,:"0123.() é'), max_size=20) | st.text(max_size=10))
def test_any_text_is_a_selector_or_an_error(expression):
    try:
        found = select(GRAPH, expression)
    except SelectorError as error:
        assert 0 <= error.start < error.end <= max(1, len(expression))  # noqa: PT017  either will do
    else:
        assert set(found) <= set(GRAPH.claims)


@given(maps())
def test_every_property_can_be_asked_of_every_map(map):
    graph = Graph(map)
    everything = set(select(graph, "*")) if map.claims else set()
    assert everything == set(map.claims)
    for role in ("thesis", "premise", "counterclaim", "rebuttal", "mixed", "detached"):
        assert set(select(graph, f"role:{role}")) == {id for id in map.claims if graph.roles[id] == role}
    for method in METHODS.keys() - {"role", "voice", "is", "verdict", "depth", "reasons", "objections"}:
        assert set(select(graph, f"{method}:*")) <= everything


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("ro", ["role:"]),
        ("p", ["p1", "p2", "p3"]),
        ("t", ["tag:", "text:", "thesis", "t"]),
        ("role:re", ["role:rebuttal"]),
        ("section:", ['section:"Costs and benefits"']),
        ("tag:", ['tag:"trade, foreign"', "tag:economy"]),
        ("depth:", []),
        ("none:", []),
    ],
)
def test_completions(start, words):
    assert sorted(completions(GRAPH, start)) == sorted(words)
    assert "role:" in completions(None, "")
