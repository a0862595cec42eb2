"""Maps that include others, as a user sees them."""

import json

import pytest

ONE = "argmap: 1\nthesis: t\nclaims:\n  t: {text: One thesis., supported_by: [a]}\n  a: {text: A reason of its own.}\n"
MAIN = """\
argmap: 1
thesis: debate
include: {one: one.yaml}
claims:
  debate: {text: It is right., supported_by: [one/t]}
  objection: {text: It is not.}
  one/a: {attacked_by: [objection]}
"""


@pytest.fixture
def main(map_file):
    map_file(ONE, "one.yaml")
    return map_file(MAIN, "main.yaml")


def test_all_commands_see_one_map(argmap, main):
    assert "A reason of its own.  [one/a]" in argmap("show", main).out
    assert argmap("list", main, "--where", "role:counterclaim", "--output-format", "ids").out == "objection\n"
    assert "[one/t]" in argmap("path", main, "objection").out
    assert "falls" in argmap("evaluate", main).out
    assert "One thesis." in argmap("export", "dot", main).out


def test_findings_of_the_other_map_are_its_own(argmap, main):
    lines = argmap("check", main, "--output-format", "concise").out.splitlines()
    assert [line.split(" ")[1] for line in lines[:-1]] == ["AM107", "AM202"]
    assert "(objection)" in lines[0]
    assert "AM107" in argmap("check", main.with_name("one.yaml"), "--output-format", "concise").out


def test_a_reference_that_leads_nowhere(argmap, map_file):
    map_file(ONE, "one.yaml")
    path = map_file(MAIN.replace("[one/t]", "[one/tt]"), "main.yaml")
    out = argmap("check", path, "--select", "AM101").out
    assert "no claim has the id 'one/tt'" in out
    assert "Did you mean 'one/t'?" in out


def test_edits_are_of_the_file_itself(argmap, main):
    argmap("link", main, "one/a", "supports", "debate")
    argmap("link", main, "objection", "attacks", "one/t")
    text = main.read_text()
    assert "supported_by: [one/t, one/a]" in text
    assert "  one/t:\n    attacked_by: [objection]\n" in text
    assert argmap("show", main).code == 0
    assert main.with_name("one.yaml").read_text() == ONE


def test_claims_of_another_map_are_edited_there(argmap, main):
    assert "one/a stands in another map\n  help: Edit that: one.yaml" in argmap("remove", main, "one/a").err
    assert argmap("add", "claim", main, "one/new", "Text.").code == 2
    assert argmap("rename", main, "one/none", "one/other").code == 2
    assert main.read_text() == MAIN


@pytest.mark.parametrize(
    "command",
    [
        ("link", "one/tt", "supports", "debate"),
        ("link", "objection", "attacks", "one/tt"),
        ("rename", "one/t", "one/tt"),
        ("rename", "one/a", "one/tt"),
    ],
)
def test_edits_that_name_what_another_map_does_not_have(argmap, main, command):
    result = argmap(command[0], main, *command[1:])
    assert result.code == 2
    assert "'one/tt'" in result.err
    assert "Did you mean 'one/t'?" in result.err
    assert main.read_text() == MAIN


def test_what_an_edit_means_for_the_whole_is_told(argmap, main):
    main.with_name("one.yaml").write_text(
        ONE.replace("A reason of its own.", "A reason., attacked_by: [b]") + "  b: {text: B.}\n"
    )
    assert (
        argmap("unlink", main, "objection:attacks:one/a").err
        == "argmap: objection does not bear on the thesis any more\n"
    )
    assert argmap("link", main, "one/b", "supports", "objection").err == ""
    assert argmap("link", main, "one/t", "supports", "one/a").err == (
        "argmap: claims support one another in a circle now (AM104)\n"
    )


def test_a_new_name_is_known_where_the_map_is_included(argmap, main, monkeypatch):
    one = main.with_name("one.yaml")
    (main.parent / "argmap.toml").touch()
    monkeypatch.chdir(main.parent)
    dry = argmap("rename", one, "a", "reason", "-n")
    assert "+  one/reason: {attacked_by: [objection]}" in dry.out
    assert main.read_text() == MAIN
    result = argmap("rename", one, "a", "reason")
    assert result.err == "argmap: one/a is one/reason in main.yaml now\n"
    assert main.read_text() == MAIN.replace("one/a", "one/reason")
    assert argmap("check", main, "--select", "AM1", "--ignore", "AM107").code == 0


