"""Follow deep links in a browser: each must scroll to its passage and highlight it.

Run it with the Python that argmap is installed in; headless Chromium has to be on PATH.
"""

from __future__ import annotations

import argparse
import html
import http.server
import shutil
import subprocess
import sys
import tempfile
import threading
import zlib
from functools import partial
from pathlib import Path

from argmap.model import Quote, Source
from argmap.sources import Anchor, anchor, read_text
from argmap.sources.links import Linker

PARAGRAPHS = [
    "The council met again on Monday. Nobody expected the meeting to be short, and it was not.",
    "“The bridge is old,” the engineer said – older than most of the town. The arch has three rings.",
    "The arch has three rings. Two of them are cracked through, says the report; nobody disputes it.",
    "The detour is longer by 1,200 metres, 100 % of it uphill & without a path, as walkers-by know.",
    "Für die Brücke spricht, dass sie schön ist. 橋は古くて美しい。そして車には弱い。",
]
QUOTES = [
    Quote(source="page", text="Nobody expected … was not"),
    Quote(source="page", text='"The bridge is old," … of the town'),
    Quote(source="page", text="The arch has three rings", paragraph=2),
    Quote(source="page", text="The arch has three rings", paragraph=3),
    Quote(source="page", text="1,200 metres, 100 % of it uphill & without"),
    Quote(source="page", text="dass sie schön ist"),
    Quote(source="page", text="橋は古くて美しい"),
    Quote(source="page", paragraph=4),
]
RED = (255, 0, 0)
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title>
<style>p {{ margin: {gap}px 0 }} ::target-text {{ background: rgb(255, 0, 0); color: black }}</style>
<article><h1>The bridge</h1>{body}</article>
<script>setTimeout(() => {{
  const seen = [...document.querySelectorAll("p")].findIndex(p => {{
    const box = p.getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight }});
  document.body.dataset.seen = seen + 1 }}, 600)</script></html>
"""


def chromium(*arguments: str) -> str:
    """Run a headless browser and return what it prints."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        sys.exit("check_links: no Chromium on PATH. Install one: apt-get install chromium")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=800,600"]
    command = [program, *options, "--virtual-time-budget=3000", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout


def pixels_of(colour: tuple[int, int, int], picture: bytes) -> int:
    """Count the pixels of a colour in a PNG of eight bits a channel, as Chromium writes it."""
    width, channels = int.from_bytes(picture[16:20]), {2: 3, 6: 4}[picture[25]]
    data, at = b"", 8
    while at < len(picture):
        size = int.from_bytes(picture[at : at + 4])
        if picture[at + 4 : at + 8] == b"IDAT":
            data += picture[at + 8 : at + 8 + size]
        at += size + 12
    raw, stride, found = zlib.decompress(data), width * channels, 0
    above = bytearray(stride)
    for start in range(0, len(raw), stride + 1):
        line = bytearray(raw[start + 1 : start + 1 + stride])
        for i in range(stride):
            left = line[i - channels] if i >= channels else 0
            corner = above[i - channels] if i >= channels else 0
            line[i] = (line[i] + _predicted(raw[start], left, above[i], corner)) & 255
        found += sum(tuple(line[i : i + 3]) == colour for i in range(0, stride, channels))
        above = line
    return found


def _predicted(method: int, left: int, above: int, corner: int) -> int:
    """Return what the PNG specification's filters predict of a byte."""
    if method == 4:
        guess = left + above - corner
        return min((left, above, corner), key=lambda near: abs(guess - near))
    return (0, left, above, (left + above) // 2)[method]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of requests."""


def main() -> int:
    """Follow every link; return 1 if one goes astray."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.parse_args()
    body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in PARAGRAPHS)
    astray = 0
    with tempfile.TemporaryDirectory() as folder:
        page = PAGE.format(body=body, gap=1600)
        Path(folder, "page.html").write_text(page, encoding="utf-8")
        # A picture shows the top of a page wherever it is scrolled to: here all of it.
        Path(folder, "short.html").write_text(PAGE.format(body=body, gap=10), encoding="utf-8")
        text = read_text(page.encode(), "page.html")
        server = http.server.ThreadingHTTPServer(("localhost", 0), partial(_Quiet, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        source = Source(id="page", title="Page", url=f"http://localhost:{server.server_port}/page.html")
        linker = Linker(text)
        for quote in QUOTES:
            found = anchor(text, quote)
            assert isinstance(found, Anchor), found  # noqa: S101  the quotes above are on the page
            link = linker.link(str(source.url), found) or ""
            seen = f'data-seen="{found.paragraphs[0]}"' in chromium("--dump-dom", link)
            shot = Path(folder, "shot.png")
            chromium(f"--screenshot={shot}", link.replace("page.html", "short.html"))
            lit = pixels_of(RED, shot.read_bytes())
            good = seen and lit > 20 * len(found.passage)
            astray += not good
            print("ok    " if good else "ASTRAY", quote, f"({lit} pixels lit)", link.partition("#")[2])
        server.shutdown()
    return astray > 0


if __name__ == "__main__":
    sys.exit(main())
