"""What surrounds every page: its head, its style and script, and the policy that no other script may run."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).parent
SCRIPTS: Final = ("model", "outline", "picture", "filter", "detail", "main")
"""The parts of the page's script, in the order in which they build on one another."""
_ICON: Final = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M8 3v5M8 8l-5 "
    "5M8 8l5 5' stroke='%232e7d32' stroke-width='2'/%3E%3Ccircle cx='8' cy='3' r='2.5' fill='%231f3a5f'/%3E%3Ccircle "
    "cx='3' cy='13' r='2.5' fill='%232e7d32'/%3E%3Ccircle cx='13' cy='13' r='2.5' fill='%23c62828'/%3E%3C/svg%3E"
)


def page(
    title: str,
    body: str,
    *,
    styles: Sequence[str] = ("base", "page", "picture", "print"),
    scripts: Sequence[str] = SCRIPTS,
    data: object = None,
    events: str | None = None,
) -> str:
    """Return an HTML document that holds everything it needs.

    Its Content-Security-Policy names the style and the script by their digests: nothing else can be
    loaded or run, whatever gets into the body.

    Args:
        title: what the window is called; text.
        body: HTML, in which everything that comes from a map is escaped.
        styles: names of the style sheets next to this module.
        scripts: names of the scripts.
        data: what the script works on, as :func:`json.dumps` takes it.
        events: where the page hears of changes, at the server that it comes from; it may ask that and no other.
    """
    style = "".join(_part(f"{name}.css") for name in styles)
    # A block of its own keeps the script's names apart from the window's.
    script = (
        "'use strict';\n{\n" + "".join(_part(f"{name}.js") for name in scripts) + "}\n" if scripts else ""
    )
    policy = "; ".join([
        "default-src 'none'",
        f"style-src '{_digest(style)}'",
        f"script-src '{_digest(script)}'",
        "img-src data:",
        *(["connect-src 'self'"] if events else []),
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
    ])  # fmt: skip
    follows = f' data-events="{escape(events)}"' if events else ""
    return (
        f'<!doctype html>\n<html lang="en"{follows}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="generator" content="argmap">\n'
        f'<title>{escape(title)}</title>\n<link rel="icon" href="{_ICON}">\n<style>{style}</style>\n</head>\n'
        f"<body>\n{body}\n"
        + (f'<script type="application/json" id="ui-data">{_data(data)}</script>\n' if data else "")
        + (f"<script>{script}</script>\n" if script else "")
        + "</body>\n</html>\n"
    )


def _part(name: str) -> str:
    return _HERE.joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _data(data: object) -> str:
    """Write data so that no tag or comment can begin in it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
