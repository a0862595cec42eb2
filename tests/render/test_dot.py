"""The map in DOT. What can be seen of it is tested with the SVG."""

import re

from hypothesis import given

from argmap.graph import Graph
from argmap.model import Claim
from argmap.render.dot import to_dot
from argmap.testing import maps
from render.picturing import chain, debate, make


def test_same_text_every_time():
    assert to_dot(debate()) == to_dot(debate())


def test_thesis_is_drawn_on_top_of_small_maps_and_left_of_large_ones():
    assert "rankdir=BT" in to_dot(chain(40))
    assert "rankdir=RL" in to_dot(chain(41))


def test_does_without_what_gives_broken_pictures_of_clusters():
    for graph in (debate(), chain(60)):
        assert "ortho" not in to_dot(graph)
        assert "concentrate" not in to_dot(graph)


def test_lines_point_to_the_conclusion():
    dot = to_dot(debate())
    assert re.search(r"\bjobs -> t\b", dot)
    assert re.search(r'\bsleep -> "step linked"', dot)
    assert re.search(r'"step linked" -> t\b', dot)
    assert re.search(r'\bmatched -> "step answer"|\bmatched -> "step undercut"', dot)


def test_ids_that_mean_something_in_dot_are_names_like_others():
    ids = ["node", "graph", "end", "n-s", "été", "橋", "1.5", "1"]
    graph = make([Claim(id=id, text=id) for id in ids], [], thesis="node")
    dot = to_dot(graph)
    for id in ('"node"', '"graph"', '"n-s"', '"橋"'):
        assert f"\t{id} [label=" in dot


def test_labels_read_as_labels_and_everything_else_as_text():
    tricky = "<b>text</b>"
    dot = to_dot(make([Claim(id="t", text=tricky, section=tricky)], [], title=tricky))
    assert f'tooltip="{tricky}"' in dot
    assert "<b>" not in dot.replace(f'tooltip="{tricky}"', "")


@given(maps())
def test_any_map_can_be_drawn(map):
    dot = to_dot(Graph(map))
    assert dot.startswith("digraph argmap {")
    assert dot.rstrip().endswith("}")
