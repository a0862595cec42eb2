"""``argmap add``, ``link``, ``rename`` … as a user sees them."""

import dataclasses
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MAP = """\
argmap: 1
thesis: t
claims:
  t: {text: The thesis., supported_by: [a, b]}  # stays
  a: {text: A claim.}
  b: {text: Another claim.}
"""


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["add", "claim", "c", "A new one."], MAP + "  c:\n    text: A new one.\n"),
        (
            ["add", "attack", "t", "c", "It costs.", "--speaker", "The mayor", "--at", "src=¶1 a … b"],
            MAP.replace("[a, b]}", "[a, b], attacked_by: [c]}")
            + '  c:\n    text: It costs.\n    voice: reported\n    speaker: The mayor\n    at: {src: "¶1 a … b"}\n',
        ),
        (
            ["add", "undercut", "a:supports:t", "c", "Not so."],
            MAP.replace("[a, b]", "[{premises: [a], undercut_by: [c]}, b]") + "  c:\n    text: Not so.\n",
        ),
        (["link", "a,b", "supports", "t"], MAP.replace("[a, b]", "[a, b, [a, b]]")),
        (["unlink", "a:supports:t"], MAP.replace("[a, b]", "[b]")),
        (
            ["move", "b:supports:t", "a"],
            MAP.replace("[a, b]", "[a]").replace("A claim.}", "A claim., supported_by: [b]}"),
        ),
        (["rename", "a", "first"], MAP.replace("[a,", "[first,").replace("  a:", "  first:")),
        (["remove", "a"], MAP.replace("[a, b]", "[b]").replace("  a: {text: A claim.}\n", "")),
        (
            ["split", "a", "One.", "c", "Two."],
            MAP.replace("[a, b]", "[[a, c], b]").replace("A claim.", "One.") + "  c:\n    text: Two.\n",
        ),
    ],
)
def test_edits(argmap, map_file, arguments, text):
    path = map_file(MAP)
    words = 2 if arguments[0] == "add" else 1
    command, rest = arguments[:words], arguments[words:]
    dry = argmap(*command, path, *rest, "--dry-run")
    assert dry.code == 0
    assert dry.out.startswith(f"--- a/{path}\n+++ b/{path}\n")
    assert path.read_text() == MAP
    result = argmap(*command, path, *rest)
    assert (result.code, result.out) == (0, "")
    assert path.read_text() == text


def test_what_is_left_without_support_is_told(argmap, map_file):
    path = map_file("argmap: 1\nthesis: t\nclaims:\n  t: {text: T., supported_by: [a]}\n  a: {text: A.}\n")
    assert argmap("remove", path, "a").err == "argmap: t has no support any more\n"


def test_a_source_that_the_map_does_not_have_is_told(argmap, map_file):
    path = map_file(MAP + "sources: {column: {title: C}}\n")
    result = argmap("add", "claim", path, "c", "C.", "--at", "colum=¶1", "--evidence", "column")
    assert (result.code, result.err) == (0, "argmap: the map has no source 'colum'. Did you mean 'column'?\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("rename", "a", "x", "--of", "source"), "the map has no source 'a'"),
        (("rename", "aa", "x"), "Did you mean 'a'?"),
        (("link", "a", "supports", "tt"), "Did you mean 't'?"),
        (("unlink", "a:supports:b"), "the map has no relation"),
        (("remove", "none-such"), "the map has no claim 'none-such'"),
    ],
)
def test_what_cannot_be_done(argmap, map_file, arguments, message):
    path = map_file(MAP)
    result = argmap(arguments[0], path, *arguments[1:])
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert path.read_text() == MAP


def test_a_file_that_cannot_be_read_is_left_alone(argmap, map_file):
    path = map_file("argmap: 1\nclaims: {a: {text: }}\n")
    assert argmap("rename", path, "a", "b").code == 2
    assert argmap("rename", "-", "a", "b", input=MAP).code == 2
    assert argmap("rename", path.with_name("none.yaml"), "a", "b").code == 2


def test_a_file_that_changes_meanwhile_is_left_alone(argmap, map_file, monkeypatch):
    from argmap.cli import maps

    path = map_file(MAP)
    read = maps.data
    calls = []

    def changing(name):
        calls.append(name)
        return read(name) + b"# more\n" * (len(calls) - 1)

    monkeypatch.setattr(maps, "data", changing)
    result = argmap("rename", path, "a", "first")
    assert (result.code, path.read_text()) == (2, MAP)
    assert "has been changed meanwhile" in result.err


