"""Who says what in an AIF document: locutions (L) that assert claims by way of illocutions (YA)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from argmap.formats.imported import seen
from argmap.formats.steps import Argument, Draft, Json, Links, key, rows

_NAMED: Final = re.compile(r"\s*([^:]{1,80}?)(\s*):(?=\s)")
"""How the text of a locution begins: ``Name : what is said``."""
_MOST_WORDS: Final = 4
"""Words of a name that a colon follows at once; other words before one are likely part of what is said."""
_ASSERTING: Final = "Asserting"


def speakers(document: Json, argument: Argument) -> dict[str, str]:
    """Return the speaker of each claim of which it is beyond doubt.

    Those who assert a claim come before those who ask, agree or restate. Where several do, none is its speaker.
    """
    people, spoken = _people(document), _spoken(document)
    found: dict[str, str] = {}
    for claim, number in argument.claims.items():
        asserting: set[str] = set()
        others: set[str] = set()
        for illocution, locution in _said(argument.links, number):
            name = people.get(spoken.get(key(locution.get("nodeID")) or "", "")) or _named(locution)
            if name is not None:
                (asserting if illocution.get("text") == _ASSERTING else others).add(name)
        names = asserting or others
        if len(names) == 1:
            found[claim] = names.pop()
    return found


def _said(links: Links, claim: int) -> Iterator[tuple[Json, Json]]:
    """Yield the illocutions by which a claim is made, each with its locution."""
    for number in links.into.get(claim, ()):
        illocution = links.nodes[number]
        if illocution is not None and illocution.get("type") == "YA":
            for other in links.into.get(number, ()):
                locution = links.nodes[other]
                if locution is not None and locution.get("type") == "L":
                    yield illocution, locution


def _named(locution: Json) -> str | None:
    """Return the name that the text of a locution begins with."""
    text = locution.get("text")
    match = _NAMED.match(text) if isinstance(text, str) else None
    if match is None:
        return None
    words = match[1].split()
    likely = match[2] or (len(words) <= _MOST_WORDS and all(word[0].isupper() for word in words))
    return seen(match[1]) if likely else None


def _people(document: Json) -> dict[str, str]:
    """Return the names of the participants by their ids."""
    found = {}
    for person in rows(document, "participants"):
        id = key(person.get("participantID"))
        parts = [part for part in (person.get("firstname"), person.get("surname")) if isinstance(part, str)]
        name = seen(" ".join(parts))
        if id is not None and name is not None:
            found[id] = name
    return found


def _spoken(document: Json) -> dict[str, str]:
    """Return for each locution the id of the participant."""
    found = {}
    for entry in rows(document, "locutions"):
        node, person = key(entry.get("nodeID")), key(entry.get("personID"))
        if node is not None and person is not None:
            found[node] = person
    return found


def add_speech(draft: Draft, node: object, text: str, speaker: str) -> None:
    """Add to a document that a speaker asserts a claim: a locution, an illocution and, if need be, a participant."""
    people = _people(draft.document)
    person = next((id for id, name in people.items() if name == speaker), None)
    if person is None:
        ids = (key(row.get("participantID")) for row in rows(draft.document, "participants"))
        person = str(max((int(id) for id in ids if id and id.isdecimal()), default=0) + 1)
        first, _, last = speaker.rpartition(" ")
        draft.table("participants").append({"participantID": person, "firstname": first, "surname": last})
    locution, illocution = draft.ids.make(f"L-{node}"), draft.ids.make(f"YA-{node}")
    draft.add({"nodeID": locution, "text": f"{speaker} : {text}", "type": "L"})
    draft.add({"nodeID": illocution, "text": _ASSERTING, "type": "YA"})
    draft.link(locution, illocution)
    draft.link(illocution, node)
    draft.table("locutions").append({"nodeID": locution, "personID": person, "start": None, "end": None})
