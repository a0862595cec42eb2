"""Measure how soon a page can be used in a browser, and how long a search takes in it.

    python benchmarks/pages.py [--sizes 1000 5000 10000] [--runs 5]

Chromium has to be on PATH, Playwright installed (the extra "browser"). "Ready" is from the start of the navigation to
the end of the page's script; "search" from a letter typed to the layout of what it leaves. Medians; the pages are those
of trees as benchmarks/run.py measures them.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from inputs import Inputs
from measuring import Limits, run
from peers import argmap

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_SEARCH = """() => {
    const box = document.getElementById("ui-search"), start = performance.now();
    box.value = "number 4";
    box.dispatchEvent(new Event("input", { bubbles: true }));
    document.body.getBoundingClientRect();
    return performance.now() - start;
}"""


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 5000, 10_000])
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        print("| claims | page MB | ready | search |\n| ------ | ------- | ----- | ------ |")
        for size in options.sizes:
            page = write(size, Inputs(Path(folder)))
            measured = [measure(browser, page) for _ in range(options.runs)]
            ready, search = (statistics.median(column) / 1000 for column in zip(*measured, strict=True))
            print(
                f"| {size:6,} | {page.stat().st_size / 1e6:7.1f} | {ready:3.2f} s | {search:4.2f} s |",
                flush=True,
            )
        browser.close()


def write(size: int, inputs: Inputs) -> Path:
    """Write the page of a tree of so many claims."""
    page = inputs.folder / f"{size}.html"
    run(argmap("export", "html", inputs("tree", size, "yaml"), "-o", str(page), least=0), Limits())
    return page


def measure(browser: Browser, path: Path) -> tuple[float, float]:
    """Open a page and return the milliseconds until it can be used, and those of a search."""
    page = browser.new_page()
    page.goto(path.as_uri(), timeout=0)
    ready = page.evaluate("performance.getEntriesByType('navigation')[0].domComplete")
    search = page.evaluate(_SEARCH)
    page.close()
    return ready, search


if __name__ == "__main__":
    main()
