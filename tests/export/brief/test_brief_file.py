"""A brief says everything that its pages say, in letters that are inside the file."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader

from atlas.export.brief.brief_file import brief_file
from atlas.export.said import address, facts_of
from atlas.language import LANGUAGES, Language
from atlas.views.exhibits import exhibit_of
from atlas.views.pictures import BarPicture
from atlas.views.pins import Pin
from atlas.workspace import Workspace
from tests.export.brief.reading import fonts_of, outlines_in, places_of, text_of
from tests.export.exhibits import AWKWARD, BASE, PICTURES, exhibit

LAWYERS = Pin.parse("map?indicator=lawyers_per_10k&period=latest")
PINS = (LAWYERS, Pin.parse("compare?compare=520000,210000&indicators=lawyers_per_10k&period=latest"))
A4 = (595, 842)


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("pin", PINS, ids=str)
def test_it_says_what_the_page_says(workspace: Workspace, pin: Pin, lang: str) -> None:
    words = Language(lang)
    shown = exhibit_of(workspace, pin, words)
    content = brief_file(workspace, [shown], BASE, words)
    text = bare(text_of(content))
    for said in (shown.title, shown.sentence, *(fact.text for fact in facts_of(shown, words))):
        assert bare(said) in text, said
    link = address(shown, BASE, words)
    assert bare(link) in text
    pages = PdfReader(BytesIO(content)).pages
    links = {each.get_object()["/A"].get("/URI") for page in pages for each in page.get("/Annots") or []}
    assert link in links
    for page in pages:
        assert tuple(round(float(side)) for side in page.mediabox[2:]) == A4


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_has_the_numbers_of_the_page(workspace: Workspace, lang: str) -> None:
    words = Language(lang)
    shown = exhibit_of(workspace, LAWYERS, words)
    bars = shown.pictures[1]
    assert isinstance(bars, BarPicture)
    text = bare(text_of(brief_file(workspace, [shown], BASE, words)))
    for bar in bars.bars:
        assert bare(bar.name) in text
        assert bare(bar.text) in text


def test_a_row_of_a_list_grows_with_its_name(workspace: Workspace) -> None:
    bars = PICTURES["bars"]
    assert isinstance(bars, BarPicture)
    name = "Weining Yi, Hui and Miao Autonomous County of a long name"
    listed = replace(bars, bars=(replace(bars.bars[0], name=name),) * 30)
    heights = places_of("Weining", brief_file(workspace, [exhibit(listed)], BASE, Language("en")))
    apart = min(upper - lower for upper, lower in pairwise(heights))
    assert apart > 20, "two lines of type, the bar below them, and a gap"


def test_every_letter_is_an_outline_inside_the_file(workspace: Workspace) -> None:
    """The fonts of the machine are never asked, so the file is the same where there is no Chinese one."""
    words = Language("zh")
    content = brief_file(workspace, [exhibit_of(workspace, LAWYERS, words)], BASE, words)
    fonts = list(fonts_of(content))
    assert fonts
    assert {str(font["/BaseFont"]).partition("+")[2].partition("-")[0] for font in fonts} == {"NotoSansCJKsc"}
    chinese = {each for each in text_of(content) if "一" <= each <= "鿿"}
    assert len(chinese) > 100
    assert max(map(outlines_in, fonts)) >= len(chinese)


@pytest.mark.parametrize("kind", PICTURES)
def test_every_kind_of_picture_is_drawn(workspace: Workspace, kind: str) -> None:
    content = brief_file(workspace, [exhibit(PICTURES[kind])], BASE, Language("en"))
    assert "Nofiguresinthisview" not in text_of(content)
    assert len(PdfReader(BytesIO(content)).pages) == 2


@pytest.mark.parametrize("case", AWKWARD)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_whatever_a_view_holds_the_brief_is_made(workspace: Workspace, case: str, lang: str) -> None:
    content = brief_file(workspace, [AWKWARD[case]], BASE, Language(lang))
    assert len(PdfReader(BytesIO(content)).pages) >= 2


def test_no_text_of_a_view_is_a_command(workspace: Workspace) -> None:
    text = text_of(brief_file(workspace, [AWKWARD["hostile words"]], BASE, Language("en")))
    assert "]#text(red)[x]*_`$" in text


def test_several_views_begin_with_a_list_that_leads_to_them(workspace: Workspace) -> None:
    shown = [exhibit(title="First view"), exhibit(title="Second view", invented=True)]
    pages = PdfReader(BytesIO(brief_file(workspace, shown, BASE, Language("en")))).pages
    first = pages[0].extract_text()
    assert "First view" in first
    assert "Second view" in first
    assert "the figures of 1 of 2 views are invented" in first
    assert "every figure of this view is invented" not in pages[1].extract_text()
    assert "every figure of this view is invented" in pages[2].extract_text()
    assert len(pages[0]["/Annots"]) == 2
    assert len(pages) == 4
