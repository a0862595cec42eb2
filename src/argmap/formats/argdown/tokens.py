"""What the tokens of Argdown are, and where they may begin.

Argdown's own scanner (packages/argdown-core/src/lexer.ts of its repository) tries some forty patterns at every
place, one after the other. Here the first character tells which of them can begin, and text between them is
taken in one piece; what comes out is the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import Final


class Token(Enum):
    """A kind of token."""

    TEXT = "text"
    TAG = "a tag"
    NEWLINE = "the end of a line"
    EMPTY_LINE = "an empty line"
    INDENT = "an indented line"
    DEDENT = "the end of an indented part"
    FRONT_MATTER = "front matter (=== … ===)"
    DATA = "data ({…})"
    HEADING = "a heading (#)"
    STATEMENT = "a statement ([title]: …)"
    STATEMENT_REFERENCE = "a reference to a statement ([title])"
    ARGUMENT = "an argument (<title>: …)"
    ARGUMENT_REFERENCE = "a reference to an argument (<title>)"
    NUMBER = "the number of a premise or conclusion"
    INFERENCE = "an inference (--)"
    INFERENCE_END = "the end of an inference (--)"
    COMMA = "a comma"
    ORDERED_ITEM = "an item of a list"
    ITEM = "an item of a list (*)"
    SUPPORTS = "+"
    SUPPORTED = "+>"
    ATTACKS = "-"
    ATTACKED = "->"
    UNDERCUTS = "_"
    UNDERCUT = "_>"
    CONTRADICTS = "><"
    END = "the end of the file"

    __hash__ = object.__hash__


SYMBOLS: Final = {
    "+>": Token.SUPPORTED,
    "->": Token.ATTACKED,
    "_>": Token.UNDERCUT,
    "><": Token.CONTRADICTS,
    "+": Token.SUPPORTS,
    "<+": Token.SUPPORTS,
    "-": Token.ATTACKS,
    "<-": Token.ATTACKS,
    "_": Token.UNDERCUTS,
    "<_": Token.UNDERCUTS,
}
"""The signs of relations: what stands behind one supports, attacks, … what stands above, or is supported … by it."""

LINE_START: Final = re.compile(
    r"(?P<indent>[' \t]*)(?:(?P<inference>--)|(?P<sign>\+>|->|<?\+|<?-|><|_>|<_|_(?=\s))"
    r"|(?P<number>\([0-9]+\))|(?P<item>(?P<ordinal>[0-9]+\.)(?=\s)|\*(?=\s)))|(?P<heading>\#+)\x20"
)
"""What a line may begin with that it may not go on with."""
CHUNK: Final = re.compile(
    r"(?:[^\\@#*_\[\],.:;</>\-\n(){}]+"
    r"|[,;>\-()\]}](?![ \t]*===)"
    r"|(?>\.(?:\S+?\.)?|:(?:\S+?:)?)(?![ \t]*===)"
    r"|/(?![/*]|[ \t]*===))++"
)
"""Text in which no token begins. Between two full stops or colons without space Argdown looks for the name of a
character, so that nothing else can begin there."""
CONTROL: Final = re.compile(r"(?:\.\S+?\.|:\S+?:|[^\n\\])[ \t]*")
"""The name of a character, or a character that might have begun a token and did not."""
ESCAPED: Final = re.compile(r"\\(?P<character>[^\n] *)[ \t]*")
TITLE: Final = re.compile(
    r"\[(?P<statement>[^\[\]<\n]{1,300}+)\](?::|(?=\n))|<(?P<argument>[^\[<>\n]{1,300}+)>(?::|(?=\n))"
)
"""A title of the usual kind, without brackets in it; all others take a closer look."""
SPACE: Final = re.compile(r"[ \t]+")
EMPTY_LINES: Final = re.compile(r"(?:[ \t]*\n){2,}")
LINE_BREAKS: Final = re.compile(r"\n*")
SINGLE_BREAK: Final = re.compile(r"(?:[ \t]*\n(?![ \t]*\n))?")
TAG: Final = re.compile(r"#(?P<tag>[a-zA-z0-9\-\u00A0-\uD7FF\uF900-\uFDCF\uFDF0-\uFFEF]+)[ \t]?")
EMPHASIS_END: Final = re.compile(r"(?:[ \t]|(?=[\n)}_.,!?;:\-*]|\Z))")
RULE: Final = re.compile(
    r"(?:[^\\@#*_\[\],.:;</>\-\n(){}]+|[@#*_\[\];>()}]|<(?!!--)|(?>\.(?:\S+?\.)?|:(?:\S+?:)?)|/(?![/*])|-(?!-))++"
)
"""Text in the name of a rule of inference."""


@dataclass(slots=True)
class Tokens:
    """The tokens of a text: of each its kind, the offsets that it stands between, and what it says."""

    kinds: list[Token] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    values: list[str] = field(default_factory=list)

    def pop(self) -> None:
        """Take the last token out."""
        self.kinds.pop()
        self.starts.pop()
        self.ends.pop()
        self.values.pop()
