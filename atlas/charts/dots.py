"""Dots: two indicators against one another, or values with the limits of chance around them."""

from collections.abc import Sequence
from statistics import median

from atlas.charts.label_places import Named, label_places
from atlas.charts.style import (
    GRID,
    PAGE_WIDTH,
    Spec,
    Width,
    chart,
    clickable,
    layer,
    layer_over,
    on_paper,
    raw,
    tooltip,
    worded,
)
from atlas.views.lettering import shortened
from atlas.views.palette import ACCENT, INK, SECONDARY
from atlas.views.pictures import Dot, FunnelPicture, ScatterPicture

HEIGHT = 320
FEW = 10
"""As many dots can all have their names beside them."""
AXES = 56
"""Pixels of the axis and its title at the left."""
OUTER, INNER, EDGE = "#F4F6F9", "#E4EAF1", "#B7C3D0"
Domain = tuple[float, float]


def scatter(picture: ScatterPicture, *, width: Width = "container", height: int = HEIGHT) -> Spec:
    """Two indicators of the same units; marked ones are named, few are all named."""
    across = _domain([dot.x for dot in picture.dots])
    up = _domain([dot.y for dot in picture.dots])
    x, y = _axis(picture.x_title, across), _axis(picture.y_title, up)
    names = _names(picture.dots, across, up, x, y, width, height)
    return chart(_rows(picture.dots), [_marks(x, y), *names], width, height)


def funnel(picture: FunnelPicture, *, width: Width = "container", height: int = HEIGHT) -> Spec:
    """Values by denominator within the limits of 95 % and 99.8 %; marked ones are named.

    The limits of small denominators may lie far outside: the axis shows the values, and the limits from the
    middle denominator on.
    """
    across = (0.0, _domain([0.0, *(dot.x for dot in picture.dots)])[1])
    up = _domain([picture.centre.value, *(dot.y for dot in picture.dots), *_limits_shown(picture)])
    x, y = _axis(picture.x_title, across), _axis(picture.y_title, up)
    limits = [
        {
            "x": each.x,
            "lower_95": each.lower_95,
            "upper_95": each.upper_95,
            "lower_998": each.lower_998,
            "upper_998": each.upper_998,
        }
        for each in picture.limits
        if each.x <= across[1]
    ]
    bands = [
        layer_over(
            limits,
            "area",
            {
                "x": {**x, "field": "x"},
                "y": {**y, "field": f"upper_{name}"},
                "y2": {"field": f"lower_{name}"},
            },
            fill=fill,
            stroke=EDGE,
            strokeWidth=0.8,
            opacity=1,
            clip=True,
        )
        for name, fill in (("998", OUTER), ("95", INNER))
    ]
    centre = [{"value": picture.centre.value, "text": f"{picture.centre.name} {picture.centre.text}"}]
    at = {"y": {**y, "field": "value"}}
    words = layer_over(
        centre,
        "text",
        {**at, "x": {"value": "width"}, "text": worded()},
        align="right",
        dx=-4,
        dy=-7,
        fontSize=11,
        color=SECONDARY,
    )
    layers = [
        *bands,
        layer_over(centre, "rule", at, stroke=SECONDARY),
        _marks(x, y),
        *on_paper(words),
        *_named_limits(limits, y),
        *_names(picture.dots, across, up, x, y, width, height),
    ]
    return chart(_rows(picture.dots), layers, width, height)


def _limits_shown(picture: FunnelPicture) -> list[float]:
    middle = median(dot.x for dot in picture.dots) if picture.dots else 0.0
    shown = [each for each in picture.limits if each.x >= middle]
    return [limit for each in shown for limit in (each.lower_998, each.upper_998)]


def _named_limits(limits: list[Spec], y: Spec) -> list[Spec]:
    """Which limits the bands are, written where they end."""
    rows = [
        {"value": row[f"{side}_{name}"], "text": text}
        for row in limits[-1:]
        for side in ("lower", "upper")
        for name, text in (("95", "95%"), ("998", "99.8%"))
    ]
    at = {"y": {**y, "field": "value"}, "x": {"value": "width"}, "text": worded()}
    return on_paper(layer_over(rows, "text", at, align="right", dx=-4, fontSize=10, color=SECONDARY))


def _domain(values: Sequence[float]) -> Domain:
    """What an axis shows: the values and a little more on both sides; nothing below zero if no value is."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    more = (high - low) * 0.06 or abs(high) * 0.1 or 1.0
    return (low - more if low < 0 else max(0.0, low - more)), high + more


def _axis(title: str, domain: Domain) -> Spec:
    return {
        "type": "quantitative",
        "title": title,
        "scale": {"domain": list(domain), "zero": False, "nice": False},
        "axis": {"tickCount": 5, "grid": True, "gridColor": GRID, "domain": False, "ticks": False},
    }


def _rows(dots: tuple[Dot, ...]) -> list[Spec]:
    """Marked ones last, so that they lie on top."""
    return [
        {
            "code": dot.code,
            "name": dot.name,
            "x": dot.x,
            "y": dot.y,
            "text": dot.text,
            "colour": dot.colour,
            "line": ACCENT if dot.marked else "#FFFFFF",
            "thick": 2.0 if dot.marked else 0.8,
            "label": f"{dot.name} {dot.text} [{dot.code}]",
        }
        for dot in sorted(dots, key=lambda dot: dot.marked)
    ]


def _marks(x: Spec, y: Spec) -> Spec:
    return clickable(
        layer(
            "point",
            {
                "x": {**x, "field": "x"},
                "y": {**y, "field": "y"},
                "fill": raw("colour"),
                "stroke": raw("line"),
                "strokeWidth": {"field": "thick", "type": "quantitative", "scale": None, "legend": None},
                "description": worded("label"),
                "tooltip": tooltip("name", "text"),
            },
            shape="circle",
            size=80,
            opacity=0.95,
            cursor="pointer",
        )
    )


def _names(
    dots: tuple[Dot, ...], across: Domain, up: Domain, x: Spec, y: Spec, width: Width, height: int
) -> list[Spec]:
    """The names of marked dots, or of all where they are few, each where it lies over no other."""
    plot = (PAGE_WIDTH if width == "container" else width) - AXES
    named = [dot for dot in dots if dot.marked or len(dots) <= FEW]
    short = [shortened(dot.name, 110, 11) for dot in named]
    places = label_places(
        [
            Named(
                name,
                (dot.x - across[0]) / (across[1] - across[0]) * plot,
                (up[1] - dot.y) / (up[1] - up[0]) * height,
            )
            for dot, name in zip(named, short, strict=True)
        ],
        plot,
    )
    at = {"x": {**x, "field": "x"}, "y": {**y, "field": "y"}, "text": worded()}
    layers = []
    for shift in dict.fromkeys(place for place in places if place is not None):
        rows = [
            {"x": dot.x, "y": dot.y, "text": name}
            for dot, name, place in zip(named, short, places, strict=True)
            if place == shift
        ]
        look = {"align": shift.align, "dx": shift.dx, "dy": shift.dy, "fontSize": 11, "color": INK}
        layers += on_paper(layer_over(rows, "text", at, **look))
    return layers
