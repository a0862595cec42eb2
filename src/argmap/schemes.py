"""Argumentation schemes: forms of everyday reasoning, each with the questions that test it.

After Walton, D., Reed, C. & Macagno, F. (2008), *Argumentation Schemes*, Cambridge University Press.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Scheme:
    """A form of reasoning that holds unless one of its critical questions finds it wanting.

    Attributes:
        name: what a relation's ``scheme`` calls it.
        title: what the literature calls it.
        premises: the parts that its premises play, each with what such a premise says.
        conclusion: what it concludes.
        questions: the critical questions, by the word that a map answers them by.
    """

    name: str
    title: str
    premises: Mapping[str, str]
    conclusion: str
    questions: Mapping[str, str]


@cache
def schemes() -> Mapping[str, Scheme]:
    """Return all schemes by name, in the order of their names."""
    import tomllib  # which takes its time to load, and most maps name no scheme

    table = tomllib.loads(files("argmap").joinpath("schemes.toml").read_text(encoding="utf-8"))
    return MappingProxyType({name: Scheme(name, **table[name]) for name in sorted(table)})


def find_scheme(name: str) -> Scheme | None:
    """Return the scheme that a relation names, if there is one, however it is spelt.

    "Argument from Expert Opinion", "expert opinion" and "expert-opinion" are the same.

    >>> find_scheme("Argument from Expert Opinion").name
    'expert-opinion'
    """
    wanted = _key(name)
    return next(
        (scheme for scheme in schemes().values() if wanted in (_key(scheme.name), _key(scheme.title))), None
    )


def _key(name: str) -> str:
    words = name.casefold().replace("-", " ").replace("_", " ").split()
    if words[:2] in (["argument", "from"], ["argument", "for"]):
        words = words[2:]
    return "".join(word for word in words if word not in ("a", "an", "the", "to", "argument"))
