"""Shell completion, asked for as the shells ask."""

import pytest

BRIDGE = "examples/bridge/bridge.yaml"


@pytest.fixture
def complete(argmap, monkeypatch):
    def ask(line):
        words = line.split(" ")
        monkeypatch.setenv("_ARGMAP_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
        return argmap().out.split()

    return ask


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("argmap sh", ["show"]),
        ("argmap show ma", ["maps/"]),
        ("argmap show maps/", ["maps/fentanyl-tariffs.yaml"]),
        ("argmap check examples/bri", ["examples/bridge/"]),
        ("argmap export svg examples/bridge/", ["examples/bridge/bridge.yaml", "examples/bridge/sources/"]),
        ("argmap export d", ["dot"]),
        (f"argmap show {BRIDGE} clo", ["close-to-cars", "closing-stops-damage"]),
        (f"argmap show {BRIDGE} nothing", []),
        ("argmap show nowhere.yaml c", []),
        ("argmap show nowhere/", []),
        (f"argmap show {BRIDGE} --where clo", ["close-to-cars", "closing-stops-damage"]),
        (f"argmap stats {BRIDGE} --except thesis,+closing", ["thesis,+closing-stops-damage"]),
        (
            "argmap search cars maps/fentanyl-tariffs.yaml --where thesis,section:O",
            ["thesis,section:Opening"],
        ),
        ("argmap diff maps/fentanyl-tariffs.yaml --where speaker:Ch", ["speaker:China"]),
        ("argmap check nowhere.yaml --where clo", []),
        ("argmap rule AM10", [f"AM10{n}" for n in range(1, 10)]),
        ("argmap rule unsu", ["unsupported"]),
    ],
)
def test_completion(complete, line, words):
    assert complete(line) == words


def test_hidden_files_only_when_asked_for(complete, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".cache").mkdir()
    (tmp_path / "map.yaml").touch()
    (tmp_path / "notes.rst").touch()
    assert complete("argmap show ") == ["map.yaml"]
    assert complete("argmap show .c") == [".cache/"]
    assert complete(f"argmap show {tmp_path}/m") == [f"{tmp_path}/map.yaml"]
