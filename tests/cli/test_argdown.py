"""Argdown files on the command line: every command takes them, with places in them."""

import pytest

TEXT = """\
===
title: Should the old bridge be closed?
===

[Close it]: The bridge should be closed to cars.
  + [Bearings]: Four of the six bearings have lost a third of their section.
  - <Detour>: The detour would cost the harbour its trade.
    _ [Ships]: Ships do not cross bridges.
"""


@pytest.fixture
def debate(argmap, tmp_path, monkeypatch):  # noqa: ARG001  argmap changes the folder first
    """A debate in the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "debate.argdown").write_text(TEXT)
    return "debate.argdown"


def test_check_reports_places_in_the_file(argmap, debate):
    result = argmap("check", debate, "--output-format", "concise")
    assert "debate.argdown:6:5: AM107" in result.out
    assert result.code in (0, 1)


@pytest.mark.usefixtures("debate")
def test_check_finds_argdown_files_in_a_folder(argmap):
    assert "debate.argdown:6:5" in argmap("check", ".", "--output-format", "concise").out


def test_errors_have_a_place_and_exit_2(argmap, debate, tmp_path):
    (tmp_path / debate).write_text("[a]: snake_case\n")
    result = argmap("check", debate)
    assert result.code == 2
    assert "debate.argdown:1:11" in result.out + result.err


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("show",), "Should the old bridge be closed?"),
        (("show",), "undercuts this attack: Ships do not cross bridges."),
        (("evaluate",), "stands"),
        (("export", "svg"), "<svg"),
        (("list",), "Bearings"),
    ],
)
def test_commands_take_it(argmap, debate, command, said):
    result = argmap(*command, debate)
    assert said in result.out
    assert result.code == 0


def test_there_and_back(argmap, debate, tmp_path):
    assert argmap("convert", debate, "a.yaml").code == 0
    assert argmap("convert", "a.yaml", "b.argdown").code == 0
    assert argmap("convert", "b.argdown", "c.yaml").code == 0
    assert (tmp_path / "a.yaml").read_text() == (tmp_path / "c.yaml").read_text()


def test_edits_are_refused_politely(argmap, debate):
    result = argmap("rename", debate, "Ships", "boats")
    assert result.code == 2
    assert "Traceback" not in result.err


def test_standard_input_is_known_for_argdown_by_its_titles(argmap):
    result = argmap("show", "-", input="[a]: The bridge is old.\n  + [b]: It rusts.\n")
    assert "It rusts." in result.out
