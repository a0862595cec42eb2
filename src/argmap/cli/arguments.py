"""Text on the command line: decoded whatever the locale, refused if its bytes are not text."""

from __future__ import annotations

import os
from typing import Any, Final

import typer

_FILES: Final = frozenset({"map", "paths", "path", "file", "source", "output", "old_map", "new_map"})
"""What parameters that name files are called: they take any bytes, as the system does."""


def expect_text(command: Any) -> None:  # noqa: ANN401  typer has no public name for commands
    """Let a command, or each command of a group, take text alone where it does not take the name of a file."""
    for each in getattr(command, "commands", {}).values():
        expect_text(each)
    for parameter in command.params:
        if parameter.name not in _FILES and parameter.callback is None:
            parameter.callback = _text_of


def _text_of(context: typer.Context, parameter: Any, value: object) -> object:  # noqa: ANN401  as above
    """Return what is given for a parameter, as text if it is that."""
    if isinstance(value, list):
        return [_text_of(context, parameter, each) for each in value]
    if not isinstance(value, str):
        return value
    text = decoded(value)
    if text is None:
        raise typer.BadParameter(f"{value!r} is not UTF-8. Give it in UTF-8.", context, parameter)
    return text


def decoded(given: str) -> str | None:
    """Return text that the system gave us; None if its bytes are not UTF-8.

    Python has surrogates for the bytes that the locale does not know: in that called C, for all but ASCII.
    """
    try:
        given.encode()
    except UnicodeEncodeError:
        try:
            return os.fsencode(given).decode()
        except UnicodeError:
            return None
    return given
