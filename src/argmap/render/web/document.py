"""The page of a map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape
from typing import Final

from argmap.evaluate import READINGS, Evaluation, evaluate, granted
from argmap.finding import Finding
from argmap.graph import Graph
from argmap.render.forest import Form, grow
from argmap.render.heading import source_in_words
from argmap.render.signs import UNICODE
from argmap.render.tree import counts
from argmap.render.verdicts import NOT_FALSE, SHORT_READINGS, sign_of
from argmap.render.view import view_of
from argmap.render.web.data import page_data
from argmap.render.web.picture import inline
from argmap.render.web.rows import outline
from argmap.render.web.shell import SCRIPTS, page
from argmap.render.words import unturned
from argmap.sources import Sources

MOST_DRAWN: Final = 5000
"""Claims up to which a page has a picture: larger ones take minutes to lay out, and browsers seconds to show."""
TOO_LARGE: Final = (
    f"Maps of more than {MOST_DRAWN:,} claims are not drawn here. To see a part of this one as a picture, choose it: "
    "argmap export html MAP --where '2+thesis'."
)


def map_page(
    graph: Graph,
    svg: str | None,
    *,
    without: str = "",
    findings: Sequence[Finding] = (),
    sources: Sources | None = None,
    notice: str = "",
    events: str | None = None,
    up: str | None = None,
) -> str:
    """Return a map as an HTML document that needs nothing else: no network, no other file.

    What comes from the map or its sources is text everywhere, never markup; see :mod:`argmap.render.web.shell`
    for what holds that besides.

    Args:
        graph: the map.
        svg: its picture, drawn without links; None if there is none.
        without: why there is none.
        findings: what was found in it.
        sources: the texts of its sources, to show the passages that are quoted.
        notice: HTML that stands above all else.
        events: where the page hears of changes, if it is to follow the server that it comes from.
        up: where other maps are listed.
    """
    forest = grow(graph)
    order = [node.id for node in view_of(forest).nodes() if node.form is Form.CLAIM]
    numbers = {id: number for number, id in enumerate(order)}
    readings = [granted(graph.whole), evaluate(graph.whole, leaves="evidenced")]
    verdicts = [_verdict(readings[0], id) for id in order]
    found = Counter(finding.claim for finding in findings if finding.claim)
    body = [
        _head(graph, readings, up),
        notice,
        '<main id="ui-main" data-view="outline">',
        _tools(),
        '<section id="ui-outline" class="pane" aria-label="Outline">'
        '<div class="bar"><h2>Outline</h2><span class="buttons"><button type="button" id="ui-open">Open all</button>'
        '<button type="button" id="ui-shut">Close all</button></span></div>'
        '<p id="ui-left"><output id="ui-status" aria-live="polite"></output>'
        '<button type="button" data-clear hidden>Show all</button></p>'
        f'<div role="tree" id="ui-tree" aria-label="Outline of the argument"{_language(graph)}>',
        outline(graph, forest, numbers, verdicts, found),
        '</div><p class="none" hidden>No claim fits. <button type="button" data-clear>Show all</button></p></section>',
        _picture(svg, numbers, without),
        _about(graph),
        "</main>",
        f'<footer class="faint">{escape(NOT_FALSE)} Made with argmap.</footer>',
    ]
    data = page_data(graph, forest, order, readings=readings, findings=findings, sources=sources)
    return page(
        graph.map.title or "Argument map",
        "\n".join(filter(None, body)),
        data=data,
        scripts=[*SCRIPTS, *(["keep", "follow"] if events else [])],
        events=events,
    )


def _language(graph: Graph) -> str:
    return f' lang="{escape(graph.map.language)}"' if graph.map.language else ""


def _verdict(reading: Evaluation, id: str) -> tuple[str, str, str]:
    label = reading.labels[id]
    return label.value, sign_of(label, UNICODE), label.verdict


def _head(graph: Graph, readings: Sequence[Evaluation], up: str | None) -> str:
    title = escape(graph.map.title or "Argument map")
    counted = escape(" ".join(text for text, _ in counts(graph, UNICODE)))
    back = f'<nav><a href="{escape(up)}">All maps</a></nav>' if up else ""
    lines = []
    for id in graph.theses[:3]:
        told = " ".join(
            f'<span class="verdict {kind}">{sign} {word}</span> {READINGS[reading.leaves]}{end}'
            for reading, end in zip(readings, (";", "."), strict=True)
            for kind, sign, word in [_verdict(reading, id)]
        )
        text = f'<span dir="auto"{_language(graph)}>{escape(unturned(graph.claims[id].text))}</span>'
        lines.append(
            f'<p class="thesis"><a href="#claim-{escape(id)}">{text}</a><span class="told">{told}</span></p>'
        )
    return (
        f'<header id="ui-head">{back}<h1 dir="auto"{_language(graph)}>{title}</h1>\n'
        f'{"".join(lines)}\n<p class="counts faint">{counted}</p></header>'
    )


def _tools() -> str:
    """Return search, filters and views; the script fills the filters with what the map has."""
    readings = "".join(
        f'<option value="{number}" title="{escape(READINGS[leaves])}">Verdicts: {words}</option>'
        for number, (leaves, words) in enumerate(SHORT_READINGS.items())
    )
    views = "".join(
        f'<button type="button" data-view="{view}" aria-pressed="{"true" if view == "outline" else "false"}">{word}</button>'
        for view, word in (("outline", "Outline"), ("picture", "Picture"), ("about", "About"))
    )
    return (
        '<form id="ui-tools" role="search" aria-label="Search and filters">'
        '<input type="search" id="ui-search" aria-label="Search" placeholder="Search: words, or an id" autocomplete="off" '
        'spellcheck="false">'
        '<button type="button" id="ui-more" aria-expanded="false" aria-controls="ui-filters">Filters</button>'
        '<span id="ui-filters"></span>'
        f'<select id="ui-reading" aria-label="Which verdicts are shown">{readings}</select>'
        f'<span id="ui-views" role="group" aria-label="View">{views}</span></form>'
    )


def _picture(svg: str | None, numbers: dict[str, int], without: str) -> str:
    if svg is None:
        inside = f'<p class="none">{escape(without)}</p>'
        buttons = ""
    else:
        inside = f'<div id="ui-paper" tabindex="0" role="group" aria-label="Picture, scrollable">{inline(svg, numbers)}</div>'
        buttons = (
            '<span class="buttons"><button type="button" data-zoom="out" aria-label="Smaller">−</button>'
            '<button type="button" data-zoom="in" aria-label="Larger">+</button>'
            '<button type="button" data-zoom="fit">Fit</button></span>'
        )
    return (
        '<section id="ui-picture" class="pane" aria-label="Picture">'
        f'<div class="bar"><h2>Picture</h2>{buttons}</div>{inside}</section>'
    )


def _about(graph: Graph) -> str:
    """Return what is beside the claims: of the map, until a claim is chosen, then of the claim."""
    map = graph.map
    rows = [
        ("Authors", ", ".join(map.authors)),
        ("Licence", map.license or ""),
    ]
    facts = "".join(f"<dt>{name}</dt><dd>{escape(value)}</dd>" for name, value in rows if value)
    sources = "".join(
        f'<li dir="auto">{_linked(source_in_words(source), source.url)}</li>'
        for source in map.sources.values()
    )
    described = f'<p dir="auto"{_language(graph)}>{escape(map.description)}</p>' if map.description else ""
    return (
        '<aside id="ui-about" class="pane" aria-label="Claim and map">'
        '<article id="ui-claim" tabindex="-1" hidden></article>'
        f'<div id="ui-map"><h2>About this map</h2>{described}'
        + (f"<dl>{facts}</dl>" if facts else "")
        + (f"<h3>Sources</h3><ul>{sources}</ul>" if sources else "")
        + '<div id="ui-findings"></div>'
        + _KEYS
        + "</div></aside>"
    )


def _linked(text: str, url: str | None) -> str:
    if url is None:
        return escape(text)
    return f'<a href="{escape(url)}" rel="noopener noreferrer" target="_blank">{escape(text)}</a>'


_KEYS: Final = (
    "<h3>Keyboard</h3><dl class='keys'>"
    + "".join(
        f"<dt>{''.join(f'<kbd>{key}</kbd>' for key in keys.split())}</dt><dd>{what}</dd>"
        for keys, what in (
            ("/", "search"),
            ("↑ ↓", "next and previous row"),
            ("→ ←", "open and close; down and up the argument"),
            ("Enter", "read the claim"),
            ("f", "only this claim and what it touches"),
            ("p", "to the claim in the picture, and back"),
            ("+ − 0", "size of the picture"),
            ("Esc", "back, one step at a time"),
        )
    )
    + "</dl>"
)
