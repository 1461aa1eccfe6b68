"""What the peer page reads: the same polygons as GeoJSON, the same values as a table, a local Leaflet."""

import json
import shutil
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pandas as pd
from topojson.utils import serialize_as_geojson

from atlas.served_files import GEO_FOLDER
from benchmarks import compare_peer_page_path, peer_page_path

ROUNDED = "counties-rounded"
# Two metres on the ground, like five decimals of a degree.
ROUNDED_DECIMALS = 4


def prepare_peer(folder: Path, values: pd.DataFrame, provinces: Sequence[str]) -> None:
    """Fill `folder` for a `streamlit run peer_page.py` in it."""
    write_polygons(folder, "counties", GEO_FOLDER / "counties.topojson", "units")
    write_polygons(folder, ROUNDED, GEO_FOLDER / "counties.topojson", "units", ROUNDED_DECIMALS)
    write_polygons(folder, "provinces", GEO_FOLDER / "provinces.topojson", "units")
    for province in provinces:
        write_polygons(folder, province, GEO_FOLDER / "provinces" / f"{province}.topojson", "counties")
    values.to_parquet(folder / "values.parquet")
    for page in (peer_page_path(), compare_peer_page_path()):
        shutil.copy(page, folder)
    static = folder / "static"
    static.mkdir()
    for name in ("leaflet.js", "leaflet.css"):
        shutil.copy(_leaflet() / name, static)


def write_polygons(folder: Path, name: str, topojson: Path, wanted: str, decimals: int | None = None) -> None:
    """Decode one object of a TopoJSON file to `<folder>/<name>.geojson`, unrounded unless asked."""
    topology = json.loads(topojson.read_text(encoding="utf-8"))
    polygons = serialize_as_geojson(  # type: ignore[no-untyped-call]
        topology, objectname=wanted, decimals=decimals
    )
    (folder / f"{name}.geojson").write_text(json.dumps(polygons), encoding="utf-8")


def polygon_codes(folder: Path, name: str) -> list[str]:
    """The codes of the polygons that the peer page draws from a file, in the order in which it draws them."""
    polygons = json.loads((folder / f"{name}.geojson").read_text(encoding="utf-8"))
    return [each["id"] for each in polygons["features"]]


def _leaflet() -> Path:
    spec = find_spec("js_lib_leaflet")
    if spec is None or spec.origin is None:
        raise RuntimeError("django-js-lib-leaflet is not installed; run make bench, which installs it")
    return Path(spec.origin).parent / "static" / "js_lib_leaflet"
