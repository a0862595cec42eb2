"""``argmap formats``: what is read and written, taken from the formats themselves."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from argmap.cli.targets import PICTURES
from argmap.formats import FORMATS
from argmap.model import Claim


def test_all_are_listed(argmap):
    lines = argmap("formats").out.splitlines()
    assert lines[0].split() == ["name", "title", "use", "endings"]
    assert [line.split()[0] for line in lines[1:]] == [*FORMATS, *PICTURES]
    assert lines[1].split() == ["yaml", "argmap", "YAML", "reads", "writes", "edits", ".yaml", ".yml"]
    assert next(line for line in lines if line.startswith("csv")).split() == ["csv", "CSV", "writes", ".csv"]


@pytest.mark.parametrize("arguments", [(), ("csv",), ("svg",)], ids=" ".join)
def test_a_narrow_terminal(argmap, monkeypatch, arguments):
    wide = argmap("formats", *arguments).out
    monkeypatch.setenv("COLUMNS", "40")
    narrow = argmap("formats", *arguments).out
    assert max(map(len, narrow.splitlines())) <= 40
    assert set(wide.split()) - {"name", "title"} <= {
        part for word in narrow.split() for part in (word, word.strip(",:"))
    }


@pytest.mark.parametrize("name", [*FORMATS, *PICTURES])
def test_what_each_has_room_for(argmap, name):
    text = " ".join(argmap("formats", name).out.split())
    data = json.loads(argmap("formats", name, "--json").out)
    jsonschema.validate(
        data,
        {
            "properties": {
                "argmap-formats": {"const": 1},
                "formats": {
                    "items": {
                        "required": [
                            "name",
                            "title",
                            "endings",
                            "reads",
                            "writes",
                            "edits",
                            "picture",
                            "keeps",
                        ]
                    },
                    "minItems": 1,
                    "maxItems": 1,
                },
            },
        },
    )
    (it,) = data["formats"]
    assert it["title"] in text
    assert all(ending in text for ending in it["endings"])
    if it["keeps"]:
        assert set(it["keeps"]["claims"]) <= set(Claim.model_fields)
        assert ", ".join(it["keeps"]["claims"]) in text


def test_a_format_that_there_is_not(argmap):
    done = argmap("formats", "yml")
    assert (done.code, done.out) == (2, "")
    assert "Did you mean 'yaml'?" in done.err


def test_the_page_on_formats_tells_of_all():
    page = Path(__file__).resolve().parents[2] / "docs" / "formats.md"
    rows = [
        line.strip("|").split("|") for line in page.read_text(encoding="utf-8").splitlines() if "✓" in line
    ]
    told = {
        name: ("✓" in reads, "✓" in writes)
        for _, names, _, reads, writes, _ in rows
        for name in re.findall(r"`(\w+)`", names)
    }
    known = {name: (it.reads, it.writes) for name, it in FORMATS.items()} | dict.fromkeys(
        PICTURES, (False, True)
    )
    assert told == known
