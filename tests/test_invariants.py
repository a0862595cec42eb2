"""What holds for every file and every map: docs/invariants.md lists it."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.checks import Selection, Strictness, check_map
from argmap.evaluate import evaluate
from argmap.finding import LINE_BREAK
from argmap.formats import FORMATS, ReadError, format_of, loads, read
from argmap.refactor import EditError
from argmap.refactor.layout import format_text
from argmap.testing import hostile_texts, maps, mutations
from evaluate import argument_maps

TESTS = Path(__file__).parent
READABLE = sorted(name for name, format in FORMATS.items() if format.reads)


@cache
def samples(name):
    """Files in a format: those of its corpus, small ones first, and of argmap's own those of the examples."""
    folders = [TESTS / "corpora", TESTS.parent / "examples"]
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    found = [
        (file.name, data)
        for file in sorted(files, key=lambda file: (file.stat().st_size, file))
        if file.name.lower().endswith(FORMATS[name].suffixes)
        and format_of(file.name, (data := file.read_bytes()).decode("utf-8-sig", "replace")).name == name
    ]
    if FORMATS[name].writes:
        text = FORMATS[name].write(argument_maps.M1).parts[""]
        found.insert(0, (f"m{FORMATS[name].suffixes[0]}", text))
    return found


def assert_read(data, name):
    """Read a file: nothing is raised, all that is told lies in the file, and so does every part of the map."""
    reading = read(data, name)
    text = data.decode("utf-8-sig", "replace")
    assert LINE_BREAK.split(reading.text) in ([""], LINE_BREAK.split(text))
    assert reading.map is not None or reading.problems
    assert_told_in_place(text, reading.problems)
    if reading.map is not None:
        for table in ("claims", "relations", "sources"):
            for id in getattr(reading.map, table):
                assert_in_file(text, reading.locate((table, id)))
        everything = Selection(strictness=Strictness.PEDANTIC)
        findings = check_map(
            reading.map, reading.problems, file=name, locate=reading.locate, selection=everything
        )
        assert_told_in_place(text, findings)
    if reading.sound:
        assert loads(data, name) == reading.map
    else:
        with pytest.raises(ReadError):
            loads(data, name)


def assert_told_in_place(text, told):
    for each in told:
        assert_in_file(text, each.span)
        for other in each.related:
            assert_in_file(text, other.span)
        assert each.message
        each.message.encode()
        (each.help or "").encode()


def assert_in_file(text, span):
    """A span begins at a character of the file, or at its end, and does not end before that."""
    lines = LINE_BREAK.split(text)
    assert 1 <= span.line <= span.end_line <= len(lines)
    assert 1 <= span.column <= len(lines[span.line - 1]) + 1
    assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 2
    assert (span.line, span.column) <= (span.end_line, span.end_column)


@pytest.mark.parametrize("name", READABLE)
def test_there_are_samples_of_every_format(name):
    assert samples(name), f"put a file in tests/corpora/{name}"


@pytest.mark.parametrize("name", READABLE)
@given(data=st.data())
def test_reading_arbitrary_bytes_raises_nothing(name, data):
    content = data.draw(st.binary() | hostile_texts().map(str.encode), label="content")
    for suffix in FORMATS[name].suffixes:
        assert_read(content, f"m{suffix}")


@pytest.mark.parametrize("name", READABLE)
@given(data=st.data())
def test_reading_broken_files_raises_nothing_and_tells_in_place(name, data):
    file, content = data.draw(st.sampled_from(samples(name)[:6]), label="file")
    assert_read(data.draw(mutations(content[:20_000]), label="content"), file)


@pytest.mark.parametrize("name", READABLE)
def test_what_is_told_of_whole_files_lies_in_them(name):
    for file, content in samples(name)[:12]:
        assert_read(content, file)
        assert_read(content.replace(b"\n", b"\r\n"), file)


@pytest.mark.parametrize("path", sorted((TESTS / "fuzz").glob("*/*")), ids=lambda path: path.name)
def test_files_that_went_wrong_once(path):
    assert_read(path.read_bytes(), f"m{FORMATS[path.parent.name].suffixes[0]}")


@pytest.mark.parametrize("name", ["yaml", "json"])
@given(map=maps(texts=hostile_texts()))
def test_what_is_written_reads_back_as_the_same_map(name, map):
    assert loads(FORMATS[name].write(map).parts[""], f"m.{name}") == map


@given(maps())
def test_formatting_twice_is_formatting_once(map):
    text = FORMATS["yaml"].write(map).parts[""].decode()
    try:
        once = format_text(text, "m.yaml").text
    except EditError:
        return
    assert argmap.loads(once) == map
    assert format_text(once, "m.yaml").text == once


@given(argument_maps.maps(), argument_maps.leaves)
def test_what_has_nothing_to_do_with_a_claim_does_not_change_its_verdict(map, leaves):
    apart = argument_maps.loads("""
        x: {supported_by: [[y, z]], attacked_by: [{premises: [y], undercut_by: [z]}]}
        y: {attacked_by: [z]}
        z: {attacked_by: [y]}
    """)
    both = map.model_copy(
        update={table: {**getattr(apart, table), **getattr(map, table)} for table in ("claims", "relations")}
    )
    alone, among = evaluate(map, leaves=leaves), evaluate(both, leaves=leaves)
    assert {id: among.labels[id] for id in alone.labels} == dict(alone.labels)
    assert {id: among.reasons[id] for id in alone.reasons} == dict(alone.reasons)
