"""Parts of maps."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from argmap.graph import Graph
from argmap.model import Map
from argmap.query.part import part
from argmap.testing import maps
from checks.building import map_of

MAP = map_of(
    "t p1 p2 q s u deep apart",
    "p1+p2 supports t",
    "r: deep supports p1",
    "q attacks t",
    "s attacks q",
    "u undercuts r",
    expect={"t": "in", "q": "out"},
)


def parts(ids, without=()):
    found = part(Graph(MAP), ids.split(), without)
    return " ".join(found.claims), " ".join(found.relations)


def test_a_claim_comes_with_its_route_and_what_it_is_linked_with():
    assert parts("s") == ("t q s", "q:attacks:t s:attacks:q")
    assert parts("p1") == ("t p1 p2", "p1+p2:supports:t")
    assert parts("u") == ("t p1 p2 u deep", "p1+p2:supports:t r u:undercuts:r")
    assert parts("apart") == ("apart", "")
    assert parts("") == ("", "")


def test_what_is_left_out_takes_its_steps_with_it():
    assert parts("p1 s", without=["p2"]) == ("t p1 q s", "q:attacks:t s:attacks:q")
    assert parts("s", without=["t"]) == ("q s", "s:attacks:q")


def test_what_comes_later_has_all_its_steps_too():
    """Whichever of a and b is looked at first: the other brings a claim that it bears on."""
    map = map_of("t a b m n", "a+m supports t", "b+n supports t", "a supports n", "b supports m")
    assert part(Graph(map), ["a", "b"]) == map


def test_expectations_go_with_their_claims():
    assert part(Graph(MAP), ["p1"]).expect == {"t": "in"}


@given(maps(), st.data())
def test_parts_are_maps(map, data):
    ids = data.draw(st.sets(st.sampled_from(sorted(map.claims)))) if map.claims else set()
    found = part(Graph(map), ids)
    Map.model_validate(found.model_dump())
    assert ids <= set(found.claims)
    for relation in map.relations.values():
        end = relation.target
        while end in map.relations:
            end = map.relations[end].target
        if end in found.claims and not found.claims.keys().isdisjoint(relation.premises):
            assert relation.id in found.relations
    whole = part(Graph(map), map.claims).relations
    assert all(id in whole for id, r in map.relations.items() if any(p in map.claims for p in r.premises))


def test_what_routes_share_is_gone_over_once():
    ids = [f"c{number}" for number in range(20_000)]
    steps = [f"{premise} supports {target}" for target, premise in pairwise(ids)]
    chain = map_of(" ".join(ids), *steps, thesis=("c0",))
    assert part(Graph(chain), ids) == chain
