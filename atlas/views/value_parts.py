"""Where a value was summed from: the figures below it, and inside its period, that sources have stated."""

from dataclasses import dataclass

import pandas as pd

from atlas.divisions import Division
from atlas.language import Language
from atlas.periods import Period, PeriodKind
from atlas.views.selection import Selection
from atlas.views.value_history import ValueAsked, history_link
from atlas.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ValuePart:
    """One figure that a value may be made of, in words, and the address of its own history."""

    place: str
    period: str
    link: str


def value_parts(
    workspace: Workspace, selection: Selection, asked: ValueAsked, language: Language
) -> tuple[ValuePart, ...]:
    """The division's own figures inside the period, or those of the nearest level below that has some."""
    found = _own_or_below(workspace, selection, asked)
    cells = sorted(
        {(str(row.division), Period.parse(str(row.period))) for row in found.itertuples()},
        key=lambda cell: (cell[1], cell[0]),
        reverse=True,
    )
    if asked.period.kind is PeriodKind.LATEST:
        cells = list({code: (code, period) for code, period in reversed(cells)}.values())
    cells.sort()
    return tuple(_part(workspace, selection, asked, code, period, language) for code, period in cells)


def _own_or_below(workspace: Workspace, selection: Selection, asked: ValueAsked) -> pd.DataFrame:
    divisions, store = workspace.divisions, workspace.store(selection.dataset)
    code = asked.division.code
    groups = [
        [code],
        *([unit.code for unit in divisions.units(code, level)] for level in divisions.levels_below(code)),
    ]
    found = pd.DataFrame()
    for codes in groups:
        found = store.figures([asked.measure.id], codes)
        if asked.period.kind is not PeriodKind.LATEST:
            inside = (found.first_month >= asked.period.first) & (found.last_month <= asked.period.last)
            found = found[inside]
        if len(found):
            break
    return found


def _part(
    workspace: Workspace,
    selection: Selection,
    asked: ValueAsked,
    code: str,
    period: Period,
    language: Language,
) -> ValuePart:
    division: Division = workspace.divisions[code]
    return ValuePart(
        place=language.name(division),
        period=language.period(period),
        link=history_link(workspace, selection, division, asked.measure.id, period),
    )
