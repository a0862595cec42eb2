"""Settings of a project: ``argmap.toml``, or ``[tool.argmap]`` in ``pyproject.toml``.

The file is looked for in a folder and those above it; the nearest wins, and ``argmap.toml`` before ``pyproject.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)

from argmap.errors import ArgmapError
from argmap.files import is_file
from argmap.suggest import did_you_mean

FailOn = Literal["error", "warning", "info", "never"]
Level = Literal["error", "warning", "info"]


class ConfigError(ArgmapError, ValueError):
    """A configuration that cannot be used."""


class _Table(BaseModel):
    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        defer_build=True,  # that of the whole file is enough
        alias_generator=lambda name: name.replace("_", "-"),
    )


class Requirement(_Table):
    """What a team asks of its maps: every claim that one selector names is also named by another."""

    name: str
    """What is required, in a few words: "every counterclaim has a rebuttal"."""
    every: str
    """A selector: the claims that it is required of."""
    be: str
    """A selector: what these claims have to be."""
    severity: Level = "warning"
    help: str | None = None
    """What to do about it."""


class CheckConfig(_Table):
    """The table ``[check]``: what ``argmap check`` does unless its options say otherwise."""

    select: list[str] = Field(default_factory=list)
    """Rules to run: codes, beginnings of codes or names; all if empty."""
    ignore: list[str] = Field(default_factory=list)
    """Rules not to run."""
    strictness: Literal["regular", "pedantic"] = "regular"
    """How much is looked for."""
    fail_on: FailOn = "warning"
    """The least severity that makes the exit code 1."""
    baseline: str | None = None
    """A file of findings that are known, relative to the configuration."""
    severity: dict[str, Level] = Field(default_factory=dict)
    """Another severity for a rule."""
    help: dict[str, str] = Field(default_factory=dict)
    """What to do about the findings of a rule, in the team's own words."""
    per_file_ignores: dict[str, list[str]] = Field(default_factory=dict)
    """Rules not to run on some files: pattern, relative to the configuration, → rules."""
    require: list[Requirement] = Field(default_factory=list)
    """What every claim of some kind has to be."""


Colour = Literal["blue", "green", "orange", "red", "purple", "yellow", "grey"]
Shape = Literal["box", "rounded", "oval", "hexagon", "octagon", "note", "folder"]
_Attributes = dict[str, str | int | float | bool]
_HEX = re.compile("#[0-9a-fA-F]{6}")
_ATTRIBUTE = re.compile("[A-Za-z_]+")
# What a picture needs to stay one, and what would take files or addresses into it.
_OURS = frozenset(
    [
        "id",
        "class",
        "label",
        "xlabel",
        "headlabel",
        "taillabel",
        "tooltip",
        "url",
        "href",
        "target",
        "edgeurl",
        "headurl",
        "tailurl",
        "labelurl",
        "edgehref",
        "headhref",
        "tailhref",
        "labelhref",
        "image",
        "imagepath",
        "shapefile",
        "fontpath",
        "stylesheet",
        "charset",
        "layout",
        "rankdir",
    ]
)


class Style(_Table):
    """How the claims that a selector names are drawn."""

    where: str
    """A selector: the claims."""
    label: str | None = None
    """What to call them on their cards and in the legend; the selector if not given."""
    colour: str | None = None
    """Of frame and label: a name, which each theme has a shade for, or ``#rrggbb``."""
    shape: Shape | None = None
    hide: bool = False
    """Leave them out of the picture."""
    graphviz: _Attributes = Field(default_factory=dict)
    """Attributes of their nodes, as Graphviz calls them."""

    @field_validator("colour")
    @classmethod
    def _known(cls, colour: str | None) -> str | None:
        if colour is None or colour in get_args(Colour) or _HEX.fullmatch(colour):
            return colour
        raise ValueError(f"should be #rrggbb or one of {', '.join(get_args(Colour))}, not {colour!r}")

    @field_validator("graphviz")
    @classmethod
    def _allowed(cls, attributes: _Attributes) -> _Attributes:
        return _allowed(attributes)

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.colour or self.shape or self.hide or self.graphviz or self.label):
            raise ValueError(
                "says nothing: give it a colour, a shape, a label, graphviz attributes, or hide = true"
            )
        return self


