import signal
import subprocess
import sys
from pathlib import Path

import peers
import pytest
import run
import tables
from inputs import Inputs
from measuring import Command, Result, Usage
from tables import Row, page, put
from worker import Ask
from works import ARGMAP, START, TREES, Work, works

RUN = Path(__file__).resolve().parents[2] / "benchmarks" / "run.py"


def row(section, name, size, ours, theirs):
    return Row(Work(section, name, {}, size), {ARGMAP: ours, "Argdown": theirs})


def test_tables_tell_ratios_and_what_did_not_work():
    rows = [
        row(START, "check", 0, Result(Usage(0.3, 0.2, 40), 5), Result(Usage(0.6, 0.8, 100), 5)),
        row(TREES, "check", 10_000, Result(Usage(0.5, 0.5, 100), 5), Result(Usage(1, 1, 200), 5)),
        row(TREES, "check", 100_000, Result(Usage(10, 10, 500), 1), Result(ended="more than 120 s")),
    ]
    made = page(rows, {"clingo": "is not there"}, complete=False)
    assert (
        "| check | 0.30 s | 0.20 s | 40 MB | Argdown | 0.60 s | 0.80 s | 100 MB | 0.50 | 0.25 | 0.40 | 5 |"
        in made
    )
    assert "| check, 100,000 claims | 10.0 s | 10.0 s | 500 MB | Argdown | more than 120 s |" in made
    assert "**Not measured: clingo is not there.**" in made
    assert "interrupted" in made
    assert "| check, the article's map | ≤ 0.28 s | 0.30 s | **no** |" in made
    assert "| check, CPU for a claim at 100,000 | ≤ 1.3 × that at 10,000 | 2.00 | **no** |" in made
    assert "| Trees: check | argmap | 50 µs | 100 µs | 2.00 |" in made


def test_a_bar_is_not_held_by_what_ended_badly_and_is_by_a_peer_that_did():
    bad, good = Result(ended="more than 4 GB"), Result(Usage(1, 1, 100), 1)
    made = page(
        [row(TREES, "check", 1_000_000, bad, bad), row(TREES, "export dot", 10_000, good, bad)],
        {},
        complete=True,
    )
    assert "| check, 1,000,000 claims | ≤ 4 GB | more than 4 GB | **no** |" in made
    assert "| export dot, 10,000 claims | ≤ 1/2 of Argdown's CPU | the peer: more than 4 GB | yes |" in made


def test_tables_are_put_where_they_belong(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "PAGE", tmp_path / "page.md")
    tables.PAGE.write_text(f"before\n{tables.BEGIN}\nold\n{tables.END}\nafter\n", encoding="utf-8")
    put("new")
    assert tables.PAGE.read_text(encoding="utf-8") == f"before\n{tables.BEGIN}\n\nnew\n{tables.END}\nafter\n"


def test_everything_has_a_command(monkeypatch):
    made = set()

    def path(_, name, size, ending):
        made.add((name, ending))
        return f"{name}-{size}.{ending}"

    monkeypatch.setattr(Inputs, "__call__", path)
    found = list(works([100, 1_000, 10_000, 100_000, 1_000_000]))
    assert len({(work.section, work.name, work.size) for work in found}) == len(found)
    for work in found:
        assert next(iter(work.programs)) == ARGMAP
        for build in work.programs.values():
            assert isinstance(build(Inputs(Path())), Command | Ask)
    assert {
        ("hub", "argdown"),
        ("tree", "json"),
        ("small", "yaml"),
        ("trees", "af"),
        ("trees", "apx"),
    } <= made


@pytest.mark.parametrize("ending", ["af", "apx"])
def test_frameworks_are_read(tmp_path, ending):
    inputs = Inputs(tmp_path)
    command = [sys.executable, "-m", "argmap", "solve", "-p", "SE-GR", "-f", inputs("trees", 50, ending)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_one_command_measures_and_prints():
    words = [sys.executable, str(RUN), "--only", "Trees: show", "--sizes", "100", "--runs", "1"]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert "| show, 100 claims |" in done.stdout
    assert "[1/1] Trees: show, 100 claims" in done.stderr


def test_an_interrupt_while_peers_are_installed_is_no_error(monkeypatch, capsys):
    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(peers, "install", interrupted)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr(sys, "argv", ["run.py", "--only=--help", "--quick"])
    assert run.main() == 130
    assert capsys.readouterr().err == "\ninterrupted before anything was measured\n"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--only", "nothing"], "nothing has 'nothing' in its name"),
        (["--only", "Trees", "--write"], "--write wants all that is measured"),
    ],
)
def test_what_cannot_be_measured_or_written_is_refused(given, said):
    done = subprocess.run([sys.executable, str(RUN), *given], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert said in done.stderr
