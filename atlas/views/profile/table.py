"""The table of a profile: one row for each indicator, with all one may ask about its number."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from atlas.language import Language
from atlas.statistics.trend import Direction
from atlas.store import Source
from atlas.views.method_names import METHOD_NAMES
from atlas.views.profile.entries import Entry
from atlas.views.profile.recent import recent_of
from atlas.views.profile.view import ProfileView
from atlas.views.profile.words import place_text, reported_text, side_text, trend_method, trend_text
from atlas.views.value_text import source_text, value_text
from atlas.views.verdict_words import verdict_text
from atlas.workspace import Workspace


def profile_table(workspace: Workspace, view: ProfileView, language: Language) -> pd.DataFrame:
    """All indicators in the definitions' order, those without a value too; columns named in the language.

    Values, limits, numerators and denominators are numbers; the rest are words.
    """
    store = workspace.store(view.selection.dataset)
    wanted = tuple(dict.fromkeys(source for entry in view.entries for source in entry.value.sources))
    sources = {source.id: source for source in store.sources(wanted)}
    return pd.DataFrame([_row(workspace, view, entry, sources, language) for entry in view.entries])


def _row(
    workspace: Workspace,
    view: ProfileView,
    entry: Entry,
    sources: Mapping[str, Source],
    language: Language,
) -> dict[str, Any]:
    value, interval, benchmark = entry.value, entry.interval, entry.benchmark
    has, base = value.value is not None, value.denominator_period
    recent = recent_of(workspace, view.selection, entry.indicator)
    tested = has and recent.trend.direction is not Direction.NONE
    return {
        language.text("Topic"): language.name(workspace.definitions.topics[entry.indicator.topic]),
        language.text("Indicator"): language.name(entry.indicator.name),
        language.text("Value"): value.value,
        language.text("As stated"): value_text(entry.indicator, entry.unit, value, language),
        language.text("Unit"): language.name(entry.unit),
        language.text("Period"): language.period(value.period) if has else "",
        language.text("Lower limit"): interval.lower if interval else None,
        language.text("Upper limit"): interval.upper if interval else None,
        language.text("Interval"): language.text(METHOD_NAMES[interval.method]) if interval else "",
        language.text("Benchmark"): benchmark.value if benchmark else None,
        language.text("Whose benchmark"): _owner(workspace, entry, language),
        language.text("Verdict by interval"): verdict_text(entry.verdict, language),
        language.text("Plain comparison"): side_text(entry, language),
        language.text("Place"): place_text(entry.rank, language),
        language.text("Trend"): trend_text(recent, language) if tested else "",
        language.text("Method of the trend"): trend_method(entry, recent, language) if tested else "",
        language.text("Numerator"): value.numerator if has else None,
        language.text("Denominator"): value.denominator if has else None,
        language.text("Date of the denominator"): language.period(base) if has and base else "",
        language.text("Reported"): reported_text(value, language) if has else "",
        language.text("Source"): language.text("; ").join(
            source_text(sources[each], language) for each in value.sources if each in sources
        ),
    }


def _owner(workspace: Workspace, entry: Entry, language: Language) -> str:
    if entry.benchmark is None:
        return ""
    return language.name(workspace.divisions[entry.benchmark.division])
