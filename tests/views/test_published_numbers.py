"""Every published number that is drawn is a number of the file, with its period and its qualifier."""

from collections.abc import Iterator

import pytest

from atlas.datasets import Dataset
from atlas.definitions import load_definitions
from atlas.divisions import COUNTRY, Level
from atlas.indicators import Basis, IndicatorValue
from atlas.language import Language
from atlas.periods import LATEST, Period
from atlas.views.evaluations import value_of_division, values_of_units
from atlas.views.periods_offered import offered_periods
from atlas.views.source_figures import all_figures
from atlas.views.value_text import value_text
from atlas.workspace import Workspace
from tests.views.published_rows import Row, drawn_rows, number_in, qualifier_in, rows

DEFINITIONS = load_definitions()
INDICATORS = DEFINITIONS.indicators
AS_IT_IS = [each.id for each in INDICATORS.values() if each.denominator is None and not each.coverage]
STATED = [each.id for each in INDICATORS.values() if each.stated]
LEVELS = (Level.PROVINCE, Level.CITY, Level.COUNTY)
FOUNDING_ROWS = 84
ENGLISH = Language("en")


def drawn_values(workspace: Workspace, indicator: str) -> Iterator[tuple[Period, IndicatorValue]]:
    """Every value that any map of the country or the country's own panel draws, for every offered period."""
    offered = offered_periods(workspace, Dataset.PUBLISHED, indicator)
    for period in (LATEST, *(period for periods in offered.values() for period in periods)):
        yield (
            period,
            value_of_division(workspace, Dataset.PUBLISHED, indicator, COUNTRY, period, None),
        )
        for level in LEVELS:
            for value in values_of_units(
                workspace, Dataset.PUBLISHED, indicator, COUNTRY, level, period, None
            ):
                yield period, value


def quoted(value: IndicatorValue, measure: str) -> list[Row]:
    """The lines of the file that state exactly this number of this division with this qualifier."""
    return [
        row
        for row in drawn_rows().get((value.division, measure), ())
        if row.value == value.value and row.qualifier == value.qualifier
    ]


def holds_for(row: Row, period: Period, value: IndicatorValue, kind: str) -> bool:
    """Whether the line may be shown for the period: of its own period, or a stock or rate inside it."""
    if period == LATEST:
        return str(value.period) == row.period
    first, last = row.months
    if kind == "flow":
        return (first, last) == (period.first, period.last)
    same = (first, last) == (period.first, period.last)
    return same or (row.kind in ("point", "year") and period.first <= last <= period.last)


@pytest.mark.parametrize("indicator", AS_IT_IS)
def test_a_measure_drawn_as_it_is_quotes_a_line_of_the_file(workspace: Workspace, indicator: str) -> None:
    definition = INDICATORS[indicator]
    measure = definition.numerator or definition.stated or ""
    kind = DEFINITIONS.measures[measure].kind
    checked = 0
    for period, value in drawn_values(workspace, indicator):
        if value.basis not in (Basis.REPORTED, Basis.STATED) or value.value is None:
            continue
        told = f"{indicator} {value.division} {period}: {value.value} {value.qualifier}"
        composed = kind == "flow" and not quoted(value, measure)
        if composed:
            assert value.value == pytest.approx(sum_of_parts(value.division, measure, value.period)), told
        else:
            assert any(holds_for(row, period, value, kind) for row in quoted(value, measure)), told
        shown = value_text(definition, DEFINITIONS.unit_of(definition), value, ENGLISH)
        assert reads_as(shown, value.value, definition.decimals), told
        assert qualifier_in(shown) == value.qualifier, told
        checked += 1
    assert checked or not any(key[1] == measure for key in drawn_rows())


def reads_as(shown: str, value: float, decimals: int) -> bool:
    """Whether a text rounds the value; less than 100 % is never written as 100 %."""
    written = number_in(shown)
    cut = shown.endswith("%") and value < 100 and written == 100 - 10**-decimals
    return cut or abs(written - value) <= 0.5 * 10**-decimals + 1e-9


def sum_of_parts(division: str, measure: str, period: Period) -> float:
    """What the halves, quarters or months inside a period add up to; they must fill it without a gap."""
    for kind in ("half", "quarter", "point"):
        parts = {
            row.months: row.value
            for row in drawn_rows()[division, measure]
            if row.kind == kind and period.first <= row.months[0] and row.months[1] <= period.last
        }
        if sum(last - first + 1 for first, last in parts) == period.months:
            return sum(parts.values())
    raise AssertionError(f"{division} {measure} {period}: nothing adds up to it")


