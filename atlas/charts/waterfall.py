"""How one value became another: a row for each step, from where the one before it ended."""

from atlas.charts.style import (
    Spec,
    Width,
    beside_texts,
    chart,
    clickable,
    layer,
    layer_over,
    name_room,
    raw,
    tooltip,
    worded,
)
from atlas.views.lettering import shortened
from atlas.views.palette import FALLING, HAIRLINE, INK, RISING
from atlas.views.pictures import Step, WaterfallPicture

ROW_HEIGHT = 26
GAP = 8
COLOURS = {"total": "#5B6875", "up": RISING[-1], "down": FALLING[-1]}
FROM_ZERO = 0.25
"""Where the steps move at least this share of the values, the totals are bars from zero."""


def waterfall(picture: WaterfallPicture, *, width: Width = "container", row_height: int = ROW_HEIGHT) -> Spec:
    """The steps from top to bottom. Where they are small beside the totals, the totals are marks, not bars:

    a bar that does not begin at zero would lie about its length.
    """
    names = name_room([step.name for step in picture.steps])
    low, high, from_zero = _reach(picture.steps)
    rows = [
        {
            "place": place,
            "code": step.code,
            "name": step.name,
            "short": shortened(step.name, names, 12),
            "start": _start(step, from_zero),
            "end": step.end,
            "right": max(step.start, step.end) if step.kind != "total" else step.end,
            "text": step.text,
            "colour": COLOURS.get(step.kind, INK),
            "weight": 600 if step.kind == "total" else 400,
            "label": f"{step.name} {step.text} [{step.code}]",
            "kind": step.kind,
        }
        for place, step in enumerate(picture.steps)
    ]
    x = {
        "type": "quantitative",
        "axis": None,
        "scale": beside_texts(low, high, [step.text for step in picture.steps]),
    }
    y = {"field": "place", "type": "ordinal", "sort": None, "axis": None}
    said = tooltip("name", "text")
    moving = [row for row in rows if row["kind"] != "total" or from_zero]
    still = [row for row in rows if row["kind"] == "total" and not from_zero]
    layers = [
        *_joints(rows, x, y),
        clickable(
            layer_over(
                moving,
                "bar",
                {
                    "x": {"field": "start", **x},
                    "x2": {"field": "end"},
                    "y": y,
                    "color": raw("colour"),
                    "description": worded("label"),
                    "tooltip": said,
                },
                height={"band": 0.62},
                minBandSize=1,
            )
        ),
        layer_over(
            still,
            "tick",
            {"x": {"field": "end", **x}, "y": y, "color": raw("colour"), "tooltip": said},
            thickness=4,
            size=row_height * 0.7,
        ),
        layer(
            "text",
            {"x": {"value": -GAP}, "y": y, "text": worded("short"), "tooltip": said},
            align="right",
        ),
        layer("text", {"x": {"field": "right", **x}, "y": y, "text": worded()}, align="left", dx=6),
    ]
    return chart(rows, layers, width, {"step": row_height})


def _reach(steps: tuple[Step, ...]) -> tuple[float, float, bool]:
    """What the axis shows, and whether zero is part of it."""
    ends = [end for step in steps for end in (step.end, *(() if step.kind == "total" else (step.start,)))]
    low, high = min(ends, default=0.0), max(ends, default=1.0)
    moved = high - low
    from_zero = moved >= FROM_ZERO * max(abs(low), abs(high))
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    else:
        low -= moved * 0.08
    return low, high if high > low else low + 1, from_zero


def _start(step: Step, from_zero: bool) -> float:
    if step.kind == "total":
        return 0.0 if from_zero else step.end
    return step.start


def _joints(rows: list[Spec], x: Spec, y: Spec) -> list[Spec]:
    """A hairline from the end of every step to the next row."""
    joints = [
        {"place": row["place"] + shift, "value": row["end"], "joint": row["place"]}
        for row in rows[:-1]
        for shift in (0, 1)
    ]
    encoding = {"x": {"field": "value", **x}, "y": y, "detail": worded("joint"), "order": {"field": "place"}}
    return [layer_over(joints, "line", encoding, stroke=HAIRLINE, strokeWidth=1)]
