"""The outline in Markdown, read again by a parser of Markdown: the text that is there is the text of the map."""

import re

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from argmap import load
from argmap.graph import Graph
from argmap.model import Claim, Map, Relation
from argmap.render.markdown import to_markdown
from render.picturing import chain
from strategies import maps

PARSERS = [MarkdownIt("commonmark"), MarkdownIt("commonmark").enable(["table", "strikethrough"])]


def read(text, parser=PARSERS[0]):
    """Return headings and list items, each with its level and its plain text; nothing else may be there."""
    found, level = [], 0
    for token in parser.parse(text):
        match token.type:
            case "bullet_list_open":
                level += 1
            case "bullet_list_close":
                level -= 1
            case "heading_open":
                found.append(["#" * int(token.tag[1]), ""])
            case "list_item_open":
                found.append([level, ""])
            case "inline":
                assert {child.type for child in token.children} <= {
                    "text",
                    "text_special",
                    "strong_open",
                    "strong_close",
                    "link_open",
                    "link_close",
                }
                found[-1 if found else 0][1] = "".join(child.content for child in token.children)
            case kind:
                assert re.fullmatch("(paragraph_open|(paragraph|heading|list_item)_close)", kind), kind
    return [(level, said) for level, said in found]


def test_the_bridge(snapshot):
    assert to_markdown(Graph(load("examples/bridge/bridge.yaml"))) == snapshot


def one_line(text):
    return re.sub(r"[ \t\r\n]+", " ", text)


@pytest.mark.parametrize("parser", PARSERS)
@given(map=maps())
def test_every_text_survives(parser, map):
    map = map.model_copy(update={"description": None})
    said = [said for _, said in read(to_markdown(Graph(map)), parser)]
    whole = "\n".join(said)
    for claim in map.claims.values():
        assert one_line(claim.text) in whole
        assert one_line(claim.label or "") in whole
        assert one_line(claim.note or "") in whole
    if map.title:
        assert said[0] == one_line(map.title)


@pytest.mark.parametrize(
    "text",
    [
        "1. x",
        "1) x",
        "- x",
        "+ x",
        "* x",
        "# x",
        "> x",
        "---",
        "===",
        "```",
        "    x",
        "[a](b)",
        "![a](b)",
        "<b>x</b>",
        "&lt;",
        "a|b",
        "~~x~~",
        "\\",
        "*x*",
        "_x_",
        "`x`",
        "http://a.b",
        "see (https://a.b/c_d_e?f=*g*&h#i), or www.a_b_c.d",
        "[^1]",
        "[ ] x",
        "$x$",
    ],
)
def test_markup_is_text(text):
    claims = {id: Claim(id=id, text=text) for id in "abc"}
    relations = {"r": Relation(id="r", kind="supports", premises=("b", "c"), target="a")}
    map = Map(title=text, thesis=("a",), claims=claims, relations=relations)
    assert read(to_markdown(Graph(map)), PARSERS[1]) == [
        ("#", text.strip()),
        (1, f"Thesis: {text.strip()}"),
        (2, "Supports, together:"),
        (3, text.strip()),
        (3, text.strip()),
    ]


def test_a_description_is_text():
    text = to_markdown(Graph(Map(description="- not a list")))
    assert PARSERS[0].render(text) == "<p>- not a list</p>\n"


def relation(premise, target, kind="supports"):
    return Relation(id=f"{premise}-{target}", kind=kind, premises=(premise,), target=target)


def test_sections_are_headings_where_the_argument_keeps_to_them():
    sections = {
        "a": None,
        "b": "Costs",
        "c": "Costs",
        "d": "Costs",
        "e": "Safety",
        "f": "Safety",
        "g": "Safety",
    }
    claims = {id: Claim(id=id, text=id.upper(), section=section) for id, section in sections.items()}
    made = [
        relation("b", "a"),
        relation("e", "a", "attacks"),
        *(relation(*pair) for pair in ("cb", "dc", "fe", "ge")),
    ]
    map = Map(thesis=("a",), claims=claims, relations={it.id: it for it in made})
    assert read(to_markdown(Graph(map))) == [
        (1, "Thesis: A"),
        (2, "Supports: B (see “Costs”)"),
        (2, "Attacks: E (see “Safety”)"),
        ("##", "Costs"),
        (1, "Supports “A”: B"),
        (2, "Supports: C"),
        (3, "Supports: D"),
        ("##", "Safety"),
        (1, "Attacks “A”: E"),
        (2, "Supports: F"),
        (2, "Supports: G"),
    ]


def test_sections_that_the_argument_runs_across_are_told_beside_the_claims():
    claims = {id: Claim(id=id, text=id.upper(), section=id) for id in "ab"}
    map = Map(
        thesis=("a",), claims=claims, relations={"r": relation("b", "a").model_copy(update={"id": "r"})}
    )
    assert read(to_markdown(Graph(map))) == [(1, "Thesis: A (section: a)"), (2, "Supports: B (section: b)")]


def test_lists_are_no_deeper_than_words():
    items = read(to_markdown(chain(30)))
    assert max(level for level, _ in items) == 9
    texts = "\n".join(said for _, said in items)
    assert all(claim.text in texts for claim in chain(30).claims.values())
    assert "(continued below)" in texts


def test_circles_and_what_is_not_there():
    claims = {id: Claim(id=id, text=id.upper()) for id in "ab"}
    made = [relation("b", "a"), relation("a", "b"), relation("x", "a")]
    map = Map(thesis=("a",), claims=claims, relations={it.id: it for it in made})
    assert read(to_markdown(Graph(map))) == [
        (1, "Thesis: A"),
        (2, "Supports: B"),
        (3, "Supports: A (circular: it is above)"),
        (2, "Supports: x (not in the map)"),
    ]
