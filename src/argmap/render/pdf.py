"""A map on paper: PDF, on one page where it can be read there, else on several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from typing import TYPE_CHECKING, Final, cast

from argmap.render.choices import PaperName
from argmap.render.dot import dot_of
from argmap.render.engine import Engine, RenderError
from argmap.render.extent import room_of
from argmap.render.forest import grow
from argmap.render.paging import paginate, pruned
from argmap.render.scene import SMALL, Scene
from argmap.render.sections import sections_of

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter
    from pypdf.generic import StreamObject

PAPERS: Final[Mapping[PaperName, tuple[float, float]]] = {
    "a4": (595.3, 841.9),
    "a3": (841.9, 1190.6),
    "letter": (612, 792),
    "tabloid": (792, 1224),
}
"""Width and height, upright, in points."""
_MARGIN = 28.0
READABLE: Final = 0.62
"""The least scale at which a page is taken to be readable: a claim's text has 6.8 points, the small print 5."""
_TOO_SMALL = 0.5
_SMALL = (
    "something in the map does not fit a page at a size that can be read\n"
    "  help: Choose a larger paper (--paper a3), or draw it as svg."
)
_PAD = 36.0
"""Points around a picture, on both sides together."""
_LARGEST = 200
"""Inches a side that programs open."""


def pdf_of(
    scene: Scene,
    engine: Engine,
    *,
    paper: PaperName = "a4",
    depth: int | None = None,
    one_page: bool = False,
) -> tuple[bytes, tuple[str, ...]]:
    """Draw what a picture shows as PDF.

    Args:
        scene: The picture.
        engine: What lays it out.
        paper: What it is to be printed on.
        depth: Levels below the thesis to draw; all if not given.
        one_page: Whether it must not be shared out on pages; what does not fit the paper gets a larger one.

    Returns:
        The document, and what is to be said of it.

    Raises:
        RenderError: if the layout fails or takes too long.
    """
    if one_page or len(scene.claims) <= 2 * SMALL:
        drawn = [_drawn(scene, engine)]
        if scene.small and _best(drawn[0], paper)[0] < READABLE:
            drawn.append(_drawn(scene.turned(), engine))
        page = max(drawn, key=lambda page: _best(page, paper)[0])
        scale, sheet = _best(page, paper)
        if one_page or scale >= READABLE:
            return _bound([page], sheet, poster=scale < READABLE)
    pages, sheet = paged(scene, engine, paper=paper, depth=depth)
    return _bound([_drawn(page, engine) for page in pages], sheet)


