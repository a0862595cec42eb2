"""Kialo exports that others made, and what is told of one."""

from pathlib import Path

from argmap import formats

CORPUS = Path(__file__).parent.parent / "corpora" / "kialo"


def sample(name):
    return formats.read((CORPUS / name).read_bytes(), name)


def problems(text):
    return [
        (p.code, p.span.line, p.span.column, p.message) for p in formats.read(text.encode(), "m.txt").problems
    ]
