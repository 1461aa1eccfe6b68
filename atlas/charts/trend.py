"""The trend of the division looked at against its parent."""

from collections.abc import Sequence

import altair as alt

from atlas.charts.style import styled
from atlas.definitions import Indicator, Unit
from atlas.indicators import IndicatorValue
from atlas.language import Language
from atlas.views.palette import ACCENT, SECONDARY
from atlas.views.value_text import value_text


def trend(
    lines: Sequence[tuple[str, Sequence[IndicatorValue]]],
    indicator: Indicator,
    unit: Unit,
    language: Language,
    height: int = 150,
) -> alt.LayerChart:
    """One line for each (name, values); the first is the division looked at, drawn in the accent."""
    rows = [
        {
            "line": name,
            "month": value.period.last,
            "when": language.period(value.period, short=True),
            "value": value.value,
            "text": value_text(indicator, unit, value, language),
        }
        for name, values in lines
        for value in values
        if value.value is not None
    ]
    names = [name for name, _ in lines]
    ticks = sorted(
        {
            (each.period.last, language.period(each.period, short=True))
            for _, values in lines
            for each in values
        }
    )
    labels = (
        " : ".join(f"datum.value == {month} ? '{when}'" for month, when in ticks) + " : ''" if ticks else "''"
    )
    base = alt.Chart(alt.InlineData(rows)).encode(
        x=alt.X(
            "month:Q",
            title=None,
            scale=alt.Scale(zero=False, nice=False, padding=14),
            axis=alt.Axis(values=_spaced([month for month, _ in ticks]), labelExpr=labels, labelOverlap=True),
        ),
        y=alt.Y(
            "value:Q",
            title=language.name(unit) or None,
            scale=alt.Scale(zero=indicator.denominator is None),
            axis=alt.Axis(tickCount=4, grid=True, gridColor="#EDF0F4", domain=False, ticks=False),
        ),
        color=alt.Color(
            "line:N",
            scale=alt.Scale(domain=names, range=[ACCENT, SECONDARY][: len(names)]),
            legend=alt.Legend(orient="top", title=None, labelFontSize=12, labelLimit=200),
        ),
    )
    drawn = base.mark_line(strokeWidth=2)
    points = base.mark_circle(size=36, opacity=1).encode(
        tooltip=[
            alt.Tooltip("line:N", title=" "),
            alt.Tooltip("when:N", title=" "),
            alt.Tooltip("text:N", title=" "),
        ]
    )
    return styled(alt.layer(drawn, points).properties(height=height))


def _spaced(months: list[int], most: int = 6) -> list[int]:
    step = max(1, -(-len(months) // most))
    return months[::-1][::step][::-1]
