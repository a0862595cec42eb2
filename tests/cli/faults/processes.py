"""The command as a process that meets with faults."""

import ctypes
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
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

    # As with the command that is installed, Python does not look into the current folder (-P).
    how = ["-m", "argmap"] if code is None else ["-P", "-c", textwrap.dedent(code)]
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


def obey_permissions():
    """Let root be refused like anyone else."""
    libc = ctypes.CDLL(None, use_errno=True)
    for capability in (1, 2, 3):  # to write, to read and to own whatever is there
        if os.geteuid() == 0 and libc.prctl(24, capability, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "cannot give up a capability")


def wait(process, ready, seconds=60):
    end = time.monotonic() + seconds
    while not ready():
        assert process.poll() is None, process.stderr.read()
        assert time.monotonic() < end
        time.sleep(0.02)


def children_of(pid):
    listing = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in listing.read_text().split()] if listing.exists() else []


def alive(pid):
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
