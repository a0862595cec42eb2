"""What goes wrong while a file is written: it is the old one or the new one, and nothing is left beside it."""

import signal

import pytest

from cli.faults.processes import BRIDGE, MAP, linux, obey_permissions, posix, run

STOPPED = """
    import os, signal
    import argmap.files
    from argmap.cli import main
    real = os.fsync
    def fsync(handle):
        real(handle)
        os.kill(os.getpid(), signal.SIG{signal})
    os.fsync = fsync
    main()
"""


@posix
def test_killed_while_writing_the_file_is_the_old_one_and_folders_can_be_used_on(map_file):
    code, _, _ = run("add", "claim", map_file, "c", "C.", code=STOPPED.format(signal="KILL"))
    assert code == -signal.SIGKILL
    assert map_file.read_text() == MAP
    left = set(map_file.parent.iterdir()) - {map_file}
    assert [path.name[:8] for path in left] == [".argmap-"]
    assert run("check", map_file.parent)[1].endswith("in 1 file.\n")
    assert run("add", "claim", map_file, "c", "C.")[0] == 0
    assert "  c: {text: C.}" in map_file.read_text() or "  c:\n" in map_file.read_text()


@posix
@pytest.mark.parametrize(("name", "exit_code"), [("TERM", 143), ("INT", 130)])
def test_told_to_stop_while_writing_nothing_is_left_over(map_file, name, exit_code):
    code, _, err = run("add", "claim", map_file, "c", "C.", code=STOPPED.format(signal=name))
    assert code == exit_code
    assert err == ""
    assert map_file.read_text() == MAP
    assert list(map_file.parent.iterdir()) == [map_file]


@posix
@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "html", BRIDGE, "-o", "{out}"),
        ("convert", BRIDGE, "{out}"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_disk_that_is_full(tmp_path, arguments):
    import resource

    out = tmp_path / "out.json"
    out.write_text("old")
    code, _, err = run(
        *(word.format(out=out) for word in arguments),
        *(["--force"] if arguments[0] == "convert" else []),
        before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
    )
    assert code == 2
    assert f"argmap: cannot write {out}: File too large" in err
    assert out.read_text() == "old"
    assert list(tmp_path.iterdir()) == [out]


@pytest.fixture
def closed(tmp_path):
    """A folder with a map in it that nothing can be written to."""
    folder = tmp_path / "closed"
    folder.mkdir()
    (folder / "map.yaml").write_text(MAP)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


@linux
@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "claim", "{map}", "c", "C."),
        ("rename", "{map}", "b", "c"),
        ("export", "dot", "{map}", "-o", "{folder}/out.dot"),
        ("new", "{folder}/new.yaml"),
        ("check", "{map}", "--baseline", "{folder}/known.txt", "--write-baseline"),
        ("coverage", BRIDGE, "--html", "{folder}/page.html"),
        ("convert", "{map}", "{folder}/out.json"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_folder_that_is_read_only(closed, arguments):
    before = {path: path.read_bytes() for path in closed.iterdir()}
    words = [word.format(map=closed / "map.yaml", folder=closed) for word in arguments]
    code, _, err = run(*words, before=obey_permissions)
    assert code == 2
    assert "argmap: cannot write" in err
    assert "Permission denied" in err
    assert {path: path.read_bytes() for path in closed.iterdir()} == before


@linux
@pytest.mark.parametrize(
    "arguments",
    [
        ("convert", "{map}", "{folder}/out.json"),
        ("convert", "{map}", "{folder}", "--to", "json"),
        ("export", "csv", "{map}", "-o", "{folder}/out.csv"),
        ("export", "json", "{map}", "-o", "{folder}/out.json"),
        ("new", "{folder}/new.yaml"),
        ("new", "{map}.new.yaml", "--from", "{folder}/text.txt"),
        ("coverage", BRIDGE, "--source", "column={folder}/text.txt"),
        ("serve", "{folder}/map.yaml", "--port", "0"),
        ("diff", "{map}", "{folder}/map.yaml"),
        ("fmt", "--check", "{folder}/map.yaml"),
    ],
    ids=" ".join,
)
def test_a_folder_that_may_not_be_searched(map_file, tmp_path, arguments):
    folder = tmp_path / "closed"
    folder.mkdir(mode=0)
    words = [word.format(map=map_file, folder=folder) for word in arguments]
    code, out, err = run(*words, before=obey_permissions)
    folder.chmod(0o755)
    assert (code, out) == (2, "")
    assert str(folder) in err
    assert "cannot write the output" not in err
    assert list(folder.iterdir()) == []
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [map_file.name]
