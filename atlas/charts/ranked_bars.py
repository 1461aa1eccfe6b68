"""The ranked bars beside the map: the same units, colours and order of values."""

from functools import cache

import altair as alt

from atlas.charts.style import Spec, styled, with_data
from atlas.language import Language
from atlas.views.map_view import DrawnUnit, MapView
from atlas.views.palette import ACCENT, INK
from atlas.views.value_text import figure_text, value_text

LONGEST = 40
HEAD = 12
ROW_HEIGHT = 19
ROOM_FOR_TEXT = 1.36


def bars_shown(view: MapView) -> tuple[DrawnUnit, ...]:
    """The units a bar is drawn for: all, or the highest and lowest where there are too many to read."""
    if len(view.ranked) <= LONGEST:
        return view.ranked
    return (*view.ranked[:HEAD], *view.ranked[-HEAD:])


def ranked_bars(view: MapView, palette: tuple[str, ...], language: Language) -> Spec:
    """Horizontal bars from the highest value down; each carries its code so that a click can lead there."""
    rows = [
        {
            "code": unit.division.code,
            "place": f"{unit.rank.place if unit.rank else ''}\u2007{language.name(unit.division)}",
            "value": unit.value.value,
            "text": figure_text(view.indicator, view.unit, unit.value, language),
            "colour": palette[unit.shade or 0] if palette else ACCENT,
            "label": _label(view, unit, language),
        }
        for unit in bars_shown(view)
    ]
    longest = max((unit.value.value or 0.0 for unit in view.ranked), default=1.0)
    return with_data(_chart(), rows, longest=longest * ROOM_FOR_TEXT or 1)


@cache
def _chart() -> Spec:
    longest = alt.param(name="longest", value=1)
    base = alt.Chart(alt.InlineData([])).encode(
        y=alt.Y(
            "place:N",
            sort=None,
            title=None,
            axis=alt.Axis(labelLimit=150, ticks=False, domain=False, labelColor=INK),
        ),
        x=alt.X(
            "value:Q",
            title=None,
            axis=None,
            scale=alt.Scale(domainMin=0, domainMax=alt.ExprRef("longest"), nice=False),
        ),
    )
    chosen = alt.selection_point(name="chosen", fields=["code"], on="click", empty=False)
    bars = base.mark_bar(height={"band": 0.72}, cursor="pointer", stroke="#9FB3CA", strokeWidth=0.4).encode(
        color=alt.Color("colour:N", scale=None),
        description="label:N",
        tooltip=alt.value(None),
    )
    text = base.mark_text(align="left", dx=4, fontSize=12).encode(text="text:N", tooltip=alt.value(None))
    chart = alt.layer(bars.add_params(chosen), text).add_params(longest)
    return styled(chart.properties(height=alt.Step(ROW_HEIGHT)))


def _label(view: MapView, unit: DrawnUnit, language: Language) -> str:
    """The bar in words; the code in brackets lets the map find the bar of a unit."""
    value = value_text(view.indicator, view.unit, unit.value, language)
    return f"{language.name(unit.division)} {value} [{unit.division.code}]"
