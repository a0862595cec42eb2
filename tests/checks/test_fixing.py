"""What can be mended is mended, and nothing is lost by it."""

from argmap.checks import check_map
from argmap.checks.fixing import fix_text
from argmap.finding import Finding, Fix, Severity, Span
from argmap.formats import read

MAP = """\
argmap: 1
thesis: t
claims:
  t:
    text: The thesis is this.
    supported_by: [a, a, bb]
  a: {text: A claim of its own., assumed: true}
  b: {text: Another claim altogether., assumed: true, supported_by: [a]}
"""


def reading(text):
    return read(text.encode(), "m.yaml")


def check(it):
    return check_map(it.map, it.problems, file="m.yaml", locate=it.locate)


def fixing(*fixes):
    """A check that finds just these to mend, each time."""
    return lambda _: [
        Finding("AM107", "name", Severity.WARNING, "Message", "m.yaml", Span(1, 1, 1, 1), fix=fix)
        for fix in fixes
    ]


def test_safe_changes_are_made_until_there_are_none():
    text, fixed = fix_text(MAP, reading, check)
    assert text == MAP.replace("[a, a, bb]", "[a, bb]")
    assert fixed == 1
    assert fix_text(text, reading, check) == (text, 0)


def test_changes_that_a_person_should_look_at_are_made_when_asked_for():
    text, fixed = fix_text(MAP, reading, check, unsafe=True)
    assert text == MAP.replace("[a, a, bb]", "[a, b]").replace(", assumed: true, supp", ", supp")
    assert fixed == 3


def test_a_change_that_loses_a_claim_is_not_made_but_others_are():
    loses, harmless = Fix(("claims", "b")), Fix(("claims", "a", "assumed"))
    assert fix_text(MAP, reading, fixing(loses)) == (MAP, 0)
    text, fixed = fix_text(MAP, reading, fixing(loses, harmless))
    assert (text, fixed) == (MAP.replace(" claim of its own., assumed: true", " claim of its own."), 1)


def test_a_change_that_makes_the_file_worse_is_not_made():
    renamed = Fix(("claims", "t", "text"), "")
    assert fix_text(MAP, reading, fixing(renamed)) == (MAP, 0)


def test_two_changes_count_as_two():
    both = Fix(("claims", "a", "assumed")), Fix(("claims", "b", "assumed"))
    text, fixed = fix_text(MAP, reading, fixing(*both))
    assert (text, fixed) == (MAP.replace(", assumed: true", ""), 2)


def test_changes_that_make_way_for_one_another_come_to_an_end():
    def check(it):
        tags = it.map.claims["a"].tags
        return fixing(Fix(("claims", "a", "tags", 0), f"{tags[0]}x"))(it)

    text, fixed = fix_text(MAP.replace("own.,", "own., tags: [x],"), reading, check)
    assert fixed == 10
    assert f"tags: [{'x' * 11}]" in text


def test_what_is_broken_or_of_another_format_is_left_alone():
    def fail(_):
        raise AssertionError

    assert fix_text("argmap: 1\nclaims: [\n", reading, fail) == ("argmap: 1\nclaims: [\n", 0)
    argdown = "[t]: The thesis.\n  + <a>: A reason.\n"
    assert fix_text(argdown, lambda text: read(text.encode(), "m.argdown"), fail) == (argdown, 0)


def test_a_map_in_json_is_mended_in_json():
    tail = '"ab": {"text": "It is granted.", "assumed": true}}}'
    near = (
        '{"argmap": 1, "thesis": "t", "claims": {"t": {"text": "It is so \\ud83d\\ude00.", "supported_by": ["abc"]}, '
        + tail
    )
    found = fix_text(near, lambda text: read(text.encode(), "m.json"), check, unsafe=True)
    assert found == (near.replace('"abc"', '"ab"'), 1)
    text = '{"argmap": 1, "thesis": "t", "claims": {"t": {"text": "It is so.", "supported_by": ["a", "a"]}, "a": {"text": "A.", "assumed": true}}}'
    found = fix_text(text, lambda text: read(text.encode(), "m.json"), check)
    assert found == (text.replace('["a", "a"]', '["a"]'), 1)
