"""A deck opens in other programs, can be edited, and says everything that its pages say."""

from pathlib import Path

import pytest
from pptx.enum.dml import MSO_FILL

from atlas.export.said import address, facts_of
from atlas.export.slides.deck import slides_file
from atlas.language import LANGUAGES, Language
from atlas.views.exhibits import exhibit_of
from atlas.views.pictures import BarPicture, MapPicture
from atlas.views.pins import Pin
from atlas.workspace import Workspace
from tests.export.exhibits import AWKWARD, BASE, exhibit
from tests.export.slides.reading import charts_of, opened, shapes_of, words_of
from tests.printed import CAN_PRINT, printed_text

LAWYERS = Pin.parse("map?indicator=lawyers_per_10k&period=latest")
COUNT = Pin.parse("map?indicator=lawyers&period=latest")
PINS = (LAWYERS, COUNT, Pin.parse("compare?compare=520000,210000&indicators=lawyers_per_10k&period=latest"))
WITHOUT_OUTLINE = {"新疆生产建设兵团", "Xinjiang Production and Construction Corps"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_unit_of_a_map_is_a_shape_of_its_name_and_colour(workspace: Workspace, lang: str) -> None:
    words = Language(lang)
    shown = exhibit_of(workspace, LAWYERS, words)
    picture = shown.pictures[0]
    assert isinstance(picture, MapPicture)
    slide = opened(slides_file(workspace, [shown], BASE, words)).slides[1]
    assert slide.shapes.title.text_frame.text == shown.title
    group = next(shape for shape in slide.shapes if shape.name == picture.title)
    drawn = {shape.name: shape for shape in group.shapes}
    assert drawn.keys() == {unit.name for unit in picture.units} - WITHOUT_OUTLINE
    for unit in picture.units:
        if unit.fill and unit.name in drawn:
            assert f"#{drawn[unit.name].fill.fore_color.rgb}" == unit.fill.upper()
        elif unit.state == "no_data" and unit.name in drawn:
            assert drawn[unit.name].fill.type == MSO_FILL.PATTERNED


def test_counts_are_circles_that_grow_with_the_root_of_the_value(workspace: Workspace) -> None:
    words = Language("en")
    shown = exhibit_of(workspace, COUNT, words)
    picture = shown.pictures[0]
    assert isinstance(picture, MapPicture)
    slide = opened(slides_file(workspace, [shown], BASE, words)).slides[1]
    group = next(shape for shape in slide.shapes if shape.name == picture.legend_title)
    widths = {shape.name: shape.width for shape in group.shapes}
    sizes = {unit.name: unit.size for unit in picture.units if unit.size > 0.3}
    assert len(sizes) > 5
    ratios = [widths[name] / size for name, size in sizes.items()]
    assert max(ratios) == pytest.approx(min(ratios), rel=0.01)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("pin", PINS, ids=str)
def test_a_slide_says_what_the_page_says(workspace: Workspace, pin: Pin, lang: str) -> None:
    words = Language(lang)
    shown = exhibit_of(workspace, pin, words)
    deck = opened(slides_file(workspace, [shown], BASE, words))
    for slide in list(deck.slides)[1:-1]:
        said, note = words_of(slide), slide.notes_slide.notes_text_frame.text
        link = address(shown, BASE, words)
        assert shown.sentence in said
        assert shown.sentence in note
        for fact in facts_of(shown, words):
            assert fact.text in said, fact.label
            assert fact.text in note, fact.label
        assert link in note
        assert link in {
            run.hyperlink.address
            for shape in slide.shapes
            if shape.has_text_frame
            for paragraph in shape.text_frame.paragraphs
            for run in paragraph.runs
        }
    closing = words_of(list(deck.slides)[-1])
    assert words.text("Sources and methods") in closing
    for fact in facts_of(shown, words):
        if fact.label in (words.text("Source"), words.text("Map")):
            assert fact.text in closing


def test_bars_are_the_values_of_the_page_in_a_chart(workspace: Workspace) -> None:
    words = Language("en")
    shown = exhibit_of(workspace, LAWYERS, words)
    picture = shown.pictures[1]
    assert isinstance(picture, BarPicture)
    (chart,) = charts_of(opened(slides_file(workspace, [shown], BASE, words)).slides[1])
    assert list(chart.plots[0].series[0].values) == [bar.value for bar in picture.bars]
    assert [str(each) for each in chart.plots[0].categories] == [
        f"{bar.rank}  {bar.name}" for bar in picture.bars
    ]


def test_invented_figures_are_marked_on_every_slide(workspace: Workspace) -> None:
    content = slides_file(workspace, [exhibit(invented=True)], BASE, Language("en"))
    for slide in opened(content).slides:
        assert "nvented" in words_of(slide)


@pytest.mark.parametrize("case", AWKWARD)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_whatever_a_view_holds_the_deck_opens(workspace: Workspace, case: str, lang: str) -> None:
    deck = opened(slides_file(workspace, [AWKWARD[case]], BASE, Language(lang)))
    slide = deck.slides[1]
    for shape in slide.shapes:
        assert shape.left >= 0
        assert shape.left + shape.width <= deck.slide_width + 9_525, shape.name
        assert shape.top + shape.height <= deck.slide_height + 9_525, shape.name


def test_a_view_without_pictures_shows_its_table_and_one_without_rows_says_so(workspace: Workspace) -> None:
    def said(case: str) -> str:
        return words_of(opened(slides_file(workspace, [AWKWARD[case]], BASE, Language("en"))).slides[1])

    assert "Guizhou" in said("without pictures")
    assert "There are no figures in this view." in said("without pictures and rows")
    assert "There are no figures in this view." in said("only empty pictures") or "Guizhou" in said(
        "only empty pictures"
    )
    assert "16 of 40 rows" in said("names of forty characters")


def test_a_map_of_every_county_is_a_small_file(workspace: Workspace) -> None:
    shown = exhibit_of(
        workspace, Pin.parse("map?indicator=lawyers&level=county&period=latest"), Language("en")
    )
    content = slides_file(workspace, [shown], BASE, Language("en"))
    assert len(content) < 2_000_000
    assert len(list(shapes_of(opened(content).slides[1].shapes))) > 2_850


@pytest.mark.skipif(not CAN_PRINT, reason="LibreOffice or pdftotext is not installed")
def test_libreoffice_opens_the_deck_and_shows_the_numbers(workspace: Workspace, tmp_path: Path) -> None:
    words = Language("en")
    shown = exhibit_of(workspace, LAWYERS, words)
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(slides_file(workspace, [shown], BASE, words))
    text = printed_text(deck)
    picture = shown.pictures[1]
    assert isinstance(picture, BarPicture)
    for bar in picture.bars:
        assert bar.text in text, bar.name
        assert bar.name in text
