"""The model: what it refuses, and what it leaves to the checks."""

import re

import pytest
from pydantic import ValidationError

from argmap.model import Claim, Kind, Map, Quote, Relation, Source, relation_id


def claims(*ids):
    return {id: Claim(id=id, text=f"{id}.") for id in ids}


def relation(id, target, *premises, kind="supports"):
    return {id: Relation(id=id, kind=kind, premises=premises, target=target)}


def test_a_map_is_frozen():
    map = Map(claims=claims("a"))
    with pytest.raises(ValidationError):
        map.title = "x"
    with pytest.raises(ValidationError):
        map.claims["a"].text = "x"


def test_unknown_premises_and_theses_are_for_checks_to_find():
    Map(thesis=("nobody",), claims=claims("a"), relations=relation("r", "a", "nobody"))


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"claims": {"x": Claim(id="a", text="A")}}, "'a' is filed under 'x'"),
        ({"sources": {"x": Source(id="a", title="A")}}, "'a' is filed under 'x'"),
        ({"claims": claims("a"), "relations": relation("a", "a", "a")}, "names both a claim and a relation"),
        ({"claims": claims("a"), "relations": relation("r", "b", "a")}, "targets 'b', which does not exist"),
        ({"claims": claims("a"), "relations": relation("r", "r", "a")}, "targets itself"),
        (
            {"claims": claims("a"), "relations": relation("r", "s", "a") | relation("s", "r", "a")},
            "targets itself by way of others",
        ),
    ],
)
def test_what_every_algorithm_relies_on_is_enforced(fields, message):
    with pytest.raises(ValidationError, match=message):
        Map(**fields)


def test_targets_may_come_in_any_order_and_at_any_depth():
    chain = {}
    for level in reversed(range(2000)):
        chain |= relation(f"r{level}", f"r{level - 1}" if level else "a", "b", kind="undercuts")
    assert len(Map(claims=claims("a", "b"), relations=chain).relations) == 2000


@pytest.mark.parametrize(
    ("value", "flag"),
    [(True, True), ("true", True), ("Yes", True), ("no", False), ("false", False), ("because", "because")],
)
def test_flags_are_true_false_or_a_reason(value, flag):
    assert Claim(id="a", text="A", assumed=value).assumed == flag


@pytest.mark.parametrize("value", [-0.1, 1.1, float("nan"), float("inf"), "much"])
def test_scores_lie_between_0_and_1(value):
    with pytest.raises(ValidationError):
        Claim(id="a", text="A", confidence=value)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//x", "https://a b"]
)
def test_addresses_are_harmless(url):
    with pytest.raises(ValidationError):
        Source(id="s", title="S", url=url)


@pytest.mark.parametrize("date", ["2025", "2025-03", "2025-03-02"])
def test_dates(date):
    assert Source(id="s", title="S", published=date).published == date


@pytest.mark.parametrize("date", ["25", "2025-13", "2025-03-32", "March 2025", "2025-3-2"])
def test_what_is_no_date(date):
    with pytest.raises(ValidationError):
        Source(id="s", title="S", published=date)


def test_quotes_of_a_source_stand_together():
    cited = [Quote(source=source, paragraph=n) for n, source in enumerate("abab", 1)]
    assert [quote.paragraph for quote in Claim(id="x", text="X", at=cited).at] == [1, 3, 2, 4]


def test_three_quotes_are_enough_to_be_out_of_order():
    cited = [Quote(source=source) for source in "aba"]
    assert [quote.source for quote in Claim(id="x", text="X", at=cited).at] == ["a", "a", "b"]


@pytest.mark.parametrize(
    ("quote", "written"),
    [
        (Quote(source="s"), ""),
        (Quote(source="s", paragraph=3), "¶3"),
        (Quote(source="s", text="a … b"), "a … b"),
        (Quote(source="s", paragraph=3, text="a … b"), "¶3 a … b"),
    ],
)
def test_quotes_read_as_they_are_written(quote, written):
    assert str(quote) == written


def test_signs():
    assert {kind.value: kind.sign for kind in Kind} == {
        "supports": 1,
        "attacks": -1,
        "undercuts": -1,
        "rephrases": 1,
    }


def test_derived_ids_read_as_the_relation_does():
    step = relation_id(Kind.SUPPORTS, ("a", "b"), "c")
    assert step == "a+b:supports:c"
    assert relation_id(Kind.UNDERCUTS, ("u",), step) == "u:undercuts:a+b:supports:c"


