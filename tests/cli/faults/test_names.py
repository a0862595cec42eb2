"""Locales, names and line ends of other systems."""

import os
from pathlib import Path

import pytest

from cli.faults.processes import MAP, linux, run, start

C_LOCALE = {"LC_ALL": "C"}
UMLAUTS = "argmap: 1\nthesis: über\nclaims:\n  über: {text: „Straße“ → 关税 👍., supported_by: [b]}\n  b: {text: B.}\n"


@pytest.mark.parametrize(
    "environment",
    [
        C_LOCALE,
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "ascii"},
    ],
    ids=["C", "latin-1", "cp1252", "ascii"],
)
def test_locales_that_are_not_utf_8(tmp_path, environment):
    path = tmp_path / "map.yaml"
    path.write_text(UMLAUTS, encoding="utf-8")
    for arguments in (
        ("show", path),
        ("check", path),
        ("list", path),
        ("show", path, "über"),
        ("evaluate", path),
    ):
        code, _, err = run(*arguments, env=environment)
        assert (code, err) == (1 if arguments[0] == "check" else 0, ""), arguments
    with start("show", path, "--json", env=environment) as process:
        assert "„Straße“ → 关税 👍." in process.communicate()[0].decode("utf-8")
    assert run("add", "claim", path, "ä", "Ärger – „so“.", env=environment)[0] == 0
    assert "Ärger – „so“." in path.read_text(encoding="utf-8")
    assert path.read_text(encoding="utf-8").startswith(UMLAUTS.rstrip())


NAMES = [b"caf\xe9.yaml", "关税 map.yaml".encode(), b"new\nline\x1b[31m\x07.yaml", b" -o.yaml"]


@linux
@pytest.mark.parametrize("environment", [{}, C_LOCALE], ids=["utf-8", "C"])
def test_names_of_files_in_any_bytes(tmp_path, environment):
    for name in NAMES:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(MAP)
    for form in ("full", "concise", "json", "sarif", "github", "gitlab", "junit"):
        code, out, err = run("check", tmp_path, "--output-format", form, env=environment)
        assert (code, err) == (1, ""), form
        assert out.count("AM107") >= len(NAMES)
        assert not {"\x1b", "\x07"} & set(out), form
    for name in NAMES:
        path = os.fsdecode(os.fsencode(tmp_path) + b"/" + name)
        assert run("add", "claim", path, "c", "C.", env=environment)[0] == 0
        assert Path(path).read_text().startswith(MAP.rstrip())
        code, _, err = run("export", "dot", path, "-o", path + ".dot", env=environment)
        assert code == 0
        assert err.startswith("Wrote ")
        assert not {"\x1b", "\x07"} & set(err)
        code, _, err = run("show", path + "x", env=environment)
        assert code == 2
        assert "there is no file" in err
        assert not {"\x1b", "\x07"} & set(err)
    there = {os.fsencode(it.name) for it in tmp_path.iterdir()}
    assert there == {*NAMES, *(name + b".dot" for name in NAMES)}


BYTES = "caf\udce9"
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@linux
@pytest.mark.parametrize(
    ("arguments", "where"),
    [
        (("add", "claim", "MAP", "q", BYTES), "TEXT"),
        (("add", "claim", "MAP", BYTES, "Q."), "ID"),
        (("add", "claim", "MAP", "q", "Q.", "--speaker", BYTES), "--speaker"),
        (("add", "claim", "MAP", "q", "Q.", "--at", f"source={BYTES}"), "--at"),
        (("add", "claim", "MAP", "q", "Q.", "--note", BYTES), "--note"),
        (("add", "support", "MAP", "a", "q", BYTES), "TEXT"),
        (("add", "undercut", "MAP", "b:supports:a", "q", BYTES), "TEXT"),
        (("split", "MAP", "a", "A.", "c", BYTES), "TEXT2"),
        (("rename", "MAP", "a", BYTES), "NEW"),
        (("search", BYTES, "MAP"), "WORDS"),
    ],
)
def test_text_that_is_not_utf_8_is_refused(map_file, arguments, where):
    code, out, err = run(*(map_file if it == "MAP" else it for it in arguments))
    assert (code, out) == (2, "")
    assert f"Invalid value for '{where}': '" in err
    assert "caf\\udce9' is not UTF-8. Give it in UTF-8." in err
    assert map_file.read_text() == MAP


