"""Text to tokens."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from argmap.formats.argdown.brackets import Braces, Finder
from argmap.formats.argdown.tape import Tape
from argmap.formats.argdown.tokens import (
    CHUNK,
    CONTROL,
    EMPHASIS_END,
    EMPTY_LINES,
    ESCAPED,
    LINE_BREAKS,
    LINE_START,
    RULE,
    SINGLE_BREAK,
    SPACE,
    SYMBOLS,
    TAG,
    TITLE,
    Token,
    Tokens,
)

_FRESH: Final = (Token.NEWLINE, Token.EMPTY_LINE, None)
"""After these, or at the beginning, what may begin a line may follow."""
_INFERENCE_END: Final = re.compile("--+")


class Scanner(Tape):
    """Reads the tokens of a text, whose lines end with a line feed each."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.cut: list[tuple[int, int]] = []
        """Comments that begin in the middle of a word, as in ``http://…``."""
        self._finder = Finder(text)
        self._braces = Braces(text)
        self._inference = False
        self._special: dict[str, Callable[[int], int]] = {
            "\n": self._line_end,
            "\\": self._escaped,
            "=": self._front_matter,
            "{": self._data,
            "/": self._comment,
            "*": self._emphasised,
            "_": self._emphasised,
            "#": self._tag,
            "[": self._statement,
            "<": self._argument,
            "@": self._mention,
        }

    def scan(self) -> Tokens:
        """Read the whole text."""
        text, position, end = self.text, 0, len(self.text)
        special, chunk = self._special, CHUNK.match
        while position < end:
            if self._inference:
                position = self._in_inference(position)
                continue
            if self._last in _FRESH and not self._pieces and (match := LINE_START.match(text, position)):
                found = self._line_start(match)
                if found:
                    position = found
                    continue
            character = text[position]
            if character in " \t" and (match := SPACE.match(text, position)):
                position = match.end()
                continue
            if (read := special.get(character)) and (found := read(position)):
                position = found
                continue
            match = chunk(text, position) or CONTROL.match(text, position)
            if match is None:
                position = self._stray(position)
                continue
            self._say(position, match.end(), match[0])
            position = match.end()
        self._flush()
        if self._last is Token.EMPTY_LINE:
            self.tokens.pop()
        self._dedent(0, end)
        self._add(Token.END, end, end)
        return self.tokens

    # -- lines

    def _line_start(self, match: re.Match[str]) -> int:
        start, end, group = match.start(), match.end(), match.lastgroup
        begin = match.end("indent")
        if group == "heading":
            self._add(Token.HEADING, start, end, match["heading"])
        elif group == "number":
            self._dedent(0, start)
            self._add(Token.NUMBER, begin, end)
        elif group == "item":
            self._indent(len(match["indent"]) + 1, start)
            self._add(Token.ORDERED_ITEM if match["ordinal"] else Token.ITEM, begin, end)
        elif group == "inference" and self._last is not Token.EMPTY_LINE:
            self._dedent(0, start)
            self._add(Token.INFERENCE, begin, end)
            self._inference = True
        else:
            sign = match["sign"] or "-"
            end = begin + len(sign)
            self._indent(len(match["indent"]), start)
            self._add(SYMBOLS[sign], begin, end)
        return end

    def _line_end(self, start: int) -> int:
        self._flush()
        if self._last is not Token.EMPTY_LINE and (match := EMPTY_LINES.match(self.text, start)):
            if match.end() < len(self.text):
                self._dedent(0, start)
            self._add(Token.EMPTY_LINE, start, match.end())
            return match.end()
        self._add(Token.NEWLINE, start, start + 1)
        return start + 1

    def _comment(self, start: int) -> int:
        """Pass over a comment, with the line breaks that would make it count as a line."""
        text = self.text
        if text.startswith("/*", start):
            end = self._finder.find("comment", "*/", start + 2)
            end = end + 2 if end >= 0 else 0
        elif text.startswith("<!--", start):
            end = self._finder.find("comment", "-->", start + 4)
            end = end + 3 if end >= 0 else 0
        elif text.startswith("//", start):
            end = max(self._finder.find("comment", "\n", start), 0)
            if end and start and text[start - 1] == ":":
                self.cut.append((start, end))
        else:
            return 0
        if not end:
            return 0
        last = Token.TEXT if self._pieces else self._last
        if last is Token.EMPTY_LINE:
            match = LINE_BREAKS.match(text, end)
        elif last is Token.NEWLINE:
            match = SINGLE_BREAK.match(text, end)
        else:
            match = SPACE.match(text, end)
        return match.end() if match else end

    # -- text

    def _escaped(self, start: int) -> int:
        match = ESCAPED.match(self.text, start)
        if not match:
            return 0
        self._say(start, match.end(), match["character"])
        return match.end()

    def _emphasised(self, start: int) -> int:
        text = self.text
        for length in (2, 1):
            sign = text[start : start + length]
            open_here = self._emphasis and self._emphasis[-1][0] == sign
            if open_here and (match := EMPHASIS_END.match(text, start + length)):
                self._emphasis.pop()
                self._say(start, match.end(), match[0])
                return match.end()
        double = text[start + 1 : start + 2] == text[start]
        end = start + 1 + (double and not text[start + 2 : start + 3].isspace())
        sign = text[start:end]
        if text[end : end + 1].isspace():
            return 0
        self._emphasis.append((sign, start))
        self._say(start, end, "")
        return end

    def _tag(self, start: int) -> int:
        text = self.text
        if text.startswith("#(", start) and text[start + 2 : start + 3] not in (")", ""):
            close = self._finder.find("tag", ")", start + 3)
            if close >= 0:
                end = close + 1
                end += text[end : end + 1] in (" ", "\t")
                self._add(Token.TAG, start, end, text[start + 2 : close])
                return end
        if match := TAG.match(text, start):
            self._add(Token.TAG, start, match.end(), match["tag"])
            return match.end()
        return 0

    def _mention(self, start: int) -> int:
        close = {"@[": "]", "@<": ">"}.get(self.text[start : start + 2])
        if close is None:
            return 0
        end = self._finder.in_line("mention", close, start + 3)
        if end < 0 or self.text[start + 2] == "\n":
            return 0
        return self._raw(start, end + 1)

    def _raw(self, start: int, end: int) -> int:
        """Take characters as text as they are, with a space behind them."""
        end += self.text[end : end + 1] in (" ", "\t")
        self._say(start, end, self.text[start:end])
        return end

    # -- titles

    def _statement(self, start: int) -> int:
        return (0 if TITLE.match(self.text, start) else self._link(start)) or self._title(
            start, "]", Token.STATEMENT, Token.STATEMENT_REFERENCE
        )

    def _argument(self, start: int) -> int:
        return self._comment(start) or self._title(start, ">", Token.ARGUMENT, Token.ARGUMENT_REFERENCE)

    def _link(self, start: int) -> int:
        """Read a link, which stays as it is written."""
        text = self.text
        if text[start + 1 : start + 2] == "]":
            return 0
        close = self._finder.find("link", "]", start + 2)
        if close < 0 or text[close + 1 : close + 2] != "(" or text[close + 2 : close + 3] in (")", ""):
            return 0
        end = self._finder.find("link", ")", close + 3)
        if end < 0:
            return 0
        return self._raw(start, end + 1)

    def _title(self, start: int, close: str, definition: Token, reference: Token) -> int:
        text = self.text
        first = text[start + 1 : start + 2]
        if (match := TITLE.match(text, start)) and (first != "-" or text[match.end() - 1] == ":"):
            defined = text[match.end() - 1] == ":"
            self._add(definition if defined else reference, start, match.end(), match[match.lastindex or 0])
            return match.end()
        end = self._finder.in_line("title", close, start + 2)
        if end < 0:
            return 0
        before = self._finder.in_line("definition", close + ":", start + 2)
        if before >= 0 and first != "\n":
            self._add(definition, start, before + 2, text[start + 1 : before])
            return before + 2
        if first != "-":
            self._add(reference, start, end + 1, text[start + 1 : end])
            return end + 1
        return 0

    # -- data

    def _front_matter(self, start: int) -> int:
        text = self.text
        if not text.startswith("===", start):
            return 0
        begin = start + 3
        while text.startswith("=", begin):
            begin += 1
        end = self._finder.find("front matter", "===", begin)
        if end < 0:
            if begin - start < 6:
                return 0
            end = begin
        else:
            end += 3
            while text.startswith("=", end):
                end += 1
        self._add(Token.FRONT_MATTER, start, end)
        return end

    def _data(self, start: int) -> int:
        end = self._braces.data_end(start)
        if end:
            self._add(Token.DATA, start, end)
        return end

    # -- inferences

    def _in_inference(self, start: int) -> int:  # noqa: PLR0911  a return for each kind of token
        """Read a token between the two signs of an inference."""
        text, character = self.text, self.text[start]
        if character in " \t" and (match := SPACE.match(text, start)):
            return match.end()
        if character == "\n":
            self._add(Token.NEWLINE, start, start + 1)
            return start + 1
        if character == ",":
            self._add(Token.COMMA, start, start + 1)
            return start + 1
        if character == "-" and (match := _INFERENCE_END.match(text, start)):
            self._add(Token.INFERENCE_END, start, match.end())
            self._inference = False
            return match.end()
        read = {"\\": self._escaped, "{": self._data, "/": self._comment, "<": self._comment}.get(character)
        if read and (found := read(start)):
            return found
        match = RULE.match(text, start) or CONTROL.match(text, start)
        if match is None:
            return self._stray(start)
        self._say(start, match.end(), match[0])
        return match.end()
