"""Pictures from the command line."""

import os
import re
import subprocess
import sys

import pytest

from cli.conftest import ROOT

BRIDGE = "examples/bridge/bridge.yaml"


def write_many(map_file, count):
    lines = ["argmap: 1", "title: Many", "thesis: t", "claims:", "  t:", "    text: The thesis."]
    lines.append(f"    supported_by: [{', '.join(f'b{n}' for n in range(count))}]")
    for n in range(count):
        lines += [f"  b{n}:", f"    text: Branch {n} of many.", f"    supported_by: [b{n}a, b{n}b]"]
        lines += [f"  b{n}{leaf}: {{text: A reason., assumed: true}}" for leaf in "ab"]
    return map_file("\n".join(lines))


@pytest.mark.parametrize(("format", "start"), [("png", b"\x89PNG"), ("pdf", b"%PDF"), ("svg", b"<?xml")])
def test_drawn_to_a_file(argmap, tmp_path, format, start):
    target = tmp_path / f"bridge.{format}"
    done = argmap("export", format, BRIDGE, "-o", target)
    assert (done.code, done.out, done.err) == (0, "", f"Wrote {target}\n")
    assert target.read_bytes().startswith(start)


def test_options_go_together(argmap):
    options = ["--theme", "print", "--depth", "1", "--verdicts", "--leaves", "evidenced", "--strength", "qe"]
    done = argmap("export", "svg", BRIDGE, *options, "--findings")
    assert done.code == 0
    for words in ("On the evidence given", "strength 0.", "Findings: ", "claims that are not drawn here"):
        assert words in done.out


def test_pages_go_into_a_folder(argmap, tmp_path, map_file):
    there = write_many(map_file, 20)
    done = argmap("export", "svg", there, "--pages")
    assert done.code == 2
    assert "Name a folder" in done.err
    done = argmap("export", "svg", there, "--pages", "-o", tmp_path / "pages")
    assert done.code == 0
    names = sorted(path.name for path in (tmp_path / "pages").iterdir())
    assert len(names) > 1
    assert names[0] == "page-01.svg"
    overview = (tmp_path / "pages" / names[0]).read_text(encoding="utf-8")
    assert set(re.findall(r'href="(page-\d+\.svg)"', overview)) == set(names[1:])


def test_pdf_of_a_large_map_has_pages_unless_it_is_to_be_one(argmap, tmp_path, map_file):
    from pypdf import PdfReader

    there = write_many(map_file, 30)
    assert argmap("export", "pdf", there, "-o", tmp_path / "a.pdf").code == 0
    assert argmap("export", "pdf", there, "-o", tmp_path / "b.pdf", "--one-page").code == 0
    assert len(PdfReader(tmp_path / "a.pdf").pages) > 1
    assert len(PdfReader(tmp_path / "b.pdf").pages) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_pixels_are_not_for_a_terminal():
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "argmap", "export", "png", BRIDGE]
    done = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert b"PNG is not for a terminal" in done.stderr
    assert b"-o map.png" in done.stderr


def test_letters_without_a_font_are_told_about(argmap, map_file, tmp_path, monkeypatch):
    from argmap.render import fonts

    monkeypatch.setattr(fonts, "has_more", lambda: False)
    there = map_file("argmap: 1\nthesis: t\nclaims: {t: {text: 橋は閉鎖すべきだ。}}")
    done = argmap("export", "png", there, "-o", tmp_path / "o.png")
    assert done.code == 0
    assert "pip install 'argmap[fonts]'" in done.err
    assert argmap("export", "svg", there).err == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["json", BRIDGE, "--theme", "dark"], "--theme has no effect on"),
        (["mermaid", BRIDGE, "--pages"], "--pages has no effect on Mermaid"),
        (["svg", BRIDGE, "--engine", "system"], "dot"),
        (["png", BRIDGE, "-o", "no/such/folder/x.png"], "cannot write no/such/folder/x.png"),
        (["png", BRIDGE, "-o", BRIDGE], "is the map itself"),
        (["svg", BRIDGE, "--strength", "hcat"], "hcat"),
    ],
)
def test_what_cannot_be_done_is_said(argmap, monkeypatch, arguments, message):
    monkeypatch.setenv("ARGMAP_DOT", "/no/such/dot")
    done = argmap("export", *arguments)
    assert done.code == 2
    assert message in done.err


class TestStyles:
    @pytest.fixture
    def styled(self, argmap, tmp_path):
        def run(text, *options):
            settings = tmp_path / "argmap.toml"
            settings.write_text(text, encoding="utf-8")
            return argmap("export", "svg", BRIDGE, "--config", settings, *options)

        return run

    def test_of_the_configuration(self, styled):
        done = styled('[[style]]\nwhere = "voice:analyst"\ncolour = "purple"\nlabel = "Ours"\n')
        assert "■ Ours" in done.out
        assert "#6a1b9a" in done.out

    def test_hide_claims_and_what_hangs_from_them(self, styled):
        done = styled('[[style]]\nwhere = "shops-lose-customers"\nhide = true\n')
        assert 'id="claim-shops-lose-customers"' not in done.out
        assert 'id="claim-close-to-cars"' in done.out

    def test_that_cannot_be_read(self, styled):
        done = styled('[[style]]\nwhere = "role:hero"\ncolour = "red"\n')
        assert done.code == 2
        assert "a style in" in done.err
        assert "role" in done.err

    def test_of_graphviz(self, styled):
        assert styled('[graphviz]\nbgcolor = "#abcdef"\n').out.count("#abcdef") == 1


@pytest.mark.parametrize("picture", [["svg", "--pages"], ["png", "--pages"], ["pdf"]], ids=" ".join)
def test_pages_of_thousands_of_cards_are_refused_at_once(argmap, map_file, picture, tmp_path):
    claims = "".join(f"  c{n}: {{text: Claim {n}., supported_by: [c{n + 1}]}}\n" for n in range(5000))
    path = map_file(f"argmap: 1\nthesis: c0\nclaims:\n{claims}  c5000: {{text: The last.}}\n")
    result = argmap("export", picture[0], path, *picture[1:], "-o", tmp_path / "out")
    assert result.code == 2
    assert "On pages, this is 5,001 cards, which would take minutes" in result.err
    assert "--one-page" in result.err
    assert "--depth 2" in result.err
    assert not (tmp_path / "out").exists()
