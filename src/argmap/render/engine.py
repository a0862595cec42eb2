"""Programs that lay out DOT and make pictures of it.

Two stand behind one protocol. The *bundled* engine is the Graphviz library that pygraphviz brings along,
with a font of its own: the same picture on every machine, and nothing to install. The *system* engine is the
``dot`` command, for machines that pygraphviz has no wheel for and for people who want their own Graphviz.

Both run in a process of their own, which is stopped when the time is up. Graphviz reports much of what goes
wrong on stderr only and hands out half a picture all the same, so stderr is read.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib.util import find_spec
from math import inf
from pathlib import Path
from time import monotonic
from typing import Final, Protocol

from argmap.errors import ArgmapError
from argmap.render import fonts
from argmap.render.choices import EngineName

TIMEOUT: Final = 60.0
"""Seconds that a layout may take unless said otherwise."""

# Settings that would have the library load plug-ins, fonts or files from elsewhere.
_FOREIGN = ("GV", "DOT", "FONTCONFIG_", "FC_", "PANGO", "GDFONTPATH")
_OTHER_ENGINE = (
    'Try the other engine ("bundled" or "system"); "argmap export dot" needs none. '
    "If the map is a sound one, this is a defect of argmap: please report it."
)
# Graphviz opens no file that a graph names when it believes itself to serve the web.
_NO_FILES = {"SERVER_NAME": "argmap"}
_TROUBLE = re.compile(r"^Error\b.*", re.MULTILINE)


class RenderError(ArgmapError):
    """A picture could not be made; the message is a sentence."""


class LateError(RenderError):
    """A layout took longer than it was to."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"The layout was not done after {seconds:g} seconds and was stopped.",
            "Maps of thousands of claims take long, and smaller ones in which very much bears on very much: draw less "
            "of the map, such as with --where '2+thesis' or, in argmap export, --depth 2; its --timeout allows more time.",
        )


class Engine(Protocol):
    """Something that turns DOT into a picture."""

    @property
    def name(self) -> str:
        """What people call it by."""
        ...

    def render(self, dot: str, format: str, *, timeout: float = TIMEOUT) -> bytes:
        """Lay out a graph and return it in a format of Graphviz (svg, png, pdf …).

        Args:
            dot: DOT source.
            format: Name of the format.
            timeout: Seconds after which to give up.

        Raises:
            RenderError: if there is no picture, or not the whole of it.
        """
        ...


class BundledEngine:
    """Graphviz as pygraphviz brings it, in a child process; nothing of it is loaded into this one."""

    name: Final = "bundled"

    @staticmethod
    def available() -> bool:
        """Tell whether pygraphviz is installed, without importing it."""
        return find_spec("pygraphviz") is not None

    def render(self, dot: str, format: str, *, timeout: float = TIMEOUT) -> bytes:
        """Lay out a graph and return it in a format; see :meth:`Engine.render`."""
        package = find_spec("pygraphviz")
        if package is None or package.origin is None:
            raise RenderError(
                "The bundled Graphviz (pygraphviz) is not installed.",
                'Install it ("pip install pygraphviz"), or install Graphviz and choose the engine "system".',
            )
        with tempfile.TemporaryDirectory(prefix="argmap-") as folder:
            settings = Path(folder, "fonts.conf")
            settings.write_text(_font_settings(folder, drawn=format != "svg"), encoding="utf-8")
            environment = {name: value for name, value in os.environ.items() if not name.startswith(_FOREIGN)}
            environment |= {
                "FONTCONFIG_FILE": str(settings),
                "PANGOCAIRO_BACKEND": "fontconfig",
                "LC_ALL": "C",
                **_NO_FILES,
            }
            child = Path(__file__).with_name("_layout_child.py")
            site = Path(package.origin).parent.parent
            command = [sys.executable, "-I", "-S", str(child), str(site), format, str(int(timeout) + 2)]
            return _run(command, dot, timeout=timeout, environment=environment, folder=folder)


class SystemEngine:
    """The ``dot`` command: the one that ``ARGMAP_DOT`` names, or the first on the path."""

    name: Final = "system"

    @staticmethod
    def available() -> bool:
        """Tell whether there is such a command."""
        return _dot() is not None

    def render(self, dot: str, format: str, *, timeout: float = TIMEOUT) -> bytes:
        """Lay out a graph and return it in a format; see :meth:`Engine.render`."""
        program = _dot()
        if program is None:
            named = os.environ.get("ARGMAP_DOT")
            raise RenderError(
                f"ARGMAP_DOT names no program: {named}"
                if named
                else 'The command "dot" of Graphviz is not installed.',
                "Install Graphviz (https://graphviz.org/download) or set ARGMAP_DOT to its dot program.",
            )
        return _run(
            [program, "-Kdot", f"-T{format}"], dot, timeout=timeout, environment={**os.environ, **_NO_FILES}
        )


class Deadline:
    """An engine that has a time for all that it is asked to draw, taken together."""

    def __init__(self, engine: Engine, seconds: float) -> None:
        self._engine = engine
        self._seconds = seconds
        self._end = monotonic() + seconds

    @property
    def name(self) -> str:
        """What people call the engine by."""
        return self._engine.name

    def render(self, dot: str, format: str, *, timeout: float = inf) -> bytes:
        """Lay out a graph in all the time left, or a part of it; see :meth:`Engine.render`."""
        left = min(timeout, self._end - monotonic())
        if left <= 0:
            raise LateError(self._seconds)
        try:
            return self._engine.render(dot, format, timeout=left)
        except LateError:
            raise LateError(self._seconds) from None


def choose_engine(name: EngineName | None = None) -> Engine:
    """Return the engine of a name; without one, the bundled engine or, only where it is missing, the system's.

    An engine that is not installed says so when it is to render.
    """
    if name is None:
        name = "system" if SystemEngine.available() and not BundledEngine.available() else "bundled"
    return SystemEngine() if name == "system" else BundledEngine()


def _dot() -> str | None:
    return shutil.which(os.environ.get("ARGMAP_DOT") or "dot")


def _font_settings(folder: str, *, drawn: bool) -> str:
    settings = fonts.settings(folder, drawn=drawn)
    if settings is None:
        raise RenderError(
            "The font that pictures are measured with is not installed.",
            'Install it: "pip install fontpkg-arimo".',
        )
    return settings


def _run(
    command: list[str], dot: str, *, timeout: float, environment: Mapping[str, str], folder: str | None = None
) -> bytes:
    """Give DOT to a program and return what it makes of it."""
    try:
        # S603: our own interpreter, or the program that the user chose; the map goes to stdin, not to a shell.
        process = subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            cwd=folder,
            start_new_session=True,
        )
    except OSError as error:
        raise RenderError(f"Graphviz did not start: {error}", _OTHER_ENGINE) from error
    with process:
        try:
            output, noise = process.communicate(dot.encode(), timeout)
        except BaseException as error:  # an interrupt as well
            _stop(process)
            if not isinstance(error, subprocess.TimeoutExpired):
                raise
            raise LateError(timeout) from None
    said = noise.decode(errors="replace")
    trouble = _TROUBLE.search(said)
    if trouble or process.returncode or not output:
        last = [f"it ended with code {process.returncode}", *said.split("\n")]
        detail = trouble[0] if trouble else next(line for line in reversed(last) if line.strip())
        raise RenderError(f"Graphviz could not draw the map: {detail.strip()}", _OTHER_ENGINE)
    return output


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a process and whatever it started: a wrapper's child would keep the pipes open for ever."""
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
