"""Deep links: text directives as browsers read them, and links that lead to the right passage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Quote
from argmap.sources import Anchor, anchor
from argmap.sources.directive import Page, TextDirective, read_directives, with_directive
from argmap.sources.links import Linker
from sources.reading import LIGHTHOUSE, anchored, text_of

WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20)
TEXT = text_of(LIGHTHOUSE)
LINKER = Linker(TEXT)


@given(WORDS, st.none() | WORDS, st.none() | WORDS, st.none() | WORDS)
def test_encoded_directives_decode_to_the_same(start, end, prefix, suffix):
    directive = TextDirective(start, end, prefix, suffix)
    written = str(directive)
    assert written.isascii()
    assert not set(' "<>`#&\\') & set(written)
    assert TextDirective.read(written) == directive
    assert read_directives(with_directive("https://example.org/#x", directive)) == (directive,)


@pytest.mark.parametrize(
    ("written", "directive"),
    [
        ("text=a", TextDirective("a")),
        ("text=a,b", TextDirective("a", "b")),
        ("text=p-,a", TextDirective("a", prefix="p")),
        ("text=a,-s", TextDirective("a", suffix="s")),
        ("text=p-,a,b,-s", TextDirective("a", "b", "p", "s")),
        ("text=well%2Dknown%2C%20so", TextDirective("well-known, so")),
    ],
)
def test_directives_are_read(written, directive):
    assert TextDirective.read(written) == directive


@pytest.mark.parametrize(
    "written", ["", "txt=a", "text=", "text=a,b,c", "text=p-,a,b,c,-s", "text=p-", "text=p-,-s", "text=a,"]
)
def test_what_is_no_directive(written):
    with pytest.raises(ValueError, match="not a text directive"):
        TextDirective.read(written)


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://e.org/a", "https://e.org/a#:~:text=x"),
        ("https://e.org/a?b=1&c=2", "https://e.org/a?b=1&c=2#:~:text=x"),
        ("https://e.org/a#part", "https://e.org/a#part:~:text=x"),
        ("https://e.org/a#", "https://e.org/a#:~:text=x"),
        ("https://e.org/a#:~:text=old,-y&text=z", "https://e.org/a#:~:text=x"),
    ],
)
def test_a_fragment_is_kept_and_a_directive_replaced(url, link):
    assert with_directive(url, TextDirective("x")) == link


def test_a_url_without_directives():
    assert read_directives("https://example.org/#x") == ()


@pytest.mark.parametrize(
    ("directive", "found"),
    [
        ("text=the car", "the car"),
        ("text=CAFE", "café"),
        ("text=car", "car"),  # not the one in "carpet"
        ("text=carpet-,in", "in"),
        ("text=in,-the%20rain", "in"),
        ("text=the,car", "The carpet in the café.\nIn the car"),
        ("text=the,the", "The carpet in the"),
        ("text=the,the,-car", "The carpet in the café.\nIn the"),
        ("text=caf%C3%A9.-,in", "In"),
        ("text=caf%C3%A9.%20In", None),  # over the end of a block
        ("text=dog", None),
        ("text=the,dog", None),
        ("text=the,car,-dog", None),
        ("text=dog-,the", None),
        ("text=rain.-,the", None),
        ("text=the,-dog", None),
    ],
)
def test_what_a_browser_finds(directive, found):
    page = Page(["The carpet in the café.", "In the car in the rain."])
    span = page.find(TextDirective.read(directive))
    assert (span and page.text[slice(*span)]) == found


@pytest.mark.parametrize(
    ("place", "directive"),
    [
        ("¶2 We never missed a night", "text=We%20never%20missed%20a%20night"),
        ("¶3 the mainland", "text=the%20mainland"),
        ("¶4 the mainland", "text=out%20from-,the%20mainland"),
        ("¶4 times. Each time", "text=times.%20Each%20time"),
        ("¶4 Each … a boat", "text=Each%20time%20a%20boat"),
        ("What changed", "text=What%20changed"),
    ],
)
def test_links_are_short(place, directive):
    assert str(LINKER.directive(anchored(TEXT, place))) == directive


def test_links_are_made_of_whole_words():
    found = anchored(TEXT, "place of the keeper")
    assert found.passage == "place of the keeper"
    assert LINKER.directive(found).start == "place of the keeper's"  # one word to a browser


def test_links_to_long_passages():
    text = text_of(" ".join(f"This is sentence {n} of many." for n in range(50)))
    assert (
        str(Linker(text).directive(anchored(text, "¶1")))
        == "text=This%20is%20sentence%200,sentence%2049%20of%20many."
    )


def test_links_over_the_end_of_a_paragraph():
    text = text_of(
        "# Title\n\nIt began *here*\nand now.\n\nAnd then it ended there. And it was over.", "x.md"
    )
    directive = Linker(text).directive(anchored(text, "It began … ended there"))
    assert str(directive) == "text=It%20began%20here%20and,then%20it%20ended%20there"


def test_links_into_wrapped_text_and_scripts_without_spaces():
    wrapped = text_of("It rained all\nday and all\nnight there.\n\nThen it stopped.")
    assert LINKER_OF(wrapped, "rained all day … night") == "text=rained%20all%20day%20and%20all%20night"
    long = text_of("灯塔是手工点亮的，" * 60 + "到此为止。")
    linker = Linker(long)
    found = anchored(long, "¶1")
    assert linker.page.find(linker.directive(found)) == linker.span(found)


def LINKER_OF(text, place):  # noqa: N802
    return str(Linker(text).directive(anchored(text, place)))


def test_a_passage_that_cannot_be_told_apart():
    text = text_of("So it is.\n\nSo it is.\n\nSo it is.")
    found = [Linker(text).directive(anchored(text, f"¶{n}")) for n in (1, 2, 3)]
    assert str(found[0]) == "text=So%20it%20is."
    assert all(directive.start == "So it is." for directive in found)


@pytest.mark.parametrize("url", ["mailto:a@example.org", "ftp://example.org"])
def test_addresses_that_are_no_pages(url):
    assert LINKER.link(url, anchored(TEXT, "¶1")) is None


def test_a_source_cited_as_a_whole():
    whole = anchor(TEXT, Quote(source="s"))
    assert LINKER.link("https://example.org/#a", whole) == "https://example.org/#a"


@given(st.data())
def test_links_lead_to_the_right_passage(data):
    words = LIGHTHOUSE.split()
    start = data.draw(st.integers(0, len(words) - 3))
    end = data.draw(st.integers(start + 3, len(words)))
    found = anchor(TEXT, Quote(source="s", text=" ".join(words[start:end])))
    if isinstance(found, Anchor):
        assert LINKER.page.find(LINKER.directive(found)) == LINKER.span(found)
