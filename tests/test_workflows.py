"""The pre-commit hooks and the GitHub Action call what there is."""

import re
from pathlib import Path

import pytest
import yaml

from argmap.cli import app
from argmap.config import read_config

ROOT = Path(__file__).resolve().parents[1]


def options(command):
    """The options of a command that this text calls."""
    return set(re.findall(r"(?<!\S)--[a-z-]+", command))


def known():
    import typer

    command = typer.main.get_command(app).commands["check"]
    return {name for parameter in command.params for name in parameter.opts}


def test_hooks():
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")):
        assert hook["entry"].startswith("argmap check")
        assert options(hook["entry"]) <= known()


def test_action():
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    runs = [step["run"] for step in action["runs"]["steps"] if "argmap check" in step.get("run", "")]
    assert len(runs) == 2
    for run in runs:
        assert options(run) <= known()
        assert "${{" not in run  # what is given must not become part of the script


@pytest.mark.parametrize("language", ["toml", "yaml"])
def test_what_the_documentation_shows_can_be_read(language, tmp_path):
    text = (ROOT / "docs" / "checking.md").read_text(encoding="utf-8")
    for number, block in enumerate(re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)):
        if language == "yaml":
            assert yaml.safe_load(block)
        else:
            path = tmp_path / f"{number}.toml"
            path.write_text(block, encoding="utf-8")
            assert len(read_config(path).check.require) == 2
