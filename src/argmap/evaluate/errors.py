"""What an evaluation refuses to do, and why."""

from __future__ import annotations

from collections.abc import Sequence


class EvaluationError(ValueError):
    """A question about a map that has no answer as it is put."""


class UnknownIdError(EvaluationError):
    """An id that names neither a claim nor a relation of the map.

    Attributes:
        id: the id that was given.
    """

    def __init__(self, id: str) -> None:
        super().__init__(f"the map has no claim {id!r}")
        self.id = id


class SupportLoopError(EvaluationError):
    """DF-QuAD was asked for on a map in which claims support one another in a circle.

    Attributes:
        claims: ids of the claims of one such circle, in map order.
    """

    def __init__(self, claims: Sequence[str]) -> None:
        shown = ", ".join(claims[:5]) + (", …" if len(claims) > 5 else "")
        super().__init__(
            f"DF-QuAD drives claims that support one another in a circle to 1.0 ({shown}); use qe or euler"
        )
        self.claims = tuple(claims)


class TooMuchError(EvaluationError):
    """Contributions were asked for that would take longer than anyone waits.

    Attributes:
        premises: how many premises there are.
    """

    def __init__(self, premises: int, method: str) -> None:
        less = "" if method == "removal" else "ask for the contributions by removal, or "
        super().__init__(
            f"what {premises:,} premises contribute would take too long to tell; {less}name a claim that less bears on"
        )
        self.premises = premises


class UnsuitableError(EvaluationError):
    """A semantics was asked for on a map that it is not defined for."""


class ContradictionError(EvaluationError):
    """A what-if asks for two things of one claim that cannot both hold.

    Attributes:
        id: the claim or relation.
    """

    def __init__(self, id: str, first: str, second: str) -> None:
        super().__init__(f"{id!r} cannot be both {first} and {second}")
        self.id = id
