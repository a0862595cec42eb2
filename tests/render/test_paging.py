"""Long maps on several pages."""

from collections import Counter

import pytest
from hypothesis import given

from argmap.graph import Graph
from argmap.model import Claim
from argmap.render.extent import Room
from argmap.render.forest import Form, grow
from argmap.render.paging import paginate, pruned
from argmap.render.scene import Scene
from argmap.render.sections import sections_of
from argmap.render.themes import LIGHT
from render.picturing import chain, debate, make, relate
from strategies import maps


def paged(graph, *, width=700, height=600, depth=None, sections=False):
    """Share a map out on pages that hold three cards beside and seven below one another."""
    room = Room(width, height, 200, 40, dict.fromkeys(graph.claims, 60), 100)
    forest, more = pruned(grow(graph), depth)
    scene = Scene(graph, LIGHT)
    section = sections_of(scene.graph, forest) if sections else None
    return [scene.seen(view) for view in paginate(graph, forest, more, room, section)]


def star(size):
    claims = [Claim(id="t", text="A thesis."), *(Claim(id=f"c{n}", text=f"Reason {n}.") for n in range(size))]
    return make(claims, [relate("supports", f"c{n}", "t") for n in range(size)])


def tree(branches, leaves):
    claims = [Claim(id="t", text="A thesis.")]
    relations = []
    for branch in range(branches):
        claims.append(Claim(id=f"b{branch}", text=f"Branch {branch}.", section=f"Part {branch}"))
        relations.append(relate("supports", f"b{branch}", "t"))
        for leaf in range(leaves):
            claims.append(Claim(id=f"b{branch}l{leaf}", text="A reason.", section=f"Part {branch}"))
            relations.append(relate("attacks", f"b{branch}l{leaf}", f"b{branch}"))
    return make(claims, relations)


def check_whole(graph, pages):
    drawn = Counter(relation for page in pages for relation in page.relations)
    placed = {node.relation.id for page in pages for node in page.nodes if node.relation}
    assert set(drawn) == placed
    assert set(drawn.values()) <= {1}, "no relation is drawn twice"
    assert set(drawn) == set(graph.relations)
    assert {claim for page in pages for claim in page.claims} == set(graph.claims)


@pytest.mark.parametrize("graph", [debate(), chain(45), star(40), tree(6, 4), make([], [])])
def test_everything_is_drawn_and_no_step_twice(graph):
    check_whole(graph, paged(graph))


@given(maps())
def test_so_it_is_with_any_map(map):
    graph = Graph(map)
    check_whole(graph, paged(graph))


def test_the_overview_comes_first_and_names_the_pages_of_branches():
    first, *others = paged(tree(6, 4))
    assert first.view.title == "Overview"
    assert "t" in first.claims
    for claim, more in first.view.more.items():
        page = others[more.page - 2]
        assert claim in {root.id for root in page.view.roots}
        assert more.claims == 4


@pytest.mark.parametrize("sections", [False, True])
def test_a_map_without_a_thesis_has_its_overview_from_what_bears_on_nothing(sections):
    named = tree(6, 4)
    graph = Graph(named.map.model_copy(update={"thesis": ()}))
    assert not graph.theses
    pages = paged(graph, sections=sections)
    check_whole(graph, pages)
    assert pages[0].view.title == "Overview"
    assert "t" in pages[0].claims
    assert [len(page.claims) for page in pages] == [
        len(page.claims) for page in paged(named, sections=sections)
    ]


def test_short_branches_share_a_page():
    pages = paged(tree(6, 3))
    assert [len(page.view.roots) for page in pages] == [1, 2, 2, 2]


def test_what_does_not_fit_below_one_another_goes_on_on_the_next_page():
    pages = paged(star(40))
    assert len(pages) > 4
    assert all({root.id for root in page.view.roots} == {"t"} for page in pages)
    assert pages[0].view.more["t"].page == 2
    assert "t" not in pages[-1].view.more


def test_a_reference_names_the_page_of_its_claim():
    pages = paged(chain(45))
    places = pages[0].view.pages
    for page in pages:
        for node in page.nodes:
            if node.form is Form.AGAIN:
                assert node.id in pages[places[node.id] - 1].claims


def test_levels_below_a_depth_are_counted_on_whichever_page():
    graph = tree(6, 4)
    pages = paged(graph, depth=1)
    assert {claim for page in pages for claim in page.claims} == {"t", *(f"b{n}" for n in range(6))}
    assert {more.claims for page in pages for id, more in page.view.more.items() if id != "t"} == {4}


def test_pages_keep_to_sections_where_the_argument_does():
    graph = tree(6, 3)
    _, *pages = paged(graph, sections=True)
    assert [page.view.title for page in pages] == [f"Part {n}" for n in range(6)]
    for number, page in enumerate(pages):
        assert {graph.claims[claim].section for claim in page.claims} == {f"Part {number}"}


def test_a_chain_as_long_as_you_like_takes_no_deep_recursion():
    assert len(paged(chain(3000))) > 300
