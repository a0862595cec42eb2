"""Reading good files: the shapes that people write."""

import pytest

import argmap
from argmap import formats
from argmap.files import TooLargeError
from argmap.model import Kind

BRIDGE = """\
argmap: 1
thesis: close
sources:
  report: {title: Inspection, published: 2025-03-02}
claims:
  close:
    text: The bridge should be closed.
    at: {report: "¶3 we recommend … traffic"}
    supported_by:
      - corroded
      - [traffic, design]
      - premises: [near-collapse]
        scheme: sign
        undercut_by:
          - premises: cranes
            undercut_by: [no-cranes-then]
    attacked_by: [detour]
  corroded: {text: Corroded., evidence: {report: [¶1, "¶2 a third … section"]}}
  traffic: {text: Traffic has doubled., assumed: yes}
  design: {text: The design load is exceeded., assumed: The council says so.}
  near-collapse: {text: It nearly fell twice., tags: danger}
  cranes: {text: Those were cranes.}
  no-cranes-then: {text: There was no crane that day.}
  detour:
    text: The detour costs jobs.
    voice: reported
    speaker: Harbour Board
    residual: Weighed and accepted.
    confidence: 0.7
"""


@pytest.fixture(scope="module")
def bridge() -> argmap.Map:
    return argmap.loads(BRIDGE)


def test_relations_become_flat(bridge):
    assert list(bridge.relations) == [
        "corroded:supports:close",
        "traffic+design:supports:close",
        "near-collapse:supports:close",
        "cranes:undercuts:near-collapse:supports:close",
        "no-cranes-then:undercuts:cranes:undercuts:near-collapse:supports:close",
        "detour:attacks:close",
    ]
    undercut = bridge.relations["no-cranes-then:undercuts:cranes:undercuts:near-collapse:supports:close"]
    assert undercut.kind is Kind.UNDERCUTS
    assert undercut.target == "cranes:undercuts:near-collapse:supports:close"
    assert bridge.relations["near-collapse:supports:close"].scheme == "sign"


def test_values_become_types_by_the_schema_only(bridge):
    assert bridge.claims["traffic"].assumed is True
    assert bridge.claims["design"].assumed == "The council says so."
    assert bridge.claims["detour"].confidence == 0.7
    assert bridge.claims["near-collapse"].tags == ("danger",)
    assert bridge.sources["report"].published == "2025-03-02"


def test_words_that_other_readers_take_for_numbers_and_truth_stay_words():
    text = "argmap: 1\nthesis: no\nclaims:\n  no: {text: 0123, note: 12:30:45}\n  null: {text: on, note: null, label: ~}\n"
    map = argmap.loads(text)
    assert map.thesis == ("no",)
    assert [claim.text for claim in map.claims.values()] == ["0123", "on"]
    assert map.claims["no"].note == "12:30:45"
    assert (map.claims["null"].note, map.claims["null"].label) == (None, None)


def test_places(bridge):
    quote = bridge.claims["close"].at[0]
    assert (quote.source, quote.paragraph, quote.text) == ("report", 3, "we recommend … traffic")
    assert [(q.paragraph, q.text) for q in bridge.claims["corroded"].evidence] == [
        (1, None),
        (2, "a third … section"),
    ]


@pytest.mark.parametrize(
    ("place", "paragraph", "text"),
    [
        ("¶12", 12, None),
        ("¶ 12", 12, None),
        ("¶12 some words", 12, "some words"),
        ('¶12 "some words"', 12, "some words"),
        ("some words", None, "some words"),
        ('"some words"', None, "some words"),
        ('"¶12 is the place"', None, "¶12 is the place"),
        ('say "no" or "yes"', None, 'say "no" or "yes"'),
        ("¶12th", None, "¶12th"),
        ("", None, None),
    ],
)
def test_notation_of_places(place, paragraph, text):
    from argmap.formats.notation import parse_place

    assert parse_place(place) == {
        key: value for key, value in (("paragraph", paragraph), ("text", text)) if value is not None
    }


@pytest.mark.parametrize("cited", ["report", "[report]", "{report: }", '{report: ""}', "{report: []}"])
def test_a_source_can_be_cited_without_a_place(cited):
    text = f"argmap: 1\nsources: {{report: {{title: R}}}}\nclaims: {{a: {{text: A., evidence: {cited}}}}}\n"
    evidence = argmap.loads(text).claims["a"].evidence
    if cited == "{report: []}":
        assert evidence == ()
    else:
        assert evidence == (argmap.Quote(source="report"),)


def test_several_theses():
    assert argmap.loads("{argmap: 1, thesis: [a, b], claims: {a: {text: A}, b: {text: B}}}").thesis == (
        "a",
        "b",
    )


@pytest.mark.parametrize("text", [BRIDGE.replace("\n", "\r\n"), "\ufeff" + BRIDGE, BRIDGE.rstrip("\n")])
def test_line_ends_and_byte_order_mark_make_no_difference(text, bridge):
    assert argmap.loads(text) == bridge


def test_ids_typed_with_combining_accents_are_the_same_ids():
    map = argmap.loads("argmap: 1\nthesis: cafe\u0301\nclaims:\n  caf\u00e9: {text: Coffee.}\n")
    assert map.thesis == ("caf\u00e9",)
    assert argmap.Graph(map).theses == ("caf\u00e9",)


