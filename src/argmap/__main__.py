"""``python -m argmap``, and the command ``argmap``."""

import gc
import os
import signal
import sys
from contextlib import suppress
from typing import NoReturn


def run() -> None:
    """Run the command; an interrupt ends it quietly from the first moment, while libraries are being loaded."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.disable()  # a command is short, and almost nothing it makes turns to garbage before its end
    # To look for plugins, pydantic reads the metadata of every package there is.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from argmap.cli import main

    try:
        main()
    except SystemExit as leaving:
        if isinstance(leaving.code, int):
            _end(leaving.code)
        raise


def _end(code: int) -> NoReturn:
    """End the process as it is: to take a large map apart first, as Python does, takes its time and is of no use."""
    with suppress(OSError, ValueError):
        sys.stderr.flush()
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        from argmap.cli.terminal import UNUSABLE

        code = code or UNUSABLE
    os._exit(code)


if __name__ == "__main__":
    run()
