"""``argmap evaluate`` as a user sees it."""

import json

import pytest

M1 = """\
argmap: 1
title: M1
thesis: t
claims:
  t: {text: The thesis., supported_by: [{premises: [p1, p2], id: r1}, {premises: [p3], id: r2, undercut_by: [u]}], attacked_by: [q]}
  p1: {text: First premise.}
  p2: {text: Second premise., assumed: true}
  p3: {text: Third premise.}
  q: {text: The objection., attacked_by: [s]}
  s: {text: The answer.}
  u: {text: The undercut.}
"""
DEADLOCK = """\
argmap: 1
thesis: d
claims:
  a: {text: One., attacked_by: [b]}
  b: {text: Two., attacked_by: [a]}
  c: {text: Three., attacked_by: [a, b]}
  d: {text: Four., attacked_by: [c]}
"""
LOOP = """\
argmap: 1
thesis: a
claims:
  a: {text: One., supported_by: [b]}
  b: {text: Two., supported_by: [a]}
"""
SELF = "argmap: 1\nthesis: a\nclaims:\n  a: {text: One., attacked_by: [{premises: [a], id: r}]}\n"


def test_both_readings_side_by_side(argmap, map_file, snapshot):
    result = argmap("evaluate", map_file(M1))
    assert (result.code, result.err) == (0, "")
    assert result.out == snapshot


def test_the_tree(argmap, map_file, snapshot):
    result = argmap("evaluate", map_file(M1), "--tree", "--strength", "qe")
    assert result.code == 0
    assert result.out == snapshot


def test_one_reading_in_a_narrow_terminal(argmap, map_file, snapshot, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    result = argmap("evaluate", map_file(M1), "--leaves", "evidenced")
    assert result.out == snapshot
    assert max(map(len, result.out.splitlines())) <= 40


@pytest.mark.parametrize("semantics", ["complete", "preferred", "stable"])
def test_positions(argmap, map_file, semantics):
    path = map_file(DEADLOCK)
    data = json.loads(
        argmap("evaluate", path, "--semantics", semantics, "--leaves", "asserted", "--json").out
    )
    (reading,) = data["readings"]
    positions = [set(position["in"]) for position in reading["positions"]["found"]]
    assert [p for p in positions if p] == [{"a", "d"}, {"b", "d"}]
    assert (set() in positions) == (semantics == "complete")
    text = argmap("evaluate", path, "--semantics", semantics, "--leaves", "asserted").out
    assert "✔ stands b, d ✘ falls a, c" in text


def test_no_stable_position(argmap, map_file):
    result = argmap("evaluate", map_file(SELF), "--semantics", "stable", "--leaves", "asserted")
    assert result.code == 0
    assert "Stable positions if the premises are granted: none" in result.out


def test_more_positions_than_the_limit(argmap, map_file):
    result = argmap(
        "evaluate", map_file(DEADLOCK), "--semantics", "preferred", "--limit", "1", "--leaves", "asserted"
    )
    assert "the first 1; there are more" in result.out


def test_a_budget_that_runs_out_is_no_answer(argmap, map_file):
    result = argmap("evaluate", map_file(DEADLOCK), "--semantics", "preferred", "--budget", "0")
    assert result.code == 3
    assert "unknown" in result.err


def test_the_shape_of_the_data(argmap, map_file):
    data = json.loads(argmap("evaluate", map_file(M1), "--strength", "dfquad", "--json").out)
    assert data["argmap-evaluate"] == 1
    assert [reading["leaves"] for reading in data["readings"]] == ["asserted", "evidenced"]
    claims = {claim["id"]: claim for claim in data["readings"][0]["claims"]}
    assert claims["t"] == {
        "id": "t",
        "label": "in",
        "verdict": "stands",
        "why": "standing reason",
        "relations": ["r1"],
        "claims": ["p1", "p2"],
        "standard": None,
    }
    assert {"id": "r2", "label": "out"} in data["readings"][0]["relations"]
    assert data["strengths"]["t"] == pytest.approx(0.6875)
    assert data["convergence"]["method"] == "topological"


def test_thresholds_move_the_proof_standards(argmap, map_file):
    path = map_file("""\
argmap: 1
thesis: t
claims:
  t: {text: It is so., standard: clear-and-convincing, supported_by: [{premises: [p], weight: 0.6}]}
  p: {text: A reason.}
""")
    assert "✔ stands if the premises" in argmap("evaluate", path, "--leaves", "asserted").out
    strict = argmap("evaluate", path, "--leaves", "asserted", "--threshold", "alpha=0.7")
    assert "its proof standard is not met (p) (standard: clear-and-convincing)" in " ".join(
        strict.out.split()
    )


@pytest.mark.parametrize(
    ("text", "options", "message"),
    [
        (LOOP, ["--strength", "dfquad"], "use qe or euler"),
        (M1, ["--strength", "hcat"], "hcat"),
        (M1, ["--threshold", "alhpa=0.7"], "Did you mean 'alpha'"),
        (M1, ["--threshold", "alpha=7"], "the value from 0 to 1"),
        (M1, ["--threshold", "alpha=nan"], "the value from 0 to 1"),
        (M1, ["--depth", "1"], "--depth is for the tree"),
        (M1, ["--tree", "--json"], "exclude each other"),
    ],
)
def test_what_cannot_be_done(argmap, map_file, text, options, message):
    result = argmap("evaluate", map_file(text), *options)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_circular_claims_are_open(argmap, map_file):
    assert "circular" in argmap("evaluate", map_file(LOOP), "--strength", "qe").out


def test_a_map_without_claims(argmap, map_file):
    result = argmap("evaluate", map_file("argmap: 1\nclaims: {}\n"))
    assert result.code == 0
    assert "The map has no claims." in result.out


def test_a_chain_deeper_than_the_stack(argmap, map_file):
    rows = "".join(f"  c{i}: {{text: It is so., supported_by: [c{i + 1}]}}\n" for i in range(20_000))
    path = map_file(f"argmap: 1\nthesis: c0\nclaims:\n{rows}  c20000: {{text: It is so.}}\n")
    result = argmap("evaluate", path, "--strength", "dfquad")
    assert result.code == 0
    assert "of 20001 claims 20001 stand" in result.out