def _allowed(attributes: _Attributes) -> _Attributes:
    for name in attributes:
        if not _ATTRIBUTE.fullmatch(name):
            raise ValueError(f"{name!r} is no name of an attribute")
        if name.lower() in _OURS:
            raise ValueError(f"{name!r} cannot be set: argmap needs it, or it would load something")
    return attributes


class _File(_Table):
    check: CheckConfig = Field(default_factory=CheckConfig.model_construct)
    style: list[Style] = Field(default_factory=list)
    graphviz: Annotated[_Attributes, AfterValidator(_allowed)] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a project.

    Attributes:
        check: those of ``argmap check``.
        styles: how claims are drawn, each selector with a look; later ones go before earlier ones.
        graphviz: attributes of every picture, as Graphviz calls them.
        path: the file that they come from; None if there is none.
    """

    check: CheckConfig = field(
        default_factory=CheckConfig.model_construct
    )  # nothing in it is to be validated
    styles: Sequence[Style] = ()
    graphviz: Mapping[str, str | int | float | bool] = field(default_factory=dict)
    path: Path | None = None

    @property
    def folder(self) -> Path:
        """The folder that paths in the settings start from."""
        return self.path.parent if self.path else Path.cwd()


def find_config(start: Path) -> Config:
    """Return the settings that hold in a folder.

    Raises:
        ConfigError: if the nearest file cannot be used.
    """
    for folder in (start, *start.resolve().parents):
        if is_file(folder / "argmap.toml"):
            return read_config(folder / "argmap.toml")
        project = folder / "pyproject.toml"
        if is_file(project) and _names_us(project) and "argmap" in _toml(project).get("tool", {}):
            return read_config(project)
    return Config()


def read_config(path: Path) -> Config:
    """Return the settings in a file; in a ``pyproject.toml`` those under ``[tool.argmap]``.

    Raises:
        ConfigError: if it cannot be read or has a setting that there is not.
    """
    table = _toml(path)
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("argmap", {})
    try:
        file = _File.model_validate(table)
    except ValidationError as error:
        item = error.errors(include_url=False)[0]
        raise _refused(path, item["type"], item["loc"], item["msg"]) from None
    return Config(file.check, file.style, file.graphviz, path)


def _names_us(project: Path) -> bool:
    """Tell whether a ``pyproject.toml`` may have settings for us: most have none, and need not be parsed to know it."""
    try:
        return _TOOL.search(project.read_bytes()) is not None
    except OSError:
        return True  # the parser's business


_TOOL = re.compile(rb"""(?m)^[ \t\[]*["']?tool["']?[ \t]*(?:\.[ \t]*["']?argmap|\]|=)""")
"""What a line begins with that opens the table ``tool`` or one of ours in it."""


def _toml(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path} is not TOML: {error}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot read {path}: {error}") from None


def _refused(path: Path, kind: str, place: tuple[int | str, ...], message: str) -> ConfigError:
    """Say which setting cannot be used, and what it may have been meant to be."""
    name = ".".join(map(str, place))
    if kind != "extra_forbidden":
        message = message.removeprefix("Value error, ")
        return ConfigError(f"{path}: {name}: {message[0].lower()}{message[1:]}")
    models: tuple[type[BaseModel], ...] = (_File, CheckConfig, Requirement)
    model = Style if place[0] == "style" and len(place) > 1 else models[min(len(place) - 1, 2)]
    known = [field.alias or name for name, field in model.model_fields.items()]
    word = str(place[-1])
    return ConfigError(
        f"{path}: there is no setting {name!r}",
        did_you_mean(word, known) or f"Known here: {', '.join(known)}.",
    )
