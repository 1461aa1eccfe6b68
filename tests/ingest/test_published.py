"""The shipped files are complete and as their sources state; faulty rows are reported, not used."""

import csv
import datetime as dt
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.batches import OBSERVATION_COLUMNS
from atlas.definitions import Definitions, load_definitions
from atlas.divisions import Divisions, load_divisions
from atlas.ingest.published import DATA_FOLDER, FILES, PublishedFigures, load_published
from atlas.ingest.published_row import precedence
from atlas.ingest.remarks import REMARKS
from atlas.ingest.vocabulary import COLUMNS, GRADES, QUALIFIERS
from atlas.problems import TEMPLATES

FIGURES_FILE = "published_figures.csv"

SOUND = {
    "division_code": "630000", "measure": "lawyers", "period": "2025-12", "period_kind": "point",
    "value": "2334", "unit": "person", "qualifier": "exact",
    "source_title": "A report", "source_publisher": "A paper",
    "source_date": "2026-01-03", "source_url": "https://example.org/a", "source_grade": "press",
    "founding_document": "", "remarks": "machine_summary",
}  # fmt: skip


@pytest.fixture(scope="module")
def definitions() -> Definitions:
    return load_definitions()


@pytest.fixture(scope="module")
def divisions() -> Divisions:
    return load_divisions()


@pytest.fixture(scope="module")
def published(definitions: Definitions, divisions: Divisions) -> PublishedFigures:
    return load_published(definitions, divisions)


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with (DATA_FOLDER / FIGURES_FILE).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_shipped_row_is_sound(published: PublishedFigures) -> None:
    assert published.problems == ()
    assert len(published.figures) == 893 + 33


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("source_grade", {"founding": 84, "official": 178, "press": 159, "repost": 449, "summary": 23}),
        (
            "period_kind",
            {"point": 433, "year": 252, "half": 24, "quarter": 4, "multi-year": 102, "cumulative": 78},
        ),
        ("qualifier", {"exact": 511, "about": 187, "over": 181, "at_least": 14}),
        ("unit", {"count": 560, "person": 204, "percent": 81, "CNY": 34, "per_10k": 12, "hours": 2}),
    ],
    ids=["grades", "kinds of period", "qualifiers", "units"],
)
def test_the_file_holds_as_many_rows_of_each_sort_as_were_collected(
    rows: list[dict[str, str]], column: str, expected: dict[str, int]
) -> None:
    assert len(rows) == 893
    assert Counter(row[column] for row in rows) == expected


def test_every_reporting_province_has_figures(rows: list[dict[str, str]], divisions: Divisions) -> None:
    provinces = {row["division_code"][:2] for row in rows} - {"00"}
    assert len(provinces) == 31
    assert len({row["division_code"] for row in rows}) == 84
    assert all(row["division_code"] in divisions for row in rows)


@pytest.mark.parametrize(
    ("division", "measure", "period", "value", "qualifier"),
    [
        ("630000", "lawyers_per_10k", "2025-12", 3.78, "exact"),
        ("630000", "lawyers", "2025-12", 2334, "exact"),
        ("441200", "disputes_mediated", "2021", 11020, "exact"),
        ("441200", "disputes_mediated_successfully", "2021", 10819, "exact"),
        ("441200", "mediation_success_rate", "2021", 98.2, "exact"),
        ("000000", "lawyers", "2022-12", 651600, "over"),
        ("000000", "lawyers_full_time", "2022-12", 504700, "over"),
        ("210000", "rooms_village", "2025-11", 16000, "over"),
        ("520000", "centres_county", "2024-12", 103, "exact"),
        ("000000", "population", "2020-11", 1_409_778_724, "exact"),
        ("630000", "population", "2020-11", 5_923_957, "exact"),
    ],
)
def test_a_known_figure_is_as_its_source_states_it(
    published: PublishedFigures, division: str, measure: str, period: str, value: float, qualifier: str
) -> None:
    found = [
        (figure.value, figure.qualifier)
        for figure in published.figures
        if (figure.division, figure.measure, str(figure.period)) == (division, measure, period)
    ]
    assert found == [(value, qualifier)]


def test_the_parts_of_a_stated_sum_add_up(published: PublishedFigures) -> None:
    values = {
        (figure.division, figure.measure, str(figure.period)): figure.value for figure in published.figures
    }

    def zhaoqing(measure: str, period: str) -> float:
        return values["441200", measure, period]

    levels = ("centres_city_county", "stations_township", "rooms_village")
    assert sum(zhaoqing(level, "2022-07") for level in levels) == 10 + 105 + 1549
    assert zhaoqing("pls_platforms_total", "2022-07") == 1664
    successful, all_disputes = (
        zhaoqing(name, "2021") for name in ("disputes_mediated_successfully", "disputes_mediated")
    )
    assert round(100 * successful / all_disputes, 2) == 98.18
    provinces = [
        value
        for (division, measure, _), value in values.items()
        if measure == "population" and division.endswith("0000") and division != "000000"
    ]
    assert len(provinces) == 31
    assert sum(provinces) == values["000000", "population", "2020-11"]


