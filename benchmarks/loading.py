"""Reading an AIF file and writing it back, by argmap and by arguebuf: what benchmarks/worker.py runs."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Work = Callable[[dict[str, Any]], dict[str, Any]]


def argmap() -> Work:
    """Return what works on a file as argmap does."""
    from argmap.formats import format_of

    def load(text: str) -> Any:  # noqa: ANN401  what it returns is the program's own
        format = format_of("x.json", text)
        reading = format.read(text, "x.json")
        if reading.map is None:
            raise ValueError(reading.problems[0].message)
        return format, reading.map

    def dump(loaded: Any) -> str:  # noqa: ANN401
        format, map = loaded
        return json.dumps(json.loads(format.write(map).parts[""]))

    return _timed(load, dump)


def arguebuf() -> Work:
    """Return what works on a file as arguebuf does."""
    import arguebuf

    def load(text: str) -> Any:  # noqa: ANN401
        data = json.loads(text)
        return (arguebuf.load.xaif if "AIF" in data else arguebuf.load.aif)(data)

    return _timed(load, lambda graph: json.dumps(arguebuf.dump.aif(graph)))


def _timed(load: Callable[[str], Any], dump: Callable[[Any], str]) -> Work:
    load('{"nodes": [], "edges": [], "locutions": []}')  # imports what is imported on first use

    def work(request: dict[str, Any]) -> dict[str, Any]:
        text = Path(request["path"]).read_text(encoding="utf-8-sig")
        start = time.process_time()
        loaded = load(text)
        answer: dict[str, Any] = {"seconds": time.process_time() - start}
        if request.get("back"):
            answer["equal"] = json.dumps(json.loads(text)) == dump(loaded)
        return answer

    return work
