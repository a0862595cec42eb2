"""``python -m argmap``, and the command ``argmap``."""

import gc
import os
import signal


def run() -> None:
    """Run the command; an interrupt ends it quietly from the first moment, while libraries are being loaded."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.disable()  # a command is short, and almost nothing it makes turns to garbage before its end
    # To look for plugins, pydantic reads the metadata of every package there is.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from argmap.cli import main

    main()


if __name__ == "__main__":
    run()
