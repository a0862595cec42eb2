"""What goes wrong around the command: it says so, leaves files whole and ends with the right code."""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BRIDGE = "examples/bridge/bridge.yaml"
MAP = "argmap: 1\nthesis: a\nclaims:\n  a: {text: A., supported_by: [b]}\n  b: {text: B.}\n"
posix = pytest.mark.skipif(os.name == "nt", reason="other signals and devices there")
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="done otherwise there")


def start(*arguments, code=None, before=None, **settings):
    """Start argmap, or Python code that runs it after a change to what is around it; ``before`` runs in the child."""

    def prepare():
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # which jobs in the background are started without
        if before:
            before()

    how = ["-m", "argmap"] if code is None else ["-c", textwrap.dedent(code)]
    settings = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "cwd": ROOT} | settings
    settings["env"] = os.environ | settings.pop("env", {})
    if os.name != "nt":
        settings["preexec_fn"] = prepare
    return subprocess.Popen([sys.executable, *how, *map(str, arguments)], **settings)


def run(*arguments, code=None, **settings):
    """Run argmap and return its exit code, its output and its messages."""
    with start(*arguments, code=code, **settings) as process:
        out, err = process.communicate(timeout=100)
    return process.returncode, (out or b"").decode(errors="replace"), (err or b"").decode(errors="replace")


@pytest.fixture
def map_file(tmp_path):
    path = tmp_path / "map.yaml"
    path.write_text(MAP)
    return path


# Writing

STOPPED = """
    import os, signal
    import argmap.files
    from argmap.cli import main
    real = os.fsync
    def fsync(handle):
        real(handle)
        os.kill(os.getpid(), signal.SIG{signal})
    os.fsync = fsync
    main()
"""


@posix
def test_killed_while_writing_the_file_is_the_old_one_and_folders_can_be_used_on(map_file):
    code, _, _ = run("add", "claim", map_file, "c", "C.", code=STOPPED.format(signal="KILL"))
    assert code == -signal.SIGKILL
    assert map_file.read_text() == MAP
    left = set(map_file.parent.iterdir()) - {map_file}
    assert [path.name[:8] for path in left] == [".argmap-"]
    assert run("check", map_file.parent)[1].endswith("in 1 file.\n")
    assert run("add", "claim", map_file, "c", "C.")[0] == 0
    assert "  c: {text: C.}" in map_file.read_text() or "  c:\n" in map_file.read_text()


@posix
@pytest.mark.parametrize(("name", "exit_code"), [("TERM", 143), ("INT", 130)])
def test_told_to_stop_while_writing_nothing_is_left_over(map_file, name, exit_code):
    code, _, err = run("add", "claim", map_file, "c", "C.", code=STOPPED.format(signal=name))
    assert code == exit_code
    assert err == ""
    assert map_file.read_text() == MAP
    assert list(map_file.parent.iterdir()) == [map_file]


