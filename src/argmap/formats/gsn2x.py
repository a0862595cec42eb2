"""Safety cases of gsn2x in YAML: goals, what supports them, in what context, and what challenges them.

Goals are claims. A strategy is the step from the goals that it joins to the goal that it supports, and its text
the warrant. A solution is evidence, a source; where it is challenged, or a strategy joins it, it is also a claim.
An assumption is an assumed premise of the steps that it is the context of. Challenges attack elements and
undercut strategies and relations. See the GSN Community Standard, version 3.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.finding import Span
from argmap.formats.base import Reading
from argmap.formats.collecting import Collector
from argmap.formats.gsn2x_elements import GOALS, SOLUTIONS, Element, elements_of, type_of
from argmap.formats.nodes import Lines, Mapping, Node, Sequence
from argmap.formats.yaml_fields import entries, fields, names, words
from argmap.model import Kind, Quote
from argmap.suggest import did_you_mean


def read(text: str, name: str) -> Reading:
    """Return what came of reading a text; ``name`` is used in messages."""
    made = Collector(name, Lines(text), "gsn2x")
    return _Case(made, fields(made, "a safety case")).reading()


class _Case:
    def __init__(self, made: Collector, root: Mapping) -> None:
        self.made = made
        module = root.get("module")
        self.module = module if isinstance(module, Mapping) else None
        self.elements = elements_of(made, root)
        self.claims: set[str] = set()
        """Keys of elements that are claims, whatever else they are."""
        self.developed = list(self._developed())
        self.challenges = list(self._challenges())
        self._find_claims()
        self.steps: dict[tuple[str, str], list[str]] = {}
        """For an element and one that bears on it the keys of the relations that say so."""
        self.supported: set[str] = set()

    def reading(self) -> Reading:
        """Return the map that the safety case is."""
        if not (self.elements or self.module or self.made.problems):
            self.made.problem("AM006", Span(1, 1, 1, 1), "not a safety case: there is no element in it")
        for element in [*self.elements.values()]:
            if element.type != "Strategy":
                self._support(element)
        for other, own, place in self.developed:
            if self._known(own, place):
                self._step(self.elements[other], own, [(own, place)], place)
        for challenger, target, place in self.challenges:
            self._challenge(challenger, target, place)
        for element in [*self.elements.values()]:
            if element.type in SOLUTIONS:
                self._source(element)
        for element in [*self.elements.values()]:
            if element.key in self.claims:
                self._claim(element)
        return self.made.reading(self._tops(), **self._about())

    # -- what there is

    def _known(self, key: str, place: Node) -> bool:
        """Tell whether there is an element; in a module, one that is not is taken to be in another module."""
        if key in self.elements:
            return True
        if self.module and type_of(key):
            self.elements[key] = Element.away(self.made, key, place)
            if self.elements[key].type in GOALS:
                self.claims.add(key)
            return True
        self.made.problem("AM101", place, f"there is no element {key!r}", did_you_mean(key, self.elements))
        return False

    def _developed(self) -> Iterator[tuple[str, str, Node]]:
        """Yield the elements of other modules that this one develops, each with an own one and its place."""
        extends = self.module.get("extends") if self.module else None
        for item in extends.items if isinstance(extends, Sequence) else ():
            develops = item.get("develops") if isinstance(item, Mapping) else None
            for other, place, own in entries(self.made, develops, "develops"):
                if self._known(other, place):
                    yield from ((other, key, node) for key, node in names(self.made, own, "develops"))

    def _challenges(self) -> Iterator[tuple[Element, tuple[str, ...], Node]]:
        """Yield challenges: who challenges, the element or the two ends of a relation, and the place."""
        for element in [*self.elements.values()]:
            for word, place in element.challenges:
                ends = tuple(part.strip() for part in word.split("->"))
                if len(ends) > 2:
                    help = "Name an element, or two with '->' between them."
                    self.made.problem("AM006", place, f"{word!r} is no relation", help)
                elif all(self._known(end, place) for end in ends):
                    yield element, ends, place

    def _find_claims(self) -> None:
        self.claims |= {element.key for element, _, _ in self.challenges}
        self.claims |= {ends[-1] for _, ends, _ in self.challenges}
        joined = {key for it in self.elements.values() if it.type == "Strategy" for key, _ in it.supports}
        for element in self.elements.values():
            solution = element.type in SOLUTIONS
            if element.type in GOALS or (solution and (element.key in joined or element.supports)):
                self.claims.add(element.key)
        self.claims -= {element.key for element in self.elements.values() if element.type == "Strategy"}

    # -- what supports it

    def _support(self, element: Element) -> None:
        """Add the steps towards an element, and its evidence."""
        for key, place in element.supports:
            if not self._known(key, place):
                continue
            child = self.elements[key]
            if child.type == "Strategy":
                self._strategy(element, [child], place, set())
            elif child.type in SOLUTIONS and key not in self.claims:
                element.evidence.append(key)
            elif child.type in GOALS | SOLUTIONS:
                self._step(element, key, [(key, place)], place)
            else:
                help = "Goals, strategies and solutions support; others stand under inContextOf."
                self.made.problem("AM006", place, f"{key!r} is of the type {child.type}", help)
        if element.key not in self.supported and element.evidence:
            for key, place in self._assumed(element):
                self._step(element, key, [(key, place)], place)

    def _strategy(self, goal: Element, strategies: list[Element], place: Node, passed: set[str]) -> None:
        """Add the step that a strategy makes towards a goal; strategies below it make steps of their own.

        Args:
            goal: the goal.
            strategies: the strategy, with those above it first.
            place: where the goal names the first of them.
            passed: strategies that have made their steps towards the goal.
        """
        strategy = strategies[-1]
        passed.add(strategy.key)
        premises = []
        for key, node in strategy.supports:
            if not self._known(key, node) or key in passed:
                continue
            if self.elements[key].type == "Strategy":
                self._strategy(goal, [*strategies, self.elements[key]], place, passed)
            else:
                premises.append((key, node))
        if premises:
            self._step(goal, strategy.key, premises, place, strategies)
        elif not strategy.supports:
            goal.notes.append(strategy.named)

    def _step(
        self,
        target: Element,
        by: str,
        premises: list[tuple[str, Node]],
        place: Node,
        strategies: list[Element] | None = None,
    ) -> None:
        """Add a relation of support, with what is assumed for it among its premises."""
        strategies = strategies or []
        together = dict(premises)
        for owner in (target, *strategies):
            for key, node in self._assumed(owner):
                together.setdefault(key, node)
        self.claims.update(together)
        self.supported.add(target.key)
        key = f"\0{target.key} {by}"
        number = len(self.steps.get((target.key, by), ()))
        key = f"{key} {number}" if number else key
        for pair in {(target.key, by), *((by, premise) for premise, _ in premises if premise != by)}:
            self.steps.setdefault(pair, []).append(key)
        self.made.relation(
            Kind.SUPPORTS,
            list(together),
            target.key,
            place,
            key=key,
            id=by if strategies else f"{target.key}.{by}",
            places=list(together.values()),
            warrant="\n".join(it.text for it in strategies) or None,
            note="\n".join(note for it in strategies for note in self._notes(it)) or None,
        )

    def _context(self, element: Element, *, assumed: bool) -> Iterator[tuple[str, Node]]:
        """Yield what an element is in the context of: what is assumed or contested, or else the rest."""
        for key, place in element.context:
            if self._known(key, place):
                counts = self.elements[key].type == "Assumption" or key in self.claims
                if counts == assumed and self.elements[key].type not in GOALS | {"Strategy"}:
                    yield key, place

    def _assumed(self, element: Element) -> list[tuple[str, Node]]:
        return list(self._context(element, assumed=True))

    # -- what speaks against it

    def _challenge(self, challenger: Element, ends: tuple[str, ...], place: Node) -> None:
        target = ends[-1]
        if len(ends) == 2:
            steps = self.steps.get((ends[0], target))
            if steps is None:
                message = f"{target!r} does not bear on {ends[0]!r}"
                self.made.problem("AM101", place, message, "Name the end first, then what bears on it.")
            for step in steps or ():
                self.made.relation(Kind.UNDERCUTS, [challenger.key], step, place)
        elif self.elements[target].type != "Strategy":
            key = f"\0{target} {challenger.key}"
            self.steps.setdefault((target, challenger.key), []).append(key)
            self.made.relation(
                Kind.ATTACKS, [challenger.key], target, place, key=key, id=f"{target}.{challenger.key}"
            )
        else:
            steps = [step for (_, by), found in self.steps.items() if by == target for step in found]
            if not steps:
                self.made.problem(
                    "AM101", place, f"the strategy {target!r} joins nothing that could be denied"
                )
            for step in steps:
                self.made.relation(Kind.UNDERCUTS, [challenger.key], step, place)

    # -- how it is told

    def _source(self, element: Element) -> None:
        """Add a solution as a source: evidence for what it supports, and for itself if it is a claim."""
        title, note = " ".join(element.text.split()), "\n".join(element.remarks) or None
        element.source = self.made.source(element.key, title, element.place, url=element.url, note=note)
        element.evidence.insert(0, element.key)

    def _claim(self, element: Element) -> None:
        self.made.claim(
            element.key,
            element.text,
            element.place,
            evidence=tuple(Quote(source=self.elements[key].source) for key in element.evidence),
            assumed=element.type not in GOALS | SOLUTIONS,
            tags=element.tags,
            note="\n".join(self._notes(element)) or None,
        )

    def _notes(self, element: Element) -> list[str]:
        context = [self.elements[key].named for key, _ in self._context(element, assumed=False)]
        loose = [] if element.key in self.supported or element.type == "Strategy" else self._assumed(element)
        return [*element.notes, *context, *(self.elements[key].named for key, _ in loose), *element.remarks]

    def _tops(self) -> list[str]:
        """Return the goals that support nothing."""
        below = {key for element in self.elements.values() for key, _ in element.supports}
        below |= {own for _, own, _ in self.developed}
        return [it.key for it in self.elements.values() if it.type == "Goal" and it.key not in below]

    def _about(self) -> dict[str, object]:
        if self.module is None:
            return {}
        name, brief = (" ".join(words(self.module.get(field)).split()) for field in ("name", "brief"))
        return {"title": name or None, "description": brief or None}
