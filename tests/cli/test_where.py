"""``--where`` and ``--except`` as a user sees them."""

import json
import re
import shlex
from pathlib import Path

import pytest

BRIDGE = "examples/bridge/bridge.yaml"


def test_a_part_is_shown_with_its_way_to_the_thesis(argmap, snapshot):
    result = argmap("show", BRIDGE, "--where", "role:counterclaim", "--except", "is:residual")
    assert (result.code, result.err) == (0, "")
    assert result.out == snapshot


def test_roles_and_gaps_are_those_of_the_whole(argmap):
    data = json.loads(argmap("show", BRIDGE, "--where", "damage-goes-on", "--json").out)
    (claim,) = [claim for claim in data["claims"] if claim["id"] == "damage-goes-on"]
    assert claim["unsupported"] is False


def test_counts_of_a_part_are_of_its_place_in_the_whole(argmap, map_file):
    path = map_file(
        "argmap: 1\nthesis: t\nclaims: {t: {text: T., attacked_by: [o]}, o: {text: O., attacked_by: [r]}, r: {text: R.}}\n"
    )
    out = argmap("stats", path, "--where", "o").out
    assert "steps to it  1 at 1\n" in out
    assert "verdicts     1 falls " in out


def test_nonsense_is_told_once_however_many_maps_there_are(argmap, map_file):
    for number in range(60):
        folder = map_file("argmap: 1\nclaims: {}\n", f"{number}.yaml").parent
    assert argmap("check", folder, "--where", "rol:x").err.count("nothing is called 'rol'") == 1


def test_a_part_is_drawn(argmap):
    out = argmap("export", "dot", BRIDGE, "--where", "1+thesis").out
    assert "arch's three rings" not in out
    assert "Closing the bridge will cost" in out


@pytest.mark.parametrize("command", [("show", BRIDGE), ("export", "dot", BRIDGE)])
@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ("--where", "rol:x"),
            "--where: nothing is called 'rol'\n  rol:x\n  ^^^\n  help: Did you mean 'role'?\n",
        ),
        (
            ("--except", "thesis nobody"),
            "--except: the map has no claim 'nobody'\n  thesis nobody\n         ^^^^^^\n",
        ),
        (("--where", "tag:none"), "no claim is selected"),
    ],
)
def test_what_cannot_be_selected(argmap, command, options, message):
    result = argmap(*command, *options)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"argmap: {message}")


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        (("stats", BRIDGE), "claims       3 in 3 parts"),
        (
            ("list", BRIDGE, "--output-format", "ids"),
            "weight-limit-would-do\nshops-lose-customers\ndetour-is-longer\n",
        ),
        (("search", "cars", BRIDGE), "A weight limit"),
        (
            ("whatif", BRIDGE, "--deny", "customers-walk", "--drop", "square-took-more"),
            "[shops-lose-customers]",
        ),
        (("rests-on", BRIDGE), "[detour-is-longer]"),
        (("anchors", BRIDGE), "The traders of"),
        (("coverage", BRIDGE), "In all: "),
        (("evaluate", BRIDGE), "[shops-lose-customers]"),
        (("check", BRIDGE), "AM302"),
    ],
)
def test_every_command_that_looks_at_claims_takes_selectors(argmap, command, shown):
    everything = argmap(*command).out
    part = argmap(*command, "--where", "role:counterclaim").out
    assert shown in part
    assert part != everything


def test_a_selector_is_completed(argmap):  # noqa: ARG001  which goes to the top of the checkout
    from typer.testing import CliRunner

    from argmap.cli import app

    words = {
        "_ARGMAP_COMPLETE": "complete_bash",
        "COMP_WORDS": f"argmap show {BRIDGE} --where is:leaf,role:re",
        "COMP_CWORD": "4",
    }
    out = CliRunner().invoke(app, [], env=words, prog_name="argmap").stdout
    assert "is:leaf,role:rebuttal" in out


PAGE = (Path(__file__).resolve().parents[2] / "docs" / "selectors.md").read_text(encoding="utf-8")
EXAMPLES = [shlex.split(line, comments=True)[1:] for line in re.findall(r"^argmap .*$", PAGE, re.MULTILINE)]


def test_there_are_twenty_examples():
    assert len(EXAMPLES) >= 20


@pytest.mark.parametrize("command", EXAMPLES, ids=" ".join)
def test_examples_of_the_docs_can_be_given(argmap, map_file, monkeypatch, command):
    map_file("The tariff costs more than it brings in.", "text.txt")
    map_file("argmap: 1\nthesis: r\nclaims: {r: {text: A reply.}}\n", "reply.yaml")
    path = map_file(
        """\
argmap: 1
thesis: t
include: {reply: reply.yaml}
sources: {inspection: {title: A report, file: text.txt}}
claims:
  t: {text: The thesis., supported_by: [costs, {premises: [other], scheme: analogy}], attacked_by: [o]}
  costs: {text: The tariff costs more., at: {inspection: ¶1}, section: Costs and benefits, supported_by: [other]}
  other: {text: A tariff elsewhere did., voice: reported, speaker: The mayor, section: History}
  o: {text: An objection., voice: analyst, attacked_by: [costs]}
  x: {text: One way., attacked_by: [y]}
  y: {text: The other way., attacked_by: [x]}
""",
        "map.yaml",
    )
    monkeypatch.chdir(path.parent)
    names = {"MAP": "map.yaml", "OLD": "map.yaml", "NEW": "map.yaml", "maps": "."}
    result = argmap(*(names.get(word, word) for word in command))
    assert result.code in (0, 1), result.err
