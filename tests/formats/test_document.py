"""The places of parts of a map are the same whether its nodes are kept or read again."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import argmap_json, argmap_yaml, document, json_nodes, read, yaml_nodes
from argmap.formats.nodes import Lines, Mapping
from argmap.formats.shape import flatten
from argmap.testing import maps, mutations

EXAMPLES = sorted(Path("examples").rglob("*.yaml")) + sorted(Path("maps").rglob("*.yaml"))

STYLES = """\
argmap: 1
claims:
  a: {text: 'one, two',
      supported_by: [b, {premises: [c, d], warrant: w}, premises: [e], {premises: [f], undercut_by: [g]}]}
  "b":
    text: >-
      folded text
      of several lines

    at: {s: [¶1, "¶2 some … words"], t: }   # a comment
    # another
    attacked_by:
    - premises:
      - c
      - d
      weight: 0.5
      undercut_by:
        - id: step
          premises: e
    -   f
    label:
    tags:
      - x
      - y
  ? c
  : text: with a question mark
    evidence: [s, t]
  d: {}
  e: no mapping
  b: {text: again}
  h: {text: broken, supported_by: [{premises: [c,
    d], undercut_by: [
    {id: other, premises: e, weight:
    0.5}]}, g]}
  f: {text: "a\u2028b", ignore: {AM107: why, orphan: }}
  \u2028  g: {text: x}
"""


def paths(text, nodes):
    """Return every path that a finding may name, and some that lead nowhere."""
    found = [(), ("title",), ("claims",), ("claims", "none"), ("thesis", 0), ("relations", "none", "scheme")]
    claims = nodes.get("claims")
    for id, (_, entry) in claims.entries.items() if isinstance(claims, Mapping) else ():
        found += [("claims", id), ("claims", id, "none")]
        for field in entry.entries if isinstance(entry, Mapping) else ():
            place = ("claims", id, field)
            found += [
                place,
                (*place, 0),
                (*place, 1),
                (*place, 1, "source"),
                (*place, 2, "text"),
                (*place, "AM107"),
            ]
    for id in flatten(nodes, Lines(text)).relations:
        place = ("relations", id)
        found += [
            place,
            (*place, "premises"),
            (*place, "premises", 1),
            (*place, "weight"),
            (*place, "warrant", 0),
        ]
    return found


def assert_same_places(text, own, nodes_of):
    lines = Lines(text)
    root, problems = nodes_of.read(lines)
    if not isinstance(root, Mapping):
        return
    asked = paths(text, root)
    whole = document.assemble("m", lines, root, problems, "yaml")
    folded = own.read(text, "m")
    assert folded.map == whole.map
    assert folded.problems == whole.problems
    assert [folded.locate(path) for path in asked] == [whole.locate(path) for path in asked]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_places_in_examples(path):
    assert_same_places(path.read_text(encoding="utf-8"), argmap_yaml, yaml_nodes)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old"])
def test_places_in_every_style_of_yaml(line_end):
    text = STYLES.replace("\n", line_end)
    assert len(paths(text, yaml_nodes.read(Lines(text))[0])) > 80
    assert_same_places(text, argmap_yaml, yaml_nodes)


@given(maps())
def test_places_in_any_map(map):
    assert_same_places(argmap_yaml.write(map).parts[""].decode(), argmap_yaml, yaml_nodes)
    assert_same_places(argmap_json.write(map).parts[""].decode(), argmap_json, json_nodes)


@given(st.sampled_from([STYLES.encode(), *(path.read_bytes() for path in EXAMPLES)]).flatmap(mutations))
def test_places_in_broken_files(data):
    assert_same_places(data.decode("utf-8", "replace"), argmap_yaml, yaml_nodes)


def test_the_second_claim_of_an_id_is_told_where_the_first_stands():
    problem = next(it for it in read(STYLES.encode(), "m.yaml").problems if it.code == "AM002")
    assert (problem.span.line, problem.related[0].span.line) == (30, 5)


def test_a_claim_that_stands_twice_inside_the_first_is_not_taken_for_it():
    text = "argmap: 1\nclaims:\n  a: {text: x}\n  ? {text: y}\n  : z\n  b: {text: z}\n"
    reading = read(text.encode(), "m.yaml")
    assert [it.code for it in reading.problems] == ["AM005", "AM006"]
    assert_same_places(text, argmap_yaml, yaml_nodes)
