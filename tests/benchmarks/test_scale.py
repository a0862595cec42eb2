"""What is shown of large maps is shown of every command."""

import sys
from pathlib import Path

import pytest
import typer

from argmap import load
from argmap.cli import app
from argmap.evaluate.frameworks import read_framework
from argmap.sources import Anchor, anchor, read_text

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

import scale


def test_every_command_is_measured():
    commands = set(typer.main.get_command(app).commands)
    measured = {case.words.split()[0] for case in scale.CASES}
    assert measured | set(scale.ALONE) == commands
    assert measured.isdisjoint(scale.ALONE)


@pytest.mark.parametrize("shape", scale.SHAPES)
def test_files_are_read(tmp_path, shape):
    made = {}
    for name, (ending, write) in scale.FILES.items():
        made[name] = tmp_path / f"{name}.{ending}"
        with made[name].open("w", encoding="utf-8") as file:
            write(scale.SHAPES[shape], 30, file)
    for name in ("map", "copy", "argdown", "aif", "cited"):
        assert len(load(made[name]).claims) == 30
    assert len(load(made["other"]).claims) == 20
    assert len(read_framework(made["framework"].read_text(encoding="utf-8")).arguments) == 30
    source = read_text(made["text"].read_bytes(), "text.txt")
    for claim in load(made["cited"]).claims.values():
        found = anchor(source, claim.at[0])
        assert isinstance(found, Anchor)
        assert found.method == "exact"
