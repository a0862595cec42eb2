"""Whatever is done to a file of whatever format: reading it gives a map or problems with places, and never raises."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import formats

SAMPLES = sorted(
    path
    for path in (Path(__file__).parent.parent / "corpora").glob("*/*")
    if path.suffix != ".md" and path.parent.name in formats.FORMATS
)


def sound_or_told(data: bytes, name: str) -> None:
    """Require of a reading that it has a map or says why not, with places inside the file."""
    reading = formats.read(data, name)
    assert reading.map is not None or reading.problems
    last = data.count(b"\n") + data.count(b"\r") + 2
    for problem in reading.problems:
        assert 1 <= problem.span.line <= last
        assert problem.span.column >= 1
    if reading.map is not None:
        for claim in reading.map.claims:
            reading.locate(("claims", claim, "text"))
        for id, relation in reading.map.relations.items():
            reading.locate(("relations", id, "premises", len(relation.premises) - 1))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_samples_are_read_and_their_format_is_told(sample):
    reading = formats.read(sample.read_bytes(), sample.name)
    assert reading.format.endswith(sample.parent.name)  # xAIF stands with AIF
    assert reading.sound, reading.problems


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_beginning_of_a_file(sample):
    data = sample.read_bytes()
    for end in range(0, len(data), max(len(data) // 60, 1)):
        sound_or_told(data[:end], sample.name)


# What may well mean something in one format or another, and what no text should hold.
ODD = st.sampled_from(
    ["\0", "\x01", "\x1b[31m", "\u202e", "\u2028", "\ud800", "\t", "\r", "\n", "\n\n"]
) | st.sampled_from(
    [
        "&a;",
        "<",
        "]]>",
        "- ",
        "{",
        "[",
        '"',
        "'",
        "\\",
        "1.1. Pro: x",
        "-> See 1.",
        ": ",
        "&a ",
        "*a",
        "!!b ",
        "~",
    ]
)


@given(data=st.data())
def test_random_mutations_never_raise(data):
    sample = data.draw(st.sampled_from(SAMPLES))
    text = sample.read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 40)))
        other = data.draw(st.integers(0, len(text)))
        text = text[:start] + data.draw(ODD | st.just(text[other : other + 60])) + text[end:]
    sound_or_told(text.encode("utf-8", "surrogatepass"), sample.name)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_other_encodings_are_told(sample):
    text = sample.read_text(encoding="utf-8")
    (wide,) = formats.read(text.encode("utf-16"), sample.name).problems
    assert wide.help == "Save it as UTF-8."
    (latin,) = formats.read(f"ä{text}".encode("latin-1", "ignore"), sample.name).problems
    assert latin.message.startswith("not UTF-8")
    assert formats.read(codecs.BOM_UTF8 + sample.read_bytes(), sample.name).sound
