"""Routes from claim to claim."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from argmap.graph import Graph
from argmap.query.routes import routes
from argmap.testing import maps
from checks.building import map_of


def found(map, start, end, **options):
    return [
        (route.sign, [r.id for r in route.steps]) for route in routes(Graph(map), start, end, **options).found
    ]


def test_shortest_first_and_signs_multiply():
    map = map_of("t a b c", "a supports t", "b attacks t", "a attacks b", "c supports a")
    assert found(map, "c", "t") == [
        (1, ["c:supports:a", "a:supports:t"]),
        (1, ["c:supports:a", "a:attacks:b", "b:attacks:t"]),
    ]


def test_undercuts_lead_on_to_what_the_step_leads_to():
    map = map_of("t a u", "r: a supports t", "u undercuts r")
    assert found(map, "u", "t") == [(-1, ["u:undercuts:r", "r"])]


def test_circles_are_not_gone_round():
    map = map_of("t a b", "a supports b", "b supports a", "a supports t")
    assert found(map, "b", "t") == [(1, ["b:supports:a", "a:supports:t"])]
    assert found(map, "t", "t") == []
    assert routes(Graph(map), "a", "t", limit=1).more is False


@given(maps(), st.data())
def test_routes_are_chains_from_start_to_end(map, data):
    if not map.claims:
        return
    graph = Graph(map)
    start, end = (data.draw(st.sampled_from(sorted(map.claims))) for _ in range(2))
    result = routes(graph, start, end, limit=5)
    lengths = [len(route.steps) for route in result.found]
    assert lengths == sorted(lengths)
    for route in result.found:
        node = start
        for relation in route.steps:
            assert node in relation.premises or node == relation.id
            node = relation.target
        assert node == end


def test_a_route_may_be_as_long_as_the_map():
    ids = [f"c{number}" for number in range(30_000)]
    steps = [f"{premise} attacks {target}" for target, premise in pairwise(ids)]
    (route,) = routes(Graph(map_of(" ".join(ids), *steps)), ids[-1], "c0").found
    assert [step.premises[0] for step in route.steps] == ids[:0:-1]
    assert route.sign == -1


def test_of_more_routes_than_anyone_can_wait_for_some_are_found(monkeypatch):
    monkeypatch.setattr("argmap.query.routes._MOST_STEPS", 20_000)
    side = range(12)
    ids = [f"c{x}-{y}" for x in side for y in side]
    steps = [f"c{x}-{y} supports c{x + 1}-{y}" for x in side[:-1] for y in side]
    steps += [f"c{x}-{y} supports c{x}-{y + 1}" for x in side for y in side[:-1]]
    steps += [f"c{x}-{y + 1} supports c{x}-{y}" for x in side for y in side[:-1]]
    result = routes(Graph(map_of(" ".join(ids), *steps)), "c0-0", "c11-0", limit=3000)
    assert result.more
    assert result.found
    for route in result.found:
        passed = ["c0-0", *(step.target for step in route.steps)]
        assert len(set(passed)) == len(passed)
