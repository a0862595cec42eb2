"""Proof standards: how much a claim's reasons must have over its objections.

After the Carneades model: Gordon, Prakken and Walton 2007, "The Carneades model of argument and burden of
proof", *Artificial Intelligence* 171; Gordon and Walton 2009, "Proof burdens and standards", in Rahwan and
Simari (eds), *Argumentation in Artificial Intelligence*. Let *pro* be the weight of the heaviest reason that
stands and *con* that of the heaviest objection that stands, 0 if none does:

=========================== =======================================================================
standard                    the claim stands if a reason does, and
=========================== =======================================================================
``scintilla``               nothing more
``preponderance``           pro > con
``clear-and-convincing``    pro > con, pro > α and pro − con > β
``beyond-reasonable-doubt`` pro > con, pro > α, pro − con > β′ and con < γ
``dialectical-validity``    no objection stands (the default)
=========================== =======================================================================

With three labels, a claim is in if its standard is met however the open relations turn out, out if it is
not met however they turn out, and open otherwise: the operator of the abstract dialectical framework that the
map is (Brewka and Woltran 2010, who reconstruct Carneades so). Each standard is monotone in both weights, so
that the two extreme cases decide. Weights are those of the relations, 1 where none is given; what a claim
without reasons says for itself weighs its ``confidence``, 1 where none is given. Where everything weighs 1, all
standards but ``scintilla`` come to the same.

A map gives a claim its ``standard``; :class:`Standards` given to a function take the place of all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from argmap.model import Standard


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The constants of the two strictest standards, as weights from 0 to 1.

    Gordon and Walton leave them open; the values are those of Gordon's own implementation (Carneades 2 and 3,
    module ``proofstandard``).
    """

    alpha: float = 0.5
    """What a reason must weigh more than, to be clear and convincing or beyond reasonable doubt."""
    beta: float = 0.3
    """By how much, and more, a clear and convincing reason must outweigh the objections."""
    beta_doubt: float = 0.5
    """By how much, and more, a reason beyond reasonable doubt must outweigh them: β′ above."""
    gamma: float = 0.2
    """What objections must weigh less than, for there to be no reasonable doubt."""


Meets = Callable[[float, float], bool]
"""Tells whether a reason of some weight meets a standard against objections of some weight."""


@dataclass(frozen=True, slots=True)
class Standards:
    """The proof standards of a map's claims, by id; claims not named have ``dialectical-validity``."""

    of: Mapping[str, Standard]
    thresholds: Thresholds = field(default_factory=Thresholds)

    def special(self) -> dict[str, Meets]:
        """Return the test that stands behind each standard other than the default, by claim.

        Raises:
            ValueError: if there is no standard of some name.
        """
        tests = _tests(self.thresholds)
        rules = {id: Standard(standard) for id, standard in self.of.items()}
        return {id: tests[standard] for id, standard in rules.items() if standard in tests}


def _tests(is_: Thresholds) -> dict[Standard, Meets]:
    def clear(pro: float, con: float) -> bool:
        return pro > is_.alpha and _exceeds(pro - con, is_.beta)

    def doubtless(pro: float, con: float) -> bool:
        return pro > is_.alpha and _exceeds(pro - con, is_.beta_doubt) and con < is_.gamma

    return {
        Standard.SCINTILLA: lambda _pro, _con: True,
        Standard.PREPONDERANCE: lambda pro, con: pro > con,
        Standard.CLEAR_AND_CONVINCING: lambda pro, con: pro > con and clear(pro, con),
        Standard.BEYOND_REASONABLE_DOUBT: lambda pro, con: pro > con and doubtless(pro, con),
    }


def _exceeds(difference: float, bound: float) -> bool:
    """Compare as written: 0.8 − 0.5 does not exceed 0.3, though its nearest binary fraction does."""
    return round(difference - bound, 9) > 0
