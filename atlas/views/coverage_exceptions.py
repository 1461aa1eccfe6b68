"""Coverage seen from its exceptions: the units that have none, and those of which nothing is known."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import numpy as np

from atlas.datasets import Dataset
from atlas.divisions import Division, Level, Scope
from atlas.indicators import numbers
from atlas.language import Language
from atlas.periods import Period
from atlas.views.evaluations import Grades, moment_of
from atlas.views.map_view import MapView
from atlas.views.sentence import units_in_words
from atlas.views.unit_names import named_in
from atlas.workspace import COUNTRY, Workspace

NAMED_AT_MOST = 60
"""Beyond this many the places are not named one by one, but counted by the division they are in."""


@dataclass(frozen=True, slots=True)
class Exceptions:
    """Units of `level` below a division, `expected` in all: those without, and those that have not said."""

    level: Level
    expected: int
    without: tuple[Division, ...]
    unknown: tuple[Division, ...]

    @property
    def reported(self) -> int:
        """How many have said whether they have one."""
        return self.expected - len(self.unknown)


@dataclass(frozen=True, slots=True)
class Lead:
    """A place in words, and the division that a click on it looks into."""

    division: str
    label: str


def exceptions(workspace: Workspace, view: MapView) -> Exceptions | None:
    """The exceptions behind a coverage's own value, in the period of that value.

    None for other indicators, for a single unit, and where there is no value to explain.
    """
    level, own, chosen = view.indicator.unit_level, view.own.value, view.selection
    if not view.indicator.coverage or level is None or own.value is None:
        return None
    if Level(level).depth <= view.within.level.depth:
        return None
    return _exceptions(
        workspace,
        chosen.dataset,
        workspace.version(chosen.dataset),
        chosen.indicator,
        view.within.code,
        own.period,
        chosen.grades,
        moment_of(workspace, chosen.dataset, chosen.known),
    )


@lru_cache(maxsize=256)
def _exceptions(
    workspace: Workspace,
    dataset: Dataset,
    _version: str,
    indicator: str,
    within: str,
    period: Period,
    grades: Grades,
    known: datetime | None,
) -> Exceptions:
    asked = workspace.definitions.indicators[indicator]
    level = Level(asked.unit_level or "")
    # A city that stands in for the counties it does not have is no county.
    units = [
        unit
        for unit in workspace.divisions.units(within, level)
        if unit.level is level and unit.scope is Scope.REPORTING
    ]
    values = numbers(
        workspace.store(dataset),
        workspace.definitions,
        workspace.divisions,
        asked,
        [unit.code for unit in units],
        period,
        as_known_on=known,
        grades=grades,
    )
    unknown = np.isnan(values)
    return Exceptions(
        level=level,
        expected=len(units),
        without=tuple(units[place] for place in np.flatnonzero(values == 0)),
        unknown=tuple(units[place] for place in np.flatnonzero(unknown)),
    )


def without_text(found: Exceptions, language: Language) -> str:
    """“7 of 2,847 county-level units have none”."""
    every = units_in_words(found.expected, found.level, language)
    if not found.reported:
        return language.text(
            "The source states a total; which of {units} have none is not known.", units=every
        )
    if found.without:
        return language.plural(
            "{count} of {units} has none:", "{count} of {units} have none:", len(found.without), units=every
        )
    if found.unknown:
        return language.text("None of those that have reported is without.")
    return language.text("All of {units} have one.", units=every)


def unknown_text(found: Exceptions, language: Language) -> str:
    """“5 have not reported”; empty where all have, or none."""
    if not found.unknown or not found.reported:
        return ""
    return language.plural("{count} has not reported:", "{count} have not reported:", len(found.unknown))


def leads(
    workspace: Workspace,
    view: MapView,
    units: tuple[Division, ...],
    language: Language,
    most: int = NAMED_AT_MOST,
) -> tuple[Lead, ...]:
    """The units by name, with what they lie in; if they are many, the divisions below with their numbers.

    Many are more than `most`, as a rule more than a page names.
    """
    if len(units) <= most:
        return tuple(Lead(_looked_into(unit), named_in(workspace, view, unit, language)) for unit in units)
    depth = len(workspace.divisions.path(view.within.code))
    counts = Counter(workspace.divisions.path(unit.code)[depth].code for unit in units)
    return tuple(
        Lead(
            code,
            language.text(
                "{place} ({count})",
                place=language.name(workspace.divisions[code]),
                count=language.number(count),
            ),
        )
        for code, count in counts.most_common()
    )


def _looked_into(unit: Division) -> str:
    """A township has no page of its own: its county lists it."""
    return unit.parent or COUNTRY if unit.level is Level.TOWNSHIP else unit.code
