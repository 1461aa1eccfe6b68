"""How every chart looks: type, hairlines, no decoration."""

import altair as alt

from atlas.views.palette import HAIRLINE, INK, SECONDARY

FONT = "PingFang SC, Microsoft YaHei, Noto Sans SC, Noto Sans CJK SC, Segoe UI, Roboto, sans-serif"


def styled(chart: alt.Chart | alt.LayerChart) -> alt.Chart | alt.LayerChart:
    """The chart in the atlas's type and lines."""
    styled_chart: alt.Chart | alt.LayerChart = (
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
