"""``argmap anchors`` as a user sees it."""

import json

import pytest

from argmap.sources import read_text
from argmap.sources.selectors import read_selector

TEXT = "It rained a lot. The river rose, they said.\n\nGood evening to you all. Nobody drowned.\n"
MAP = """\
argmap: 1
thesis: rose
sources:
  s: {title: The flood, file: s.txt, url: "https://example.org/"}
  other: {title: Another text}
claims:
  rose: {text: The river rose., at: {s: ["THE river rose … said", ¶2]}, supported_by: [rain]}
  rain: {text: It rained., at: {s: rainde a lott}, evidence: [other, s]}
  snow: {text: It snowed., at: {s: snow fell on the town}}
"""


@pytest.fixture
def flood(map_file):
    path = map_file(MAP)
    (path.parent / "s.txt").write_text(TEXT, encoding="utf-8")
    return path


def test_all_quotes(argmap, flood, snapshot):
    result = argmap("anchors", flood)
    assert result.code == 0
    assert result.out == snapshot
    assert "1 of 4 quotes could not be anchored" in result.err


def test_quotes_of_one_claim(argmap, flood):
    out = argmap("anchors", flood, "rose").out
    assert "rain" not in out.replace("rained", "")
    assert "https://example.org/#:~:text=The%20river%20rose%2C%20they%20said" in out
    assert "Did you mean 'rose'?" in argmap("anchors", flood, "roes").err


def test_selectors_lead_back_to_the_passage(argmap, flood):
    data = json.loads(argmap("anchors", flood, "--json").out)
    assert data["argmap-anchors"] == 1
    methods = [it["method"] for it in data["anchors"]]
    assert methods == ["normalised", "paragraph", "fuzzy", None, "whole", None]
    text = read_text(TEXT.encode(), "s.txt")
    for it in data["anchors"]:
        assert bool(it["problem"]) == (it["method"] is None)
        for selector in (it["target"] or {}).get("selector", ()):
            assert read_selector(text, "s", selector).passage == it["passage"]
