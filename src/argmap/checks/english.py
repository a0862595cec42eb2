"""What rules about wording know of English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from argmap.model import Map

HEDGES: Final = frozenset(
    [
        "allegedly",
        "apparently",
        "appears",
        "arguably",
        "conceivably",
        "could",
        "likely",
        "may",
        "maybe",
        "might",
        "perhaps",
        "plausible",
        "plausibly",
        "possible",
        "possibly",
        "presumably",
        "probable",
        "probably",
        "reportedly",
        "seem",
        "seems",
        "seemingly",
        "supposedly",
        "tend",
        "tends",
        "unlikely",
    ]
)
"""Words that hold a statement back."""

NEGATIONS: Final = frozenset(
    [
        "barely",
        "cannot",
        "hardly",
        "neither",
        "never",
        "no",
        "nobody",
        "none",
        "nor",
        "not",
        "nothing",
        "nowhere",
        "scarcely",
        "unless",
        "without",
    ]
)

_FILLERS: Final = frozenset(
    [
        "a",
        "also",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "being",
        "both",
        "but",
        "by",
        "can",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "in",
        "into",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "so",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "was",
        "were",
        "which",
        "while",
        "who",
        "whose",
        "will",
        "with",
        "would",
    ]
)
_WORD: Final = re.compile(r"\w+(?:['’]\w+)*")
_NOT: Final = ("n't", "n’t")
_ENDINGS: Final = ("ies", "ied", "ing", "ed", "es", "s")


def is_english(map: Map) -> bool:
    """Tell whether a map is in English; one that names no language is taken to be."""
    return map.language is None or map.language.lower().split("-")[0] == "en"


def words(text: str) -> list[str]:
    """Return the words of a text in lower case.

    >>> words("The bridge's arch isn't sound.")
    ['the', "bridge's", 'arch', "isn't", 'sound']
    """
    return _WORD.findall(text.casefold())


def stem(word: str) -> str:
    """Return a word without the ending that number and tense give it, or nothing for one that only ties others.

    Rough, but the same for all forms of most words.

    >>> [stem(word) for word in ("the", "bridges", "closed", "closing", "carries", "carry")]
    ['', 'bridg', 'clos', 'clos', 'carry', 'carry']
    """
    if word in _FILLERS:
        return ""
    word = word.removesuffix("'s").removesuffix("’s")
    if word.endswith(_ENDINGS):  # of most words this is all that is asked
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) > 2:
                return word[: -len(ending)] + ("y" if ending in ("ies", "ied") else "")
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def is_negation(word: str) -> bool:
    """Tell whether a word turns what is said into its contrary."""
    return word in NEGATIONS or word.endswith(_NOT)


def found(given: Iterable[str], wanted: frozenset[str]) -> str | None:
    """Return the first word that is among those wanted."""
    return next((word for word in given if word in wanted), None)
