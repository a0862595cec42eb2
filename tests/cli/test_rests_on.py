"""``argmap rests-on`` as a user sees it."""

import json

import pytest

MAP = """\
argmap: 1
thesis: t
claims:
  t: {text: The thesis., supported_by: [[p1, p2], {premises: [p3], id: step, undercut_by: [u]}], attacked_by: [q]}
  p1: {text: The first premise.}
  p2: {text: The second premise., assumed: true}
  p3: {text: The third premise., voice: implicit}
  q: {text: The objection., attacked_by: [s]}
  s: {text: The answer.}
  u: {text: The undercut.}
"""
CHOICE = """\
argmap: 1
claims:
  a: {text: One., attacked_by: [b]}
  b: {text: Two., attacked_by: [a]}
  c: {text: Three., supported_by: [a, d]}
  d: {text: Four., assumed: true, attacked_by: [b]}
  free: {text: It stands alone.}
  many: {text: Many reasons., supported_by: [free, r2, r3]}
  r2: {text: A second reason.}
  r3: {text: A third reason.}
"""


def test_what_the_thesis_rests_on(argmap, map_file, snapshot):
    result = argmap("rests-on", map_file(MAP), "--min", "--sufficient")
    assert (result.code, result.err) == (0, "")
    assert result.out == snapshot


@pytest.mark.parametrize("method", ["removal", "gradient", "shapley"])
def test_contributions(argmap, map_file, snapshot, method):
    assert argmap("rests-on", map_file(MAP), "--contributions", method).out == snapshot


def test_contributions_to_many_premises_are_sampled_and_small_ones_counted(argmap, map_file):
    ids = [f"p{number}" for number in range(30)]
    premises = "\n".join(f"  {id}: {{text: A premise., confidence: 0.000001}}" for id in ids[1:])
    path = map_file(
        f"argmap: 1\nthesis: t\nclaims:\n  t: {{text: T., supported_by: [{', '.join(ids)}]}}\n"
        f"  p0: {{text: The reason.}}\n{premises}\n"
    )
    out = " ".join(argmap("rests-on", path, "--contributions", "shapley").out.split())
    assert "Sampled: 200 orders, standard error up to 0.0" in out
    assert "The reason. [p0] 29 more contribute less than 0.0" in out


def test_open_questions(argmap, map_file, snapshot):
    assert argmap("rests-on", map_file(CHOICE), "c", "--min", "--sufficient").out == snapshot


def test_when_no_premise_decides(argmap, map_file):
    out = argmap("rests-on", map_file(CHOICE), "many", "--min").out
    assert "No premise is such that its loss alone changes that" in out
    assert "turns the verdict: 3" in out


def test_every_thesis_is_told_of(argmap, map_file):
    path = map_file("argmap: 1\nthesis: [a, b]\nclaims: {a: {text: A.}, b: {text: B.}}\n")
    out = argmap("rests-on", path).out
    assert out.count("thesis:") == 2


def test_the_shape_of_the_data(argmap, map_file):
    data = json.loads(argmap("rests-on", map_file(MAP), "--min", "--contributions", "removal", "--json").out)
    assert data["argmap-rests-on"] == 1
    (rest,) = data["claims"]
    assert (rest["id"], rest["leaves"], rest["label"]) == ("t", "asserted", "in")
    assert rest["load_bearing"] == {"p1": "out", "p2": "out", "s": "out"}
    assert rest["questions"] == []
    assert len(rest["loss"]["premises"]) == 1
    assert rest["loss"]["unknown"] is False
    assert rest["sufficient"] is None
    assert rest["contributions"]["method"] == "removal"
    assert set(rest["contributions"]["of"]) == {"p1", "p2", "p3", "q", "s", "u"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["thesis"], "the map has no claim 'thesis'"),
        (["p11"], "Did you mean 'p1'?"),
        (["--budget", "-1"], "give 0 or more"),
        (["--contributions", "removal", "--strength", "hcat"], "hcat"),
        (["--threshold", "alfa=1"], "Did you mean 'alpha'?"),
    ],
)
def test_what_cannot_be_done(argmap, map_file, arguments, message):
    result = argmap("rests-on", map_file(MAP), *arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_a_map_without_a_thesis(argmap, map_file):
    result = argmap("rests-on", map_file("argmap: 1\nclaims: {a: {text: A.}}\n"))
    assert result.code == 2
    assert result.err == "argmap: the map has no thesis\n  help: Name a claim.\n"


def test_a_budget_that_runs_out(argmap, map_file):
    result = argmap("rests-on", map_file(MAP), "--min", "--sufficient", "--budget", "0")
    assert result.code == 3
    assert result.out.count("Unknown: the time was up.") == 1
    assert result.err.startswith("argmap: unknown: the fewest premises were not found\n")


def test_a_deep_chain(argmap, map_file):
    claims = "\n".join(f"  c{n}: {{text: C., supported_by: [c{n + 1}]}}" for n in range(20_000))
    path = map_file(f"argmap: 1\nthesis: c0\nclaims:\n{claims}\n  c20000: {{text: The end.}}\n")
    out = argmap("rests-on", path, "--min").out
    assert "it falls\n  The end. [c20000]" in out
    assert "turns the verdict: 1\n  The end. [c20000]" in out


def test_strengths_that_do_not_come_to_rest_are_told(argmap, map_file, monkeypatch):
    monkeypatch.setattr("argmap.evaluate.dynamics.MAX_STEPS", 3)
    path = map_file(
        "argmap: 1\nclaims:\n  a: {text: A., attacked_by: [b, c]}\n  b: {text: B., attacked_by: [a]}\n  c: {text: C.}\n"
    )
    result = argmap("rests-on", path, "a", "--contributions", "removal")
    assert (result.code, result.err) == (0, "argmap: strengths in circles did not come to rest\n")


def test_too_many_claims_of_a_large_map_are_refused(argmap, map_file, monkeypatch):
    monkeypatch.setattr("argmap.cli.rests_on._MOST", 50)
    claims = "".join(f"  c{n}: {{text: Claim {n}., supported_by: [c{n + 1}]}}\n" for n in range(9))
    path = map_file(f"argmap: 1\nthesis: c0\nclaims:\n{claims}  c9: {{text: Claim 9.}}\n")
    result = argmap("rests-on", path, "--where", "c0 c1 c2")
    assert (result.code, result.out) == (2, "")
    assert "for each of 3 claims would take too long" in result.err
    assert "--where '1+thesis'" in result.err
    assert argmap("rests-on", path, "--where", "c0 c1").code == 0
    assert argmap("rests-on", path).code == 0
