"""What is shown on a terminal while a command is at work."""

import os
import subprocess
import sys

import pytest

MAP = "argmap: 1\nthesis: a\nclaims:\n  a: {text: A., supported_by: [b]}\n  b: {text: B., assumed: true}\n"
SLOW = """
import sys, time
import argmap.formats as formats
from argmap.cli import main, maps, waiting

def slowed(do):
    def slow(*arguments, **settings):
        time.sleep(0.6)
        return do(*arguments, **settings)
    return slow

waiting._PATIENCE = 0.2
formats.read_file = slowed(formats.read_file)
main()
"""
TELLING = """
import atexit, threading

def tell():
    words = "libraries" if "rich.progress" in sys.modules else "no libraries"
    print(threading.active_count(), "thread,", words, file=sys.stderr)

atexit.register(tell)
main()
"""
TYPED = """
bounded = maps.bounded

def typed(*arguments):
    time.sleep(0.6)
    print("disturbed" if waiting._clock.get()._shown else "undisturbed")
    return bounded(*arguments)

maps.bounded = typed
main()
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="other terminals there")


def run(*arguments, code=SLOW, out_too=False, given=b""):
    """Run a slow argmap with its messages on a terminal; return its exit code, its output, and what the terminal got."""
    mine, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=theirs if out_too else subprocess.PIPE,
        stderr=theirs,
        env=os.environ | {"TERM": "xterm", "COLUMNS": "80"},
    )
    os.close(theirs)
    with process:
        process.stdin.write(given)
        process.stdin.close()
        told = b"".join(iter(lambda: _read(mine), b""))
        out = b"" if out_too else process.stdout.read()
    os.close(mine)
    return process.returncode, out.decode(), told.decode()


def _read(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:  # what Linux says of a terminal that nobody else has open
        return b""


@pytest.fixture
def map_file(tmp_path):
    path = tmp_path / "map.yaml"
    path.write_text(MAP)
    return path


def test_long_work_is_told_of_and_nothing_of_that_is_left(map_file):
    code, out, told = run("list", map_file, "--output-format", "ids")
    assert (code, out) == (0, "a\nb\n")
    assert "Reading" in told
    assert told.endswith("\x1b[2K")  # the line is empty again
    assert told.count("\x1b[?25l") == told.count("\x1b[?25h") == 1  # and has its cursor


def test_what_is_printed_stands_by_itself(map_file):
    code, _, told = run("show", map_file, out_too=True)
    shown, _, printed = told.rpartition("\x1b[2K")
    assert code == 0
    assert "Reading" in shown
    assert "2 claims" not in shown
    assert "2 claims: 1 thesis, 1 premise" in printed
    assert "Reading" not in printed


def test_messages_stand_by_themselves(map_file):
    code, _, told = run("show", map_file, "nothing")
    assert code == 2
    assert "\x1b[2Kargmap: the map has no claim 'nothing'" in told


def test_of_many_maps_a_bar_tells_how_many_are_done(map_file):
    for number in range(3):
        map_file.with_name(f"{number}.yaml").write_text(MAP)
    _, out, told = run("check", map_file.parent)
    assert "Checking" in told
    assert "2/4" in told
    assert "Reading" not in told
    assert "4 files" in out


@pytest.mark.parametrize("arguments", [[], ["--json"]])
def test_where_nobody_looks_nothing_is_shown(map_file, arguments):
    command = [sys.executable, "-c", SLOW.replace("main()\n", TELLING), "show", map_file, *arguments]
    result = subprocess.run(command, capture_output=True, check=True, text=True)
    assert result.stderr == "1 thread, no libraries\n"


def test_who_types_is_not_disturbed():
    code = SLOW.replace("main()\n", TYPED)
    _, out, told = run("list", "-", "--output-format", "ids", code=code, given=MAP.encode())
    assert out == "undisturbed\na\nb\n"
    assert "Reading" in told
