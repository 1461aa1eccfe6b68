"""Every map and chart leaves as an image of its own that says what must be said with it."""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from atlas.export.image_folder import image_folder
from atlas.export.rendered import rendered
from atlas.language import Language
from atlas.views.exhibits import exhibit_of
from atlas.views.pins import Pin
from atlas.workspace import Workspace
from tests.export.exhibits import AWKWARD, BASE


def test_each_picture_is_there_as_drawing_and_as_pixels(workspace: Workspace) -> None:
    words = Language("zh")
    shown = exhibit_of(workspace, Pin.parse("map?indicator=lawyers_per_10k&period=latest"), words)
    with ZipFile(BytesIO(image_folder(workspace.divisions, [shown], BASE, words))) as folder:
        names = folder.namelist()
        assert len(names) == len(set(names)) == 2 * len(shown.pictures)
        for name in names:
            content = folder.read(name)
            if name.endswith(".png"):
                assert content.startswith(b"\x89PNG")
            else:
                assert etree.fromstring(content).find("{*}title").text == shown.title


def test_pictures_without_a_mark_are_left_out(workspace: Workspace) -> None:
    content = image_folder(workspace.divisions, [AWKWARD["only empty pictures"]], BASE, Language("en"))
    assert ZipFile(BytesIO(content)).namelist() == []


def test_a_zero_byte_in_a_text_does_not_end_the_process() -> None:
    text = "a\x00b\\u0000\x1bc\\"
    spec = {
        "data": {"values": [{"name": text}]},
        "mark": "text",
        "encoding": {"text": {"field": "name", "type": "nominal"}},
        "config": {},
    }
    assert "ab\\u0000c\\" in rendered(spec).svg
