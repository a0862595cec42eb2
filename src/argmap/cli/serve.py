"""``argmap serve``: maps live in the browser."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import configured, maps, terminal, texts, waiting
from argmap.cli.drawing import Drawing
from argmap.files import exists

if TYPE_CHECKING:
    import socket

    from argmap.config import Config
    from argmap.finding import Finding
    from argmap.formats import Reading
    from argmap.model import Map
    from argmap.server import Tools
    from argmap.sources import Sources

_HOST = "127.0.0.1"  # nobody but this machine


def serve(
    path: Annotated[
        str,
        typer.Argument(
            metavar="PATH",
            help="A map file, or a folder with maps.",
            autocompletion=maps.complete_paths,
            show_default=False,
        ),
    ],
    *,
    port: Annotated[int, typer.Option(min=0, max=65_535, help="Where to; 0 for any that is free.")] = 8765,
    source: texts.SourceOption = None,
    allow_outside: texts.OutsideOption = False,
    timeout: Annotated[
        float, typer.Option(min=0.1, max=86_400, help="Seconds that the layout of a picture may take.")
    ] = 60.0,
) -> None:
    """Show maps in the browser, drawn anew as their files change.

    \b
    Examples:
      argmap serve maps/bridge.yaml
      argmap serve maps --port 9000

    Pages are those of argmap export html. Only this machine can open them. Ctrl-C ends it.
    """  # noqa: D301  \b is for the help text
    root = Path(path)
    if path == maps.STDIN:
        terminal.fail("standard input cannot be followed", "Name a map file or a folder.")
    if not exists(root):
        maps.graph(path)  # says so, and what may have been meant
    import uvicorn

    from argmap.server import LiveMaps, make_app

    settings = configured.config(None)
    live = LiveMaps(root, _tools(settings, texts.given(source), timeout, allow_outside=allow_outside))
    with _bound(port) as bound:
        port = bound.getsockname()[1]
        server: uvicorn.Server
        app = make_app(live, port, lambda: server.should_exit)
        server = uvicorn.Server(
            uvicorn.Config(
                app,
                log_level="error",
                access_log=False,
                server_header=False,
                lifespan="off",
                ws="none",
                timeout_graceful_shutdown=2,
            )
        )
        terminal.say(f"{path} is at http://{_HOST}:{port}/ (Ctrl-C ends it)")
        waiting.end()
        gc.enable()  # this may go on for days
        with suppress(KeyboardInterrupt):  # which uvicorn passes on, or does not
            server.run(sockets=[bound])
        terminal.say("Ended.")


def _bound(port: int) -> socket.socket:
    """Return a socket of this machine alone; end the command if the port cannot be had."""
    import errno
    import socket

    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((_HOST, port))
        bound.listen()  # whoever reads the address below can be answered
    except OSError as error:
        bound.close()
        if error.errno == errno.EADDRINUSE:
            terminal.fail(
                f"port {port} is in use", "Name another with --port, or --port 0 for any that is free."
            )
        terminal.fail(f"cannot use port {port}: {error.strerror or error}", "Name another with --port.")
    return bound


def _tools(settings: Config, given: dict[str, Path], timeout: float, *, allow_outside: bool) -> Tools:
    from argmap.cli.checking import rules
    from argmap.cli.pages import picture
    from argmap.server import Tools

    rules(settings.check, None, None, None)  # what is wrong with the configuration is said now

    def texts_of(map: Map, path: Path) -> Sources | None:
        own = {id: given[id] for id in given if id in map.sources}
        return texts.open_if_any(map, str(path), own, allow_outside=allow_outside)

    return Tools(
        read=lambda path: maps.read_or_finding(str(path)),
        texts=texts_of,
        findings=partial(_findings, settings),
        picture=lambda graph: picture(graph, Drawing(timeout=timeout)),
        also=tuple(given.values()),
    )


def _findings(settings: Config, reading: Reading, sources: Sources | None) -> Sequence[Finding]:
    """Return what there is to say of a map; a requirement that does not fit it has been told of on the terminal."""
    from argmap.cli.checking import findings

    try:
        return findings(reading, sources, settings)
    except typer.Exit:
        return ()
