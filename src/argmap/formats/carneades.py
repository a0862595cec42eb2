"""Argument graphs of Carneades 4 in YAML (Gordon and Walton): statements, and arguments for them.

An argument supports its conclusion with linked premises (``convergent``: each by itself); its undercutter
undercuts it. Positions of an issue exclude one another: what is argued for one attacks the others, and the
proof standard of the issue is theirs. In Carneades nothing stands of itself: a statement that is neither
assumed nor argued for meets the burden of proof, an objection that every such graph implies.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from argmap.formats.base import Reading
from argmap.formats.collecting import Collector
from argmap.formats.nodes import Lines, Mapping, Node, Scalar
from argmap.formats.yaml_fields import entries, fields, names, words
from argmap.model import Kind, Standard, Voice

_STANDARDS = {
    "PE": Standard.PREPONDERANCE,
    "CCE": Standard.CLEAR_AND_CONVINCING,
    "BRD": Standard.BEYOND_REASONABLE_DOUBT,
}
_ALONE = frozenset({"linked", "convergent"})
"""Schemes that only say how premises go together."""
_WEIGHING = frozenset({"cumulative", "factorized"})
"""Schemes that weigh an argument by how many of its premises are in, which no relation does."""
_OWN_SCHEMES = ("argument_schemes", "issue_schemes", "weighing_functions")
_LABELS = {"in": "in", "out": "out", "undecided": "undec"}
_BURDEN = "\0burden"
_NOTHING = "\0nothing"
"""Keys that no statement has."""


def read(text: str, name: str) -> Reading:
    """Return what came of reading a text; ``name`` is used in messages."""
    made = Collector(name, Lines(text), "carneades")
    return _Graph(made, fields(made, "an argument graph")).reading()


class _Graph:
    def __init__(self, made: Collector, root: Mapping) -> None:
        self.made = made
        self.root = root
        self.places: dict[str, Node] = {}
        """Where each statement stands."""
        self.texts: dict[str, str] = {}
        self.assumed: set[str] = set()
        self.standards: dict[str, Standard] = {}
        self.rivals: dict[str, dict[str, None]] = {}
        """For each position of an issue the other ones."""
        self.issues: list[list[str]] = []
        self.concluded: set[str] = set()
        self.used: set[str] = set()
        self.premiseless = False
        self.weighing = False

    def reading(self) -> Reading:
        """Return the map that the graph is."""
        self._statements()
        for _, place, issue in entries(self.made, self.root.get("issues"), "issues"):
            self._issue(place, issue)
        for key, place, argument in entries(self.made, self.root.get("arguments"), "arguments"):
            self._argument(key, place, argument)
        for key, node in self.places.items():
            text, standard = self.texts.get(key, ""), self.standards.get(key)
            self.made.claim(key, text, node, assumed=key in self.assumed, standard=standard)
        self._burden()
        alike = not self.weighing and not any(self.root.get(field) for field in _OWN_SCHEMES)
        expect = self._expected() if alike else {}
        return self.made.reading(self._theses(), expect=expect, **self._about())

    def _mention(self, key: str, place: Node) -> str:
        self.places.setdefault(key, place)
        return key

    def _statements(self) -> None:
        for key, place, node in entries(self.made, self.root.get("statements"), "statements"):
            self.places[key] = place
            if isinstance(node, Mapping):
                self.texts[key] = words(node.get("text"))
                if words(node.get("assumed")) == "true":
                    self.assumed.add(key)
            else:
                self.texts[key] = words(node)
        for key, node in names(self.made, self.root.get("assumptions"), "assumptions"):
            self.assumed.add(self._mention(key, node))

    def _issue(self, place: Scalar, issue: Node) -> None:
        if not isinstance(issue, Mapping):
            self.made.problem(
                "AM006", place, "an issue should have positions", "Write it so: {positions: […]}"
            )
            return
        positions = [
            self._mention(*it) for it in names(self.made, issue.get("positions"), "the positions of an issue")
        ]
        word = words(issue.get("standard")) or "PE"
        if word not in _STANDARDS:
            node = issue.get("standard") or place
            help = f"The standards are {', '.join(_STANDARDS)}."
            self.made.problem("AM006", node, f"the standard {word!r} is not known", help)
        self.issues.append(positions)
        everyone = dict.fromkeys(positions)
        for position in positions:
            self.standards[position] = _STANDARDS.get(word, Standard.PREPONDERANCE)
            self.rivals[position] = everyone

    def _argument(self, key: str, place: Scalar, argument: Node) -> None:
        conclusion = words(argument.get("conclusion")) if isinstance(argument, Mapping) else ""
        if not isinstance(argument, Mapping) or not conclusion:
            self.made.problem("AM006", place, f"the argument {key!r} has no conclusion")
            return
        self._mention(conclusion, argument.get("conclusion") or place)
        self.concluded.add(conclusion)
        premises = names(self.made, argument.get("premises"), "premises")
        self.used |= {self._mention(premise, node) for premise, node in premises} - {conclusion}
        undercutters = names(self.made, argument.get("undercutter"), "the undercutter")
        self.used |= {self._mention(undercutter, node) for undercutter, node in undercutters}
        scheme = words(argument.get("scheme"))
        convergent = scheme == "convergent" and premises
        steps = [[premise] for premise in premises] if convergent else [premises or [(_NOTHING, place)]]
        self.premiseless |= not premises
        rivals = [rival for rival in self.rivals.get(conclusion, ()) if rival != conclusion]
        self.weighing |= scheme in _WEIGHING
        details = {"scheme": None if scheme in _ALONE | _WEIGHING else scheme or None, **_details(argument)}
        for number, step in enumerate(steps, 1):
            for target in (conclusion, *rivals):
                kind = Kind.SUPPORTS if target == conclusion else Kind.ATTACKS
                id = key if number == 1 else f"{key}.{number}"
                id = id if target == conclusion else f"{id}-against-{target}"
                keys, nodes = zip(*step, strict=True)
                self.made.relation(kind, keys, target, place, key=f"\0{id}", id=id, places=nodes, **details)
                for undercutter, node in undercutters:
                    self.made.relation(Kind.UNDERCUTS, [undercutter], f"\0{id}", node)

    def _burden(self) -> None:
        """Add what Carneades holds without its being written: what needs no premise, and the burden of proof."""
        start = Node(0, 1)
        if self.premiseless:
            text = "Some arguments name no premise."
            self.made.claim(_NOTHING, text, start, id="no-premise", voice=Voice.ANALYST, assumed=True)
        bare = [key for key in self.places if key not in self.concluded | self.assumed]
        if bare:
            text = "What is neither assumed nor argued for does not stand."
            self.made.claim(_BURDEN, text, start, id="burden-of-proof", voice=Voice.ANALYST, assumed=True)
        for key in bare:
            self.made.relation(Kind.ATTACKS, [_BURDEN], key, self.places[key])

    def _expected(self) -> dict[str, str]:
        """Return the labels that statements should have, by the ids of their claims."""
        expect = {}
        for field in ("labels", "tests"):  # what was computed, and what is wanted
            for label, place, listed in entries(self.made, self.root.get(field), field):
                if label not in _LABELS:
                    help = f"The labels are {', '.join(_LABELS)}."
                    self.made.problem("AM006", place, f"the label {label!r} is not known", help)
                    continue
                for key, node in names(self.made, listed, f"statements that are {label}"):
                    if key in self.places:  # others come from arguments that schemes are to find
                        id = self.made.id(key)
                        expect[id] = _LABELS[label]
                        self.made.place(("expect", id), node)
        return expect

    def _theses(self) -> list[str]:
        """Return what is argued for and serves for nothing further, the first position of each issue."""
        rival = {position for issue in self.issues for position in issue[1:]}
        roots = [key for key in self.places if key in self.concluded and key not in self.used]
        return [key for key in roots if key not in rival] or roots or [it[0] for it in self.issues if it][:1]

    def _about(self) -> dict[str, Any]:
        meta = self.root.get("meta")
        if not isinstance(meta, Mapping):
            return {}
        notes = [words(meta.get(field)).strip() for field in ("notes", "note", "source")]
        title = words(meta.get("title")).strip()
        return {"title": title or None, "description": "\n\n".join(filter(None, notes)) or None}


def _details(argument: Mapping) -> dict[str, Any]:
    """Return what an argument has besides, as far as a relation has room for it."""
    weight, meta = words(argument.get("weight")), argument.get("meta")
    details: dict[str, Any] = {}
    with suppress(ValueError):
        if 0 <= float(weight) <= 1:
            details["weight"] = float(weight)
    if isinstance(meta, Mapping):
        details["note"] = "\n".join(filter(None, (words(it).strip() for _, it in meta.pairs()))) or None
    return details