def test_spans_running_totals_and_forecasts_are_never_a_year_or_a_month(
    published: PublishedFigures, rows: list[dict[str, str]]
) -> None:
    figures = [figure for figure in published.figures if figure.source.file_name == FIGURES_FILE]
    listed_only = [
        row["period_kind"] in ("multi-year", "cumulative") or "forecast" in row["remarks"].split()
        for row in rows
    ]
    assert [figure.period.kind == "span" for figure in figures] == listed_only


def test_both_of_two_figures_that_disagree_stay_and_say_so(published: PublishedFigures) -> None:
    keys = Counter((figure.division, figure.measure, str(figure.period)) for figure in published.figures)
    twice = {key for key, count in keys.items() if count > 1}
    assert len(twice) == 5
    for figure in published.figures:
        if (figure.division, figure.measure, str(figure.period)) in twice:
            assert "conflicts_with_other" in figure.remarks.split()


def test_every_remark_is_used_and_known(published: PublishedFigures) -> None:
    assert {remark for figure in published.figures for remark in figure.remarks.split()} == set(REMARKS)


def test_no_sentence_of_a_source_is_copied(rows: list[dict[str, str]]) -> None:
    assert set(rows[0]) == set(COLUMNS)


def test_the_batch_has_the_columns_of_observations_and_every_source_once(
    published: PublishedFigures,
) -> None:
    batch = published.batch(dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    (observations,) = batch.observations
    assert tuple(observations.columns) == OBSERVATION_COLUMNS
    assert set(observations["source"]) == {source.id for source in batch.sources}
    assert len(batch.sources) == len({source.id for source in batch.sources})


def test_the_batch_keeps_its_id_until_a_figure_changes(
    published: PublishedFigures, definitions: Definitions, divisions: Divisions
) -> None:
    again = load_published(definitions, divisions)
    fewer = PublishedFigures(published.figures[1:], ())
    assert again.batch().id == published.batch().id
    assert fewer.batch().id != published.batch().id


@pytest.mark.parametrize(
    ("column", "value", "reported", "reason"),
    [
        ("measure", "lawyerz", None, "an unknown measure has a sentence of its own"),
        ("measure", "county_units", "measure", "the atlas counts divisions itself"),
        ("division_code", "999999", "division_code", "no such division"),
        ("division_code", "", "division_code", "an empty code is none"),
        ("period", "2025-13", "period", "there is no thirteenth month"),
        ("period", "latest", "period", "a figure has a period of its own"),
        ("period", "2025", "period_kind", "a year is no point in time"),
        ("period_kind", "month", "period_kind", "the file says point"),
        ("value", "1,1020", "value", "a garbled number"),
        ("value", "-3", "value", "nothing here is negative"),
        ("value", "", "value", "missing is not zero"),
        ("value", "１２", "value", "digits of another width"),
        ("unit", "percent", "unit", "lawyers are people"),
        ("qualifier", "nearly", "qualifier", "not one of the four"),
        ("source_title", " ", "source_title", "every figure has a source"),
        ("source_date", "2026-02-30", "source_date", "no such day"),
        ("source_date", "2026-1-3", "source_date", "not ISO"),
        ("source_url", "javascript:alert(1)", "source_url", "only addresses of pages become links"),
        ("source_grade", "rumour", "source_grade", "not one of the five"),
        ("founding_document", "002", "founding_document", "only founding rows name a document"),
        ("remarks", "machine_summary nonsense", "remarks", "a remark without a sentence"),
    ],
)
def test_a_faulty_cell_is_named_and_the_other_rows_stay(
    tmp_path: Path,
    definitions: Definitions,
    divisions: Divisions,
    column: str,
    value: str,
    reported: str | None,
    reason: str,
) -> None:
    write(tmp_path / FIGURES_FILE, [SOUND, {**SOUND, column: value}, SOUND])
    read = load_published(definitions, divisions, tmp_path, [FIGURES_FILE])
    assert [figure.row for figure in read.figures] == [2, 4], reason
    (problem,) = read.problems
    assert problem.fields["file"] == FIGURES_FILE
    assert problem.fields["row"] == "3"
    if reported is None:
        assert problem.id == "unknown_measure"
    else:
        assert (problem.id, problem.fields["column"]) == ("bad_cell", reported)
        assert problem.fields["remedy"]
    assert problem.id in TEMPLATES


def test_several_faults_of_one_row_are_reported_together(
    tmp_path: Path, definitions: Definitions, divisions: Divisions
) -> None:
    faulty = {**SOUND, "value": "many", "division_code": "nowhere", "qualifier": ""}
    write(tmp_path / FIGURES_FILE, [faulty])
    read = load_published(definitions, divisions, tmp_path, [FIGURES_FILE])
    assert {problem.fields["column"] for problem in read.problems} == {"value", "division_code", "qualifier"}


def test_a_short_row_is_reported_rather_than_guessed(
    tmp_path: Path, definitions: Definitions, divisions: Divisions
) -> None:
    (tmp_path / FIGURES_FILE).write_text(
        ",".join(COLUMNS) + "\n630000,lawyers,2025-12,point\n", encoding="utf-8"
    )
    read = load_published(definitions, divisions, tmp_path, [FIGURES_FILE])
    assert not read.figures
    assert "value" in {problem.fields["column"] for problem in read.problems}


@pytest.mark.parametrize(
    ("content", "problem", "reason"),
    [
        (None, "unreadable_file", "no such file"),
        ("全国".encode("gb18030"), "unreadable_file", "not UTF-8"),
        (b"division_code,measure\n", "missing_column", "columns are missing"),
        (b"", "missing_column", "an empty file"),
    ],
)
def test_a_file_that_cannot_be_used_leaves_the_other_file_working(
    tmp_path: Path,
    definitions: Definitions,
    divisions: Divisions,
    content: bytes | None,
    problem: str,
    reason: str,
) -> None:
    if content is not None:
        (tmp_path / FIGURES_FILE).write_bytes(content)
    write(tmp_path / FILES[1], [SOUND])
    read = load_published(definitions, divisions, tmp_path)
    assert len(read.figures) == 1, reason
    assert {found.id for found in read.problems} == {problem}, reason
    assert {found.fields["file"] for found in read.problems} == {FIGURES_FILE}


def test_a_byte_order_mark_of_a_spreadsheet_program_does_no_harm(
    tmp_path: Path, definitions: Definitions, divisions: Divisions
) -> None:
    write(tmp_path / FIGURES_FILE, [SOUND], encoding="utf-8-sig")
    read = load_published(definitions, divisions, tmp_path, [FIGURES_FILE])
    assert (len(read.figures), read.problems) == (1, ())


@pytest.mark.parametrize(
    ("better", "worse", "reason"),
    [
        (("founding", "about", "2020"), ("official", "exact", "2025-01-01"), "grade comes first"),
        (("press", "exact", "2020"), ("press", "over", "2025-01-01"), "then exact figures"),
        (("press", "over", "2025-02"), ("press", "about", "2025-01-31"), "then the newer source"),
        (("press", "exact", "2019"), ("press", "exact", ""), "a source without a date is the oldest"),
    ],
)
def test_the_stronger_of_two_figures_has_the_lower_precedence(
    better: tuple[str, str, str], worse: tuple[str, str, str], reason: str
) -> None:
    assert precedence(*better) < precedence(*worse), reason


def test_a_figure_that_counts_something_else_too_comes_after_the_weakest_that_does_not() -> None:
    narrow = precedence("repost", "over", "2023-08", ["excludes_duty_lawyer_help"])
    wide = precedence("founding", "exact", "2023-08", ["includes_duty_lawyer_help", "conflicts_with_other"])
    assert narrow < wide


@given(
    grades=st.tuples(st.sampled_from(GRADES), st.sampled_from(GRADES)),
    qualifiers=st.tuples(st.sampled_from(QUALIFIERS), st.sampled_from(QUALIFIERS)),
    dates=st.tuples(*[st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))] * 2),
)
def test_precedence_orders_like_grade_exactness_and_date(
    grades: tuple[str, str], qualifiers: tuple[str, str], dates: tuple[dt.date, dt.date]
) -> None:
    ranks = [
        precedence(grade, qualifier, date.isoformat())
        for grade, qualifier, date in zip(grades, qualifiers, dates, strict=True)
    ]
    plain = [
        (GRADES.index(grade), qualifier != "exact", -date.toordinal())
        for grade, qualifier, date in zip(grades, qualifiers, dates, strict=True)
    ]
    assert (ranks[0] < ranks[1]) == (plain[0] < plain[1])
    assert (ranks[0] == ranks[1]) == (plain[0] == plain[1])


def write(path: Path, rows: list[dict[str, str]], encoding: str = "utf-8") -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
