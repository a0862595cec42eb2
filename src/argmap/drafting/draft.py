"""A map to begin from: a stub for every sentence that may claim something, relations from connectives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from argmap.drafting import guesses
from argmap.drafting.words import EMPTY
from argmap.model import Claim, Kind, Map, Quote, Relation, Source, Voice, relation_id
from argmap.scalars import nfc
from argmap.sources import Anchor, SourceText, anchor

_ENDS = (3, 4, 6, 9)
"""Words quoted of either end of a stub: as few as will do."""
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ufffe\uffff]")
"""Characters that a map does not hold."""
_SLUG = 4
"""Words of an id."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted map, and how it came about."""

    map: Map
    sentences: int
    """Sentences of the text."""
    passed_over: int
    """Sentences without a stub: questions, and what is too short to be a statement."""
    guessed: bool
    """Whether voices, relations and the thesis were guessed; only in English texts."""


def draft(text: SourceText, *, title: str | None = None, file: str | None = None) -> Draft:
    """Return a draft of the map of a text. The same text gives the same draft.

    Args:
        text: the text.
        title: the title of the map; by default the first heading, or else the name of the text.
        file: the path of the text's file, to be named in the map.
    """
    return _Drafter(text).draft(title, file)


class _Drafter:
    def __init__(self, text: SourceText) -> None:
        self.text = text
        self.guessing = text.language.startswith("en") and guesses.is_english(text.text)
        self.source = _slug(PurePath(text.name).stem) or "text"
        self.claims: dict[str, Claim] = {}
        self.relations: dict[str, Relation] = {}

    def draft(self, title: str | None, file: str | None) -> Draft:
        text = self.text
        before: tuple[str, int] | None = None
        passed_over = 0
        for sentence in text.sentences:
            words = text.text[sentence.start : sentence.end]
            if not guesses.claims_something(words):
                passed_over += 1
                continue
            own = self._stubs(sentence.start, sentence.end, sentence.paragraph)
            if self.guessing and before and before[1] == sentence.paragraph:
                self._relate(before[0], own, words)
            before = own, sentence.paragraph
        thesis = self._thesis()
        heading = next((section.title for section in text.sections), None)
        name = title or heading or PurePath(text.name).stem
        source = Source(id=self.source, title=heading or name, file=file, sha256=text.sha256)
        map = Map(
            title=name,
            language=text.language,
            thesis=(thesis,) if thesis else (),
            sources={source.id: source},
            claims=self.claims,
            relations=self.relations,
        )
        return Draft(map, len(text.sentences), passed_over, self.guessing)

    def _stubs(self, start: int, end: int, paragraph: int) -> str:
        """Make a claim of a sentence, or two of its clauses; return the id of the main one."""
        words = self.text.text[start:end]
        parts = guesses.clauses(words) if self.guessing else None
        if parts is None:
            return self._stub(start, end, paragraph, f"a sentence of ¶{paragraph}", words)
        main = self._stub(
            start + parts.main[0], start + parts.main[1], paragraph, f"a clause of ¶{paragraph}", words
        )
        other = self._stub(
            start + parts.other[0], start + parts.other[1], paragraph, f"a clause of ¶{paragraph}", words
        )
        self._relation(parts.kind, other, main, f"the clauses are joined by {parts.sign!r}")
        return main

    def _stub(self, start: int, end: int, paragraph: int, origin: str, sentence: str) -> str:
        words = _CONTROLS.sub("", self.text.passage(start, end)) or "…"
        report = guesses.report(sentence) if self.guessing else None
        if report:
            speaker = f", speaker {report.speaker!r}" if report.speaker else ""
            origin += f"; reported, by {report.sign}{speaker}"
        id = self._id(words)
        self.claims[id] = Claim(
            id=id,
            text=words[:1].upper() + words[1:],
            at=(self._quote(start, end, paragraph),),
            voice=Voice.REPORTED if report else Voice.AUTHOR,
            speaker=report.speaker if report else None,
            section=self._section(paragraph),
            draft=origin,
        )
        return id

    def _quote(self, start: int, end: int, paragraph: int) -> Quote:
        """Return the fewest words of both ends that lead to a passage, or its paragraph if none do."""
        words = self.text.passage(start, end).strip("“”\"'‘’.,;:!() ").split(" ")
        readable = not _CONTROLS.search("".join(words))
        for count in _ENDS if readable and words[0] else ():
            told = words if len(words) <= 2 * count + 1 else [*words[:count], "…", *words[-count:]]
            quote = Quote(source=self.source, paragraph=paragraph, text=" ".join(told))
            found = anchor(self.text, quote)
            if isinstance(found, Anchor) and found.score == 1 and start <= found.start and found.end <= end:
                return quote
        return Quote(source=self.source, paragraph=paragraph)

    def _section(self, paragraph: int) -> str | None:
        sections = self.text.sections
        own = (s.title for s in sections if s.paragraphs[0] <= paragraph < s.paragraphs[1])
        return next(own, None) if len(sections) > 1 else None

    def _relate(self, before: str, own: str, words: str) -> None:
        if found := guesses.opening(words):
            kind, forward, sign = found
            premise, target = (before, own) if forward else (own, before)
            self._relation(kind, premise, target, f"the sentence opens with {sign!r}")

    def _relation(self, kind: Kind, premise: str, target: str, why: str) -> None:
        id = relation_id(kind, (premise,), target)
        self.relations[id] = Relation(id=id, kind=kind, premises=(premise,), target=target, draft=why)

    def _thesis(self) -> str | None:
        """Choose the claim that most looks like what the text is written for, and say why."""
        if not self.guessing:
            return next(iter(self.claims), None)
        latest_first = [*self.claims.values()][::-1]
        best = max(latest_first, key=lambda claim: len(self._signs(claim)), default=None)
        if best is None:
            return None
        signs = ", ".join(self._signs(best)) or "no sentence says what is to be done, and this is the last"
        marked = best.model_copy(update={"draft": f"{best.draft}; taken for the thesis: {signs}"})
        self.claims[best.id] = marked
        return best.id

    def _signs(self, claim: Claim) -> list[str]:
        """Return the signs that a claim is what the text is written for."""
        if claim.voice is not Voice.AUTHOR:
            return []
        words = guesses.normative(claim.text), guesses.concluding(claim.text)
        signs = [repr(word) for word in words if word]
        if signs and claim.at[0].paragraph in (1, len(self.text.paragraphs)):
            signs.append("in the first or last paragraph")
        return signs

    def _id(self, words: str) -> str:
        base = _slug(words) or f"claim-{len(self.claims) + 1}"
        id, number = base, 1
        while id in self.claims:
            number += 1
            id = f"{base}-{number}"
        return id


def _slug(words: str) -> str:
    """Return an id from the first telling words of a text."""
    return nfc("-".join([*_telling(words)][:_SLUG]))


def _telling(words: str) -> Iterator[str]:
    for word in guesses.tokens(words):
        plain = re.sub(r"[’']\w*$", "", word.lower()).strip("_")
        if plain and plain not in EMPTY and len(plain) <= 40:
            yield re.sub(r"[^\w-]", "", plain)
