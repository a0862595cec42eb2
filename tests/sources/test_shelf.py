"""The sources of a map: where their texts are read from, and what keeps them from being read."""

import os

import pytest

from argmap.model import Map, Quote, Source
from argmap.sources import Anchor, Reason, SourceError, open_sources, open_text
from argmap.sources.shelf import MAX_TEXT


def map_of(language=None, **files):
    """A map with a source for each name, its file the value."""
    sources = {
        id: Source(id=id, title=id, file=file, url="https://example.org/" + id) for id, file in files.items()
    }
    return Map(sources=sources, language=language)


@pytest.fixture
def folder(tmp_path):
    base = tmp_path / "maps"
    (base / "sources").mkdir(parents=True)
    (base / "sources" / "a.txt").write_text("It rains. It pours.")
    (tmp_path / "outside.txt").write_text("It shines.")
    return base


def quote(source, words=None):
    return Quote(source=source, text=words)


def test_texts_beside_the_map(folder):
    sources = open_sources(map_of(a="sources/a.txt", b=None), folder)
    assert sources.texts["a"].name == "sources/a.txt"
    assert sources.texts["a"].language == "en"
    assert sources.errors == {}
    found = sources.anchor(quote("a", "it pours"))
    assert isinstance(found, Anchor)
    assert sources.anchor(quote("a", "it pours")) is found
    assert sources.link(found) == "https://example.org/a#:~:text=It%20pours"


def test_texts_that_are_given(folder):
    given = {"a": folder.parent / "outside.txt", "b": folder / "sources" / "a.txt", "other": folder}
    sources = open_sources(map_of("de", a="sources/a.txt", b=None), folder, given)
    assert sources.texts["a"].text == "It shines."
    assert sources.texts["b"].language == "de"
    assert sources.errors == {}


def test_sources_without_text(folder):
    sources = open_sources(map_of(a=None, b="none.txt"), folder)
    unread = sources.anchor(quote("a", "x"))
    assert unread.reason is Reason.NO_TEXT
    assert "--source a=PATH" in unread.help
    assert sources.anchor(quote("b")).reason is Reason.UNREADABLE
    assert sources.anchor(quote("b")).message == "none.txt does not exist"
    assert sources.anchor(quote("c")).reason is Reason.UNKNOWN_SOURCE


def test_a_source_without_an_address(folder):
    plain = Map(sources={"a": Source(id="a", title="A", file="sources/a.txt")})
    sources = open_sources(plain, folder)
    assert sources.link(sources.anchor(quote("a", "rains"))) is None


@pytest.mark.parametrize(
    "file", ["../outside.txt", "sources/../../outside.txt", "{base}/../outside.txt", "/etc/hostname"]
)
def test_paths_that_lead_outside(folder, file):
    sources = open_sources(map_of(a=file.format(base=folder)), folder)
    assert "is outside the map's folder" in sources.errors["a"].message
    assert "--allow-outside" in sources.errors["a"].help


def test_links_that_lead_outside(folder):
    (folder / "link.txt").symlink_to(folder.parent / "outside.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    sources = open_sources(map_of(a="link.txt", b="loop.txt"), folder)
    assert "outside" in sources.errors["a"].message
    assert sources.errors.keys() == {"a", "b"}


def test_outside_on_request(folder):
    sources = open_sources(map_of(a="../outside.txt"), folder, allow_outside=True)
    assert sources.texts["a"].text == "It shines."


def test_what_is_no_file_of_text(folder):
    (folder / "binary.txt").write_bytes(b"\x00\x01")
    (folder / "empty.txt").touch()
    os.mkfifo(folder / "pipe")
    files = {
        "dir": "sources",
        "bin": "binary.txt",
        "none": "empty.txt",
        "pipe": "pipe",
        "below": "sources/a.txt/b.txt",
    }
    errors = open_sources(map_of(**files), folder).errors
    assert {id: error.message for id, error in errors.items()} == {
        "dir": "sources is a folder, not a file",
        "bin": "binary.txt is binary, not text",
        "none": "empty.txt holds no text",
        "pipe": "pipe is no regular file",
        "below": "sources/a.txt/b.txt cannot be read: Not a directory",
    }


def test_a_text_that_is_too_large(folder):
    with (folder / "large.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(SourceError, match=f"large.txt is larger than {MAX_TEXT // 2**20} MB"):
        open_text(folder / "large.txt")


def test_a_name_for_messages(folder):
    with pytest.raises(SourceError, match=r"^what I call it does not exist$"):
        open_text(folder / "none.txt", "what I call it")
    with pytest.raises(SourceError, match="cannot be read"):
        open_text(folder / "a\0b")
