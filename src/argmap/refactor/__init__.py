"""Editing maps as text: claims and relations added, renamed, moved and removed, comments and layout kept.

Every function takes the text of a map file and its name, and returns the text edited with what the person should
know: what has lost its support, what goes in a circle now. A text that would not be read as the map that it should be is
never returned.
"""

from argmap.refactor.claims import add_claim, remove, split
from argmap.refactor.layout import format_text
from argmap.refactor.names import lines_naming, rename
from argmap.refactor.opened import Edited, EditError, losses
from argmap.refactor.relations import link, move, unlink

__all__ = [
    "EditError",
    "Edited",
    "add_claim",
    "format_text",
    "lines_naming",
    "link",
    "losses",
    "move",
    "remove",
    "rename",
    "split",
    "unlink",
]
