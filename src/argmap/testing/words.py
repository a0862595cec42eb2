"""Strategies for what stands in the fields of maps: texts, hostile ones, ids."""

from __future__ import annotations

from functools import cache
from typing import Final
from unicodedata import category

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

_LETTERS: Final = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"
)
_MARKS: Final = st.sampled_from("\n\t:#\"'…-¶[]{}&*!|>%@`, ")
_MISLEADING: Final = ("A text.", "no", "1", "¶2 x", '"quoted"', "a: b # c", "null", "~")

HOSTILE: Final = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!--",
    "-->",
    "]]>",
    "<![CDATA[",
    "&lol;",
    "&#0;",
    "&amp;lt;",
    "javascript:alert(1)",
    "data:text/html,x",
    "{{7*7}}",
    "${HOME}",
    "$(id)",
    "`id`",
    "%s%n",
    "{0}",
    "\\",
    '\\"',
    '"',
    "'",
    "`" * 4,
    "[bold]",
    "[/]",
    ":skull:",
    "../../etc/passwd",
    "C:\\con",
    "=1+1",
    "@x",
    "\r",
    "\r\n",
    "\n---\n",
    "\n...\n",
    "\t",
    "\u2028",
    "\u2029",
    "\x85",
    "\xa0",
    "\u200b",
    "\ufeff",
    "\u202e",
    "\u2066",
    "\u2069",
    "a" + "\u0301" * 30,
    "\U0001f468\u200d\U0001f469",
    "\U000e0041",
    "ﷺ",
    "İ",
    "ß",
    "!!python/object:os.system",
    "&a",
    "*a",
    "<<: *a",
    "%TAG ! x",
    "? x",
    "- - -",
    "… … …",
    "…" * 30,
    "(" * 30,
    "#" * 30,
    "|" * 30,
    "[x]: y",
    "<x>",
    "=>",
    "+>",
    "->",
    "_>",
    "--",
    "====",
    "::",
    "/* */",
    "//",
    "digraph{",
)
"""Words that mean something to a shell, a terminal, a parser, a browser or a spreadsheet."""


@cache
def texts() -> SearchStrategy[str]:
    """Return texts that a claim may have: any script, marks that formats give a meaning, several lines."""
    made = st.text(_LETTERS | _MARKS, min_size=1, max_size=30).filter(_visible)
    return st.sampled_from(_MISLEADING) | made


def hostile_texts() -> SearchStrategy[str]:
    """Return texts that a claim may have and that break whatever takes them for more than text.

    To be put in the place of others: ``maps(texts=hostile_texts())``.
    """
    return st.lists(st.sampled_from(HOSTILE) | texts(), min_size=1, max_size=4).map("".join).filter(_visible)


@cache
def ids() -> SearchStrategy[str]:
    """Return ids of claims or sources, a few, so that they meet again."""
    return st.sampled_from(["a", "b", "c", "d", "e", "é", "关", "no", "1", "x.y-z_0"])


def _visible(text: str) -> bool:
    return any(not letter.isspace() and category(letter) not in ("Cc", "Cf", "Zl", "Zp") for letter in text)
