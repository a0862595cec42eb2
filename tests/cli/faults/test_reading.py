"""What goes wrong while files are read: it is said of each, and the others are read."""

import pytest

from cli.faults.processes import MAP, linux, obey_permissions, run

VANISHES = """
    from pathlib import Path
    import argmap.cli.maps as maps
    from argmap.cli import main
    real = maps.read_bytes
    def read_bytes(path, limit):
        Path(path).with_name("b.yaml").unlink(missing_ok=True)
        return real(path, limit)
    maps.read_bytes = read_bytes
    main()
"""


@pytest.mark.parametrize(
    "arguments",
    [("check",), ("stats",), ("search", "A"), ("convert", "--to", "json")],
    ids=lambda arguments: arguments[0],
)
def test_a_file_that_vanishes_while_others_are_read(tmp_path, arguments):
    folder = tmp_path / "maps"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.yaml").write_text(MAP)
    command, *options = arguments
    words = (folder, tmp_path / "out") if command == "convert" else (folder,)
    code, out, err = run(command, *options, *words, code=VANISHES)
    assert code == 2
    assert "there is no file" in out + err
    assert "b.yaml" in out + err
    assert "Traceback" not in err
    if command == "check":
        assert out.count("AM107 unsupported") == 2
    if command == "convert":
        assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.json", "c.json"]


def test_a_source_that_vanishes_after_it_was_looked_for(tmp_path):
    (tmp_path / "map.yaml").write_text(MAP + "sources: {s: {title: S., file: s.txt}}\n")
    (tmp_path / "s.txt").write_text("Words.")
    code = """
        import argmap.sources.shelf as shelf
        from argmap.cli import main
        real = shelf.read_bytes
        def read_bytes(path, limit):
            path.unlink()
            return real(path, limit)
        shelf.read_bytes = read_bytes
        main()
    """
    exit_code, out, err = run("check", tmp_path / "map.yaml", "--output-format", "concise", code=code)
    assert (exit_code, err) == (1, "")
    assert "AM403 missing-file" in out


@linux
def test_files_and_folders_that_may_not_be_read(tmp_path):
    (tmp_path / "one.yaml").write_text(MAP)
    (tmp_path / "two.yaml").write_text(MAP)
    (tmp_path / "two.yaml").chmod(0)
    (tmp_path / "three").mkdir(mode=0)
    code, out, err = run("check", tmp_path, "--output-format", "concise", before=obey_permissions)
    (tmp_path / "three").chmod(0o755)
    assert (code, err) == (2, "")
    assert f"cannot read {tmp_path / 'two.yaml'}: Permission denied" in out
    assert f"cannot read {tmp_path / 'three'}: Permission denied" in out
    assert "one.yaml:5:3: AM107" in out
