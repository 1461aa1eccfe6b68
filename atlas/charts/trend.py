"""The trend of the division looked at against its parent."""

from collections.abc import Sequence
from functools import lru_cache

import altair as alt

from atlas.charts.style import Spec, styled, with_data
from atlas.definitions import Indicator, Unit
from atlas.indicators import IndicatorValue
from atlas.language import Language
from atlas.views.value_text import value_text

HEIGHT = 84
MOST_TICKS = 4


def trend(
    lines: Sequence[tuple[str, str, Sequence[IndicatorValue]]],
    indicator: Indicator,
    unit: Unit,
    language: Language,
) -> Spec:
    """One line for each (name, colour, values)."""
    rows = [
        {
            "line": name,
            "month": value.period.last,
            "when": language.period(value.period, short=True),
            "value": value.value,
            "text": value_text(indicator, unit, value, language),
        }
        for name, _, values in lines
        for value in values
        if value.value is not None
    ]
    names = tuple(name for name, _, _ in lines)
    ticks = {
        each.period.last: language.period(each.period, short=True) for *_, values in lines for each in values
    }
    spec = _chart(indicator.denominator is None, tuple(colour for _, colour, _ in lines))
    return with_data(
        spec,
        rows,
        names=names,
        ticks=_spaced(sorted(ticks)),
        labels={str(month): when for month, when in ticks.items()},
    )


@lru_cache(maxsize=64)
def _chart(from_zero: bool, colours: tuple[str, ...]) -> Spec:
    names, ticks, labels = (alt.param(name=name, value=[]) for name in ("names", "ticks", "labels"))
    base = alt.Chart(alt.InlineData([])).encode(
        x=alt.X(
            "month:Q",
            title=None,
            scale=alt.Scale(zero=False, nice=False, padding=14),
            axis=alt.Axis(values=alt.ExprRef("ticks"), labelExpr="labels[datum.value]", labelOverlap=True),
        ),
        y=alt.Y(
            "value:Q",
            title=None,
            scale=alt.Scale(zero=from_zero),
            axis=alt.Axis(tickCount=3, grid=True, gridColor="#EDF0F4", domain=False, ticks=False),
        ),
        color=alt.Color(
            "line:N",
            scale=alt.Scale(domain=alt.ExprRef("names"), range=list(colours)),
            legend=alt.Legend(
                orient="top", title=None, labelFontSize=12, labelLimit=200, offset=2, padding=0
            ),
        ),
    )
    drawn = base.mark_line(strokeWidth=2)
    points = base.mark_circle(size=36, opacity=1).encode(
        tooltip=[alt.Tooltip(f"{field}:N", title=" ") for field in ("line", "when", "text")]
    )
    return styled(alt.layer(drawn, points).add_params(names, ticks, labels).properties(height=HEIGHT))


def _spaced(months: list[int]) -> list[int]:
    step = max(1, -(-len(months) // MOST_TICKS))
    return months[::-1][::step][::-1]
