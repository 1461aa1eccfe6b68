"""Figures as their sources state them, in words: qualifier, unit, period, source, grade and remarks."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from atlas.datasets import Dataset
from atlas.ingest.remarks import REMARKS
from atlas.language import Language
from atlas.periods import Period
from atlas.store import Source, Store
from atlas.views.map_view import MapView
from atlas.views.stated_text import stated_text
from atlas.views.value_text import source_text
from atlas.workspace import Workspace


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """One figure in words; `grade` is the grade of its source, `key` its measure's id and its period.

    `searched` is what somebody may look for it by: its words in both languages, and its number in digits.
    """

    key: tuple[str, Period]
    code: str
    place: str
    measure: str
    figure: str
    period: str
    title: str
    source: str
    url: str
    grade: str
    founding: str
    remarks: str
    searched: str

    def found_by(self, query: str) -> bool:
        """Whether every word of a query occurs in what it is searched by."""
        return all(word in self.searched for word in query.casefold().split())


def source_figures(workspace: Workspace, view: MapView, language: Language) -> tuple[StatedFigure, ...]:
    """The figures behind a view: on its indicator's measures, for the division looked at and the units drawn.

    Spans and cumulative figures are among them, in words only.
    """
    if view.selection.dataset is not Dataset.PUBLISHED:
        return ()
    codes = [view.within.code, *(unit.division.code for unit in view.units)]
    figures = workspace.store(Dataset.PUBLISHED).figures(
        view.indicator.measures, grades=view.selection.grades, as_known_on=view.selection.known
    )
    return stated_figures(workspace, figures[figures.division.isin(codes)], language)


def all_figures(
    workspace: Workspace, grades: tuple[str, ...] | None, language: Language
) -> tuple[StatedFigure, ...]:
    """Every published figure."""
    figures = workspace.store(Dataset.PUBLISHED).figures(grades=grades)
    return stated_figures(workspace, figures, language)


def stated_figures(
    workspace: Workspace, figures: pd.DataFrame, language: Language
) -> tuple[StatedFigure, ...]:
    """Each row of `Store.figures` in words."""
    store = workspace.store(Dataset.PUBLISHED)
    return tuple(_stated(workspace, store, row, language) for row in figures.itertuples())


def _stated(workspace: Workspace, store: Store, row: Any, language: Language) -> StatedFigure:
    measure = workspace.definitions.measures[row.measure]
    period = Period.parse(row.period)
    source = Source(
        row.source, row.source_title, row.source_publisher, row.source_date, row.source_url, row.source_grade
    )
    division = workspace.divisions[row.division]
    figure = stated_text(
        workspace, store, (measure, row.division, period), row.value, row.qualifier, language
    )
    said = language.period(period), source_text(source, language)
    names = (division.name_zh, division.name_en, measure.name.zh, measure.name.en, row.division)
    digits = (f"{row.value:.10g}", f"{row.value:,.10g}")
    return StatedFigure(
        key=(row.measure, period),
        code=row.division,
        place=language.name(division),
        measure=language.name(measure),
        figure=figure,
        period=said[0],
        title=row.source_title or "",
        source=said[1],
        url=row.source_url or "",
        grade=row.source_grade or "",
        founding=row.source_founding or "",
        remarks=remarks_text((row.remarks or "").split(), language),
        searched=" ".join((*names, *digits, figure, *said, str(period))).casefold(),
    )


def remarks_text(remarks: Iterable[str], language: Language) -> str:
    """The remarks on a figure as sentences."""
    return language.sentences(language.text(REMARKS[remark]) for remark in remarks if remark in REMARKS)
