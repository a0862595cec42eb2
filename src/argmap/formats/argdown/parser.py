"""Tokens to the parts of an Argdown text (packages/argdown-core/src/parser.ts of Argdown's repository)."""

from __future__ import annotations

import re
from typing import Final

from argmap.errors import ArgmapError
from argmap.formats.argdown.nodes import Document, Heading, Inference, Link, Member, Structure
from argmap.formats.argdown.tokens import Token, Tokens
from argmap.formats.nodes import MAX_DEPTH

_CONTENT: Final = frozenset({Token.TEXT, Token.TAG, Token.NEWLINE})
_ARGUMENTS: Final = frozenset({Token.ARGUMENT, Token.ARGUMENT_REFERENCE})
_STATEMENTS: Final = _CONTENT | {Token.STATEMENT, Token.STATEMENT_REFERENCE}
_TITLED: Final = _ARGUMENTS | {Token.STATEMENT, Token.STATEMENT_REFERENCE}
_SIGNS: Final = frozenset(
    {
        Token.SUPPORTS,
        Token.SUPPORTED,
        Token.ATTACKS,
        Token.ATTACKED,
        Token.UNDERCUTS,
        Token.UNDERCUT,
        Token.CONTRADICTS,
    }
)


_SPACE: Final = re.compile("[ \t]{2,}|\t")


class ArgdownSyntaxError(ArgmapError):
    """A token where none of its kind can stand."""

    def __init__(self, start: int, end: int, message: str, help: str | None = None) -> None:
        super().__init__(message, help)
        self.start = start
        self.end = end


