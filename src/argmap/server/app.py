"""The web server of live maps, as an ASGI application.

It answers only this machine, and only pages that it served itself: a site elsewhere could have its name resolve
to this machine and then read what is served here (DNS rebinding), so the Host of every request and the Origin
of those that have one must be ours.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from functools import partial
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from argmap.server.maps import token

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from argmap.server.maps import LiveMaps

_INTERVAL: Final = 0.4
"""Seconds between two looks at the files, while somebody has a page open."""
_HEARTBEAT: Final = 25
"""Looks without a change after which a word is sent all the same: a page that has gone is noticed so."""
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def make_app(maps: LiveMaps, port: int, has_ended: Callable[[], bool]) -> ASGIApp:
    """Return the application.

    Args:
        maps: what is served.
        port: where; part of the names that requests may give us.
        has_ended: tells whether the server is to end, so that nobody waits for changes any longer.
    """

    def pages(request: Request) -> Response:
        if maps.is_folder:
            return HTMLResponse(maps.overview(_address, "/changes"))
        return one(request, next(iter(maps.all())).name)

    def one(request: Request, name: str | None = None) -> Response:
        name = name or request.path_params["name"]
        found = maps.get(name)
        if found is None:
            return PlainTextResponse(f"There is no map {name}.\n", 404)
        up = "/" if maps.is_folder else None
        return HTMLResponse(found.page(f"/changes/{quote(name)}", up))

    async def changes(request: Request) -> Response:
        name = request.path_params.get("name")
        found = maps.get(name) if name else maps
        if found is None:
            return PlainTextResponse(f"There is no map {name}.\n", 404)
        since = request.query_params.get("since", "")
        return StreamingResponse(_changes(found.stamp, since, has_ended), media_type="text/event-stream")

    app = Starlette(
        routes=[
            Route("/", pages),
            Route("/map/{name:path}", one),
            Route("/changes", changes),
            Route("/changes/{name:path}", changes),
        ]
    )
    return _OnlyOurs(app, port)


def _address(name: str) -> str:
    return f"/map/{quote(name)}"


async def _changes(
    stamp: Callable[[], object], since: str, has_ended: Callable[[], bool]
) -> AsyncIterator[str]:
    """Yield an event as soon as something is not as it was when a page was made."""
    before, quiet = since, 0
    yield "retry: 1000\n\n"
    while not has_ended():
        start = time.monotonic()
        now = token(await run_in_threadpool(stamp))
        took = time.monotonic() - start
        quiet += 1
        if now != before:
            yield "event: change\ndata: \n\n"
            before, quiet = now, 0
        elif quiet >= _HEARTBEAT:
            yield ": nothing new\n\n"
            quiet = 0
        await asyncio.sleep(max(_INTERVAL, 10 * took))  # large folders are not walked all the time


class _OnlyOurs:
    """Lets no request through that did not name this server, or that another site makes."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        self._hosts = {f"{host}:{port}" for host in ("127.0.0.1", "localhost")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if refused := self._refused(headers):
            await PlainTextResponse(refused, 403, dict(_HEADERS))(scope, receive, send)
            return
        await self._app(scope, receive, partial(_with_headers, send))

    def _refused(self, headers: Headers) -> str:
        if headers.getlist("host") not in [[host] for host in self._hosts]:
            return "This server answers to 127.0.0.1 and localhost only.\n"
        origins = headers.getlist("origin")
        if origins and origins not in [[f"http://{host}"] for host in self._hosts]:
            return "This server answers to its own pages only.\n"
        if (
            headers.get("sec-fetch-site", "none") == "cross-site"
            and headers.get("sec-fetch-mode") != "navigate"
        ):
            return "This server answers to its own pages only.\n"
        return ""


async def _with_headers(send: Send, message: Message) -> None:
    if message["type"] == "http.response.start":
        MutableHeaders(scope=message).update(_HEADERS)
    await send(message)
