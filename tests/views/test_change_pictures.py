"""The two small maps of a preview: the same classes, and only what changes looks different."""

from dataclasses import replace

import pytest

from atlas.datasets import Dataset
from atlas.language import Language
from atlas.views.change_pictures import change_pictures
from atlas.views.pictures import MapUnit
from atlas.views.upload_map import ChangeMap
from atlas.views.upload_preview import preview, preview_map
from atlas.workspace import Workspace
from tests.validate.spreadsheets import figures, intake, judged


@pytest.fixture(scope="module")
def shown(demonstration: Workspace) -> ChangeMap:
    given = {"disputes_mediated": 50.0, "disputes_mediated_successfully": 10.0}
    cells = [("460100", measure, "2025-11", value) for measure, value in given.items()]
    checked = judged(intake(figures(cells)))
    found = preview(demonstration, Dataset.DEMONSTRATION, checked)
    indicator = demonstration.definitions.indicators["mediation_success_rate"]
    change = preview_map(demonstration, Dataset.DEMONSTRATION, found, indicator)
    assert change is not None
    return change


def test_only_what_changes_looks_different(demonstration: Workspace, shown: ChangeMap) -> None:
    before, after = (
        by_code(picture.units) for picture in change_pictures(demonstration, shown, Language("en"))
    )
    assert set(before) == set(after)
    moved = {code for code in before if before[code].fill != after[code].fill}
    assert moved == {"460100"}
    assert {code for code in after if after[code].marked} == {"460100"}
    assert not any(unit.marked for unit in before.values())
    assert "→" in after["460100"].text
    assert "20.0%" in after["460100"].text


def test_where_nearly_all_changes_nothing_is_marked(demonstration: Workspace, shown: ChangeMap) -> None:
    changed = [replace(unit, before=replace(unit.before, value=1.0)) for unit in shown.units]
    _, after = change_pictures(demonstration, replace(shown, units=tuple(changed)), Language("zh"))
    assert not any(unit.marked for unit in after.units)


def test_both_maps_have_one_legend(demonstration: Workspace, shown: ChangeMap) -> None:
    now, then = change_pictures(demonstration, shown, Language("en"))
    assert now.legend == then.legend
    assert len(now.legend) == shown.classification.classes


def by_code(units: tuple[MapUnit, ...]) -> dict[str, MapUnit]:
    return {unit.code: unit for unit in units}