class Parser:
    """Makes a document of tokens.

    Attributes:
        document: what has been made.
        errors: tokens that stand where they cannot; the block that they stand in is left out.
    """

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.kinds = tokens.kinds
        self.at = 0
        self.document = Document()
        self.errors: list[ArgdownSyntaxError] = []
        self.section: Heading | None = None

    def parse(self) -> Document:
        """Parse the whole text."""
        self._skip(Token.NEWLINE)
        self._skip(Token.EMPTY_LINE)
        while True:
            try:
                if self.document.front is None and self.kinds[self.at] is Token.FRONT_MATTER:
                    self._front()
                self._block()
                if self.kinds[self.at] is Token.END:
                    break
                self._expect(Token.EMPTY_LINE)
            except ArgdownSyntaxError as error:
                self.errors.append(error)
                while self.kinds[self.at] not in (Token.EMPTY_LINE, Token.END):
                    self.at += 1
                if self.kinds[self.at] is Token.END:
                    break
                self.at += 1
        return self.document

    # -- tokens

    def _skip(self, kind: Token) -> bool:
        found = self.kinds[self.at] is kind
        self.at += found
        return found

    def _expect(self, kind: Token) -> int:
        """Pass over a token and return its index."""
        if self.kinds[self.at] is not kind:
            raise self._misplaced()
        self.at += 1
        return self.at - 1

    def _misplaced(self) -> ArgdownSyntaxError:
        at, kind = self.at, self.kinds[self.at]
        start, end = self.tokens.starts[at], max(self.tokens.ends[at], self.tokens.starts[at] + 1)
        before = self.kinds[at - 1] if at else None
        message, help = f"{kind.value} cannot stand here", None
        if kind in _SIGNS or kind is Token.INDENT:
            if before is Token.EMPTY_LINE:
                message = "a relation after an empty line"
                help = "It belongs below what it bears on: take the empty line out."
            elif kind is not Token.INDENT:
                message = f"the relation {kind.value} cannot stand here"
                help = "Indent it more than the statement or argument that it bears on."
        elif kind in _TITLED:
            help = "A title stands at the beginning of a line, after an empty line or the sign of a relation."
        elif kind is Token.DATA:
            help = "Data stands once, at the end; write \\{ for a brace that belongs to the text."
        elif kind is Token.FRONT_MATTER:
            help = "Front matter stands at the beginning, with an empty line after it."
        elif kind is Token.END:
            said = any(before not in (Token.NEWLINE, Token.EMPTY_LINE) for before in self.kinds[:at])
            start = self.tokens.ends[at - 1] - 1 if said else 0
            end = start + 1
            message = "the file ends too early" if said else "the file is empty"
        elif kind is Token.NUMBER:
            help = "Premises begin after an empty line; between them and the conclusion stands a line ----."
        return ArgdownSyntaxError(start, end, message, help)

    # -- blocks

    def _front(self) -> None:
        at = self._expect(Token.FRONT_MATTER)
        self.document.front = (self.tokens.starts[at], self.tokens.ends[at])
        self._skip(Token.NEWLINE)
        self._expect(Token.EMPTY_LINE)

    def _block(self) -> None:
        kind, blocks = self.kinds[self.at], self.document.blocks
        if kind is Token.HEADING:
            blocks.append(self._heading())
        elif kind is Token.NUMBER:
            blocks.append(self._structure())
        elif kind is Token.INDENT and self.kinds[self.at + 1] in (Token.ORDERED_ITEM, Token.ITEM):
            blocks.append(self._list())
        else:
            blocks.append(self._member(0))

    def _heading(self) -> Heading:
        at = self._expect(Token.HEADING)
        tokens = self.tokens
        heading = Heading(tokens.starts[at], tokens.ends[at], len(tokens.values[at]))
        self._content(heading)
        if self.kinds[self.at] is Token.DATA:
            self._data(heading)
        self.section = heading
        return heading

    def _list(self) -> list[Member]:
        self._expect(Token.INDENT)
        item = self.kinds[self.at]
        members = []
        while self._skip(item):
            members.append(self._member(1))
        self._expect(Token.DEDENT)
        return members

    def _member(self, depth: int) -> Member:
        kind, at, tokens = self.kinds[self.at], self.at, self.tokens
        if depth > MAX_DEPTH:
            start = tokens.starts[at]
            message = f"nested deeper than {MAX_DEPTH} levels"
            raise ArgdownSyntaxError(start, start + 1, message, "No map needs this; is it the right file?")
        reference = kind in (Token.STATEMENT_REFERENCE, Token.ARGUMENT_REFERENCE)
        title = tokens.values[at] if kind in _TITLED else None
        member = Member(tokens.starts[at], tokens.ends[at], kind in _ARGUMENTS, title, reference)
        member.named, member.section = member.start, self.section
        member.text = member.start, member.end
        if title is not None:
            self.at += 1
            member.named = tokens.ends[at]
        if reference:
            while self.kinds[self.at] is Token.TAG:
                self._tag(member, self.at)
                self.at += 1
            self._skip(Token.NEWLINE)
        else:
            self._content(member)
        if self.kinds[self.at] is Token.DATA:
            self._data(member)
        if self.kinds[self.at] is Token.INDENT:
            member.relations = self._relations(depth, _SIGNS)
        return member

    def _content(self, part: Member | Heading) -> None:
        """Read text up to what is none."""
        tokens, kinds = self.tokens, self.kinds
        pieces: list[str] = []
        said = spoken = 0
        at = first = self.at
        while (kind := kinds[at]) in _CONTENT:
            if kind is Token.TEXT:
                pieces.append(tokens.values[at])
                if tokens.values[at].strip():
                    said, spoken = len(pieces), tokens.ends[at]
                part.end = tokens.ends[at]
            elif kind is Token.NEWLINE:
                pieces.append(" ")
            else:
                pieces.append(self._tag(part, at))
            at += 1
        self.at = at
        if at == first:
            raise self._misplaced()
        if isinstance(part, Member) and said:
            part.text = tokens.starts[first], spoken
        part.words = _SPACE.sub(" ", "".join(pieces[:said])).strip(" ")

    def _tag(self, part: Member | Heading, at: int) -> str:
        """Note a tag and return it as it is written."""
        tag, start, end = self.tokens.values[at], self.tokens.starts[at], self.tokens.ends[at]
        bare = end - start - len(tag) < len("#()")
        written = f"#{tag}" if bare else f"#({tag})"
        part.tags.setdefault(tag, (start, start + len(written)))
        part.end = start + len(written)
        return written + " " * (start + len(written) < end)

    def _data(self, part: Member | Heading | Inference) -> None:
        at = self._expect(Token.DATA)
        part.data = (self.tokens.starts[at], self.tokens.ends[at])
        self._skip(Token.NEWLINE)

    def _relations(self, depth: int, signs: frozenset[Token]) -> list[Link]:
        self._expect(Token.INDENT)
        links: list[Link] = []
        while (sign := self.kinds[self.at]) in signs:
            at = self.at
            self.at += 1
            if sign is Token.CONTRADICTS and self.kinds[self.at] in _ARGUMENTS:
                raise self._misplaced()
            member = self._member(depth + 1)
            links.append(Link(sign, self.tokens.starts[at], self.tokens.ends[at], member))
        if not links:
            raise self._misplaced()
        self._expect(Token.DEDENT)
        return links

    # -- premises and conclusions

    def _structure(self) -> Structure:
        start = self.tokens.starts[self.at]
        structure = Structure(start, start, section=self.section)
        self._line(structure)
        while True:
            while self.kinds[self.at] is Token.NUMBER:
                self._line(structure)
            inference = self._inference()
            structure.inferences[len(structure.lines)] = inference
            self._line(structure)
            if self.kinds[self.at] not in (Token.NUMBER, Token.INFERENCE):
                break
        structure.end = structure.lines[-1].end
        return structure

    def _line(self, structure: Structure) -> None:
        self._expect(Token.NUMBER)
        if self.kinds[self.at] in _ARGUMENTS:
            raise self._misplaced()
        structure.lines.append(self._member(0))

    def _inference(self) -> Inference:
        at = self._expect(Token.INFERENCE)
        inference = Inference(self.tokens.starts[at], self.tokens.ends[at])
        self._skip(Token.NEWLINE)
        if self.kinds[self.at] is Token.TEXT:
            inference.rules.append(self._rule())
            while self._skip(Token.COMMA):
                inference.rules.append(self._rule())
            self._skip(Token.NEWLINE)
        if self.kinds[self.at] is Token.DATA:
            self._data(inference)
        inference.end = self.tokens.ends[self._expect(Token.INFERENCE_END)]
        self._expect(Token.NEWLINE)
        if self.kinds[self.at] is Token.INDENT:
            inference.relations = self._relations(0, frozenset({Token.UNDERCUTS}))
        return inference

    def _rule(self) -> str:
        return " ".join(self.tokens.values[self._expect(Token.TEXT)].split())
