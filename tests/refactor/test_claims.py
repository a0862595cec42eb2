"""Claims as text: added, split, taken out."""

import pytest

from argmap.formats import loads
from argmap.formats.edit import Editor
from argmap.model import Kind
from argmap.refactor import (
    EditError,
    add_claim,
    link,
    remove,
    split,
)
from refactor.building import MAP, edited


def test_a_claim_is_added_in_lines_like_the_others():
    assert edited(add_claim(MAP, "m.yaml", "new", {"text": "It: costs.", "voice": "analyst"})) == [
        "+   new:",
        '+     text: "It: costs."',
        "+     voice: analyst",
    ]


@pytest.mark.parametrize("end", ["\n", ""])
@pytest.mark.parametrize("between", ["", "\n"])
@pytest.mark.parametrize(
    "last",
    [
        "  z: {text: Z.}",
        "  z:\n    text: Z.",
        "  z:\n    text: Z.\n    supported_by:\n    - a",
        "  z:\n    text: Z.\n    supported_by:\n      - premises: [a]\n        id: s",
    ],
)
@pytest.mark.parametrize("target", ["z", "a:supports:z", "s", "t", "other/x"])
def test_a_claim_that_bears_on_another_is_added_as_in_two_edits(end, between, last, target):
    head = "argmap: 1\ninclude: {other: o.yaml}\nclaims:\n"
    text = between.join([head, "  t: {text: T.}\n", "  a:\n    text: A.\n", f"{last}{end}"])
    kind = Kind.UNDERCUTS if target == "s" or ":" in target else Kind.SUPPORTS
    added = add_claim(text, "m.yaml", "new", {"text": "N."}).text
    try:
        linked = link(added, "m.yaml", ["new"], kind, target).text
    except EditError as error:
        with pytest.raises(EditError, match=str(error)):
            add_claim(text, "m.yaml", "new", {"text": "N."}, (kind, target))
    else:
        assert add_claim(text, "m.yaml", "new", {"text": "N."}, (kind, target)).text == linked


@pytest.mark.parametrize(
    "text",
    [
        "argmap: 1\nclaims:\n  ? a\n  : {text: A.}\n",
        "argmap: 1\r\nclaims:\r\n  ? a\r\n  : text: A.\r\n  ? b\r\n  : {text: B., supported_by: [a]}\r\n",
        "argmap: 1\ninclude: {other: o.yaml}\nclaims:\n  ? a\n  : {text: A.}",
    ],
)
@pytest.mark.parametrize("kind", [Kind.SUPPORTS, Kind.ATTACKS])
def test_a_claim_that_would_make_the_file_unreadable_is_refused_whatever_it_bears_on(text, kind):
    with pytest.raises(EditError, match="that would not be read as a map: not valid YAML") as alone:
        add_claim(text, "m.yaml", "new", {"text": "N."})
    with pytest.raises(EditError) as bearing:
        add_claim(text, "m.yaml", "new", {"text": "N."}, (kind, "a"))
    assert (str(bearing.value), bearing.value.help) == (str(alone.value), alone.value.help)


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        (None, ""),
        (Kind.SUPPORTS, "a"),
        (Kind.SUPPORTS, "other/x"),
        (Kind.UNDERCUTS, "other/x:supports:a"),
    ],
)
def test_an_edit_that_is_read_as_one_claim_too_many_is_refused(monkeypatch, kind, target):
    text = "argmap: 1\ninclude: {other: o.yaml}\nclaims:\n  a: {text: A., supported_by: [other/x]}\n"
    bears = (kind, target) if kind else None
    assert add_claim(text, "m.yaml", "new", {"text": "N."}, bears).text
    more, result = "  more: {text: M.}\n", Editor.result
    monkeypatch.setattr(Editor, "result", lambda self: result(self).replace(more, "") + more)
    with pytest.raises(EditError, match="the file writes this in a way that cannot be edited"):
        add_claim(text, "m.yaml", "new", {"text": "N."}, bears)


def test_a_claim_is_removed_with_what_needs_it():
    result = remove(MAP, "m.yaml", "b")
    assert [line for line in edited(result) if line.strip("- ")] == [
        "-       - [b, c]",
        "-   b:",
        "-     text: B.",
        "-     evidence: src",
    ]
    assert "\n\n\n" not in result.text
    assert result.notes == (
        "c no longer supports t: they worked only with b",
        "c does not bear on the thesis any more",
    )
    assert "expect" not in remove(MAP, "m.yaml", "t").text


@pytest.mark.parametrize(
    ("id", "gone"),
    [
        ("a", ["# of a", "a: {text: A.}"]),
        ("b", ["b: {text: B.}"]),
        ("c", ["c: {text: C.}"]),
        ("d", ["# of d", "d: {text: D.}"]),
    ],
)
def test_a_comment_goes_with_the_claim_that_it_is_about(id, gone):
    text = (
        "argmap: 1\nclaims:\n  # of all\n\n  # of a\n  a: {text: A.}\n\n  # of some\n  b: {text: B.}\n  c: {text: C.}\n"
        "  # of d\n  d: {text: D.}\n"
    )
    before, after = text.splitlines(), remove(text, "m.yaml", id).text.splitlines()
    assert [line.strip() for line in before if line.strip() and line not in after] == gone


def test_a_claim_is_split():
    result = split(MAP, "m.yaml", "a", new="a2", first="A one.", second="A two.")
    after = loads(result.text)
    assert (after.claims["a"].text, after.claims["a2"].text) == ("A one.", "A two.")
    assert {r.premises for r in after.relations.values() if "a" in r.premises} == {("a", "a2")}
    assert "# first" in result.text
    assert result.notes == ("a2 cites no place yet: look whether those of a are its own",)


@pytest.mark.parametrize("sign", [">", ">-", "|", "|+"])
@pytest.mark.parametrize(
    "behind", ["    note: N.\n", "\n  # c\n    # d\n    note: N.\n", "  b: {text: B., note: N.}\n", ""]
)
def test_a_claim_whose_text_is_a_block_is_split(sign, behind):
    text = f"argmap: 1\nclaims:\n  a:\n    text: {sign}\n      A one,\n      and two.\n{behind}"
    result = split(text, "m.yaml", "a", new="a2", first="A one.", second="A two.").text
    assert result.startswith("argmap: 1\nclaims:\n  a:\n    text: A one.\n")
    after = loads(result)
    assert (after.claims["a"].text, after.claims["a2"].text) == ("A one.", "A two.")
    assert any(claim.note == "N." for claim in after.claims.values()) == ("N." in behind)
