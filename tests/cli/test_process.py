"""The command as a process of its own: what only the operating system sees."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BRIDGE = "examples/bridge/bridge.yaml"


def run(*arguments, **settings):
    environment = {
        name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")
    }
    return subprocess.run(
        [sys.executable, "-m", "argmap", *arguments],
        cwd=ROOT,
        capture_output=True,
        check=False,
        **{"env": environment | settings.pop("env", {}), **settings},
    )


def test_exit_codes():
    assert run("show", BRIDGE).returncode == 0
    assert run("check", BRIDGE).returncode == 1
    assert run("check", "nothing.yaml").returncode == 2


def test_what_is_still_to_be_written_is_written_before_the_end():
    code = (
        "import sys; from argmap.__main__ import run\n"
        "sys.stdout.write('out '); sys.stderr.write('err')\n"
        "run()"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, "show", BRIDGE, "none"], cwd=ROOT, capture_output=True, check=False
    )
    assert result.returncode == 2
    assert result.stdout == b"out "
    assert result.stderr.startswith(b"err")


@pytest.mark.parametrize(
    ("before", "expected"),
    [("sys.stdout.close()", 2), ("sys.stderr.close()", 0), ("sys.stdout = open('/dev/full', 'w')", 2)],
)
def test_what_can_no_longer_be_written_is_not_passed_over(before, expected):
    code = (
        "import sys, argmap.cli; from argmap.__main__ import run\n"
        f"def main(): {before}; print('x') if not sys.stdout.closed else None; sys.exit(0)\n"
        "argmap.cli.main = main; run()"
    )
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert ended.returncode == expected
    assert not ended.stderr


def test_version():
    assert run("--version").stdout.startswith(b"argmap ")


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise there")
@pytest.mark.parametrize(
    "arguments", [("show", BRIDGE), ("check", BRIDGE), ("export", "dot", BRIDGE), ("rule",)]
)
def test_a_reader_that_leaves(arguments):
    with subprocess.Popen(
        [sys.executable, "-m", "argmap", *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_a_terminal_that_knows_only_ascii():
    result = run("show", BRIDGE, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert result.returncode == 0
    assert result.stdout.isascii()
    assert b"(+) supports" in result.stdout


def test_data_is_utf_8_whatever_the_terminal_knows():
    result = run("export", "dot", "examples/bridge/bridge.yaml", env={"PYTHONIOENCODING": "ascii"})
    assert "Mill Bridge" in result.stdout.decode("utf-8")


@pytest.mark.parametrize("format", ["html", "dot"])
def test_same_bytes_in_every_process(format):
    made = {
        run("export", format, BRIDGE, env={"PYTHONHASHSEED": seed}).stdout for seed in ("1", "2", "3", "4")
    }
    assert len(made) == 1


def test_no_colour_in_a_pipe_unless_asked_for():
    assert b"\x1b[" not in run("show", BRIDGE).stdout
    assert b"\x1b[" in run("show", BRIDGE, "--color", "always").stdout
    assert b"\x1b[" not in run("show", BRIDGE, env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout
    assert b"\x1b[" not in run("show", BRIDGE, "--color", "never", env={"FORCE_COLOR": "1"}).stdout


HEAVY = {
    *("asyncio", "hypothesis", "lxml", "markdown_it", "networkx", "numpy", "pyarrow", "pygraphviz", "pypdf"),
    *("pysat", "scipy", "starlette", "uvicorn"),
}


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("show", BRIDGE), ("check", BRIDGE), ("rule", "AM107"), ("export", "dot", BRIDGE)],
)
def test_commands_load_only_what_they_use(arguments):
    code = (
        "import sys; from argmap.cli import main\n"
        f"sys.argv = ['argmap', *{arguments!r}]\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"heavy = {HEAVY!r}\n"
        "print(sorted(heavy & set(sys.modules)), 'pydantic' in sys.modules, 'argmap.checks' in sys.modules,\n"
        "    file=sys.stderr)\n"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    has_model, has_checks = arguments[0] != "--help", arguments[0] in ("check", "rule")
    assert result.stderr.decode().splitlines()[-1] == f"[] {has_model} {has_checks}"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device there")
@pytest.mark.parametrize(
    "arguments", [("show", BRIDGE), ("check", BRIDGE), ("export", "svg", BRIDGE), ("schema",)]
)
def test_standard_output_that_is_full(arguments):
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "argmap", *arguments],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert result.returncode == 2
    assert result.stderr == b"argmap: cannot write the output: No space left on device\n"


@pytest.mark.skipif(os.name == "nt", reason="closed by other means there")
def test_standard_input_that_is_closed():
    result = run("show", "-", preexec_fn=lambda: os.close(0))
    assert result.returncode == 2
    assert b"no standard input" in result.stderr
