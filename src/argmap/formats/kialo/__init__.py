"""Debates of Kialo as it exports them: a numbered text of theses, pros and cons.

Two forms are read. The older one has a claim a line, ``1.1. Pro: …``, and links as in Markdown; today's has the
number above an indented claim, and the addresses of links at its end, under ``Sources:``. The latter is written.
"""

from argmap.formats.kialo.reader import read
from argmap.formats.kialo.writer import KEEPS, write

__all__ = ["KEEPS", "read", "write"]
