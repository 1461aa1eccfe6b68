"""The obvious way to draw the map: a folium choropleth, made again at every change and handed to st_folium.

Where there was a choice it was made in this page's favour: geometry and values are read once and kept, there
is no tooltip, no chart, no table and no legend (which would also fetch d3 from the internet), and Leaflet
is a local file. Everything else is as the libraries' own examples do it.
"""

import json
import os
from pathlib import Path
from typing import Any

import folium
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

FOLDER = Path(os.environ["BENCHMARK_FOLDER"])
folium.Map.default_js = [("leaflet", "/app/static/leaflet.js")]
folium.Map.default_css = [("leaflet_css", "/app/static/leaflet.css")]


@st.cache_resource
def polygons(name: str) -> Any:
    """A GeoJSON file."""
    return json.loads((FOLDER / f"{name}.geojson").read_text(encoding="utf-8"))


@st.cache_resource
def values() -> pd.DataFrame:
    """A column `code` and one column for each indicator."""
    return pd.read_parquet(FOLDER / "values.parquet")


def drill() -> None:
    """Look into the division that was clicked."""
    clicked = (st.session_state.get("map") or {}).get("last_active_drawing")
    if clicked:
        st.session_state["within"] = clicked["id"]


def choropleth(name: str, indicator: str) -> folium.Map:
    """The map of one file of polygons."""
    drawn = folium.Map(crs="Simple", tiles=None, min_zoom=-4, zoom_start=0, zoom_snap=0)
    layer = folium.Choropleth(
        geo_data=polygons(name),
        data=values(),
        columns=["code", indicator],
        key_on="feature.id",
        bins=5,
        fill_color="Blues",
        fill_opacity=1,
        line_weight=0.5,
        nan_fill_color="white",
    )
    for name in [name for name, child in layer._children.items() if child is not layer.geojson]:
        del layer._children[name]
    layer.add_to(drawn)
    drawn.fit_bounds(layer.geojson.get_bounds())  # type: ignore[arg-type]
    return drawn


st.set_page_config(layout="wide")
indicator = st.selectbox("Indicator", [name for name in values().columns if name != "code"])
shown = st.session_state.get("within") or st.query_params.get("polygons", "counties")
st_folium(
    choropleth(shown, indicator),
    key="map",
    height=500,
    use_container_width=True,
    returned_objects=["last_active_drawing"],
    on_change=drill,
)
