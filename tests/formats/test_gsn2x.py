"""Safety cases of gsn2x: what becomes of goals, strategies, solutions, contexts, assumptions and challenges."""

from pathlib import Path

import pytest

from argmap import formats
from argmap.finding import Span

CORPUS = Path(__file__).parent.parent / "corpora" / "gsn2x"


def sample(name):
    return formats.read((CORPUS / name).read_bytes(), name)


def read(text):
    return formats.read(text.encode(), "m.gsn.yaml")


def shape(map):
    return {r.id: (r.premises, r.kind.value, r.target) for r in map.relations.values()}


def test_goals_are_claims_and_strategies_steps():
    reading = sample("example.gsn.yaml")
    map = reading.map
    assert (reading.format, reading.problems) == ("gsn2x", ())
    assert map.thesis == ("G1",)
    assert shape(map) == {
        "G1.G2": (("G2",), "supports", "G1"),
        "G1.G3": (("G3",), "supports", "G1"),
        "S2": (("G4", "G7"), "supports", "G1"),
        "S1": (("G5", "G6", "A1"), "supports", "G2"),
        "G5.A2": (("A2",), "supports", "G5"),
    }
    step = map.relations["S1"]
    assert (step.warrant, step.note) == ("Strategy 1", "Justification J1: Justification 1")
    assert map.claims["G3"].note == "Context C1: Context 1"
    assert map.claims["G7"].tags == ("undeveloped",)
    assert [id for id, claim in map.claims.items() if claim.assumed] == ["A1", "A2"]


def test_solutions_are_evidence():
    map = sample("example.gsn.yaml").map
    assert [quote.source for quote in map.claims["G5"].evidence] == ["Sn3", "Sn4"]
    assert map.sources["Sn1"].title == "Solution 1"
    assert map.sources["Sn1"].url == "https://github.com/jonasthewolf/gsn2x"
    assert map.sources["Sn2"].note == (
        "layer1: Additional information on layer 1\nlayer2: Additional information on layer 2"
    )


def test_challenges_attack_goals_and_solutions_and_undercut_steps():
    map = sample("second.gsn.yaml").map
    found = {id: it for id, it in shape(map).items() if it[1] != "supports"}
    assert found == {
        "G2.CG1": (("CG1",), "attacks", "G2"),
        "CCSn1:undercuts:G2.CG1": (("CCSn1",), "undercuts", "G2.CG1"),
        "G5.CSn2": (("CSn2",), "attacks", "G5"),
        "CSn2.CCG1": (("CCG1",), "attacks", "CSn2"),
        "Sn3.CG3": (("CG3",), "attacks", "Sn3"),
        "CG3.CCSn3": (("CCSn3",), "attacks", "CG3"),
        "CG4:undercuts:S2": (("CG4",), "undercuts", "S2"),
    }
    assert map.claims["Sn3"].evidence[0].source == "Sn3"
    assert "G6.Sn3" in map.relations
    assert map.claims["G2"].tags == ("defeated",)


def test_elements_of_other_modules_are_away():
    map = sample("index.gsn.yaml").map
    assert map.title == "Main"
    assert map.claims["G3"].tags == ("away",)
    assert shape(map) == {"S1": (("G2", "G3", "A1"), "supports", "G1")}
    assert map.claims["A1"].assumed is True
    instance = sample("instance.gsn.yaml").map
    assert (instance.title, instance.description) == ("instance", "Extending instance")
    assert shape(instance) == {"G1.G2": (("G2",), "supports", "G1")}
    assert instance.thesis == ("G1",)


STRATEGIES = """\
G1: {text: One, supportedBy: [S1, S2], inContextOf: [A1]}
G2: {text: Two, supportedBy: S1, inContextOf: J1, url: not a link}
S1: {text: By halves, supportedBy: [G3, Sn1, S3], inContextOf: C1}
S2: {text: Some day, undeveloped: true}
S3: {text: By quarters, supportedBy: [G4, G5]}
G3: {text: Three}
G4: {text: Four}
G5: {text: Five, inContextOf: A2}
Sn1: {text: A test}
A1: {text: It is assumed}
A2: {text: So is this}
C1: {text: Halves}
J1: {text: Contested}
X: {nodeType: CounterGoal, text: No, challenges: [J1, S2, G1 -> S1, S3 -> G4]}
"""


