"""Sentences of the upload page say what will happen, in numbers."""

import datetime as dt

import pytest

from atlas.access import Actor, Role
from atlas.datasets import Dataset
from atlas.language import Language
from atlas.validate import UnreadColumn
from atlas.views.upload_preview import Counts
from atlas.views.upload_words import (
    accept_label,
    destination,
    left_out,
    periods_to_choose,
    places_to_report,
    size_text,
    what_happens,
)
from atlas.workspace import COUNTRY, Workspace

UNREAD = UnreadColumn(3, "律师人数", 9)
ENGLISH, CHINESE = Language("en"), Language("zh")


@pytest.mark.parametrize(
    ("counts", "four_eyes", "english", "chinese"),
    [
        (Counts(5, 1, 0, 312, 0), False, "Accept 312 rows", "接受312行"),
        (Counts(5, 1, 0, 1, 0), False, "Accept 1 row", "接受1行"),
        (
            Counts(5, 1, 0, 298, 14),
            False,
            "Accept the 298 sound rows, leave out 14",
            "接受298行无误数据，略去14行",
        ),
        (Counts(5, 1, 0, 1, 2), False, "Accept the 1 sound row, leave out 2", "接受1行无误数据，略去2行"),
        (Counts(5, 1, 0, 1312, 0), True, "Submit 1,312 rows for release", "提交1,312行待审核"),
    ],
)
def test_the_button_says_what_it_does(counts: Counts, four_eyes: bool, english: str, chinese: str) -> None:
    assert accept_label(counts, four_eyes, ENGLISH) == english
    assert accept_label(counts, four_eyes, CHINESE) == chinese


@pytest.mark.parametrize(
    ("counts", "four_eyes", "said"),
    [
        (Counts(0, 0, 0, 0, 3), False, "No row can be accepted"),
        (Counts(3, 0, 0, 2, 3), False, "3 rows have errors and stay out"),
        (Counts(3, 0, 0, 2, 0), False, "Every row is sound"),
        (Counts(0, 0, 9, 2, 0), False, "accepting changes no figure"),
        (Counts(3, 0, 0, 2, 0), True, "a second person has released them"),
        (
            Counts(3, 0, 0, 9, 0, (UNREAD,)),
            False,
            "The column “律师人数” (9 figures) was not read. All else is",
        ),
        (Counts(3, 0, 0, 9, 2, (UNREAD,)), False, "was not read. 2 rows have errors and stay out"),
        (Counts(0, 0, 9, 9, 0, (UNREAD,)), False, "All that was read is known already"),
    ],
)
def test_above_the_button_stands_what_happens(counts: Counts, four_eyes: bool, said: str) -> None:
    assert said in what_happens(counts, four_eyes, ENGLISH)


@pytest.mark.parametrize(
    ("counts", "said", "reason"),
    [
        (Counts(1, 0, 0, 9, 0), "", "nothing stayed out"),
        (Counts(1, 0, 0, 9, 1), "1 row stayed out.", "a row"),
        (
            Counts(1, 0, 0, 9, 0, (UNREAD,)),
            "The column “律师人数” (9 figures) was not read. Correct",
            "a column",
        ),
    ],
)
def test_what_stayed_out_is_named_for_what_it_is(counts: Counts, said: str, reason: str) -> None:
    told = left_out(counts, ENGLISH)
    assert told.startswith(said), reason
    assert bool(told) is bool(said), reason
    assert ("row" in told) is bool(counts.rejected_rows), reason


def test_the_page_says_where_the_figures_go_and_for_whom_one_reports(workspace: Workspace) -> None:
    chen = Actor("chen", Role.CONTRIBUTOR, ("520100", "520300"))
    words = destination(workspace, Dataset.PUBLISHED, chen, ENGLISH)
    assert "published figures" in words
    assert "Guiyang and Zunyi" in words
    everybody = Actor("wang", Role.ADMINISTRATOR, (COUNTRY,))
    assert "You report" not in destination(workspace, Dataset.DEMONSTRATION, everybody, ENGLISH)


def test_the_recent_months_are_offered_with_the_longer_periods_that_they_complete() -> None:
    codes = [str(period) for period in periods_to_choose(dt.date(2026, 1, 20))]
    assert codes[:8] == ["2026-01", "2025-12", "2025-Q4", "2025-H2", "2025", "2025-11", "2025-10", "2025-09"]
    assert sum(len(code) == 7 and code[5].isdigit() for code in codes) == 24


@pytest.mark.parametrize(
    ("part", "first", "count"),
    [
        (("520000",), "520000", 10),
        (("520100",), "520100", 1),
        (("520102",), "520102", 1),
        (("710000",), "", 0),
    ],
)
def test_a_template_is_offered_for_ones_own_part(
    workspace: Workspace, part: tuple[str, ...], first: str, count: int
) -> None:
    places = places_to_report(workspace.divisions, Actor("chen", Role.CONTRIBUTOR, part))
    assert len(places) == count
    assert [place.code for place in places][:1] == ([first] if first else [])


def test_a_template_for_the_country_is_offered_for_every_reporting_province(workspace: Workspace) -> None:
    places = places_to_report(workspace.divisions, Actor("wang", Role.ADMINISTRATOR))
    codes = {place.code for place in places}
    assert {"110000", "520000", "520100"} <= codes
    assert not {"710000", "810000", "820000"} & codes


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0 bytes"), (1023, "1,023 bytes"), (1024, "1 KB"), (5 * 1024**2 // 2, "2.5 MB")]
)
def test_a_size_is_written_in_the_unit_that_suits_it(size: int, text: str) -> None:
    assert size_text(size, ENGLISH) == text
