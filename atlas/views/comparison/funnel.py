"""All units by size and value, with the limits within which chance alone explains a difference."""

import numpy as np

from atlas.indicators import Basis
from atlas.language import Language
from atlas.statistics.funnel import Funnel, funnel_of_proportions, funnel_of_rates
from atlas.statistics.intervals import HIGH_CONFIDENCE, Floats
from atlas.statistics.method import Method
from atlas.views.comparison.bars import REST
from atlas.views.comparison.figures import colour_of
from atlas.views.comparison.league import League, Standing, league_of, with_interval
from atlas.views.comparison.link import Compared
from atlas.views.method_names import METHOD_SENTENCES
from atlas.views.pictures import Dot, FunnelPicture, Limit, Reference
from atlas.views.spine_words import dated_text
from atlas.views.value_text import name_with_unit
from atlas.workspace import Workspace

STEPS = 60
"""Points along each limit."""
ROOM = 1.04
"""The limits reach a little further than the largest unit."""


def compared_funnel(workspace: Workspace, compared: Compared, language: Language) -> FunnelPicture | None:
    """The funnel; None where the indicator has no counts, or too few units have stated both parts."""
    league = league_of(workspace, compared, compared.selection.indicator)
    standings = [each for each in league.standings if _counted(each)]
    funnel = _funnel(workspace, league, standings)
    if funnel is None:
        return None
    largest = max(each.value.denominator or 0.0 for each in standings) * ROOM
    sizes = np.geomspace(min(each.value.denominator or 1.0 for each in standings) * 0.8, largest, STEPS)
    return FunnelPicture(
        title=language.name(league.indicator.name),
        x_title=_size_title(workspace, league, language),
        y_title=name_with_unit(league.indicator, league.unit, language),
        dots=tuple(_dot(workspace, compared, each, language) for each in _marked_last(compared, standings)),
        limits=_limits(funnel, sizes),
        centre=Reference(
            language.text("All together"),
            funnel.value,
            language.quantity(funnel.value, league.unit, league.indicator.decimals),
        ),
        note=_note(funnel, language),
    )


def _counted(standing: Standing) -> bool:
    value = standing.value
    return (
        value.value is not None
        and value.basis is not Basis.STATED
        and value.numerator is not None
        and bool(value.denominator)
    )


def _funnel(workspace: Workspace, league: League, standings: list[Standing]) -> Funnel | None:
    kind = with_interval(workspace.definitions, league.indicator).interval
    if kind == "none" or not standings:
        return None
    tops = np.array([each.value.numerator for each in standings], dtype=np.float64)
    bases = np.array([each.value.denominator for each in standings], dtype=np.float64)
    made = funnel_of_proportions if kind == "wilson" else funnel_of_rates
    return made(tops, bases, league.indicator.factor)


def _limits(funnel: Funnel, sizes: Floats) -> tuple[Limit, ...]:
    inner, outer = funnel.limits(sizes), funnel.limits(sizes, HIGH_CONFIDENCE)
    return tuple(
        Limit(*(float(each) for each in row))
        for row in zip(sizes, inner[0], inner[1], outer[0], outer[1], strict=True)
    )


def _marked_last(compared: Compared, standings: list[Standing]) -> list[Standing]:
    """In the order in which they are drawn: the compared ones on top."""
    return sorted(standings, key=lambda each: each.division.code in compared.codes)


def _dot(workspace: Workspace, compared: Compared, standing: Standing, language: Language) -> Dot:
    code = standing.division.code
    marked = code in compared.codes
    return Dot(
        code=code,
        name=language.name(standing.division),
        x=standing.value.denominator or 0.0,
        y=standing.value.value or 0.0,
        text=dated_text(workspace, compared.selection, standing.value, language),
        colour=colour_of(compared, code) if marked else REST,
        marked=marked,
    )


def _size_title(workspace: Workspace, league: League, language: Language) -> str:
    if league.indicator.denominator is None:
        return language.text("units that have reported")
    measure = workspace.definitions.measures[league.indicator.denominator]
    return language.text(
        "{indicator} ({unit})",
        indicator=language.name(measure.name),
        unit=language.name(workspace.definitions.unit_of(measure)),
    )


def _note(funnel: Funnel, language: Language) -> str:
    limits = language.text("Limits at 95 % and 99.8 % around the pooled value.")
    method = language.text(METHOD_SENTENCES[funnel.method])
    if funnel.method is not Method.FUNNEL_ADJUSTED:
        return language.sentences((limits, method))
    spread = language.text(
        "The units differ {times} times as much as chance alone would have it, so the limits are widened "
        "for over-dispersion.",
        times=language.number(funnel.dispersion, 0 if funnel.dispersion >= 10 else 1),
    )
    return language.sentences((limits, spread, method))
