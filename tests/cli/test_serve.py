"""``argmap serve`` as a process: where it is, what it says, how it ends."""

import gc
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BRIDGE = "examples/bridge/bridge.yaml"


@pytest.fixture
def serving():
    """Start servers; return each with its port."""
    started = []

    def start(*arguments):
        process = subprocess.Popen(
            [sys.executable, "-m", "argmap", "serve", *arguments, "--port", "0"],
            cwd=ROOT,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        said = process.stderr.readline()
        assert said.startswith(f"{arguments[0]} is at http://127.0.0.1:"), said
        return process, int(re.search(r":(\d+)/", said)[1])

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stderr.close()


@pytest.fixture
def get():
    """Ask a server; connections stay until the end of the test."""
    made = []

    def ask(port, path, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", path, headers=headers)
        made.extend([connection.getresponse(), connection])
        return made[-2]

    yield ask
    for each in made:
        each.close()


@pytest.mark.skipif(os.name == "nt", reason="interrupts are sent otherwise there")
def test_a_map_until_it_is_interrupted(serving, get):
    process, port = serving(BRIDGE)
    page = get(port, "/").read().decode()
    assert "Should Mill Bridge be closed to cars?" in page
    assert "<svg" in page
    assert get(port, "/", Host="evil.example").status == 403
    events = get(port, re.search(r'data-events="([^"]+)"', page)[1])  # somebody is still looking
    assert events.readline() == b"retry: 1000\n"
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 0
    assert process.stderr.read() == "Ended.\n"


def test_its_garbage_is_collected(argmap, monkeypatch):
    """Other commands are too short for that to be worth it."""
    found = []
    monkeypatch.setattr("uvicorn.Server.run", lambda *_, **__: found.append(gc.isenabled()))
    gc.disable()
    try:
        argmap("serve", ROOT / BRIDGE, "--port", "0")
    finally:
        gc.enable()
    assert found == [True]


def test_a_folder(serving, get):
    _, port = serving("examples")
    assert b"bridge/bridge.yaml" in get(port, "/").read()
    assert get(port, "/map/undercuts.yaml").status == 200


def test_it_cannot_be_reached_from_elsewhere(serving):
    _, port = serving(BRIDGE)
    others = {address[4][0] for address in socket.getaddrinfo(socket.gethostname(), port, socket.AF_INET)}
    for address in others - {"127.0.0.1", "127.0.1.1"}:
        with pytest.raises(OSError, match="refused"):
            socket.create_connection((address, port), timeout=5)


def test_a_port_that_is_in_use(argmap):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = argmap("serve", BRIDGE, "--port", port)
    assert result.code == 2
    assert f"argmap: port {port} is in use" in result.err
    assert "--port" in result.err


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("-", "standard input cannot be followed"),
        ("nothing.yaml", "there is no file nothing.yaml"),
        ("examples/bridge/brigde.yaml", "bridge.yaml"),
    ],
)
def test_nothing_to_serve(argmap, path, said):
    result = argmap("serve", path)
    assert result.code == 2
    assert said in result.err
