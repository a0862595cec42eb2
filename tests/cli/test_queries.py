"""``argmap list``, ``path``, ``stats`` and ``search`` as a user sees them."""

import csv
import json
import re
from io import StringIO

import pytest

BRIDGE = "examples/bridge/bridge.yaml"
MAP = """\
argmap: 1
thesis: t
claims:
  t: {text: The thesis., supported_by: [[a, b], {premises: [c], id: r, undercut_by: [d]}], attacked_by: [o]}
  a: {text: "=1+1 is a claim.", confidence: 0.5, tags: [x, y]}
  b: {text: Another claim., supported_by: [d]}
  c: {text: Élan vital.}
  d: {text: A further claim.}
  o: {text: An objection., attacked_by: [t, a]}
  apart: {text: Has nothing to do with it.}
"""


def test_a_table(argmap, snapshot):
    assert argmap("list", BRIDGE, "--where", "role:counterclaim").out == snapshot


@pytest.mark.parametrize("columns", [40, 56, 60])
@pytest.mark.parametrize(
    "command", [("list", BRIDGE), ("stats", "examples/bridge"), ("search", "cars", BRIDGE)]
)
def test_no_word_is_cut_where_the_terminal_is_narrow(argmap, monkeypatch, command, columns):
    monkeypatch.setenv("COLUMNS", "200")
    known = set(re.split(r"[\s/,:-]+", argmap(*command).out))
    monkeypatch.setenv("COLUMNS", str(columns))
    out = argmap(*command).out
    assert max(map(len, out.splitlines())) <= columns
    assert set(re.split(r"[\s/,:-]+", out)) <= known


def test_rows_that_have_no_room_in_a_table(argmap, monkeypatch, snapshot):
    monkeypatch.setenv("COLUMNS", "40")
    assert (
        argmap("list", BRIDGE, "--where", "role:counterclaim", "--columns", "id,role,label,section,text").out
        == snapshot
    )


def test_ids_are_for_other_commands(argmap, map_file):
    assert (
        argmap("list", map_file(MAP), "--where", "+t,is:leaf", "--output-format", "ids").out == "a\nc\nd\no\n"
    )
    assert argmap("list", map_file(MAP), "--where", "tag:none", "--output-format", "ids").out == ""


def test_columns_and_order(argmap, map_file):
    path = map_file(MAP)
    rows = json.loads(argmap("list", path, "--columns", "id,depth", "--sort", "-depth", "--json").out)[
        "claims"
    ]
    assert rows[0] == {"id": "d", "depth": 2}
    assert rows[-1] == {"id": "apart", "depth": None}
    ids = [row["id"] for row in json.loads(argmap("list", path, "--sort", "text", "--json").out)["claims"]]
    assert ids[0] == "a"


def test_what_bears_on_claims(argmap, map_file):
    columns = "id,supported_by,attacked_by,undercuts"
    rows = json.loads(argmap("list", map_file(MAP), "--columns", columns, "--json").out)["claims"]
    assert rows[0] == {"id": "t", "supported_by": "a + b, c", "attacked_by": "o", "undercuts": None}
    assert rows[4] == {"id": "d", "supported_by": None, "attacked_by": None, "undercuts": "r"}


def test_csv(argmap, map_file):
    rows = list(csv.DictReader(StringIO(argmap("list", map_file(MAP), "--output-format", "csv").out)))
    assert len(rows) == 7
    assert rows[1]["text"] == "'=1+1 is a claim."
    assert (rows[1]["tags"], rows[1]["unsupported"], rows[1]["speaker"]) == ("x, y", "true", "")


@pytest.mark.parametrize("option", ["--columns", "--sort"])
def test_a_column_that_is_not_there(argmap, map_file, option):
    result = argmap("list", map_file(MAP), option, "rol")
    assert (result.code, result.out) == (2, "")
    assert "Did you mean 'role'?" in result.err


def test_routes(argmap, snapshot):
    result = argmap("path", BRIDGE, "load-opens-cracks")
    assert (result.code, result.err) == (0, "")
    assert result.out == snapshot


def test_the_shape_of_routes(argmap, map_file):
    data = json.loads(argmap("path", map_file(MAP), "d", "--json").out)
    assert data["from"] == "d"
    (to,) = data["to"]
    assert (to["id"], to["more"]) == ("t", False)
    assert [(route["sign"], [step["kind"] for step in route["steps"]]) for route in to["routes"]] == [
        (-1, ["undercuts", "supports"]),
        (1, ["supports", "supports"]),
    ]


def test_routes_by_way_of_some_claims(argmap, map_file):
    path = map_file(MAP)
    assert "2 routes, 1 for it" in argmap("path", path, "d", "--where", "b").out
    assert "1 route, against it" in argmap("path", path, "d", "--where", "apart").out
    assert "1 route, against it" in argmap("path", path, "d", "--except", "b").out
    assert argmap("path", path, "b", "--where", "apart").code == 0
    assert argmap("path", path, "d", "--except", "b c", "--where", "nobody").code == 2


