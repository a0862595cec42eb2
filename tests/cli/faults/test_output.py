"""Readers that go away, and streams that are closed or full: the right exit code, and no word too many."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cli.faults.processes import BRIDGE, MAP, ROOT, posix, run, start

PRINTS = [
    *(("--help",), ("check", "--help"), ("--version",), ("scheme", "sign"), ("config",), ("formats",)),
    *(
        ("list", BRIDGE),
        ("stats", BRIDGE),
        ("evaluate", BRIDGE),
        ("check", BRIDGE, "--output-format", "json"),
        ("convert", BRIDGE, "-", "--to", "markdown"),
        ("export", "html", BRIDGE),
        ("diff", BRIDGE, "examples/undercuts.yaml"),
        ("rule",),
    ),
]


@posix
@pytest.mark.parametrize("arguments", PRINTS, ids=" ".join)
def test_a_reader_that_is_content_with_less(arguments):
    """As in ``argmap list | head -1``, whose exit code is not that of findings."""
    with start(*arguments) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


@posix
def test_a_pipe_to_head():
    command = f"{sys.executable} -m argmap list {BRIDGE} --json | head -1; echo ${{PIPESTATUS[0]}}"
    shell = shutil.which("bash")
    if shell is None:
        pytest.skip("no bash there")
    done = subprocess.run([shell, "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines()[1] in ("0", "141")


@posix
@pytest.mark.parametrize("arguments", PRINTS[2::2], ids=" ".join)
def test_standard_output_that_is_closed(arguments):
    code, _, err = run(*arguments, stdout=None, before=lambda: os.close(1))
    assert code == 2
    assert err == "argmap: cannot write the output: Bad file descriptor\n"


@posix
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("check", BRIDGE), 1),
        (("show", BRIDGE), 0),
        (("show", "none.yaml"), 2),
        (("chek",), 2),
        (("export", "svg", BRIDGE), 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_standard_error_that_is_closed(arguments, code):
    """Messages are lost, and nothing else."""
    found, out, _ = run(*arguments, stderr=None, before=lambda: os.close(2))
    assert found == code
    assert out == run(*arguments)[1]


@posix
def test_all_streams_closed(map_file, tmp_path):
    def close():
        for stream in range(3):
            os.close(stream)

    out = tmp_path / "out.svg"
    settings = {"stdout": None, "stderr": None, "before": close}
    assert run("export", "svg", map_file, "-o", out, **settings)[0] == 0
    assert out.read_text().endswith("</svg>\n")
    assert run("add", "claim", map_file, "c", "C.", **settings)[0] == 0
    assert map_file.read_text().startswith(MAP.rstrip())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device there")
def test_standard_error_that_is_full():
    with Path("/dev/full").open("wb") as full:
        assert run("show", "none.yaml", stderr=full)[0] == 2
        code, out, _ = run("check", BRIDGE, stderr=full)
    assert (code, out) == run("check", BRIDGE)[:2]


@posix
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "command", [["show"], ["show", "--json"], ["export", "dot"], ["check"]], ids=" ".join
)
def test_room_for_a_part_of_the_output(command, unbuffered, tmp_path):
    import resource

    def little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))

    with (tmp_path / "out").open("wb") as out:
        code, _, err = run(
            *command, BRIDGE, stdout=out, before=little_room, env={"PYTHONUNBUFFERED": unbuffered}
        )
    assert code == 2
    assert err == "argmap: cannot write the output: File too large\n"
