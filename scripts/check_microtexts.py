"""Compare the arg-microtexts corpus in its own XML with what others have made of it in AIF.

    python scripts/check_microtexts.py XML_FOLDER AIF_FOLDER

The corpus is at github.com/peldszus/arg-microtexts (``corpus/en``); 110 of its 112 texts are, in AIF, at
github.com/recap-utr/argument-graph-retrieval (``data/case-base/english/microtexts-plain``). Both are CC BY-NC-SA 4.0. Files are
matched by the texts of their claims; each pair must have the same claims, supports, attacks and undercuts.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz import process

from argmap.formats import read
from argmap.model import Kind, Map

Said = tuple[object, ...]


def words(text: str) -> str:
    """Return the words of a text, without the marks and spaces that the two corpora set differently."""
    return " ".join(re.findall(r"\w+", text)).lower()


def claims(map: Map) -> dict[str, str]:
    """Return the words of each claim."""
    return {id: words(claim.text) for id, claim in map.claims.items()}


def matched(left: dict[str, str], right: dict[str, str]) -> dict[str, str] | None:
    """Return for the id of each claim on the right that of the one on the left, or None if they are not as many.

    One word has moved from a claim to the next in one file: what is left over is matched by likeness.
    """
    if len(left) != len(right):
        return None
    free = dict(left)
    pairs = {}
    for id, said in sorted(right.items(), key=lambda it: it[1] not in left.values()):
        same = next((other for other, heard in free.items() if heard == said), None)
        pairs[id] = same or process.extractOne(said, free)[2]
        del free[pairs[id]]
    return pairs


def relations(map: Map, names: dict[str, str]) -> Counter[Said]:
    """Return what the relations of a map say: kind, premises and target, claims by name."""

    def said(id: str) -> Said:
        if id in map.claims:
            return (names[id],)
        it = map.relations[id]
        return it.kind.value, frozenset(said(premise) for premise in it.premises), said(it.target)

    return Counter(said(id) for id, it in map.relations.items() if it.kind is not Kind.REPHRASES)


def shapes(map: Map) -> Counter[str]:
    """Return the shape of what bears on each claim, texts left out."""
    bearing: dict[str, list[str]] = {}
    for it in map.relations.values():
        bearing.setdefault(it.target, []).append(it.id)

    def shape(id: str) -> str:
        it = map.relations.get(id)
        own = [it.kind.value, *sorted(shape(premise) for premise in it.premises)] if it else []
        return str([own, sorted(shape(other) for other in bearing.get(id, ()))])

    return Counter(shape(id) for id in map.claims)


def maps(folder: Path, ending: str) -> Iterator[tuple[str, Map]]:
    """Yield all maps in a folder; end the program at one that cannot be read."""
    for file in sorted(folder.glob(f"*{ending}")):
        reading = read(file.read_bytes(), str(file))
        if reading.map is None:
            sys.exit(f"{file}: {reading.problems[0].message}")
        yield file.stem, reading.map


def main() -> int:
    """Compare all, and print what differs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("xml", type=Path, metavar="XML_FOLDER", help="the corpus in its own XML")
    parser.add_argument("aif", type=Path, metavar="AIF_FOLDER", help="the corpus in AIF")
    options = parser.parse_args()
    own = list(maps(options.xml, ".xml"))
    if not own:
        parser.error(f"there is no .xml in {options.xml}")
    agreeing, exchanged, differing = 0, 0, 0
    for name, map in maps(options.aif, ".json"):
        heard = Counter(claims(map).values())
        nearest, twin = max(own, key=lambda it: (heard & Counter(claims(it[1]).values())).total())
        pairs = matched(claims(twin), claims(map))
        left = relations(twin, {id: id for id in twin.claims})
        right = relations(map, pairs) if pairs else Counter()
        if left == right:
            agreeing += 1
        elif pairs and shapes(twin) == shapes(map):
            exchanged += 1
            print(f"{nearest} / {name}: the same argument, but the texts of its claims are exchanged")
        else:
            differing += 1
            for side, only in (("XML", left - right), ("AIF", right - left)):
                for said in only:
                    print(f"{nearest} / {name}: only in {side}: {said}")
    print(f"{agreeing} agree, {exchanged} agree but for exchanged texts, {differing} differ")
    return 1 if differing or not agreeing else 0


if __name__ == "__main__":
    sys.exit(main())
