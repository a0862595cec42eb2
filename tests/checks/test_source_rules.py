"""Rules that compare a map with the texts of its sources."""

import pytest

from argmap.checks.registry import CHECKS, COMPARISONS
from argmap.graph import Graph
from argmap.model import Quote, Source, Voice
from argmap.sources import open_sources
from checks.building import claim, hits, map_of

TEXT = (
    "A title\n\nThe cat sat on the mat. It purred.\n\nThe cat sat on the mat. Then it left the old house.\n"
)


def compared(code, folder, *places, **fields):
    quotes = tuple(Quote(source="s", **place) for place in places)
    source = Source(id="s", title="S", file="s.txt")
    map = map_of([claim("t", at=quotes)], sources={"s": source}, **fields)
    return list(COMPARISONS[code](Graph(map), open_sources(map, folder)))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "s.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("place", "message", "help"),
    [
        ({"text": "a dog barked"}, "the words are not in 's'", "nearest passage"),
        ({"text": "it left the odd house"}, "not word for word in 's'", "it left the old house"),
        ({"paragraph": 1, "text": "Then it left"}, "the words are in ¶2, not in ¶1", "¶2"),
        ({"paragraph": 3}, "no ¶3", "Headings"),
        ({"text": "…"}, "no words", "¶12"),
        ({"text": "old house … then it left"}, "stands before its beginning", "order"),
    ],
)
def test_quotes_that_are_not_there(folder, place, message, help):
    (hit,) = compared("AM404", folder, place)
    assert message in hit.message
    assert hit.message.endswith(f": {Quote(source='s', **place)}")
    assert help in hit.help
    assert hit.where == ("claims", "t", "at", 0)
    assert not compared("AM409", folder, place)


@pytest.mark.parametrize(
    "place", [{}, {"paragraph": 2}, {"text": "THEN it left … house"}, {"text": "purred"}]
)
def test_quotes_that_are_there(folder, place):
    assert not compared("AM404", folder, place)
    assert not compared("AM409", folder, place)


def test_a_quote_with_two_places(folder):
    (hit,) = compared("AM409", folder, {"paragraph": 1}, {"text": "the cat sat"})
    assert "2 places of 's'" in hit.message
    assert '"¶1 the cat sat", "¶2 the cat sat"' in hit.help
    assert hit.where == ("claims", "t", "at", 1)
    assert not compared("AM404", folder, {"text": "the cat sat"})


def test_a_passage_that_is_shown_is_cut_before_200_characters(folder):
    start = " ".join(f"pier{number:03}" for number in range(24))
    rest = "harbours hopes for more trade and ships"
    (folder / "s.txt").write_text(f"{start} {rest}.\n", encoding="utf-8")
    (hit,) = compared("AM404", folder, {"text": f"{start} {rest.replace('hopes', 'hoped')}"})
    assert hit.help == f'The source has: "{start}…"'


def test_passages_set_aside_are_looked_for(folder):
    (hit,) = compared("AM404", folder, not_argument={"s": {"¶1 it purred": "scene", "¶9": "scene"}})
    assert hit.where == ("not_argument", "s", "¶9")


def test_a_source_without_a_text_is_not_judged(tmp_path):
    map = map_of([claim("t", at=(Quote(source="s", text="x"),))], sources={"s": Source(id="s", title="S")})
    sources = open_sources(map, tmp_path)
    assert not [hit for check in COMPARISONS.values() for hit in check(Graph(map), sources)]


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("none.txt", "does not exist"),
        (".", "is a folder"),
        ("../s.txt", "outside the map's folder"),
        ("/etc/passwd", "outside the map's folder"),
        ("binary.txt", "is binary"),
    ],
)
def test_texts_that_cannot_be_had(folder, file, message):
    (folder / "binary.txt").write_bytes(b"\0\1\2")
    map = map_of("t", sources={"s": Source(id="s", title="S", file=file)})
    (hit,) = COMPARISONS["AM403"](Graph(map), open_sources(map, folder))
    assert message in hit.message
    assert hit.where == ("sources", "s", "file")


def test_a_digest_given_or_not(folder):
    for digest, count in ((None, 0), ("0" * 64, 1)):
        map = map_of("t", sources={"s": Source(id="s", title="S", file="s.txt", sha256=digest)})
        assert len(list(COMPARISONS["AM407"](Graph(map), open_sources(map, folder)))) == count


def found(code, map):
    return [hit.where for hit in CHECKS[code](Graph(map))]


@pytest.mark.parametrize(("claims", "count"), [(2, 0), (3, 1), (4, 1)])
def test_evidence_of_one_source(claims, count):
    made = [claim(id, evidence=(Quote(source="s", paragraph=1),)) for id in "tabc"[:claims]]
    map = map_of(made, sources={"s": Source(id="s", title="S")})
    assert found("AM405", map) == [("sources", "s")] * count
    other = claim("z", evidence=(Quote(source="other"),))
    assert not found("AM405", map_of([*made, other], sources={"s": Source(id="s", title="S")}))


@pytest.mark.parametrize(
    ("text", "evidence", "stale"),
    [("2025", "2015-12", True), ("2025-01", "2016", False), (None, "1900", False), ("2025", None, False)],
)
def test_evidence_and_its_age(text, evidence, stale):
    sources = {id: Source(id=id, title=id, published=date) for id, date in (("c", text), ("e", evidence))}
    quotes = (Quote(source="e", paragraph=1), Quote(source="e", paragraph=2))
    map = map_of([claim("t", at=(Quote(source="c"),), evidence=quotes)], sources=sources)
    assert found("AM406", map) == [("claims", "t", "evidence", 0)] * stale


def test_only_reports_need_a_speaker():
    claims = [claim("t"), claim("a", voice=Voice.REPORTED), claim("b", voice=Voice.REPORTED, speaker="Ann")]
    assert found("AM408", map_of(claims)) == [("claims", "a", "voice")]


@pytest.mark.parametrize(
    ("voice", "expected"),
    [(Voice.AUTHOR, True), (Voice.REPORTED, True), (Voice.IMPLICIT, False), (Voice.ANALYST, False)],
)
def test_claims_of_the_text_have_a_place_in_it(voice, expected):
    anchored = claim("t", at=(Quote(source="s", paragraph=1),))
    assert found("AM410", map_of([anchored, claim("a", voice=voice)])) == [("claims", "a")] * expected
    assert not found("AM410", map_of([claim("t"), claim("a", voice=voice)]))
    assert not found("AM410", map_of([anchored.model_copy(update={"id": "one/t"}), claim("a", voice=voice)]))


# AM411 draft


def test_a_guess_of_several_lines_is_told_on_one():
    (hit,) = hits("AM411", map_of([claim("t", draft="because of\nits words")]))
    assert hit.message == '"Claim t." (t) is a draft (because of its words)'
