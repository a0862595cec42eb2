"""Commands that are told to stop: they do, with all that works beside them, and leave no trace."""

import os
import signal
import sys

import pytest

from cli.faults.processes import BRIDGE, MAP, alive, children_of, linux, posix, run, start, wait

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
        wait(process, (tmp_path / "at-work").exists)
        children = children_of(process.pid)
        if sys.platform.startswith("linux"):
            assert bool(children) is (count > 1)
        (os.killpg if whole else os.kill)(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err.replace(b"^C", b"")) == (130, b"", b"")
    assert not [child for child in children if alive(child)]


@linux
def test_an_interrupt_leaves_nothing_half_written(tmp_path):
    folder = tmp_path / "maps"
    folder.mkdir()
    untidy = MAP.replace("\n", "  \n", 1)
    for number in range(200):
        (folder / f"{number}.yaml").write_text(untidy)
    code = """
        import sys, time
        from pathlib import Path
        import argmap.files as files
        from argmap.cli import main
        mark = Path(sys.argv.pop(), "at-work")
        def fsync(_):
            mark.touch()
            time.sleep(100)
        files.os.fsync = fsync
        import os; os.cpu_count = lambda: 2
        main()
    """
    with start("fmt", folder, tmp_path, code=code, start_new_session=True) as process:
        wait(process, (tmp_path / "at-work").exists)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert {path.read_text() for path in folder.iterdir()} == {untidy}
    assert len(list(folder.iterdir())) == 200


@posix
@pytest.mark.parametrize("rest", ["time.sleep(100)", "pass"], ids=["while it works", "when it has done"])
def test_a_process_beside_us_ends_though_what_stops_it_is_lost_at_first(rest):
    """As in the callbacks that the import system has, from which Python lets nothing rise."""
    code = f"""
        import os, signal, sys, time, weakref
        from argmap.cli import pool
        class Thing:
            pass
        def stopped(_):
            os.kill(os.getpid(), signal.SIGTERM)
            for _ in range(1000):
                pass
            print("not stopped", flush=True)
        def do(_):
            thing = Thing()
            ref = weakref.ref(thing, stopped)
            del thing
            os.write(1, b"at work")
            {rest}
        pool._heard(do, 1)
        os.write(1, b"; at work still")
    """
    assert run(code=code)[:2] == (1, "at work")


@linux
def test_a_process_beside_us_that_is_killed(tmp_path):
    """As the system does when memory runs out."""
    folder = tmp_path / "maps"
    folder.mkdir()
    for number in range(200):
        (folder / f"{number}.yaml").write_text(MAP)
    with start("check", folder, tmp_path, code=SLOW, start_new_session=True) as process:
        wait(process, (tmp_path / "at-work").exists)
        os.kill(children_of(process.pid)[0], signal.SIGKILL)
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
        wait(process, (tmp_path / "at-work").exists)
        children = children_of(process.pid)
        process.send_signal(how)
        _, err = process.communicate(timeout=60)
    assert process.returncode in (128 + how, -how)
    assert err == b""
    if how is not signal.SIGKILL:
        assert not [child for child in children if alive(child)]
    for child in filter(alive, children):
        os.kill(child, signal.SIGKILL)
