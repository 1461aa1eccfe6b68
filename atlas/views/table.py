"""The table of a view: one row for each unit, with everything one may ask about a number."""

import pandas as pd

from atlas.indicators.limits import intervals_of
from atlas.language import Language
from atlas.statistics.intervals import Interval
from atlas.views.map_view import MapView
from atlas.views.method_names import METHOD_NAMES
from atlas.views.value_text import STATED_DECIMALS, explanation, name_with_unit, source_text, value_text
from atlas.workspace import Workspace


def view_table(workspace: Workspace, view: MapView, language: Language) -> pd.DataFrame:
    """Rows from the highest value down, units without a figure last; columns have names of the language.

    Value, its interval where the indicator has one, numerator and denominator are numbers; else words.
    """
    store = workspace.store(view.selection.dataset)
    missing = [unit for unit in view.units if unit.value.value is None]
    sources = {source.id: source for source in store.sources(sources_of(view))}
    shown = (*view.ranked, *missing)
    intervals = intervals_of(view.indicator, [unit.value for unit in shown])
    has_intervals = any(intervals)
    rows = []
    for unit, interval in zip(shown, intervals, strict=True):
        own = [sources[each] for each in unit.value.sources if each in sources]
        rows.append(
            {
                language.text("Place"): unit.rank.place if unit.rank else None,
                language.text("Code"): unit.division.code,
                language.text("Division"): language.name(unit.division),
                name_with_unit(view.indicator, view.unit, language): unit.value.value,
                language.text("As stated"): value_text(view.indicator, view.unit, unit.value, language),
                **(_limits(interval, language) if has_intervals else {}),
                language.text("Period"): ""
                if unit.value.value is None
                else language.period(unit.value.period),
                language.text("On a year earlier"): unit.change,
                language.text("Numerator"): unit.value.numerator,
                language.text("Denominator"): unit.value.denominator,
                language.text("Notes"): language.text("; ").join(
                    line for line in explanation(workspace, view.indicator, unit, (), language)[1:]
                ),
                language.text("Source"): language.text("; ").join(
                    source_text(source, language) for source in own
                ),
            }
        )
    return pd.DataFrame(rows)


def table_decimals(view: MapView, table: pd.DataFrame, language: Language) -> dict[str, int]:
    """The decimals of the columns of numbers, by name; rates have at least those that a source may state."""
    decimals = view.indicator.decimals
    fine = max(decimals, STATED_DECIMALS) if decimals else 0
    named = {
        language.text("Place"): 0,
        name_with_unit(view.indicator, view.unit, language): fine,
        language.text("Lower limit"): fine,
        language.text("Upper limit"): fine,
        language.text("On a year earlier"): fine,
        language.text("Numerator"): 0,
        language.text("Denominator"): 0,
    }
    return {name: places for name, places in named.items() if name in table}


def _limits(interval: Interval | None, language: Language) -> dict[str, object]:
    return {
        language.text("Lower limit"): interval.lower if interval else None,
        language.text("Upper limit"): interval.upper if interval else None,
        language.text("Interval"): language.text(METHOD_NAMES[interval.method]) if interval else "",
    }


def sources_of(view: MapView) -> tuple[str, ...]:
    """Every source behind the values of a view, once."""
    return tuple(dict.fromkeys(source for unit in view.units for source in unit.value.sources))
