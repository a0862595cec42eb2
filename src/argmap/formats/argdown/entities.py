"""The statements and arguments of a document and the relations between them, as Argdown understands them.

Argdown's own account of it is packages/argdown-core/src/plugins/ModelPlugin.ts in its repository.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from argmap.formats.argdown.nodes import Document, Heading, Inference, Link, Member, Structure
from argmap.formats.argdown.tokens import Token
from argmap.model import Kind

_KINDS: Final = {
    Token.SUPPORTS: Kind.SUPPORTS,
    Token.SUPPORTED: Kind.SUPPORTS,
    Token.ATTACKS: Kind.ATTACKS,
    Token.ATTACKED: Kind.ATTACKS,
    Token.CONTRADICTS: Kind.ATTACKS,
    Token.UNDERCUTS: Kind.UNDERCUTS,
    Token.UNDERCUT: Kind.UNDERCUTS,
}
_OUTGOING: Final = frozenset({Token.SUPPORTED, Token.ATTACKED, Token.UNDERCUT, Token.CONTRADICTS})
"""Signs of relations from what stands above to what stands behind the sign."""


@dataclass(slots=True, eq=False)
class Entity:
    """A statement (all that has one title in square brackets) or an argument."""

    argument: bool
    title: str | None
    members: list[Member] = field(default_factory=list)
    structure: Structure | None = None
    """Premises and conclusions of an argument."""
    lines: list[Entity] = field(default_factory=list)
    """The statements that these are."""
    premises: set[Entity] = field(default_factory=set)
    """Those of them that no step concludes."""
    used: bool = False
    """Has a part in a relation or in an argument."""


@dataclass(frozen=True, slots=True)
class Step:
    """An inference of an argument, by the index of its conclusion."""

    argument: Entity
    conclusion: int


@dataclass(frozen=True, slots=True, eq=False)
class Relation:
    """A relation between two of them."""

    kind: Kind
    source: Entity
    target: Entity | Step
    link: Link
    outgoing: bool
    """Written at the source, with the target behind the sign."""
    mutual: bool = False
    """Holds the other way round as well."""


class Entities:
    """Collects what a document has.

    Attributes:
        statements: those with a title by it, those without by a number.
        arguments: likewise.
        order: all in the order of their first appearance.
        headings: the headings in order.
    """

    def __init__(self, document: Document, *, strict: bool) -> None:
        self.statements: dict[str | int, Entity] = {}
        self.arguments: dict[str | int, Entity] = {}
        self.order: list[Entity] = []
        self.headings: list[Heading] = []
        self.twice: list[tuple[Entity, Structure]] = []
        """Structures of arguments that have one already."""
        self._strict = strict
        self._relations: list[Relation] = []
        before: Entity | None = None
        for block in document.blocks:
            argument, before = before, None
            match block:
                case Heading():
                    self.headings.append(block)
                case Structure():
                    self._structure(block, argument)
                case Member():
                    entity = self._member(block, None)
                    before = entity if block.argument else None
                case _:
                    for member in block:
                        self._member(member, None)

    def relations(self) -> Iterator[Relation]:
        """Yield the relations as Argdown derives them.

        What an argument with premises and a conclusion does is done by its conclusion; an undercut of it denies
        its last step. In strict mode an attack between two statements is mutual.
        """
        found = self._derived()
        attacked: dict[Entity, set[Entity | Step]] = {}
        for kind, source, target in found:
            if kind is Kind.ATTACKS and not source.argument:
                attacked.setdefault(source, set()).add(target)
        for (kind, source, target), relation in found.items():
            if isinstance(target, Entity):
                if kind is Kind.ATTACKS and not target.premises.isdisjoint(attacked.get(source, ())):
                    continue  # the attack is on that premise
                target.used = True
            source.used = True
            yield relation

    def _derived(self) -> dict[tuple[Kind, Entity, Entity | Step], Relation]:
        """Return the relations by what they are, each once."""
        found: dict[tuple[Kind, Entity, Entity | Step], Relation] = {}
        for relation in self._relations:
            source, target = relation.source, relation.target
            if source.structure is not None:
                source = source.lines[-1]
                if source is target:
                    continue  # it says no more than that the argument has this conclusion
            if (
                isinstance(target, Entity)
                and target.structure is not None
                and relation.kind is Kind.UNDERCUTS
            ):
                target = Step(target, len(target.lines) - 1)
            if source is not relation.source or target is not relation.target:
                relation = replace(relation, source=source, target=target)  # noqa: PLW2901
            if self._strict and relation.kind is Kind.ATTACKS and isinstance(target, Entity):
                mutual = not (source.argument or target.argument)
                relation = replace(relation, mutual=relation.mutual or mutual)  # noqa: PLW2901
            for one in (relation, _reversed(relation)) if relation.mutual else (relation,):
                found.setdefault((one.kind, one.source, one.target), one)
        return found

    # -- collecting

    def _entity(self, argument: bool, title: str | None) -> Entity:
        table = self.arguments if argument else self.statements
        key = len(self.order) if title is None else title
        if key not in table:
            table[key] = Entity(argument, title)
            self.order.append(table[key])
        return table[key]

    def _member(self, member: Member, step: Step | None) -> Entity:
        entity = self._entity(member.argument, member.title)
        for link in member.relations:
            other = self._member(link.member, None)
            self._relate(entity, link, other, step)
        entity.members.append(member)  # after what is nested in it, as Argdown has it
        return entity

    def _relate(self, entity: Entity, link: Link, other: Entity, step: Step | None) -> None:
        kind, outgoing = _KINDS[link.sign], link.sign in _OUTGOING
        target: Entity | Step = other if outgoing else entity
        if link.sign is Token.UNDERCUTS and step is not None:
            target = step
        source = entity if outgoing else other
        mutual = link.sign is Token.CONTRADICTS
        self._relations.append(Relation(kind, source, target, link, outgoing, mutual))

    def _structure(self, structure: Structure, argument: Entity | None) -> None:
        if argument is not None and argument.structure is not None:
            self.twice.append((argument, structure))
            return
        argument = argument or self._entity(argument=True, title=None)
        argument.structure = structure
        step: Step | None = None
        for index, member in enumerate(structure.lines):
            if (inference := structure.inferences.get(index)) is not None:
                step = Step(argument, index)
                self._undercuts(inference, step)
            line = self._member(member, step)
            line.used = True
            argument.lines.append(line)
            if inference is None:
                argument.premises.add(line)

    def _undercuts(self, inference: Inference, step: Step) -> None:
        for link in inference.relations:
            source = self._member(link.member, None)
            self._relations.append(Relation(Kind.UNDERCUTS, source, step, link, outgoing=False))


def _reversed(relation: Relation) -> Relation:
    assert isinstance(relation.target, Entity)  # noqa: S101  only such are mutual
    return replace(relation, source=relation.target, target=relation.source, outgoing=not relation.outgoing)


def canonical(members: Iterable[Member], preferred: frozenset[Member]) -> Member | None:
    """Return the member that speaks for all: the last that is marked so, else the last."""
    found: Member | None = None
    for member in members:
        if member in preferred or found not in preferred:
            found = member
    return found
