"""The sources of a map, each with its text where it can be had."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from argmap.files import TooLargeError, exists, is_file, is_folder, read_bytes
from argmap.model import Claim, Map, Quote, Source
from argmap.sources.anchor import Anchor, Reason, Unanchored, anchor
from argmap.sources.links import Linker
from argmap.sources.text import SourceError, SourceText, read_text

MAX_TEXT = 16 * 1024 * 1024
"""Bytes of a source that are read: some 5,000 pages."""


class Sources:
    """The sources of a map and their texts.

    Attributes:
        texts: the texts that could be read, by the id of their source.
        errors: why others could not, by the id of their source. A source without a file is in neither.
    """

    def __init__(
        self,
        declared: Mapping[str, Source],
        texts: Mapping[str, SourceText],
        errors: Mapping[str, SourceError],
    ) -> None:
        self.declared = declared
        self.texts = texts
        self.errors = errors
        self._linkers: dict[str, Linker] = {}
        self._known: dict[Quote, Anchor | Unanchored] = {}

    def anchor(self, quote: Quote) -> Anchor | Unanchored:
        """Return where a quote stands in the text of its source, or why that cannot be told.

        Nothing is searched for twice: ask as often as is convenient.
        """
        if quote not in self._known:
            self._known[quote] = self._anchor(quote)
        return self._known[quote]

    def link(self, anchor: Anchor) -> str | None:
        """Return a link that opens a source at an anchor; None if the source has no web address."""
        url = self.declared[anchor.source].url
        if url is None:
            return None
        if anchor.source not in self._linkers:
            self._linkers[anchor.source] = Linker(self.texts[anchor.source])
        return self._linkers[anchor.source].link(url, anchor)

    def links(self, claims: Iterable[Claim]) -> dict[str, str]:
        """Return links to the passages in which claims are made, or else that they rest on, by the id of the claim.

        Claims that no link can be made for are left out.
        """
        return {claim.id: link for claim in claims if (link := self._link_to(claim))}

    def _link_to(self, claim: Claim) -> str | None:
        for quote in (*claim.at, *claim.evidence):
            found = self.anchor(quote)
            if isinstance(found, Anchor) and (link := self.link(found)):
                return link
        return None

    def _anchor(self, quote: Quote) -> Anchor | Unanchored:
        text = self.texts.get(quote.source)
        if text is not None:
            return anchor(text, quote)
        if quote.source not in self.declared:
            return Unanchored(quote, Reason.UNKNOWN_SOURCE, f"no source has the id {quote.source!r}")
        error = self.errors.get(quote.source)
        if error is not None:
            return Unanchored(quote, Reason.UNREADABLE, error.message, error.help)
        return Unanchored(
            quote,
            Reason.NO_TEXT,
            f"the text of {quote.source!r} is not at hand",
            f"Name it with 'file:' in the map, or give it with --source {quote.source}=PATH.",
        )


def open_sources(
    map: Map, base: Path, given: Mapping[str, Path] | None = None, *, allow_outside: bool = False
) -> Sources:
    """Read the texts of a map's sources. Never raises for a source that cannot be read.

    Args:
        map: the map.
        base: the folder that the map is in, which its ``file`` fields are relative to and confined to.
        given: paths of texts by the id of their source, from the command line; they come before ``file``
            and may lie anywhere. Ids that the map does not have are passed over.
        allow_outside: whether ``file`` may lead out of the map's folder.
    """
    texts: dict[str, SourceText] = {}
    errors: dict[str, SourceError] = {}
    given = given or {}
    for source in map.sources.values():
        try:
            if source.id in given:
                texts[source.id] = open_text(
                    given[source.id], language=source.language or map.language or "en"
                )
            elif source.file is not None:
                path = base / source.file if allow_outside else confined(base, source.file)
                texts[source.id] = open_text(path, source.file, source.language or map.language or "en")
        except SourceError as error:
            errors[source.id] = error
    return Sources(map.sources, texts, errors)


def confined(base: Path, file: str) -> Path:
    """Return the path of a file that a map names.

    Raises:
        SourceError: if it is outside the map's folder, links followed.
    """
    try:
        path = (base / file).resolve()
        inside = path.is_relative_to(base.resolve())
    except (OSError, ValueError, RuntimeError):  # a loop of links, a NUL character
        raise SourceError(f"{file} is no path of a file", "Correct the path.") from None
    if exists(path) and not is_file(path) and not is_folder(path):  # a pipe would be waited for
        raise SourceError(f"{file} is no regular file", "Name a file with the text.")
    if not inside:
        raise SourceError(
            f"{file} is outside the map's folder",
            "Put the text in the map's folder or one below it, or allow it with --allow-outside.",
        )
    return path


def open_text(path: Path, name: str | None = None, language: str = "en") -> SourceText:
    """Read the text of a source from a file of at most :data:`MAX_TEXT` bytes.

    Args:
        path: the file.
        name: what to call it in messages; its path if not given.
        language: BCP 47 tag of the text's language.

    Raises:
        SourceError: if there is no such file, it cannot be read, is too large or is no text.
    """
    name = str(path) if name is None else name
    try:
        data = read_bytes(path, MAX_TEXT)
    except FileNotFoundError:
        raise SourceError(f"{name} does not exist", "Correct the path, or put the text there.") from None
    except IsADirectoryError:
        raise SourceError(f"{name} is a folder, not a file", "Name the file with the text.") from None
    except TooLargeError:
        limit = f"{MAX_TEXT // 1024 // 1024} MB"
        raise SourceError(
            f"{name} is larger than {limit}", "Keep the part of the text that the map quotes."
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a path"
        if is_folder(path):  # what Windows reports as a lack of permission
            reason = "it is a folder, not a file"
        raise SourceError(
            f"{name} cannot be read: {reason}", "Correct the path, or its permissions."
        ) from None
    return read_text(data, name, language)
