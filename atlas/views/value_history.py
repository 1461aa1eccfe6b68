"""The history of one value: every version ever brought in, by whom, out of what, and when it held."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from atlas.definitions import Indicator, Measure
from atlas.divisions import Division, Level
from atlas.indicators import Basis, IndicatorValue
from atlas.language import Language
from atlas.messages import N_
from atlas.periods import LATEST, Period, PeriodKind
from atlas.problems import AtlasError, Problem
from atlas.store import BatchLog, Held, Source, State, Version
from atlas.views.batch_log import author, name_of
from atlas.views.map_view import MapView
from atlas.views.selection import Selection, query_of
from atlas.views.stated_text import stated_text
from atlas.views.value_text import source_text
from atlas.workspace import Workspace

MEASURE, UNIT, WHEN, BATCH = "measure", "unit", "when", "batch"
"""Query parameters of the history page: a measure, a township below the division, the figure's own period
where it is not that of the view; or a batch."""


@dataclass(frozen=True, slots=True)
class ValueAsked:
    """Which value is asked about, and what had to be corrected in the link."""

    division: Division
    measure: Measure
    period: Period
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version in words.

    `times` are the spells during which it was the value, none if it never was; `link` leads to its batch.
    """

    value: str
    holds: bool
    state: State
    state_text: str
    origin: str
    who: str
    times: tuple[str, ...]
    link: str


def value_asked(workspace: Workspace, selection: Selection, parameters: Mapping[str, str]) -> ValueAsked:
    """The value that a link asks about; what is missing or wrong is taken from the view the link shows."""
    problems: list[Problem] = []
    division = _division(workspace, selection, parameters, problems)
    measure = _measure(workspace, selection, parameters, problems)
    period = _period(selection, parameters, problems)
    if period.kind is PeriodKind.LATEST:
        known = figure_periods(workspace, selection, division.code, measure.id)
        period = known[0] if known else period
    return ValueAsked(division, measure, period, tuple(problems))


def figure_periods(
    workspace: Workspace, selection: Selection, division: str, measure: str
) -> tuple[Period, ...]:
    """The periods for which a division itself has accepted figures, newest first."""
    found = workspace.store(selection.dataset).figures([measure], [division])
    return tuple(sorted({Period.parse(str(code)) for code in found.period}, reverse=True))


def asked_measure(workspace: Workspace, selection: Selection) -> str:
    """The measure behind the indicator that the view shows: its numerator, or the rate that sources state."""
    indicator = workspace.definitions.indicators[selection.indicator]
    return indicator.numerator or indicator.stated or next(iter(workspace.definitions.measures))


def history_link(
    workspace: Workspace, selection: Selection, division: Division, measure: str, period: Period
) -> str:
    """The address of a value's history, from any page of the atlas."""
    shown = division.parent if division.level is Level.TOWNSHIP else division.code
    chosen = selection.with_(division=shown or division.code)
    chosen = chosen.with_(level=workspace.first_level(chosen.division), details="")
    query = {**query_of(chosen, workspace), MEASURE: measure}
    if division.code != chosen.division:
        query[UNIT] = division.code
    if period != selection.period:
        query[WHEN] = str(period)
    return "history?" + urlencode(query)


def unit_history_link(
    workspace: Workspace, view: MapView, value: IndicatorValue, language: Language
) -> str | None:
    """The address of the history of the figure behind a unit's value; None where there is no value."""
    return value_link(workspace, view.selection.with_(lang=language.code), view.indicator, value)


def value_link(
    workspace: Workspace, selection: Selection, indicator: Indicator, value: IndicatorValue
) -> str | None:
    """The same for a value of any indicator."""
    measure = indicator.stated if value.basis is Basis.STATED else indicator.numerator or indicator.stated
    if value.value is None or measure is None:
        return None
    division = workspace.divisions[value.division]
    return history_link(workspace, selection, division, measure, value.period)


def value_versions(
    workspace: Workspace, selection: Selection, asked: ValueAsked, language: Language
) -> tuple[VersionLine, ...]:
    """Every version of the value in words: those that wait first, then the newest acceptance first."""
    if asked.period.kind is PeriodKind.LATEST:
        return ()
    store = workspace.store(selection.dataset)
    versions = store.history(asked.division.code, asked.measure.id, str(asked.period))
    cell = (asked.measure, asked.division.code, asked.period)
    return tuple(
        VersionLine(
            value=language.missing(version.status)
            if version.value is None
            else stated_text(workspace, store, cell, version.value, version.qualifier, language),
            holds=version.holds,
            state=version.state,
            state_text=language.text(_situation(version)),
            origin=_origin(version, store.batch(version.batch), store.sources([version.source]), language),
            who=author(store.batch(version.batch), language),
            times=tuple(_spell(held, language) for held in version.held),
            link="history?" + urlencode({**query_of(selection, workspace), BATCH: version.batch}),
        )
        for version in versions
    )


def _situation(version: Version) -> str:
    if version.holds:
        return N_("holds")
    match version.state:
        case State.ACCEPTED:
            return N_("replaced") if version.held else N_("gave way to another figure")
        case State.UNDONE:
            return N_("taken back")
        case State.DECLINED:
            return N_("declined")
        case State.WITHDRAWN:
            return N_("withdrawn")
        case State.SUBMITTED:
            return N_("waiting for release")
        case State.ADDED:
            return N_("does not count yet")


def _origin(version: Version, batch: BatchLog, sources: Sequence[Source], language: Language) -> str:
    """“Liaoning Daily, 17 November 2025 (press)”, or the file and its row."""
    if sources and sources[0].publisher:
        return source_text(sources[0], language)
    if version.row is None or not version.file_name:
        return name_of(batch, language)
    return language.text("{file}, row {row}", file=version.file_name, row=language.number(version.row))


def _spell(held: Held, language: Language) -> str:
    if held.ceased is None:
        return language.text("since {moment}", moment=language.moment(held.began))
    return language.text(
        "from {began} to {ceased}", began=language.moment(held.began), ceased=language.moment(held.ceased)
    )


def _division(
    workspace: Workspace, selection: Selection, parameters: Mapping[str, str], problems: list[Problem]
) -> Division:
    shown = workspace.divisions[selection.division]
    wanted = parameters.get(UNIT)
    if wanted is None:
        return shown
    found = workspace.divisions.get(wanted)
    if found is None:
        problems.append(Problem("unknown_division", {"code": wanted}))
        return shown
    return found


def _measure(
    workspace: Workspace, selection: Selection, parameters: Mapping[str, str], problems: list[Problem]
) -> Measure:
    measures = workspace.definitions.measures
    wanted = parameters.get(MEASURE, "")
    if wanted not in measures:
        problems.append(Problem("unlisted_measure", {"measure": wanted}))
        wanted = asked_measure(workspace, selection)
    return measures[wanted]


def _period(selection: Selection, parameters: Mapping[str, str], problems: list[Problem]) -> Period:
    wanted = parameters.get(WHEN)
    if wanted is None:
        return selection.period
    try:
        return Period.parse(wanted)
    except AtlasError as error:
        problems.extend(error.problems)
        return LATEST
