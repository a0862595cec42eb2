"""``argmap new`` as a user sees it."""

import pytest

TEXT = """\
The arch of the bridge is cracked right through. Therefore the council should close the bridge to cars.

The traders say that closing it will cost them customers.
"""


@pytest.fixture
def column(tmp_path):
    path = tmp_path / "column.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_skeleton_is_a_map(argmap, tmp_path):
    path = tmp_path / "bridge.yaml"
    result = argmap("new", path, "--title", 'Close "it": yes?')
    assert result.code == 0
    assert result.err == f"Wrote {path}\n"
    assert 'Close "it": yes?' in argmap("show", path).out
    assert argmap("check", path).code == 1


def test_a_draft_is_listed_by_check_until_someone_has_looked(argmap, tmp_path, column):
    path = tmp_path / "bridge.yaml"
    result = argmap("new", path, "--from", column)
    assert result.code == 0
    assert "3 drafted claims and 1 relations from 3 sentences" in result.err
    found = argmap("check", path, "--output-format", "concise")
    assert found.code == 1
    assert found.out.count("AM411 draft") == 4
    assert "Found 4 findings" in found.out
    assert argmap("coverage", path, "--fail-under", "100").code == 0


def test_the_same_text_gives_the_same_draft(argmap, tmp_path, column):
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    for path in (first, second):
        argmap("new", path, "--from", column)
    assert first.read_bytes() == second.read_bytes()


def test_nothing_is_written_over(argmap, tmp_path, column):
    path = tmp_path / "bridge.yaml"
    path.write_text("mine", encoding="utf-8")
    for options in ([], ["--from", column]):
        result = argmap("new", path, *options)
        assert result.code == 2
        assert "exists" in result.err
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_text_elsewhere_is_to_be_given_on_the_command_line(argmap, tmp_path, column):
    (tmp_path / "maps").mkdir()
    path = tmp_path / "maps" / "bridge.yaml"
    result = argmap("new", path, "--from", column)
    assert f"--source column={column}" in result.err
    assert "file:" not in path.read_text(encoding="utf-8")
    assert argmap("coverage", path, "--source", f"column={column}").code == 0


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--from", "nowhere.txt"], "nowhere.txt does not exist"),
        (["--from", "-"], "takes a file"),
        (["--from", "src"], "is a folder"),
        (["--from", "README.md", "--language", "?"], "cannot have this language"),
        (["--from", "README.md", "--title", " "], "cannot have this title"),
    ],
)
def test_texts_that_cannot_be_used(argmap, tmp_path, options, message):
    path = tmp_path / "x.yaml"
    result = argmap("new", path, *options)
    assert result.code == 2
    assert message in result.err
    assert not path.exists()


def test_a_folder_that_is_not_there(argmap, tmp_path):
    result = argmap("new", tmp_path / "none" / "x.yaml")
    assert result.code == 2
    assert "there is no folder" in result.err


def test_a_map_that_is_not_called_like_one(argmap, tmp_path):
    for name in ("bridge.json", "bridge.txt", "bridge"):
        refused = argmap("new", tmp_path / name)
        assert refused.code == 2
        assert "Make bridge.yaml" in refused.err
    assert list(tmp_path.iterdir()) == []