def test_claims_tell_which_fields_the_file_gives_them_also_when_one_is_changed():
    text = "{argmap: 1, claims: {a: {text: A}, b: {text: B}, c: {text: C, assumed: true, supported_by: [a]}}}"
    map = argmap.loads(text)
    given = [sorted(claim.model_fields_set) for claim in map.claims.values()]
    assert given == [["id", "text"], ["id", "text"], ["assumed", "id", "text"]]
    assert map.claims["a"].model_copy(update={"assumed": True}).model_fields_set == {"id", "text", "assumed"}
    assert map.claims["a"].model_fields_set == map.claims["b"].model_fields_set == {"id", "text"}


@pytest.mark.parametrize("empty", ['""', "~"])
def test_a_relation_with_an_empty_id_has_none_of_its_own(empty):
    map = argmap.loads(
        f"{{argmap: 1, claims: {{a: {{text: A}}, b: {{text: B, supported_by: [{{id: {empty}, premises: [a]}}]}}}}}}"
    )
    assert list(map.relations) == ["a:supports:b"]


def test_quotes_keep_their_characters():
    text = 'argmap: 1\nsources: {s: {title: S}}\nclaims: {a: {text: A, at: {s: "e\u0301 … \U0001d1bb"}}}\n'
    assert argmap.loads(text).claims["a"].at[0].text == "e\u0301 … \U0001d1bb"


def test_relations_that_are_alike_get_different_ids():
    map = argmap.loads("{argmap: 1, claims: {a: {text: A}, b: {text: B, supported_by: [a, a, a]}}}")
    assert list(map.relations) == ["a:supports:b", "a:supports:b#2", "a:supports:b#3"]


def test_json_is_told_by_ending_or_by_its_first_character():
    text = b'{"argmap": 1, "claims": {"a": {"text": "\\ud83d\\ude00 \\/", "confidence": 1, "assumed": true}}}'
    for name in ("map.json", "<stdin>"):
        reading = formats.read(text, name)
        assert reading.problems == ()
        assert reading.map.claims["a"].text == "😀 /"
        assert reading.map.claims["a"].assumed is True


def test_load_reads_a_file(tmp_path, bridge):
    path = tmp_path / "bridge.yaml"
    path.write_text(BRIDGE, encoding="utf-8")
    assert argmap.load(path) == bridge
    assert argmap.load(str(path)) == bridge


def test_load_raises_with_all_problems():
    with pytest.raises(
        argmap.ReadError, match=r"map.yaml:2:1: a map has no field 'titel' \(and 1 more\)"
    ) as caught:
        argmap.loads("argmap: 1\ntitel: x\nclaims: {a: {}}\n")
    assert [problem.code for problem in caught.value.reading.problems] == ["AM004", "AM006"]


def spans(reading, text, *paths):
    """Return the words of the file that paths are located at."""
    lines = text.split("\n")
    found = []
    for path in paths:
        span = reading.locate(path)
        assert span.line == span.end_line
        found.append(lines[span.line - 1][span.column - 1 : span.end_column - 1])
    return found


def test_every_part_of_a_map_has_a_place():
    reading = formats.read(BRIDGE.encode(), "bridge.yaml")
    undercut = "cranes:undercuts:near-collapse:supports:close"
    assert spans(
        reading,
        BRIDGE,
        ("thesis",),
        ("thesis", 0),
        ("claims", "close"),
        ("claims", "close", "text"),
        ("claims", "close", "at", 0),
        ("claims", "close", "at", 0, "source"),
        ("claims", "corroded", "evidence", 1),
        ("claims", "corroded", "evidence", 1, "source"),
        ("claims", "traffic", "assumed"),
        ("claims", "traffic", "voice"),
        ("sources", "report"),
        ("sources", "report", "published"),
        ("relations", "corroded:supports:close"),
        ("relations", "traffic+design:supports:close"),
        ("relations", "traffic+design:supports:close", "premises", 1),
        ("relations", "near-collapse:supports:close", "scheme"),
        ("relations", "near-collapse:supports:close", "premises", 0),
        ("relations", undercut),
        ("relations", f"no-cranes-then:undercuts:{undercut}"),
    ) == [
        "close",
        "close",
        "close",
        "The bridge should be closed.",
        '"¶3 we recommend … traffic"',
        "report",
        '"¶2 a third … section"',
        "report",
        "yes",
        "traffic",
        "report",
        "2025-03-02",
        "corroded",
        "[traffic, design]",
        "design",
        "sign",
        "near-collapse",
        "cranes",
        "no-cranes-then",
    ]


def test_what_the_file_does_not_spell_out_is_located_at_the_nearest_part():
    reading = formats.read(BRIDGE.encode(), "bridge.yaml")
    assert reading.locate(("claims", "none")).line == 5  # the key "claims"
    assert reading.locate(("relations", "none")).line == 1
    assert reading.locate(()).line == 1


def test_positions_count_characters_and_lines_as_editors_do():
    text = '{argmap: 1, claims: {a: {text: "x\u2028y\x85z"},\r\nb: {text: ü, voice: bad}}}'
    (problem,) = formats.read(text.encode(), "m.yaml").problems
    assert (problem.span.line, problem.span.column) == (2, 21)


def test_thousands_of_relations_that_are_alike():
    text = f"argmap: 1\nclaims:\n  a: {{text: A}}\n  b: {{text: B, supported_by: [{'a, ' * 20_000}]}}\n"
    assert list(argmap.loads(text).relations)[-1] == "a:supports:b#20000"


def test_load_reads_no_more_than_it_is_let(tmp_path):
    path = tmp_path / "bridge.yaml"
    path.write_text(BRIDGE, encoding="utf-8")
    with pytest.raises(TooLargeError):
        argmap.load(path, max_size=100)


def test_public_names_can_be_listed():
    assert {"load", "Map", "Graph", "Role"} <= set(dir(argmap))
