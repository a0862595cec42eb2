"""A source's text: paragraphs, sections and sentences of plain text, Markdown and HTML."""

import hashlib

import pytest

from argmap.sources import SourceError, read_text
from argmap.sources.units import UnitKind
from sources.reading import LIGHTHOUSE, passages, text_of

MARKDOWN = """\
---
title: Front matter
---
# The *whole* truth

First paragraph with a [link](https://example.org), `code` &
**bold** words.

> A quotation.

- one item
- another item

| a | b |
|---|---|
| 1 | 2 |

```
code = 1
```

<div>raw</div>

Small part
----------

The end![picture](p.png).
"""

PAGE = """\
<?xml version="1.0" encoding="utf-8"?>
<!doctype html><html lang="en"><head><title>Keep it | The Post</title><style>p {}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<main><article><h1>Keep the mill</h1>
<p>The mill by the river has stood since 1790, and it <em>still</em> turns, says&nbsp;its owner, when the water is high.</p>
<h2>What it costs</h2>
<p>Every year the council pays, the owner pays, and the village pays as well; nobody, it seems, is content.</p>
<ul><li>The council pays for the wheel, which is the larger part of it.</li><li>The owner pays for the roof.</li></ul>
<p>One line<br>and the next, of one paragraph.<br><br>Here, a new one begins, as old pages write them.</p>
<script>alert("x")</script>
</article></main>
<footer><p>© The Post. <a href="/about">About us</a></p></footer></body></html>
"""


def test_paragraphs_sections_and_sentences_of_an_article():
    text = text_of(LIGHTHOUSE)
    assert [p.number for p in text.paragraphs] == [1, 2, 3, 4, 5]
    assert [(s.title, s.paragraphs) for s in text.sections] == [
        ("The lamp on Farrow Point", (1, 3)),
        ("What changed", (3, 6)),
    ]
    assert [s.paragraph for s in text.sentences] == [1, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5]
    third = [text.text[s.start : s.end] for s in text.sentences if s.paragraph == 3]
    assert third[2] == "The harbour board saved a wage; the village lost a family."


def test_what_a_span_touches():
    text = text_of(LIGHTHOUSE)
    first, second = text.paragraphs[:2]
    assert text.paragraphs_at(first.start, second.start + 1) == (1, 2)
    assert text.paragraphs_at(first.end, second.start) == ()
    assert text.paragraphs_at(0, 5) == ()  # the title
    assert text.paragraphs_at(first.end - 1, first.end) == (1,)


def test_markdown_without_its_markup():
    text = text_of(MARKDOWN, "x.md")
    assert passages(text) == [
        "First paragraph with a link, code & bold words.",
        "A quotation.",
        "one item",
        "another item",
        "The end.",
    ]
    assert [(s.title, s.level, s.paragraphs) for s in text.sections] == [
        ("The whole truth", 1, (1, 5)),
        ("Small part", 2, (5, 6)),
    ]
    others = [text.text[u.start : u.end] for u in text.units if u.kind is UnitKind.OTHER]
    assert others == ["a b 1 2", "code = 1"]


def test_rules_in_markdown_are_no_front_matter():
    assert passages(text_of("One.\n\n---\n\nTwo.\n\n---\n\nThree.", "x.md")) == ["One.", "Two.", "Three."]
    assert passages(text_of("> " * 5_000 + "Deep down.\n\nHere.", "x.md"))[-1] == "Here."


@pytest.mark.parametrize("name", ["x.html", "x.HTM", "x.xhtml"])
def test_the_main_text_of_a_page(name):
    text = text_of(PAGE, name)
    found = passages(text)
    assert "it still turns, says its owner" in found[0]
    assert found[2:] == [
        "The council pays for the wheel, which is the larger part of it.",
        "The owner pays for the roof.",
        "One line and the next, of one paragraph.",
        "Here, a new one begins, as old pages write them.",
    ]
    assert [(s.title, s.level) for s in text.sections] == [("Keep the mill", 1), ("What it costs", 2)]


def test_a_page_of_few_words():
    text = text_of("<h1>Title</h1><p>Yes.<p>No.<table><tr><td>1<td>2</table>", "x.html")
    assert passages(text) == ["Yes.", "No."]
    assert text.sections[0].title == "Title"


def test_a_page_that_is_no_article():
    text = text_of(
        "<nav>Home</nav><div>Just words<aside>By the way</aside></div><form>Search</form>", "x.html"
    )
    assert passages(text) == ["Just words"]


def test_tags_by_the_thousand():
    with pytest.raises(SourceError, match="holds no text"):
        text_of("<div>" * 50_000, "x.html")


def test_line_ends_marks_and_digest():
    data = "\ufeffOne.\r\n\r\nTwo,\rlater.".encode()
    text = read_text(data, "x.txt")
    assert text.text == "One.\n\nTwo,\nlater."
    assert text.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "message", "help"),
    [
        (b"", "x.txt holds no text", "right file"),
        (b" \n\n * * * \n", "x.txt holds no text", "right file"),
        (b"\x89PNG\r\n\x00\x00", "x.txt is binary, not text", "Markdown"),
        (b"%PDF-1.7\n\x00", "x.txt is binary, not text", "Markdown"),
        ("Grüße".encode("utf-16"), "x.txt is UTF-16", "UTF-8"),
        (b"One.\nTwo caf\xe9s.", "x.txt is not UTF-8: byte 0xe9 in line 2", "UTF-8"),
    ],
)
def test_what_is_no_text(data, message, help):
    with pytest.raises(SourceError) as caught:
        read_text(data, "x.txt")
    assert caught.value.message == str(caught.value) == message
    assert help in caught.value.help


def test_an_html_page_without_text():
    with pytest.raises(SourceError, match="holds no text"):
        text_of("<html><script>x</script></html>", "x.html")


def test_a_text_without_headings_has_no_sections():
    assert read_text(b"One. Two.", "a.md").sections == ()


def test_markdown_of_nothing_but_marks_is_refused():
    with pytest.raises(SourceError, match="more than 200,000 marks"):
        read_text(b"[*" * 100_001, "x.md")
    assert read_text(b"words " + b"[*" * 1000, "x.md").paragraphs
    assert read_text(b"words " + b"[*" * 100_001, "x.txt").paragraphs