@linux
def test_text_is_utf_8_where_the_locale_knows_ascii_alone(map_file, tmp_path):
    assert run("add", "claim", map_file, "ü", "Für Ämter.", "--note", "Ö", env=ASCII)[0] == 0
    assert "  ü:\n    text: Für Ämter.\n    note: Ö\n" in map_file.read_text(encoding="utf-8")
    assert run("new", tmp_path / "ü.yaml", env=ASCII)[0] == 0
    assert 'title: "ü"' in (tmp_path / "ü.yaml").read_text(encoding="utf-8")
    assert run("show", tmp_path / "ü.yaml", env=ASCII)[0] == 0
    (tmp_path / "ö.txt").write_text("One must go.")
    assert run("new", tmp_path / "ö.yaml", "--from", tmp_path / "ö.txt", env=ASCII)[0] == 0
    assert "file: ö.txt" in (tmp_path / "ö.yaml").read_text(encoding="utf-8")


@linux
def test_a_new_map_cannot_name_what_is_not_utf_8(tmp_path):
    path = tmp_path / f"{BYTES}.yaml"
    code, _, err = run("new", path)
    assert code == 2
    assert "is no title: it is not UTF-8\n  help: Give a title with --title.\n" in err
    assert run("new", path, "--title", "Café")[0] == 0
    text = tmp_path / f"{BYTES}.txt"
    text.write_text("One must go.")
    for title in ((), ("--title", "Café")):
        code, _, err = run("new", tmp_path / "new.yaml", "--from", text, *title)
        assert code == 2
        assert "caf\\udce9.txt: it is not UTF-8\n  help: Rename the file.\n" in err
    (tmp_path / "maps").mkdir()
    assert run("new", tmp_path / "maps" / "new.yaml", "--from", text, "--title", "Café")[0] == 0


@linux
def test_data_names_files_in_any_bytes(tmp_path):
    folder = tmp_path / "maps"
    folder.mkdir()
    path = folder / f"{BYTES}.yaml"
    path.write_text(MAP)
    code, out, _ = run("check", "maps", "--output-format", "sarif", cwd=tmp_path)
    assert code == 1
    assert '"uri": "maps/caf%E9.yaml"' in out
    for form in ((), ("--json",)):
        code, out, err = run("search", "b", "maps", *form, cwd=tmp_path)
        assert (code, err) == (0, "")
        assert "maps/caf?.yaml" in out
    assert run("diff", path, path)[0] == 0


@linux
def test_a_baseline_names_files_in_any_bytes(tmp_path):
    path = tmp_path / f"{BYTES}.yaml"
    other = tmp_path / "other.yaml"
    for each in (path, other):
        each.write_text(MAP)
    baseline = tmp_path / "baseline.txt"
    assert run("check", path, other, "--baseline", baseline, "--write-baseline")[0] == 0
    assert "\ncaf\\udce9.yaml AM107 b\n" in baseline.read_text(encoding="utf-8")
    for checked in (path, other):
        code, out, _ = run("check", checked, "--baseline", baseline)
        assert (code, out) == (0, "All clear: 1 file checked.\n")
    path.unlink()
    code, out, _ = run("check", other, "--baseline", baseline)
    assert code == 1
    assert "there is no file caf" in out


@linux
def test_a_current_folder_that_is_gone(map_file, tmp_path):
    code = """
        import os, sys
        from argmap.cli import main
        folder = sys.argv.pop()
        os.mkdir(folder)
        os.chdir(folder)
        os.rmdir(folder)
        main()
    """
    code, out, err = run("check", map_file, tmp_path / "gone", code=code)
    assert (code, out) == (2, "")
    assert err == "argmap: the current folder is not there any more\n  help: Change to one that is.\n"


@pytest.mark.parametrize("command", ["add", "rename", "fmt", "fix"])
def test_windows_line_ends_stay_in_paths_with_spaces(tmp_path, command):
    folder = tmp_path / "my maps (2025)" / "a & b"
    folder.mkdir(parents=True)
    path = folder / "the map's.yaml"
    text = (
        "argmap: 1\r\nthesis: a\r\n\r\nclaims:\r\n  a:\r\n    text: A.\r\n    supported_by: [b]\r\n"
        "  b:\r\n    text: B.\r\n    assumed: true\r\n    supported_by: [c]\r\n  c:\r\n    text: C.\r\n"
    )
    path.write_bytes(text.encode())
    arguments = {
        "add": ("add", "claim", path, "d", "D."),
        "rename": ("rename", path, "c", "d"),
        "fmt": ("fmt", path),
        "fix": ("check", path, "--unsafe-fixes", "--select", "AM111"),
    }[command]
    assert run(*arguments)[0] in (0, 1)
    after = path.read_bytes()
    assert after.count(b"\n") == after.count(b"\r\n")
    assert list(folder.iterdir()) == [path]
    code, out, _ = run("check", folder, "--output-format", "concise")
    assert code == 1
    assert f"{path}:" in out
