"""``argmap convert``: from one format to another, with nothing overwritten and nothing lost unsaid."""

import json
import os
import subprocess
import sys

import pytest

from argmap import load

MAP = "argmap: 1\ntitle: T\nthesis: a\nclaims:\n  a: {text: A., supported_by: [b], confidence: 0.5}\n  b: {text: B.}\n"
BROKEN = "argmap: 1\nclaims: {a: {text: A., colour: red}}\n"


@pytest.fixture
def folder(tmp_path):
    """A folder of maps, one of them broken."""
    there = tmp_path / "in"
    (there / "deep" / "er").mkdir(parents=True)
    (there / "one.yaml").write_text(MAP)
    (there / "deep" / "two.yml").write_text(MAP)
    (there / "deep" / "er" / "three.json").write_text('{"argmap": 1, "claims": {"a": {"text": "A."}}}')
    (there / "broken.yaml").write_text(BROKEN)
    (there / "notes.yaml").write_text("just: notes\n")
    return there


def files(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_by_ending(argmap, map_file, tmp_path):
    there = map_file(MAP)
    done = argmap("convert", there, tmp_path / "map.json")
    assert (done.code, done.out) == (0, "")
    note, last = done.err.splitlines()
    assert "map.json will be argmap JSON; for another format that ends so: --to xaif, --to aif" in note
    assert last == f"Wrote {tmp_path / 'map.json'}"
    assert load(tmp_path / "map.json") == load(there)
    back = argmap("convert", tmp_path / "map.json", tmp_path / "again.YML")
    assert back.code == 0
    assert load(tmp_path / "again.YML") == load(there)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("x.dot", "digraph"),
        ("x.svg", "<?xml"),
        ("x.mmd", "---\ntitle"),
        ("x.md", "# T\n"),
        ("x.graphml", "<?xml"),
    ],
)
def test_pictures_and_all_that_is_written(argmap, map_file, tmp_path, name, start):
    assert argmap("convert", map_file(MAP), tmp_path / name).code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize("ending", ["html", "svg"])
def test_what_is_drawn_is_as_exported(argmap, map_file, tmp_path, ending):
    path = map_file("argmap: 1\nthesis: a\nclaims: {a: {text: It rains.}}\n")
    converted, exported = tmp_path / f"c.{ending}", tmp_path / f"e.{ending}"
    argmap("convert", path, converted)
    argmap("export", ending, path, "-o", exported)
    assert converted.read_bytes() == exported.read_bytes()
    assert ending != "html" or b"AM107" in converted.read_bytes()


def test_standard_input_and_output(argmap):
    done = argmap("convert", "-", "-", "--to", "json", input=MAP)
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["title"] == "T"
    same = argmap("convert", "-", "-", "--from", "json", "--to", "yaml", input=done.out)
    assert same.code == 0
    assert argmap("convert", "-", "-", "--to", "json", input=same.out).out == done.out


def test_what_gets_lost_is_told(argmap, map_file, tmp_path):
    done = argmap("convert", map_file(MAP), tmp_path / "x.md")
    assert done.code == 0
    assert (
        done.err
        == f"Wrote {tmp_path / 'x.md'}\nargmap: Markdown has no room for\n  confidence of claims: a\n"
    )
    data = json.loads(argmap("convert", map_file(MAP), tmp_path / "y.md", "--json").out)
    assert data == {
        "argmap-convert": 1,
        "to": "markdown",
        "files": [
            {
                "file": str(tmp_path / "map.yaml"),
                "from": "yaml",
                "written": [str(tmp_path / "y.md")],
                "dropped": [{"what": "confidence of claims", "ids": ["a"]}],
                "notes": [],
                "findings": [],
                "error": None,
                "help": None,
            }
        ],
    }


def test_what_else_is_to_be_said_is_told_of_each_file(argmap, map_file, tmp_path, monkeypatch):
    from argmap.render import fonts

    monkeypatch.setattr(fonts, "has_more", lambda: False)
    there = map_file("argmap: 1\nthesis: t\nclaims: {t: {text: 橋は閉鎖すべきだ。}}", "in/map.yaml")
    map_file(MAP, "in/plain.yaml")
    done = argmap("convert", there, tmp_path / "o.png")
    assert done.code == 0
    assert done.err.startswith("argmap: some letters of this map are drawn in this machine's fonts")
    assert done.err.endswith(f"the same on every machine.\nWrote {tmp_path / 'o.png'}\n")
    folder = argmap("convert", there.parent, tmp_path / "out", "--to", "pdf")
    assert folder.err.startswith(f"argmap: {there}: some letters")
    assert folder.err.count("pip install 'argmap[fonts]'") == 1
    files = json.loads(argmap("convert", there.parent, tmp_path / "more", "--to", "png", "--json").out)[
        "files"
    ]
    assert [len(file["notes"]) for file in files] == [1, 0]
    assert "pip install 'argmap[fonts]'" in files[0]["notes"][0]
    assert argmap("convert", there, tmp_path / "o.svg").err == f"Wrote {tmp_path / 'o.svg'}\n"


