"""The outline of a map: a row for each claim and each reference to one, in the order of the tree.

The rows are not nested in one another: browsers give up nesting at some 500 levels, and arguments go deeper. How
deep a row stands is said in ``aria-level``, as trees may.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Final

from argmap.graph import Graph, Role
from argmap.model import Claim
from argmap.render.dot import claim_element
from argmap.render.forest import Forest, Form, Node, in_order
from argmap.render.signs import UNICODE, told, verb
from argmap.render.words import unturned

DEEPEST: Final = 12
"""Levels that are indented more than the one above; so deep, there is no room for more."""
_OPEN: Final = 120
"""Rows that are shown when the page opens, if that can be had by closing levels; never less than two levels."""


def outline(
    graph: Graph,
    forest: Forest,
    numbers: Mapping[str, int],
    verdicts: Sequence[tuple[str, str, str]],
    found: Mapping[str, int],
) -> str:
    """Return the rows as HTML.

    Args:
        graph: the map.
        forest: the map as trees.
        numbers: the place of each claim in the data of the page.
        verdicts: the class, sign and word of each claim's verdict, by place.
        found: how many findings there are on each claim.
    """
    nodes = [*in_order((*forest.theses, *forest.others))]
    depths = _depths(nodes)
    shown = _shown(depths.values())
    written = []
    for node in nodes:
        depth = depths[node]
        more = ""
        if node.children:
            more = f' aria-expanded="{"true" if depth < shown else "false"}"'
        hidden = " hidden" if depth > shown else ""
        lead, classes = _lead(graph, node)
        body = _content(graph, node, verdicts, numbers, found)
        number = f' data-claim="{numbers[node.id]}"' if node.id in numbers else ""
        if node.form is Form.CLAIM:
            number += f' id="{escape(claim_element(node.id))}"'
        written.append(
            f'<div role="treeitem" class="row d{min(depth, DEEPEST)}{classes}" aria-level="{depth}"{more}{number} '
            f'tabindex="-1"{hidden}>{lead}{body}</div>'
        )
    return "\n".join(written)


def _depths(nodes: Iterable[Node]) -> dict[Node, int]:
    depths: dict[Node, int] = {}
    for node in nodes:
        depths[node] = depths[node.parent] + 1 if node.parent else 1
    return depths


def _shown(depths: Iterable[int]) -> int:
    """Return the deepest level that is shown when the page opens."""
    counts: dict[int, int] = {}
    for depth in depths:
        counts[depth] = counts.get(depth, 0) + 1
    total, level = 0, 0
    while level + 1 in counts and (level < 2 or total + counts[level + 1] <= _OPEN):
        level += 1
        total += counts[level]
    return level


def _lead(graph: Graph, node: Node) -> tuple[str, str]:
    """Return the sign and word of what the row does to the one above it, and classes for the look of the row."""
    classes = " member" if node.member else ""
    if node.form in (Form.AGAIN, Form.CIRCULAR):
        classes += " again"
    if node.id in graph.claims:
        classes += f" {graph.roles[node.id]}"
    if node.relation is None:
        if graph.roles.get(node.id) is Role.THESIS and not node.parent:
            return f'<span class="by">{UNICODE.thesis} thesis</span> ', classes
        return "", classes
    kind = node.relation.kind
    return f'<span class="by {kind}">{UNICODE.of(kind)} {verb(node.relation, graph)}</span> ', classes


def _content(
    graph: Graph,
    node: Node,
    verdicts: Sequence[tuple[str, str, str]],
    numbers: Mapping[str, int],
    found: Mapping[str, int],
) -> str:
    if node.form is Form.LINKED:
        return f'<span class="faint">{len(node.relation.premises) if node.relation else 0} premises</span>'
    claim = graph.claims.get(node.id)
    if claim is None:
        return f'<span class="text">{escape(node.id)}</span> <span class="mark gap">? not defined</span>'
    text = f'<span class="text" dir="auto">{escape(unturned(claim.text))}</span>'
    if node.form is Form.AGAIN:
        return f'{text} <span class="mark">{UNICODE.again} shown elsewhere</span>'
    if node.form is Form.CIRCULAR:
        return f'{text} <span class="mark gap">{UNICODE.again} circular: it stands above</span>'
    label = (
        f'<strong class="label" dir="auto">{escape(unturned(claim.label))}</strong> ' if claim.label else ""
    )
    kind, sign, word = verdicts[numbers[claim.id]]
    verdict = f' <span class="verdict {kind}">{sign} {word}</span>'
    return f"{label}{text}{verdict}{''.join(_marks(graph, claim, found.get(claim.id, 0)))}"


def _marks(graph: Graph, claim: Claim, findings: int) -> Iterator[str]:
    for sign, word, is_gap in told(claim, graph, UNICODE):
        yield f' <span class="mark{" gap" if is_gap else ""}">{sign} {escape(unturned(word))}</span>'
    if findings:
        yield f' <span class="mark found">⚠ {findings} finding{"s" * (findings > 1)}</span>'