def test_the_derived_id_of_very_many_premises_is_short():
    many = tuple(f"c{n}" for n in range(20_000))
    id = relation_id(Kind.SUPPORTS, many, "t")
    assert re.fullmatch(r"c0\+19999-more-[0-9a-f]{16}:supports:t", id)
    assert id != relation_id(Kind.SUPPORTS, (*many[:-1], "x"), "t")
    assert Relation(id=id, kind="supports", premises=many, target="t").id == id


def test_an_id_of_a_thousand_characters_is_not_shortened_yet():
    assert relation_id(Kind.SUPPORTS, ("x" * 998, "y"), "t") == f"{'x' * 998}+y:supports:t"
    assert "-more-" in relation_id(Kind.SUPPORTS, ("x" * 999, "y"), "t")


@pytest.mark.parametrize("place", ["¶0", "¶ 0 words", "¶000"])
def test_paragraphs_are_numbered_from_one(place):
    with pytest.raises(ValidationError, match="there is no paragraph 0: paragraphs are numbered from 1"):
        Map(not_argument={"s": {place: "A scene."}})
    assert Map(not_argument={"s": {"¶10": "A scene.", "¶0.5": "Another."}}).not_argument


@pytest.mark.parametrize("voice", ["author", "implicit", "analyst"])
def test_only_reported_claims_have_a_speaker(voice):
    message = f"a speaker, but voice is {voice}: only reported claims have one"
    with pytest.raises(ValidationError, match=message):
        Claim(id="a", text="A", voice=voice, speaker="Ann")
    assert Claim(id="a", text="A", voice=voice, speaker=None).speaker is None
    assert Claim(id="a", text="A", voice="reported", speaker="Ann").speaker == "Ann"


def test_a_voice_that_there_is_not_is_all_that_is_wrong():
    with pytest.raises(ValidationError) as caught:
        Claim(id="a", text="A", voice="nobody", speaker="Ann")
    assert [error["loc"] for error in caught.value.errors()] == [("voice",)]


def test_numbers_become_ids_and_other_things_are_refused():
    assert Claim(id=5, text="A").id == "5"
    with pytest.raises(ValidationError):
        Claim(id=None, text="A")


def test_the_name_of_a_claim_is_its_label_or_else_its_text():
    assert Claim(id="a", text="Long text.").name == "Long text."
    assert Claim(id="a", text="Long text.", label="Short").name == "Short"


@pytest.mark.parametrize("text", ["\u202e", "\u200b \u200f", "\xad", " \n "])
def test_text_has_something_to_see(text):
    with pytest.raises(ValidationError):
        Claim(id="a", text=text)


@pytest.mark.parametrize("id", ["cafe\u0301", "a\u037e"])  # the second, composed, ends in a semicolon
def test_a_map_has_composed_ids_only(id):
    claims = {"a": {"id": "a", "text": "A"}}
    step = {"id": "r", "kind": "supports", "premises": [id], "target": "a"}
    for fields in ({"claims": {id: {"id": id, "text": "A"}}}, {"relations": {"r": step}}):
        with pytest.raises(ValidationError, match="Normalisation Form C"):
            Map.model_validate({"claims": claims, **fields})


def test_ids_that_name_claims_and_sources_are_composed():
    composed, typed = "caf\u00e9", "cafe\u0301"
    map = Map(
        thesis=(typed,), include={typed: "a.yaml"}, expect={typed: "in"}, not_argument={typed: {"¶1": "no"}}
    )
    assert map.thesis == (composed,)
    assert [*map.include, *map.expect, *map.not_argument] == [composed] * 3
    assert Quote(source=typed).source == composed


def test_a_digest_is_written_in_lower_case():
    source = Source(id="s", title="S", sha256="AB" * 32)
    assert source.sha256 == "ab" * 32


@pytest.mark.parametrize(
    "fields",
    [
        {"sources": {"s": {"id": "s", "title": "S", "sha256": "ab"}}},
        {"expect": {"a": "true"}},
        {"expect": {"no id": "in"}},
        {"claims": {"a": {"id": "a", "text": "A.", "standard": "certainty"}}},
        {"not_argument": {"s": {"¶1": ""}}},
    ],
)
def test_values_that_no_map_has(fields):
    with pytest.raises(ValidationError):
        Map.model_validate(fields)


@pytest.mark.parametrize(
    ("word", "label"), [("stands", "in"), ("falls", "out"), ("open", "undec"), ("in", "in")]
)
def test_expected_verdicts_in_plain_words_are_labels(word, label):
    assert Map.model_validate({"expect": {"a": word}}).expect == {"a": label}
