"""Templates: the month's spreadsheet with divisions, units, definitions and last month's figures."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import pandas as pd

from atlas.definitions import Definitions
from atlas.divisions import Divisions, Level, Scope
from atlas.export.sheet_style import Book
from atlas.export.template_layout import (
    Layout,
    finest_level,
    in_topics,
    monthly_measures,
    reporting_rows,
)
from atlas.export.template_sheet import Contents, Entry, write_sheet
from atlas.language import Language
from atlas.periods import Period
from atlas.problems import AtlasError, Problem


class Figures(Protocol):
    """Where the figures of the month before are looked up: a store."""

    def current(
        self,
        measures: Sequence[str] | None = None,
        first_month: int | None = None,
        last_month: int | None = None,
        divisions: Sequence[str] | None = None,
    ) -> pd.DataFrame:
        """The observations that hold."""


def template(
    divisions: Divisions,
    definitions: Definitions,
    store: Figures | None,
    code: str,
    period: Period,
    language: Language,
    measures: Sequence[str] | None = None,
    level: Level | None = None,
    topics: Sequence[str] = (),
) -> bytes:
    """An XLSX file for the divisions inside `code` to fill in for `period`.

    One row for each division of `level` (counties of a province or a city, townships of a county, provinces
    of the country unless said otherwise) and two columns for each measure: the figure, and beside it, locked,
    what `store` says for the period before. `measures` are ids; without them those of `monthly_measures`.

    Raises:
        AtlasError: `unknown_division`, `template_period`, `nobody_reports`, `unknown_template_measure`,
            `unknown_topic`, `nothing_reported`.
    """
    rows = reporting_rows(divisions, code, period, level)
    top = divisions[divisions.resolve(code)]
    _refuse_unknown(definitions, measures or (), topics)
    if measures:
        chosen = in_topics(definitions, [definitions.measures[each] for each in dict.fromkeys(measures)])
    else:
        corps = any(divisions[row.code].scope is Scope.CORPS for row in rows)
        chosen = monthly_measures(definitions, level or finest_level(top), topics, corps=corps)
    if not chosen:
        raise AtlasError(Problem("nothing_reported", {"division": f"{top.name_zh} {top.code}"}))
    layout = Layout(rows, chosen)
    title = language.text(
        "Public legal services: figures of {division}, {period}",
        division=language.name(top),
        period=language.period(period),
    )
    contents = Contents(title, str(period), {}, earlier_figures(store, layout), {})
    book = Book(language.code)
    write_sheet(book, layout, definitions, contents, language)
    return book.content()


def earlier_figures(store: Figures | None, layout: Layout) -> Mapping[tuple[int, str], Entry]:
    """What holds for the period before each row's own, by row and measure."""
    if store is None:
        return {}
    wanted = {
        (row.code, before(row.period)): place
        for place, row in enumerate(layout.rows)
        if row.code and row.period is not None and row.period.months
    }
    if not wanted:
        return {}
    found = store.current(
        [measure.id for measure in layout.measures],
        min(period.first for _, period in wanted),
        max(period.last for _, period in wanted),
        sorted({code for code, _ in wanted}),
    )
    entries: dict[tuple[int, str], Entry] = {}
    each: Any
    for each in found.itertuples():
        key = (each.division, Period(each.kind, each.first_month, each.last_month))
        if key in wanted:
            entries[wanted[key], each.measure] = Entry(each.value, each.status)
    return entries


def before(period: Period) -> Period:
    """The period of the same length that ends where this one begins."""
    return Period(period.kind, period.first - period.months, period.last - period.months)


def _refuse_unknown(definitions: Definitions, measures: Sequence[str], topics: Sequence[str]) -> None:
    problems = [
        Problem("unknown_template_measure", {"measure": each})
        for each in measures
        if each not in definitions.measures
    ]
    problems += [
        Problem("unknown_topic", {"topic": each, "topics": ", ".join(definitions.topics)})
        for each in topics
        if each not in definitions.topics
    ]
    if problems:
        raise AtlasError(*problems)
