"""Asking the web server's application without a network."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from argmap.checks import check_map
from argmap.formats import read_file
from argmap.server import LiveMaps, Tools, make_app
from argmap.sources import open_sources

PORT = 8765
OURS = f"127.0.0.1:{PORT}"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str


def tools(**other):
    """Make pages as the command does, without a layout."""

    def findings(reading, sources):
        return check_map(
            reading.map, reading.problems, file=reading.name, locate=reading.locate, sources=sources
        )

    made = {
        "read": lambda path: read_file(path, path.name, path.read_bytes()),
        "texts": lambda it, path: open_sources(it, path.parent),
        "findings": findings,
        "picture": lambda _: (None, "Not drawn."),
    }
    return Tools(**made | other)


def serve(root: Path, **other):
    """Return what is served of a map or folder, and a function that asks for it."""
    maps = LiveMaps(root, tools(**other))
    app = make_app(maps, PORT, lambda: True)
    return maps, lambda path, *headers, method="GET": ask(app, path, headers, method)


def ask(app, path, headers=(), method="GET"):
    """Make a request and return the answer; ours unless a Host is given."""
    path, _, query = path.partition("?")
    given = list(headers)
    if not any(name == "host" for name, _ in given):
        given.append(("host", OURS))
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in given],
        "server": ("127.0.0.1", PORT),
        "client": ("127.0.0.1", 50_000),
    }
    asked, sent = [], []

    async def receive():
        if not asked:
            asked.append(True)
            return {"type": "http.request", "body": b"", "more_body": False}
        await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    with ThreadPoolExecutor(
        1
    ) as aside:  # a test of pages in a browser may have a loop running in this thread
        aside.submit(asyncio.run, app(scope, receive, send)).result()
    head = sent[0]
    return Answer(
        head["status"],
        {name.decode(): value.decode() for name, value in head["headers"]},
        b"".join(message.get("body", b"") for message in sent[1:]).decode(),
    )
