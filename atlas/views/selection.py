"""The selection: what a link asks for, read from query parameters and written back to them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

from atlas.datasets import Dataset
from atlas.definitions import Indicator
from atlas.divisions import Division, Level
from atlas.ingest.vocabulary import GRADES
from atlas.language import LANGUAGES, Language
from atlas.office_time import today
from atlas.periods import LATEST, Period, PeriodKind
from atlas.problems import AtlasError, Problem
from atlas.views.classification import Scheme
from atlas.views.periods_offered import default_period
from atlas.workspace import COUNTRY, Workspace

DETAILS = ("table", "sources")
"""What can be opened below the map."""
HIDDEN = "hidden"
"""How a link says that incomplete values are not marked."""


@dataclass(frozen=True, slots=True)
class Selection:
    """One view of the atlas. Every field is a query parameter; defaults are left out of the link.

    `known` is the day at whose end the figures were known; None is now. `mark_incomplete` says whether the
    map marks values to which some figures are still missing.
    """

    dataset: Dataset
    division: str
    level: Level
    indicator: str
    period: Period
    lang: str
    local_scale: bool = False
    scheme: Scheme | None = None
    classes: int | None = None
    weakest_grade: str = GRADES[-1]
    details: str = ""
    known: date | None = None
    mark_incomplete: bool = True

    def with_(self, **changes: Any) -> Self:
        """The same selection with some fields changed."""
        return replace(self, **changes)

    @property
    def of_values(self) -> Self:
        """What values depend on: the selection without its language and without how it is shown."""
        return self.with_(
            lang="", details="", local_scale=False, scheme=None, classes=None, mark_incomplete=True
        )

    @property
    def grades(self) -> tuple[str, ...] | None:
        """The source grades admitted, or None where all are."""
        if self.weakest_grade == GRADES[-1]:
            return None
        return GRADES[: GRADES.index(self.weakest_grade) + 1]


@dataclass(frozen=True, slots=True)
class Reading:
    """A selection, and what had to be corrected to make one of the link."""

    selection: Selection
    problems: tuple[Problem, ...]


def read_selection(parameters: Mapping[str, str], workspace: Workspace, browser_language: str) -> Reading:
    """Make a selection of query parameters; each bad value falls back to its default and is reported."""
    return _Reader(parameters, workspace, browser_language).read()


def query_of(selection: Selection, workspace: Workspace) -> dict[str, str]:
    """The query parameters that `read_selection` reads back as this selection."""
    query = {
        "dataset": selection.dataset.value,
        "division": selection.division,
        "level": selection.level.value,
        "indicator": selection.indicator,
        "period": str(selection.period),
        "lang": selection.lang,
    }
    if selection.division == COUNTRY:
        del query["division"]
    levels = workspace.divisions.levels_below(selection.division)
    if levels and selection.level is levels[0]:
        del query["level"]
    if selection.local_scale:
        query["scale"] = "local"
    if selection.scheme:
        query["scheme"] = selection.scheme.value
    if selection.classes:
        query["classes"] = str(selection.classes)
    if selection.weakest_grade != GRADES[-1]:
        query["grade"] = selection.weakest_grade
    if selection.details:
        query["details"] = selection.details
    if selection.known:
        query["known"] = selection.known.isoformat()
    if not selection.mark_incomplete:
        query["completeness"] = HIDDEN
    return query


class _Reader:
    def __init__(self, parameters: Mapping[str, str], workspace: Workspace, browser_language: str) -> None:
        self.parameters = parameters
        self.workspace = workspace
        self.browser_language = browser_language
        self.problems: list[Problem] = []
        self.lang = browser_language

    def read(self) -> Reading:
        self.lang = self._language()
        dataset = self._choice("dataset", Dataset, Dataset.PUBLISHED, "unknown_dataset")
        division = self._division()
        indicator = self._indicator()
        selection = Selection(
            dataset=dataset,
            division=division,
            level=self._level(division),
            indicator=indicator.id,
            period=self._period(dataset, indicator),
            lang=self.lang,
            local_scale=self._local_scale(),
            scheme=self._choice("scheme", Scheme, None, "unknown_scheme"),
            classes=self._classes(),
            weakest_grade=self._grade(),
            details=self._details(),
            known=self._known(),
            mark_incomplete=self._mark_incomplete(),
        )
        return Reading(selection, tuple(self.problems))

    def _choice(self, name: str, kind: Any, default: Any, problem: str) -> Any:
        value = self.parameters.get(name)
        if value is None:
            return default
        try:
            return kind(value)
        except ValueError:
            self.problems.append(Problem(problem, {"value": value}))
            return default

    def _division(self) -> str:
        code = self.parameters.get("division", COUNTRY)
        divisions = self.workspace.divisions
        try:
            division = divisions[divisions.resolve(code)]
        except AtlasError as error:
            self.problems.extend(error.problems)
            return COUNTRY
        if division.level is Level.TOWNSHIP:
            county = divisions[division.parent or COUNTRY]
            self._note("township_division", county, code=code)
            return county.code
        if division.code != code:
            self._note("retired_division", division, code=code, now=division.code)
        return division.code

    def _note(self, problem: str, division: Division, **fields: str) -> None:
        name = Language(self.lang).name(division)
        self.problems.append(Problem(problem, {"division": name, **fields}))

    def _indicator(self) -> Indicator:
        indicators = self.workspace.definitions.indicators
        wanted = self.parameters.get("indicator")
        if wanted is not None and wanted not in indicators:
            self.problems.append(Problem("unknown_indicator", {"indicator": wanted}))
        return indicators.get(wanted or "") or self.workspace.default_indicator

    def _level(self, division: str) -> Level:
        levels = self.workspace.divisions.levels_below(division) or (Level.TOWNSHIP,)
        wanted = self.parameters.get("level")
        if wanted is None or wanted in levels:
            return Level(wanted) if wanted else levels[0]
        self._note("unknown_level", self.workspace.divisions[division], value=wanted)
        return levels[0]

    def _period(self, dataset: Dataset, indicator: Indicator) -> Period:
        wanted = self.parameters.get("period")
        try:
            if wanted:
                return _drawn(Period.parse(wanted))
        except AtlasError as error:
            self.problems.extend(error.problems)
        try:
            return default_period(self.workspace, dataset, indicator)
        except AtlasError:
            return LATEST

    def _language(self) -> str:
        wanted = self.parameters.get("lang")
        if wanted is not None and wanted not in LANGUAGES:
            self.problems.append(Problem("unknown_language", {"value": wanted}))
        return wanted if wanted in LANGUAGES else self.browser_language

    def _local_scale(self) -> bool:
        wanted = self.parameters.get("scale")
        if wanted not in (None, "local"):
            self.problems.append(Problem("unknown_scale", {"value": str(wanted)}))
        return wanted == "local"

    def _classes(self) -> int | None:
        wanted = self.parameters.get("classes")
        if wanted is None or (wanted in "34567" and len(wanted) == 1):
            return int(wanted) if wanted else None
        self.problems.append(Problem("unknown_classes", {"value": wanted}))
        return None

    def _details(self) -> str:
        wanted = self.parameters.get("details", "")
        if wanted in ("", *DETAILS):
            return wanted
        self.problems.append(Problem("unknown_details", {"value": wanted}))
        return ""

    def _known(self) -> date | None:
        wanted = self.parameters.get("known")
        if wanted is None:
            return None
        day = _day(wanted)
        if day is None:
            self.problems.append(Problem("unknown_day", {"value": wanted}))
        elif day > today():
            self.problems.append(Problem("future_day", {"value": wanted}))
            return None
        return day

    def _mark_incomplete(self) -> bool:
        wanted = self.parameters.get("completeness")
        if wanted not in (None, HIDDEN):
            self.problems.append(Problem("unknown_completeness", {"value": wanted}))
        return wanted != HIDDEN

    def _grade(self) -> str:
        wanted = self.parameters.get("grade", GRADES[-1])
        if wanted in GRADES:
            return wanted
        self.problems.append(Problem("unknown_grade", {"value": wanted}))
        return GRADES[-1]


def _day(text: str) -> date | None:
    """The day that a text in the form 2026-03-05 names; other ISO forms of a date are not taken."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None


def _drawn(period: Period) -> Period:
    """The period, unless it is one for which nothing is ever drawn."""
    if period.kind is PeriodKind.SPAN:
        raise AtlasError(Problem("undrawn_period", {"value": str(period)}))
    return period