def test_edits_at_once_are_all_made(map_file):
    path = map_file(MAP)
    commands = [
        [sys.executable, "-m", "argmap", "add", "claim", path, f"n{number}", "One more."]
        for number in range(6)
    ]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE) for command in commands]
    assert [process.communicate()[1] for process in running] == [b""] * 6
    assert all(f"  n{number}:\n" in path.read_text() for number in range(6))


def test_an_edit_is_made_anew_if_the_file_has_changed_meanwhile(argmap, map_file, monkeypatch):
    from argmap.cli import maps

    path = map_file(MAP)
    read = maps.data
    calls = []

    def changing(name):
        calls.append(name)
        if len(calls) == 2:
            path.write_text(MAP + "# more\n")
        return read(name)

    monkeypatch.setattr(maps, "data", changing)
    assert argmap("rename", path, "a", "first").code == 0
    assert path.read_text().endswith("# more\n")
    assert "first" in path.read_text()


def test_a_claim_without_a_text(argmap, map_file):
    path = map_file(MAP)
    assert (
        argmap("add", "claim", path, "c", "").err
        == "argmap: that would not be read as a map: text is empty\n"
    )


def test_a_byte_order_mark_and_line_ends_stay(argmap, map_file):
    path = map_file(b"\xef\xbb\xbf" + MAP.replace("\n", "\r\n").encode())
    argmap("rename", path, "a", "first")
    assert (
        path.read_bytes()
        == b"\xef\xbb\xbf"
        + MAP.replace("\n", "\r\n").replace("[a,", "[first,").replace("  a:", "  first:").encode()
    )


def test_a_file_that_is_read_only_is_left_alone(argmap, map_file, monkeypatch):
    path = map_file(MAP)
    path.chmod(0o444)
    monkeypatch.setattr("os.access", lambda *_: False)  # as for everyone but root
    result = argmap("rename", path, "a", "first")
    assert (result.code, result.err) == (2, f"argmap: cannot write {path}: it is read-only\n")
    assert path.read_text() == MAP


def test_fmt(argmap, map_file):
    path = map_file(MAP.replace("thesis: t\n", "") + "thesis: t\n")
    result = argmap("fmt", path, "--check")
    assert (result.code, result.out, result.err) == (1, "", f"Would format {path}\n")
    assert argmap("fmt", path, "--diff").code == 1
    result = argmap("fmt", path)
    assert (result.code, result.err) == (0, f"Formatted {path}\n")
    assert path.read_text() == MAP
    assert argmap("fmt", path, "--check").code == 0


def test_fmt_goes_on_where_one_map_cannot_be_read(argmap, map_file):
    map_file("argmap: 1\nclaims: [\n", "a.yaml")
    path = map_file("thesis: a\nargmap: 1\nclaims: {a: {text: A.}}\n", "b.yaml")
    result = argmap("fmt", path.parent)
    assert result.code == 2
    assert "a.yaml cannot be read" in result.err
    assert result.err.endswith(f"Formatted {path}\n")
    assert path.read_text().startswith("argmap: 1\nthesis: a\n")


def test_maps_of_other_tools_are_passed_over_in_folders(argmap, map_file, monkeypatch):
    from argmap.formats import FORMATS

    monkeypatch.setitem(FORMATS, "json", dataclasses.replace(FORMATS["json"], edits=False))
    text = '{"claims": {"a": {"text": "A."}}, "argmap": 1}'
    path = map_file(text, "map.json")
    map_file("argmap: 1\nclaims: {a: {text: A.}}\n")
    assert argmap("fmt", path.parent).code == 0
    assert "which argmap does not edit" in argmap("fmt", path).err
    assert path.read_text() == text


def test_our_own_maps_are_formatted(argmap):
    assert argmap("fmt", "maps", "examples/bridge", "--check").code == 0


def test_the_lines_of_the_documentation_run_one_after_another(argmap, tmp_path, monkeypatch):
    root = Path(__file__).resolve().parents[2]
    [block] = re.findall(
        r"```sh\n(.*?)```", (root / "docs" / "editing.md").read_text(encoding="utf-8"), re.DOTALL
    )
    shutil.copytree(root / "examples" / "bridge", tmp_path / "maps")
    monkeypatch.chdir(tmp_path)
    for line in filter(None, block.splitlines()):
        done = argmap(*shlex.split(line, comments=True)[1:])
        assert done.code == 0, (line, done.err)
