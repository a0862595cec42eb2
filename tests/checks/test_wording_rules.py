"""Edge cases of the rules about wording, AM501–AM505, and about schemes, AM301–AM304; AM201 and AM206."""

import pytest

from argmap.checks import am505_near_duplicate
from argmap.checks.english import stem, words
from argmap.model import Claim, Kind, Map, Quote, Relation
from argmap.schemes import find_scheme, schemes
from checks.building import claim, hits, map_of, places, relation


def texts(*given, **fields):
    claims = {f"c{n}": Claim(id=f"c{n}", text=text) for n, text in enumerate(given)}
    return Map(claims=claims, **fields)


# AM501 weasel-words


@pytest.mark.parametrize(
    ("text", "weasel"),
    [
        ("Many experts agree that the arch will fail.", "Many experts agree"),
        ("Some say it will fail.", "Some say"),
        ("Studies show that cracks grow.", "Studies show"),
        ("It is widely known that cracks grow.", "It is widely known"),
        ("The arch will obviously fail.", "obviously"),
        ("The engineer says that the arch will fail.", None),
        ("The arch is clear of water.", None),
    ],
)
def test_words_that_lean_on_nobody(text, weasel):
    found = hits("AM501", texts(text))
    assert [hit.message.split(' says "')[1].split('"')[0] for hit in found] == ([weasel] if weasel else [])


def test_evidence_answers_the_question_and_other_languages_are_left_alone():
    cited = Claim(id="a", text="Studies show it.", evidence=(Quote(source="s"),))
    assert hits("AM501", Map(claims={"a": cited})) == []
    for language, found in (("de", 0), ("eng", 0), ("en", 1), ("EN", 1), ("en-GB", 1), ("de-EN", 0)):
        assert len(hits("AM501", texts("Studies show it.", language=language))) == found


# AM502 hedge-mismatch


@pytest.mark.parametrize(
    ("target", "reasons", "found"),
    [
        ("The arch will fail.", ["The cracks may grow."], 1),
        ("The arch may fail.", ["The cracks may grow."], 0),
        ("The arch will fail.", ["The cracks may grow.", "The load will double."], 0),
        ("The bridge should be closed.", ["The arch may fail."], 0),
        ("The arch will fail.", [], 0),
    ],
)
def test_certainty_that_reasons_do_not_have(target, reasons, found):
    map = texts(target, *reasons)
    lines = [relation(f"c{n} supports c0") for n in range(1, len(reasons) + 1)]
    assert len(hits("AM502", map.model_copy(update={"relations": {r.id: r for r in lines}}))) == found


# AM503 compound-claim


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The arch is cracked; it will fail.", True),
        ("The arch is cracked. It will fail.", True),
        ("The arch is cracked, and it will fail.", True),
        ("The arch, the parapet and the road are cracked.", False),
        ("Dr. Smith and J. R. Jones say so.", False),
        ("The bridge cost 3.5 million, but not all at once.", False),
        ("The U.S. Congress agreed.", False),
    ],
)
def test_several_things_at_once(text, found):
    assert bool(hits("AM503", texts(text))) == found


# AM504 not-a-claim


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Should it be closed?", "a question"),
        ("“Should it be closed?”", "a question"),
        ("Reasons:", "the beginning of a list"),
        ("https://example.org/a?b=c", "an address"),
        ("1984", "without words"),
        ("19 84.", "without words"),
        ("Economy", "a single word"),
        ("See https://example.org/a", None),
        ("P", None),
        ("橋は古い", None),
        ("Close it!", None),
    ],
)
def test_what_is_no_statement(text, kind):
    found = hits("AM504", texts(text))
    assert [hit.message.split(" is ")[-1].split(",")[0] for hit in found] == ([kind] if kind else [])


# AM505 near-duplicate

