import sys

import pytest
from measuring import Command, EndedError, Limits, Usage, in_turn, run
from worker import Ask, measure_within

LIMITS = Limits(60)


def python(code, **given):
    return Command([sys.executable, "-c", code], **given)


def test_a_run_tells_what_it_used():
    usage = run(python("print(len(bytes(50_000_000)))"), LIMITS)
    assert usage.memory > 50
    assert usage.cpu > 0
    assert usage.wall > 0


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at in /proc")
def test_memory_is_that_of_all_processes_together():
    take = "import time; taken = bytearray(b'x' * 40_000_000); time.sleep(0.6); print(1)"
    both = f"import subprocess, sys; kid = subprocess.Popen([sys.executable, '-c', {take!r}])\n{take}\nkid.wait()"
    assert run(python(both), LIMITS).memory > 80


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("import time; time.sleep(60)", "more than 0.5 s"),
        ("raise SystemExit(3)", "fails (exit code 3)"),
        ("", "fails (exit code 0)"),
        ("raise MemoryError", "out of memory"),
        ("def deeper(): deeper()\ndeeper()", "stack overflow"),
    ],
)
def test_a_run_that_does_not_do_its_work_says_why(code, why):
    with pytest.raises(EndedError) as error:
        run(python(code), Limits(0.5 if "more" in why else 60))
    assert str(error.value) == why


def test_what_is_not_there_cannot_be_started(tmp_path):
    with pytest.raises(EndedError, match="cannot be started"):
        run(Command([str(tmp_path / "missing")]), LIMITS)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at in /proc")
def test_a_run_ends_that_takes_too_much_memory():
    with pytest.raises(EndedError, match=r"more than 0\.05 GB"):
        run(python("import time; taken = bytearray(b'x' * 200_000_000); time.sleep(60)"), Limits(60, 50))


def test_other_exit_codes_can_be_good():
    assert run(python("print(1); raise SystemExit(1)", good=(0, 1)), LIMITS).wall > 0


def test_programs_take_turns_and_the_first_run_does_not_count():
    turns = []

    def once(at):
        turns.append(at)
        if at == 1 and len(turns) > 3:
            raise EndedError("fails")
        return Usage(cpu=float(len(turns)))

    first, second = in_turn(2, once, runs=3, budget=60)
    assert turns == [0, 1, 0, 1, 0, 0]
    assert (first.usage.cpu, first.runs) == (5.0, 3)
    assert (second.usage, second.ended) == (None, "fails")


def test_what_takes_long_is_run_once():
    (result,) = in_turn(1, lambda _: Usage(cpu=1.0), runs=5, budget=0)
    assert result.runs == 1


def test_work_within_a_process_is_measured_or_fails(tmp_path):
    path = tmp_path / "nodes.json"
    path.write_text('{"nodes": [], "edges": [], "locutions": []}', encoding="utf-8")
    asks = [Ask("loading:argmap", {"path": str(it)}) for it in (path, tmp_path / "missing.json")]
    good, bad = measure_within(asks, 2, 60, LIMITS)
    assert good.usage.cpu >= 0
    assert bad.ended == "FileNotFoundError"
