"""A painting agrees with its geometry, its legend and its view, whatever is drawn."""

import json
import re
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from atlas.datasets import Dataset
from atlas.divisions import COUNTRY, Level
from atlas.language import LANGUAGES, Language
from atlas.maps.geometry import geometry_file, load_extent
from atlas.maps.layer import PAINTING_URL, PaintedUnits, SealedMap, script_safe_json
from atlas.maps.painting import FADED, SIZE_DIGITS, STATE_CHARACTERS, Painting, notice, painting
from atlas.periods import LATEST, Period
from atlas.problems import AtlasError, Problem
from atlas.served_files import find_served
from atlas.views.completeness import is_incomplete
from atlas.views.legend import class_labels, legend, palette_of
from atlas.views.map_view import MapView, map_view, painted_view
from atlas.views.selection import Selection
from atlas.workspace import Workspace

ENGLISH = Language("en")
PUBLISHED = Selection(Dataset.PUBLISHED, COUNTRY, Level.PROVINCE, "lawyers_per_10k", LATEST, "en")
INVENTED = replace(PUBLISHED, dataset=Dataset.DEMONSTRATION, period=Period.parse("2025"))
PLACES = [
    {"level": Level.PROVINCE},
    {"level": Level.CITY},
    {"level": Level.COUNTY},
    {"division": "640000", "level": Level.CITY},
    {"division": "640000", "level": Level.COUNTY},
    {"division": "640100", "level": Level.COUNTY},
    {"division": "110000", "level": Level.COUNTY},
    {"division": "460400", "level": Level.TOWNSHIP},
    {"division": "640104", "level": Level.TOWNSHIP},
    {"division": "660000", "level": Level.TOWNSHIP},
    {"division": "710000", "level": Level.TOWNSHIP},
]


@pytest.fixture(params=PLACES, ids=lambda place: "-".join(str(part) for part in place.values()))
def view(demonstration: Workspace, request: pytest.FixtureRequest) -> MapView:
    """The view of each kind of place, with invented figures."""
    return map_view(demonstration, INVENTED.with_(**request.param))


def painted(workspace: Workspace, view: MapView, lang: str = "en") -> Painting:
    return painting(workspace, view, Language(lang))


def test_each_polygon_has_one_character_that_shows_its_unit(demonstration: Workspace, view: MapView) -> None:
    made = painted(demonstration, view)
    shown = painted_view(view)
    assert len(made.classes) == len(made.units.codes)
    for code, character in zip(made.units.codes, made.classes, strict=True):
        unit = shown.drawn(code)
        if unit is None:
            assert character == FADED
        elif unit.shade is None:
            assert character == STATE_CHARACTERS[unit.value.state]
        else:
            assert int(character) == unit.shade < len(made.palette)


def test_every_unit_is_a_polygon_or_a_tile(demonstration: Workspace, view: MapView) -> None:
    made = painted(demonstration, view)
    polygons = {code for code, each in zip(made.units.codes, made.classes, strict=True) if each != FADED}
    tiles = {code for code, *_ in made.tiles}
    assert polygons.isdisjoint(tiles)
    assert polygons | tiles == {unit.division.code for unit in painted_view(view).units}


def test_the_legend_counts_every_unit_once(demonstration: Workspace, view: MapView) -> None:
    shown = painted_view(view)
    made = legend(shown, palette_of(shown), ENGLISH)
    assert sum(int(row.count.replace(",", "")) for row in made.rows) == len(shown.units)


def test_the_frame_fits_what_is_looked_at(demonstration: Workspace, view: MapView) -> None:
    made, extent = painted(demonstration, view), load_extent()
    shown = painted_view(view).within.code
    assert made.bounds == (extent.country if shown == COUNTRY else extent.divisions[shown])
    assert (made.inset is None) == (shown != COUNTRY)
    assert made.context is None if shown == COUNTRY else made.context is not None


def test_only_current_content_is_referred_to(demonstration: Workspace, view: MapView) -> None:
    made = painted(demonstration, view)
    for file in (made.units, made.context, made.lines):
        if file is not None:
            assert find_served(re.sub(r"^/files/[0-9a-f]{16}/", "", file.url)), file.url


def test_the_key_names_dataset_division_level_indicator_and_period(demonstration: Workspace) -> None:
    selected = INVENTED.with_(division="640104", level=Level.TOWNSHIP)
    made = painted(demonstration, map_view(demonstration, selected))
    assert made.key == "demonstration|640104|township|lawyers_per_10k|2025"
    assert made.selected == "640104"


def test_the_corps_is_a_tile_in_both_languages(workspace: Workspace) -> None:
    view = map_view(workspace, PUBLISHED)
    assert [code for code, *_ in painted(workspace, view).tiles] == ["660000"]
    assert painted(workspace, view, "zh").tiles[0][1] == "新疆生产建设兵团"


def test_incomplete_values_are_marked_and_counted_unless_the_link_hides_the_marks(
    demonstration: Workspace,
) -> None:
    chosen = INVENTED.with_(level=Level.COUNTY, indicator="legal_aid_cases_per_10k")
    view = map_view(demonstration, chosen)
    made = painted(demonstration, view)
    marks = {code for code, mark in zip(made.units.codes, made.incomplete, strict=True) if mark == "1"}
    marks |= {code for code, *_, incomplete in made.tiles if incomplete}
    assert marks == {unit.division.code for unit in view.units if is_incomplete(unit.value)}
    row = made.legend.rows[-1]
    assert (row.look, int(row.count)) == ("incomplete", len(marks))
    hidden = painted(demonstration, map_view(demonstration, chosen.with_(mark_incomplete=False)))
    assert hidden.incomplete == ""
    assert "incomplete" not in {each.look for each in hidden.legend.rows}
    assert hidden.link != made.link
    assert hidden.classes == made.classes


