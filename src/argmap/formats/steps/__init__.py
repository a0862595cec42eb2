"""Documents in which a claim bears on another by way of a node of its own, a step: AIF, SADFace."""

from argmap.formats.steps.argument import Argument, Json, Links, Oddity, Sort, has_lists, key, rows
from argmap.formats.steps.dialect import Dialect, Draft
from argmap.formats.steps.document import read, write

__all__ = [
    "Argument",
    "Dialect",
    "Draft",
    "Json",
    "Links",
    "Oddity",
    "Sort",
    "has_lists",
    "key",
    "read",
    "rows",
    "write",
]
