"""The single values that a map is made of: ids, texts, dates, addresses, and how each may be written."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

# Written so that Rust's, Python's and ECMAScript's regular expressions read them alike: the JSON Schema
# carries them. Letters and digits of every script, "_", and after the first character "-" and ".";
# no space, no other ASCII punctuation, no invisible character.
_NOT_IN_IDS = r"\s:-@\[-^`{-\x9f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff"
_ID = rf"[^\x00-/{_NOT_IN_IDS}][^\x00-,/{_NOT_IN_IDS}]*"
# A slash stands between the name of a map that is included and an id of its own.
ID_PATTERN = rf"^{_ID}(/{_ID})*$"
ID_PART = _ID
"""A regular expression for an id without slashes."""
# Ids made by relation_id() join those of claims with "+" and ":", and "#" tells twins apart.
RELATION_ID_PATTERN = rf"^{_ID}([/+:#][^\x00-,/{_NOT_IN_IDS}]+)*$"
# Tab, line feed and carriage return are the only control characters that text may hold: the others
# would reach terminals as commands and make SVG and XML unreadable.
_NOT_IN_TEXT = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff"
_INVISIBLE = r"\s\xad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff"
# Something in it can be seen, or there would be nothing to draw.
_TEXT_PATTERN = rf"^[^{_NOT_IN_TEXT}]*[^{_NOT_IN_TEXT}{_INVISIBLE}][^{_NOT_IN_TEXT}]*$"


def nfc(text: str) -> str:
    """Return an id in Normalisation Form C: ids that look the same are the same, however typed."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _composed(text: object) -> object:
    return nfc(text) if isinstance(text, str) else text


# Ids of claims and relations are not composed one by one, see nfc(): that would take as long as all else that is done
# for them. Readers compose these, and a map refuses what is not.
NodeId = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=200)]
RelationId = Annotated[str, StringConstraints(pattern=RELATION_ID_PATTERN)]
Id = Annotated[NodeId, BeforeValidator(_composed)]
Text = Annotated[str, StringConstraints(pattern=_TEXT_PATTERN, min_length=1, strip_whitespace=True)]


def _flag(value: object) -> object:
    """Read the words for true and false; any other text is a reason, which counts as true."""
    if isinstance(value, str):
        return {"true": True, "yes": True, "false": False, "no": False}.get(value.strip().lower(), value)
    return value


Flag = Annotated[bool | Text, BeforeValidator(_flag)]
"""``True``, ``False``, or the reason why (which counts as true)."""

RuleName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]+$")]
Unit = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Date = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"),
]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9A-Fa-f]{64}$"), AfterValidator(str.lower)]
URL_PATTERN = r"^(https?://|mailto:)[^\s\x00-\x1F\x7F<>\"]+$"
Url = Annotated[str, StringConstraints(pattern=URL_PATTERN, strip_whitespace=True)]


def _numbered_from_one(place: str) -> str:
    number = re.match(r"¶\s*(\d{1,9})(?:\s|$)", place)
    if number and not int(number[1]):
        raise ValueError("there is no paragraph 0: paragraphs are numbered from 1")
    return place


Place = Annotated[Text, BeforeValidator(_composed), AfterValidator(_numbered_from_one)]
"""A paragraph, words of a source, or both, as the map file writes them."""
Language = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
_LABELS = {"stands": "in", "falls": "out", "open": "undec"}
Expected = Annotated[
    Literal["in", "out", "undec", "stands", "falls", "open"],
    AfterValidator(lambda word: _LABELS.get(word, word)),
]
"""The label that a map expects a claim to have, in, out or undec; it may be written as stands, falls or open."""