@posix
@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "html", BRIDGE, "-o", "{out}"),
        ("convert", BRIDGE, "{out}"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_disk_that_is_full(tmp_path, arguments):
    import resource

    out = tmp_path / "out.json"
    out.write_text("old")
    code, _, err = run(
        *(word.format(out=out) for word in arguments),
        *(["--force"] if arguments[0] == "convert" else []),
        before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
    )
    assert code == 2
    assert f"argmap: cannot write {out}: File too large" in err
    assert out.read_text() == "old"
    assert list(tmp_path.iterdir()) == [out]


def _obey_permissions():
    """Let root be refused like anyone else."""
    libc = ctypes.CDLL(None, use_errno=True)
    for capability in (1, 2, 3):  # to write, to read and to own whatever is there
        if os.geteuid() == 0 and libc.prctl(24, capability, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "cannot give up a capability")


@pytest.fixture
def closed(tmp_path):
    """A folder with a map in it that nothing can be written to."""
    folder = tmp_path / "closed"
    folder.mkdir()
    (folder / "map.yaml").write_text(MAP)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


@linux
@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "claim", "{map}", "c", "C."),
        ("rename", "{map}", "b", "c"),
        ("export", "dot", "{map}", "-o", "{folder}/out.dot"),
        ("new", "{folder}/new.yaml"),
        ("check", "{map}", "--baseline", "{folder}/known.txt", "--write-baseline"),
        ("coverage", BRIDGE, "--html", "{folder}/page.html"),
        ("convert", "{map}", "{folder}/out.json"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_folder_that_is_read_only(closed, arguments):
    before = {path: path.read_bytes() for path in closed.iterdir()}
    words = [word.format(map=closed / "map.yaml", folder=closed) for word in arguments]
    code, _, err = run(*words, before=_obey_permissions)
    assert code == 2
    assert "argmap: cannot write" in err
    assert "Permission denied" in err
    assert {path: path.read_bytes() for path in closed.iterdir()} == before


@linux
def test_files_and_folders_that_may_not_be_read(tmp_path):
    (tmp_path / "one.yaml").write_text(MAP)
    (tmp_path / "two.yaml").write_text(MAP)
    (tmp_path / "two.yaml").chmod(0)
    (tmp_path / "three").mkdir(mode=0)
    code, out, err = run("check", tmp_path, "--output-format", "concise", before=_obey_permissions)
    (tmp_path / "three").chmod(0o755)
    assert (code, err) == (2, "")
    assert f"cannot read {tmp_path / 'two.yaml'}: Permission denied" in out
    assert f"cannot read {tmp_path / 'three'}: Permission denied" in out
    assert "one.yaml:5:3: AM107" in out


# Reading

VANISHES = """
    from pathlib import Path
    import argmap.cli.maps as maps
    from argmap.cli import main
    real = maps.read_bytes
    def read_bytes(path, limit):
        Path(path).with_name("b.yaml").unlink(missing_ok=True)
        return real(path, limit)
    maps.read_bytes = read_bytes
    main()
"""


@pytest.mark.parametrize(
    "arguments",
    [("check",), ("stats",), ("search", "A"), ("convert", "--to", "json")],
    ids=lambda arguments: arguments[0],
)
def test_a_file_that_vanishes_while_others_are_read(tmp_path, arguments):
    folder = tmp_path / "maps"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.yaml").write_text(MAP)
    command, *options = arguments
    words = (folder, tmp_path / "out") if command == "convert" else (folder,)
    code, out, err = run(command, *options, *words, code=VANISHES)
    assert code == 2
    assert "there is no file" in out + err
    assert "b.yaml" in out + err
    assert "Traceback" not in err
    if command == "check":
        assert out.count("AM107 unsupported") == 2
    if command == "convert":
        assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.json", "c.json"]


def test_a_source_that_vanishes_after_it_was_looked_for(tmp_path):
    (tmp_path / "map.yaml").write_text(MAP + "sources: {s: {title: S., file: s.txt}}\n")
    (tmp_path / "s.txt").write_text("Words.")
    code = """
        import argmap.sources.shelf as shelf
        from argmap.cli import main
        real = shelf.read_bytes
        def read_bytes(path, limit):
            path.unlink()
            return real(path, limit)
        shelf.read_bytes = read_bytes
        main()
    """
    exit_code, out, err = run("check", tmp_path / "map.yaml", "--output-format", "concise", code=code)
    assert (exit_code, err) == (1, "")
    assert "AM403 missing-file" in out


# Output

PRINTS = [
    *(("--help",), ("check", "--help"), ("--version",), ("scheme", "sign"), ("config",), ("formats",)),
    *(
        ("list", BRIDGE),
        ("stats", BRIDGE),
        ("evaluate", BRIDGE),
        ("check", BRIDGE, "--output-format", "json"),
    ),
]


@posix
@pytest.mark.parametrize("arguments", PRINTS, ids=" ".join)
def test_a_reader_that_is_content_with_less(arguments):
    """As in ``argmap list | head -1``, whose exit code is not that of findings."""
    with start(*arguments) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


@posix
def test_a_pipe_to_head():
    command = f"{sys.executable} -m argmap list {BRIDGE} --json | head -1; echo ${{PIPESTATUS[0]}}"
    shell = shutil.which("bash")
    if shell is None:
        pytest.skip("no bash there")
    done = subprocess.run([shell, "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines()[1] in ("0", "141")


@posix
@pytest.mark.parametrize("arguments", PRINTS[2::2], ids=" ".join)
def test_standard_output_that_is_closed(arguments):
    code, _, err = run(*arguments, stdout=None, before=lambda: os.close(1))
    assert code == 2
    assert err == "argmap: cannot write the output: Bad file descriptor\n"


@posix
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("check", BRIDGE), 1),
        (("show", BRIDGE), 0),
        (("show", "none.yaml"), 2),
        (("chek",), 2),
        (("export", "svg", BRIDGE), 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_standard_error_that_is_closed(arguments, code):
    """Messages are lost, and nothing else."""
    found, out, _ = run(*arguments, stderr=None, before=lambda: os.close(2))
    assert found == code
    assert out == run(*arguments)[1]


@posix
def test_all_streams_closed(map_file, tmp_path):
    def close():
        for stream in range(3):
            os.close(stream)

    out = tmp_path / "out.svg"
    settings = {"stdout": None, "stderr": None, "before": close}
    assert run("export", "svg", map_file, "-o", out, **settings)[0] == 0
    assert out.read_text().endswith("</svg>\n")
    assert run("add", "claim", map_file, "c", "C.", **settings)[0] == 0
    assert map_file.read_text().startswith(MAP.rstrip())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device there")
def test_standard_error_that_is_full():
    with Path("/dev/full").open("wb") as full:
        assert run("show", "none.yaml", stderr=full)[0] == 2
        code, out, _ = run("check", BRIDGE, stderr=full)
    assert (code, out) == run("check", BRIDGE)[:2]


# Interrupts


def _wait(process, ready, seconds=60):
    end = time.monotonic() + seconds
    while not ready():
        assert process.poll() is None, process.stderr.read()
        assert time.monotonic() < end
        time.sleep(0.02)


def _children(pid):
    listing = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in listing.read_text().split()] if listing.exists() else []


def _alive(pid):
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False


SLOW = """
    import sys, time
    from pathlib import Path
    import argmap.cli.maps as maps
    from argmap.cli import main
    def read(path):
        mark.touch()
        time.sleep(100)
    maps.read_or_finding = maps.read = read
    mark = Path(sys.argv.pop(), "at-work")
    import os; os.cpu_count = lambda: 2
    main()
"""


@posix
@pytest.mark.parametrize("count", [1, 200], ids=["one process", "several processes"])
@pytest.mark.parametrize("whole", [True, False], ids=["Ctrl-C", "kill -INT"])
def test_an_interrupt(tmp_path, count, whole):
    """Ctrl-C goes to all processes of a terminal, kill to one."""
    folder = tmp_path / "maps"
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.yaml").write_text(MAP)
    process = start("check", folder, tmp_path, code=SLOW, start_new_session=True)
    with process:
        _wait(process, (tmp_path / "at-work").exists)
        children = _children(process.pid)
        if sys.platform.startswith("linux"):
            assert bool(children) is (count > 1)
        (os.killpg if whole else os.kill)(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err.replace(b"^C", b"")) == (130, b"", b"")
    assert not [child for child in children if _alive(child)]


@linux
def test_a_process_beside_us_that_is_killed(tmp_path):
    """As the system does when memory runs out."""
    folder = tmp_path / "maps"
    folder.mkdir()
    for number in range(200):
        (folder / f"{number}.yaml").write_text(MAP)
    with start("check", folder, tmp_path, code=SLOW, start_new_session=True) as process:
        _wait(process, (tmp_path / "at-work").exists)
        os.kill(_children(process.pid)[0], signal.SIGKILL)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (2, b"")
    assert err.startswith(b"argmap: a process that worked beside this one was stopped")
    assert b"Traceback" not in err


@posix
def test_an_interrupt_before_anything_has_begun():
    """While libraries are still being loaded."""
    code = """
        import os, signal, sys
        class Interrupt:
            def find_spec(self, name, *_):
                if name == "typer":
                    os.kill(os.getpid(), signal.SIGINT)
        sys.meta_path.insert(0, Interrupt())
        import runpy
        sys.argv[0] = "argmap"
        runpy.run_module("argmap", run_name="__main__")
    """
    code, _, err = run("check", BRIDGE, code=code)
    assert err == ""
    assert code in (130, -signal.SIGINT)


@linux
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_picture_that_takes_long_ends_with_the_command(tmp_path, how):
    code = """
        import sys
        import argmap.render.engine as engine
        from pathlib import Path
        from argmap.cli import main
        slow = Path(sys.argv.pop(), "slow.py")
        slow.write_text("import sys, time; print(end='', file=open('at-work', 'w')); time.sleep(100)")
        real = engine._run
        def run(command, dot, **settings):
            return real([sys.executable, str(slow)], dot, **settings | {"folder": str(slow.parent)})
        engine._run = run
        main()
    """
    with start("export", "svg", BRIDGE, tmp_path, code=code) as process:
        _wait(process, (tmp_path / "at-work").exists)
        children = _children(process.pid)
        process.send_signal(how)
        _, err = process.communicate(timeout=60)
    assert process.returncode in (128 + how, -how)
    assert err == b""
    if how is not signal.SIGKILL:
        assert not [child for child in children if _alive(child)]
    for child in filter(_alive, children):
        os.kill(child, signal.SIGKILL)


# Places and names

C_LOCALE = {"LC_ALL": "C"}
UMLAUTS = "argmap: 1\nthesis: über\nclaims:\n  über: {text: „Straße“ → 关税 👍., supported_by: [b]}\n  b: {text: B.}\n"


@pytest.mark.parametrize(
    "environment",
    [
        C_LOCALE,
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "ascii"},
    ],
    ids=["C", "latin-1", "cp1252", "ascii"],
)
def test_locales_that_are_not_utf_8(tmp_path, environment):
    path = tmp_path / "map.yaml"
    path.write_text(UMLAUTS, encoding="utf-8")
    for arguments in (
        ("show", path),
        ("check", path),
        ("list", path),
        ("show", path, "über"),
        ("evaluate", path),
    ):
        code, _, err = run(*arguments, env=environment)
        assert (code, err) == (1 if arguments[0] == "check" else 0, ""), arguments
    with start("show", path, "--json", env=environment) as process:
        assert "„Straße“ → 关税 👍." in process.communicate()[0].decode("utf-8")
    assert run("add", "claim", path, "ä", "Ärger – „so“.", env=environment)[0] == 0
    assert "Ärger – „so“." in path.read_text(encoding="utf-8")
    assert path.read_text(encoding="utf-8").startswith(UMLAUTS.rstrip())


NAMES = [b"caf\xe9.yaml", "关税 map.yaml".encode(), b"new\nline\x1b[31m\x07.yaml", b" -o.yaml"]


@linux
@pytest.mark.parametrize("environment", [{}, C_LOCALE], ids=["utf-8", "C"])
def test_names_of_files_in_any_bytes(tmp_path, environment):
    for name in NAMES:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(MAP)
    for form in ("full", "concise", "json", "sarif", "github", "gitlab", "junit"):
        code, out, err = run("check", tmp_path, "--output-format", form, env=environment)
        assert (code, err) == (1, ""), form
        assert out.count("AM107") >= len(NAMES)
        assert not {"\x1b", "\x07"} & set(out), form
    for name in NAMES:
        path = os.fsdecode(os.fsencode(tmp_path) + b"/" + name)
        assert run("add", "claim", path, "c", "C.", env=environment)[0] == 0
        assert Path(path).read_text().startswith(MAP.rstrip())
        code, _, err = run("export", "dot", path, "-o", path + ".dot", env=environment)
        assert code == 0
        assert err.startswith("Wrote ")
        assert not {"\x1b", "\x07"} & set(err)
        code, _, err = run("show", path + "x", env=environment)
        assert code == 2
        assert "there is no file" in err
        assert not {"\x1b", "\x07"} & set(err)
    there = {os.fsencode(it.name) for it in tmp_path.iterdir()}
    assert there == {*NAMES, *(name + b".dot" for name in NAMES)}


@pytest.mark.parametrize("command", ["add", "rename", "fmt", "fix"])
def test_windows_line_ends_stay_in_paths_with_spaces(tmp_path, command):
    folder = tmp_path / "my maps (2025)" / "a & b"
    folder.mkdir(parents=True)
    path = folder / "the map's.yaml"
    text = (
        "argmap: 1\r\nthesis: a\r\n\r\nclaims:\r\n  a:\r\n    text: A.\r\n    supported_by: [b]\r\n"
        "  b:\r\n    text: B.\r\n    assumed: true\r\n    supported_by: [c]\r\n  c:\r\n    text: C.\r\n"
    )
    path.write_bytes(text.encode())
    arguments = {
        "add": ("add", "claim", path, "d", "D."),
        "rename": ("rename", path, "c", "d"),
        "fmt": ("fmt", path),
        "fix": ("check", path, "--unsafe-fixes", "--select", "AM111"),
    }[command]
    assert run(*arguments)[0] in (0, 1)
    after = path.read_bytes()
    assert after.count(b"\n") == after.count(b"\r\n")
    assert list(folder.iterdir()) == [path]
    code, out, _ = run("check", folder, "--output-format", "concise")
    assert code == 1
    assert f"{path}:" in out
