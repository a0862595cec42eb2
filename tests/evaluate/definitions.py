"""The definitions of the semantics, word for word and slowly, to hold the algorithms against."""

from itertools import combinations, product

from argmap.evaluate.standards import Standard, Thresholds
from argmap.model import Kind

IN, UNDEC, OUT = 1, 0, -1


class Rules:
    """What decides the label of each claim and relation of a map."""

    def __init__(self, map, leaves="asserted", standards=None, pins=None):
        self.map = map
        self.leaves = leaves
        self.standards = standards or {}
        self.pins = pins or {}
        self.residual = {id for id, claim in map.claims.items() if claim.residual}

    def incoming(self, id, *kinds):
        return [r for r in self.map.relations.values() if r.target == id and r.kind in kinds]

    def supports(self, id):
        return self.incoming(id, Kind.SUPPORTS) if id in self.map.claims else []

    def attacks(self, id):
        found = self.incoming(id, Kind.ATTACKS, Kind.UNDERCUTS)
        return [r for r in found if self.residual.isdisjoint(r.premises)]

    def standing(self, id):
        claim = self.map.claims[id]
        return IN if self.leaves == "asserted" or claim.evidence or claim.assumed else UNDEC

    def value(self, id, labels):
        if id in self.pins:
            return self.pins[id]
        against = [-labels[r.id] for r in self.attacks(id)]
        if relation := self.map.relations.get(id):
            return min(
                [labels.get(p, UNDEC) if p in self.map.claims else UNDEC for p in relation.premises] + against
            )
        if id in self.standards:
            return self.by_standard(id, labels)
        supports = [labels[r.id] for r in self.supports(id)]
        return min([max(supports) if supports else self.standing(id), *against])

    def by_standard(self, id, labels):
        """In if the standard is met in the worst case, out if it is not met in the best one."""
        worst = self.meets(id, labels, pro={IN}, con={IN, UNDEC})
        best = self.meets(id, labels, pro={IN, UNDEC}, con={IN})
        return IN if worst else UNDEC if best else OUT

    def meets(self, id, labels, pro, con):
        weight = lambda r: 1.0 if r.weight is None else r.weight  # noqa: E731
        pros = [weight(r) for r in self.supports(id) if labels[r.id] in pro]
        if not self.supports(id) and self.standing(id) in pro:
            confidence = self.map.claims[id].confidence
            pros = [1.0 if confidence is None else confidence]
        cons = [weight(r) for r in self.attacks(id) if labels[r.id] in con]
        if not pros:
            return False
        most, against, is_ = max(pros), max(cons, default=0.0), Thresholds()
        exceeds = lambda bound: round(most - against - bound, 9) > 0  # noqa: E731
        return {
            Standard.SCINTILLA: True,
            Standard.DIALECTICAL_VALIDITY: not cons,
            Standard.PREPONDERANCE: most > against,
            Standard.CLEAR_AND_CONVINCING: most > against and most > is_.alpha and exceeds(is_.beta),
            Standard.BEYOND_REASONABLE_DOUBT: most > against
            and most > is_.alpha
            and exceeds(is_.beta_doubt)
            and against < is_.gamma,
        }[self.standards[id]]

    @property
    def ids(self):
        return [*self.map.claims, *self.map.relations]

    def grounded(self):
        """The least fixpoint, from everything undecided up."""
        labels = dict.fromkeys(self.ids, UNDEC)
        while (after := {id: self.value(id, labels) for id in labels}) != labels:
            labels = after
        return labels

    def with_relations(self, claims):
        """Labels of the relations that follow from those of the claims: each after those that undercut it."""
        labels = dict(claims)
        waiting = list(self.map.relations)
        while waiting:
            for id in waiting:
                if all(r.id in labels for r in self.attacks(id)):
                    labels[id] = self.value(id, labels)
            waiting = [id for id in waiting if id not in labels]
        return labels

    def founded(self, labels):
        """Whether every claim that is in has reasons that do not lead back to itself."""
        standing = {id for id in self.map.claims if not self.supports(id)}
        while more := {
            id
            for id, claim in self.map.claims.items()
            if id not in standing
            and any(labels[r.id] == IN and standing.issuperset(r.premises) for r in self.supports(id))
        }:
            standing |= more
        return all(labels[id] != IN or id in standing for id in self.map.claims)

    def admissible(self):
        for values in product((IN, UNDEC, OUT), repeat=len(self.map.claims)):
            labels = self.with_relations(dict(zip(self.map.claims, values, strict=True)))
            if self.founded(labels) and all(
                labels[id] in (UNDEC, self.value(id, labels)) for id in self.map.claims
            ):
                yield labels

    def complete(self):
        return [
            labels for labels in self.admissible() if all(labels[i] == self.value(i, labels) for i in labels)
        ]

    def preferred(self):
        found = list(self.admissible())
        return [v for v in found if not any(v != w and all(v[i] in (UNDEC, w[i]) for i in v) for w in found)]

    def stable(self):
        open_leaves = {id for id in self.map.claims if not self.supports(id) and self.standing(id) == UNDEC}
        return [
            v for v in self.complete() if all(v[id] != UNDEC for id in self.map.claims.keys() - open_leaves)
        ]

    def premises(self, target):
        """Claims without reasons that bear on a claim and are granted."""
        found = {target}
        queue = [target]
        while queue:
            id = queue.pop()
            sources = [r.id for r in self.supports(id) + self.attacks(id)]
            if id in self.map.relations:
                sources += [p for p in self.map.relations[id].premises if p in self.map.claims]
            queue += [s for s in sources if s not in found]
            found.update(sources)
        return [
            id
            for id in self.map.claims
            if id in found and id != target and not self.supports(id) and self.standing(id) == IN
        ]

    def after(self, target, pins):
        return Rules(self.map, self.leaves, self.standards, {**self.pins, **pins}).grounded()[target]


def subsets(items):
    for size in range(len(items) + 1):
        yield from combinations(items, size)


def extensions(count, attacks):
    """The extensions of an abstract framework of arguments 1 … count, as Dung and others define them."""
    arguments = range(1, count + 1)
    attacks = set(attacks)

    def defended(by, it):
        return all(any((d, a) in attacks for d in by) for a in arguments if (a, it) in attacks)

    def reach(by):
        return by | {b for a, b in attacks if a in by}

    sets = [frozenset(found) for found in subsets(arguments)]
    free = [s for s in sets if not any((a, b) in attacks for a in s for b in s)]
    admissible = [s for s in free if all(defended(s, a) for a in s)]
    complete = [s for s in admissible if all(a in s for a in arguments if defended(s, a))]
    preferred = [s for s in admissible if not any(s < t for t in admissible)]
    return {
        "GR": {min(complete, key=len)},
        "CO": set(complete),
        "PR": set(preferred),
        "ST": {s for s in complete if len(reach(s)) == count},
        "SST": {s for s in complete if not any(reach(s) < reach(t) for t in complete)},
        "ID": {max((s for s in admissible if all(s <= p for p in preferred)), key=len)},
    }
