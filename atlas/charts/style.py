"""How every chart looks: type, hairlines, no decoration."""

from typing import Any

from atlas.views.palette import HAIRLINE, INK, SECONDARY

FONT = "PingFang SC, Microsoft YaHei, Noto Sans SC, Noto Sans CJK SC, Segoe UI, Roboto, sans-serif"

Spec = dict[str, Any]
"""A Vega-Lite specification."""


def styled(chart: Any) -> Spec:
    """The specification of an altair chart in the atlas's type and lines.

    Checking and serialising a chart costs altair some 30 ms, so each kind of chart is built once, without
    data, and only its data is exchanged.
    """
    dressed = (
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
    spec: Spec = dressed.to_dict()
    for part in (spec, *spec.get("layer", ())):
        part.pop("data", None)
    return {name: value for name, value in spec.items() if name not in ("$schema", "datasets")}


def with_data(spec: Spec, rows: list[dict[str, Any]], **values: Any) -> Spec:
    """The same chart with other rows and other values of its parameters; the given one is left as it is."""
    params = [
        {**param, "value": values[param["name"]]} if param["name"] in values else param
        for param in spec.get("params", ())
    ]
    return {**spec, "data": {"values": rows}, "params": params}
