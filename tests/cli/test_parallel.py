"""Work in several processes; tests/cli/faults/test_interrupts.py has what goes wrong with these."""

import re
import sys
import threading
from concurrent.futures import InvalidStateError

import pytest
import typer

from argmap.cli import parallel, pool
from argmap.cli.parallel import each

MAP = """\
argmap: 1
thesis: a
claims:
  a:
    supported_by: [b]
    text: The bridge is {0}.
  b: {{text: It carries {0} cars.}}
"""


def test_results_come_in_order_and_leave_nothing_behind():
    before = threading.excepthook
    assert list(each(abs, range(-60, 0), "Counting")) == list(range(60, 0, -1))
    assert threading.excepthook is before


def test_of_what_was_cancelled_nothing_is_told():
    told = []
    for error in (InvalidStateError(), ValueError()):
        pool._unless_cancelled(told.append, threading.ExceptHookArgs((type(error), error, None, None)))
    assert [what.exc_type for what in told] == [ValueError]


def speak(number):
    sys.stdout.write(f"did {number}\n")
    sys.stderr.write(f"saw {number}\n")
    if number == 70:
        raise typer.Exit(2)
    return number


def test_what_is_said_in_other_processes_is_said_in_turn(capfd):
    found = []
    with pytest.raises(typer.Exit):
        found.extend(each(speak, range(1, 100), "Speaking"))
    out, err = capfd.readouterr()
    assert out == "".join(f"did {number}\n" for number in range(1, 71))
    assert err == "".join(f"saw {number}\n" for number in range(1, 71))


@pytest.fixture
def folder(tmp_path):
    """So many maps that several processes share them; one cannot be read, one can be mended."""
    folder = tmp_path / "maps"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:02}.yaml").write_text(MAP.format(number))
    (folder / "07.yaml").write_text("argmap: 1\nclaims: [\n")
    (folder / "08.yaml").write_text(MAP.format(8).replace("supported_by", "assumed: true\n    supported_by"))
    return folder


@pytest.mark.parametrize(
    "command",
    [
        ["check", "--output-format", "concise"],
        ["check", "--diff", "--unsafe-fixes"],
        ["fmt", "--diff"],
        ["stats"],
        ["stats", "--where", "a"],
        ["search", "bridge", "--json"],
        ["search", "bridge", "--where", "b"],
        ["search", "bridge", "--where", "nothing"],
    ],
    ids=" ".join,
)
def test_one_process_and_several_say_the_same(argmap, folder, command, monkeypatch):
    monkeypatch.setattr(parallel.os, "cpu_count", lambda: 2)
    several = argmap(*command, folder)
    monkeypatch.setattr(parallel, "_MANY", 1000)
    one = argmap(*command, folder)
    assert (several.code, several.out, several.err) == (one.code, one.out, one.err)
    assert one.out or one.err


def test_many_maps_are_formatted_at_once(argmap, folder):
    result = argmap("fmt", folder)
    assert result.code == 2
    assert re.findall(r"^Formatted .*?(\d+)\.yaml$", result.err, re.MULTILINE) == [
        f"{number:02}" for number in range(60) if number != 7
    ]
    assert "  a:\n    text: The bridge is 59.\n    supported_by: [b]\n" in (folder / "59.yaml").read_text()
    (folder / "07.yaml").unlink()
    assert (argmap("fmt", folder, "--check").code, argmap("fmt", folder).err) == (0, "")


@pytest.mark.parametrize("moment", [pool.signal.SIG_DFL, None], ids=["the last", "the first"])
def test_a_process_that_is_stopped_at_any_moment_ends(monkeypatch, moment):
    stops = []

    def on_end(handler):
        if callable(handler) and not isinstance(handler, pool.signal.Handlers):
            stops.append(handler)
        if stops and handler == (stops[0] if moment is None else moment):
            stops[0]()

    def ends(code):
        raise SystemExit(code)

    monkeypatch.setattr(pool, "_on_end", on_end)
    monkeypatch.setattr(pool, "_alarm", lambda _: None)
    monkeypatch.setattr(pool.os, "_exit", ends)
    with pytest.raises(SystemExit):
        pool._heard(str, 1)
