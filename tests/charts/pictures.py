"""One picture of every kind, with what is awkward about each: long names, quotation marks, gaps."""

from atlas.charts.chart_spec import ChartPicture
from atlas.views.palette import ACCENT
from atlas.views.pictures import (
    Bar,
    BarPicture,
    Break,
    Dot,
    FunnelPicture,
    Limit,
    Line,
    LinePicture,
    Point,
    Reference,
    ScatterPicture,
    SpineMark,
    SpinePicture,
    SpineRow,
    Step,
    Tile,
    TilePicture,
    WaterfallPicture,
)

BLUE = "#1A4480"
LONG = "Qiandongnan Miao and Dong Autonomous Prefecture"
ODD = 'Xi\'an "West" \\ <b>'

BARS = BarPicture(
    title="Lawyers",
    unit="Lawyers per 10,000",
    bars=(
        Bar("110000", "Beijing", 25.0, "25.01", BLUE, "1", 23.1, 26.9),
        Bar("522600", LONG, 4.1, "4.10", BLUE, "2–3", 3.9, 4.3, marked=True),
        Bar("610100", ODD, 0.0, "0.00", BLUE, "3"),
    ),
    references=(Reference("China", 5.2, "5.20"), Reference("Target", 27.5, "27.50")),
    interval="Byar",
)
LINES = LinePicture(
    title="Trend",
    unit="Success rate (%)",
    lines=(
        Line(
            "520000",
            ODD,
            ACCENT,
            tuple(
                Point(month, f"month {month}", 90.0 + month, f"{90 + month}.0%", 89.0 + month, 91.0 + month)
                for month in (1, 2, 4, 5, 6)
            ),
        ),
        Line("000000", "China", BLUE, (Point(1, "month 1", 95.0, "95.0%"),), dashed=True),
    ),
    from_zero=False,
    target=Reference("Target", 98.0, "98.0%"),
    breaks=(Break(6, "month 6", "not comparable"),),
)
SPINE = SpinePicture(
    title="Spine",
    rows=(
        SpineRow(
            "rate",
            "Success rate",
            "95.0%",
            "99.0%",
            0.4,
            "97.0%",
            0.3,
            0.7,
            (
                SpineMark("520000", "Guizhou", "98.0%", 0.8, "better", "Guizhou"),
                SpineMark("210000", "Liaoning", "98.0%", 0.8, "similar", "Liaoning"),
                SpineMark("630000", LONG, "95.5%", 0.1, "worse", LONG),
            ),
        ),
        SpineRow("acts", "Acts", "1", "9", None, "", 0.2, 0.5, ()),
    ),
    benchmark="China",
    note="",
)
ALONE = SpinePicture(
    "Spine",
    (SpineRow("rate", "Success rate", "95%", "99%", 0.4, "97%", 0.3, 0.7, (SPINE.rows[0].marks[0],)),),
    "China",
    "",
)
SCATTER = ScatterPicture(
    "Scatter",
    "Lawyers per 10,000",
    "Success rate (%)",
    (Dot("1", "One", 5.0, 97.0, "5; 97%", BLUE, marked=True), Dot("2", ODD, 5.0, 97.0, "5; 97%", BLUE)),
)
FUNNEL = FunnelPicture(
    "Funnel",
    "Cases",
    "Success rate (%)",
    (Dot("1", "One", 900.0, 97.0, "97%", BLUE, marked=True), Dot("2", LONG, 90.0, 91.0, "91%", BLUE)),
    tuple(Limit(x, 97 - 40 / x, 97 + 40 / x, 97 - 60 / x, 97 + 60 / x) for x in (1.0, 10.0, 100.0, 950.0)),
    Reference("China", 97.0, "97.0%"),
    "",
)
WATERFALL = WaterfallPicture(
    "Change",
    "Success rate (%)",
    (
        Step("", "2023", 0.0, 97.0, "97.0%", "total"),
        Step("520100", "Guiyang", 97.0, 97.5, "+0.5", "up"),
        Step("522600", LONG, 97.5, 97.4, "−0.1", "down"),
        Step("", "2024", 0.0, 97.4, "97.4%", "total"),
    ),
    "",
)
TILES = TilePicture(
    "Tiles",
    (
        Tile("110000", "Beijing", "25.01 per 10,000", BLUE, "value", 0, 0, marked=True, figure="25.01"),
        Tile("660000", "Xinjiang Production and Construction Corps", "no data", "", "no_data", 1, 1),
    ),
    "Lawyers",
    (),
)
ALL: dict[str, ChartPicture] = {
    "bars": BARS,
    "lines": LINES,
    "spine": SPINE,
    "spine of one place": ALONE,
    "scatter": SCATTER,
    "funnel": FUNNEL,
    "waterfall": WATERFALL,
    "tiles": TILES,
}
EMPTY: dict[str, ChartPicture] = {
    "no bars": BarPicture("", "", ()),
    "no lines": LinePicture("", "", (), from_zero=True),
    "a line without points": LinePicture("", "", (Line("1", "One", BLUE, ()),), from_zero=False),
    "no rows": SpinePicture("", (), "", ""),
    "no dots": ScatterPicture("", "x", "y", ()),
    "no funnel": FunnelPicture("", "x", "y", (), (), Reference("", 1.0, ""), ""),
    "no steps": WaterfallPicture("", "", (), ""),
    "no tiles": TilePicture("", (), "", ()),
}
