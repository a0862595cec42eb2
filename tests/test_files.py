"""Files: bounded reading, whole writing, maps found in folders."""

import os
import stat
from pathlib import Path

import pytest

from argmap.files import TooLargeError, find_maps, read_bytes, write_whole


def test_reading_stops_at_the_limit(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    assert read_bytes(path, 5) == b"12345"
    with pytest.raises(TooLargeError):
        read_bytes(path, 4)


def test_writing_replaces_and_keeps_permissions(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="no permission bits there")
def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path):
    (tmp_path / "usual").touch()
    write_whole(tmp_path / "file", b"new")
    assert (tmp_path / "file").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_failed_write_leaves_everything_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "link").symlink_to("file")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such devices there")
def test_a_device_is_written_to_and_not_replaced():
    device = Path(os.devnull)
    write_whole(device, b"gone")
    assert stat.S_ISCHR(device.stat().st_mode)


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.yaml", b"argmap: 1\n", True),
        ("a.yml", b"# comment\n\nargmap : 1\n", True),
        ("a.YAML", b"\xef\xbb\xbfargmap: 1\r\n", True),
        ("a.json", b'{"title": "x", "argmap": 1}', True),
        ("a.json", b'{\n  "argmap": 1}', True),
        ("a.yaml", b"argmaps: 1\n", False),
        ("a.yaml", b"note: argmap: 1\n", False),
        ("a.txt", b"argmap: 1\n", False),
        ("a.json", b'{"name": "argmap"}', False),
    ],
)
def test_maps_are_known_by_their_ending_and_mark(tmp_path, name, content, found):
    (tmp_path / name).write_bytes(content)
    assert [path.name for path in find_maps(tmp_path)] == [name] * found


def test_maps_with_long_heads_and_other_encodings_are_found(tmp_path):
    (tmp_path / "head.yaml").write_bytes(b"# words\n" * 1000 + b"argmap: 1\n")
    (tmp_path / "wide.yaml").write_bytes("argmap: 1\n".encode("utf-16"))
    assert [path.name for path in find_maps(tmp_path)] == ["head.yaml", "wide.yaml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes there")
def test_pipes_in_a_folder_are_passed_over(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    assert list(find_maps(tmp_path)) == []


def test_names_as_long_as_they_may_be(tmp_path):
    path = tmp_path / ("x" * 250)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
