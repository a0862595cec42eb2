"""``argmap why`` as a user sees it."""

import json

import pytest

MAP = """\
argmap: 1
thesis: t
claims:
  t: {text: The thesis., supported_by: [[p1, p2], {premises: [p3], id: r2, undercut_by: [u]}], attacked_by: [q, {premises: [o], id: r3, undercut_by: [v]}]}
  p1: {text: First premise., evidence: {report: ¶1}}
  p2: {text: Second premise., assumed: Everybody knows., attacked_by: [w]}
  p3: {text: Third premise.}
  q: {text: The objection., attacked_by: [s]}
  s: {text: The answer.}
  u: {text: The undercut.}
  v: {text: Another undercut.}
  o: {text: Another objection.}
  w: {text: A residual doubt., residual: true}
  fallen: {text: It has fallen., supported_by: [q], attacked_by: []}
  contested: {text: It is contested., supported_by: [s], attacked_by: [u]}
sources: {report: {title: The report}}
"""
CIRCLE = """\
argmap: 1
thesis: a
claims:
  a: {text: One., supported_by: [b]}
  b: {text: Two., supported_by: [a]}
  c: {text: Three., attacked_by: [d]}
  d: {text: Four., attacked_by: [c]}
  e: {text: Five., attacked_by: [e]}
  f: {text: Six., supported_by: [missing]}
"""


@pytest.mark.parametrize("claim", ["t", "q", "fallen", "contested"])
def test_explanations(argmap, map_file, snapshot, claim):
    result = argmap("why", map_file(MAP), claim)
    assert (result.code, result.err) == (0, "")
    assert result.out == snapshot


@pytest.mark.parametrize("claim", ["a", "c", "e", "f"])
def test_what_is_open(argmap, map_file, snapshot, claim):
    result = argmap("why", map_file(CIRCLE), claim)
    assert result.out == snapshot


def test_on_the_evidence_given(argmap, map_file):
    out = argmap("why", map_file(MAP), "s", "--leaves", "evidenced").out
    assert out == "The answer. [s] ◌ open – it has no reason, cites no evidence and is not assumed.\n"


def test_the_shape_of_the_data(argmap, map_file):
    data = json.loads(argmap("why", map_file(MAP), "q", "--json").out)
    assert data["argmap-why"] == 1
    assert (data["claim"], data["label"], data["verdict"]) == ("q", "out", "falls")
    assert data["steps"][0] == {
        "id": "q",
        "kind": None,
        "label": "out",
        "verdict": "falls",
        "why": "standing objection",
        "because": ["s:attacks:q"],
        "depth": 0,
    }
    assert [(step["id"], step["kind"]) for step in data["steps"][1:]] == [
        ("s:attacks:q", "attacks"),
        ("s", None),
    ]


def test_an_unknown_claim(argmap, map_file):
    result = argmap("why", map_file(MAP), "falen")
    assert (result.code, result.out) == (2, "")
    assert "Did you mean 'fallen'?" in result.err


def test_a_chain_deeper_than_the_stack(argmap, map_file, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    rows = "".join(f"  c{i}: {{text: It is so., attacked_by: [c{i + 1}]}}\n" for i in range(20_000))
    path = map_file(f"argmap: 1\nthesis: c0\nclaims:\n{rows}  c20000: {{text: It is so.}}\n")
    result = argmap("why", path, "c0")
    assert result.code == 0
    assert "[c20000] ✔ stands" in " ".join(result.out.split())
    assert max(map(len, result.out.splitlines())) <= 40
