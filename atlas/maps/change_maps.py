"""Two small maps of one indicator, before and after a file's figures count, in the same classes."""

from typing import Any

from atlas.divisions import Level
from atlas.indicators import IndicatorValue, State
from atlas.language import Language
from atlas.maps.outlines import Geometry, national_lines, unit_outlines
from atlas.views.palette import ACCENT, HAIRLINE, SECONDARY, SEQUENTIAL, sequential
from atlas.views.upload_map import ChangeMap, UnitChange
from atlas.views.value_text import value_text
from atlas.workspace import Workspace

Spec = dict[str, Any]
"""A Vega-Lite specification."""

HEIGHT = 200
LARGEST_CIRCLE = 420
SMALLEST_CIRCLE = 6
MOST_MARKED = 1 / 3
"""Where more of the units change, outlines would hide what they become."""
NO_FILL = "#EEF1F5"
FILLS = {State.NOT_APPLICABLE: "#DDD8D0", State.SUPPRESSED: "#C9C3D6", State.OUTSIDE: "#FFFFFF"}
PROJECTION = {"type": "identity", "reflectY": True}


def change_maps(workspace: Workspace, shown: ChangeMap, language: Language) -> tuple[Spec, Spec]:
    """The map as it is and the map as it would be; the few units that will look different have an outline.

    Raises:
        AtlasError: a boundary file is missing or damaged.
    """
    area = shown.area
    outlines = unit_outlines(
        workspace.divisions, area.division, area.level, [unit.division.code for unit in shown.units]
    )
    lines = national_lines(area.division) if area.division.level is Level.COUNTRY else []
    return tuple(_map(workspace, shown, outlines, lines, after, language) for after in (False, True))  # type: ignore[return-value]


def palette_of_change(shown: ChangeMap) -> tuple[str, ...]:
    """The colours of the classes, those of the map page."""
    if shown.indicator.symbol == "circles":
        return SEQUENTIAL[7][-shown.classification.classes :]
    return sequential(shown.classification.classes)


def _map(
    workspace: Workspace,
    shown: ChangeMap,
    outlines: dict[str, Geometry],
    lines: list[Geometry],
    after: bool,
    language: Language,
) -> Spec:
    rows = [
        {
            "type": "Feature",
            "geometry": outlines[unit.division.code],
            **_row(workspace, shown, unit, after, language),
        }
        for unit in shown.units
        if unit.division.code in outlines
    ]
    layers = [_polygons(rows)]
    if lines:
        layers.append(_lines(lines))
    if shown.indicator.symbol == "circles":
        layers.append(_circles([row for row in rows if row["size"]]))
    return {
        "width": "container",
        "height": HEIGHT,
        "projection": PROJECTION,
        "layer": layers,
        "config": {"view": {"stroke": None}, "background": "transparent"},
    }


def _row(
    workspace: Workspace, shown: ChangeMap, unit: UnitChange, after: bool, language: Language
) -> dict[str, Any]:
    value = unit.after if after else unit.before
    marked = after and unit.changes and shown.changed <= MOST_MARKED * len(shown.units)
    label = workspace.definitions.unit_of(shown.indicator)
    before, then = (value_text(shown.indicator, label, each, language) for each in (unit.before, unit.after))
    return {
        "code": unit.division.code,
        "name": language.name(unit.division),
        "said": language.text("{before} → {after}", before=before, after=then) if unit.changes else then,
        "fill": _fill(shown, value),
        "size": _size(shown, value),
        "colour": palette_of_change(shown)[-1],
        "line": ACCENT if marked else _border(shown, value),
        "width": 1.4 if marked else 0.6,
    }


def _border(shown: ChangeMap, value: IndicatorValue) -> str:
    coloured = value.value is not None and shown.indicator.symbol != "circles"
    return "#FFFFFF" if coloured else "#C3CBD5"


def _fill(shown: ChangeMap, value: IndicatorValue) -> str:
    if value.value is None:
        return FILLS.get(value.state, NO_FILL)
    if shown.indicator.symbol == "circles":
        return "#F6F8FA"
    return palette_of_change(shown)[shown.classification.class_of(value.value)]


def _size(shown: ChangeMap, value: IndicatorValue) -> float:
    if shown.indicator.symbol != "circles" or not value.value or shown.top <= 0:
        return 0.0
    return round(max(SMALLEST_CIRCLE, LARGEST_CIRCLE * value.value / shown.top), 1)


def _raw(field: str) -> dict[str, Any]:
    return {"field": field, "type": "nominal", "scale": None, "legend": None}


_TOOLTIP = [
    {"field": "name", "type": "nominal", "title": " "},
    {"field": "said", "type": "nominal", "title": "\u200b"},
]


def _polygons(rows: list[dict[str, Any]]) -> Spec:
    return {
        "data": {"values": rows},
        "mark": {"type": "geoshape", "strokeJoin": "round", "aria": False},
        "encoding": {
            "fill": _raw("fill"),
            "stroke": _raw("line"),
            "strokeWidth": {"field": "width", "type": "quantitative", "scale": None, "legend": None},
            "tooltip": _TOOLTIP,
        },
    }


def _lines(lines: list[Geometry]) -> Spec:
    return {
        "data": {"values": [{"type": "Feature", "geometry": each} for each in lines]},
        "mark": {"type": "geoshape", "aria": False, "filled": False, "stroke": SECONDARY, "strokeWidth": 0.8},
    }


def _circles(rows: list[dict[str, Any]]) -> Spec:
    points = [
        {name: value for name, value in row.items() if name not in ("geometry", "type")}
        | _middle(row["geometry"])
        for row in rows
    ]
    return {
        "data": {"values": points},
        "mark": {"type": "circle", "aria": False, "opacity": 0.78, "stroke": HAIRLINE},
        "encoding": {
            "longitude": {"field": "x", "type": "quantitative"},
            "latitude": {"field": "y", "type": "quantitative"},
            "size": {"field": "size", "type": "quantitative", "scale": None, "legend": None},
            "fill": _raw("colour"),
            "tooltip": _TOOLTIP,
        },
    }


def _middle(geometry: Geometry) -> dict[str, float]:
    """The middle of the outline's largest ring."""
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    ring = max((part[0] for part in parts), key=len)
    xs, ys = zip(*ring, strict=True)
    return {"x": round((min(xs) + max(xs)) / 2, 3), "y": round((min(ys) + max(ys)) / 2, 3)}
