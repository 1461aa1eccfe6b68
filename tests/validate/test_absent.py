"""Which divisions are expected in a file, and which are not."""

from tests.validate.spreadsheets import Cell, fields_of, figures, found, ids, intake, judged

GUIYANG, ZUNYI = "520100", "520300"
COUNTIES = [
    "520102", "520103", "520111", "520112", "520113", "520115", "520121", "520122", "520123", "520181",
]  # fmt: skip
CITIES = ["520100", "520200", "520300", "520400", "520500", "520600", "522300", "522600", "522700"]
ABSENT = {"units_absent", "most_units_absent"}


def lawyers(*codes: str, period: str = "2026-10") -> list[Cell]:
    return [(code, "lawyers", period, 5) for code in codes]


def missing(cells: list[Cell], inside: str = "") -> list[list[str]]:
    checked = judged(intake(figures(cells)), may_report=lambda code: code.startswith(inside))
    said = [fields for rule in sorted(ABSENT) for fields in fields_of(checked, rule)]
    named = [fields["missing"] for fields in said]
    return [
        [getattr(each, "code", "others") for each in names] for names in named if isinstance(names, tuple)
    ]


def test_the_missing_children_are_named_for_each_parent() -> None:
    zunyi = ["520302", "520303"]
    (said,) = fields_of(judged(intake(figures(lawyers(*COUNTIES[:8])))), "units_absent")
    assert (said["division"].code, said["count"], said["expected"]) == (GUIYANG, 2, 10)  # type: ignore[attr-defined]
    assert missing(lawyers(*COUNTIES[:8])) == [COUNTIES[8:]]
    assert len(missing(lawyers(*COUNTIES[:8], *zunyi))) == 2


def test_each_period_is_looked_at_alone() -> None:
    both = lawyers(*COUNTIES) + lawyers(*COUNTIES[1:], period="2026-09")
    assert missing(both) == [COUNTIES[:1]]


def test_a_city_that_stands_above_its_counties_is_no_reason_to_expect_others() -> None:
    assert missing(lawyers(GUIYANG, *COUNTIES)) == []
    assert missing(lawyers(GUIYANG, ZUNYI, *COUNTIES)) == []
    assert missing(lawyers(*CITIES[:8])) == [CITIES[8:]]


def test_only_what_the_uploader_may_report_is_expected() -> None:
    assert missing(lawyers("520102", "520103"), inside="520102") == []
    assert missing(lawyers("110101", "110102")) != []


def test_an_empty_cell_is_no_absence() -> None:
    cells: list[Cell] = [(code, "lawyers", "2026-10", "—") for code in COUNTIES]
    assert missing(cells) == []


def test_nobody_is_expected_in_a_month_to_come() -> None:
    checked = judged(intake(figures(lawyers(*COUNTIES[:8], period="2027-01"))))
    assert found(checked, "future_period")
    assert not ABSENT & ids(checked)


def test_many_missing_divisions_are_not_all_named() -> None:
    (said,) = fields_of(judged(intake(figures(lawyers("520000", "530000")))), "most_units_absent")
    assert (said["count"], said["expected"]) == (29, 31)
    names = said["missing"]
    assert isinstance(names, tuple)
    assert (len(names), names[-1]) == (11, "others")