ARCH = "The arch of the bridge is cracked."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The bridge's arch is cracked.", True),
        ("THE ARCHES OF THE BRIDGE WERE CRACKED", True),
        ("The bridge/arch is cracked.", True),
        ("The bridge/arch-top is cracked.", True),
        ("The 2 bridge/arch is cracked.", False),
        ("The arch of the bridge is badly cracked.", True),
        ("The arch of the bridge is not cracked.", False),
        ("The arch of the bridge isn't cracked.", False),
        ("The arch of bridge 2 is cracked.", False),
        ("The arch of the tunnel is cracked.", False),
    ],
)
def test_much_the_same(text, found):
    assert bool(hits("AM505", texts(ARCH, text))) == found
    assert bool(hits("AM505", texts(text, ARCH))) == found


@pytest.mark.parametrize(
    "word", ["badly", "slowly", "clearly", "old", "new", "long", "main", "stone", "river", "town"]
)
def test_whichever_word_is_added(word):
    assert hits("AM505", texts(ARCH, f"{ARCH} {word}"))


def test_the_later_claim_is_told_of():
    assert places(
        "AM505", texts("The arch of the bridge is badly cracked.", ARCH, "Other words are here.")
    ) == [("claims", "c1", "text")]


def test_of_two_with_a_word_less_the_one_without_the_earlier_word_is_named():
    less = "The old arch of the bridge is cracked.", "The arch of the bridge is badly cracked."
    (hit,) = hits("AM505", texts(*less, "The old arch of the bridge is badly cracked."))
    assert (hit.where, hit.related) == (
        ("claims", "c2", "text"),
        (("said before", ("claims", "c1", "text")),),
    )


def test_another_wording_that_is_marked_as_one():
    again = Relation(id="r", kind=Kind.REPHRASES, premises=("c1",), target="c0")
    assert hits("AM505", texts(ARCH, ARCH).model_copy(update={"relations": {"r": again}})) == []


def test_short_texts_are_not_compared():
    assert hits("AM505", texts("It is so.", "It is so.")) == []


def test_words_that_are_forgotten_are_looked_at_again(monkeypatch):
    many = texts(ARCH, "Other words are here.", ARCH, "The old arch of the bridge is badly cracked.")
    whole = hits("AM505", many)
    monkeypatch.setattr(am505_near_duplicate, "_KEPT", 2)
    monkeypatch.setattr(am505_near_duplicate, "_NUMBERS", am505_near_duplicate._Numbers())
    assert hits("AM505", many) == whole != []
    assert len(am505_near_duplicate._NUMBERS) <= 2


def test_words_and_their_stems():
    assert words("It isn’t Émile's, 3 times.") == ["it", "isn’t", "émile's", "3", "times"]
    assert {stem(word) for word in ("carry", "carries", "carried")} == {"carry"}


# AM301–AM304


@pytest.mark.parametrize(
    ("fields", "found"), [({}, 1), ({"warrant": "Because."}, 0), ({"scheme": "sign"}, 0)]
)
def test_steps_without_a_warrant(fields, found):
    step = relation("a supports t", **fields)
    assert len(hits("AM301", map_of("t a").model_copy(update={"relations": {step.id: step}}))) == found
    assert hits("AM301", map_of("t a b", "a+b supports t")) == []


def stepped(*more, **fields):
    step = relation("r: a supports t", **fields)
    map = map_of("t a u", *more)
    return map.model_copy(update={"relations": {"r": step} | dict(map.relations)})


def test_open_critical_questions():
    (hit,) = hits("AM302", stepped(scheme="Argument from Sign", questions={"strength": "Strong."}))
    assert hit.message == "1 critical question of sign is open for the step 'a supports t': rivals"
    assert hit.help == "What else could account for the sign?"
    assert hits("AM302", stepped(scheme="sign", questions={"strength": "x", "rivals": "y"})) == []
    assert hits("AM302", stepped(scheme="no such thing")) == []
    undercut = Relation(id="u:undercuts:r", kind=Kind.UNDERCUTS, premises=("u",), target="r")
    questioned = stepped(scheme="sign")
    relations = dict(questioned.relations) | {undercut.id: undercut}
    assert hits("AM302", questioned.model_copy(update={"relations": relations})) == []


