"""An image says all that has to be said with its pictures, in letters that are outlines."""

import re
import struct
from dataclasses import replace

import pytest

from atlas.datasets import Dataset
from atlas.export.images.column import lines_of
from atlas.export.images.exhibit_image import INNER, SMALL, TEXT, TITLE, exhibit_png, exhibit_svg
from atlas.export.images.outlined import words_at
from atlas.export.said import address, invented_in_file
from atlas.language import LANGUAGES, Language
from atlas.views.exhibit import Exhibit
from atlas.views.exhibits import exhibit_of
from atlas.views.pins import Pin
from atlas.workspace import Workspace
from tests.charts.pictures import ALL

BASE = "http://atlas.example:8501"


def pinned(workspace: Workspace, lang: str, **query: str) -> Exhibit:
    return exhibit_of(workspace, Pin.of("map", query), Language(lang))


def outline(text: str, size: int) -> str:
    """The path of the first line of a text, without its place and colour."""
    found = re.search(r' d="([^"]+)"', words_at(lines_of(text, INNER, size)[0], 0, 0, size, "#000"))
    assert found is not None
    return found[1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_title_sentence_facts_and_the_way_back_are_written(demonstration: Workspace, lang: str) -> None:
    language = Language(lang)
    exhibit = pinned(
        demonstration, lang, dataset=Dataset.DEMONSTRATION, indicator="lawyers_per_10k", period="2025"
    )
    svg = exhibit_svg(demonstration.divisions, exhibit, BASE, language)
    assert outline(exhibit.title, TITLE) in svg
    assert outline(exhibit.sentence, TEXT) in svg
    assert outline(invented_in_file([exhibit], language), TEXT) in svg
    for fact in exhibit.facts:
        assert outline(language.text("{label}: {text}", label=fact.label, text=fact.text), SMALL) in svg
    assert outline(address(exhibit, BASE, language), SMALL) in svg
    assert "<text" not in svg
    assert f"<title>{exhibit.title}</title>" in svg


def test_published_figures_are_not_called_invented(workspace: Workspace) -> None:
    language = Language("zh")
    exhibit = pinned(workspace, "zh", dataset=Dataset.PUBLISHED, indicator="lawyers_per_10k")
    invented = language.text("Demonstration: every figure in this file is invented.")
    assert outline(invented, TEXT) not in exhibit_svg(workspace.divisions, exhibit, BASE, language)


def test_cut_bars_say_that_they_are_cut(demonstration: Workspace) -> None:
    language = Language("en")
    exhibit = pinned(
        demonstration,
        "en",
        dataset=Dataset.DEMONSTRATION,
        indicator="lawyers_per_10k",
        period="2025",
        level="county",
    )
    bars = len(exhibit.pictures[1].bars)  # type: ignore[union-attr]
    assert bars > 40
    svg = exhibit_svg(demonstration.divisions, exhibit, BASE, language)
    assert outline(f"The 12 highest and the 12 lowest of {bars}", SMALL) in svg


def test_one_picture_can_stand_alone(workspace: Workspace) -> None:
    exhibit = pinned(workspace, "en", dataset=Dataset.PUBLISHED, indicator="lawyers_per_10k")
    both = exhibit_svg(workspace.divisions, exhibit, BASE, Language("en"))
    alone = exhibit_svg(workspace.divisions, exhibit, BASE, Language("en"), only=1)
    assert len(alone) < len(both) / 2


def test_the_pixels_are_those_of_the_drawing(workspace: Workspace) -> None:
    exhibit = replace(
        pinned(workspace, "en", dataset=Dataset.PUBLISHED, indicator="lawyers_per_10k"),
        pictures=tuple(ALL.values()),
    )
    svg = exhibit_svg(workspace.divisions, exhibit, BASE, Language("en"))
    size = re.search(r'width="(\d+)" height="(\d+)"', svg)
    assert size is not None
    content = exhibit_png(svg)
    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">II", content[16:24]) == (2 * int(size[1]), 2 * int(size[2]))


def test_a_view_without_any_figures_is_still_an_image(workspace: Workspace) -> None:
    exhibit = pinned(workspace, "zh", dataset=Dataset.PUBLISHED, indicator="lawyers_per_10k", level="county")
    assert exhibit_png(exhibit_svg(workspace.divisions, exhibit, BASE, Language("zh")), scale=0.5)
