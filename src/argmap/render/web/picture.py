"""The picture of a map as a part of a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree as ET

from argmap.render.dot import claim_element

_NAMESPACE: Final = "{http://www.w3.org/2000/svg}"


def inline(svg: str, numbers: Mapping[str, int]) -> str:
    """Return a picture for use inside a page.

    Claims come in the order of the page, thesis first, for those who hear it or go through it with the keyboard,
    and after the lines, which they cover. They lose their ids, which are those of the outline's rows. The size is left to
    the page, and so are tooltips, which are in the way of what the page says of a claim.

    Args:
        svg: the picture, as :func:`argmap.render.svg.to_svg` draws it.
        numbers: the ids of the claims, in that order, each with its number in the page.
    """
    root = ET.fromstring(svg)  # noqa: S314  (drawn by us: no entities of a map's own)
    for element in root.iter():
        element.tag = element.tag.removeprefix(_NAMESPACE)
    groups = {group.get("id", ""): group for group in root.iter("g")}
    scene = groups["map"]
    for id, number in numbers.items():
        group = groups[claim_element(id)]
        group.set("data-claim", str(number))
        del group.attrib["id"]
        scene.remove(group)
        scene.append(group)
    for group in groups.values():
        title = group.find("title")
        if title is not None:
            group.remove(title)
    width, height = root.attrib["viewBox"].split()[2:]
    del root.attrib["width"], root.attrib["height"]
    root.attrib |= {"xmlns": _NAMESPACE[1:-1], "data-width": width, "data-height": height}
    return ET.tostring(root, encoding="unicode")
