"""What cannot be done, and what to do about it."""

from __future__ import annotations


class ArgmapError(Exception):
    """Something that cannot be done.

    Attributes:
        message: why.
        help: what to do about it, where there is something to say.
    """

    def __init__(self, message: str, help: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.help = help
