"""The Argument Interchange Format, in JSON, as AIFdb has it: nodes (I, RA, CA, MA, L, YA, TA, PA), edges, locutions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from argmap.finding import Path
from argmap.formats import aif_speech, steps
from argmap.formats.base import Reading, Written
from argmap.formats.imported import seen
from argmap.formats.steps import Argument, Dialect, Draft, Json, Links, Oddity, Sort, has_lists
from argmap.model import Claim, Kind, Map

_KINDS: Final = {"RA": Kind.SUPPORTS, "CA": Kind.ATTACKS, "MA": Kind.REPHRASES}
_TYPES: Final = {Kind.SUPPORTS: "RA", Kind.ATTACKS: "CA", Kind.UNDERCUTS: "CA", Kind.REPHRASES: "MA"}
_DEFAULTS: Final = {"RA": "Default Inference", "CA": "Default Conflict", "MA": "Default Rephrase"}
_NO_SCHEME: Final = frozenset(
    {"ra", "ca", "ma", "inference", "conflict", "rephrase", "support", "attack", "pro", "con"}
    | {name.lower() for name in _DEFAULTS.values()}
)
"""Texts of steps that name no scheme."""
_WORD_START: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SPEECH: Final = frozenset(
    {("L", "YA"), ("TA", "YA"), ("L", "TA"), ("TA", "L"), ("YA", "I"), ("YA", "L")}
    | {("YA", step) for step in ("RA", "CA", "MA", "PA")}
    | {(node, "PA") for node in ("I", "RA", "CA", "MA", "PA")}
    | {("PA", node) for node in ("I", "RA", "CA", "MA")}
)
"""Edges, by the types of their ends, of dialogues and preferences."""
_OTHERS: Final = frozenset({"L", "YA", "TA", "PA", "EN", ""})
"""Types that are no part of the argument; EN, an enthymeme, is of OVA3."""

_FURTHER: Final = ("also here", "and here")

WRAPPERS: Final = ("AIF", "aif")
"""The keys under which xAIF has an AIF document."""


class Aif(Dialect):
    """AIF as AIFdb has it."""

    name = "aif"
    title = "AIF"
    carried = "aif"
    lacking = "there are no nodes"
    about_nodes = (
        "nodes",
        "locutions",
        "schemefulfillments",
        "descriptorfulfillments",
        "cqdescriptorfulfillments",
    )

    def within(self, document: Json) -> Path | None:
        """Return the way to the part that holds nodes and edges; None if the document has none."""
        for wrapper in WRAPPERS:
            if isinstance(document.get(wrapper), dict):
                return (wrapper,)
        return () if "nodes" in document else None

    def document(self, carried: Json | None) -> Json:
        """Return a document to be brought up to date: the one that a map carries, or a new one."""
        within = Aif.within(self, carried) if carried is not None else None
        if carried is not None and within is not None:
            part: Json = carried[str(within[0])] if within else carried
            if has_lists(part):
                return part
        return {"nodes": [], "edges": [], **{name: [] for name in (*self.about_nodes[1:4], "participants")}}

    def sort(self, node: Json) -> Sort:
        """Tell what a node is: a claim, a step of some kind, or something else."""
        type = node.get("type")
        if type == "I":
            return "claim"
        return _KINDS.get(type, "other") if isinstance(type, str) else "other"

    def scheme(self, node: Json) -> str | None:
        """Return the name of the scheme that a step is said to be of, if it is."""
        for key in ("scheme", "text"):
            name = node.get(key)
            if not isinstance(name, str) or name.strip().lower() in _NO_SCHEME:
                continue
            if words := seen(_WORD_START.sub(" ", name) if " " not in name else name):
                return words
        return None

    def speakers(self, part: Json, argument: Argument) -> dict[str, str]:
        """Return the speaker of each claim of which it is beyond doubt."""
        return aif_speech.speakers(part, argument)

    def expects(self, source: Json, target: Json) -> bool:
        """Tell whether regular documents have edges between two such nodes that are no part of the argument."""
        try:
            return (source.get("type"), target.get("type")) in _SPEECH
        except TypeError:  # a list or object for a type
            return False

    def oddities(self, links: Links) -> Iterator[Oddity]:
        """Yield nodes of unknown types, nodes that hang in the air, and locutions that say nothing."""
        silent = []
        for number, node in enumerate(links.nodes):
            if node is None or links.sorts[number] == "claim":
                continue
            type = node.get("type")
            linked = number in links.into or number in links.out
            if links.sorts[number] == "other" and not (isinstance(type, str) and type in _OTHERS):
                yield Oddity(
                    ("nodes", number), f"a node of the type {self.word(node)!r}, which AIF does not have"
                )
            elif type == "L" and linked and not self._says(links, number):
                silent.append(number)
            elif type in ("YA", "TA", "PA") and not linked:
                yield Oddity(("nodes", number), f"a node {type} that nothing leads to or from")
        if silent:
            yield self._silent(silent)

    def _says(self, links: Links, number: int) -> bool:
        return any((links.nodes[other] or {}).get("type") == "YA" for other in links.out.get(number, ()))

    def _silent(self, nodes: list[int]) -> Oddity:
        """Tell of locutions without illocution: one finding, for dialogues have hundreds (greetings, "yes", "well")."""
        message = "a locution without an illocution (YA)"
        if len(nodes) > 1:
            message = f"{len(nodes):,} locutions without an illocution (YA)"
        related = tuple(
            (message, ("nodes", number)) for message, number in zip(_FURTHER, nodes[1:], strict=False)
        )
        help = "Is it more than a greeting or a filler? Then what it does is missing: asserting, asking, agreeing …"
        return Oddity(("nodes", nodes[0]), f"{message}: nothing is claimed", related, help)

    def claim_node(self, id: str, text: str) -> Json:
        """Return a new node for a claim."""
        return {"nodeID": id, "text": text, "type": "I"}

    def step_node(self, id: str, kind: Kind, scheme: str | None) -> Json:
        """Return a new node for a step."""
        type = _TYPES[kind]
        return {"nodeID": id, "text": scheme or _DEFAULTS[type], "type": type}

    def set_step(self, node: Json, kind: Kind, scheme: str | None) -> None:
        """Make a step one of this kind and scheme."""
        type = _TYPES[kind]
        node |= {"type": type, "text": scheme or _DEFAULTS[type]}
        node.pop("schemeID", None)
        if "scheme" in node:
            node["scheme"] = node["text"]

    def add_speaker(self, draft: Draft, node: object, claim: Claim) -> None:
        """Add to a document who says what a new node, given by its id, says."""
        if claim.speaker is not None:
            aif_speech.add_speech(draft, node, claim.text, claim.speaker)

    def left_over(self, links: Links, gone: set[int]) -> set[int]:
        """Return the illocutions and locutions that are there only for the sake of nodes that are taken out."""
        left: set[int] = set()
        for type in ("YA", "L"):
            taken = gone | left
            near = {source for number in taken for source in links.into.get(number, ())} - taken
            for number in near:
                if (links.nodes[number] or {}).get("type") != type:
                    continue
                ends = set(links.out.get(number, ())) | (
                    set(links.into.get(number, ())) if type == "L" else set()
                )
                if ends <= taken:
                    left.add(number)
        return left


KEEPS: Final = None
"""All that a map holds: what the format has no place for stands in a field of its own."""

_AIF: Final = Aif()


def read(text: str, name: str) -> Reading:
    """Return what came of reading a text; ``name`` is used in messages."""
    return steps.read(text, name, _AIF)


def write(map: Map) -> Written:
    """Return a map as AIF; what AIF has no place for stands in a field of its own."""
    return steps.write(map, _AIF)
