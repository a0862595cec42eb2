"""From the parts of an Argdown text to the nodes of a map, as if they stood in an argmap file.

What becomes what is decided in docs/decisions/0010-argdown.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from pydantic import JsonValue

from argmap.finding import Problem
from argmap.formats.argdown import fields
from argmap.formats.argdown.carried import NAME, Carried
from argmap.formats.argdown.data import read_data, read_front_matter, typed
from argmap.formats.argdown.entities import Entities, Entity, canonical
from argmap.formats.argdown.ids import TitleIds
from argmap.formats.argdown.nodes import Document, Member
from argmap.formats.argdown.reasons import Reason, Reasons
from argmap.formats.nodes import Lines, Mapping, Node, Scalar, Sequence, plain
from argmap.formats.notation import REASONS, VERSION
from argmap.formats.writer import MAX_UNDERCUTS

_KEYS: Final = {kind: key for key, kind in REASONS.items()}
_THESES: Final = 5


class Assembly:
    """Makes the nodes of a map from a document.

    Attributes:
        problems: what is wrong with it.
    """

    def __init__(self, lines: Lines, document: Document) -> None:
        self.lines = lines
        self.problems: list[Problem] = []
        self.front = document.front and read_front_matter(lines, document.front, self.problems)
        self.entities = Entities(document, strict=_is_strict(self.front))
        self.data: dict[Member, Mapping] = {}
        for entity in self.entities.order:
            for member in entity.members:
                if member.data and (found := read_data(lines, member.data, self.problems)):
                    self.data[member] = found
        self.made = Reasons(lines, self.entities, self.data)
        self.problems += self.made.problems
        self.ids = TitleIds()
        self.names: dict[Entity, str] = {}
        self.carried = Carried()
        """What a map has no room for."""

    def root(self) -> Mapping:
        """Return the root of the nodes."""
        for argument, structure in self.entities.twice:
            message = f"the argument <{argument.title}> has its premises already"
            self._problem(structure.start, structure.end, "AM001", message, "Give this one another title.")
        claims = sorted((it for it in self.entities.order if self._is_claim(it)), key=_first)
        self._name(claims)
        root = Mapping(0, 0)
        root.entries["argmap"] = Scalar(0, 0, "argmap"), Scalar(0, 0, str(VERSION))
        nodes = self._claims(claims)
        self._head(root, claims)
        root.entries["claims"] = Scalar(0, 0, "claims"), nodes
        return root

    def _problem(self, start: int, end: int, code: str, message: str, help: str | None = None) -> None:
        self.problems.append(Problem(code, message, self.lines.span(start, max(end, start + 1)), help=help))

    # -- claims

    def _is_claim(self, entity: Entity) -> bool:
        """Tell whether an entity is a claim: neither a reconstructed argument nor mere prose."""
        if entity.argument:
            return entity.structure is None
        if entity in self.made.hidden:
            return False
        if entity.title is not None or entity.used:
            return True
        [member] = entity.members
        if fields.is_true(self.data.get(member), "isInMap"):
            return True
        if member.words:
            section = member.section.words if member.section else None
            self.carried.prose.append((section, member.words))
        return False

    def _name(self, claims: list[Entity]) -> None:
        """Give claims and relations their ids: titles as far as they can be ids, for the rest what is like them."""
        for entity in claims:
            if entity.title is not None:
                self.names[entity] = self.ids.of_claim(entity.title)
        for entity in claims:
            if entity.title is None:
                self.names[entity] = self.ids.of_words(entity.members[0].words)
        for step, reason in self.made.steps.items():
            if reason.title is not None:
                if "id" not in reason.fields:
                    id = self.ids.of_relation(reason.title)
                    reason.fields["id"] = _entry("id", reason.start, reason.end, id)
                if step.conclusion == len(step.argument.lines) - 1:
                    self._carry_argument(step.argument, str(plain(reason.fields["id"][1])))

    def _carry_argument(self, argument: Entity, id: str) -> None:
        """Keep what a relation has no room for."""
        tags = [tag for member in argument.members for tag in member.tags]
        if tags:
            self.carried.tags[id] = list(dict.fromkeys(tags))
        for member in argument.members:
            if member in self.data:
                data = {key: typed(value) for key, value in self.data[member].pairs()}
                self.carried.data.setdefault(id, {}).update(data)

    def _claims(self, claims: list[Entity]) -> Mapping:
        nodes = Mapping(0, 0)
        for entity in claims:
            key, node = self._claim(entity)
            nodes.entries[self.names[entity]] = key, node
        return nodes

    def _claim(self, entity: Entity) -> tuple[Scalar, Mapping]:
        id, title, members = self.names[entity], entity.title, entity.members
        preferred = frozenset(
            member
            for member in members
            if member.data and fields.is_true(self.data.get(member), "isCanonical")
        )
        spoken = canonical((it for it in members if not it.reference), preferred)
        member = spoken or members[0]
        node = Mapping(member.start, member.end)
        entries = node.entries
        words = spoken.words if spoken else ""
        words = words or title or fields.written_tags(member) or "…"
        start, end = member.text
        while end > start + 1 and self.lines.text[end - 1].isspace():
            end -= 1
        entries["text"] = _entry("text", start, end, words)
        if title is not None and title not in (id, words):
            entries["label"] = _entry("label", member.start, member.named, title)
        fields.add_tags(entries, members)
        placed = next((it for it in members if not it.reference), members[0])
        if placed.section is not None and placed.section.words:
            section = placed.section
            entries["section"] = _entry("section", section.start, section.end, section.words)
        rest: dict[str, JsonValue] = {}
        for one in members:
            if one in self.data:
                rest |= fields.apply(entries, self.data[one])
        if rest:
            self.carried.data[id] = rest
        others = [it.words for it in members if not it.reference and it is not member and it.words]
        if others:
            self.carried.members[id] = list(dict.fromkeys(others))
        if entity.argument:
            self.carried.arguments.append(id)
        self._add_reasons(entries, self.made.of.get(entity, ()), 0)
        return Scalar(member.start, max(member.named, member.start + 1), id), node

    def _add_reasons(
        self, entries: dict[str, tuple[Scalar, Node]], reasons: Iterable[Reason], depth: int
    ) -> None:
        for reason in reasons:
            key = _KEYS[reason.kind]
            if key not in entries:
                entries[key] = Scalar(reason.start, reason.end, key), Sequence(reason.start, reason.end)
            items = entries[key][1]
            assert isinstance(items, Sequence)  # noqa: S101  these are the only ones under such keys
            items.items.append(self._node(reason, depth))

    def _node(self, reason: Reason, depth: int) -> Node:
        premises = [Scalar(start, end, self.names.get(entity, "")) for entity, start, end in reason.premises]
        if len(premises) == 1 and not (reason.fields or reason.incoming):
            return premises[0]
        node = Mapping(reason.start, reason.end)
        listed = Sequence(reason.start, reason.end)
        listed.items.extend(premises)
        node.entries = {"premises": (Scalar(reason.start, reason.end, "premises"), listed), **reason.fields}
        if depth <= MAX_UNDERCUTS:
            self._add_reasons(node.entries, reason.incoming, depth + 1)
        return node

    # -- the map

    def _head(self, root: Mapping, claims: list[Entity]) -> None:
        """Add the fields of the map."""
        rest = fields.add_head(root.entries, self.front, self._find) if self.front else {}
        if rest:
            self.carried.front = rest
        if "thesis" not in root.entries:
            theses = Sequence(0, 0)
            for entity in self._theses(claims):
                member = entity.members[0]
                theses.items.append(
                    Scalar(member.start, max(member.named, member.start + 1), self.names[entity])
                )
            if theses.items:
                root.entries["thesis"] = Scalar(0, 0, "thesis"), theses
        if text := self.carried.text():
            carried = fields.mapping(root.entries, "carried")
            carried.entries[NAME] = Scalar(0, 0, NAME), Scalar(0, 0, text)

    def _find(self, word: str) -> str:
        """Return the id for the title of a statement or argument, or the word if it is none."""
        title = word[1:-1] if re.fullmatch(r"\[.*\]|<.*>", word) else word
        entity = self.entities.statements.get(title) or self.entities.arguments.get(title)
        return self.names.get(entity, word) if entity else word

    def _theses(self, claims: list[Entity]) -> list[Entity]:
        """Return the claims that are given reasons and are reasons for nothing; the five with the most.

        Claims that attack each other are no reasons for that.
        """
        pairs = {
            (entity, target)
            for target, reasons in self.made.of.items()
            for reason in reasons
            for entity, _, _ in reason.premises
        }
        given = [target for entity, target in pairs if (target, entity) not in pairs]
        busy = {entity for entity, target in pairs if (target, entity) not in pairs}
        inner = [one for reasons in self.made.of.values() for reason in reasons for one in reason.incoming]
        while inner:
            busy.update(entity for reason in inner for entity, _, _ in reason.premises)
            inner = [one for reason in inner for one in reason.incoming]
        number = Counter(given)
        ends = [entity for entity in claims if number[entity] and entity not in busy]
        if not ends:
            return [entity for entity in claims if self.made.of.get(entity)][:1]
        most = {
            entity for entity, _ in Counter({entity: number[entity] for entity in ends}).most_common(_THESES)
        }
        return [entity for entity in ends if entity in most]


def _first(entity: Entity) -> int:
    """Return where an entity is defined first; where it is first named if it is not."""
    return next((it.start for it in entity.members if not it.reference), entity.members[0].start)


def _entry(key: str, start: int, end: int, value: str) -> tuple[Scalar, Scalar]:
    return Scalar(start, end, key), Scalar(start, end, value)


def _is_strict(front: Mapping | None) -> bool:
    """Tell whether front matter asks for the strict reading of relations between statements."""
    model = front.get("model") if front else None
    mode = model.get("mode") if isinstance(model, Mapping) else None
    return isinstance(mode, Scalar) and mode.value == "strict"