def test_nothing_is_overwritten_unasked(argmap, map_file, tmp_path):
    there = map_file(MAP)
    (tmp_path / "x.json").write_text("precious")
    refused = argmap("convert", there, tmp_path / "x.json")
    assert refused.code == 2
    assert "x.json is there already" in refused.err
    assert "--force" in refused.err
    assert (tmp_path / "x.json").read_text() == "precious"
    assert argmap("convert", there, tmp_path / "x.json", "--force").code == 0
    assert json.loads((tmp_path / "x.json").read_text())["title"] == "T"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("link", ["itself", "symbolic", "hard"])
def test_the_input_is_never_written_to(argmap, map_file, tmp_path, link):
    there, output = map_file(MAP), tmp_path / "map.json"
    if link == "symbolic":
        output.symlink_to(there)
    elif link == "hard":
        output.hardlink_to(there)
    else:
        output = there
    refused = argmap("convert", there, output, "--to", "json", "--force")
    assert refused.code == 2
    assert "is one of the files that are read" in refused.err
    assert there.read_text() == MAP


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_to_nowhere_is_not_followed_unasked(argmap, map_file, tmp_path):
    (tmp_path / "x.json").symlink_to(tmp_path / "elsewhere.json")
    assert "is there already" in argmap("convert", map_file(MAP), tmp_path / "x.json").err
    assert not (tmp_path / "elsewhere.json").exists()


def test_a_folder_keeps_its_tree_and_one_bad_file_stops_nobody(argmap, folder, tmp_path):
    done = argmap("convert", folder, tmp_path / "out", "--to", "markdown")
    assert done.code == 2
    assert files(tmp_path / "out") == ["deep/er/three.md", "deep/two.md", "one.md"]
    assert "AM004 unknown-field" in done.err
    assert f"{folder / 'broken.yaml'}:2:" in done.err
    assert "confidence of claims: in 2 files" in done.err
    assert done.err.endswith("Converted 3 of 4 files\n")
    assert (
        json.loads(argmap("convert", folder, tmp_path / "more", "--to", "json", "--json").out)["files"][0][
            "findings"
        ][0]["code"]
        == "AM004"
    )


def test_a_folder_of_several_files_each(argmap, folder, tmp_path):
    (folder / "broken.yaml").unlink()
    done = argmap("convert", folder, tmp_path / "out", "--to", "csv")
    assert done.code == 0
    assert "one/claims.csv" in files(tmp_path / "out")
    assert "deep/er/three/sources.csv" in files(tmp_path / "out")


def test_many_files(tmp_path):
    (tmp_path / "in").mkdir()
    for number in range(60):
        (tmp_path / "in" / f"m{number:02}.yaml").write_text(MAP.replace("A.", f"A{number}."))
    (tmp_path / "in" / "m30.yaml").write_text(BROKEN)
    command = [sys.executable, "-m", "argmap", "convert", "in", "out", "--to", "json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr.decode().endswith("Converted 59 of 60 files\n")
    assert len(files(tmp_path / "out")) == 59
    assert load(tmp_path / "out" / "m59.json").claims["a"].text == "A59."


def test_files_that_would_become_one(argmap, folder, tmp_path):
    (folder / "one.json").write_text('{"argmap": 1, "claims": {"a": {"text": "A."}}}')
    done = argmap("convert", folder, tmp_path / "out", "--to", "json")
    assert done.code == 2
    assert (
        f"{folder / 'one.json'}: {folder / 'one.yaml'} would become {tmp_path / 'out' / 'one.json'}, too"
        in done.err
    )
    assert files(tmp_path / "out") == ["deep/er/three.json", "deep/two.json"]


def test_output_inside_the_folder_that_is_read(argmap, folder):
    (folder / "broken.yaml").unlink()
    for options in ((), ("--force",)):
        done = argmap("convert", folder, folder / "out", "--to", "json", *options)
        assert done.code == 0
        assert done.err.endswith("Converted 3 of 3 files\n")
    assert files(folder / "out") == ["deep/er/three.json", "deep/two.json", "one.json"]


def test_the_folder_itself_is_no_output(argmap, folder):
    before = files(folder)
    for output in (folder, folder / "deep" / ".."):
        refused = argmap("convert", folder, output, "--to", "json")
        assert refused.code == 2
        assert "is the folder that is read" in refused.err
    assert files(folder) == before


def test_a_map_goes_into_a_folder_under_its_name(argmap, map_file, tmp_path):
    (tmp_path / "out").mkdir()
    assert argmap("convert", map_file(MAP), tmp_path / "out", "--to", "json").code == 0
    assert argmap("convert", map_file(MAP), f"{tmp_path}/new/", "--to", "mermaid").code == 0
    assert argmap("convert", map_file(MAP), tmp_path / "out", "--to", "csv").code == 0
    assert files(tmp_path / "out") == ["claims.csv", "map.json", "relations.csv", "sources.csv"]
    assert files(tmp_path / "new") == ["map.mmd"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["x.foo"], "its ending does not tell what x.foo should be"),
        (["x"], "its name does not tell what x should be"),
        (["-"], "its name does not tell what - should be"),
        (["x.json", "--from", "yml"], "Did you mean 'yaml'?"),
        (["x.json", "--from", "csv"], "'csv' is written, not read"),
        (["x.json", "--to", "jsn"], "Did you mean 'json'?"),
        (["-", "--to", "json", "--json"], "would both go to standard output"),
        (["-", "--to", "csv"], "CSV takes 3 files here"),
        (["x.csv"], "Name a folder for them: x --to csv"),
    ],
)
def test_what_cannot_be_done_is_said(argmap, tmp_path, monkeypatch, arguments, message):
    there = tmp_path / "map.yaml"
    there.write_text(MAP)
    monkeypatch.chdir(tmp_path)
    done = argmap("convert", there, *arguments)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert files(tmp_path) == ["map.yaml"]


