"""What is wrong with the values of a map, in the words of the file that they stand in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from argmap.finding import Locate, Path, Problem
from argmap.model import Claim, Map, Relation, Standard, Voice
from argmap.suggest import did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_IDS = frozenset({"id", "premises", "source", "thesis"})
_EXPECTED = {
    "confidence": "a number from 0 to 1",
    "weight": "a number from 0 to 1",
    "voice": f"one of {', '.join(Voice)}",
    "published": "a date such as 2025, 2025-03 or 2025-03-02",
    "url": "an address that begins with http://, https:// or mailto:",
    "language": "a language tag such as en or pt-BR",
    "expect": "in, out or undec (or stands, falls, open)",
    "standard": f"one of {', '.join(Standard)}",
    "sha256": "64 hexadecimal digits",
    "paragraph": "the number of a paragraph, from 1",
}


def validated(data: dict[str, Any]) -> tuple[Map | None, list[ErrorDetails]]:
    """Return the map that plain data make, or None and what pydantic has to say against them.

    Claims and relations take the places of their data one by one, so that a large map is not in memory twice.
    """
    errors: list[ErrorDetails] = []
    # Most claims have the same fields: they can share what says so.
    sets: dict[tuple[str, ...], set[str]] = {}
    for name, model in (("claims", Claim), ("relations", Relation)):
        table = data.get(name, {})
        # model_validate() takes as long again, to pass on what it is not given.
        validate = model.__pydantic_validator__.validate_python
        for id, fields in table.items():
            try:
                table[id] = made = validate(fields)
                given = sets.setdefault(tuple(fields), made.__pydantic_fields_set__)
                object.__setattr__(made, "__pydantic_fields_set__", given)
            except ValidationError as error:
                errors += ({**item, "loc": (name, id, *item["loc"])} for item in _details(error))
    if errors:
        data = {**data, "claims": {}, "relations": {}}
    try:
        map = Map.model_validate(data)
    except ValidationError as error:
        return None, errors + _details(error)
    return None if errors else map, errors


def _details(error: ValidationError) -> list[ErrorDetails]:
    return error.errors(include_url=False, include_context=False)


def value_problems(
    errors: Iterable[ErrorDetails], locate: Locate, spelled: Callable[[Path], bool]
) -> Iterator[Problem]:
    """Yield what pydantic has to say, in the words of the file.

    Args:
        errors: what it has to say.
        locate: finds parts of the map in the file.
        spelled: tells whether the file has a value for a field of a relation.
    """
    for item in errors:
        path: Path = item["loc"]
        if path[:1] == ("relations",) and path[2:] and not spelled(path):
            continue  # derived from the id of a claim, which has a problem of its own
        if item["type"] == "too_short":
            continue  # an item of the list has a problem of its own
        # Where pydantic tried several types, their names end the path; each would be a problem of its own.
        if path[-1:] == ("bool",):
            continue
        path = path[:-1] if path[-1:] == ("constrained-str",) else path
        key = path[-1:] == ("[key]",)
        path = path[:-1] if key else path
        names = [part for part in path if isinstance(part, str)]
        field = names[-1] if names else "the map"
        if path[:1] in (("expect",), ("not_argument",)):
            field = "id" if key and len(path) == 2 else str(path[0])
        if item["type"] == "missing":
            owner = "the source" if path[0] == "sources" else "the claim"
            yield Problem("AM006", f"{owner} {path[1]!r} has no {field}", locate(path[:2]))
            continue
        yield Problem("AM006", _complaint(field, item), locate(path), help=_advice(field, item["input"]))


def _complaint(field: str, item: Any) -> str:  # noqa: ANN401  pydantic's ErrorDetails, of which three keys are used
    value = item["input"]
    if item["type"] == "value_error":
        return str(item["msg"]).removeprefix("Value error, ")
    if item["type"] == "string_too_short":
        return f"{field} is empty"
    if item["type"] == "string_too_long":
        return f"an id of {len(value)} characters; 200 is the most"
    if field in _IDS and isinstance(value, str):
        return f"{_short(value)} is not an id"
    if field in _EXPECTED:
        wanted = _EXPECTED[field]
    elif item["type"] == "string_pattern_mismatch":
        wanted = "visible text without control characters"
    else:
        wanted = "text"
    given = f", not {_short(value)}" if isinstance(value, (str, int, float)) and value != "" else ""
    return f"{field} should be {wanted}{given}"


def _advice(field: str, value: object) -> str | None:
    if not isinstance(value, str):
        return None
    if field in _IDS:
        slug = "-".join(re.findall(r"\w+", value))[:60]
        example = f": {slug}" if slug else ""
        advice = f"An id has letters, digits, '-', '_' and '.', and no spaces{example}"
        if field == "source" and " " in value:
            advice = "Inside { } a comma or colon ends a place: if this belongs to one, put the whole place in double quotes."
        return advice
    if field in ("voice", "standard"):
        return did_you_mean(value, list(Voice if field == "voice" else Standard))
    return None


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…{text[-1]}"