def test_routes_that_there_are_not(argmap, map_file):
    path = map_file(MAP)
    assert argmap("path", path, "apart").out == "apart does not bear on t.\n"
    assert argmap("path", path, "apart").code == 1
    assert argmap("path", path, "a", "b").code == 1
    assert "Did you mean 'a'?" in argmap("path", path, "aa").err
    assert argmap("path", map_file("argmap: 1\nclaims: {a: {text: A.}}\n"), "a").code == 2


def test_more_routes_than_wanted(argmap, map_file):
    layers = "".join(
        f"  l{n}a: {{text: A., supported_by: [l{n + 1}a, l{n + 1}b]}}\n  l{n}b: {{text: B., supported_by: [l{n + 1}a, l{n + 1}b]}}\n"
        for n in range(30)
    )
    path = map_file(f"argmap: 1\nthesis: l0a\nclaims:\n{layers}  l30a: {{text: A.}}\n  l30b: {{text: B.}}\n")
    out = argmap("path", path, "l30a", "--limit", "3").out
    assert out.startswith("l30a → l0a: the first 3 routes, for it\n")
    assert out.endswith("There are more: raise --limit.\n")


def test_counts(argmap, snapshot):
    assert argmap("stats", BRIDGE).out == snapshot


def test_counts_of_many_maps(argmap, map_file, monkeypatch):
    map_file(MAP, "one.yaml")
    monkeypatch.chdir(map_file(MAP, "two.yaml").parent)
    assert argmap("stats", ".").out.splitlines()[-1].startswith("in all")
    rows = json.loads(argmap("stats", ".", "--json").out)["maps"]
    assert [row["claims"] for row in rows] == [7, 7]
    map_file("argmap: 1\nclaims: [\n", "bad.yaml")
    result = argmap("stats", ".")
    assert result.code == 2
    assert "AM001" in result.err
    assert "in all" in result.out


def test_empty_maps(argmap, map_file):
    path = map_file("argmap: 1\nclaims: {}\n")
    assert "claims       0" in argmap("stats", path).out
    assert argmap("list", path).code == 0


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("elan", ["c"]),
        ("ÉLAN vital", ["c"]),
        ("vit*", ["c"]),
        ("vit", []),
        ("claim further", ["d"]),
        ('"further claim"', ["d"]),
        ('"claim further"', []),
        ('OR" AND (', []),
        ("", []),
        ("*", []),
        ("x", ["a"]),
    ],
)
def test_search(argmap, map_file, query, ids):
    result = argmap("search", query, map_file(MAP), "--json")
    assert [row["id"] for row in json.loads(result.out)["claims"]] == ids
    assert result.code == (0 if ids else 1)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("关税", True),
        ("税关", False),
        ("合作*", True),
        ("STRASSE", True),
        ("fine", True),
        ("full", True),
        ("ＣＡＦＥ", True),
    ],
)
def test_search_in_other_scripts(argmap, map_file, query, found):
    path = map_file('argmap: 1\nclaims: {a: {text: "合作比关税更有效。Straße ﬁne ＦＵＬＬ cafe\u0301"}}\n')
    assert argmap("search", query, path).code == (0 if found else 1)


def test_nothing_to_list_is_told(argmap, map_file):
    result = argmap("list", map_file(MAP), "--where", "tag:none")
    assert (result.code, result.out.strip(), result.err) == (0, "", "argmap: no claim is selected\n")
    assert argmap("list", map_file(MAP), "--columns", "").code == 2


def test_search_shows_the_best_first(argmap, map_file):
    path = map_file(MAP)
    assert [
        line.split()[-4:] for line in argmap("search", "claim", path, "--limit", "1").out.splitlines()[1:]
    ]
    assert argmap("search", "nothing here", path).err == "argmap: no claim holds all of these words\n"


def test_search_tells_that_it_found_more(argmap, map_file):
    claims = ", ".join(f"c{number}: {{text: Claim {number}.}}" for number in range(21))
    path = map_file(f"argmap: 1\nclaims: {{{claims}}}\n")
    for options, shown, more in (([], 20, True), (["--limit", "21"], 21, False), (["--limit", "3"], 3, True)):
        result = argmap("search", "claim", path, "--json", *options)
        assert len(json.loads(result.out)["claims"]) == shown
        assert result.err == (f"argmap: these are the best {shown}; --limit shows more\n" if more else "")


def test_depths_of_a_long_chain_are_counted_in_one_line(argmap, map_file):
    def chain(length):
        steps = [f"  c{n}: {{text: C., supported_by: [c{n + 1}]}}\n" for n in range(length - 1)]
        return map_file(f"argmap: 1\nthesis: c0\nclaims:\n{''.join(steps)}  c{length - 1}: {{text: C.}}\n")

    near = ", ".join(f"1 at {depth}" for depth in range(10))
    for length, more in ((10, ""), (11, ", 1 at 10"), (12, ", 2 further away, up to 11")):
        out = " ".join(argmap("stats", chain(length)).out.split())
        assert f"steps to it {near}{more} relations" in out
