"""Arg-microtexts XML: units are claims, edges relations; every part has its place; nothing in a file expands."""

from pathlib import Path

import pytest

from argmap import formats
from argmap.finding import Span
from argmap.model import Kind, Voice

SAMPLE = Path(__file__).parent.parent / "corpora" / "microtext" / "night-bus.xml"


@pytest.fixture(scope="module")
def reading():
    return formats.read(SAMPLE.read_bytes(), "night-bus.xml")


def read(body, head=""):
    return formats.read(f'{head}<arggraph id="t">\n{body}\n</arggraph>'.encode(), "t.xml")


def problems(reading):
    return [(p.code, p.span.line, p.span.column, p.message) for p in reading.problems]


def test_units_are_claims_in_the_words_of_their_segments(reading):
    assert reading.format == "microtext"
    assert reading.problems == ()
    assert {id: claim.text for id, claim in reading.map.claims.items()} == {
        "a1": "The town should keep its night bus.",
        "e8": "So let us hold on to the night bus.",
        "a2": "True, it runs half empty & costs money,",
        "a3": "but an empty seat at two o'clock says little about the one at eleven.",
        "a4": "The last train comes in at half past eleven,",
        "a5": "and the station is two miles from the cafés.",
        "a6": "Last winter, for instance, the hospital's late shift had no other way home.",
        "a7": "People who are stranded at night need a bus.",
    }


def test_the_central_claim_is_the_thesis(reading):
    assert reading.map.thesis == ("a1",)
    assert reading.map.title == "night_bus"
    assert reading.map.description == "topic: public_transport, stance: pro"


def test_the_opponent_is_reported_and_what_is_implicit_is_marked(reading):
    claims = reading.map.claims
    assert (claims["a2"].voice, claims["a2"].speaker) == (Voice.REPORTED, "an opponent")
    assert claims["a7"].voice is Voice.IMPLICIT
    assert claims["a4"].voice is Voice.AUTHOR


def test_edges_are_relations(reading):
    assert [(r.id, r.kind, r.premises, r.target, r.scheme) for r in reading.map.relations.values()] == [
        ("e8:rephrases:a1", Kind.REPHRASES, ("e8",), "a1", None),
        ("c11", Kind.ATTACKS, ("a2",), "a1", None),
        ("c12", Kind.UNDERCUTS, ("a3",), "c11", None),
        ("c13", Kind.SUPPORTS, ("a4", "a5"), "a7", None),
        ("c15", Kind.SUPPORTS, ("a6",), "a7", "example"),
        ("c16", Kind.SUPPORTS, ("a7",), "a1", None),
    ]


def test_every_part_has_its_place(reading):
    assert reading.locate(("claims", "a1")) == Span(14, 3, 14, 28)
    assert reading.locate(("claims", "a2", "text")) == Span(5, 3, 5, 16)
    assert reading.locate(("relations", "c13", "premises", 1)).line == 34
    assert reading.locate(("thesis", 0)) == Span(1, 1, 1, 1)


def test_places_are_counted_in_characters():
    found = read('<edu id="e1">éé</edu><adu type="pro"/>')
    assert problems(found) == [("AM006", 2, 22, "<adu> has no id")]


@pytest.mark.parametrize(
    ("body", "code", "column", "message"),
    [
        ('<edge id="c" src="e" trg="a" type="seg"/>', "AM101", 18, "no segment, joint or unit 'e'"),
        ('<edge id="c" src="a" trg="x" type="add"/>', "AM101", 18, "no step 'x' to add a premise to"),
        ('<edge id="c" src="a" trg="x" type="sup"/>', "AM101", 18, "no 'x' for this to bear on"),
        ('<edge id="c" src="a" trg="a" type="foo"/>', "AM006", 18, "an edge of the type 'foo'"),
        ('<adu id="a"/>', "AM102", 18, "the id 'a' is given twice"),
        ('<adu id="b">&what;</adu>', "AM001", 30, "undefined entity"),
        ('<adu id="b">\x01</adu>', "AM001", 30, "invalid token"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(body, code, column, message):
    (problem,) = read(f'<adu id="a" \t />\n{body}').problems
    assert problem.code == code
    assert (problem.span.line, message in problem.message) == (3, True), problem
    assert problem.span.column == column - 17


def test_an_edge_that_leads_to_itself_is_a_problem():
    found = read('<adu id="a"/>\n<edge id="c" src="a" trg="c" type="und"/>')
    assert problems(found) == [("AM103", 3, 1, "'c', which this bears on, leads to no claim")]


BOMB = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>\n'


@pytest.mark.parametrize(
    ("head", "message"),
    [
        (BOMB, "declarations in the document type"),
        ('<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n', "declarations in the document type"),
        ('<!DOCTYPE a [<!ATTLIST adu x CDATA "aaaaaaa">]>\n', "declarations in the document type"),
        (
            '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://localhost/p"> %p;]>\n',
            "declarations in the document type",
        ),
    ],
)
def test_declarations_are_refused(head, message):
    found = read("<edu id='e'>&a;</edu>", head)
    assert found.map is None
    (problem,) = found.problems
    assert (problem.code, problem.span.line) == ("AM005", 1)
    assert message in problem.message


def test_entities_from_outside_are_refused():
    found = read("<edu id='e'>&a;</edu>", '<!DOCTYPE a SYSTEM "other.dtd">\n')
    assert problems(found) == [
        ("AM005", 3, 13, "the entity &a;, which stands for something outside"),
    ]


def test_files_that_are_none_of_this_are_told():
    deep = formats.read(b"<arggraph>" * 1000, "d.xml")
    assert problems(deep) == [("AM001", 1, 1001, "nested deeper than 100 levels")]
    assert problems(formats.read(b"<svg><g/></svg>", "m.xml")) == [
        ("AM006", 1, 1, "not an argument graph: <svg> at its top, not <arggraph>")
    ]
    assert problems(formats.read(b" \n", "m.xml")) == [("AM001", 1, 1, "the file is empty")]
    (problem,) = formats.read(b"<arggraph>", "m.xml").problems
    assert (problem.code, problem.message) == ("AM001", "not valid XML: no element found")


def test_the_units_of_one_segment_are_all_there():
    found = read(
        '<edu id="e">E</edu><adu id="a"/><adu id="b"/>'
        '<edge id="1" src="e" trg="a" type="seg"/><edge id="2" src="e" trg="b" type="seg"/>'
    )
    assert [claim.text for claim in found.map.claims.values()] == ["E", "E"]
