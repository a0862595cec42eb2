"""Maps on paper, and in pixels."""

import struct
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.errors import LimitReachedError
from pypdf.generic import ContentStream

from argmap.model import Claim
from argmap.render import fonts, raster
from argmap.render.engine import BundledEngine, Deadline, RenderError
from argmap.render.forest import grow
from argmap.render.pdf import PAPERS, paged, pdf_of
from argmap.render.scene import Scene
from argmap.render.themes import DARK, LIGHT
from argmap.render.view import view_of
from render.picturing import chain, debate, make, relate

ENGINE = BundledEngine()


def scene(graph, theme=LIGHT, **more):
    return Scene(graph, theme.with_letters(), **more)


def document(graph, theme=LIGHT, **options):
    data, notes = pdf_of(scene(graph, theme), ENGINE, **options)
    return PdfReader(BytesIO(data)), notes


def said(page):
    return " ".join(page.extract_text().split())


def size(page):
    return tuple(round(float(side), 1) for side in page.mediabox[2:])


def wide(branches):
    """A thesis with branches of four reasons each."""
    claims, relations = [Claim(id="t", text="A thesis.")], []
    for branch in range(branches):
        claims += [Claim(id=f"b{branch}", text=f"Branch number {branch} of many.")]
        relations += [relate("supports", f"b{branch}", "t")]
        claims += [Claim(id=f"b{branch}-{n}", text="A reason of some length. " * 3) for n in range(4)]
        relations += [relate("supports", f"b{branch}-{n}", f"b{branch}") for n in range(4)]
    return make(claims, relations, title="A wide map")


class TestPdf:
    def test_a_small_map_is_a_page_that_says_all(self):
        pdf, notes = document(debate())
        assert [size(page) for page in pdf.pages] in ([(595.3, 841.9)], [(841.9, 595.3)])
        for words in ("Later?", "Teenagers sleep too little.", "COUNTERCLAIM", "Ann: Sleep & youth"):
            assert words in said(pdf.pages[0])
        assert pdf.metadata.title == "Later?"
        assert notes == ()

    def test_a_large_one_is_several_with_an_overview_first(self):
        pdf, notes = document(wide(12))
        assert len(pdf.pages) > 3
        assert len({size(page) for page in pdf.pages}) == 1
        assert "Overview" in said(pdf.pages[0])
        assert "+ 4 more → page 2" in said(pdf.pages[0])
        assert f"Page {len(pdf.pages)} of {len(pdf.pages)}" in said(pdf.pages[-1])
        assert len(pdf.outline) == len(pdf.pages)
        assert notes == ()

    def test_what_is_left_out_leads_to_its_page(self):
        pdf, _ = document(wide(12))
        links = [note.get_object() for note in pdf.pages[0]["/Annots"]]
        targets = {pdf.get_page_number(link["/Dest"][0].get_object()) for link in links}
        assert targets == set(range(1, len(pdf.pages)))

    def test_passages_of_sources_are_links(self):
        graph = debate()
        links = {"sleep": "https://example.org/a?b=c&d=e#:~:text=x"}
        data, _ = pdf_of(scene(graph, links=links), ENGINE)
        page = PdfReader(BytesIO(data)).pages[0]
        assert {note.get_object()["/A"]["/URI"] for note in page["/Annots"]} == set(links.values())

    def test_the_same_map_gives_the_same_bytes(self):
        assert pdf_of(scene(wide(9)), ENGINE) == pdf_of(scene(wide(9)), ENGINE)

    @pytest.mark.parametrize("paper", PAPERS)
    def test_pages_have_the_size_of_the_paper(self, paper):
        pdf, _ = document(wide(12), paper=paper)
        assert sorted(size(pdf.pages[0])) == [round(side, 1) for side in PAPERS[paper]]

    def test_larger_paper_takes_fewer_pages(self):
        assert len(document(wide(16), paper="a3")[0].pages) < len(document(wide(16))[0].pages)

    def test_one_page_is_as_large_as_it_must_be(self):
        pdf, _ = document(wide(30), one_page=True)
        assert len(pdf.pages) == 1
        assert max(size(pdf.pages[0])) > 2000

    def test_a_picture_may_say_more_than_pypdf_reads(self, monkeypatch):
        def refuse(_):
            raise LimitReachedError("Reached maximum number of tokens per stream.")

        with monkeypatch.context() as patch:
            patch.setattr(ContentStream, "operations", property(refuse))
            data, _ = pdf_of(scene(wide(3)), ENGINE, one_page=True)
        assert "Branch number 2 of many." in said(PdfReader(BytesIO(data)).pages[0])

    def test_levels_below_a_depth_are_left_out(self):
        graph = wide(30)
        data, _ = pdf_of(scene(graph, view=view_of(grow(graph), 1)), ENGINE, depth=1)
        text = " ".join(said(page) for page in PdfReader(BytesIO(data)).pages)
        assert "A reason of some length" not in text
        assert text.count("+ 4 more") == 30

    def test_a_dark_sheet_is_dark_to_its_edges(self):
        pdf, _ = document(debate(), DARK)
        assert b"0.078 0.094 0.114 rg" in pdf.pages[0].get_contents().get_data()

    def test_a_map_without_claims(self):
        pdf, _ = document(make([], []))
        assert len(pdf.pages) == 1

    def test_a_claim_larger_than_a_page_is_told_about(self):
        long = [
            Claim(id="t", text="word " * 20_000),
            *(Claim(id=f"c{n}", text="w " * 400) for n in range(30)),
        ]
        pdf, _ = document(make(long, [relate("supports", f"c{n}", "t") for n in range(9)]))
        assert "more characters" in said(pdf.pages[0])

    def test_the_time_is_for_all_pages_together(self):
        with pytest.raises(RenderError, match=r"not done after 0\.5 seconds"):
            pdf_of(scene(wide(30)), Deadline(ENGINE, 0.5))

    def test_pages_of_other_pictures_are_the_same(self):
        pages, _ = paged(scene(wide(12)), ENGINE)
        assert len(pages) == len(document(wide(12))[0].pages)


class TestPng:
    def test_is_sharp(self):
        data, notes = raster.png_of(scene(debate()), ENGINE)
        width, _ = struct.unpack(">II", data[16:24])
        assert width > 1000
        assert notes == ()

    def test_is_not_larger_than_programs_open(self, monkeypatch):
        monkeypatch.setattr(raster, "LARGEST", 500)
        data, notes = raster.png_of(scene(chain(60)), ENGINE)
        assert 490 < max(struct.unpack(">II", data[16:24])) <= 500
        assert "--pages" in notes[0]


class TestFonts:
    def test_arimo_has_the_signs_of_cards(self):
        assert not fonts.needs_more("●○◊▪→↑■√×?!►┤›§−≠+…“”’–¶")

    def test_the_machine_s_fonts_fill_in_only_where_ours_are_missing(self, monkeypatch):
        monkeypatch.setattr(fonts, "has_more", lambda: False)
        assert "/etc/fonts" in fonts.settings("/cache", drawn=True)
        assert "/etc/fonts" not in fonts.settings("/cache", drawn=False)
        monkeypatch.setattr(fonts, "has_more", lambda: True)
        assert "/etc/fonts" not in fonts.settings("/cache", drawn=True)
