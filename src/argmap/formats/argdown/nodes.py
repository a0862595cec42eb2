"""The parts of an Argdown text: what the parser makes of tokens."""

from __future__ import annotations

from dataclasses import dataclass, field

from argmap.formats.argdown.tokens import Token


@dataclass(slots=True, eq=False)
class Member:
    """A statement or an argument, where it is defined, referred to or used."""

    start: int
    end: int
    argument: bool
    title: str | None
    reference: bool
    named: int = 0
    """Where its title ends; where it begins if it has none."""
    text: tuple[int, int] = (0, 0)
    """Its text without the tags behind it."""
    words: str = ""
    """Its text without what marks emphasis and without the tags behind it."""
    tags: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Where each tag stands first."""
    data: tuple[int, int] | None = None
    relations: list[Link] = field(default_factory=list)
    section: Heading | None = None


@dataclass(slots=True, eq=False)
class Link:
    """A relation to what stands above, with the sign that it is written with."""

    sign: Token
    start: int
    end: int
    member: Member


@dataclass(slots=True, eq=False)
class Heading:
    """A heading: the beginning of a section."""

    start: int
    end: int
    level: int
    words: str = ""
    tags: dict[str, tuple[int, int]] = field(default_factory=dict)
    data: tuple[int, int] | None = None


@dataclass(slots=True, eq=False)
class Inference:
    """A step of an argument."""

    start: int
    end: int
    rules: list[str] = field(default_factory=list)
    data: tuple[int, int] | None = None
    relations: list[Link] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Structure:
    """The premises and conclusions of an argument."""

    start: int
    end: int
    lines: list[Member] = field(default_factory=list)
    inferences: dict[int, Inference] = field(default_factory=dict)
    """Steps by the index of the line that is concluded."""
    section: Heading | None = None


@dataclass(slots=True)
class Document:
    """A whole text."""

    blocks: list[Member | Heading | Structure | list[Member]] = field(default_factory=list)
    """What stands between empty lines; a list is one of Argdown's lists."""
    front: tuple[int, int] | None = None
