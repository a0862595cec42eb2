"""The argument map: claims, relations between them, and the sources they come from.

A :class:`Map` is flat: claims by id and relations by id. How people nest one in the other when they
write is the business of :mod:`argmap.formats`; what the relations add up to is that of
:mod:`argmap.graph`. Every model is frozen: to change a map, make another.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import chain, filterfalse
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    model_validator,
)

from argmap.scalars import (
    Date,
    Expected,
    Flag,
    Id,
    Language,
    NodeId,
    Place,
    RelationId,
    RuleName,
    Sha256,
    Text,
    Unit,
    Url,
    nfc,
)


class Standard(StrEnum):
    """How much a claim's reasons must have over its objections; :mod:`argmap.evaluate.standards` says it."""

    SCINTILLA = "scintilla"
    PREPONDERANCE = "preponderance"
    CLEAR_AND_CONVINCING = "clear-and-convincing"
    BEYOND_REASONABLE_DOUBT = "beyond-reasonable-doubt"
    DIALECTICAL_VALIDITY = "dialectical-validity"


class Voice(StrEnum):
    """Who speaks in a claim."""

    AUTHOR = "author"
    """The author of the text asserts it."""
    REPORTED = "reported"
    """The author says that someone else, the speaker, asserts it."""
    IMPLICIT = "implicit"
    """Unstated in the text, supplied by the map-maker because a step needs it."""
    ANALYST = "analyst"
    """Added by the map-maker; the text does not argue it."""


class Kind(StrEnum):
    """What a relation does to its target."""

    SUPPORTS = "supports"
    ATTACKS = "attacks"
    UNDERCUTS = "undercuts"
    """Denies a step: the target is a relation, not a claim."""
    REPHRASES = "rephrases"

    sign: Literal[1, -1]
    """+1 if the relation speaks for its target, −1 if against it."""

    def __init__(self, value: str) -> None:
        self.sign = -1 if value in ("attacks", "undercuts") else 1


class _Frozen(BaseModel):
    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        coerce_numbers_to_str=True,
        defer_build=True,  # a command needs few of the models by themselves, and some none
    )


class Quote(_Frozen):
    """A place in a source: words of it, a paragraph, both, or (with neither) the whole of it."""

    source: Id
    """Id of the source."""
    paragraph: Annotated[int, Field(ge=1, lt=10**9)] | None = None
    """Number of the paragraph, from 1; headings are not counted."""
    text: Text | None = None
    """Words of the source, ``…`` standing for what is left out."""

    def __str__(self) -> str:
        place = [] if self.paragraph is None else [f"¶{self.paragraph}"]
        return " ".join(place + ([] if self.text is None else [self.text]))


