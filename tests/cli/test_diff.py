"""``argmap diff`` as a user sees it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OLD = """\
argmap: 1
thesis: close
claims:
  close: {text: The bridge should be closed to cars., supported_by: [cracked, walk], attacked_by: [shops]}
  cracked: {text: The arch of the bridge is cracked., assumed: true}
  walk: {text: The river walk would be joined.}
  shops: {text: The shops will lose customers., attacked_by: [foot]}
  foot: {text: Most customers come on foot.}
"""
NEW = """\
argmap: 1
thesis: close
claims:
  close: {text: The bridge should be closed to cars., supported_by: [arch-cracked], attacked_by: [shops, walk]}
  arch-cracked: {text: The arch of the bridge is badly cracked., evidence: survey}
  walk: {text: The river walk would be joined.}
  shops: {text: The *shops* will lose customers.}
  noise: {text: Cars are loud.}
sources: {survey: {title: Survey}}
"""


@pytest.fixture
def two(map_file):
    return map_file(OLD, "old.yaml"), map_file(NEW, "new.yaml")


@pytest.mark.parametrize("format", ["text", "markdown"])
def test_what_is_told(argmap, two, snapshot, format):
    result = argmap("diff", *two, "--output-format", format)
    assert (result.code, result.err) == (1, "")
    assert result.out == snapshot


def test_that_reworded_claims_are_not_looked_for_is_told(argmap, two, monkeypatch, snapshot):
    result = argmap("diff", *two, "--json")
    assert (result.err, json.loads(result.out)["reworded"]) == ("", True)
    monkeypatch.setattr("argmap.query.renamed._MOST_WORK", 0)
    result = argmap("diff", *two, "--output-format", "markdown")
    assert "too much text has gone and come" in result.err
    assert result.out == snapshot
    result = argmap("diff", *two, "--json", "--where", "noise")
    assert json.loads(result.out)["reworded"] is False


def test_nothing(argmap, two):
    result = argmap("diff", two[0], two[0])
    assert (result.code, result.out) == (0, "Nothing has changed in meaning.\n")
    assert (
        argmap("diff", two[0], two[0], "--output-format", "markdown").out
        == "Nothing has changed in meaning.\n"
    )


def test_the_shape_of_the_data(argmap, two):
    data = json.loads(argmap("diff", *two, "--json").out)
    assert data["argmap-diff"] == 1
    assert [claim["id"] for claim in data["claims"]["added"]] == ["noise"]
    assert data["verdicts"]["close"] == ["stands", "falls"]
    assert data["relations"]["changed"][0]["fields"]["kind"] == ["supports", "attacks"]


def test_a_part_is_compared(argmap, two):
    out = argmap("diff", *two, "--where", "cracked noise").out
    assert "[noise]" in out
    assert "renamed: [-cracked-] {+arch-cracked+}" in out
    assert "shops" not in out
    assert argmap("diff", *two, "--where", "cracked", "--except", "cracked").code == 0
    result = argmap("diff", *two, "--where", "nois")
    assert (result.code, result.err) == (
        2,
        "argmap: no map has a claim 'nois'\n  help: Did you mean 'noise'?\n",
    )
    picture = argmap("diff", *two, "--where", "cracked noise", "--output-format", "svg").out
    assert "badly cracked" in picture
    assert "Cars are loud" in picture
    assert "shops" not in picture


def test_both_in_one_picture(argmap, two):
    picture = argmap("diff", *two, "--output-format", "svg").out
    for sign in ("+ added", "− removed", "≠ changed", "no longer there"):
        assert sign in picture
    assert "added" not in argmap("export", "svg", two[0]).out


@pytest.fixture
def repository(tmp_path, monkeypatch, map_file):
    path = map_file(OLD, "my map.yaml")
    monkeypatch.chdir(tmp_path)
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "m"],
        ["tag", "v1"],
    ):
        subprocess.run(["git", *command], check=True, capture_output=True)
    return path


def test_revisions_of_git(repository, argmap, monkeypatch):
    monkeypatch.chdir(repository.parent)
    assert argmap("diff", "my map.yaml").code == 0
    repository.write_text(NEW)
    assert argmap("diff", "my map.yaml").code == 1
    assert argmap("diff", "v1:my map.yaml", "my map.yaml").out == argmap("diff", "my map.yaml").out
    assert argmap("diff", "v1:my map.yaml", "v1:my map.yaml").code == 0


def test_a_revision_is_compared_with_the_file_as_it_is(repository, argmap, monkeypatch):
    monkeypatch.chdir(repository.parent)
    repository.write_text(NEW)
    assert argmap("diff", "v1:my map.yaml").out == argmap("diff", "my map.yaml").out != ""


def test_files_in_git_are_named_from_here_or_from_the_top(repository, argmap, monkeypatch):
    folder = repository.parent / "maps"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "x.yaml").write_text(OLD)
    subprocess.run(["git", "add", "."], check=True)
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "m"], check=True)
    assert argmap("diff", "HEAD:x.yaml", "x.yaml").code == 0
    assert argmap("diff", "HEAD:maps/x.yaml", "x.yaml").code == 0
    assert argmap("diff", "HEAD:../my map.yaml", "x.yaml").code == 0
    (folder / "x.yaml").rename(repository)
    monkeypatch.chdir(repository.parent)
    folder.rmdir()
    assert argmap("diff", "HEAD:maps/x.yaml", "my map.yaml").code == 0


def test_git_shows_claims_as_the_docs_say(argmap, map_file, monkeypatch):  # noqa: ARG001  which goes elsewhere first
    page = (ROOT / "docs" / "diff.md").read_text(encoding="utf-8")
    (textconv,) = re.findall(r"```sh\n(git config diff\.argmap.*?)```", page, re.DOTALL)
    (difftool,) = re.findall(r"^git config difftool.*$", page, re.MULTILINE)
    path = map_file(OLD, "maps/bridge.yaml")
    monkeypatch.chdir(path.parents[1])
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")

    def shell(command):
        return subprocess.run(command, shell=True, check=True, capture_output=True, text=True).stdout

    shell(f"git init -q && git config user.name A && git config user.email a@b\n{textconv}\n{difftool}")
    shell("git add . && git commit -qm m")
    path.write_text(
        "# a comment\n"
        + OLD.replace("attacked_by: [shops]", "supported_by: [shops]", 1).replace(
            "supported_by: [cracked, walk], supported_by: [shops]", "supported_by: [cracked, walk, shops]"
        )
    )
    lines = [line for line in shell("git diff").splitlines() if line.startswith(("-", "+"))][2:]
    assert lines == [
        '-close,thesis,author,The bridge should be closed to cars.,"cracked, walk",shops,,',
        '+close,thesis,author,The bridge should be closed to cars.,"cracked, walk, shops",,,',
        "-shops,counterclaim,author,The shops will lose customers.,,foot,,",
        "-foot,rebuttal,author,Most customers come on foot.,,,,",
        "+shops,premise,author,The shops will lose customers.,,foot,,",
        "+foot,counterclaim,author,Most customers come on foot.,,,,",
    ]
    assert "kind: [-attacks-] {+supports+}" in shell("git difftool --no-prompt --tool=argmap")
    path.write_text(OLD + "claims: [\n")
    assert "+claims: [\n" in shell("git diff")


@pytest.mark.parametrize(
    "arguments",
    [("v9:my map.yaml", "my map.yaml"), ("v1:none.yaml", "my map.yaml"), ("--output=x:y", "my map.yaml")],
)
def test_revisions_that_there_are_not(repository, argmap, monkeypatch, arguments):
    monkeypatch.chdir(repository.parent)
    result = argmap("diff", "--", *arguments)
    assert (result.code, result.out) == (2, "")
    assert "git has no" in result.err
    assert sorted(path.name for path in repository.parent.iterdir()) == [".git", "my map.yaml"]


def test_what_a_map_includes_is_taken_from_the_revision_too(repository, argmap, monkeypatch):
    monkeypatch.chdir(repository.parent)
    main = repository.with_name("main.yaml")
    main.write_text(
        "argmap: 1\nthesis: m\ninclude: {x: my map.yaml}\nclaims: {m: {text: M., supported_by: [x/close]}}\n"
    )
    subprocess.run(["git", "add", "."], check=True)
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "m"], check=True)
    assert argmap("diff", "main.yaml").code == 0
    repository.write_text(NEW)
    assert "x/arch-cracked" in argmap("diff", "main.yaml").out


def test_outside_of_git(argmap, map_file, monkeypatch):
    path = map_file(OLD)
    monkeypatch.chdir(path.parent)
    assert "git has no HEAD:map.yaml" in argmap("diff", "map.yaml").err
