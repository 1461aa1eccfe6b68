"""How every chart looks: type, hairlines, no decoration."""

from typing import Any

import altair as alt

from atlas.views.palette import HAIRLINE, INK, SECONDARY

FONT = "PingFang SC, Microsoft YaHei, Noto Sans SC, Noto Sans CJK SC, Segoe UI, Roboto, sans-serif"


def styled(chart: Any) -> alt.LayerChart:
    """The layered chart in the atlas's type and lines."""
    styled_chart: alt.LayerChart = (
        chart.configure(font=FONT, background="transparent")
        .configure_view(stroke=None)
        .configure_axis(
            grid=False,
            domainColor=HAIRLINE,
            tickColor=HAIRLINE,
            labelColor=SECONDARY,
            titleColor=SECONDARY,
            labelFontSize=12,
            titleFontSize=12,
            titleFontWeight="normal",
        )
        .configure_text(color=INK, fontSize=12)
    )
    return styled_chart
