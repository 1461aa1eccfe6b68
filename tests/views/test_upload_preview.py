"""What the preview of a file says is what accepting it does, and nothing is written meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from atlas.access import SYSTEM
from atlas.batches import Batch
from atlas.datasets import Dataset
from atlas.divisions import Level
from atlas.indicators import IndicatorValue, evaluate
from atlas.store import Store
from atlas.uploads import observations_of, source_of
from atlas.validate import Checked
from atlas.views.upload_changes import Effect
from atlas.views.upload_indicators import area_of, common_division
from atlas.views.upload_preview import preview, preview_map
from atlas.workspace import Workspace
from tests.figures import ACCEPTED, batch
from tests.validate.spreadsheets import Cell, figures, intake, judged

INTO = Dataset.DEMONSTRATION
OTHERS = ("520600", "522600", "522700")
"""Cities that have reported already: a province has a value once enough of its cities have."""
KNOWN: list[Cell] = [
    *((city, "legal_aid_cases", "2025-03", 10) for city in OTHERS),
    *((city, "disputes_mediated", "2025-03", 10) for city in OTHERS),
    *((city, "disputes_mediated_successfully", "2025-03", 10) for city in OTHERS),
    ("520100", "disputes_mediated", "2025-03", 10),
    ("520100", "disputes_mediated_successfully", "2025-03", 10),
    ("520100", "legal_aid_cases", "2025-03", 100),
    ("520300", "legal_aid_cases", "2025-03", 200),
    ("520400", "legal_aid_cases", "2025-03", "not_applicable"),
    ("520300", "disputes_mediated", "2025-03", 90),
    ("520300", "disputes_mediated_successfully", "2025-03", 80),
]
FILE: list[Cell] = [
    ("520100", "legal_aid_cases", "2025-03", 100),
    ("520300", "legal_aid_cases", "2025-03", 230),
    ("520400", "legal_aid_cases", "2025-03", 7),
    ("520200", "legal_aid_cases", "2025-03", 11),
    ("520500", "legal_aid_cases", "2025-03", -4),
    ("522300", "legal_aid_cases", "2025-03", "—"),
    ("520300", "disputes_mediated", "2025-03", 100),
    ("520300", "disputes_mediated_successfully", "2025-03", 95),
]


@pytest.fixture(scope="module")
def filled(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A workspace of its own whose demonstration figures are `KNOWN`."""
    own = Workspace(workspace.divisions, workspace.definitions, tmp_path_factory.mktemp("filled"), ())
    store = Store.open(own.database(INTO))
    store.submit(batch("before", KNOWN), SYSTEM, at=ACCEPTED)
    store.close()
    yield own
    own.store(INTO).close()


def accepted(workspace: Workspace, checked: Checked) -> Store:
    """Another store, in which the file has really been accepted on top of what is known."""
    store, source = Store.open(Path(":memory:")), source_of(checked)
    rows = [observations_of(checked, source.id)]
    store.submit(batch("before", KNOWN), SYSTEM, at=ACCEPTED)
    store.submit(Batch("upload", "upload", rows, ACCEPTED, sources=(source,)), SYSTEM)
    return store


def told(values: tuple[IndicatorValue, ...]) -> list[object]:
    return [
        (each.division, each.value, each.state, each.children_reported, each.children_expected)
        for each in values
    ]


def test_figures_are_counted_by_what_accepting_them_does(filled: Workspace) -> None:
    counts = preview(filled, INTO, judged(intake(figures(FILE)))).counts
    assert (counts.new, counts.changed, counts.unchanged) == (1, 4, 1)
    assert (counts.sound_rows, counts.rejected_rows) == (6, 1)


@pytest.mark.parametrize(
    ("cell", "effect", "reason"),
    [
        (("520100", "legal_aid_cases", "2025-03", 100), Effect.UNCHANGED, "the same number"),
        (("520100", "legal_aid_cases", "2025-03", 100.00000000000001), Effect.UNCHANGED, "lost in binary"),
        (("520100", "legal_aid_cases", "2025-03", 101), Effect.CHANGED, "another number"),
        (("520100", "legal_aid_cases", "2025-03", 0), Effect.CHANGED, "zero is a number"),
        (("520100", "legal_aid_cases", "2025-03", "*"), Effect.CHANGED, "a number becomes suppressed"),
        (("520400", "legal_aid_cases", "2025-03", "不适用"), Effect.UNCHANGED, "the same missing value"),
        (("520400", "legal_aid_cases", "2025-03", "*"), Effect.CHANGED, "another kind of missing value"),
        (("520400", "legal_aid_cases", "2025-03", 0), Effect.CHANGED, "a number where none applied"),
        (("520100", "legal_aid_cases", "2025-02", 100), Effect.NEW, "another month"),
        (("520100", "legal_aid_cases", "2025", 100), Effect.NEW, "another kind of period"),
        (("520100", "law_firms", "2025-03", 100), Effect.NEW, "another measure"),
        (("520102", "legal_aid_cases", "2025-03", 100), Effect.NEW, "another division"),
    ],
)
def test_a_figure_is_new_changed_or_unchanged(
    filled: Workspace, cell: Cell, effect: Effect, reason: str
) -> None:
    changes = preview(filled, INTO, judged(intake(figures([cell])))).changes
    assert list(changes.figures.effect) == [effect], reason


