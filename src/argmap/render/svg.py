"""A map as an SVG picture: laid out by an engine, then made fit to be shown, searched and read aloud.

The text of the picture stays text. Every claim is an element with an id, a role and a label in words that
screen readers speak; there is no script in the picture, and nothing outside it is loaded. The only addresses
in it are the links that a reader may follow to the passages of a source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree import ElementTree as ET

from argmap.graph import Graph
from argmap.render.crowd import refuse_crowd
from argmap.render.dot import NO_CHANGES, NO_LINKS, claim_element, dot_of
from argmap.render.engine import TIMEOUT, Deadline, Engine, RenderError, choose_engine
from argmap.render.forest import grow
from argmap.render.overlay import PLAIN, Overlay
from argmap.render.scene import Scene
from argmap.render.steps import relation_element
from argmap.render.theme import Mark, Theme
from argmap.render.themes import LIGHT
from argmap.render.view import view_of
from argmap.render.words import claim_in_words, counted

_NAMESPACE = "http://www.w3.org/2000/svg"
_XLINK = "{http://www.w3.org/1999/xlink}"
# Arimo, which the text was measured with, and the fonts with its widths that systems have: Arial on Windows
# and macOS, Liberation Sans on Linux. Whatever else a viewer falls back on has the room that cards leave.
_FONTS: Final = "Arial, Arimo, 'Liberation Sans', Helvetica, sans-serif"
_NOT_A_NUMBER = re.compile(
    rb' (?:points|d|x|y|cx|cy|rx|ry|width|height|viewBox|transform)="[^"]*(?:nan|inf)', re.IGNORECASE
)
_TO_A_PAGE = re.compile(rb'"#page=(\d+)"')
_REPORT = 'This is a defect of argmap or of Graphviz: please report it with what "argmap export dot" writes.'


def to_svg(
    graph: Graph,
    *,
    links: Mapping[str, str] = NO_LINKS,
    changes: Mapping[str, Mark] = NO_CHANGES,
    overlay: Overlay = PLAIN,
    depth: int | None = None,
    engine: Engine | None = None,
    theme: Theme = LIGHT,
    timeout: float | None = None,
) -> str:
    """Draw a map as SVG.

    The same map gives the same text wherever the same engine runs.

    Args:
        graph: The map.
        links: Addresses that the cards of claims lead to, by the id of the claim.
        changes: Which claims and relations to mark as added, removed or changed.
        overlay: What to show besides: verdicts, findings, styles.
        depth: Levels below the thesis to draw; all if not given.
        engine: What lays it out; the bundled engine if there is one.
        theme: Colours and sizes.
        timeout: Seconds that the layout may take; 60 if not given, and then a map that would take longer is refused.

    Returns:
        An SVG document. Claims are the elements ``claim-<id>``, relations ``relation-<id>``.

    Raises:
        RenderError: if no engine is there, or the layout fails, takes too long or is not whole.
    """
    view = view_of(grow(graph), depth)
    scene = Scene(graph, theme, view=view, overlay=overlay, links=links, changes=changes)
    if timeout is None:
        refuse_crowd(scene)
    return svg_of(scene, Deadline(engine or choose_engine(), timeout or TIMEOUT))


def svg_of(scene: Scene, engine: Engine) -> str:
    """Draw what a picture shows as SVG.

    Raises:
        RenderError: if the layout fails, takes too long or is not whole.
    """
    drawn = engine.render(dot_of(scene), "svg")
    if _NOT_A_NUMBER.search(drawn):
        raise RenderError("The engine's SVG has places that are not numbers.", _REPORT)
    # What all elements would have to be rid of one by one; in text and attributes quotes are escaped.
    for needless in (f' xmlns="{_NAMESPACE}"', ' xml:space="preserve"', f' font-family="{scene.theme.font}"'):
        drawn = drawn.replace(needless.encode(), b"")
    drawn = _TO_A_PAGE.sub(lambda page: b'"page-%02d.svg"' % int(page[1]), drawn)
    try:
        root = ET.fromstring(drawn)  # noqa: S314 (made by the engine: no entities of a map's own)
    except ET.ParseError as error:
        raise RenderError(f"The engine's SVG is broken: {error}.", _REPORT) from error
    groups = _clean(root)
    _check_whole(scene, groups)
    _describe(root, groups, scene)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _clean(root: ET.Element) -> dict[str, ET.Element]:
    """Leave shapes, text, tooltips and links; return the groups by id."""
    groups = {group.get("id", ""): group for group in root.iter("g")}
    for group in groups.values():
        _unwrap_tooltip(group)
    return groups


def _unwrap_tooltip(group: ET.Element) -> None:
    """Graphviz hangs tooltips on links, most of which lead nowhere; a title does without the link."""
    for place, child in enumerate(group):
        if child.get("id", "").startswith("a_") and len(child) == 1 and child[0].tag.endswith("a"):
            link = child[0]
            title = group.find("title")
            if title is not None:
                title.text = link.get(f"{_XLINK}title")
            inside = list(link)
            if url := link.get(f"{_XLINK}href"):
                anchor = ET.Element("a", href=url, target="_blank", rel="noopener")
                anchor[:] = inside
                anchor.text = anchor.tail = "\n"
                inside = [anchor]
            group[place : place + 1] = inside
            return


def _check_whole(scene: Scene, groups: dict[str, ET.Element]) -> None:
    for wanted in (*map(claim_element, scene.claims), *map(relation_element, scene.relations)):
        if wanted not in groups:
            raise RenderError(f"The engine's SVG is not whole: {wanted} is missing.", _REPORT)


def _describe(root: ET.Element, groups: dict[str, ET.Element], scene: Scene) -> None:
    """Say in words what the picture shows, for those who do not see it."""
    graph, map = scene.graph, scene.graph.map
    root.attrib |= {
        "xmlns": _NAMESPACE,
        "font-family": _FONTS,
        "role": "graphics-document",
        "aria-labelledby": "map-title",
        "aria-describedby": "map-description",
    }
    if map.language:
        root.set("lang", map.language)
    title = ET.Element("title", id="map-title")
    title.text = map.title or "Argument map"
    description = ET.Element("desc", id="map-description")
    theses = " ".join(graph.claims[id].text for id in graph.theses)
    description.text = (
        f"Argument map with {counted(len(graph.claims), 'claim')} and {counted(len(graph.relations), 'relation')}."
        + (f" Thesis: {theses}" if theses else "")
        + " Arrows point to what is argued for or against."
    )
    title.tail = description.tail = "\n"
    root[:0] = [title, description]
    for id in scene.claims:
        groups[claim_element(id)].attrib |= {
            "role": "graphics-symbol",
            "aria-label": " ".join([claim_in_words(graph, graph.claims[id]), *_overlaid(scene, id)]),
        }
    for group in groups.values():
        if group.get("class", "").startswith(("edge", "node point")):
            group.set("aria-hidden", "true")  # claims say what they bear on


def _overlaid(scene: Scene, id: str) -> Iterator[str]:
    """Yield in sentences what the card of a claim shows besides what the map says."""
    overlay = scene.overlay
    if verdict := overlay.verdict(id):
        yield f"{verdict.capitalize()}."
    if (strength := overlay.strength(id)) is not None:
        yield f"Strength {strength:.2f}."
    if look := overlay.looks.get(id):
        yield from (f"{label}." for label, _ in look.labels)
    if badges := overlay.badges.get(id):
        yield "Findings: " + ", ".join(f"{it.code} {it.name}" for it in badges) + "."
    if more := scene.view.more.get(id):
        yield f"{more.claims} more claims below."
