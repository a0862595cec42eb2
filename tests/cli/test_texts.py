"""Texts of sources on the command line: quotes checked, passages shown, links followed."""

import re

import pytest

TEXT = "A title\n\nThe cat sat on the mat. It purred, and then it left.\n\nNobody saw it again.\n"
MAP = """\
argmap: 1
thesis: left
sources:
  s:
    title: The cat
    url: "https://example.org/cat?a=1&b=2"{file}
claims:
  left:
    text: The cat is gone.
    at: {{s: "{quote}"}}
    assumed: true
"""


@pytest.fixture
def map_with(map_file):
    def write(quote, file=""):
        return map_file(MAP.format(quote=quote, file=f"\n    file: {file}" if file else ""))

    return write


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "cat.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_quote_is_looked_for_in_the_text_that_is_given(argmap, map_with, text):
    path = map_with("the dog … left")
    assert argmap("check", path).code == 0
    result = argmap("check", path, "--source", f"s={text}")
    assert result.code == 1
    assert "AM404 quote-not-found" in result.out
    assert argmap("check", map_with("it purred … left"), "--source", f"s={text}").code == 0


def test_and_in_the_text_that_the_map_names(argmap, map_with, text):
    assert "AM404" in argmap("check", map_with("the dog", text.name)).out
    assert argmap("check", map_with("the cat", text.name)).code == 0


def test_a_text_outside_of_the_folder(argmap, map_with, tmp_path):
    outside = tmp_path.parent / "outside.txt"
    outside.write_text(TEXT, encoding="utf-8")
    path = map_with("it purred", "../outside.txt")
    result = argmap("check", path)
    assert "AM403 missing-file" in result.out
    assert "--allow-outside" in result.out
    assert argmap("check", path, "--allow-outside").code == 0


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["s"], "ID=PATH"),
        (["=x"], "ID=PATH"),
        (["t=x"], "no source"),
        (["s=a", "s=b"], "twice"),
    ],
)
@pytest.mark.parametrize("command", ["check", "show"])
def test_options_that_name_no_text(argmap, map_with, command, options, message):
    path = map_with("x")
    given = [part for option in options for part in ("--source", option)]
    result = argmap(command, path, *(["left"] if command == "show" else []), *given)
    assert result.code == 2
    assert message in result.err


def test_a_given_text_that_is_not_there(argmap, map_with):
    result = argmap("check", map_with("x"), "--source", "s=nowhere.txt")
    assert result.code == 1
    assert "nowhere.txt does not exist" in result.out


def test_a_claim_in_full_has_its_passage_and_a_link_to_it(argmap, map_with, text):
    out = argmap("show", map_with("it purred … left", text.name), "left").out
    assert "It purred, and then it left" in out
    link = "https://example.org/cat?a=1&b=2#:~:text=It%20purred%2C%20and%20then%20it%20left"
    assert link in re.sub(r"\n\s+", "", out)


def test_what_is_quoted_word_for_word_is_not_said_twice(argmap, map_with, text):
    assert argmap("show", map_with("Nobody saw it", text.name), "left").out.count("Nobody saw it") == 1


def test_an_inexact_and_a_lost_quote(argmap, map_with, text):
    assert "% alike)" in argmap("show", map_with("it puried, and than it left", text.name), "left").out
    assert "the words are not in 's'" in argmap("show", map_with("dogs barked", text.name), "left").out


def test_a_text_is_for_a_claim_in_full(argmap, map_with, text):
    path = map_with("it purred")
    assert argmap("show", path, "--source", f"s={text}").code == 2
    assert argmap("show", path, "left", "--json", "--source", f"s={text}").code == 2


def test_cards_lead_to_the_passage(argmap, map_with, text):
    path = map_with("it purred", text.name)
    link = 'href="https://example.org/cat?a=1&amp;b=2#:~:text=It%20purred"'
    assert link in argmap("export", "svg", path).out
    assert "URL=" in argmap("export", "dot", path).out
    assert "href" not in argmap("export", "svg", map_with("it purred")).out


def test_an_address_cannot_leave_its_attribute(argmap, map_file, text):
    url = "https://example.org/\\\\N'onload='x&quot;"
    path = map_file(
        MAP.format(quote="it purred", file=f"\n    file: {text.name}").replace(
            "https://example.org/cat?a=1&b=2", url
        )
    )
    picture = argmap("export", "svg", path).out
    assert "&amp;quot;" in picture
    assert "\\" not in picture