def _by_source(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Bring the quotes of one source together, as the file writes them; their order is kept."""
    if len(quotes) < 3:
        return quotes
    order = {source: i for i, source in enumerate(dict.fromkeys(quote.source for quote in quotes))}
    return tuple(sorted(quotes, key=lambda quote: order[quote.source]))


Quotes = Annotated[tuple[Quote, ...], AfterValidator(_by_source)]


def _reported(speaker: str | None, info: ValidationInfo) -> str | None:
    if speaker is not None and info.data.get("voice", Voice.REPORTED) is not Voice.REPORTED:
        raise ValueError(f"a speaker, but voice is {info.data['voice'].value}: only reported claims have one")
    return speaker


class Source(_Frozen):
    """A document: where claims are made, or what they rest on."""

    id: Id
    title: Text
    """What the document is called."""
    authors: tuple[Text, ...] = ()
    """Who wrote it."""
    publisher: Text | None = None
    """Who published it."""
    published: Date | None = None
    """Year, month or day in ISO 8601: ``2025``, ``2025-03`` or ``2025-03-02``."""
    url: Url | None = None
    """Where it can be read: an http, https or mailto address."""
    file: Text | None = None
    """Path of the source's text, relative to the map."""
    sha256: Sha256 | None = None
    """SHA-256 of the file that the map was made from, to tell when it has changed."""
    language: Language | None = None
    """BCP 47 tag of the language that the text is written in; by default that of the map."""
    note: Text | None = None
    """A remark for readers of the file."""


class Claim(_Frozen):
    """A statement that can be true or false."""

    id: NodeId
    text: Text
    """The statement itself."""
    label: Text | None = None
    """A short title, set above the text in pictures."""
    at: Quotes = ()
    """Where the claim is made."""
    evidence: Quotes = ()
    """What the claim rests on."""
    voice: Voice = Voice.AUTHOR
    """Who speaks: the author (the default), someone the author reports, or the map-maker, who supplies
    what the text leaves unsaid (implicit) or adds something to it (analyst)."""
    speaker: Annotated[Text | None, AfterValidator(_reported)] = None
    """Who is reported to say it."""
    assumed: Flag = False
    """Granted without support: true, or the reason."""
    residual: Flag = False
    """An objection knowingly left standing: true, or the reason."""
    confidence: Unit | None = None
    """Base score of the claim, 0–1."""
    standard: Standard | None = None
    """Proof standard: what it takes for the claim to stand. By default no objection may stand."""
    tags: tuple[Text, ...] = ()
    """Words to find the claim by."""
    section: Text | None = None
    """Part of the text that the claim belongs to."""
    note: Text | None = None
    """A remark for readers of the file."""
    ignore: dict[RuleName, Text] = Field(default_factory=dict)
    """Findings set aside for this claim: code → reason."""
    draft: Flag = False
    """A suggestion that no person has looked at yet: true, or what it was guessed from."""

    @property
    def name(self) -> str:
        """The label if there is one, else the text."""
        return self.label or self.text


class Relation(_Frozen):
    """One typed link from one or more premises to a target."""

    id: RelationId
    kind: Kind
    premises: Annotated[tuple[NodeId, ...], Field(min_length=1)]
    """Ids of claims. Several premises are linked: they work only together."""
    target: RelationId
    """Id of a claim or, for an undercut, of a relation."""
    scheme: Text | None = None
    """Name of the argumentation scheme, as Walton, Reed and Macagno (2008) spell it."""
    warrant: Text | None = None
    """Why the premises, if true, would bear on the target (Toulmin 1958)."""
    questions: dict[RuleName, Text] = Field(default_factory=dict)
    """Critical questions of the scheme that are answered, or waived: question → answer."""
    weight: Unit | None = None
    """Strength of the link itself, 0–1."""
    note: Text | None = None
    """A remark for readers of the file."""
    draft: Flag = False
    """A suggestion that no person has looked at yet: true, or what it was guessed from."""


_LONGEST_JOINED = 1000
"""Characters of premises in a derived id: it is repeated wherever a picture draws one of them."""


def relation_id(kind: Kind, premises: tuple[str, ...], target: str) -> str:
    """Return the id of a relation that was given none: it reads as the relation does.

    >>> relation_id(Kind.SUPPORTS, ("rain", "cold"), "stay-home")
    'rain+cold:supports:stay-home'
    """
    joined = "+".join(premises)
    if len(joined) > _LONGEST_JOINED:
        from hashlib import sha256

        joined = f"{premises[0]}+{len(premises) - 1}-more-{sha256(joined.encode()).hexdigest()[:16]}"
    return f"{joined}:{kind}:{target}"


class Map(_Frozen):
    """A map of an argument.

    Premises and theses may name claims that are not there: that is for a check to find, not a reason
    to refuse the map. What every algorithm relies on is enforced: the target of each relation exists,
    following targets ends at a claim, no id stands for both a claim and a relation, and the ids of both are
    composed (:func:`nfc`).

    Raises:
        pydantic.ValidationError: if a field has a bad value or one of these rules is broken.
    """

    title: Text | None = None
    """What the map is called."""
    description: Text | None = None
    """What the map is about, and how it was made."""
    language: Language | None = None
    """BCP 47 tag of the language that the map is written in."""
    authors: tuple[Text, ...] = ()
    """Who made the map."""
    license: Text | None = None
    """On what terms the map may be used."""
    thesis: tuple[Id, ...] = ()
    """The claim that the map is about, or a few."""
    include: dict[Id, Text] = Field(default_factory=dict)
    """Maps that this one includes: name → path. The claim c of the map named m is called m/c here."""
    sources: dict[str, Source] = Field(default_factory=dict)
    """The documents that claims are made in or rest on, by id."""
    claims: dict[str, Claim] = Field(default_factory=dict)
    """The claims, by id."""
    relations: dict[str, Relation] = Field(default_factory=dict)
    """The relations, by id."""
    expect: dict[Id, Expected] = Field(default_factory=dict)
    """The map's own tests: the verdict that each of these claims should have."""
    not_argument: dict[Id, dict[Place, Text]] = Field(default_factory=dict)
    """Passages that hold no argument, for coverage: source → place → reason."""
    carried: dict[RuleName, Text] = Field(default_factory=dict)
    """What a map that comes from another format holds besides, to be written back: format → JSON."""

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        claims, relations = self.claims, self.relations
        ids = chain(claims, relations)
        premises = chain.from_iterable([relation.premises for relation in relations.values()])
        for id in filterfalse(str.isascii, chain(ids, premises)):
            if nfc(id) != id:
                raise ValueError(f"the id {id!r} is not in Normalisation Form C")
        for table in (self.sources, claims, relations):
            for key, item in table.items():
                if key != item.id:
                    raise ValueError(f"{item.id!r} is filed under {key!r}")
        if shared := claims.keys() & relations.keys():
            raise ValueError(f"{min(shared)!r} names both a claim and a relation")
        grounded: set[str] = set()
        for relation in relations.values():
            if relation.target in claims:
                continue
            trail: dict[str, None] = {}
            target = relation.id
            while target not in claims and target not in grounded:
                if target not in relations:
                    raise ValueError(f"relation {relation.id!r} targets {target!r}, which does not exist")
                if target in trail:
                    raise ValueError(f"relation {relation.id!r} targets itself by way of others")
                trail[target] = None
                target = relations[target].target
            grounded.update(trail)
        return self