@pytest.mark.parametrize("indicator", STATED)
def test_a_stated_rate_quotes_a_line_of_the_file(workspace: Workspace, indicator: str) -> None:
    definition = INDICATORS[indicator]
    measure = definition.stated or ""
    found = 0
    for period, value in drawn_values(workspace, indicator):
        if value.basis is not Basis.STATED or value.value is None:
            continue
        told = f"{indicator} {value.division} {period}: {value.value} {value.qualifier}"
        assert any(holds_for(row, period, value, "rate") for row in quoted(value, measure)), told
        shown = value_text(definition, DEFINITIONS.unit_of(definition), value, ENGLISH)
        assert reads_as(shown, value.value, definition.decimals), told
        found += 1
    assert found or not any(key[1] == measure for key in drawn_rows())


def test_a_division_whose_only_figures_are_spans_has_no_value_for_any_period(workspace: Workspace) -> None:
    only_spans = {(row.division, row.measure) for row in rows()} - drawn_rows().keys()
    measured = {INDICATORS[name].numerator or INDICATORS[name].stated: name for name in AS_IT_IS}
    checked = 0
    for division, measure in sorted(only_spans):
        indicator = measured.get(measure)
        if indicator is None:
            continue
        periods = offered_periods(workspace, Dataset.PUBLISHED, indicator)
        for period in (LATEST, *(each for kind in periods.values() for each in kind)):
            value = value_of_division(workspace, Dataset.PUBLISHED, indicator, division, period, None)
            assert value.basis not in (Basis.REPORTED, Basis.STATED), f"{division} {measure} {period}"
        checked += 1
    assert checked > 20


def test_no_span_is_offered_as_a_period(workspace: Workspace) -> None:
    kinds = {kind for name in INDICATORS for kind in offered_periods(workspace, Dataset.PUBLISHED, name)}
    assert {kind.value for kind in kinds} <= {"year", "half", "quarter", "month"}


def test_the_list_of_figures_holds_every_line_of_the_file(workspace: Workspace) -> None:
    listed = sorted(
        (each.code, each.measure, round(number_in(each.figure), 4), qualifier_in(each.figure), each.grade)
        for each in all_figures(workspace, None, ENGLISH)
    )
    measures = DEFINITIONS.measures
    expected = sorted(
        (row.division, measures[row.measure].name.en, round(row.value, 4), row.qualifier, row.grade)
        for row in rows()
    )
    assert listed == expected


def test_every_founding_figure_is_listed_with_its_document(workspace: Workspace) -> None:
    founding = [row for row in rows() if row.founding]
    listed = {
        (each.code, each.measure, round(number_in(each.figure), 4), each.founding)
        for each in all_figures(workspace, ("founding",), ENGLISH)
    }
    missing = [
        row
        for row in founding
        if (
            row.division,
            DEFINITIONS.measures[row.measure].name.en,
            round(row.value, 4),
            row.founding,
        )
        not in listed
    ]
    assert len(founding) == FOUNDING_ROWS
    assert missing == []


def test_a_figure_that_disagrees_with_the_one_shown_is_counted_and_listed(workspace: Workspace) -> None:
    qinghai = value_of_division(workspace, Dataset.PUBLISHED, "lawyers_per_10k", "630000", LATEST, None)
    assert qinghai.basis is Basis.STATED
    assert qinghai.value == 3.78
    assert qinghai.computed == pytest.approx(3.94, abs=0.005)


@pytest.mark.parametrize(
    ("lang", "query", "reason"),
    [
        ("zh", "guizhou lawyers", "English names, whatever the language of the page"),
        ("en", "贵州 律师", "Chinese names likewise"),
        ("zh", "liaoning 16,000", "a number as English writes it"),
        ("zh", "辽宁 1.6万", "and as Chinese does"),
        ("en", "liaoning 16000", "and as a calculator does"),
        ("en", "520000 2023", "a code and a year"),
    ],
)
def test_a_figure_is_found_by_its_words_in_both_languages_and_by_its_number(
    workspace: Workspace, lang: str, query: str, reason: str
) -> None:
    figures = all_figures(workspace, None, Language(lang))
    assert any(each.found_by(query) for each in figures), reason
    assert not any(each.found_by(f"{query} nowhere") for each in figures)
