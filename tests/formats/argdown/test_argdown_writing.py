"""Maps as Argdown: what is written reads back as the same map, whatever is in it."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.formats import FORMATS
from argmap.model import Claim, Kind, Map, Relation
from strategies import lines, maps

ARGDOWN = FORMATS["argdown"]


def written(map):
    return ARGDOWN.write(map).parts[""].decode()


def again(map):
    reading = ARGDOWN.read(written(map), "m.argdown")
    assert not reading.problems
    return reading.map


@given(maps())
def test_it_reads_back_as_the_same_map_but_for_what_is_dropped(map):
    dropped = ARGDOWN.write(map).dropped
    lost = {id for it in dropped for id in it.ids}
    kept = {id: it for id, it in map.relations.items() if id not in lost}
    assert again(map) == map.model_copy(update={"relations": kept})
    known = all(id in map.claims for it in map.relations.values() for id in it.premises)
    assert known is not dropped


@given(
    st.text(st.sampled_from("ab:./\\*_#[]<>{}()@=-+,|!?'\" \n1\u00a0:"), min_size=1, max_size=40).filter(
        lambda text: text.strip()
    )
)
@example("1#\u00a0:")
def test_whatever_looks_like_syntax_stays_text(text):
    map = Map(
        thesis=("a",), claims={"a": Claim(id="a", text=text, section=text), "b": Claim(id="b", text="x")}
    )
    assert again(map) == map


@given(lines)
def test_labels_that_make_the_id_are_titles(label):
    map = Map(claims={"a-b": Claim(id="a-b", text="x", label=label)})
    assert again(map) == map


def test_layout(snapshot):
    map = Map(
        title="Layout: a test",
        thesis=("close",),
        claims={
            "close": Claim(id="close", text="Close the bridge.", tags=("city", "two words")),
            "rust": Claim(id="rust", text="It *rusts*, see http://example.org/{1}.", voice="analyst"),
            "load": Claim(id="load", text="It is used too much.", section="Use", label="load"),
            "jobs": Claim(id="jobs", text="Jobs\nwould be lost.", section="Use", assumed="granted: by all"),
            "few": Claim(id="few", text="Few would.", section="Use", note="A note"),
        },
        relations={
            it.id: it
            for it in (
                Relation(id="rust:supports:close", kind=Kind.SUPPORTS, premises=("rust",), target="close"),
                Relation(
                    id="both", kind=Kind.SUPPORTS, premises=("rust", "load"), target="close", scheme="sign"
                ),
                Relation(id="jobs:attacks:close", kind=Kind.ATTACKS, premises=("jobs",), target="close"),
                Relation(
                    id="few:undercuts:jobs:attacks:close",
                    kind=Kind.UNDERCUTS,
                    premises=("few",),
                    target="jobs:attacks:close",
                ),
                Relation(id="close:attacks:jobs", kind=Kind.ATTACKS, premises=("close",), target="jobs"),
                Relation(
                    id="rust+load:rephrases:few", kind=Kind.REPHRASES, premises=("rust", "load"), target="few"
                ),
            )
        },
    )
    assert again(map) == map
    assert written(map) == snapshot


@pytest.mark.parametrize(
    "start", ["- a", "1. a", "(1) a", "* a", "+> a", "# a", "-- a", "[a]: b", "<a>", "=== a ==="]
)
def test_prose_that_looks_like_the_beginning_of_something_stays_prose(start):
    text = json.dumps({"prose": [[None, start]]})
    map = Map(claims={"a": Claim(id="a", text="x")}, carried={"argdown": text})
    assert json.loads(again(map).carried["argdown"]) == {"prose": [[None, start]]}


def test_an_argument_that_is_undercut_is_written_so():
    text = "[a]: x\n  + <b>\n\n<b>: y\n  <_ [u]\n\n[u]: z\n"
    map = ARGDOWN.read(text, "m.argdown").map
    assert written(map) == "===\nthesis: a\n===\n\n" + text
    assert again(map) == map


ARGDOWN_TEXT = """\
===
title: "A debate"
color: {colorScheme: x}
thesis: A
===

Some words before.

# One

Some *more* words.

[A]: One wording.

[A]: Another. #tag
  {color: red}
  + <B>

<B>: In short.

<C> #(argument tag)

(1) [p]
----
(2) [A]
"""


def test_what_a_map_has_no_room_for_comes_back():
    map = ARGDOWN.read(ARGDOWN_TEXT, "m.argdown").map
    text = written(map)
    for part in (
        "colorScheme: x",
        "Some words before.",
        "# One\n\nSome more words.",
        "[A]: One wording.\n\n[A]: Another. #tag\n  {color: red}\n  + <B>",
        "<B>: In short.",
        "<C> #(argument tag)",
    ):
        assert part in text
    assert ARGDOWN.read(text, "m.argdown").map == map


@pytest.mark.parametrize(
    "carried", ["no JSON", "[]", '{"prose": 1}', '{"data": {"x": 1}, "members": 3}', "{}"]
)
def test_what_is_carried_may_be_anything(carried):
    map = Map(claims={"a": Claim(id="a", text="x")}, carried={"argdown": carried})
    assert again(map).claims == map.claims
