"""The folium map that stays, and the folium layer that repaints it."""

import json
from pathlib import Path

import folium
from jinja2 import Template

from atlas.maps.painting import Notice
from atlas.served_files import MAP_ASSETS, served_file, served_folders

PAINTING_URL = "/api/v1/painting"


class SealedMap(folium.Map):
    """A folium map without tiles whose every script and style comes from this machine.

    folium's own map loads Leaflet, jQuery and Bootstrap from the internet, which an office without internet
    never gets.
    """

    def __init__(self) -> None:
        super().__init__(
            crs="Simple",
            tiles=None,
            location=[0, 0],
            control_scale=False,
            prefer_canvas=True,
            min_zoom=-3,
            max_zoom=9,
            zoom_start=0,
            zoomSnap=0,
            zoomDelta=0.5,
            wheelPxPerZoomLevel=120,
        )
        leaflet = served_folders()[-1]
        self.default_js = _links(leaflet / "leaflet.js", MAP_ASSETS / "atlas_map.js")
        self.default_css = _links(leaflet / "leaflet.css", MAP_ASSETS / "atlas_map.css")


class PaintedUnits(folium.FeatureGroup):
    """Tells the script in the map frame where its painting is; the map and its geometry are left as they are.

    The painting itself is fetched by URL: a browser that has foreseen the choice has it already, and a page
    without it stays within the window against which messages are compressed.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.layerGroup();
        window.atlasMap.show({{ this._parent.get_name() }}, {{ this.message }});
        {% endmacro %}
        """
    )

    def __init__(self, notice: Notice) -> None:
        super().__init__()
        # st_folium looks the layer up by the name a feature group has.
        self._name = "FeatureGroup"
        self.message = script_safe_json(
            {"key": notice.key, "url": f"{PAINTING_URL}?{notice.link}", "failed": notice.failed}
        )


def script_safe_json(message: dict[str, str]) -> str:
    """A message as JSON that can stand inside a script: no text can close the script element around it."""
    text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _links(*paths: Path) -> list[tuple[str, str]]:
    return [(path.stem, served_file(path).url) for path in paths]
