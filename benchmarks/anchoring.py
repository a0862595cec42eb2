"""How fast and how well quotes are found in a text, disturbed ones too.

Run it as ``python benchmarks/anchoring.py``. The texts are pieces of Python's own language reference, which
every Python carries (``pydoc_data.topics``); all choices are made by a seeded generator. A quote is
*found* if both its ends are within 10 % of its length of where it was taken from (4 characters at least).

The bar: 120 quotes with 0, 5 and 15 % of their characters disturbed, in texts of 50-80 KB: all
found, median at most 1 ms a quote; 10,000 exact quotes in a text of 5 MB in at most 2 s.
"""

from __future__ import annotations

import random
import statistics
import string
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pydoc_data.topics import topics

from argmap.model import Quote
from argmap.sources import Anchor, Reason, SourceText, anchor, read_text
from argmap.sources.folding import fold
from argmap.sources.fuzzy import nearest, threshold
from argmap.sources.quotation import read_quotation

SIZES = (50_000, 65_000, 80_000)
RATES = (0.0, 0.05, 0.15)
QUOTES = 120


@dataclass(frozen=True)
class Sample:
    quote: Quote
    start: int
    end: int


def corpus() -> str:
    """Return the prose of the topics, one paragraph to a block, without code and tables."""
    found = []
    for block in dict.fromkeys(block for topic in sorted(topics) for block in topics[topic].split("\n\n")):
        words = " ".join(block.split())
        letters = sum(character.isalpha() or character == " " for character in words)
        if len(words) > 150 and letters > 0.92 * len(words) and not block.startswith("    "):
            found.append(words)
    return "\n\n".join(found)


def disturb(text: str, rate: float, chance: random.Random) -> str:
    """Replace, drop or double characters, each with the given probability."""
    out = []
    for character in text:
        if chance.random() >= rate:
            out.append(character)
            continue
        match chance.randrange(3):
            case 0:
                out.append(chance.choice(string.ascii_lowercase))
            case 1:
                out.append(character + chance.choice(string.ascii_lowercase))
    return "".join(out)


def samples(text: SourceText, rate: float, *, elliptic: bool, chance: random.Random) -> Iterator[Sample]:
    """Yield sentences of a text as quotes: in full, or their first and last four words."""
    folded = text.index.text
    once = []
    for sentence in text.sentences:
        split = text.text[sentence.start : sentence.end].split()
        ends = [fold(" ".join(words)).strip(".,;:") for words in (split[:4], split[-4:])]
        if len(split) >= 10 and split[-1][-2:-1].isalpha() and all(folded.count(end) == 1 for end in ends):
            once.append(sentence)
    for sentence in chance.sample(once, QUOTES):
        words = text.text[sentence.start : sentence.end]
        if elliptic:
            split = words.split()
            first, last = (
                disturb(" ".join(split[:4]), rate, chance),
                disturb(" ".join(split[-4:]), rate, chance),
            )
            quote = f"{first} … {last}"
        else:
            quote = disturb(words, rate, chance)
        yield Sample(Quote(source="s", text=quote), sentence.start, sentence.end)


def found(sample: Sample, result: object) -> bool:
    slack = max(4, (sample.end - sample.start) * 0.1)
    return (
        isinstance(result, Anchor)
        and abs(result.start - sample.start) <= slack
        and abs(result.end - sample.end) <= slack
    )


def piece(text: str, size: int, chance: random.Random) -> SourceText:
    at = text.index("\n\n", chance.randrange(len(text) - size)) + 2
    return read_text(text[at : at + size].encode(), "s.txt")


def disturbed(text: str, chance: random.Random) -> None:
    print("size     quotes    disturbed   found   ambiguous   median µs   max µs   first quote ms")
    for size in SIZES:
        for elliptic in (False, True):
            for rate in RATES:
                source = piece(text, size, chance)
                chosen = list(samples(source, rate, elliptic=elliptic, chance=chance))
                times, hits, unsure = [], 0, 0
                for sample in chosen:
                    begin = time.process_time()
                    result = anchor(source, sample.quote)
                    times.append(time.process_time() - begin)
                    hits += found(sample, result)
                    unsure += getattr(result, "reason", None) is Reason.AMBIGUOUS
                kind = "a … b" if elliptic else "in full"
                print(
                    f"{size:>6,}   {kind:<8} {rate:>8.0%}   {hits:>4}/{len(chosen)} {unsure:>8}"
                    f" {statistics.median(times) * 1e6:>13.0f} {max(times[1:]) * 1e6:>8.0f} {times[0] * 1e3:>12.1f}"
                )


def many(text: str, chance: random.Random) -> None:
    """Time 10,000 quotes of eight words each in 5 MB of text made by shuffling the words of the corpus."""
    words = text.split()
    lines: list[str] = []
    length = 0
    while length < 5_000_000:
        lines.append(" ".join(chance.choices(words, k=80)))
        length += len(lines[-1]) + 1
    long = "\n".join(lines)
    quotes = []
    for line in chance.choices(lines, k=10_000):
        split = line.split()
        at = chance.randrange(len(split) - 8)
        quotes.append(Quote(source="s", text=" ".join(split[at : at + 8])))
    source = read_text(long.encode(), "s.txt")
    begin = time.process_time()
    results = [anchor(source, quote) for quote in quotes]
    took = time.process_time() - begin
    hits = sum(isinstance(result, Anchor) and result.method == "exact" for result in results)
    print(f"\n10,000 exact quotes in {len(long):,} characters: {took:.2f} s, {hits:,} found")


def chance_likeness(text: str, chance: random.Random) -> None:
    """Show how alike quotes are to the place they come from, and to texts that they are not in."""
    half = len(text) // 2
    home = piece(text[:half], 65_000, chance)
    other = piece(text[half:], 65_000, chance)
    print(
        "\nlikeness of quotes, 15 % disturbed:   at home (lowest 1 %, median)   in another text (median, highest 1 %)"
    )
    for size in (10, 15, 20, 30, 40, 60, 100):
        at_home, abroad = [], []
        for _ in range(500):
            start = chance.randrange(len(home.text) - size)
            quote = disturb(home.text[start : start + size], 0.15, chance)
            parts = read_quotation(quote).parts
            for source, scores in ((home, at_home), (other, abroad)):
                near = nearest(source.index, parts, 0, len(source.index.text)) if parts else []
                scores.append(near[0].score if near else 0.0)
        at_home.sort()
        abroad.sort()
        print(
            f"{size:>4} characters, threshold {threshold(['x' * size]):.2f}: "
            f"{at_home[5]:>20.2f} {at_home[250]:>6.2f} {abroad[250]:>22.2f} {abroad[495]:>6.2f}"
        )


def main() -> None:
    text = corpus()
    print(f"corpus: {len(text):,} characters\n")
    disturbed(text, random.Random(3))
    many(text, random.Random(5))
    chance_likeness(text, random.Random(7))


if __name__ == "__main__":
    main()