def test_a_map_of_whole_reports_carries_no_marks(workspace: Workspace) -> None:
    assert painted(workspace, map_view(workspace, PUBLISHED)).incomplete == ""


def test_circles_grow_with_the_root_of_the_count(demonstration: Workspace) -> None:
    view = map_view(demonstration, INVENTED.with_(indicator="legal_aid_cases"))
    made = painted(demonstration, view)
    assert made.symbol == "circles"
    for code, digit in zip(made.units.codes, made.sizes, strict=True):
        unit = view.drawn(code)
        if unit is None or not unit.value.value:
            assert digit == "0"
            continue
        expected = round(61 * (unit.value.value / view.reference_top) ** 0.5)
        assert SIZE_DIGITS.index(digit) == max(4, expected)


def test_a_rate_has_no_circles(workspace: Workspace) -> None:
    made = painted(workspace, map_view(workspace, PUBLISHED))
    assert made.symbol == "choropleth"
    assert made.sizes == ""


@pytest.mark.parametrize("indicator", ["lawyers", "legal_aid_cases", "mediation_success_rate", "population"])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("dataset", list(Dataset))
def test_no_two_classes_of_a_legend_read_the_same(
    demonstration: Workspace, indicator: str, lang: str, dataset: Dataset
) -> None:
    for level in (Level.PROVINCE, Level.CITY, Level.COUNTY):
        chosen = INVENTED.with_(dataset=dataset, indicator=indicator, level=level)
        view = map_view(demonstration, chosen)
        labels = class_labels(view, Language(lang))
        assert len(set(labels)) == len(labels), labels
        assert all(len(set(re.findall(r"[\d.,]+\S*", label))) != 1 or " to " not in label for label in labels)


def test_a_thousand_units_cost_a_few_kilobytes(demonstration: Workspace) -> None:
    view = map_view(demonstration, INVENTED.with_(level=Level.COUNTY))
    assert len(painted(demonstration, view).classes) > 2800
    assert len(json.dumps(painted(demonstration, view).message()).encode()) < 9_000


def test_the_message_keeps_codes_and_geometry_out(workspace: Workspace) -> None:
    message = painted(workspace, map_view(workspace, PUBLISHED)).message()
    assert "codes" not in message["units"]
    assert set(message["units"]) == {"url", "object"}


def test_no_text_can_close_the_script_around_it() -> None:
    hostile = "</script><img src=x onerror=alert(1)>\u2028'\"\\"
    text = script_safe_json({"key": hostile})
    assert "<" not in text
    assert "\u2028" not in text
    assert json.loads(text)["key"] == hostile


def test_the_layer_tells_the_frame_where_its_painting_is(workspace: Workspace) -> None:
    made = replace(
        notice(workspace, map_view(workspace, PUBLISHED), Language("en")), key="</script>{{ 7 * 7 }}"
    )
    layer = PaintedUnits(made)
    base = SealedMap()
    layer.add_to(base)
    script = layer._template.module.script(layer, {})
    assert "</script>" not in script
    assert "{{ 7 * 7 }}" in script
    assert f"window.atlasMap.show({base.get_name()}, " in script
    assert f'"url":"{PAINTING_URL}?{made.link}"' in script
    assert len(layer.message) < 1_000


def test_the_map_loads_nothing_from_another_machine() -> None:
    sealed = SealedMap()
    links = [url for _, url in (*sealed.default_js, *sealed.default_css)]
    assert len(links) == 4
    assert all(url.startswith("/files/") for url in links)
    html = SealedMap().get_root().render()
    assert re.findall(r"(?:src|href)=\"(?:https?:)?//[^\"]+", html) == []


def test_polygons_and_the_register_agree_on_every_geometry_file(workspace: Workspace) -> None:
    for name in ("provinces", "cities", "counties"):
        codes = geometry_file(f"{name}.topojson", "units").codes
        assert Counter(codes).most_common(1)[0][1] == 1
        assert [code for code in codes if not polygon(workspace, code)] == []


def polygon(workspace: Workspace, code: str) -> bool:
    division = workspace.divisions.get(code)
    return division is not None and division.polygon


@pytest.mark.parametrize(
    ("name", "wanted", "problem"),
    [
        ("no_such.topojson", "units", "missing_geography"),
        ("provinces.topojson", "towns", "damaged_geography"),
    ],
)
def test_a_geometry_file_that_cannot_be_used_is_named(name: str, wanted: str, problem: str) -> None:
    with pytest.raises(AtlasError) as raised:
        geometry_file(name, wanted)
    assert raised.value.problem.id == problem
    assert name in Language("zh").problem(raised.value.problem)


@pytest.mark.parametrize("read", ["units_file", "context_file", "lines_file", "load_extent"])
def test_a_map_of_which_a_file_is_damaged_is_not_announced(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, read: str
) -> None:
    view = map_view(workspace, PUBLISHED.with_(division="520000", level=Level.CITY))
    damage = Problem("damaged_geography", {"file": "geo/x.topojson", "detail": "cut short"})

    def damaged(*_asked: object) -> None:
        raise AtlasError(damage)

    monkeypatch.setattr(f"atlas.maps.painting.{read}", damaged)
    with pytest.raises(AtlasError) as raised:
        notice(workspace, view, ENGLISH)
    assert raised.value.problem is damage


def test_every_province_has_a_box_and_a_file(workspace: Workspace) -> None:
    extent: Any = load_extent()
    for unit in workspace.divisions.units(COUNTRY, Level.PROVINCE):
        if unit.polygon:
            west, south, east, north = extent.divisions[unit.code]
            assert west < east
            assert south < north
