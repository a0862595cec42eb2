"""``argmap coverage`` as a user sees it."""

import json
import re

import pytest

TEXT = "It rained a lot. The river rose, they said.\n\nGood evening to you all. Nobody drowned.\n"
MAP = """\
argmap: 1
thesis: rose
sources:
  s: {title: The <flood>, file: s.txt}
  other: {title: Another text}
claims:
  rose: {text: The river rose., at: {s: "The river rose … said"}, supported_by: [rain]}
  rain: {text: It rained., at: {s: rained a lot}, evidence: other}
not_argument:
  s: {"¶2 good evening … all": a greeting}
"""


@pytest.fixture
def flood(map_file):
    path = map_file(MAP)
    (path.parent / "s.txt").write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize("columns", ["40", "100"])
def test_every_sentence_is_shown_with_its_state(argmap, flood, monkeypatch, snapshot, columns):
    monkeypatch.setenv("COLUMNS", columns)
    result = argmap("coverage", flood)
    assert result.code == 0
    assert result.out == snapshot
    assert all(len(line) <= int(columns) for line in result.out.splitlines())


def test_as_data(argmap, flood):
    data = json.loads(argmap("coverage", flood, "--json").out)
    assert data["argmap-coverage"] == 1
    assert data["total"] == {"covered": 2, "set_aside": 1, "uncovered": 1, "share": 0.6667}
    assert data["not_measured"] == ["other"]
    (source,) = data["sources"]
    assert [(it["state"], it["claims"]) for it in source["sentences"]] == [
        ("covered", ["rain"]),
        ("covered", ["rose"]),
        ("set-aside", []),
        ("uncovered", []),
    ]
    assert [TEXT[it["start"] : it["end"]] for it in source["sentences"]][3] == "Nobody drowned."
    assert [paragraph["share"] for paragraph in source["paragraphs"]] == [1.0, 0.0]


@pytest.mark.parametrize(("least", "code"), [("66", 0), ("67", 1), ("0", 0), ("100", 1)])
def test_a_least_share(argmap, flood, least, code):
    result = argmap("coverage", flood, "--fail-under", least)
    assert result.code == code
    assert ("66.7 % covered, less than" in result.err) == bool(code)


@pytest.mark.parametrize("least", ["-1", "101", "most"])
def test_a_share_that_is_none(argmap, flood, least):
    assert argmap("coverage", flood, "--fail-under", least).code == 2


def test_as_a_page(argmap, flood, tmp_path):
    page = tmp_path / "page.html"
    assert argmap("coverage", flood, "--html", page).code == 0
    assert argmap("coverage", flood, "--html", "-").out == page.read_text(encoding="utf-8")
    html = page.read_text(encoding="utf-8")
    assert re.findall(r'<span class="([a-z-]+)" title', html) == [
        "covered",
        "covered",
        "set-aside",
        "uncovered",
    ]
    assert "The &lt;flood&gt;" in html
    assert "<script" not in html
    assert "a greeting" in html


@pytest.mark.parametrize(
    ("name", "what"), [("map.yaml", "the map itself"), ("s.txt", "one of the files that are read")]
)
def test_a_page_is_not_written_onto_what_is_read(argmap, flood, name, what):
    result = argmap("coverage", flood, "--html", flood.parent / name)
    assert result.code == 2
    assert f"is {what}" in result.err


def test_without_a_text(argmap, map_file):
    result = argmap("coverage", map_file(MAP.replace(", file: s.txt", "")))
    assert result.code == 2
    assert "--source s=PATH" in result.err


def test_a_text_that_is_missing(argmap, map_file):
    result = argmap("coverage", map_file(MAP))
    assert result.code == 2
    assert "s.txt does not exist" in result.err


def test_quotes_that_are_not_to_be_found_are_told(argmap, flood):
    flood.write_text(MAP.replace("rained a lot", "snowed a bit"), encoding="utf-8")
    result = argmap("coverage", flood)
    assert "1 quote is not to be found" in result.err
    assert "1 of 3 sentences covered (33 %)" in result.out


def test_the_example_of_the_readme_is_covered(argmap):
    assert argmap("coverage", "examples/bridge/bridge.yaml", "--fail-under", "100").code == 0