@pytest.mark.parametrize(
    ("fields", "message", "help"),
    [
        ({"scheme": "signs"}, "there is no scheme 'signs'", "Did you mean 'sign'?"),
        ({"scheme": "qqqqqq"}, "there is no scheme 'qqqqqq'", "All schemes are listed by: argmap scheme."),
        (
            {"scheme": "sign", "questions": {"rival": "x"}},
            "sign has no critical question 'rival'",
            "Did you mean 'rivals'?",
        ),
        (
            {"questions": {"rivals": "x"}},
            "critical questions are answered, but the step 'a supports t' names no scheme",
            "Which scheme do they belong to (scheme)?",
        ),
    ],
)
def test_schemes_that_do_not_fit(fields, message, help):
    (hit,) = hits("AM303", stepped(**fields))
    assert (hit.message, hit.help) == (message, help)


def test_every_scheme_has_premises_and_questions():
    assert len(schemes()) >= 24
    for name, scheme in schemes().items():
        assert find_scheme(name) is find_scheme(scheme.title) is scheme
        assert scheme.premises
        assert scheme.conclusion.endswith(".")
        assert len(scheme.questions) >= 2
        assert all(question.endswith("?") for question in scheme.questions.values())


def test_thin_support():
    assert places("AM304", map_of("t a b", "a supports t", "b supports a")) == [
        ("claims", "t"),
        ("claims", "a"),
    ]
    assert places("AM304", map_of("t c a b", "c attacks t", "a supports t", "b supports a")) == [
        ("claims", "t"),
        ("claims", "a"),
    ]
    assert hits("AM304", map_of("t a b", "a supports t", "b supports t")) == []
    assert hits("AM304", map_of("t a b", "a+b supports t")) == []
    assert hits("AM304", map_of("t a b c", "a supports t", "c attacks t", "b supports c")) == hits(
        "AM304", map_of("t a", "a supports t")
    )


# AM201 one-sided and AM206 thin-opposition

SIDE = [
    "a supports t",
    "b supports a",
    "c supports a",
    "d supports a",
    "e supports b",
    "f supports b",
    "g supports c",
]


@pytest.mark.parametrize(
    ("lines", "theses", "found"),
    [
        ([*SIDE, "h supports t"], ("t",), ["t"]),
        (SIDE, ("t",), []),
        ([*SIDE, "h attacks d"], ("t",), []),
        ([*SIDE, "r: h supports t", "i undercuts r"], ("t",), []),
        ([*SIDE, "h supports t", "i attacks j"], ("t",), ["t"]),
        ([*SIDE, "h supports t", "i attacks j"], ("t", "j"), ["t"]),
        (["i attacks t", *SIDE, "h supports t"], ("t", "j"), []),
        ([*SIDE, "h supports t", "i attacks t"], ("t", "j"), []),
    ],
)
def test_theses_that_meet_no_counterclaim(lines, theses, found):
    map = map_of("t a b c d e f g h i j", *lines, thesis=theses)
    assert places("AM201", map) == [("claims", id) for id in found]


@pytest.mark.parametrize(
    ("number", "said"),
    [(999, "999 claims bear"), (1000, "1000 claims or more bear"), (1200, "1000 claims or more bear")],
)
def test_very_many_claims_are_not_all_counted(number, said):
    map = map_of([claim("t"), *(claim(f"c{n}") for n in range(number))])
    relations = [relation(f"c{n} supports {'t' if n < 600 else f'c{n - 600}'}") for n in range(number)]
    (hit,) = hits("AM201", map.model_copy(update={"relations": {it.id: it for it in relations}}))
    assert hit.message.startswith(said)


def test_opposition_without_grounds():
    own = claim("a", assumed=True)
    bare = [claim("t"), own, claim("x"), claim("y")]
    lines = ["a supports t", "x attacks t", "y attacks t"]
    assert places("AM206", map_of(bare, *lines)) == [("claims", "t")]
    assert hits("AM206", map_of([*bare[:3], claim("y", assumed=True)], *lines)) == []
    assert hits("AM206", map_of([claim("t"), claim("a"), *bare[2:]], *lines)) == []
    assert hits("AM206", map_of(bare, *lines[:2])) == []
