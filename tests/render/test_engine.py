"""The programs that lay pictures out, and what they do when something goes wrong."""

import os
import sys
import time
from pathlib import Path

import pytest

from argmap.render import engine, fonts
from argmap.render.dot import to_dot
from argmap.render.engine import BundledEngine, Deadline, RenderError, SystemEngine, choose_engine
from render.picturing import debate

SMALL = 'digraph { a [label=<<TABLE><TR><TD>x</TD></TR></TABLE>> fontname="Arial"]; b; b -> a }'
needs_scripts = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for dot is a shell script")


@pytest.fixture
def fake_dot(tmp_path, monkeypatch):
    """Make a stand-in for the system's dot."""

    def make(script):
        program = tmp_path / "dot"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        monkeypatch.setenv("ARGMAP_DOT", str(program))

    return make


@pytest.fixture
def without(monkeypatch):
    """Make packages look as if they were not installed."""

    def hide(*names):
        find = engine.find_spec
        for module in (engine, fonts):
            monkeypatch.setattr(module, "find_spec", lambda name: None if name in names else find(name))

    return hide


class TestBundled:
    def test_draws(self):
        svg = BundledEngine().render(SMALL, "svg")
        assert svg.startswith(b"<?xml")
        assert svg.rstrip().endswith(b"</svg>")

    def test_draws_pixels(self):
        assert BundledEngine().render(to_dot(debate()), "png").startswith(b"\x89PNG")

    @pytest.mark.parametrize(
        ("dot", "complaint"),
        [
            ("digraph { a [label=<<B></B>>] }", "Error: syntax error"),
            ("digraph { a [label=<&bogus;>] }", "Error: undefined entity"),
            ("digraph { a -> ", "Error: syntax error"),
        ],
    )
    def test_reports_what_graphviz_only_mutters(self, dot, complaint):
        with pytest.raises(RenderError, match=complaint) as raised:
            BundledEngine().render(dot, "svg")
        assert "\n" not in str(raised.value)
        assert raised.value.help

    def test_unknown_format(self):
        with pytest.raises(RenderError, match="not recognized"):
            BundledEngine().render(SMALL, "nonsense")

    def test_stops_when_the_time_is_up(self):
        dense = "digraph {" + ";".join(f"a{i} -> a{j}" for i in range(90) for j in range(i)) + "}"
        started = time.monotonic()
        with pytest.raises(RenderError, match=r"not done after 0\.2 seconds"):
            BundledEngine().render(dense, "svg", timeout=0.2)
        assert time.monotonic() - started < 20, "it was not waited for"

    def test_opens_no_file_that_a_graph_names(self, tmp_path):
        image = tmp_path / "secret.svg"
        image.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9pt" height="9pt"/>')
        drawn = BundledEngine().render(f'digraph {{ a [image="{image}" label=""] }}', "svg")
        assert b"secret" not in drawn

    def test_leaves_nothing_behind(self, tmp_path, monkeypatch):
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
        BundledEngine().render(SMALL, "svg")
        assert not list(tmp_path.iterdir())

    def test_missing_pygraphviz(self, without):
        without("pygraphviz")
        with pytest.raises(RenderError, match="not installed") as raised:
            BundledEngine().render(SMALL, "svg")
        assert "pip install pygraphviz" in raised.value.help

    def test_missing_font(self, without):
        without("fontpkg_arimo")
        with pytest.raises(RenderError, match="font") as raised:
            BundledEngine().render(SMALL, "svg")
        assert "pip install fontpkg-arimo" in raised.value.help


class TestSystem:
    @needs_scripts
    def test_gives_dot_the_graph_and_takes_what_it_makes(self, fake_dot):
        fake_dot('echo "$1 $2"; cat')
        assert SystemEngine().render("digraph { ä }", "svg") == "-Kdot -Tsvg\ndigraph { ä }".encode()

    @pytest.mark.skipif(not SystemEngine.available(), reason="there is no dot on this machine")
    def test_draws(self):
        assert SystemEngine().render(SMALL, "svg").rstrip().endswith(b"</svg>")

    @needs_scripts
    @pytest.mark.parametrize(
        ("script", "complaint"),
        [
            ("echo 'Error: no' >&2; cat", "Error: no"),
            ("echo 'Fontconfig warning: x' >&2; echo; echo 'out of memory' >&2; exit 3", "out of memory"),
            ("kill -SEGV $$", "ended with code -11"),
            ("exit 0", "ended with code 0"),
        ],
    )
    def test_failures(self, fake_dot, script, complaint):
        fake_dot(script)
        with pytest.raises(RenderError, match=complaint):
            SystemEngine().render("digraph { }", "svg")

    @needs_scripts
    def test_a_wrapper_is_stopped_with_all_it_started(self, fake_dot, tmp_path):
        pid = tmp_path / "pid"
        fake_dot(f"sleep 60 & echo $! > {pid}; wait")
        with pytest.raises(RenderError, match="not done after 1 seconds"):
            SystemEngine().render(SMALL, "svg", timeout=1)
        assert ends(int(pid.read_text()))

    def test_missing_dot(self, monkeypatch):
        monkeypatch.setenv("PATH", "")
        monkeypatch.delenv("ARGMAP_DOT", raising=False)
        with pytest.raises(RenderError, match='"dot" of Graphviz is not installed') as raised:
            SystemEngine().render(SMALL, "svg")
        assert "ARGMAP_DOT" in raised.value.help

    def test_argmap_dot_that_is_no_program(self, monkeypatch):
        monkeypatch.setenv("ARGMAP_DOT", "/no/such/dot")
        with pytest.raises(RenderError, match="ARGMAP_DOT names no program: /no/such/dot"):
            SystemEngine().render(SMALL, "svg")

    @needs_scripts
    def test_program_that_does_not_start(self, tmp_path, monkeypatch):
        program = tmp_path / "dot"
        program.write_text("#!/no/such/interpreter\n")
        program.chmod(0o755)
        monkeypatch.setenv("ARGMAP_DOT", str(program))
        with pytest.raises(RenderError, match="did not start"):
            SystemEngine().render(SMALL, "svg")


def ends(pid):
    """Wait until a process that was killed has ended: the system does that in its own time."""
    for _ in range(200):
        if not alive(pid):
            return True
        time.sleep(0.05)
    return False


def alive(pid):
    """Tell whether a process runs; one that has ended and is not yet waited for does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not (stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z")


class TestChoice:
    def test_by_name(self):
        assert choose_engine("bundled").name == "bundled"
        assert choose_engine("system").name == "system"

    def test_bundled_comes_first(self):
        assert choose_engine().name == "bundled"

    @needs_scripts
    def test_system_where_there_is_no_bundled_one(self, without, fake_dot):
        without("pygraphviz")
        fake_dot("cat")
        assert choose_engine().name == "system"

    def test_of_neither_the_bundled_one_says_what_to_do(self, without, monkeypatch):
        without("pygraphviz")
        monkeypatch.setenv("ARGMAP_DOT", "/no/such/dot")
        with pytest.raises(RenderError, match="pygraphviz") as raised:
            choose_engine().render(SMALL, "svg")
        assert "install Graphviz" in raised.value.help


def test_what_is_drawn_by_a_deadline_has_all_the_time_there_is():
    given = []

    class Slow:
        name = "slow"

        def render(self, *_, timeout=60.0):
            given.append(timeout)
            return b""

    Deadline(Slow(), 400).render("", "svg")
    Deadline(Slow(), 400).render("", "svg", timeout=5)
    assert 390 < given[0] <= 400
    assert given[1] == 5
