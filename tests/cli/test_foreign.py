"""Maps of other tools: every command takes them as they are, and those that edit say what to do first."""

import subprocess
from pathlib import Path

import pytest

from argmap import load
from argmap.formats import FORMATS

CORPORA = Path(__file__).resolve().parents[1] / "corpora"
SAMPLES = {
    folder.name: next(path for path in sorted(folder.iterdir()) if path.suffix != ".md" and path.is_file())
    for folder in sorted(CORPORA.glob("*/"))
    if folder.name in FORMATS
}
"""A file of each format that others have samples of."""


@pytest.fixture(params=SAMPLES.values(), ids=SAMPLES)
def sample(request):
    return request.param


@pytest.mark.parametrize(
    "command",
    [
        ("show", "MAP"),
        ("show", "MAP", "--json"),
        ("show", "MAP", "CLAIM"),
        ("check", "MAP"),
        ("check", "MAP", "--fix"),
        ("list", "MAP"),
        ("path", "MAP", "CLAIM", "CLAIM"),
        ("stats", "MAP"),
        ("search", "e", "MAP"),
        ("diff", "MAP", "MAP"),
        ("evaluate", "MAP"),
        ("why", "MAP", "CLAIM"),
        ("whatif", "MAP", "--deny", "CLAIM"),
        ("rests-on", "MAP", "CLAIM"),
        ("anchors", "MAP", "--json"),
        ("export", "dot", "MAP"),
        ("convert", "MAP", "-", "--to", "yaml"),
    ],
    ids=" ".join,
)
def test_commands_take_them(argmap, sample, command):
    before = sample.read_bytes()
    words = {"MAP": sample, "CLAIM": next(iter(load(sample).claims))}
    done = argmap(*(words.get(word, word) for word in command))
    assert done.code in (0, 1), done.err
    assert done.out or command[0] == "search"
    assert sample.read_bytes() == before


@pytest.mark.parametrize(
    "command",
    [
        ("add", "claim", "MAP", "new", "It is new."),
        ("link", "MAP", "a", "supports", "b"),
        ("rename", "MAP", "a", "b"),
        ("remove", "MAP", "a"),
        ("fmt", "MAP"),
    ],
    ids=" ".join,
)
def test_commands_that_edit_name_the_line_that_converts(argmap, sample, command):
    before = sample.read_bytes()
    done = argmap(*(sample if word == "MAP" else word for word in command))
    assert done.code == 2
    assert f"Convert it: argmap convert {sample} " in done.err
    assert sample.read_bytes() == before


def test_they_become_maps_of_ones_own(argmap, sample, tmp_path):
    assert argmap("convert", sample, tmp_path / "map.yaml").code == 0
    ours, theirs = load(tmp_path / "map.yaml"), load(sample)
    assert ours == theirs
    assert argmap("check", tmp_path / "map.yaml").code in (0, 1)


def test_revisions_of_them_are_compared(argmap, sample, tmp_path):
    git = ["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x"]
    there = tmp_path / sample.name
    there.write_bytes(sample.read_bytes())
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run([*git, *command], check=True)
    assert argmap("diff", there).code == 0


def test_folders_and_completion_know_them(argmap, sample, tmp_path, monkeypatch):
    there = tmp_path / sample.name
    there.write_bytes(sample.read_bytes())
    assert str(there) in argmap("stats", tmp_path, "--json").out
    monkeypatch.setenv("_ARGMAP_COMPLETE", "complete_bash")
    for words, expected in (
        (f"argmap show {tmp_path}/", str(there)),
        (f"argmap show {there} ", next(iter(load(sample).claims))),
    ):
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", str(len(words.split(" ")) - 1))
        assert expected in argmap().out.split("\n")


def test_standard_input_is_known_by_its_beginning(argmap, sample):
    format = next(name for name, path in SAMPLES.items() if path == sample)
    arguments = () if FORMATS[format].sign else ("--from", format)
    text = sample.read_text(encoding="utf-8")
    assert argmap("convert", "-", "-", "--to", "yaml", *arguments, input=text).code == 0
