"""The two small maps of a preview: coarse, but true to the borders, classes and values."""

from itertools import pairwise
from typing import Any

import pytest

from atlas.datasets import Dataset
from atlas.divisions import Level, load_divisions
from atlas.language import Language
from atlas.maps.change_maps import change_maps
from atlas.maps.outlines import national_lines, unit_outlines
from atlas.views.palette import ACCENT
from atlas.views.upload_preview import preview, preview_map
from atlas.workspace import Workspace
from tests.validate.spreadsheets import figures, intake, judged

Edge = frozenset[tuple[float, float]]
CITIES = ("520100", "520200", "520300")


def rings(geometry: dict[str, Any]) -> list[list[tuple[float, float]]]:
    coordinates = geometry["coordinates"]
    parts = coordinates if geometry["type"] == "MultiPolygon" else [coordinates]
    return [ring for part in parts for ring in part]


def edges(geometry: dict[str, Any]) -> set[Edge]:
    return {frozenset(edge) for ring in rings(geometry) for edge in pairwise(ring)}


@pytest.mark.parametrize(
    ("code", "level"), [("000000", Level.PROVINCE), ("520000", Level.COUNTY), ("520100", Level.COUNTY)]
)
def test_every_unit_with_a_polygon_has_a_closed_outline(code: str, level: Level) -> None:
    divisions = load_divisions()
    units = divisions.units(code, level)
    outlines = unit_outlines(divisions, divisions[code], level, [unit.code for unit in units])
    assert set(outlines) == {unit.code for unit in units if unit.polygon}
    for geometry in outlines.values():
        assert all(ring[0] == ring[-1] for ring in rings(geometry))


def test_neighbours_share_their_border() -> None:
    divisions = load_divisions()
    outlines = unit_outlines(divisions, divisions["520000"], Level.CITY, CITIES)
    assert edges(outlines["520100"]) & edges(outlines["520300"])


def test_the_whole_country_comes_with_its_lines() -> None:
    assert len(national_lines(load_divisions()["000000"])) > 0


@pytest.fixture(scope="module")
def shown(demonstration: Workspace) -> Any:
    given = {"disputes_mediated": 50.0, "disputes_mediated_successfully": 10.0}
    cells = [("460100", measure, "2025-11", value) for measure, value in given.items()]
    checked = judged(intake(figures(cells)))
    found = preview(demonstration, Dataset.DEMONSTRATION, checked)
    indicator = demonstration.definitions.indicators["mediation_success_rate"]
    return preview_map(demonstration, Dataset.DEMONSTRATION, found, indicator)


def features(spec: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {each["code"]: each for each in spec["layer"][0]["data"]["values"]}


def test_only_what_changes_looks_different(demonstration: Workspace, shown: Any) -> None:
    before, after = (features(spec) for spec in change_maps(demonstration, shown, Language("en")))
    assert set(before) == set(after)
    moved = {code for code in before if before[code]["fill"] != after[code]["fill"]}
    assert moved == {"460100"}
    assert {code for code in after if after[code]["line"] == ACCENT} == {"460100"}
    assert "→" in after["460100"]["said"]
    assert "20.0%" in after["460100"]["said"]


def test_the_drawing_has_nothing_that_a_page_would_run(demonstration: Workspace, shown: Any) -> None:
    for spec in change_maps(demonstration, shown, Language("zh")):
        assert spec["projection"]["type"] == "identity"
        assert not {"url", "href", "signal"} & set(str(spec).replace("'", " ").split())