def test_a_folder_needs_a_format_and_a_place(argmap, folder, tmp_path):
    assert "Add --to" in argmap("convert", folder, tmp_path / "out").err
    assert "Name a folder" in argmap("convert", folder, "-", "--to", "json").err
    (tmp_path / "empty").mkdir()
    assert "there is no map in" in argmap("convert", tmp_path / "empty", tmp_path / "out", "--to", "json").err


@pytest.mark.parametrize("content", ["", MAP[:60], BROKEN, "\x07", MAP.replace("A.", "A\x07.")])
def test_a_file_that_is_no_map(argmap, map_file, tmp_path, content):
    done = argmap("convert", map_file(content), tmp_path / "x.json")
    assert (done.code, done.out) == (2, "")
    assert f"{tmp_path / 'map.yaml'}:" in done.err
    assert files(tmp_path) == ["map.yaml"]


def test_what_is_odd_but_harmless_is_told_in_a_line(argmap, map_file, tmp_path):
    there = map_file("argmap: 1\nthesis: a\nclaims:\n  a:\n    text: We are #1\n")
    done = argmap("convert", there, tmp_path / "x.json")
    assert (done.code, done.out) == (0, "")
    assert f"argmap: there are findings in {there}: see argmap check {there}\n" in done.err
    folder = argmap("convert", tmp_path, tmp_path / "out", "--to", "markdown")
    assert "argmap: there are findings in 1 of these files" in folder.err
    assert "AM003" in argmap("convert", there, tmp_path / "y.json", "--json").out


def test_a_file_that_is_not_there(argmap, tmp_path):
    done = argmap("convert", tmp_path / "none.yaml", tmp_path / "x.yml")
    assert (done.code, done.err) == (2, f"argmap: there is no file {tmp_path / 'none.yaml'}\n")


def test_a_file_that_is_too_large(argmap, map_file, tmp_path):
    there = map_file(b"# " + b"x" * 100_000_000 + b"\n" + MAP.encode())
    done = argmap("convert", there, tmp_path / "x.json")
    assert done.code == 2
    assert "is larger than 33,554,432 bytes" in done.err
    assert "ARGMAP_MAX_SIZE" in done.err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="who may do all may write all")
def test_a_folder_that_cannot_be_written(argmap, map_file, tmp_path):
    (tmp_path / "out").mkdir(mode=0o500)
    done = argmap("convert", map_file(MAP), tmp_path / "out" / "x.json")
    assert done.code == 2
    assert "cannot write" in done.err


def test_a_folder_that_is_a_file(argmap, folder, tmp_path):
    (tmp_path / "out").write_text("")
    done = argmap("convert", folder, tmp_path / "out", "--to", "json")
    assert done.code == 2
    assert done.err.startswith(f"argmap: {tmp_path / 'out'} is a file, not a folder\n")


def test_a_map_that_includes_others_is_written_whole(argmap, tmp_path):
    (tmp_path / "part.yaml").write_text(MAP)
    whole = tmp_path / "whole.yaml"
    whole.write_text(
        "argmap: 1\nthesis: t\ninclude: {p: part.yaml}\nclaims: {t: {text: T., supported_by: [p/a]}}\n"
    )
    (tmp_path / "out").mkdir()
    assert argmap("convert", whole, tmp_path / "out" / "whole.json").code == 0
    assert set(load(tmp_path / "out" / "whole.json").claims) == {"t", "p/a", "p/b"}