def test_every_change_tells_the_old_the_new_and_the_row(filled: Workspace) -> None:
    changed = preview(filled, INTO, judged(intake(figures(FILE)))).changes.of(Effect.CHANGED)
    by_row = {row.row: (row.before, row.after, row.before_status) for row in changed.itertuples()}
    assert by_row[3] == (200, 230, "value")
    assert by_row[8] == (90, 100, "value")
    assert np.isnan(by_row[4][0])
    assert by_row[4][1:] == (7, "not_applicable")


def test_the_largest_changes_come_first_and_kinds_of_missing_values_before_them(filled: Workspace) -> None:
    changed = preview(filled, INTO, judged(intake(figures(FILE)))).changes.of(Effect.CHANGED)
    assert list(changed.row) == [4, 9, 3, 8]


def test_a_preview_writes_nothing(filled: Workspace) -> None:
    store = filled.store(INTO)
    before = (store.version, store.log(), len(store.current()))
    shown = preview(filled, INTO, judged(intake(figures(FILE))))
    preview_map(filled, INTO, shown, filled.definitions.indicators["legal_aid_cases"])
    assert (store.version, store.log(), len(store.current())) == before


def test_indicators_become_what_the_preview_says(filled: Workspace) -> None:
    checked = judged(intake(figures(FILE)))
    shown = preview(filled, INTO, checked)
    assert shown.area is not None
    said = {each.indicator.id: each for each in shown.indicators}
    assert {"legal_aid_cases", "mediation_success_rate"} <= set(said)
    assert said["legal_aid_cases"].before.value == 330
    moved = 100 * 135 / 140 - 100 * 120 / 130
    assert said["mediation_success_rate"].difference == pytest.approx(moved)
    store = accepted(filled, checked)
    for name, change in said.items():
        real = evaluate(
            store,
            filled.definitions,
            filled.divisions,
            filled.definitions.indicators[name],
            ["520000"],
            shown.area.period,
        )
        assert told((change.after,)) == told(real), name


@pytest.mark.parametrize("indicator", ["legal_aid_cases", "mediation_success_rate"])
def test_the_map_becomes_what_the_preview_shows(filled: Workspace, indicator: str) -> None:
    checked = judged(intake(figures(FILE)))
    definition = filled.definitions.indicators[indicator]
    shown = preview_map(filled, INTO, preview(filled, INTO, checked), definition)
    assert shown is not None
    assert shown.area.level is Level.CITY
    codes = [unit.division.code for unit in shown.units]
    assert len(codes) == 9
    store = accepted(filled, checked)
    real = evaluate(store, filled.definitions, filled.divisions, definition, codes, shown.area.period)
    assert told(tuple(unit.after for unit in shown.units)) == told(real)
    expected = {"legal_aid_cases": {"520300", "520400", "520200"}, "mediation_success_rate": {"520300"}}
    assert {unit.division.code for unit in shown.units if unit.changes} == expected[indicator]
    assert shown.changed == len(expected[indicator])


def test_a_file_without_a_sound_row_changes_nothing(filled: Workspace) -> None:
    shown = preview(filled, INTO, judged(intake(figures([("520100", "lawyers", "2025-03", -1)]))))
    assert (shown.counts.sound_rows, shown.counts.rejected_rows) == (0, 1)
    assert shown.area is None
    assert shown.divisions == frozenset()
    assert preview_map(filled, INTO, shown, filled.definitions.indicators["lawyers"]) is None


@pytest.mark.parametrize(
    ("codes", "around", "reason"),
    [
        (["520100", "520300"], "520000", "two cities lie in their province"),
        (["520102", "520103"], "520100", "two counties of one city"),
        (["520102", "520302"], "520000", "counties of two cities"),
        (["520102"], "520100", "one county is shown among its siblings"),
        (["520100"], "520000", "and so is one city"),
        (["520000"], "000000", "and one province"),
        (["520100", "440100"], "000000", "two provinces have the country around them"),
        (["520000", "520100", "520102"], "520000", "a division may report beside its own units"),
        (["520102001", "520102002"], "520102", "townships of one county"),
    ],
)
def test_figures_are_shown_in_the_smallest_division_around_them(
    workspace: Workspace, codes: list[str], around: str, reason: str
) -> None:
    assert common_division(workspace.divisions, codes) == around, reason


@pytest.mark.parametrize(
    ("cells", "level", "period", "reason"),
    [
        (("520100 2025-03", "520300 2025-03"), "city", "2025-03", "cities of a province"),
        (("520102 2025-03", "520302 2025-03"), "county", "2025-03", "counties of a province"),
        (("520102 2025-03", "440103 2025-03"), "province", "2025-03", "counties of the country"),
        (("520102 2025-01", "520102 2025-02"), "county", "2025-02", "the later month"),
        (
            ("520102 2025-01", "520102 2025-02", "520103 2025-01"),
            "county",
            "2025-02",
            "with half the figures",
        ),
        (
            ("520102 2025-01", "520103 2025-01", "520111 2025-01", "520102 2025-02"),
            "county",
            "2025-01",
            "a single correction of a later month is beside the point",
        ),
    ],
)
def test_the_preview_shows_the_files_own_units_and_period(
    workspace: Workspace, cells: tuple[str, ...], level: str, period: str, reason: str
) -> None:
    rows = [(*cell.split(), 1.0) for cell in cells]
    table = figures([(division, "lawyers", month, value) for division, month, value in rows])
    area = area_of(workspace.divisions, table.to_pandas())
    assert (area.level, str(area.period)) == (level, period), reason
