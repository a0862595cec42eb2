"""Statements and arguments of Argdown as claims: titles, texts, tags, data, sections, places."""

import json

import pytest

from argmap.finding import Span
from argmap.formats import read
from argmap.model import Voice


def reading(text):
    return read(text.encode(), "m.argdown")


def claims(text):
    read = reading(text)
    assert not read.problems
    return read.map.claims


def carried(text):
    return json.loads(reading(text).map.carried["argdown"])


def test_titles_become_ids_and_labels():
    found = claims("[rain]: It rains.\n\n[It's wet!]: It is wet.\n\n[No text]\n\n<An argument>: Because.\n")
    assert [(id, it.label, it.text) for id, it in found.items()] == [
        ("rain", None, "It rains."),
        ("It-s-wet", "It's wet!", "It is wet."),
        ("No-text", None, "No text"),
        ("An-argument", "An argument", "Because."),
    ]


def test_titles_that_make_the_same_id_are_told_apart():
    assert list(claims("[a b]: x\n\n[a-b]: y\n\n<a b>: z\n")) == ["a-b", "a-b-2", "a-b-3"]


def test_a_statement_without_a_title_is_called_by_its_first_words():
    found = claims("[a]: x\n + The rain in Spain falls mainly.\n + The rain in Spain falls mainly.\n")
    assert list(found) == ["a", "the-rain-in-Spain-falls".lower(), "the-rain-in-spain-falls-2"]


def test_prose_is_no_claim_and_is_carried_along():
    text = "Some words before.\n\n# One\n\n* an item\n\n[a]: A.\n\nBeside it. {isInMap: true}\n"
    assert list(claims(text)) == ["a", "beside-it"]
    assert carried(text)["prose"] == [[None, "Some words before."], ["One", "an item"]]


def test_the_last_definition_speaks_unless_another_is_canonical():
    assert claims("[a]: one\n\n[a]: two\n\n[a]\n")["a"].text == "two"
    text = "[a]: one {isCanonical: true}\n\n[a]: two\n\n[a]: three\n"
    assert claims(text)["a"].text == "one"
    assert carried(text)["members"] == {"a": ["two", "three"]}


def test_what_is_nested_in_a_definition_comes_before_it():
    assert claims("[a]: outer\n  + [b]: x\n    - [a]: inner\n")["a"].text == "outer"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("over\n  two lines", "over two lines"),
        ("with *emphasis* and **more** and __more__ and _some_.", "with emphasis and more and more and some."),
        (r"with \*stars\*, \[brackets\] and \\", "with *stars*, [brackets] and \\"),
        ("a [link](http://x.org/a_b) and a @[mention] or @<two>", "a [link](http://x.org/a_b) and a @[mention] or @<two>"),
        ("with :smile: and .~. and 5 * 3", "with :smile: and .~. and 5 * 3"),
        ("said /* not this */ so // nor this\n", "said so"),
        ("<!-- not\n this --> so", "so"),
        ("a #(long tag) inside and #tags #(at the end)", "a #(long tag) inside and"),
        (r"\{1, 2} and a - b", "{1, 2} and a - b"),
        ("see http://a:b", "see http://a:b"),
    ],
)  # fmt: skip
def test_text(written, text):
    assert claims(f"[a]: {written}\n")["a"].text == text


def test_lines_may_end_in_any_way():
    assert claims("[a]: one\r\n  two\r\n\r\n[b]: x\r")["a"].text == "one two"


def test_tags_of_all_members_are_those_of_the_claim():
    found = claims("[a]: x #one #(two words)\n\n[a] #three #one\n")
    assert found["a"].tags == ("one", "two words", "three")


def test_data_gives_fields_in_line_and_in_blocks():
    found = claims(
        "===\nsources:\n  s: {title: A source}\n===\n\n"
        '[a]: x {voice: reported, speaker: "the {mayor}", confidence: 0.5, at: {s: ¶3 some words}}\n\n'
        "[b] {\nnote: A note\nassumed: yes\n}\n\n[c]: x {voice: analyst}\n"
    )
    assert found["a"].voice is Voice.REPORTED
    assert (found["a"].speaker, found["a"].confidence, found["a"].at[0].paragraph) == ("the {mayor}", 0.5, 3)
    assert (found["b"].note, found["b"].assumed) == ("A note", True)
    assert found["c"].voice is Voice.ANALYST


def test_data_that_is_nothing_to_a_map_is_carried_along_with_its_types():
    text = "[a]: x {color: red, n: [1, 2.5, true, null, '1'], evidence: see below}\n"
    assert carried(text)["data"] == {
        "a": {"color": "red", "n": [1, 2.5, True, None, "1"], "evidence": "see below"}
    }


def test_headings_are_sections():
    found = claims("[a]: x\n\n# One\n\n[b]: y\n\n## Two #tag {isGroup: false}\n\n[a]\n\n[c]\n\n[c]: z\n")
    assert [it.section for it in found.values()] == [None, "One", "Two"]


def test_front_matter_gives_fields_of_the_map():
    text = (
        "===\ntitle: The bridge\nauthor: Jane Doe\nabstract: About it.\nlanguage: en\nthesis: Close it!\n"
        "color: {colorScheme: x}\n===\n\n[Close it!]: We should.\n\n[b]: y\n  - [Close it!]\n"
    )
    map = reading(text).map
    assert (map.title, map.authors, map.description) == ("The bridge", ("Jane Doe",), "About it.")
    assert map.thesis == ("Close-it",)
    assert carried(text)["front"] == {"color": {"colorScheme": "x"}}


@pytest.mark.parametrize("text", ["=" * 6, "=" * 100, "======\n", "===\n===", "=" * 7 + "\n[a]: A.\n"])
def test_front_matter_without_anything_in_it(text):
    read = reading(text)
    assert read.map is None or read.map.title is None


@pytest.mark.parametrize(
    ("path", "span"),
    [
        (("claims", "a"), Span(3, 1, 3, 5)),
        (("claims", "a", "text"), Span(3, 6, 4, 6)),
        (("claims", "a", "tags", 1), Span(4, 14, 4, 18)),
        (("claims", "a", "voice"), Span(5, 11, 5, 18)),
        (("claims", "a", "section"), Span(1, 1, 1, 6)),
        (("claims", "why-not"), Span(6, 5, 6, 6)),
        (("relations", "why-not:supports:a"), Span(6, 5, 6, 12)),
        (("thesis", 0), Span(3, 1, 3, 5)),
    ],
)
def test_everything_has_a_place(path, span):
    text = "# One\n\n[a]: Over two\nlines #one   #two\n  {voice: analyst}\n  + Why not\n"
    assert reading(text).locate(path) == span
