"""A deck opens, and its maps are shapes that can be recoloured one by one."""

from io import BytesIO

import pytest
from pptx import Presentation

from atlas.export.slides.deck import slides_file
from atlas.language import Language
from atlas.views.exhibits import exhibit_of
from atlas.views.pictures import MapPicture
from atlas.views.pins import Pin
from atlas.workspace import Workspace

BASE = "http://atlas.test:8501"
PIN = Pin.parse("map?indicator=lawyers_per_10k&period=latest")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_unit_of_a_map_is_a_shape_of_its_name(workspace: Workspace, lang: str) -> None:
    words = Language(lang)
    exhibit = exhibit_of(workspace, PIN, words)
    shown = exhibit.pictures[0]
    assert isinstance(shown, MapPicture)
    deck = Presentation(BytesIO(slides_file(workspace, [exhibit], BASE, words)))
    slide = deck.slides[0]
    assert slide.shapes.title.text_frame.text == exhibit.title
    group = next(shape for shape in slide.shapes if shape.name == shown.title)
    drawn = {shape.name: shape for shape in group.shapes}
    without = {"新疆生产建设兵团", "Xinjiang Production and Construction Corps"}
    assert drawn.keys() == {unit.name for unit in shown.units} - without
    for unit in shown.units:
        if unit.fill and unit.name in drawn:
            assert f"#{drawn[unit.name].fill.fore_color.rgb}" == unit.fill.upper()
    assert exhibit.sentence in slide.notes_slide.notes_text_frame.text
