"""Reads what Kialo exports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from argmap.finding import LINE_BREAK, Span
from argmap.formats.base import Reading
from argmap.formats.collecting import Collector
from argmap.formats.kialo.notation import HEAD, SEE, SOURCES, unescape
from argmap.formats.nodes import Lines, Node
from argmap.formats.notation import parse_place
from argmap.model import Kind
from argmap.scalars import URL_PATTERN

_KINDS = {"Pro": Kind.SUPPORTS, "Con": Kind.ATTACKS}
_TITLE = re.compile(r"Discussion (?:Title|Name):[ \t]*(.*)")
_PLAIN_HEAD = re.compile(r"((?:\d+\.)+)[ \t]+(.*)")
_REFERENCE = re.compile(rf"{SEE}((?:\d+\.)+)\s*")
_ELSEWHERE = re.compile(rf"{SEE}discussion #(\d+): (.*)", re.DOTALL)
_ITEM = re.compile(r"\[(\d{1,9})\][ \t]+(.*)")
_CITATION = re.compile(
    r"(?P<escaped>\\[!-/:-@\[-`{-~])"
    r"|[ \t]?\[(?P<number>\d{1,9})\](?!\()"
    r"|(?P<before>[ \t]?)\[(?P<words>(?:[^\[\]\\]|\\.)*)\]\((?P<address>(?:[^()\s\\]|\\.|\([^()\s]*\))+)\)"
)
"""A mark that is escaped, the number of a source, a link; none nests, so that a text is gone through once."""


@dataclass(slots=True)
class _Entry:
    """A numbered part of the debate."""

    number: str
    stance: str | None
    head: Node
    place: Node
    """Where its text begins, or its number if it has none."""
    indent: str = ""
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip()

    @property
    def parent(self) -> str:
        return self.number.rpartition(".")[0]


def read(text: str, name: str) -> Reading:
    """Return what came of reading a text; ``name`` is used in messages."""
    return _Debate(Collector(name, Lines(text), "kialo")).reading()


class _Debate:
    def __init__(self, made: Collector) -> None:
        self.made = made
        self.lines = list(_lines(made.lines.text))
        self.title = ""
        self.entries: list[_Entry] = []
        self.theses = 0
        """Those below a question that the older form gives no stance."""
        self.citations: dict[str, dict[str, Any]] = {}
        """For each number under ``Sources:`` the quote."""
        self.see: dict[str, str] = {}
        """For each entry that stands for another one the number of that."""

    def reading(self) -> Reading:
        """Return the map that the debate is."""
        self._sources()
        self._entries()
        questions = {entry.number for entry in self.entries if entry.stance == "Question"}
        for entry in self.entries:
            if reference := _REFERENCE.fullmatch(entry.text):
                self.see[entry.number] = reference[1].rstrip(".")
        for entry in self.entries:
            if entry.number not in questions and entry.number not in self.see:
                self._claim(entry)
        for entry in self.entries:
            self._relation(entry)
        theses = [entry.number for entry in self.entries if entry.stance == "Thesis"]
        asked = next((unescape(it.text) for it in self.entries if it.number in questions), "")
        return self.made.reading(
            dict.fromkeys(self._meant(number) for number in theses),
            title=self.title or None,
            description=asked if asked != self.title and asked else None,
        )

    # -- from lines to entries

    def _sources(self) -> None:
        """Take the sources off the end of the text."""
        for at, (_, line) in enumerate(self.lines):
            if line.rstrip() == SOURCES and _expected(self.lines[at + 1 : at + 2], 1):
                break
        else:
            return
        listed, self.lines = self.lines[at + 1 :], self.lines[:at]
        items: list[tuple[Node, str, list[str]]] = []
        for start, line in listed:
            if item := _expected([(start, line)], len(items) + 1):
                items.append((Node(start, start + len(line)), item[2].strip(), []))
            else:
                items[-1][2].append(line)
        for number, (place, address, quoted) in enumerate(items, 1):
            words = parse_place(unescape("\n".join(quoted).strip()))
            self.citations[str(number)] = {"source": self._source(unescape(address), place), **words}

    def _source(self, address: str, place: Node) -> str:
        url = address if re.search(URL_PATTERN, address) else None
        short = re.sub(r"^(https?://(www\.)?|mailto:)", "", address).rstrip("/")
        return self.made.source(address, address or "?", place, id=short, url=url)

    def _entries(self) -> None:
        """Sort lines into entries; what stands before the first is the title."""
        head = [line for _, line in self.lines]
        stacked = any((it := HEAD.fullmatch(line)) and it[3] in ("Thesis", "Question") for line in head)
        title: list[str] = []
        for start, line in self.lines:
            if entry := self._entry(start, line, stacked=stacked):
                self.entries.append(entry)
            elif self.entries:
                _go_on(self.entries[-1], start, line)
            elif not title and (named := _TITLE.match(line)):
                title.append(named[1])
                self.made.place(("title",), Node(start, start + len(line)))
            elif title or line.strip():
                title.append(line)
        self.title = unescape("\n".join(title).strip())
        if not self.entries:
            help = "A debate has a line such as '1. …' for its thesis, then '1.1. Pro: …'."
            self.made.problem("AM001", Span(1, 1, 1, 1), "there is no numbered claim in it", help)
        elif not stacked:
            self._unmarked()

    def _entry(self, start: int, line: str, *, stacked: bool) -> _Entry | None:
        """Return the entry that a line begins."""
        head = HEAD.match(line)
        if head and (head.end() == len(line) if stacked else not head[1]):
            here = Node(start + len(head[1]), start + len(line.rstrip()) if stacked else start + head.end())
            entry = _Entry(head[2].rstrip("."), head[3], here, here, head[1])
            if not stacked:
                _go_on(entry, start + head.end(), line[head.end() :])
            return entry
        plain = None if stacked else _PLAIN_HEAD.fullmatch(line)
        if plain and self._unnumbered(plain[1].rstrip(".")):
            here = Node(start, start + len(plain[1]))
            entry = _Entry(plain[1].rstrip("."), None, here, here)
            self.theses += bool(self.entries)
            _go_on(entry, start + plain.start(2), plain[2])
            return entry
        return None

    def _unnumbered(self, number: str) -> bool:
        """Tell whether a line without a stance may be an entry: the root, or one of several theses below it."""
        if not self.entries:
            return True
        decided = len(self.entries) > 1 and self.entries[1].stance is not None
        return not decided and number == f"{self.entries[0].number}.{self.theses + 1}"

    def _unmarked(self) -> None:
        """Mark what the older form leaves without a stance: a question with its theses, or a thesis."""
        root, *others = self.entries
        theses = [entry for entry in others if entry.stance is None or entry.stance == "Thesis"]
        root.stance = root.stance or ("Question" if theses else "Thesis")
        for entry in theses:
            entry.stance = "Thesis"

    # -- from entries to the map

    def _claim(self, entry: _Entry) -> None:
        fields: dict[str, Any] = {}
        text = entry.text
        if elsewhere := _ELSEWHERE.fullmatch(text):
            text, fields["note"] = elsewhere[2], f"See discussion #{elsewhere[1]} of Kialo."
        words, evidence = self._cited(text, entry.place)
        if not words and evidence:
            words = unescape(text)
        self.made.claim(entry.number, words, entry.place, evidence=evidence, **fields)

    def _cited(self, text: str, place: Node) -> tuple[str, list[dict[str, Any]]]:
        """Return the words of a text, and what it cites."""
        cited: list[dict[str, Any]] = []

        def resolve(match: re.Match[str]) -> str:
            if match["escaped"]:
                return match["escaped"][1]
            if match["number"]:
                if match["number"] not in self.citations:
                    return match[0]
                cited.append(self.citations[match["number"]])
                return ""
            words = unescape(match["words"])
            cited.append({"source": self._source(unescape(match["address"]), place)})
            return "" if words.isdecimal() or not words else match["before"] + words

        words = _CITATION.sub(resolve, text).strip()
        return words, list({tuple(quote.items()): quote for quote in cited}.values())

    def _relation(self, entry: _Entry) -> None:
        if (kind := _KINDS.get(entry.stance or "")) is None:
            return
        premise = self._meant(entry.number)
        if not self.made.known(premise):
            message = f"{premise!r}, which this stands for, is no claim"
            self.made.problem("AM101", entry.place, message)
            return
        target = self._meant(entry.parent)
        self.made.relation(kind, [premise], target, entry.head, places=[entry.head])

    def _meant(self, number: str) -> str:
        """Return the number of the claim that an entry is or stands for."""
        passed: dict[str, None] = {}
        while number in self.see and number not in passed:
            passed[number] = None
            number = self.see[number]
        self.see.update(dict.fromkeys(passed, number))  # so that long ways are gone once
        return number


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with the offset that it begins at."""
    start = 0
    for end in LINE_BREAK.finditer(text):
        yield start, text[start : end.start()]
        start = end.end()
    yield start, text[start:]


def _expected(line: list[tuple[int, str]], number: int) -> re.Match[str] | None:
    """Return the item of the list of sources that a line begins, if it has the number that is due."""
    item = _ITEM.fullmatch(line[0][1]) if line else None
    return item if item and item[1] == str(number) else None


def _go_on(entry: _Entry, start: int, line: str) -> None:
    """Add a line to an entry, without the indentation of the entry."""
    indented = line.startswith(entry.indent)
    words = line[len(entry.indent) :] if indented else line.lstrip()
    if words.strip() and not any(entry.lines):
        at = start + len(line) - len(words)
        entry.place = Node(at, at + len(words.rstrip()))
    entry.lines.append(words)
