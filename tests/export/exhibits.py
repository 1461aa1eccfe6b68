"""Exhibits of invented pictures, and of what is awkward: hostile names, nothing, everything suppressed."""

from dataclasses import replace

import pandas as pd

from atlas.divisions import COUNTRY, Level
from atlas.views.exhibit import Exhibit, Fact
from atlas.views.legend import LegendRow
from atlas.views.pictures import LinePicture, MapPicture, MapUnit, Picture
from tests.charts.pictures import ALL, EMPTY, LINES

BASE = "http://atlas.test:8501"
FORTY = "一二三四五六七八九十" * 4
HOSTILE = '=HYPERLINK("http://192.0.2.1")<b>&amp;\x00\x1b]#text(red)[x] *_`$ \ud800 $x$ {{1}} \\'
CELL = HOSTILE.replace("\ud800", "")
"""A table cannot hold half of a character."""
FACTS = (Fact("Indicator", "Lawyers per 10,000"), Fact("Period", "2025"), Fact("Source", "An almanac"))
YEAR_2000 = 2000 * 12
EARLY: LinePicture = replace(
    LINES,
    lines=tuple(
        replace(line, points=tuple(replace(point, month=point.month + YEAR_2000) for point in line.points))
        for line in LINES.lines
    ),
    breaks=tuple(replace(each, month=each.month + YEAR_2000) for each in LINES.breaks),
)
PICTURES: dict[str, Picture] = {**ALL, "lines": EARLY}
SUPPRESSED = MapPicture(
    "All suppressed",
    COUNTRY,
    Level.PROVINCE,
    tuple(MapUnit(f"{number}0000", HOSTILE, "", "", "suppressed") for number in range(11, 60)),
    HOSTILE,
    (LegendRow("suppressed", "", "suppressed", "31"),),
    "Schematic map.",
)
NO_UNITS = MapPicture("No units", "110101", Level.TOWNSHIP, (), "", (), "")


def exhibit(
    *pictures: Picture,
    title: str = "A view",
    sentence: str = "What it shows.",
    table: pd.DataFrame | None = None,
    invented: bool = False,
) -> Exhibit:
    """An exhibit of these pictures; without a table it has one row."""
    shown = pd.DataFrame({"Division": ["Guizhou"], "Value": [5.75]}) if table is None else table
    return Exhibit("map", {"indicator": "lawyers"}, title, sentence, pictures, shown, FACTS, invented)


AWKWARD: dict[str, Exhibit] = {
    "without pictures": exhibit(),
    "without pictures and rows": exhibit(table=pd.DataFrame()),
    "with headings alone": exhibit(table=pd.DataFrame({"a": [], "b": []})),
    "only empty pictures": exhibit(*EMPTY.values(), NO_UNITS),
    "all suppressed": exhibit(SUPPRESSED),
    "hostile words": exhibit(
        *PICTURES.values(), title=HOSTILE, sentence=HOSTILE * 5, table=pd.DataFrame({CELL: [CELL]})
    ),
    "names of forty characters": exhibit(
        title=FORTY, sentence=FORTY * 6, table=pd.DataFrame({FORTY: [FORTY] * 40, "n": range(40)})
    ),
    "nothing in words": exhibit(title="", sentence=""),
}
