"""A map as Argdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from argmap.formats import writer as canonical
from argmap.formats.argdown import escape
from argmap.formats.argdown.carried import NAME, Carried, carried
from argmap.formats.argdown.ids import as_id
from argmap.formats.argdown.reasons import MOST_STEPS
from argmap.formats.base import Dropped, WriteError
from argmap.model import Claim, Kind, Map, Relation, relation_id

_SIGNS: Final = {Kind.SUPPORTS: "+>", Kind.REPHRASES: "+>", Kind.ATTACKS: "->", Kind.UNDERCUTS: "_>"}
_BASE: Final = frozenset({"id", "kind", "premises", "target"})


class Writer:
    """Writes a map, whose relations are sorted first by how they can be written.

    Attributes:
        dropped: what there is no room for.
    """

    def __init__(self, map: Map) -> None:
        self.map = map
        self.dropped: list[Dropped] = []
        self.relations = self._known()
        self.targeted = {relation.target for relation in self.relations}
        self.carried = carried(map) or Carried()
        if carried(map) is None:
            self.dropped.append(Dropped("what is carried along from Argdown"))
        self.plain: dict[str, list[Relation]] = {}
        """Relations by their targets that a sign before a title says it all of."""
        self.argued: dict[str, list[Relation]] = {}
        """Relations by the claim that they lead to that need an argument with premises and conclusion."""
        self.named: set[str] = set()
        """Relations that others refer to, or whose ids say more than their content."""
        self.undercut: dict[str, list[str]] = {}
        """Arguments without premises that are undercut in all that they do, with the claims that do so."""
        implied = self._sketches()
        for relation in self.relations:
            if relation.id in implied:
                continue
            if self._is_plain(relation) or self.undercut.keys() & relation.premises:
                self.plain.setdefault(relation.target, []).append(relation)
            else:
                self.argued.setdefault(self._end(relation), []).append(relation)
                if relation.target not in map.claims:
                    self.named.add(relation.target)
                if relation_id(relation.kind, relation.premises, relation.target) != relation.id:
                    self.named.add(relation.id)
        argued = [relation for group in self.argued.values() for relation in group]
        lines = {id for relation in argued for id in (*relation.premises, relation.target)}
        self.arguments = frozenset(self.carried.arguments) - lines
        self.fields = canonical.to_data(map.model_copy(update={"relations": {}}))

    def text(self) -> str:
        """Return the text of the file."""
        blocks = [*self._front()]
        sections: dict[str | None, list[str]] = {None: []}
        for claim in self.map.claims.values():
            section = claim.section if claim.section and escape.fits(claim.section) else None
            sections.setdefault(section, []).append(claim.id)
        prose: dict[str | None, list[str]] = {}
        for section, words in self.carried.prose:
            sections.setdefault(section, [])
            prose.setdefault(section, []).append(words)
        for section, claims in sections.items():
            if section is not None:
                blocks.append(f"# {escape.escape(section)}")
            blocks += [escape.paragraph(words) for words in prose.get(section, ())]
            for id in claims:
                blocks += self._claim(self.map.claims[id], section)
        if not (self.map.claims or len(sections) > 1 or prose):
            blocks.append("# No claims")
        return "\n\n".join(blocks) + "\n"

    # -- what is written how

    def _known(self) -> list[Relation]:
        """Return the relations whose premises are there; the others are dropped."""
        incoming: dict[str, list[str]] = {}
        lost: dict[str, None] = {}
        for relation in self.map.relations.values():
            incoming.setdefault(relation.target, []).append(relation.id)
            if not all(id in self.map.claims for id in relation.premises):
                lost[relation.id] = None
        todo = list(lost)
        while todo:
            gone = [id for id in incoming.get(todo.pop(), ()) if id not in lost]
            lost |= dict.fromkeys(gone)
            todo += gone
        if lost:
            ids = tuple(id for id in self.map.relations if id in lost)
            self.dropped.append(Dropped("relations of premises that are no claims", ids))
        return [relation for relation in self.map.relations.values() if relation.id not in lost]

    def _sketches(self) -> frozenset[str]:
        """Find the arguments that are undercut in all that they do; return the undercuts that this says."""
        incoming: dict[str, list[Relation]] = {}
        outgoing: dict[str, list[Relation]] = {}
        for relation in self.relations:
            incoming.setdefault(relation.target, []).append(relation)
            for id in dict.fromkeys(relation.premises):
                outgoing.setdefault(id, []).append(relation)
        implied: set[str] = set()
        for id in self.carried.arguments:
            does = outgoing.get(id, [])
            undercuts = [incoming.get(relation.id, []) for relation in does]
            by = {tuple(sorted(it.premises[0] for it in one)) for one in undercuts}
            plain = all(self._is_plain(it) for one in undercuts for it in one)
            plain = plain and all(it.target in self.map.claims and self._says_all(it) for it in does)
            if plain and 0 < len(does) <= MOST_STEPS and len(by) == 1 and by != {()}:
                self.undercut[id] = [*by.pop()]
                implied.update(it.id for one in undercuts for it in one)
        return frozenset(implied)

    def _is_plain(self, relation: Relation) -> bool:
        """Tell whether a relation is said by a sign before a title, and no other refers to it."""
        return relation.id not in self.targeted and self._says_all(relation)

    def _says_all(self, relation: Relation) -> bool:
        """Tell whether a sign before a title says all of a relation."""
        wanted = (
            relation.kind in (Kind.SUPPORTS, Kind.ATTACKS)
            if relation.target in self.map.claims
            else relation.kind is Kind.UNDERCUTS
        )
        return (
            wanted
            and len(relation.premises) == 1
            and relation.id == relation_id(relation.kind, relation.premises, relation.target)
            and not _fields(relation)
        )

    def _end(self, relation: Relation) -> str:
        """Return the claim that following targets leads to."""
        for _ in range(canonical.MAX_UNDERCUTS + 1):
            if relation.target in self.map.claims:
                return relation.target
            relation = self.map.relations[relation.target]
        most = canonical.MAX_UNDERCUTS
        raise WriteError(f"undercuts of undercuts more than {most} deep cannot be written down")

    # -- claims

    def _title(self, id: str) -> str:
        claim = self.map.claims[id]
        title = claim.label if claim.label and as_id(claim.label) == id else id
        return title if escape.is_title(title) else id

    def _reference(self, id: str) -> str:
        """Return a claim or relation as others refer to it."""
        if id not in self.map.claims:
            return f"<{_argument_title(id)}>"
        title = self._title(id)
        return f"<{title}>" if id in self.arguments and escape.is_title(title) else f"[{title}]"

    def _claim(self, claim: Claim, section: str | None) -> Iterator[str]:
        """Yield the blocks of a claim and of the arguments for it and against it."""
        reference = self._reference(claim.id)
        for words in self.carried.members.get(claim.id, ()):
            yield f"{reference}: {escape.escape(escape.in_line(words))}"
        fields = dict(self.fields["claims"][claim.id])
        text = fields.pop("text")
        if escape.fits(text):
            words = text
        else:
            words = escape.in_line(text)
            fields["text"] = text
        if fields.get("section") == section:
            fields.pop("section", None)
        if fields.get("label") == self._title(claim.id) != claim.id and claim.label != words:
            fields.pop("label")
        tags = [escape.tag(tag) for tag in claim.tags]
        marks = ""
        if None not in tags and len(set(tags)) == len(tags):
            fields.pop("tags", None)
            marks = "".join(f" {tag}" for tag in tags)
        fields = {**self.carried.data.get(claim.id, {}), **fields}
        block = f"{reference}: {escape.escape(words)}{marks}"
        if fields:
            block += f"\n  {escape.data(fields)}"
        for relation in self.plain.get(claim.id, ()):
            sign = "+" if relation.kind is Kind.SUPPORTS else "-"
            block += f"\n  {sign} {self._reference(relation.premises[0])}"
        block += "".join(f"\n  <_ {self._reference(id)}" for id in self.undercut.get(claim.id, ()))
        yield block
        for relation in self.argued.get(claim.id, ()):
            yield from self._argument(relation)

    # -- arguments

    def _argument(self, relation: Relation) -> Iterator[str]:
        """Yield a relation as an argument, with its premises and what follows from them."""
        fields = _fields(relation)
        direct = relation.kind is Kind.SUPPORTS and relation.target in self.map.claims
        if relation.id in self.named:
            title = _argument_title(relation.id)
            yield f"<{title}>" + "".join(f" #({tag})" for tag in self.carried.tags.get(relation.id, ()))
            if title != relation.id:
                fields = {"id": relation.id, **fields}
        if not direct:
            fields = {"kind": str(relation.kind), **fields}
        lines = [f"({number}) {self._reference(id)}" for number, id in enumerate(relation.premises, 1)]
        lines.append(f"-- {escape.data(fields)} --" if fields else "----")
        lines += [f"  <_ {self._reference(it.premises[0])}" for it in self.plain.get(relation.id, ())]
        target = self._reference(relation.target)
        if direct:
            lines.append(f"({len(relation.premises) + 1}) {target}")
        else:
            sign = _SIGNS[relation.kind]
            lines.append(f"({len(relation.premises) + 1}) This {relation.kind} @{target}.\n  {sign} {target}")
        yield "\n".join(lines)

    # -- the map

    def _front(self) -> Iterator[str]:
        head = {
            key: value for key, value in self.fields.items() if key not in ("argmap", "claims", "include")
        }
        head.pop("thesis", None)
        others = head.pop("carried", {})
        others.pop(NAME, None)
        front = dict(self.carried.front)
        if isinstance(model := front.pop("model", None), dict):  # the mode is that in which it is written
            front |= (
                {"model": rest} if (rest := {key: it for key, it in model.items() if key != "mode"}) else {}
            )
        if self.map.claims:
            head["thesis"] = list(self.map.thesis) if len(self.map.thesis) != 1 else self.map.thesis[0]
        elif self.map.thesis:
            head["thesis"] = list(self.map.thesis)
        lines = []
        for key, value in {**front, **head, **({"carried": others} if others else {})}.items():
            if isinstance(value, dict) and value:
                lines.append(f"{escape.data(key)}:")
                lines += [f"  {escape.data(str(name))}: {escape.data(item)}" for name, item in value.items()]
            else:
                lines.append(f"{escape.data(key)}: {escape.data(value)}")
        if lines:
            yield "\n".join(["===", *lines, "==="])


def _fields(relation: Relation) -> dict[str, Any]:
    return relation.model_dump(mode="json", exclude_defaults=True, exclude=set(_BASE))


def _argument_title(id: str) -> str:
    """Return a title for an argument; one that begins with "_" would be read as a sign."""
    return f"step {id}" if id.startswith("_") else id
