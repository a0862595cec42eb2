"""What the README shows is what the commands print."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(r"```console\n\$ (argmap [^\n]+)\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize(("command", "shown"), CONSOLE, ids=[command for command, _ in CONSOLE])
def test_output_is_as_shown(command, shown, tmp_path):
    command, _, cut = command.partition(" | ")
    words = shlex.split(command)[1:]
    arguments = [str(tmp_path / word) if word == "bridge.svg" else word for word in words]
    result = subprocess.run(
        [sys.executable, "-m", "argmap", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        env=os.environ | {"COLUMNS": "100", "PYTHONIOENCODING": "utf-8"},
    )
    printed = result.stdout.decode().replace(f"{tmp_path}{os.sep}", "")
    lines = printed.splitlines(keepends=True)
    match cut.split(" -"):
        case ["head", number]:
            lines = lines[: int(number)]
        case ["tail", number]:
            lines = lines[-int(number) :]
    assert "".join(lines) == shown


def test_there_are_two_commands():
    assert re.findall(r"^python3 (scripts/\w+\.py)", README, re.MULTILINE) == [
        "scripts/tour.py",
        "scripts/test.py",
    ]
    for script in ("scripts/tour.py", "scripts/test.py"):
        assert (ROOT / script).is_file()
        assert f"python3 {script}" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_links_lead_somewhere():
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
