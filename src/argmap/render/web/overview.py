"""A page that lists the maps of a folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from argmap.evaluate import evaluate
from argmap.finding import Finding, Severity
from argmap.graph import Graph
from argmap.render.signs import UNICODE
from argmap.render.tree import counts
from argmap.render.verdicts import sign_of
from argmap.render.web.shell import page
from argmap.render.words import unturned


@dataclass(frozen=True, slots=True)
class Entry:
    """What a list of maps says of one.

    Attributes:
        name: the name of its file.
        address: where its page is.
        graph: the map, or None if it cannot be read.
        findings: what was found in it; of one that cannot be read, what is wrong.
    """

    name: str
    address: str
    graph: Graph | None
    findings: Sequence[Finding]


def overview_page(title: str, entries: Sequence[Entry], *, events: str) -> str:
    """Return a page with a line for each map."""
    items = "\n".join(f"<li>{''.join(_item(entry))}</li>" for entry in entries)
    nothing = "<p>There is no map here yet. A map is a YAML or JSON file that begins with argmap: 1.</p>"
    body = (
        f'<main class="list"><h1>{escape(title)}</h1>'
        f'<p class="faint">{len(entries)} map{"" if len(entries) == 1 else "s"}</p>'
        + (f"<ul>{items}</ul>" if entries else nothing)
        + "</main>"
    )
    return page(title, body, styles=("base", "list"), scripts=("follow",), events=events)


def _item(entry: Entry) -> Iterator[str]:
    title = entry.graph.map.title if entry.graph else None
    yield f'<a href="{escape(entry.address)}" dir="auto">{escape(title or entry.name)}</a> '
    yield f'<span class="faint">{escape(entry.name)}</span>'
    if entry.graph is None:
        first = entry.findings[0].message if entry.findings else ""
        yield f'<div class="finding error"><strong>cannot be read</strong> {escape(first)}</div>'
        return
    yield f'<div class="faint">{escape(" ".join(text for text, _ in counts(entry.graph, UNICODE)))}</div>'
    label = evaluate(entry.graph).labels
    for id in entry.graph.theses[:1]:
        verdict = label[id]
        text = escape(unturned(entry.graph.claims[id].text))
        yield f'<div dir="auto">{text} <span class="verdict {verdict.value}">'
        yield f"{sign_of(verdict, UNICODE)} {verdict.verdict}</span></div>"
    found = Counter(finding.severity for finding in entry.findings)
    told = ", ".join(f"{found[it]} {it}{'s' * (found[it] > 1)}" for it in Severity if found[it])
    yield f'<div class="faint">{told or "no findings"}</div>'
