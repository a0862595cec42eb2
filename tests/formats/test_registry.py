"""Formats: which one a file is in, which files of a folder are maps, and what a format leaves out."""

import os

import pytest

from argmap.formats import FORMATS, Dropped, Keeps, find_maps, format_of
from argmap.model import Claim, Kind, Map, Relation, Source


@pytest.mark.parametrize("name", sorted(name for name, it in FORMATS.items() if it.reads and it.writes))
def test_every_format_writes_what_it_reads(name):
    format = FORMATS[name]
    map = Map(thesis=("a",), claims={"a": Claim(id="a", text="A: “b” # c")})
    text = format.write(map).parts[""].decode()
    reading = format.read(text, f"m{format.suffixes[0]}")
    assert [claim.text for claim in reading.map.claims.values()] == ["A: “b” # c"]
    assert reading.format == name
    assert format_of(f"m{format.suffixes[0]}", text) is format


@pytest.mark.parametrize(
    ("name", "text", "format"),
    [
        ("m.yaml", "", "yaml"),
        ("m.YML", "argmap: 1", "yaml"),
        ("m.json", "", "json"),
        ("m.json", "argmap: 1", "yaml"),
        ("m.yaml", '{"argmap": 1}', "yaml"),
        ("m.txt", '{"argmap": 1}', "json"),
        ("<stdin>", "argmap: 1\n", "yaml"),
        ("<stdin>", '{"argmap": 1}', "json"),
        ("<stdin>", '{"claims": {}}', "json"),
        ("<stdin>", "{}", "json"),
        ("<stdin>", "{argmap: 1, claims: {}}", "yaml"),
        ("<stdin>", "hello", "yaml"),
        ("<stdin>", "\n===\ntitle: x\n===\n", "argdown"),
        ("<stdin>", "<a>\n\n(1) It is so.\n", "argdown"),
        ("<stdin>", "It is so.\n  <- <a>\n", "argdown"),
        ("<stdin>", "claims:\n  a:\n    supported_by:\n      - [b, c]\n", "yaml"),
        ("m", "hello", "yaml"),
    ],
)
def test_a_format_is_told_by_ending_and_content(name, text, format):
    assert format_of(name, text).name == format


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.yaml", b"argmap: 1\n", True),
        ("a.yml", b"# comment\n\nargmap : 1\n", True),
        ("a.YAML", b"\xef\xbb\xbfargmap: 1\r\n", True),
        ("a.json", b'{"title": "x", "argmap": 1}', True),
        ("a.json", b'{\n  "argmap": 1}', True),
        ("a.yaml", b"argmaps: 1\n", False),
        ("a.yaml", b"note: argmap: 1\n", False),
        ("a.txt", b"argmap: 1\n", False),
        ("a.json", b'{"name": "argmap"}', False),
    ],
)
def test_maps_are_known_by_their_ending_and_mark(tmp_path, name, content, found):
    (tmp_path / name).write_bytes(content)
    assert [path.name for path in find_maps(tmp_path)] == [name] * found


def test_maps_with_long_heads_and_other_encodings_are_found(tmp_path):
    (tmp_path / "head.yaml").write_bytes(b"# words\n" * 1000 + b"argmap: 1\n")
    (tmp_path / "wide.yaml").write_bytes("argmap: 1\n".encode("utf-16"))
    assert [path.name for path in find_maps(tmp_path)] == ["head.yaml", "wide.yaml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes there")
def test_pipes_in_a_folder_are_passed_over(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    assert list(find_maps(tmp_path)) == []


MAP = Map(
    title="T",
    sources={"s": Source(id="s", title="S", published="2025")},
    claims={
        "a": Claim(id="a", text="A", tags=("x",), confidence=0.5),
        "b": Claim(id="b", text="B", confidence=0.1),
    },
    relations={
        "r": Relation(id="r", kind="supports", premises=("b",), target="a", scheme="sign"),
        "u": Relation(id="u", kind="undercuts", premises=("b",), target="r", scheme="sign"),
    },
)


def test_a_format_that_has_room_for_all_drops_nothing():
    keeps = Keeps(
        map=frozenset({"title"}),
        source=frozenset({"title", "published"}),
        claim=frozenset({"text", "tags", "confidence"}),
        relation=frozenset({"scheme"}),
    )
    assert list(keeps.dropped(MAP)) == []


def test_a_format_tells_what_it_has_no_room_for():
    keeps = Keeps(source=None, kinds=frozenset({Kind.SUPPORTS, Kind.ATTACKS}))
    assert list(keeps.dropped(MAP)) == [
        Dropped("title"),
        Dropped("sources", ("s",)),
        Dropped("confidence of claims", ("a", "b")),
        Dropped("tags of claims", ("a",)),
        Dropped("relations of the kind undercuts", ("u",)),
        Dropped("scheme of relations", ("r",)),
    ]


def test_what_is_carried_for_other_formats_is_told_by_their_names():
    map = Map(claims={"a": Claim(id="a", text="A")}, carried={"aif": "{}"})
    assert list(Keeps().dropped(map)) == [Dropped("what other formats hold besides", ("aif",))]


def test_what_is_dropped_is_told_with_a_few_examples():
    assert str(Dropped("title")) == "title"
    assert str(Dropped("tags of claims", ("a", "b"))) == "tags of claims: a, b"
    assert str(Dropped("tags of claims", tuple("abcdef"))) == "tags of claims: a, b, c and 3 more"
