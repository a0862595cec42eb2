"""Full text over many maps: ranked, whatever the case and the accents.

SQLite's FTS5 does the work: its ``unicode61`` tokenizer leaves out accents, and results are ranked by BM25
(Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework"). It gets texts folded (``ß`` is ``ss``, ``ﬁ`` is
``fi``), and with every character of scripts that set no spaces as a word.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from unicodedata import normalize

from argmap.model import Claim

_WEIGHTS: Final = "4.0, 8.0, 1.0, 2.0, 2.0"
"""How much words count in: text, label, note, tags and section, speaker."""


_UNSPACED: Final = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
"""Kana and Chinese characters."""


@dataclass(frozen=True, slots=True)
class Match:
    """A claim that words were found in; the higher the score, the better they fit."""

    file: str
    claim: Claim
    score: float


def search(maps: Iterable[tuple[str, Iterable[Claim]]], query: str, *, limit: int = 20) -> list[Match]:
    """Return the claims that hold all words of a query, best first.

    Args:
        maps: the names of files, each with the claims of its map.
        query: words; one in double quotes with others is a phrase, one with ``*`` at its end the beginning of a word.
        limit: how many to return at most.
    """
    wanted = " ".join(_terms(query))
    if not wanted:
        return []
    database = sqlite3.connect(":memory:")
    try:
        database.execute(
            "CREATE VIRTUAL TABLE claims USING fts5"
            "(text, label, note, tags, speaker, tokenize = 'unicode61 remove_diacritics 2')"
        )
        claims = list({(file, claim.id): (file, claim) for file, there in maps for claim in there}.values())
        database.executemany(
            "INSERT INTO claims (rowid, text, label, note, tags, speaker) VALUES (?, ?, ?, ?, ?, ?)",
            _rows(claim for _, claim in claims),
        )
        rows = database.execute(
            f"SELECT rowid, -bm25(claims, {_WEIGHTS}) AS score FROM claims WHERE claims MATCH ?"  # noqa: S608
            " ORDER BY score DESC, rowid LIMIT ?",
            (wanted, min(limit, len(claims))),  # SQLite has no larger numbers than 64 bits hold
        )
        return [Match(file, claim, score) for number, score in rows for file, claim in [claims[number]]]
    finally:
        database.close()


def _rows(claims: Iterable[Claim]) -> Iterator[tuple[int | str, ...]]:
    for number, claim in enumerate(claims):
        tags = " ".join([*claim.tags, claim.section or ""])
        fields = (claim.text, claim.label or "", claim.note or "", tags, claim.speaker or "")
        yield number, *map(_folded, fields)


def _folded(text: str) -> str:
    return _UNSPACED.sub(r" \g<0> ", normalize("NFKC", text).casefold())


def _terms(query: str) -> Iterator[str]:
    """Yield the words and phrases of a query so that FTS5 takes them for nothing else."""
    for phrase, word in re.findall(r'"([^"]*)"|([^\s"]+)', normalize("NFKC", query)):
        text = phrase or word
        if any(map(str.isalnum, text)):
            yield f'"{_folded(text.rstrip("*"))}"' + ("*" if word.endswith("*") else "")
