"""Several files as one map."""

import pytest

import argmap
from argmap.formats import ReadError, load, read_file
from argmap.graph import Graph, Role

ONE = """\
argmap: 1
thesis: t
sources: {s: {title: S, file: texts/s.txt}}
claims:
  t: {text: One thesis., supported_by: [{premises: [a], id: step}], at: {s: ¶1}}
  a: {text: A reason.}
"""
TWO = ONE.replace("One", "Another").replace("reason", "ground")
BOTH = """\
argmap: 1
thesis: debate
include:
  one: one.yaml
  two: sub/two.yaml
claims:
  debate: {text: Both are right., supported_by: [[one/t, two/t]]}
  one/a: {attacked_by: [two/a]}
  mine: {text: Not so., attacked_by: [one/t]}
  two/t: {attacked_by: [mine]}
"""


@pytest.fixture
def write(tmp_path):
    (tmp_path / "argmap.toml").touch()

    def make(**files):
        for name, text in files.items():
            path = tmp_path / name.replace("__", "/")
            path = path.with_name(f"{path.name}.yaml")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return make


def problems(path):
    reading = read_file(path, path.name, path.read_bytes())
    return [(problem.code, problem.span.line, problem.message) for problem in reading.problems]


def test_claims_of_several_files_are_one_graph(write):
    map = load(write(one=ONE, sub__two=TWO, both=BOTH) / "both.yaml")
    assert set(map.claims) == {"debate", "mine", "one/t", "one/a", "two/t", "two/a"}
    assert map.claims["one/t"].text == "One thesis."
    assert map.relations["one/step"].premises == ("one/a",)
    assert map.relations["two/a:attacks:one/a"].target == "one/a"
    assert map.claims["two/t"].at[0].source == "two/s"
    assert map.sources["two/s"].file == "sub/texts/s.txt"
    assert map.thesis == ("debate",)
    assert Graph(map).roles["two/a"] is Role.MIXED
    argmap.Map.model_validate(map.model_dump())


def test_maps_that_are_included_include_others(write):
    inner = (
        "argmap: 1\nthesis: i\ninclude: {deep: one.yaml}\nclaims: {i: {text: I., supported_by: [deep/t]}}\n"
    )
    outer = "argmap: 1\nthesis: o\ninclude: {in: inner.yaml}\nclaims: {o: {text: O., supported_by: [in/i]}}\n"
    map = load(write(one=ONE, inner=inner, outer=outer) / "outer.yaml")
    assert map.claims["in/deep/a"].text == "A reason."
    assert (
        map.relations["in/deep/t:supports:i"].premises == ("in/deep/t",)
        if "in/deep/t:supports:i" in map.relations
        else True
    )
    assert Graph(map).distance["in/deep/a"] == 3


@pytest.mark.parametrize(
    ("include", "message"),
    [
        ("x: none.yaml", "cannot read none.yaml: No such file or directory"),
        (
            "x: bad.yaml",
            "bad.yaml cannot be read as it is meant: not valid YAML: did not find expected node content",
        ),
        ("x: main.yaml", "main.yaml includes this map in turn"),
        ("x: ../../other.yaml", "../../other.yaml lies outside the project"),
        ("x: /etc/passwd", "/etc/passwd lies outside the project"),
        ("x: loop.yaml", "loop.yaml cannot be read as it is meant: main.yaml includes this map in turn"),
    ],
)
def test_what_cannot_be_included(write, include, message):
    loop = "argmap: 1\ninclude: {m: main.yaml}\nclaims: {}\n"
    main = f"argmap: 1\ninclude:\n  {include}\nclaims: {{a: {{text: A.}}}}\n"
    path = write(bad="argmap: 1\nclaims: [\n", loop=loop, main=main) / "main.yaml"
    assert problems(path) == [("AM113", 3, message)]
    with pytest.raises(ReadError):
        load(path)


def test_a_link_does_not_lead_out_of_the_project(write, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "o.yaml"
    outside.write_text(ONE)
    folder = write(main="argmap: 1\ninclude: {x: link.yaml}\nclaims: {}\n")
    (folder / "link.yaml").symlink_to(outside)
    assert problems(folder / "main.yaml") == [("AM113", 2, "link.yaml lies outside the project")]


def test_a_claim_that_the_other_map_does_not_have(write):
    main = "argmap: 1\ninclude: {x: one.yaml}\nclaims:\n  x/b: {attacked_by: [x/a]}\n"
    assert problems(write(one=ONE, main=main) / "main.yaml") == [
        ("AM113", 4, "the map that is included as x has no claim 'x/b'")
    ]


def test_without_an_include_an_id_with_a_slash_is_a_claim_like_any_other():
    map = argmap.loads("argmap: 1\nclaims: {a/b: {text: Merged from elsewhere.}}\n")
    assert list(map.claims) == ["a/b"]
    with pytest.raises(ReadError):
        argmap.loads("argmap: 1\nclaims: {a/b: {}}\n")


def test_what_is_said_of_a_claim_of_another_map_is_said_there(write):
    main = (
        "argmap: 1\nthesis: m\ninclude: {one: one.yaml}\nsources: {one/s: {title: Mine}}\nclaims:\n"
        "  m: {text: M., supported_by: [one/t]}\n  one/t: {text: In other words.}\n  one/a: {note: Mine., attacked_by: [m]}\n"
    )
    assert problems(write(one=ONE, main=main) / "main.yaml") == [
        ("AM113", 4, "the source one/s stands in one.yaml"),
        ("AM113", 7, "one/t stands in one.yaml, and what it says is said there"),
        ("AM113", 8, "one/a stands in one.yaml, and what it says is said there"),
    ]


def test_a_circle_of_maps_is_told_as_one(write):
    text = "argmap: 1\nthesis: t\ninclude: {{x: {}.yaml}}\nclaims: {{t: {{text: T.}}}}\n"
    folder = write(a=text.format("b"), b=text.format("c"), c=text.format("a"))
    assert problems(folder / "a.yaml") == [
        (
            "AM113",
            3,
            "b.yaml cannot be read as it is meant: c.yaml cannot be read as it is meant: a.yaml includes this map in turn",
        )
    ]
