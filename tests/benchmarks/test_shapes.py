"""The same shape and size is the same argument in each format."""

import pytest
from shapes import SHAPES, WRITERS, words

from argmap import load


def said(map, target):
    """A claim by its text, a relation by what it leads from and to: ids differ between formats."""
    if target in map.claims:
        return map.claims[target].text
    relation = map.relations[target]
    premises = sorted(map.claims[id].text for id in relation.premises)
    return str(relation.kind), premises, said(map, relation.target)


@pytest.mark.parametrize("name", SHAPES)
def test_formats_hold_the_same_argument(name, tmp_path):
    found = []
    for ending, write in WRITERS.items():
        path = tmp_path / f"map.{ending}"
        with path.open("w", encoding="utf-8") as file:
            write(SHAPES[name], 50, file)
        map = load(path)
        claims = sorted(claim.text for claim in map.claims.values())
        found.append((claims, sorted((said(map, id) for id in map.relations), key=repr)))
    assert len(found[0][0]) == 50
    assert found[0] == found[1] == found[2]


def test_shapes_are_what_they_are_called():
    def counts(name):
        reasons = [reason for number in range(100) for reason in SHAPES[name](number, 100)]
        return (
            len(reasons),
            max((len(reason.premises) for reason in reasons), default=0),
            sum(len(reason.undercut_by) for reason in reasons),
        )

    assert counts("flat") == (0, 0, 0)
    assert counts("tree") == counts("chain") == counts("hub") == (99, 1, 0)
    assert counts("linked") == (33, 3, 0)
    assert counts("undercuts") == (66, 1, 33)
    assert counts("dense")[0] > 500


def test_texts_differ_and_are_of_ordinary_length():
    texts = [words(number) for number in range(5_000)]
    assert len(set(texts)) == len(texts)
    assert all(40 < len(text) < 160 for text in texts)
