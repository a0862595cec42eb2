"""A map for commands to go wrong with."""

import pytest

from cli.faults.processes import MAP


@pytest.fixture
def map_file(tmp_path):
    path = tmp_path / "map.yaml"
    path.write_text(MAP)
    return path
