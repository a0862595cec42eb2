"""What has changed in meaning from one map to another: claims, relations, grounds, verdicts; not layout or order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final, Literal

from argmap.evaluate import granted
from argmap.graph import Graph
from argmap.model import Claim, Map, Relation
from argmap.query.renamed import renamed

_LONGEST: Final = 100
"""Characters of an id that are kept where another is made from it."""

Change = Literal["same", "removed", "added"]


@dataclass(frozen=True, slots=True)
class ChangedClaim:
    """A claim that is in both maps, and is not the same.

    Attributes:
        old: the claim before.
        new: the claim after; its id may be another.
        fields: what has changed besides the id and the text: the field → its value before and after.
    """

    old: Claim
    new: Claim
    fields: Mapping[str, tuple[object, object]]

    @property
    def words(self) -> list[tuple[Change, str]]:
        """The text, in runs of words that stayed, went and came."""
        return _words(self.old.text, self.new.text)


@dataclass(frozen=True, slots=True)
class ChangedRelation:
    """A relation that is in both maps with another kind, or with other things said of it."""

    old: Relation
    new: Relation
    fields: Mapping[str, tuple[object, object]]


@dataclass(frozen=True, slots=True)
class Difference:
    """What has changed from one map to another; ids are those of the map that a thing is in.

    Attributes:
        added: claims that are new.
        removed: claims that are gone.
        changed: claims that are not the same.
        added_relations: relations that are new.
        removed_relations: relations that are gone.
        changed_relations: relations that are not the same.
        map_fields: what has changed of the map itself, its thesis and its sources: the field → before and after.
        verdicts: verdicts, if the premises are granted, of claims in both maps: new id → before and after.
        reworded: whether claims whose id *and* text have changed were looked for; in very much text they are not.
    """

    added: tuple[Claim, ...]
    removed: tuple[Claim, ...]
    changed: tuple[ChangedClaim, ...]
    added_relations: tuple[Relation, ...]
    removed_relations: tuple[Relation, ...]
    changed_relations: tuple[ChangedRelation, ...]
    map_fields: Mapping[str, tuple[object, object]]
    verdicts: Mapping[str, tuple[str, str]]
    reworded: bool = True

    def __bool__(self) -> bool:
        return any(
            (
                self.added,
                self.removed,
                self.changed,
                self.added_relations,
                self.removed_relations,
                self.changed_relations,
                self.map_fields,
                self.verdicts,
            )
        )


def difference(old: Map, new: Map) -> Difference:
    """Return what has changed in meaning. A claim whose id has changed is known by its text."""
    names, reworded = renamed(old, new)
    taken = set(names.values())
    kept = {
        id: names.get(id, id) for id in old.claims if id in names or (id in new.claims and id not in taken)
    }
    changed = []
    for before, after in kept.items():
        fields = _fields(old.claims[before], new.claims[after], {"id", "text"})
        same = before == after and old.claims[before].text == new.claims[after].text
        if fields or not same:
            changed.append(ChangedClaim(old.claims[before], new.claims[after], fields))
    came = set(kept.values())
    relations = _relations(old, new, kept | _former([id for id in old.claims if id not in kept], old, new))
    return Difference(
        tuple(claim for id, claim in new.claims.items() if id not in came),
        tuple(claim for id, claim in old.claims.items() if id not in kept),
        tuple(changed),
        *relations,
        _map_fields(old, new, kept),
        _verdicts(old, new, kept),
        reworded,
    )


def narrowed(found: Difference, before: Collection[str], after: Collection[str]) -> Difference:
    """Return what of a difference is about some claims: themselves, what bears on them and what they bear on.

    Args:
        found: the difference.
        before: ids of claims of the old map.
        after: ids of claims of the new one.
    """

    def touches(relation: Relation, ids: Collection[str]) -> bool:
        return any(id in ids for id in (relation.target, *relation.premises))

    return Difference(
        tuple(claim for claim in found.added if claim.id in after),
        tuple(claim for claim in found.removed if claim.id in before),
        tuple(it for it in found.changed if it.old.id in before or it.new.id in after),
        tuple(relation for relation in found.added_relations if touches(relation, after)),
        tuple(relation for relation in found.removed_relations if touches(relation, before)),
        tuple(it for it in found.changed_relations if touches(it.old, before) or touches(it.new, after)),
        {},
        {id: verdicts for id, verdicts in found.verdicts.items() if id in after},
        found.reworded,
    )


def both(
    old: Map, new: Map, found: Difference
) -> tuple[Map, dict[str, Literal["added", "removed", "changed"]]]:
    """Return two maps in one, and which of its claims and relations are new, gone or not the same, by id."""
    former = _former([claim.id for claim in found.removed], old, new)
    names = {it.old.id: it.new.id for it in found.changed} | former
    removed = {(id := former.get(it.id, it.id)): it.model_copy(update={"id": id}) for it in found.removed}
    claims = {**new.claims, **removed}
    relations = dict(new.relations)
    marks: dict[str, Literal["added", "removed", "changed"]] = {}
    steps = {_key(old, it, names): it.id for it in old.relations.values()}
    ids = {steps[key]: it.id for it in new.relations.values() if (key := _key(new, it, {})) in steps}
    ids |= {it.old.id: it.new.id for it in found.changed_relations}
    for gone in found.removed_relations:
        target = names.get(gone.target, ids.get(gone.target, gone.target))
        id = gone.id if gone.id not in relations else f"{gone.id}#was"
        if target in claims or target in relations:
            premises = tuple(names.get(premise, premise) for premise in gone.premises)
            relations[id] = gone.model_copy(update={"id": id, "premises": premises, "target": target})
            ids[gone.id] = id
            marks[id] = "removed"
    marks |= dict.fromkeys(removed, "removed")
    marks |= {claim.id: "added" for claim in found.added}
    marks |= {relation.id: "added" for relation in found.added_relations}
    marks |= {it.new.id: "changed" for it in found.changed}
    marks |= {it.new.id: "changed" for it in found.changed_relations}
    return new.model_copy(update={"claims": claims, "relations": relations}), marks


def _former(gone: Iterable[str], old: Map, new: Map) -> dict[str, str]:
    """Return what to call claims that are gone where their ids are those of others now."""
    taken = {*old.claims, *old.relations, *new.claims, *new.relations}
    names: dict[str, str] = {}
    for id in gone:
        if id in new.claims or id in new.relations:
            name = f"{id[:_LONGEST]}.was"
            while name in taken:
                name = f"{name}-"
            names[id] = name
            taken.add(name)
    return names


def _relations(
    old: Map, new: Map, kept: Mapping[str, str]
) -> tuple[tuple[Relation, ...], tuple[Relation, ...], tuple[ChangedRelation, ...]]:
    """Return the relations that are new, gone and changed; a relation is known by its premises and target."""
    before = {_key(old, relation, kept): relation for relation in old.relations.values()}
    after = {_key(new, relation, {}): relation for relation in new.relations.values()}
    changed = [
        ChangedRelation(before[key], after[key], fields)
        for key in before.keys() & after.keys()
        if (fields := _fields(before[key], after[key], {"id", "premises", "target"}))
    ]
    removed = {key: relation for key, relation in before.items() if key not in after}
    added = {key: relation for key, relation in after.items() if key not in before}
    untyped = {key[1:]: key for key in added}
    for key in list(removed):  # one of another kind has taken its place
        if (twin := untyped.pop(key[1:], None)) is not None:
            one, other = removed.pop(key), added.pop(twin)
            changed.append(ChangedRelation(one, other, _fields(one, other, {"id", "premises", "target"})))
    order = {id: place for place, id in enumerate(new.relations)}
    changed.sort(key=lambda it: order[it.new.id])
    return tuple(added.values()), tuple(removed.values()), tuple(changed)


def _key(map: Map, relation: Relation, names: Mapping[str, str]) -> tuple[Any, ...]:
    """Return what tells a relation from others: its kind, premises and target, whatever its id."""
    target = map.relations.get(relation.target)
    end = names.get(relation.target, relation.target) if target is None else _key(map, target, names)
    return relation.kind, frozenset(names.get(id, id) for id in relation.premises), end


def _fields(old: Claim | Relation, new: Claim | Relation, but: set[str]) -> dict[str, tuple[object, object]]:
    return {
        name: (getattr(old, name), getattr(new, name))
        for name in type(old).model_fields
        if name not in but and getattr(old, name) != getattr(new, name)
    }


def _map_fields(old: Map, new: Map, kept: Mapping[str, str]) -> dict[str, tuple[object, object]]:
    found: dict[str, tuple[object, object]] = {}
    for name in ("title", "description", "language", "authors", "license"):
        if getattr(old, name) != getattr(new, name):
            found[name] = getattr(old, name), getattr(new, name)
    if tuple(kept.get(id, id) for id in old.thesis) != new.thesis:
        found["thesis"] = old.thesis, new.thesis
    for id in {**old.sources, **new.sources}:
        if old.sources.get(id) != new.sources.get(id):
            found[f"source {id}"] = old.sources.get(id), new.sources.get(id)
    return found


def _verdicts(old: Map, new: Map, kept: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    before = granted(Graph(old)).labels.claims()
    after = granted(Graph(new)).labels.claims()
    return {
        new_id: (before[old_id].verdict, after[new_id].verdict)
        for old_id, new_id in kept.items()
        if before[old_id] is not after[new_id]
    }


def _words(old: str, new: str) -> list[tuple[Change, str]]:
    before, after = old.split(), new.split()
    runs: list[tuple[Change, str]] = []
    for what, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            runs.append(("same", " ".join(before[i:j])))
            continue
        runs += [("removed", " ".join(before[i:j]))] if j > i else []
        runs += [("added", " ".join(after[k:m]))] if m > k else []
    return runs
