"""Makers of hostile files, for scripts/hostile.py: each takes a folder and returns the name of what it has put there."""

import json
from collections.abc import Callable
from pathlib import Path

MAP = "argmap: 1\nthesis: a\nclaims:\n  a: {text: A., assumed: true}\n"
MILLION = 1_000_000


def file(name: str, content: str | Callable[[], str]) -> Callable[[Path], str]:
    """Return a maker of a file; what is large is made when it is needed."""

    def make(folder: Path) -> str:
        text = content if isinstance(content, str) else content()
        (folder / name).write_text(text, encoding="utf-8")
        return name

    return make


def bomb(levels: int, width: int) -> str:
    """Return YAML whose aliases stand for width ** levels words."""
    lines = [f"x{i}: &x{i} [{', '.join([f'*x{i - 1}'] * width)}]" for i in range(1, levels)]
    return "\n".join(("argmap: 1", "x0: &x0 lol", *lines, ""))


def laughs(levels: int) -> str:
    """Return XML whose entities stand for 10 ** levels words."""
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, levels))
    return f'<!DOCTYPE x [<!ENTITY l0 "lol">{entities}]><arggraph id="x"><edu id="e1">&l{levels - 1};</edu></arggraph>'


def citing(text: Callable[[], str], name: str, quote: str) -> Callable[[Path], str]:
    """Return a maker of a map that quotes a text."""
    claim = json.dumps({"text": "A.", "at": {"s": quote}})
    head = f"argmap: 1\nthesis: a\nsources: {{s: {{title: S., file: {name}}}}}\nclaims: {{a: {claim}}}\n"

    def make(folder: Path) -> str:
        (folder / name).write_text(text(), encoding="utf-8")
        return file("m.yaml", head)(folder)

    return make


def including(count: int) -> Callable[[Path], str]:
    """Return a maker of a map that includes many."""
    body = "".join(f"  m{i}: part.yaml\n" for i in range(count))

    def make(folder: Path) -> str:
        (folder / "part.yaml").write_text(MAP)
        return file("m.yaml", f"argmap: 1\nthesis: a\ninclude:\n{body}claims: {{a: {{text: A.}}}}\n")(folder)

    return make


def doubling(levels: int) -> Callable[[Path], str]:
    """Return a maker of maps each of which includes the next one twice."""

    def make(folder: Path) -> str:
        for i in range(levels):
            then = f"include: {{x: m{i + 1}.yaml, y: m{i + 1}.yaml}}\n" if i < levels - 1 else ""
            (folder / f"m{i}.yaml").write_text(f"argmap: 1\n{then}claims: {{a: {{text: A.}}}}\n")
        return "m0.yaml"

    return make


def linked(target: str) -> Callable[[Path], str]:
    """Return a maker of a map whose source is a link to a file elsewhere."""

    def make(folder: Path) -> str:
        (folder / "s.txt").symlink_to(target)
        return file("m.yaml", MAP + "sources: {s: {title: S., file: s.txt}}\n")(folder)

    return make


def naming(path: str) -> Callable[[Path], str]:
    """Return a maker of a map whose source is a file elsewhere."""
    return file("m.yaml", MAP + f"sources: {{s: {{title: S., file: {path}}}}}\n")


def nodes(count: int) -> str:
    """Return an AIF nodeset in which everything supports everything."""
    made = [{"nodeID": str(i), "text": f"T{i}", "type": "I" if i % 2 else "RA"} for i in range(count)]
    edges = [
        {"edgeID": f"e{i}-{j}", "fromID": str(i), "toID": str((i + j) % count)}
        for i in range(count)
        for j in range(1, 20)
    ]
    return json.dumps({"nodes": made, "edges": edges, "locutions": []})


def page(words: str) -> str:
    """Return a map that holds some words wherever it can."""
    text = json.dumps(words)
    return f"argmap: 1\ntitle: {text}\nthesis: a\nclaims:\n  a: {{text: {text}, label: {text}, note: {text}, tags: [{text}]}}\n"
