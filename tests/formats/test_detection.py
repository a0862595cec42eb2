"""Which format a file is in: right on every sample, whatever the file is called."""

from pathlib import Path

import pytest

from argmap.formats import FORMATS, find_maps, format_of, read

CORPORA = Path(__file__).resolve().parents[1] / "corpora"
SAMPLES = sorted(
    path
    for path in CORPORA.glob("*/**/*")
    if path.is_file() and path.suffix != ".md" and path.name != "LICENSE"
)
"""Files that others wrote, in folders called like the format that they are in."""
DIALECTS = {"aif/mined.json": "xaif", "aif/ova3.json": "xaif"}
"""Those that are in another."""
READABLE = [format for format in FORMATS.values() if format.reads]


def identify(path):
    return path.relative_to(CORPORA).as_posix()


def format_in(path):
    return DIALECTS.get(identify(path)) or identify(path).partition("/")[0]


def text_of(path):
    return path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("path", SAMPLES, ids=identify)
def test_every_sample_is_known(path):
    assert format_of(path.name, text_of(path)).name == format_in(path)


@pytest.mark.parametrize("path", [path for path in SAMPLES if FORMATS[format_in(path)].sign], ids=identify)
@pytest.mark.parametrize("name", ["<stdin>", "saved", "saved.dat"])
def test_samples_are_known_without_a_name(path, name):
    assert format_of(name, text_of(path)).name == format_in(path)


@pytest.mark.parametrize("path", [path for path in SAMPLES if FORMATS[format_in(path)].sign], ids=identify)
@pytest.mark.parametrize(
    "ending", sorted({it for format in READABLE if format.sign for it in format.suffixes})
)
def test_samples_are_known_with_the_ending_of_another_format(path, ending):
    assert format_of(f"saved{ending}", text_of(path)).name == format_in(path)


@pytest.mark.parametrize(
    "format", [format for format in READABLE if (CORPORA / format.name).is_dir()], ids=str
)
def test_samples_are_found_in_folders(format):
    folder = CORPORA / format.name
    assert sorted(find_maps(folder)) == [path for path in SAMPLES if path.is_relative_to(folder)]


ENDINGS = sorted({it for format in READABLE for it in format.suffixes})
WRONG = {
    "nothing": b"",
    "a page": b"<!doctype html>\n<html><head><title>T</title></head><body><p>Not a map: at all</body></html>\n",
    "a program": b"#!/usr/bin/env python3\nimport sys\n\nprint({1: 'x'}[sys.argc])\n",
    "a list": b'[1, 2, {"a": null}]\n',
    "an object": b'{"name": "x", "version": "1.0"}\n',
    "half an object": b'{"nodes": [{"nodeID": "1", "te',
    "half a tag": b"<arggraph id='x'><edu id='e1'><![CDATA[It",
    "binary": bytes(range(256)),
    "a control character": "argmap: 1\nclaims: {a: {text: 'A\u0007'}}\n".encode(),
}


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("content", WRONG.values(), ids=WRONG)
def test_what_is_no_map_is_told_at_a_place_in_the_file(ending, content):
    reading = read(content, f"saved{ending}")
    if reading.map is not None and reading.sound:
        assert FORMATS[reading.format].sign is None, "only what is prose in a format of prose is a map"
        return
    assert reading.problems
    lines = content.decode("utf-8", "replace").count("\n") + 2
    for problem in reading.problems:
        assert problem.message
        assert 1 <= problem.span.line <= lines