@pytest.fixture
def project(argmap, map_file, monkeypatch):  # noqa: ARG001  which goes elsewhere first
    map_file("", "argmap.toml")
    one = map_file(ONE.replace("claims:", "sources: {s: {title: S}}\nclaims:"), "one.yaml")
    map_file(MAIN.replace("It is not.", "It is not., at: one/s"), "main.yaml")
    map_file(
        "argmap: 1\nthesis: m/one/t\ninclude: {m: main.yaml}\nclaims: {m/one/a: {supported_by: [m/debate]}}\n",
        "top.yaml",
    )
    monkeypatch.chdir(one.parent)
    return one.parent


def test_a_new_name_is_known_however_far_up(argmap, project):
    result = argmap("rename", "one.yaml", "a", "reason")
    assert sorted(result.err.splitlines()) == [
        "argmap: m/one/a is m/one/reason in top.yaml now",
        "argmap: one/a is one/reason in main.yaml now",
    ]
    argmap("rename", "one.yaml", "s", "survey")
    assert "at: one/survey" in (project / "main.yaml").read_text()
    assert argmap("show", "top.yaml").code == 0


def test_nothing_is_renamed_if_one_map_cannot_be(argmap, project):
    (project / "main.yaml").write_text(MAIN + "nonsense: true\n")
    result = argmap("rename", "one.yaml", "a", "reason")
    assert result.code == 2
    assert (
        "main.yaml cannot be read as it is meant: main.yaml:8:1: a map has no field 'nonsense'" in result.err
    )
    assert "reason" not in (project / "one.yaml").read_text().replace("reason of", "")


def test_maps_that_name_what_is_removed_or_split(argmap, project):
    before = (project / "main.yaml").read_text()
    told = ["argmap: main.yaml names one/a (line 7)", "argmap: top.yaml names m/one/a (line 4)"]
    for option in ("--dry-run", "-n"):
        result = argmap("split", "one.yaml", "a", "A.", "b", "B.", option)
        assert [line for line in result.err.splitlines() if "names" in line] == [
            f"{line}, which says a part of it now" for line in told
        ]
    result = argmap("remove", "one.yaml", "a")
    assert [line for line in result.err.splitlines() if "names" in line] == [
        f"{line}, which is not there any more" for line in told
    ]
    assert (project / "main.yaml").read_text() == before


@pytest.fixture
def folder(argmap, main, monkeypatch):  # noqa: ARG001  which goes elsewhere first
    monkeypatch.chdir(main.parent)
    main.with_name("apart.yaml").write_text(
        "argmap: 1\nthesis: x\nclaims: {x: {text: Quite another thesis.}}\n"
    )
    return main.parent


@pytest.mark.usefixtures("folder")
def test_a_claim_is_counted_and_found_once(argmap):
    rows = json.loads(argmap("stats", ".", "--json").out)["maps"]
    assert [(row["file"], row["claims"]) for row in rows] == [
        ("apart.yaml", 1),
        ("main.yaml", 2),
        ("one.yaml", 2),
    ]
    assert [sum(row["relations"].values()) for row in rows] == [0, 2, 1]
    assert "claims       4" in argmap("stats", "main.yaml").out
    found = json.loads(argmap("search", "reason", ".", "main.yaml", "--json").out)["claims"]
    assert [(row["file"], row["id"]) for row in found] == [("one.yaml", "a")]
    assert [
        row["id"] for row in json.loads(argmap("search", "reason", "main.yaml", "--json").out)["claims"]
    ] == ["one/a"]


@pytest.mark.usefixtures("folder")
def test_a_map_in_a_folder_may_be_without_a_claim_that_is_named(argmap):
    rows = json.loads(argmap("stats", ".", "--where", "+t", "--json").out)["maps"]
    assert [(row["file"], row["claims"]) for row in rows] == [("one.yaml", 2)]
    assert argmap("search", "thesis", ".", "--where", "t x", "--except", "x").out.splitlines()[1:] == [
        "one.yaml  t   One thesis."
    ]
    assert argmap("check", ".", "--where", "a", "--output-format", "concise").out.startswith(
        "one.yaml:5:3: AM107"
    )


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("command", [("stats", "."), ("search", "thesis", "."), ("check", ".")])
def test_a_claim_that_no_map_in_a_folder_has(argmap, command):
    result = argmap(*command, "--where", "x,objectio")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("argmap: no map has a claim 'objectio'\n  help: ")
    assert "nothing is called 'rol'" in argmap(*command, "--where", "rol:x").err


def test_files_are_taken_once(argmap, folder):
    assert (
        argmap("check", ".", "one.yaml", folder / "one.yaml", "-q", "--output-format", "concise").out
        == argmap("check", ".", "-q", "--output-format", "concise").out
    )
