"""Where everything stands in a template: which rows, which measures, which cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from atlas.definitions import Definitions, Measure
from atlas.divisions import Division, Divisions, Level, Scope
from atlas.ingest.demonstration.reporters import NO_REPORTS
from atlas.periods import Period, PeriodKind
from atlas.problems import AtlasError, Problem

TITLE_ROW, PERIOD_ROW, TOPIC_ROW, HEADING_ROW, FIRST_ROW = range(5)
"""Rows of the sheet, from 0; the figures begin at `FIRST_ROW`."""
CORPS_TOPIC = "corps"
FINEST = {
    Level.COUNTRY: Level.PROVINCE,
    Level.PROVINCE: Level.COUNTY,
    Level.CITY: Level.COUNTY,
    Level.COUNTY: Level.TOWNSHIP,
    Level.TOWNSHIP: Level.TOWNSHIP,
}


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """One row: who reports, where it lies, and for when.

    `code` is "" for a place that could not be found; `name` is then as it was written. `period` is None
    where none was given.
    """

    code: str
    home: tuple[Division, ...]
    name: Division | str
    period: Period | None


@dataclass(frozen=True)
class Layout:
    """Rows and measures of a template and their cells; rows and columns count from 0.

    The columns are: code, home (where `has_home`), name, period (where `has_period`), then two for each
    measure, the figure and the one before.
    """

    rows: tuple[TemplateRow, ...]
    measures: tuple[Measure, ...]

    @cached_property
    def has_home(self) -> bool:
        """Whether the rows lie in several divisions, which then have a column."""
        return len({row.home for row in self.rows if row.code}) > 1

    @cached_property
    def has_period(self) -> bool:
        """Whether the rows are of several periods."""
        return len({row.period for row in self.rows}) > 1

    @cached_property
    def name_column(self) -> int:
        """The column of the names."""
        return 1 + self.has_home

    @cached_property
    def first_column(self) -> int:
        """The column of the first figures."""
        return self.name_column + 1 + self.has_period

    @cached_property
    def last_row(self) -> int:
        """The last row with figures."""
        return FIRST_ROW + len(self.rows) - 1

    def column(self, place: int) -> int:
        """The column of the figures of a measure, by its place; the one to the right is the month before."""
        return self.first_column + 2 * place


def reporting_rows(
    divisions: Divisions, code: str, period: Period, level: Level | None = None
) -> tuple[TemplateRow, ...]:
    """A row for each division of `level` inside `code` that reports, in code order.

    Counties of a province or a city, townships of a county, provinces of the country where no level is
    given. Raises AtlasError "unknown_division", "template_period" or "nobody_reports".
    """
    if period.kind in (PeriodKind.LATEST, PeriodKind.SPAN):
        raise AtlasError(Problem("template_period", {"value": str(period)}))
    top = divisions[divisions.resolve(code)]
    found = divisions.units(top.code, level or finest_level(top))
    reporting = [unit for unit in found or (top,) if _reports(unit)]
    if not reporting:
        raise AtlasError(Problem("nobody_reports", {"division": f"{top.name_zh} {top.code}"}))
    return tuple(TemplateRow(unit.code, home_of(divisions, unit, top), unit, period) for unit in reporting)


def finest_level(division: Division) -> Level:
    """The level that a template of `division` lists unless asked otherwise."""
    return FINEST[division.level]


def home_of(divisions: Divisions, unit: Division, top: Division | None) -> tuple[Division, ...]:
    """The divisions between `top` (or the country) and a unit, from above down; its parent at least."""
    above = divisions.path(unit.code)[1:-1]
    below = [each for each in above if top is None or each.level.depth > top.level.depth]
    return tuple(below) or above[-1:]


def monthly_measures(
    definitions: Definitions, level: Level, topics: Sequence[str] = (), *, corps: bool = False
) -> tuple[Measure, ...]:
    """What divisions of `level` report every month, topic by topic.

    All such measures of the chosen topics; without a choice those that indicators are made of, for the
    others are on no map. Counties also state the sums of their townships. The Corps' own topic goes only
    to the Corps (`corps`).
    """
    used = {name for indicator in definitions.indicators.values() for name in indicator.measures}
    levels = {level, Level.TOWNSHIP} if level is Level.COUNTY else {level}
    wanted = [
        measure
        for measure in definitions.measures.values()
        if measure.reported_by in levels
        and measure.derived is None
        and not measure.carry_forward
        and (measure.topic in topics if topics else measure.id in used)
        and (corps or measure.topic != CORPS_TOPIC)
    ]
    return in_topics(definitions, wanted)


def in_topics(definitions: Definitions, measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """The measures topic by topic, in the order of the definitions."""
    order = list(definitions.topics)
    return tuple(sorted(measures, key=lambda measure: order.index(measure.topic)))


def _reports(unit: Division) -> bool:
    return unit.scope is not Scope.OUTSIDE and unit.code not in NO_REPORTS
