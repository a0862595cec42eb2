"""Claims added, taken out and split in two."""

from __future__ import annotations

from dataclasses import replace

from argmap.formats.edit import Data, Editor
from argmap.formats.nodes import Mapping
from argmap.formats.notation import CITATIONS
from argmap.model import Kind
from argmap.refactor.opened import Edited, close, open_map
from argmap.refactor.relations import set_link
from argmap.suggest import did_you_mean


def add_claim(
    text: str, name: str, id: str, fields: dict[str, Data], bears: tuple[Kind, str] | None = None
) -> Edited:
    """Add a claim at the end of the map.

    Args:
        text: the content of the file.
        name: its name.
        id: the id of the claim.
        fields: its fields.
        bears: what it does, and to which claim or relation.

    Raises:
        EditError: if the id is taken or is none, what it bears on is not there, or the map cannot be read.
    """
    opened = open_map(text, name)
    opened.free(id)
    opened.editor.set_block(opened.mapping("claims"), id, fields)
    claims = {*opened.map.claims, id}
    number = len(opened.map.relations)
    if bears is not None:
        kind, target = bears
        if kind is not Kind.UNDERCUTS:
            claims.add(target)  # one of a map that is included is written among the others from now on
        number += 1
        try:  # in the text as it is now, as both may be written at one place
            editor = Editor(opened.editor.result(), json=opened.editor.json)
        except ValueError:
            pass  # what is wrong with the text is found when it is closed
        else:
            opened = replace(opened, editor=editor)
            set_link(opened, [id], kind, target)
    cited = [source for key in CITATIONS if isinstance(there := fields.get(key), dict) for source in there]
    unknown = [source for source in dict.fromkeys(cited) if source not in opened.map.sources]
    notes = [
        " ".join(
            filter(None, (f"the map has no source {source!r}.", did_you_mean(source, opened.map.sources)))
        )
        for source in unknown
        if not opened.elsewhere(source)
    ]
    return close(
        opened, lambda after: after.claims.keys() == claims and len(after.relations) == number, notes
    )


def remove(text: str, name: str, id: str) -> Edited:
    """Take a claim out, with every relation that it is a premise of: linked premises work only together.

    Raises:
        EditError: if there is no such claim.
    """
    opened = open_map(text, name)
    opened.own(id)
    opened.claim(id)
    editor, map = opened.editor, opened.map
    notes = []
    for relation in opened.graph.outgoing(id):
        editor.remove(opened.node("relations", relation.id))
        others = [premise for premise in relation.premises if premise != id]
        if others:
            notes.append(
                f"{' + '.join(others)} no longer {relation.kind} {relation.target}: they worked only with {id}"
            )
    for place, thesis in enumerate(map.thesis):
        if thesis == id:
            editor.remove(opened.node("thesis", place) if len(map.thesis) > 1 else opened.node("thesis"))
    if id in map.expect:
        editor.remove(opened.node("expect", id))
    editor.remove(opened.node("claims", id))
    return close(opened, lambda after: after.claims.keys() == map.claims.keys() - {id}, notes)


def split(text: str, name: str, id: str, *, new: str, first: str, second: str) -> Edited:
    """Make two claims of one: the first keeps the id and all that is said of it, the second is linked with it.

    Wherever the claim was a premise, both are from now on, and work only together.

    Raises:
        EditError: if there is no such claim, or the new id is taken or is none.
    """
    opened = open_map(text, name)
    opened.own(id)
    opened.claim(id)
    opened.free(new)
    editor = opened.editor
    node = opened.node("claims", id, "text")
    editor.replace(node, first)
    voice: dict[str, Data] = {}
    claim = opened.map.claims[id]
    if claim.voice != "author":
        voice["voice"] = str(claim.voice)
    if claim.speaker:
        voice["speaker"] = claim.speaker
    editor.set_block(opened.mapping("claims"), new, {"text": second, **voice})
    for relation in opened.graph.outgoing(id):
        place = opened.node("relations", relation.id)
        premises = [*relation.premises, new]
        if isinstance(place, Mapping):
            editor.replace(opened.node("relations", relation.id, "premises"), premises)
        else:
            editor.replace(place, premises)
    number = len(opened.map.relations)
    notes = (
        [f"{new} cites no place yet: look whether those of {id} are its own"]
        if claim.at or claim.evidence
        else []
    )
    return close(opened, lambda after: new in after.claims and len(after.relations) == number, notes)
