"""Changes that leave all else as it is."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.finding import Fix
from argmap.formats import extents, loads, writer
from argmap.formats.edit import Editor, edit
from argmap.formats.extents import Extents
from argmap.testing import maps

BLOCK = """\
argmap: 1
thesis: t
claims:
  t:  # the thesis
    text: T.
    supported_by:
      - a  # first
      - b
      - premises: [a, b, c]  # three
        note: |
          long

          note
      - id: own
        premises:
          - a
          - c
    ignore:
      AM107: one  # why
      AM105: two
  # about a
  a: {text: A., ignore: {AM107: x, AM105: y}, tags: [u, v]}
  b: {text: B.}
  c: {text: C.}
"""


def without(*lines):
    """The text without the lines of these numbers, from 1."""
    return "".join(line for n, line in enumerate(BLOCK.splitlines(keepends=True), 1) if n not in lines)


@pytest.mark.parametrize(
    ("paths", "result"),
    [
        ([("claims", "t", "ignore", "AM107")], without(19)),
        ([("claims", "t", "ignore", "AM105")], without(20)),
        ([("claims", "t", "ignore", "AM107"), ("claims", "t", "ignore", "AM105")], without(18, 19, 20)),
        (
            [
                ("claims", "t", "ignore"),
                ("claims", "t", "ignore", "AM107"),
                ("claims", "t", "ignore", "AM105"),
            ],
            without(18, 19, 20),
        ),
        ([("relations", "a:supports:t")], without(7)),
        ([("relations", "a+b+c:supports:t")], without(9, 10, 11, 12, 13)),
        ([("relations", "own")], without(14, 15, 16, 17)),
        ([("relations", "own", "premises", 0)], without(16)),
        ([("relations", "own", "premises", 1)], without(17)),
        ([("relations", "a+b+c:supports:t", "premises", 0)], BLOCK.replace("[a, b, c]", "[b, c]")),
        ([("relations", "a+b+c:supports:t", "premises", 2)], BLOCK.replace("[a, b, c]", "[a, b]")),
        ([("claims", "a", "ignore", "AM107")], BLOCK.replace("AM107: x, ", "")),
        ([("claims", "a", "ignore", "AM105")], BLOCK.replace(", AM105: y", "")),
        ([("claims", "a", "ignore")], BLOCK.replace("ignore: {AM107: x, AM105: y}, ", "")),
        (
            [("claims", "a", "ignore", "AM105"), ("claims", "a", "ignore", "AM107")],
            BLOCK.replace("ignore: {AM107: x, AM105: y}, ", ""),
        ),
        ([("claims", "nobody")], BLOCK),
        ([("claims", "t", "supported_by", 9)], BLOCK),
    ],
)
def test_what_is_taken_out(paths, result):
    assert edit(BLOCK, [Fix(path) for path in paths]) == result


def test_what_is_replaced():
    assert edit(BLOCK, [Fix(("thesis", 0), "a")]) == BLOCK.replace("thesis: t", "thesis: a")
    fix = Fix(("relations", "b:supports:t", "premises", 0), "c")
    assert edit(BLOCK, [fix]) == BLOCK.replace("- b\n", "- c\n", 1)
    assert edit("argmap: 1\nthesis: 't'\nclaims: {}\n", [Fix(("thesis", 0), "a")]) == (
        "argmap: 1\nthesis: 'a'\nclaims: {}\n"
    )


def test_line_ends_stay():
    text = BLOCK.replace("\n", "\r\n")
    assert edit(text, [Fix(("claims", "t", "ignore", "AM107"))]) == without(19).replace("\n", "\r\n")


def test_json():
    text = json.dumps(
        {"argmap": 1, "claims": {"a": {"text": "A.", "ignore": {"AM107": "x", "AM105": "y"}}}}, indent=2
    )
    found = json.loads(edit(text, [Fix(("claims", "a", "ignore", "AM107"))], json=True))
    assert found["claims"]["a"]["ignore"] == {"AM105": "y"}


@given(maps(), st.data())
def test_a_relation_is_taken_out_and_nothing_else(map, data):
    if not map.relations:
        return
    id = data.draw(st.sampled_from(sorted(map.relations)))
    before = loads(writer.to_yaml(map))
    if id not in before.relations or any(r.target == id for r in before.relations.values()):
        return
    after = loads(edit(writer.to_yaml(map), [Fix(("relations", id))]))
    assert after.claims == before.claims
    gone = [(r.kind, r.premises, r.target) for r in before.relations.values() if r.id != id]
    left = [(r.kind, r.premises) for r in after.relations.values()]
    assert left == [(kind, premises) for kind, premises, _ in gone]


def test_breaks_that_the_text_does_not_have_are_not_looked_for():
    sought = set()

    class Noting(str):
        __slots__ = ()

        def rfind(self, mark, *where):
            sought.add(mark)
            return str.rfind(self, mark, *where)

        def find(self, mark, *where):
            sought.add(mark)
            return str.find(self, mark, *where)

    text = "argmap: 1\nclaims:\n  a: {text: A.}\n  b: {text: B.}\n"
    editor = Editor(text)
    last = text.index("  b:")
    assert Extents(Noting(text), editor.root).whole(editor.find(("claims", "b"))) == (last, len(text))
    assert sought == {"\n"}


def test_the_children_of_a_node_are_gone_through_once_however_many_go(monkeypatch):
    number = 100
    items = "".join(f"      - c{n}\n" for n in range(number))
    text = f"argmap: 1\nclaims:\n  t:\n    text: T.\n    supported_by:\n{items}"
    ends = []
    monkeypatch.setattr(extents, "end_of", lambda node, end=extents.end_of: ends.append(node) or end(node))
    fixes = [Fix(("relations", f"c{n}:supports:t")) for n in range(1, number)]
    assert edit(text, fixes) == text[: text.index("      - c1\n")]
    assert len(ends) <= 2 * number
