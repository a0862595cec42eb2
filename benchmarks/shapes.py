"""Arguments of any size in a few shapes, written as argmap, Argdown and AIF files.

A claim is a number, its reasons follow from the number: nothing is kept in memory, so that a program that writes a
million claims stays small, and the same shape and size is the same argument in each format, on every machine.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TextIO


@dataclass(frozen=True)
class Reason:
    """What bears on a claim: premises, linked if there are several, and what undercuts the step."""

    premises: tuple[int, ...]
    attacks: bool = False
    undercut_by: tuple[int, ...] = ()


Shape = Callable[[int, int], list[Reason]]
"""Takes the number of a claim and that of all claims; returns the reasons of the claim."""


def flat(_number: int, _size: int) -> list[Reason]:
    """Nothing bears on anything."""
    return []


def tree(number: int, size: int) -> list[Reason]:
    """Three reasons to each claim; every fifth is an attack."""
    return [Reason((n,), attacks=not n % 5) for n in range(3 * number + 1, 3 * number + 4) if n < size]


def chain(number: int, size: int) -> list[Reason]:
    """Each claim is the reason of the one before."""
    return [Reason((number + 1,))] if number + 1 < size else []


def hub(number: int, size: int) -> list[Reason]:
    """All claims bear on the thesis; every fifth is an attack."""
    return [] if number else [Reason((n,), attacks=not n % 5) for n in range(1, size)]


def dense(number: int, size: int) -> list[Reason]:
    """Ten reasons to each claim, and each claim a reason for ten; every fifth is an attack."""
    reasons = (number + (step + 1) ** 2 for step in range(10))
    return [Reason((n,), attacks=not n % 5) for n in reasons if n < size]


def linked(number: int, size: int) -> list[Reason]:
    """One reason of three linked premises to each claim."""
    premises = tuple(n for n in range(3 * number + 1, 3 * number + 4) if n < size)
    return [Reason(premises)] if premises else []


def undercuts(number: int, size: int) -> list[Reason]:
    """Two reasons to each claim, of which the first is undercut."""
    first, second, third = range(3 * number + 1, 3 * number + 4)
    found = [Reason((first,), undercut_by=(third,) if third < size else ())] if first < size else []
    return [*found, Reason((second,))] if second < size else found


SHAPES: dict[str, Shape] = {it.__name__: it for it in (flat, tree, chain, hub, dense, linked, undercuts)}

_WHO = [
    "The city council",
    "The owner of the mill",
    "Every second household",
    "The harbour board",
    "A neighbour",
    "The school",
    "The new bus line",
    "The market hall",
    "Our cycling club",
    "The old library",
    "A small bakery",
    "The swimming pool",
    "The fire brigade",
    "The allotment society",
    "The theatre",
    "One of the two ferries",
    "The village hall",
    "The tram depot",
    "The orchard by the river",
    "A retired engineer",
]
_DOES = [
    "spends more on repairs than",
    "has fewer visitors than",
    "needs half the space of",
    "opens earlier in the day than",
    "was built after",
    "costs the taxpayer less than",
    "is better liked by young people than",
    "closes for longer than",
    "uses more electricity than",
    "is further from the station than",
    "could share its roof with",
    "pays a higher rent than",
    "has never been compared with",
    "would be missed more than",
    "stands on firmer ground than",
    "makes more noise at night than",
]
_WHAT = [
    "the sports hall",
    "the bridge over the canal",
    "the car park behind the church",
    "the weekly market",
    "the music school",
    "the tourist office",
    "the playground in the park",
    "the recycling yard",
    "the youth club",
    "the cinema",
    "the post office",
    "the health centre",
    "the skating rink",
    "the brewery",
    "the garden centre",
    "the town museum",
    "the petrol station",
    "the guest house",
    "the boat shed",
    "the clock tower",
    "the water tower",
]
_WHEN = [
    "according to the report of last spring",
    "as the accounts of the past ten years show",
    "at least on weekdays",
    "since the flood",
    "once the loan is paid back",
    "in the opinion of most who were asked",
    "even in a mild winter",
    "if the figures are right",
    "when the ferries do not run",
    "as long as nobody objects",
    "and nobody disputes it",
    "except in the summer holidays",
    "although it was promised otherwise",
]


def words(number: int) -> str:
    """Return the text of a claim: an ordinary sentence, another one for each of the first million numbers."""
    at = number * 48_271 % 2_147_483_647
    parts = []
    for choices in (_WHO, _DOES, _WHAT, _WHEN):
        at, chosen = divmod(at, len(choices))
        parts.append(choices[chosen])
    return f"{' '.join(parts)}, case {number}"


def write_yaml(shape: Shape, size: int, file: TextIO) -> None:
    """Write an argument as an argmap file."""
    file.write("argmap: 1\nthesis: c0\nclaims:\n")
    for number in range(size):
        file.write(f"  c{number}:\n    text: {words(number)}\n")
        reasons = shape(number, size)
        for key, attacks in (("supported_by", False), ("attacked_by", True)):
            if items := [_in_yaml(reason) for reason in reasons if reason.attacks is attacks]:
                file.write(f"    {key}: [{', '.join(items)}]\n")


def _in_yaml(reason: Reason) -> str:
    premises = _listed(reason.premises)
    if reason.undercut_by:
        return f"{{premises: [{premises}], undercut_by: [{_listed(reason.undercut_by)}]}}"
    return premises if len(reason.premises) == 1 else f"[{premises}]"


def _listed(numbers: tuple[int, ...]) -> str:
    return ", ".join(f"c{number}" for number in numbers)


def write_argdown(shape: Shape, size: int, file: TextIO) -> None:
    """Write an argument as an Argdown file: what is linked or undercut as premises and a conclusion."""
    for number in range(size):
        file.write(f"[c{number}]: {words(number)}\n")
        steps = []
        for reason in shape(number, size):
            if len(reason.premises) > 1 or reason.undercut_by:
                steps.append(reason)
            else:
                file.write(f"  {'-' if reason.attacks else '+'} [c{reason.premises[0]}]\n")
        file.write("\n")
        for reason in steps:
            lines = [f"({place}) [c{premise}]" for place, premise in enumerate(reason.premises, 1)]
            undercuts = [f"  <_ [c{it}]" for it in reason.undercut_by]
            end = f"({len(reason.premises) + 1}) [c{number}]"
            file.write("\n".join([*lines, "----", *undercuts, end]) + "\n\n")


def write_aif(shape: Shape, size: int, file: TextIO) -> None:
    """Write an argument as an AIF nodeset as corpora have it: each claim is said in a locution."""
    file.write('{"nodes": [')
    file.write(", ".join(_nodes(shape, size)))
    file.write('], "edges": [')
    file.write(", ".join(_edges(shape, size)))
    file.write('], "schemefulfillments": [], "participants": [], "locutions": []}\n')


_TIME = "2024-03-01 12:00:00"


def _nodes(shape: Shape, size: int) -> Iterator[str]:
    def node(id: str, text: str, type: str) -> str:
        return json.dumps({"nodeID": id, "text": text, "type": type, "timestamp": _TIME})

    for number in range(size):
        yield node(f"{number}", words(number), "I")
        yield node(f"l{number}", f"A speaker: {words(number)}", "L")
        yield node(f"y{number}", "Asserting", "YA")
        for place, reason in enumerate(shape(number, size)):
            conflict = ("Default Conflict", "CA")
            yield node(f"s{number}.{place}", *(conflict if reason.attacks else ("Default Inference", "RA")))
            for undercutter in reason.undercut_by:
                yield node(f"u{number}.{place}.{undercutter}", *conflict)


def _edges(shape: Shape, size: int) -> Iterator[str]:
    ends = (end for number in range(size) for end in _ends(shape, number, size))
    for at, (start, end) in enumerate(ends):
        yield json.dumps({"edgeID": f"e{at}", "fromID": start, "toID": end, "formEdgeID": None})


def _ends(shape: Shape, number: int, size: int) -> Iterator[tuple[str, str]]:
    yield f"l{number}", f"y{number}"
    yield f"y{number}", f"{number}"
    for place, reason in enumerate(shape(number, size)):
        step = f"s{number}.{place}"
        yield from ((f"{premise}", step) for premise in reason.premises)
        yield step, f"{number}"
        for undercutter in reason.undercut_by:
            yield f"{undercutter}", f"u{number}.{place}.{undercutter}"
            yield f"u{number}.{place}.{undercutter}", step


WRITERS: dict[str, Callable[[Shape, int, TextIO], None]] = {
    "yaml": write_yaml,
    "argdown": write_argdown,
    "json": write_aif,
}
"""The formats, by how the names of their files end."""
