"""From hits to findings: places, order, what is set aside, what cannot be read."""

import pytest
from hypothesis import given

from argmap.checks import RULES, Selection, Strictness, check_map
from argmap.checks.registry import CHECKS
from argmap.finding import Problem, Related, Severity, Span
from argmap.graph import Graph
from argmap.testing import maps
from checks.building import claim, map_of


def locate(path):
    """A place for each claim, in alphabetical order of one-letter ids; the rest at the top."""
    line = ord(str(path[1])[0]) if path[0] == "claims" else 1
    return Span(line, 1, line, 2)


def codes(map, *problems, **options):
    found = check_map(map, problems, file="m.yaml", locate=locate, selection=Selection(**options))
    return [(finding.code, finding.span.line) for finding in found]


def problem(code, line=1):
    related = (Related("first here", Span(1, 1, 1, 2)),)
    return Problem(code, "not good", Span(line, 1, line, 2), related, "make it good")


def test_finding_has_all_that_the_rule_and_the_hit_say():
    (found,) = check_map(
        map_of("t"), [], file="m.yaml", locate=locate, selection=Selection(select=("AM107",))
    )
    assert (found.code, found.name, found.severity) == ("AM107", "unsupported", Severity.WARNING)
    assert (found.file, found.span) == ("m.yaml", Span(ord("t"), 1, ord("t"), 2))
    assert '"Claim t." (t)' in found.message
    assert found.help


def test_problems_of_the_reader_become_findings():
    (found,) = check_map(None, [problem("AM004", 3)], file="m.yaml", locate=locate)
    assert (found.code, found.name, found.severity) == ("AM004", "unknown-field", Severity.ERROR)
    assert (found.message, found.help, found.span.line) == ("not good", "make it good", 3)
    assert found.related == problem("AM004").related


def test_sorted_by_place_then_code():
    map = map_of("z a t", "a supports t", "z supports t", "ghost supports t")
    assert codes(map, problem("AM004", 200), problem("AM003", 1)) == [
        ("AM003", 1),
        ("AM101", 1),
        ("AM107", ord("a")),
        ("AM107", ord("z")),
        ("AM004", 200),
    ]


def test_selection_applies_to_warnings_met_while_reading_but_not_to_errors():
    assert codes(map_of("t"), problem("AM003"), select=("AM107",)) == [("AM107", ord("t"))]
    assert codes(map_of("t"), problem("AM004"), ignore=("AM",)) == [("AM004", 1)]


def test_file_that_cannot_be_read_is_never_clear():
    assert codes(None, problem("AM001"), select=("AM107",)) == [("AM001", 1)]
    assert codes(None, problem("AM001"), ignore=("AM0",)) == [("AM001", 1)]


@pytest.mark.parametrize("word", ["AM107", "am107", "unsupported"])
def test_claim_sets_a_finding_aside(word):
    quiet = claim("a", ignore={word: "known"})
    assert codes(map_of([claim("t"), quiet, claim("b")], "a supports t", "b supports t")) == [
        ("AM107", ord("b"))
    ]


@pytest.mark.parametrize("word", ["AM1", "AM108", "orphan", "ALL"])
def test_claim_sets_only_that_finding_aside(word):
    assert ("AM107", ord("a")) in codes(map_of([claim("a", ignore={word: "?"})], thesis=("a",)))


def test_claim_sets_aside_findings_about_relations_that_lead_to_it():
    target = claim("t", ignore={"AM101": "to come", "AM107": "known"})
    map = map_of(
        [target, claim("a", assumed=True)], "r: a supports t", "u: ghost undercuts r", "ghost supports t"
    )
    assert codes(map, ignore=["AM901"]) == []
    loud = map.model_copy(update={"claims": map.claims | {"t": claim("t")}})
    assert codes(loud, ignore=["AM901"]) == [("AM101", 1), ("AM101", 1)]


def test_entries_that_set_nothing_aside_are_reported():
    idle = claim("a", assumed=True, ignore={"AM107": "?", "AM404": "?", "unsuported": "?"})
    (one, two) = check_map(map_of([idle], thesis=("a",)), [], file="m", locate=locate)
    assert one.message == "a sets aside AM107 unsupported, of which there is no finding"
    assert (two.message, two.help) == ("no rule is called 'unsuported'", "Did you mean 'unsupported'?")
    assert codes(map_of([idle], thesis=("a",)), select=["AM1", "AM901"]) == [("AM901", ord("a"))] * 2
    assert codes(map_of([idle], thesis=("a",)), select=["AM2", "AM901"]) == [("AM901", ord("a"))]


def test_an_entry_for_a_rule_like_no_other():
    odd = claim("a", assumed=True, ignore={"qqqqqq": "?"})
    (found,) = check_map(map_of([odd], thesis=("a",)), [], file="m", locate=locate)
    assert (found.message, found.help) == (
        "no rule is called 'qqqqqq'",
        "All rules are listed by: argmap rule.",
    )


def test_findings_name_the_claim_that_they_concern():
    found = check_map(map_of("t a", "a supports t", "ghost supports t"), [], file="m", locate=locate)
    assert {(finding.code, finding.claim) for finding in found} == {("AM101", "t"), ("AM107", "a")}


@given(maps())
def test_no_map_makes_a_rule_fail(map):
    everything = Selection(strictness=Strictness.PEDANTIC)
    found = check_map(map, [], file="m", locate=lambda _: Span(1, 1, 1, 2), selection=everything)
    for finding in found:
        assert "\n" not in finding.message
        assert not finding.message.endswith(".")
        assert finding.help
        assert finding.help[0].isupper()
        assert finding.help[-1] in ".?"


@given(maps())
def test_places_of_hits_exist(map):
    for code, check in CHECKS.items():
        for hit in check(Graph(map)):
            for path in (hit.where, *(path for _, path in hit.related)):
                assert _exists(map, path), (code, path)


def _exists(map, path):  # noqa: PLR0911  a line for each kind of place
    match path:
        case ("thesis", *rest):
            return not rest or rest[0] < len(map.thesis)
        case ("sources", id):
            return id in map.sources
        case ("claims", id, *rest):
            return id in map.claims and (not rest or hasattr(map.claims[id], rest[0]))
        case ("expect", id):
            return id in map.expect
        case ("relations", id, "questions", word):
            return word in map.relations[id].questions
        case ("relations", id, *rest):
            return id in map.relations and _has(map.relations[id], rest)
    return False


def _has(relation, rest):
    if len(rest) == 2:
        return rest[1] < len(relation.premises)
    return not rest or hasattr(relation, rest[0])


def test_rules_of_the_graph_are_known():
    assert set(CHECKS) <= set(RULES)
