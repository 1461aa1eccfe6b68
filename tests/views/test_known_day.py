"""As known on a day: what came in or was taken back later is left out, everywhere alike."""

from datetime import date
from pathlib import Path

import pytest

from atlas.datasets import Dataset
from atlas.divisions import Level
from atlas.language import Language
from atlas.office_time import end_of_day, office_time
from atlas.periods import LATEST, Period
from atlas.views.cell import cell_of
from atlas.views.evaluations import value_of_division, values_over_time
from atlas.views.headlines import headlines
from atlas.views.known_days import known_days
from atlas.views.map_view import map_view
from atlas.views.selection import Selection, query_of, read_selection
from atlas.views.sentence import sentence
from atlas.views.table import view_table
from atlas.workspace import Workspace
from tests.office import CHEN, WANG, noon, office, send

MEASURE, COUNTY, CITY = "legal_aid_cases", "520102", "520100"
SEEN = Selection(Dataset.DEMONSTRATION, CITY, Level.COUNTY, MEASURE, Period.parse("2025-03"), "en")
ENGLISH = Language("en")

# The day, what the county's value was at its end, and what had happened by then.
DAYS = [
    (date(2026, 3, 4), None, "nothing yet"),
    (date(2026, 3, 5), 12.0, "the first file came at noon"),
    (date(2026, 3, 7), 12.0, "nothing new"),
    (date(2026, 3, 8), 15.0, "a correction"),
    (date(2026, 3, 9), 12.0, "the correction was taken back"),
    (date(2026, 3, 10), 15.0, "and put back"),
    (None, 15.0, "now"),
]


@pytest.fixture(scope="module")
def work(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return corrected(workspace, tmp_path_factory.mktemp("known"))


@pytest.fixture
def changing(workspace: Workspace, tmp_path: Path) -> Workspace:
    """The same, for tests in which more comes in."""
    return corrected(workspace, tmp_path)


def corrected(workspace: Workspace, folder: Path) -> Workspace:
    own = office(workspace, folder)
    send(own, CHEN, "first.csv", [(COUNTY, MEASURE, "2025-03", 12)], noon(5))
    send(own, CHEN, "second.csv", [(COUNTY, MEASURE, "2025-03", 15)], noon(8))
    store = own.store(Dataset.DEMONSTRATION)
    store.undo("second.csv", WANG, "typing error", noon(9))
    store.redo("second.csv", WANG, "it was right", noon(10))
    return own


@pytest.mark.parametrize(("day", "value", "reason"), DAYS)
def test_every_part_of_the_page_shows_what_was_known(
    work: Workspace, day: date | None, value: float | None, reason: str
) -> None:
    seen = SEEN.with_(known=day)
    view = map_view(work, seen)
    drawn = view.drawn(COUNTY)
    assert drawn is not None
    assert drawn.value.value == value, reason
    table = view_table(work, view, ENGLISH)
    (row,) = table[table["Code"] == COUNTY].to_dict("records")
    written = f"{value:.0f}\u2009cases" if value else "no data"
    assert row["As stated"] == written
    assert cell_of(work, view, COUNTY, ENGLISH).value == written
    over_time = values_over_time(work, seen.dataset, MEASURE, COUNTY, SEEN.period.kind, None, day)
    assert [each.value for each in over_time] == ([value] if value else [])
    at_county = seen.with_(division=COUNTY, level=Level.TOWNSHIP)
    tile = next(each for each in headlines(work, at_county, ENGLISH) if each.indicator.id == MEASURE)
    assert tile.value == (f"{value:.0f}" if value else "no data")


@pytest.mark.parametrize(("day", "value", "reason"), DAYS)
def test_the_latest_figure_is_the_latest_then_known(
    work: Workspace, day: date | None, value: float | None, reason: str
) -> None:
    found = value_of_division(work, SEEN.dataset, MEASURE, COUNTY, LATEST, None, day)
    assert found.value == value, reason


def test_the_day_ends_at_midnight_in_beijing(changing: Workspace) -> None:
    late = office_time(end_of_day(date(2026, 3, 11))).replace(microsecond=0)
    send(changing, CHEN, "late.csv", [(COUNTY, MEASURE, "2025-03", 99)], late)
    values = [
        value_of_division(changing, SEEN.dataset, MEASURE, COUNTY, SEEN.period, None, day).value
        for day in (date(2026, 3, 10), date(2026, 3, 11))
    ]
    assert values == [15, 99]


def test_the_view_says_of_which_day_it_is(work: Workspace) -> None:
    view = map_view(work, SEEN.with_(known=date(2026, 3, 5)))
    assert sentence(work, view, ENGLISH).endswith("As known on 5 March 2026.")
    assert "2026年3月5日" in sentence(work, view, Language("zh"))
    assert "As known on 5 March 2026." in cell_of(work, view, COUNTY, ENGLISH).lines
    now = map_view(work, SEEN)
    assert "As known" not in sentence(work, now, ENGLISH)
    assert not any("As known" in line for line in cell_of(work, now, COUNTY, ENGLISH).lines)


def test_colours_keep_their_meaning_between_then_and_now(work: Workspace) -> None:
    then, now = map_view(work, SEEN.with_(known=date(2026, 3, 5))), map_view(work, SEEN)
    assert then.classification == now.classification


def test_a_day_after_which_nothing_has_happened_is_computed_only_once(work: Workspace) -> None:
    arguments = (work, SEEN.dataset, MEASURE, COUNTY, SEEN.period, None)
    now = value_of_division(*arguments)
    assert value_of_division(*arguments, date(2026, 3, 10)) is now
    assert value_of_division(*arguments, date(2026, 4, 1)) is now
    assert value_of_division(*arguments, date(2026, 3, 9)) is not now


def test_a_dataset_knows_from_when_to_when_it_has_changed(changing: Workspace) -> None:
    days = known_days(changing, Dataset.DEMONSTRATION)
    assert days is not None
    assert (days.first, days.newest) == (noon(5), noon(10))
    send(changing, CHEN, "third.csv", [(COUNTY, MEASURE, "2025-04", 1)], noon(12))
    again = known_days(changing, Dataset.DEMONSTRATION)
    assert again is not None
    assert again.newest == noon(12)


def test_an_empty_dataset_knows_no_days(workspace: Workspace, tmp_path: Path) -> None:
    work = office(workspace, tmp_path)
    assert known_days(work, Dataset.DEMONSTRATION) is None
    assert map_view(work, SEEN.with_(known=date(2026, 3, 5))).ranked == ()


def test_a_day_that_has_not_come_is_now_and_said_so(workspace: Workspace) -> None:
    reading = read_selection({"known": "2126-03-05"}, workspace, "en")
    assert reading.selection.known is None
    assert [problem.id for problem in reading.problems] == ["future_day"]


def test_the_link_of_a_day_leads_back_to_it(workspace: Workspace) -> None:
    seen = read_selection({"known": "2026-03-05"}, workspace, "en")
    assert seen.problems == ()
    assert seen.selection.known == date(2026, 3, 5)
    assert query_of(seen.selection, workspace)["known"] == "2026-03-05"
