"""The files that are measured, made in a temporary folder when they are first asked for."""

from __future__ import annotations

from multiprocessing import get_context
from pathlib import Path

import frameworks
from measuring import Limits, run
from peers import argmap
from shapes import SHAPES, WRITERS

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "maps" / "fentanyl-tariffs.yaml"
CLAIMS = 10
"""Claims of a small map."""


class Inputs:
    """A folder with what is measured, by name, size and ending: `tree`, 1000, `argdown`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, name: str, size: int, ending: str) -> str:
        """Return the path of an input, which is made if it is not there."""
        path = self.folder / f"{name}-{size}.{ending}"
        if not path.exists():
            if name in SHAPES:
                _write_shape(name, size, path)
            elif name == "small":
                _write_folder(size, path)
            elif name in frameworks.FRAMEWORKS:
                # In a process of its own: a large one would count as memory of what is started after.
                process = get_context("spawn").Process(target=frameworks.write, args=(name, size, path))
                process.start()
                process.join()
            elif name in frameworks.ENCODINGS:
                path.write_text(frameworks.ENCODINGS[name], encoding="ascii")
            else:
                run(argmap("convert", str(ARTICLE), str(path), least=0), Limits())
        return str(path)


def _write_shape(name: str, size: int, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        WRITERS[path.suffix[1:]](SHAPES[name], size, file)


def _write_folder(size: int, path: Path) -> None:
    """Write small maps that have so many claims together, of each shape in turn."""
    path.mkdir()
    for number in range(size // CLAIMS):
        shape = list(SHAPES)[number % len(SHAPES)]
        _write_shape(shape, CLAIMS, path / f"{number:06}{path.suffix}")
