"""Commands are loaded one by one, when they are asked for."""

import os
import subprocess
import sys

import pytest
from typer.main import get_command

from argmap.cli import app

SAYS_WHAT_IS_LOADED = """
import sys
from argmap.cli import main
try:
    main()
except SystemExit:
    print(*(name for name in sys.modules if name.startswith("argmap.cli.")), file=sys.stderr)
"""


def loaded(*words):
    done = subprocess.run(
        [sys.executable, "-c", SAYS_WHAT_IS_LOADED, *words], capture_output=True, text=True, check=False
    )
    return set(done.stderr.splitlines()[-1].split())


def test_a_command_does_not_load_the_others():
    names = loaded("schema")
    assert "argmap.cli.schema" in names
    assert names.isdisjoint({"argmap.cli.check", "argmap.cli.serve", "argmap.cli.evaluate"})


def test_a_check_of_one_map_for_a_pipe_loads_neither_a_console_nor_processes():
    code = SAYS_WHAT_IS_LOADED.replace(
        'startswith("argmap.cli.")', 'partition(".")[0] in ("rich", "multiprocessing")'
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "examples/linked-premises.yaml"],
        capture_output=True,
        text=True,
        check=False,
        env={
            name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "TTY_COMPATIBLE")
        },
    )
    assert "clear" in done.stdout or "Found" in done.stdout
    assert done.stderr.splitlines()[-1] == ""


def test_only_a_check_that_mends_loads_what_does_so():
    assert "argmap.cli.mending" not in loaded("check", "examples/linked-premises.yaml")


@pytest.mark.parametrize("name", list(get_command(app).commands))
def test_every_command_is_called_as_it_is_listed(name, argmap):
    result = argmap(name, "-h")
    assert (result.code, result.err) == (0, "")
    assert f"argmap {name} " in result.out
