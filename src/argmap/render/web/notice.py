"""What a page says while its map cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from argmap.finding import Finding
from argmap.render.web.shell import page


def notice(name: str, problems: Sequence[Finding]) -> str:
    """Return what stands above a page that shows an earlier state of its map."""
    return (
        f'<section class="notice" role="alert"><h2>{escape(name)} cannot be read as it is now</h2>'
        f"<p>Below is the map as it last could be read.</p>{_listed(problems)}</section>"
    )


def broken_page(name: str, problems: Sequence[Finding], *, events: str, up: str | None = None) -> str:
    """Return a page for a map of which no good state is known."""
    back = f'<nav><a href="{escape(up)}">All maps</a></nav>' if up else ""
    body = (
        f'<main class="list">{back}<h1>{escape(name)} cannot be read</h1>'
        f"{_listed(problems)}<p>This page will show the map as soon as it can be read.</p></main>"
    )
    return page(name, body, styles=("base", "list"), scripts=("follow",), events=events)


def _listed(problems: Sequence[Finding]) -> str:
    items = "".join(
        f'<li class="finding {it.severity}"><strong>{it.severity} {it.code}</strong> '
        f'<span class="faint">{escape(it.name)}, {escape(it.file)}:{it.span.line}:{it.span.column}</span>'
        f"<div>{escape(it.message)}</div>"
        + (f'<div class="faint">{escape(it.help)}</div>' if it.help else "")
        + "</li>"
        for it in problems
    )
    return f"<ul>{items}</ul>"
