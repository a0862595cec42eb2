"""@include: the text of another file in its place, inside the project, each once."""

import pytest

from argmap.finding import Span
from argmap.formats import read, read_file


@pytest.fixture
def project(tmp_path):
    (tmp_path / "argmap.toml").touch()
    return tmp_path


def reading(folder, text, **files):
    for name, content in files.items():
        path = folder / f"{name}.argdown"
        path.write_text(content, encoding="utf-8")
    path = folder / "main.argdown"
    path.write_text(text, encoding="utf-8")
    return read_file(path, "main.argdown", path.read_bytes())


def test_an_included_text_takes_part(project):
    read = reading(project, "[a]: x\n  @include(part.argdown)\n\n[b]: y\n", part="+ [c]: z\n    - [d]\n")
    assert not read.problems
    assert set(read.map.relations) == {"c:supports:a", "d:attacks:c"}
    assert read.locate(("claims", "c")) == Span(2, 3, 2, 25)
    assert read.locate(("claims", "b")) == Span(4, 1, 4, 5)
    assert read.text == "[a]: x\n  @include(part.argdown)\n\n[b]: y\n"


def test_problems_of_an_included_text_stand_where_it_is_included(project):
    read = reading(project, "[a]: x\n\n@include(part.argdown)\n", part="[b]: c_d\n")
    assert [(it.code, it.span) for it in read.problems] == [("AM001", Span(3, 1, 3, 23))]


def test_each_file_is_taken_once_and_paths_start_from_the_file(project):
    (project / "sub").mkdir()
    (project / "sub" / "two.argdown").write_text("[two]: x\n\n@include(../one.argdown)\n")
    read = reading(
        project,
        "@include(one.argdown)\n\n@include(one.argdown)\n",
        one="[one]: y\n\n@include(sub/two.argdown)\n",
    )
    assert not read.problems
    assert list(read.map.claims) == ["one", "two"]


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("none.argdown", "cannot read none.argdown: No such file or directory"),
        ("../outside.argdown", "../outside.argdown lies outside the project"),
        ("/etc/passwd", "/etc/passwd lies outside the project"),
        ("main.argdown", "main.argdown includes this file in turn"),
        ("binary.argdown", "cannot read binary.argdown: the file is binary, not text"),
    ],
)
def test_what_cannot_be_included(project, file, message):
    (project / "binary.argdown").write_bytes(b"\0\1")
    read = reading(project, f"[a]: x\n\n@include({file})\n\n[b]: y\n")
    assert [(it.code, it.span.line, it.message) for it in read.problems if it.code == "AM113"] == [
        ("AM113", 3, message)
    ]
    assert set(read.map.claims) == {"a", "b"}


def test_the_number_of_files_is_bounded(project):
    parts = {f"p{n}": f"[c{n}]: x\n\n@include(p{n + 1}.argdown)\n" for n in range(120)}
    read = reading(project, "@include(p0.argdown)\n", **parts)
    assert [it.message for it in read.problems] == ["more than 100 files are included"]
    assert len(read.map.claims) == 100


def test_a_text_without_a_file_includes_nothing():
    [problem] = read(b"[a]: x\n\n@include(part.argdown)\n", "<stdin>.argdown").problems
    assert (problem.code, problem.span) == ("AM113", Span(3, 1, 3, 23))
