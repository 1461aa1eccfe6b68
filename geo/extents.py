"""Boxes that a map is fitted to before its geometry has arrived."""

import json
from pathlib import Path

import geopandas as gpd

from geo import shapes
from geo.register import COUNTRY

HAINAN = "460000"
SANSHA = "4603"


def write_extents(
    levels: tuple[gpd.GeoSeries, ...], lines: gpd.GeoSeries, counts: dict[str, int], path: Path
) -> None:
    """Write the box of every division with a polygon; the finest of `levels` comes first.

    The country's and Hainan's box leave Sansha out: its islands lie as far from Hainan as Hainan from
    Shanghai, and are shown in the inset, whose box is "south_china_sea".
    """
    finest = levels[0]
    at_sea = [code.startswith(SANSHA) for code in finest.index]
    ashore = finest[[not islands for islands in at_sea]]
    hainan = ashore[[code.startswith(HAINAN[:2]) for code in ashore.index]]
    extents = {code: shapes.extent([shape]) for units in levels for code, shape in units.items()}
    extents[HAINAN] = shapes.extent(hainan)
    extents[COUNTRY] = shapes.extent(ashore)
    document = {
        "projection": shapes.ALBERS,
        "unit_metres": shapes.UNIT_METRES,
        "main_map": extents[COUNTRY],
        "south_china_sea": shapes.extent([*lines["dash"], *finest[at_sea], *hainan]),
        "counts": counts,
        "extents": dict(sorted(extents.items())),
    }
    path.write_text(json.dumps(document, separators=(",", ":")) + "\n", encoding="utf-8")