def paged(
    scene: Scene, engine: Engine, *, paper: PaperName = "a4", depth: int | None = None
) -> tuple[list[Scene], tuple[float, float]]:
    """Share a picture out on sheets of some paper, all upright or all on their side, whichever takes fewer.

    Returns:
        The pages, and the width and height of the sheets.

    Raises:
        RenderError: if the engine cannot measure the cards, or not in time.
    """
    forest, more = pruned(grow(scene.graph), depth)
    short, long = PAPERS[paper]
    inside = (short - 2 * _MARGIN) / READABLE - _PAD, (long - 2 * _MARGIN) / READABLE - _PAD
    room = room_of(scene, inside, engine)
    sections = sections_of(scene.graph, forest) if scene.clustered else None
    views, sheet = min(
        (
            (paginate(scene.graph, forest, more, room, sections), (short, long)),
            (paginate(scene.graph, forest, more, room.turned(), sections), (long, short)),
        ),
        key=lambda plan: len(plan[0]),
    )
    return [scene.seen(view) for view in views], sheet


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A picture for a page.

    Attributes:
        scene: what it shows.
        page: the picture.
        links: where its links are, in points from its left and top, and what they lead to.
    """

    scene: Scene
    page: PageObject
    links: Sequence[tuple[str, list[float]]] = ()

    @property
    def size(self) -> tuple[float, float]:
        return float(self.page.mediabox.width), float(self.page.mediabox.height)


def _drawn(scene: Scene, engine: Engine) -> _Drawn:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    size = f"{_LARGEST},{_LARGEST}"
    data = engine.render(dot_of(scene, size=size), "pdf")
    try:
        page = PdfReader(BytesIO(data)).pages[0]
    except (PyPdfError, IndexError) as error:
        raise RenderError(
            f"The engine's PDF is broken: {error}.", "Try another format, or the other engine."
        ) from error
    if (
        not any(more.page for more in scene.view.more.values())
        and not scene.links.keys() & scene.claims.keys()
    ):
        return _Drawn(scene, page)
    # Graphviz writes no links into PDF, but tells where they are in pictures of pixels: here, a pixel is a point.
    places = engine.render(dot_of(scene, size=size, dpi="72"), "imap_np")
    return _Drawn(scene, page, list(_links(places.decode())))


def _links(places: str) -> Iterator[tuple[str, list[float]]]:
    """Read an image map: a link a line, its shape, its address and its corners."""
    for line in places.splitlines():
        shape, _, rest = line.partition(" ")
        if shape in ("rect", "poly"):
            address, *corners = rest.split(" ")
            xs, ys = zip(*(map(float, corner.split(",")) for corner in corners), strict=True)
            yield unescape(address), [min(xs), min(ys), max(xs), max(ys)]


def _scale(size: tuple[float, float], sheet: tuple[float, float]) -> float:
    """Return the scale at which a picture fits a sheet."""
    return min(1.0, *((side - 2 * _MARGIN) / drawn for side, drawn in zip(sheet, size, strict=True)))


def _best(drawn: _Drawn, paper: PaperName) -> tuple[float, tuple[float, float]]:
    """Return the scale at which a picture fits a paper, and the paper, upright or on its side as it fits better."""
    short, long = PAPERS[paper]
    return max((_scale(drawn.size, sheet), sheet) for sheet in ((short, long), (long, short)))


def _bound(
    pages: Sequence[_Drawn], sheet: tuple[float, float], *, poster: bool = False
) -> tuple[bytes, tuple[str, ...]]:
    """Put pictures on paper, one a page, and join them."""
    from pypdf import PdfWriter

    writer = PdfWriter()
    # One scale for all, or the letters would be of another size on every page.
    scale = 1.0 if poster else min(_scale(drawn.size, sheet) for drawn in pages)
    places = []
    for drawn in pages:
        view = drawn.scene.view
        w, h = drawn.size if poster else sheet
        x, y = (0.0, 0.0) if poster else (_MARGIN, h - _MARGIN - scale * drawn.size[1])
        writer.add_page(_laid(drawn, (w, h), (scale, x, y)))
        places.append((scale, x, y))
        if len(pages) > 1:
            title = f"{view.page}. {view.title}"
            writer.add_outline_item(title=title, page_number=len(places) - 1)
    for number, (drawn, place) in enumerate(zip(pages, places, strict=True)):
        _link(writer, number, drawn, place)
    map = pages[0].scene.graph.map
    writer.metadata = {"/Title": map.title or "Argument map", "/Producer": "argmap"}
    writer.compress_identical_objects()
    file = BytesIO()
    writer.write(file)
    return file.getvalue(), () if poster or scale >= _TOO_SMALL else (_SMALL,)


def _laid(drawn: _Drawn, sheet: tuple[float, float], place: tuple[float, float, float]) -> PageObject:
    """Lay a picture on a sheet, whose margins get its ground, too.

    The sheet shows it as a whole, unread: pypdf does not read what draws thousands of cards.
    """
    from pypdf import PageObject
    from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject

    (width, height), (scale, x, y) = sheet, place
    ground = drawn.scene.theme.ground
    red, green, blue = (int(ground[at : at + 2], 16) / 255 for at in (1, 3, 5))
    contents = DecodedStreamObject()
    contents.set_data(
        f"q {red:.3f} {green:.3f} {blue:.3f} rg 0 0 {width} {height} re f Q\n"
        f"q {scale:.5f} 0 0 {scale:.5f} {x:.3f} {y:.3f} cm /Picture Do Q".encode()
    )
    picture = cast("StreamObject", drawn.page["/Contents"])
    picture[NameObject("/Type")] = NameObject("/XObject")
    picture[NameObject("/Subtype")] = NameObject("/Form")
    picture[NameObject("/BBox")] = ArrayObject(map(FloatObject, (0, 0, *drawn.size)))
    picture[NameObject("/Resources")] = drawn.page["/Resources"]
    shown = DictionaryObject({NameObject("/Picture"): picture.indirect_reference})
    page = PageObject.create_blank_page(width=width, height=height)
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): shown})
    page[NameObject("/Contents")] = contents
    return page


def _link(writer: PdfWriter, number: int, drawn: _Drawn, place: tuple[float, float, float]) -> None:
    """Write a page's links: to passages of sources, and to other pages."""
    from pypdf.annotations import Link

    scale, x, y = place
    top = y + scale * drawn.size[1]
    for url, (left, upper, right, lower) in drawn.links:
        rect = (x + scale * left, top - scale * lower, x + scale * right, top - scale * upper)
        target = url.removeprefix("#page=")
        if target == url:
            writer.add_annotation(number, Link(rect=rect, url=url))
        else:
            writer.add_annotation(number, Link(rect=rect, target_page_index=int(target) - 1))
