"""SVG pictures: whatever texts say, nothing but shapes and text; the same everywhere; whole or refused."""

import subprocess
import sys

import pytest
from hypothesis import given, settings

from argmap.graph import Graph
from argmap.model import Claim
from argmap.render.engine import RenderError
from argmap.render.svg import to_svg
from argmap.testing import maps
from render.picturing import SVG, debate, groups, joined, make, parse, relate, texts

HOSTILE = [
    "<script>alert(1)</script>",
    "a & b &amp; &lt;i&gt; &#65; &nbsp;",
    "quotes \" ' and `backticks`",
    r"backslashes \ \\ \N \G \l \n end\\",
    "]]> --> <!-- <![CDATA[",
    "%s %5B {x} ${y} $(z)",
    '<IMG SRC="/etc/passwd"/></TD></TABLE>',
    "graph {node [label=x]} -> ; # //",
    "https://example.org/" + "a" * 120 + "?q=1&r=2#f",
    "橋は老朽化しており、自動車の通行を禁止すべきである。点検報告書による。",
    "يجب إغلاق الجسر أمام السيارات",
    "Emoji 👩‍👩‍👧‍👦 🇩🇪 🎉",
    "odd \u0085 \u2028 \ud7ff \ue000 \U0010fffd",
    "<b>all of it</b>",
]


@pytest.fixture(scope="module")
def hostile():
    claims = [
        Claim(id=f"c{n}", text=text, section=text, speaker=text, voice="reported")
        for n, text in enumerate(HOSTILE)
    ]
    relations = [relate("supports", f"c{n}", "c0", scheme=text) for n, text in enumerate(HOSTILE) if n]
    return to_svg(make(claims, relations, thesis="c0", title=HOSTILE[0]))


class TestSafety:
    def test_texts_are_shown_as_written(self, hostile):
        drawn = groups(parse(hostile))
        for number, text in enumerate(HOSTILE):
            assert "".join(text.split()) in joined(drawn[f"claim-c{number}"])
            assert drawn[f"claim-c{number}"].find(f"{SVG}title").text == text
            if number:
                assert drawn[f"relation-c{number}:supports:c0"].find(f"{SVG}title").text == (
                    f"c{number} supports c0 ({text})"
                )

    def test_there_is_nothing_in_the_picture_but_shapes_and_text(self, hostile, source):
        for svg in (hostile, source):
            allowed = {"svg", "g", "title", "desc", "text", "path", "polygon", "polyline", "ellipse"}
            for element in parse(svg).iter():
                assert element.tag.removeprefix(SVG) in allowed
                assert not [name for name in element.attrib if "href" in name or name.startswith("on")]
            assert "<!" not in svg
            assert "url(" not in svg

    def test_characters_that_turn_the_direction_are_left_out(self):
        svg = parse(to_svg(make([Claim(id="t", text="a\u202eb\u2066c")], [])))
        assert "abc" in texts(svg)

    @settings(max_examples=8)
    @given(maps())
    def test_every_claim_and_relation_of_any_map_is_drawn(self, map):
        drawn = groups(parse(to_svg(Graph(map))))
        assert {f"claim-{id}" for id in map.claims} <= drawn.keys()
        assert {f"relation-{id}" for id in map.relations} <= drawn.keys()


class TestSameEverywhere:
    def test_twice(self, source):
        assert to_svg(debate()) == source

    def test_says_nothing_of_the_program_that_made_it(self, source):
        assert "graphviz" not in source.lower()

    def test_whatever_fonts_and_settings_a_machine_has(self, source, tmp_path, monkeypatch):
        empty = tmp_path / "fonts.conf"
        empty.write_text("<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig/>")
        monkeypatch.setenv("FONTCONFIG_FILE", str(empty))
        monkeypatch.setenv("GVBINDIR", str(tmp_path))
        monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
        monkeypatch.setenv("HOME", str(tmp_path))
        assert to_svg(debate()) == source

    def test_no_part_of_graphviz_is_loaded_into_this_process(self):
        program = (
            "import sys; from argmap.graph import Graph; from argmap.model import Map, Claim\n"
            "from argmap.render.svg import to_svg\n"
            "to_svg(Graph(Map(claims={'a': Claim(id='a', text='A.')})))\n"
            "print([name for name in sys.modules if 'pygraphviz' in name])"
        )
        run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert run.stdout.strip() == "[]"


class Broken:
    """An engine that hands out what it is told to."""

    name = "broken"

    def __init__(self, change):
        self.change = change

    def render(self, dot, format, *, timeout):
        del dot, format, timeout
        return self.change(
            b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><g id="map"><title>x</title></g>'
            b'<g id="claim-t"><title>t</title><polygon points="1,2 3,4"/></g></svg>'
        )


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda svg: svg[:-20], "broken"),
        (lambda svg: svg.replace(b"3,4", b"nan,4"), "not numbers"),
        (lambda svg: svg.replace(b"claim-t", b"claim-x"), "claim-t is missing"),
    ],
)
def test_what_is_not_a_whole_picture_is_refused(change, complaint):
    graph = make([Claim(id="t", text="Nan and inf.")], [])
    to_svg(graph, engine=Broken(lambda svg: svg))
    with pytest.raises(RenderError, match=complaint):
        to_svg(graph, engine=Broken(change))
