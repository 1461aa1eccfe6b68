"""The table of a comparison: one row for each division and indicator, with all one may ask about a number."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from atlas.language import Language
from atlas.store import Source
from atlas.views.comparison.figures import place_text
from atlas.views.comparison.league import League, Standing, league_of, standings_of
from atlas.views.comparison.link import Compared
from atlas.views.map_view import DrawnUnit, YearEarlier
from atlas.views.method_names import METHOD_NAMES
from atlas.views.spine_words import dated_text
from atlas.views.value_text import completeness, source_text, value_text
from atlas.views.verdict_words import verdict_text
from atlas.workspace import Workspace


def compared_table(workspace: Workspace, compared: Compared, language: Language) -> pd.DataFrame:
    """Rows by indicator and then division, in the order chosen; columns are named in the language.

    Values, limits, numerators and denominators are numbers; the rest are words.
    """
    found = {indicator: standings_of(workspace, compared, indicator) for indicator in compared.indicators}
    store = workspace.store(compared.selection.dataset)
    wanted = [source for standings in found.values() for each in standings for source in each.value.sources]
    sources = {source.id: source for source in store.sources(tuple(dict.fromkeys(wanted)))}
    rows = [
        _row(workspace, compared, league_of(workspace, compared, indicator), each, sources, language)
        for indicator, standings in found.items()
        for each in standings
    ]
    return pd.DataFrame(rows)


def _row(
    workspace: Workspace,
    compared: Compared,
    league: League,
    standing: Standing,
    sources: Mapping[str, Source],
    language: Language,
) -> dict[str, Any]:
    value, interval = standing.value, standing.interval
    has = value.value is not None
    base = value.denominator_period
    return {
        language.text("Indicator"): language.name(league.indicator.name),
        language.text("Division"): language.name(standing.division),
        language.text("Code"): standing.division.code,
        language.text("Value"): value.value,
        language.text("As stated"): value_text(league.indicator, league.unit, value, language),
        language.text("Lower limit"): interval.lower if interval else None,
        language.text("Upper limit"): interval.upper if interval else None,
        language.text("Interval"): language.text(METHOD_NAMES[interval.method]) if interval else "",
        language.text("Benchmark"): _benchmark(workspace, compared, league, language),
        language.text("Against the benchmark"): verdict_text(standing.verdict, language),
        language.text("Place"): place_text(standing.rank, language),
        language.text("Period"): language.period(value.period) if has else "",
        language.text("On a year earlier"): _change(workspace, compared, league, standing),
        language.text("Numerator"): value.numerator if has else None,
        language.text("Denominator"): value.denominator if has else None,
        language.text("Date of the denominator"): language.period(base) if has and base else "",
        language.text("Completeness"): completeness(value, language) if has else "",
        language.text("Source"): language.text("; ").join(
            source_text(sources[each], language) for each in value.sources if each in sources
        ),
    }


def _benchmark(workspace: Workspace, compared: Compared, league: League, language: Language) -> str:
    value = league.benchmark
    if value is None or value.value is None:
        return ""
    return language.text(
        "{division}: {value}",
        division=language.name(workspace.divisions[value.division]),
        value=dated_text(workspace, compared.selection, value, language),
    )


def _change(workspace: Workspace, compared: Compared, league: League, standing: Standing) -> float | None:
    chosen = compared.selection.with_(indicator=league.indicator.id)
    return DrawnUnit(standing.division, standing.value, None, None, YearEarlier(workspace, chosen)).change