def test_strategies_may_be_shared_nested_or_undeveloped():
    reading = read(STRATEGIES)
    assert [problem.message for problem in reading.problems] == [
        "the strategy 'S2' joins nothing that could be denied"
    ]
    map = reading.map
    assert shape(map) == {
        "S3": (("G4", "G5", "A1"), "supports", "G1"),
        "S1": (("G3", "Sn1", "A1"), "supports", "G1"),
        "S3-2": (("G4", "G5", "J1"), "supports", "G2"),
        "S1-2": (("G3", "Sn1", "J1"), "supports", "G2"),
        "J1.X": (("X",), "attacks", "J1"),
        "X:undercuts:S1": (("X",), "undercuts", "S1"),
        "X:undercuts:S3": (("X",), "undercuts", "S3"),
        "X:undercuts:S3-2": (("X",), "undercuts", "S3-2"),
    }
    assert map.relations["S3"].warrant == "By halves\nBy quarters"
    assert map.relations["S1"].note == "Context C1: Halves"
    assert map.claims["G1"].note == "Strategy S2: Some day"
    assert map.claims["G2"].note == "url: not a link"
    assert map.claims["J1"].assumed is True
    assert map.claims["Sn1"].text == "A test"
    assert map.claims["G5"].note == "Assumption A2: So is this"
    assert "A2" not in map.claims


def test_every_part_has_its_place():
    reading = read(STRATEGIES)
    assert reading.locate(("claims", "G3", "text")) == Span(6, 1, 6, 3)
    assert reading.locate(("relations", "S3", "premises", 1)) == Span(5, 43, 5, 45)
    assert reading.locate(("relations", "X:undercuts:S1")).line == 14
    assert reading.locate(("sources", "Sn1")).line == 9


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "message"),
    [
        ("G1: {supportedBy: [G2]}\nG21:", "AM101", 1, 20, "there is no element 'G2'"),
        ("G1:\nX1: {text: x}", "AM006", 2, 1, "'X1' is no type of element"),
        ("G1: text", "AM006", 1, 5, "'G1' should have fields"),
        ("G1: {supportedBy: C1}\nC1:", "AM006", 1, 19, "'C1' is of the type Context"),
        ("G1:\nCG1: {challenges: G1 -> G1 -> G1}", "AM006", 2, 19, "'G1 -> G1 -> G1' is no relation"),
        ("G1:\nCG1: {challenges: G1 -> CG1}", "AM101", 2, 19, "'CG1' does not bear on 'G1'"),
        (
            "G1:\nS1:\nCG1: {challenges: S1}",
            "AM101",
            3,
            19,
            "the strategy 'S1' joins nothing that could be denied",
        ),
        ("G1: {text: x}\nG1: {text: y}", "AM002", 2, 1, "the key 'G1' stands twice"),
        ("- X1", "AM006", 1, 1, "not a safety case: the file has no fields at its top"),
        ("{}", "AM006", 1, 1, "not a safety case: there is no element in it"),
        ("", "AM001", 1, 1, "the file is empty"),
        ("G1: {supportedBy: [{a: b}]}", "AM006", 1, 20, "supportedBy should be a list of names"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text, code, line, column, message):
    (problem,) = read(text).problems
    assert (problem.code, problem.span.line, problem.span.column) == (code, line, column)
    assert problem.message.startswith(message)


def test_circles_come_to_an_end():
    map = read("G1: {supportedBy: [S1]}\nS1: {supportedBy: [S2, G1]}\nS2: {supportedBy: [S1, G1]}").map
    assert shape(map) == {"S2": (("G1",), "supports", "G1"), "S1": (("G1",), "supports", "G1")}


def test_a_short_file_cannot_stand_for_ever_so_many_relations():
    shared = "".join(f"G{n}: {{supportedBy: [S1]}}\n" for n in range(1000))
    parts = "".join(f"GG{n}:\n" for n in range(1000))
    (problem,) = read(
        f"{shared}{parts}S1: {{supportedBy: [{', '.join(f'GG{n}' for n in range(1000))}]}}"
    ).problems
    assert problem.message == "more relations than any map needs"
    nested = "".join(f"S{n}: {{supportedBy: [S{n + 1}, S{n + 2}]}}\n" for n in range(90))
    map = read(f"G1: {{supportedBy: [S0]}}\nG2:\n{nested}S90: {{supportedBy: [G2]}}\nS91:").map
    assert [relation.id for relation in map.relations.values()] == ["S90"]


def test_the_ending_tells_more_than_a_shared_one():
    assert formats.format_of("a.gsn.yaml", "").name == "gsn2x"
    assert formats.format_of("a.gsn.yaml", "argmap: 1\n").name == "yaml"
    assert formats.format_of("a.yaml", "G1:\n  text: x\n").name == "gsn2x"
    assert formats.format_of("a.yaml", "").name == "yaml"
