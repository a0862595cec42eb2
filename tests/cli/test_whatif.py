"""``argmap whatif`` as a user sees it."""

import json

import pytest

MAP = """\
argmap: 1
thesis: t
claims:
  t: {text: The thesis., supported_by: [p, {premises: [p3], id: step, undercut_by: [u]}], attacked_by: [o]}
  p: {text: A premise.}
  p3: {text: Another premise.}
  o: {text: The objection., attacked_by: [s]}
  s: {text: The answer.}
  u: {text: The undercut.}
"""


def test_what_falls_and_by_which_route(argmap, map_file, snapshot):
    result = argmap("whatif", map_file(MAP), "--deny", "s", "--drop", "u")
    assert (result.code, result.err) == (0, "")
    assert result.out == snapshot


def test_strengths(argmap, map_file, snapshot):
    assert argmap("whatif", map_file(MAP), "--confidence", "p=0.9").out == snapshot


def test_the_theses_are_told_of_whatever_is_selected(argmap, map_file):
    assert (
        "✔ stands → ✘ falls"
        in argmap("whatif", map_file(MAP), "--deny", "s", "--drop", "step", "--where", "id:u").out
    )


def test_nothing_changes(argmap, map_file):
    out = argmap("whatif", map_file(MAP), "--grant", "p").out
    assert "stays as it is" in out
    assert "What else changes" not in out


def test_a_step_is_named_by_its_id(argmap, map_file):
    out = argmap("whatif", map_file(MAP), "--deny", "p", "--grant", "step").out
    assert "Suppose this stands: the step [step]" in out
    assert "stays as it is" in out


def test_the_shape_of_the_data(argmap, map_file):
    data = json.loads(argmap("whatif", map_file(MAP), "--deny", "p", "--open", "s", "--json").out)
    assert data["argmap-whatif"] == 1
    assert data["supposed"] == {"drop": [], "deny": ["p"], "open": ["s"], "grant": [], "confidence": {}}
    assert data["converged"] is True
    assert data["changes"][0] == {
        "id": "t",
        "before": "in",
        "after": "out",
        "strength_before": None,
        "strength_after": None,
        "route": ["p", "p:supports:t", "t"],
    }


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([], "nothing is supposed"),
        (["--deny", "stepp"], "Did you mean 'step'?"),
        (["--deny", "p", "--grant", "p"], "cannot be both denied and granted"),
        (["--confidence", "p=2"], "the value from 0 to 1"),
        (["--confidence", "p"], "the value from 0 to 1"),
        (["--confidence", "p=0.1", "--confidence", "p=0.2"], "gives 'p' twice"),
        (["--confidence", "step=0.1"], "no claim 'step'"),
        (["--deny", "p", "--strength", "hcat"], "hcat"),
    ],
)
def test_what_cannot_be_done(argmap, map_file, options, message):
    result = argmap("whatif", map_file(MAP), *options)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_strengths_that_do_not_come_to_rest_are_told(argmap, map_file, monkeypatch):
    monkeypatch.setattr("argmap.evaluate.dynamics.MAX_STEPS", 3)
    path = map_file(
        "argmap: 1\nclaims:\n  a: {text: A., attacked_by: [b]}\n  b: {text: B., attacked_by: [a]}\n"
    )
    message = "argmap: strengths in circles did not come to rest: a, b\n"
    result = argmap("whatif", path, "--confidence", "b=0.2")
    assert (result.code, result.err) == (0, message)
    assert argmap("evaluate", path, "--strength", "qe").err == message


def test_of_long_routes_the_end_is_told_but_for_the_thesis(argmap, map_file):
    claims = "".join(f"  c{n}: {{text: Claim {n}., supported_by: [c{n + 1}]}}\n" for n in range(300))
    path = map_file(f"argmap: 1\nthesis: c0\nclaims:\n{claims}  c300: {{text: Claim 300.}}\n")
    changes = json.loads(argmap("whatif", path, "--deny", "c300", "--json").out)["changes"]
    assert len(changes[0]["route"]) == 601
    assert {len(change["route"]) for change in changes[1:250]} == {101}
    assert changes[1]["route"][0] == "c51"  # whose own route leads there
    told = argmap("whatif", path, "--deny", "c300").out
    assert "by way of c300 ▲ supports c299" in told
    assert "by way of … c12 ▲ supports c11 ▲ supports c10" in told
    assert len(told) < 100_000
