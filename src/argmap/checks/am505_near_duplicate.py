"""Two claims say the same in nearly the same words.

## What it finds

Claims whose texts, but for endings, order and words such as "the" or "also", consist of the same
words, or of the same and one more. One that is a denial of the other is no duplicate, nor are claims
that differ in a number or that one `rephrases` the other. Words are taken apart where spaces do so.

## Why it matters

What speaks for one speaks for the other, but the map does not say so: grounds and objections are
divided between the two, and each looks weaker, or stronger, than it is.

## Example

Fails:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [arch-cracked, cracked-arch]
  arch-cracked:
    text: The arch of the bridge is badly cracked.
    assumed: true
  cracked-arch:
    text: The bridge's arch is cracked.
    assumed: true
```

Passes:

```yaml
argmap: 1
thesis: close-the-bridge
claims:
  close-the-bridge:
    text: The bridge should be closed to cars.
    supported_by: [arch-cracked]
  arch-cracked:
    text: The arch of the bridge is badly cracked.
    assumed: true
```

## What to do

Make them one, with the grounds of both. If the text says the same twice, cite both places in `at`. If they
differ in a way that matters, does their wording show it?

## Literature

- Boltužić, F. & Šnajder, J. (2015). Identifying prominent arguments in online debates using semantic
  textual similarity. *2nd Workshop on Argumentation Mining*.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, repeat
from operator import sub

from argmap.checks.base import Confidence, Hit, Rule
from argmap.checks.english import is_negation, stem, words
from argmap.checks.wording import claim_name, named
from argmap.finding import Severity
from argmap.graph import Graph
from argmap.model import Kind

RULE = Rule(
    code="AM505",
    name="near-duplicate",
    severity=Severity.WARNING,
    basis="text",
    confidence=Confidence.MEDIUM,
)

_FEWEST = 3
"""Words below which texts are too short to compare."""


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every claim that says what an earlier one says; in time linear in the words."""
    ids = list(graph.claims)
    texts = [claim.text for claim in graph.claims.values()]
    totals = [sum(_bag(text)) for text in texts]
    alike = {place: _bag(texts[place]) for place in _alike_by_half(totals)}
    first: dict[int, int] = {}
    for place, bag in alike.items():
        if len(bag) >= _FEWEST:
            first.setdefault(totals[place], place)
    same: dict[str, list[str]] = {}
    for place, bag in alike.items():
        total = totals[place]
        other = first.get(total, place)
        if other == place:
            if first.keys().isdisjoint(map(sub, repeat(total), bag)):
                continue
            other = _but_for_a_word(texts[place], total, first, place)
        earlier, later = ids[min(place, other)], ids[max(place, other)]
        if (
            other != place
            and _denies(graph, earlier) == _denies(graph, later)
            and not _rephrased(graph, earlier, later)
        ):
            same.setdefault(earlier, []).append(later)
    for id, copies in same.items():
        again = [("and again", ("claims", copy, "text")) for copy in copies[1:]]
        yield Hit(
            f"{named(graph.claims[copies[0]])} says much the same as {claim_name(graph, id)}",
            ("claims", copies[0], "text"),
            (("said before", ("claims", id, "text")), *again),
            "Are they one claim? If they differ in a way that matters, does the wording show it?",
        )


def _alike_by_half(totals: Sequence[int]) -> list[int]:
    """Return the places of the texts that may say much the same as another.

    They differ by one word at most, and that is in one half of the words: the other half is the same.
    """
    halves = [total >> _HALF for total in totals], [total & _LOWER for total in totals]
    shared = {half for half, times in Counter(chain(*halves)).items() if times > 1}
    pairs = enumerate(zip(*halves, strict=True))
    return [place for place, (upper, lower) in pairs if upper in shared or lower in shared]


class _Numbers(dict[str, int]):
    """For what stands between two spaces, the number of the word in it; 0 for what only ties others.

    Sets of words are told apart by the sum of their numbers, from which that of the set without a word is quickly had.
    """

    def __missing__(self, token: str) -> int:
        if len(self) >= _KEPT:
            self.clear()
        found = words(token)
        word = stem(found[0]) if len(found) == 1 else ""
        self[token] = number = _number(word) if word else _SEVERAL if len(found) > 1 else 0
        return number


_NUMBERS = _Numbers()
"""Kept from one map to the next, whose words are mostly the same."""
_KEPT = 100_000
"""Words above which they are all forgotten."""
_SEVERAL = -1
_HALF = 80
"""Bits of a half of a number: sums of 56 bits each, of more words than any text has."""
_LOWER = (1 << _HALF) - 1


def _bag(text: str) -> set[int]:
    """Return the numbers of the words of a text, without those that only tie others."""
    tokens = text.split()
    bag = set(map(_NUMBERS.__getitem__, tokens))
    if _SEVERAL in bag:
        for token in tokens:
            if _NUMBERS[token] == _SEVERAL:
                bag.update(map(_NUMBERS.__getitem__, words(token)))
        bag.discard(_SEVERAL)
    bag.discard(0)
    return bag


def _number(word: str) -> int:
    """Return the number of a word: in one half, or in both if texts that differ by the word are not alike."""
    number = hash(word) & (1 << 56) - 1
    if not _may_be_added(word):
        return number << _HALF | number
    return number << _HALF if number & 1 else number


def _but_for_a_word(text: str, total: int, first: Mapping[int, int], place: int) -> int:
    """Return the place of the first text that says much the same as this with a word less, or else its own."""
    found = (first.get(total - _number(word)) for word in map(stem, words(text)) if _may_be_added(word))
    return next((other for other in found if other is not None), place)


def _may_be_added(word: str) -> bool:
    """Tell whether a text says much the same with this word and without it."""
    return word.isalpha() and not is_negation(word)


def _denies(graph: Graph, id: str) -> bool:
    return sum(map(is_negation, words(graph.claims[id].text))) % 2 == 1


def _rephrased(graph: Graph, one: str, other: str) -> bool:
    """Tell whether the map says that one claim is another wording of the other."""
    return any(
        relation.kind is Kind.REPHRASES and relation.target in (one, other)
        for id in (one, other)
        for relation in graph.outgoing(id)
    )
