"""What an Argdown file holds that a map has no room for; the map carries it along as JSON."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from argmap.model import Map

NAME = "argdown"


class Carried(BaseModel):
    """What comes back when a map that was read from Argdown is written as Argdown."""

    model_config = ConfigDict(extra="forbid")

    front: dict[str, JsonValue] = Field(default_factory=dict)
    """Front matter that says something to Argdown only."""
    data: dict[str, dict[str, JsonValue]] = Field(default_factory=dict)
    """Data of claims and relations, by id."""
    members: dict[str, list[str]] = Field(default_factory=dict)
    """Further wordings of claims, by id."""
    tags: dict[str, list[str]] = Field(default_factory=dict)
    """Tags of arguments, by the ids of the relations that they are."""
    arguments: list[str] = Field(default_factory=list)
    """Ids of claims that were arguments without premises."""
    prose: list[tuple[str | None, str]] = Field(default_factory=list)
    """Paragraphs that are no claims, each with its section."""

    def text(self) -> str:
        """Return it as JSON; empty if there is nothing."""
        return self.model_dump_json(exclude_defaults=True) if self != Carried() else ""


def carried(map: Map) -> Carried | None:
    """Return what a map carries along from an Argdown file; None if it cannot be read."""
    try:
        return Carried.model_validate_json(map.carried.get(NAME, "{}"))
    except ValidationError:
        return None
