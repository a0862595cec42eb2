"""The coverage of a map's sources as a page for a browser: one file, no script, nothing loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby

from argmap.model import Map
from argmap.render.coverage import in_words
from argmap.render.heading import source_in_words
from argmap.sources import Sources
from argmap.sources.coverage import Coverage, CoveredSentence, State, total

_STYLE = """
:root { color-scheme: light dark; --line: #8886; --good: #2e7d32; --bad: #c62828; --faint: #667; }
@media (prefers-color-scheme: dark) { :root { --good: #81c784; --bad: #ef9a9a; --faint: #9aa; } }
body { font: 16px/1.55 system-ui, sans-serif; max-width: 68rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0 } h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem }
table { border-collapse: collapse; margin: 1rem 0 } td, th { padding: .15rem .8rem .15rem 0; text-align: left }
td.number { text-align: right; font-variant-numeric: tabular-nums }
meter { width: 9rem; vertical-align: middle }
section.paragraph { display: grid; grid-template-columns: 3rem minmax(0, 1fr) 17rem; gap: 0 1.2rem;
  border-top: 1px solid var(--line); padding: .7rem 0 }
.number, aside, .legend { color: var(--faint) } aside { font-size: .82rem; line-height: 1.4 }
aside p { margin: 0 0 .3rem } p { margin: 0 }
.covered { border-bottom: 2px solid var(--good) }
.uncovered { border: 2px dashed var(--bad); border-radius: .2rem; padding: 0 .2rem }
.set-aside { color: var(--faint); text-decoration: line-through; text-decoration-thickness: 1px }
@media (max-width: 45rem) { section.paragraph { grid-template-columns: 2.2rem minmax(0, 1fr) }
  aside { grid-column: 2; margin-top: .4rem } }
"""


def coverage_page(map: Map, sources: Sources, measured: Mapping[str, Coverage]) -> str:
    """Return the coverage as an HTML document. What the map and the texts say is shown, never read as markup."""
    title = escape(f"Coverage: {map.title or 'argument map'}")
    parts = [
        f'<!doctype html>\n<html lang="{escape(map.language or "en")}">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>",
        f"<p>{escape(in_words(total(measured.values())))}.</p>",
        '<p class="legend">Underlined: <span class="covered">covered by a claim</span>. Boxed: '
        '<span class="uncovered">not covered</span>. Struck out: <span class="set-aside">set aside</span>.</p>',
    ]
    for id, coverage in measured.items():
        parts.append(f"<h2>{escape(source_in_words(map.sources[id]))} [{escape(id)}]</h2>")
        parts.append(_table(coverage))
        for number, sentences in groupby(coverage.sentences, lambda each: each.sentence.paragraph):
            parts.append(_paragraph(map, id, number, [*sentences], sources.texts[id].text))
    without = [id for id in map.sources if id not in measured]
    if without:
        parts.append(f'<p class="legend">Not measured, for want of a text: {escape(", ".join(without))}.</p>')
    return "\n".join([*parts, "</body>\n</html>\n"])


def _table(coverage: Coverage) -> str:
    rows = "".join(
        f'<tr><td class="number">¶{number}</td><td><meter value="{tally.share:.3f}"></meter></td>'
        f"<td>{escape(in_words(tally))}</td></tr>\n"
        for number, tally in coverage.paragraphs.items()
    )
    return f"<details><summary>{escape(in_words(coverage.total))}</summary><table>\n{rows}</table></details>"


def _paragraph(map: Map, source: str, number: int, sentences: list[CoveredSentence], text: str) -> str:
    words = " ".join(
        f'<span class="{it.state.value}" title="{escape(_told(it))}">'
        f"{escape(text[it.sentence.start : it.sentence.end])}</span>"
        for it in sentences
    )
    notes = "".join(f"<p>{note}</p>" for note in _notes(map, sentences))
    anchor = escape(f"{source}-{number}")
    return (
        f'<section class="paragraph" id="{anchor}"><span class="number">¶{number}</span>'
        f"<p>{words}</p><aside>{notes}</aside></section>"
    )


def _told(it: CoveredSentence) -> str:
    if it.state is State.SET_ASIDE:
        return f"set aside: {'; '.join(it.reasons)}"
    claims = ", ".join(it.claims) or "no claim"
    return f"{it.state.value}: {claims}"


def _notes(map: Map, sentences: Iterable[CoveredSentence]) -> Iterator[str]:
    """Yield what goes beside a paragraph: the claims anchored in it, and what is set aside."""
    sentences = [*sentences]
    for id in dict.fromkeys(claim for it in sentences for claim in it.claims):
        yield f"<b>{escape(id)}</b> {escape(map.claims[id].name)}"
    for reason in dict.fromkeys(reason for it in sentences for reason in it.reasons):
        yield f"<i>set aside:</i> {escape(reason)}"
