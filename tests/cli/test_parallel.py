"""Work in several processes; tests/cli/test_faults.py has what goes wrong with these."""

import threading
from concurrent.futures import InvalidStateError

from argmap.cli.parallel import _unless_cancelled, each


def test_results_come_in_order_and_leave_nothing_behind():
    before = threading.excepthook
    assert list(each(abs, range(-60, 0), "Counting")) == list(range(60, 0, -1))
    assert threading.excepthook is before


def test_of_what_was_cancelled_nothing_is_told():
    told = []
    for error in (InvalidStateError(), ValueError()):
        _unless_cancelled(told.append, threading.ExceptHookArgs((type(error), error, None, None)))
    assert [what.exc_type for what in told] == [ValueError]
