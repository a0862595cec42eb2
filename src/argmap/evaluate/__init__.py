"""What stands, how firmly, and what it rests on.

>>> import argmap
>>> from argmap.evaluate import evaluate, load_bearing, why
>>> m = argmap.loads('''
... argmap: 1
... thesis: close
... claims:
...   close: {text: Close it., supported_by: [[corroded, unsafe]], attacked_by: [costly]}
...   corroded: {text: The bearings are corroded.}
...   unsafe: {text: Corroded bearings are unsafe.}
...   costly: {text: It costs trade., attacked_by: [detour]}
...   detour: {text: There is a detour.}
... ''')
>>> evaluate(m).labels["close"].verdict
'stands'
>>> list(load_bearing(m, "close"))
['corroded', 'unsafe', 'detour']
>>> [step.id for step in why(m, "costly").steps]
['costly', 'detour:attacks:costly', 'detour']

Every function takes a :class:`~argmap.model.Map`, a :class:`~argmap.graph.Graph` or, to number a map once for
several questions, its :class:`~argmap.evaluate.index.Index`, ``Index.of(m)``. The package can be called as its function
:func:`evaluate`, so that ``argmap.evaluate(m)`` works.

Literature:

- Amgoud, L., Ben-Naim, J. (2017). Evaluation of arguments in weighted bipolar graphs. *ECSQARU*.
- Besnard, P., Hunter, A. (2001). A logic-based theory of deductive arguments. *Artificial Intelligence* 128.
- Brewka, G., Ellmauthaler, S., Strass, H., Wallner, J. P., Woltran, S. (2013). Abstract dialectical frameworks
  revisited. *IJCAI*.
- Brewka, G., Woltran, S. (2010). Abstract dialectical frameworks. *KR*.
- Caminada, M., Gabbay, D. (2009). A logical account of formal argumentation. *Studia Logica* 93.
- Dung, P. M. (1995). On the acceptability of arguments. *Artificial Intelligence* 77.
- Gordon, T. F., Prakken, H., Walton, D. (2007). The Carneades model of argument and burden of proof. *Artificial
  Intelligence* 171.
- Potyka, N. (2018). Continuous dynamical systems for weighted bipolar argumentation. *KR*.
- Rago, A., Toni, F., Aurisicchio, M., Baroni, P. (2016). Discontinuity-free decision support with quantitative
  argumentation debates. *KR*.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from argmap.evaluate.acceptance import Answer, Positions, accepted, positions
    from argmap.evaluate.contribution import Contributions, contributions
    from argmap.evaluate.errors import (
        ContradictionError,
        EvaluationError,
        SupportLoopError,
        TooMuchError,
        UnknownIdError,
        UnsuitableError,
    )
    from argmap.evaluate.evaluation import Evaluation, evaluate, granted
    from argmap.evaluate.explain import Explanation, Step, why
    from argmap.evaluate.frameworks import Framework, FrameworkError, read_framework
    from argmap.evaluate.iccma import TASKS, Solution, solve
    from argmap.evaluate.index import Index
    from argmap.evaluate.labelled import Labelling
    from argmap.evaluate.labels import READINGS, Label, Leaves, Reason, Why
    from argmap.evaluate.minimal import PremiseSet, smallest_loss, smallest_sufficient
    from argmap.evaluate.resting import Rest, rest
    from argmap.evaluate.rests_on import Question, load_bearing, open_questions
    from argmap.evaluate.sat import Budget
    from argmap.evaluate.standards import Standards, Thresholds
    from argmap.evaluate.strength import Convergence
    from argmap.evaluate.whatif import Change, Consequences, suppose
    from argmap.model import Standard

__all__ = [
    "READINGS",
    "TASKS",
    "Answer",
    "Budget",
    "Change",
    "Consequences",
    "ContradictionError",
    "Contributions",
    "Convergence",
    "Evaluation",
    "EvaluationError",
    "Explanation",
    "Framework",
    "FrameworkError",
    "Index",
    "Label",
    "Labelling",
    "Leaves",
    "Positions",
    "PremiseSet",
    "Question",
    "Reason",
    "Rest",
    "Solution",
    "Standard",
    "Standards",
    "Step",
    "SupportLoopError",
    "Thresholds",
    "TooMuchError",
    "UnknownIdError",
    "UnsuitableError",
    "Why",
    "accepted",
    "contributions",
    "evaluate",
    "granted",
    "load_bearing",
    "open_questions",
    "positions",
    "read_framework",
    "rest",
    "smallest_loss",
    "smallest_sufficient",
    "solve",
    "suppose",
    "why",
]

_HOMES: Final = {
    "acceptance": "Answer Positions accepted positions",
    "contribution": "Contributions contributions",
    "errors": "ContradictionError EvaluationError SupportLoopError TooMuchError UnknownIdError UnsuitableError",
    "evaluation": "Evaluation evaluate granted",
    "explain": "Explanation Step why",
    "frameworks": "Framework FrameworkError read_framework",
    "iccma": "TASKS Solution solve",
    "index": "Index",
    "labelled": "Labelling",
    "labels": "READINGS Label Leaves Reason Why",
    "minimal": "PremiseSet smallest_loss smallest_sufficient",
    "resting": "Rest rest",
    "rests_on": "Question load_bearing open_questions",
    "sat": "Budget",
    "standards": "Standard Standards Thresholds",
    "strength": "Convergence",
    "whatif": "Change Consequences suppose",
}
_HOME: Final = {name: module for module, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    """Import what is asked for when it is asked for: most questions need little of it."""
    if name in _HOME:
        return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class _Callable(ModuleType):
    """Lets ``argmap.evaluate`` be both this package and the function that it is named after."""

    def __call__(self, *args: Any, **kwargs: Any) -> Evaluation:  # noqa: ANN401  those of the function
        """Call :func:`evaluate`."""
        from argmap.evaluate.evaluation import evaluate

        return evaluate(*args, **kwargs)


sys.modules[__name__].__class__ = _Callable
