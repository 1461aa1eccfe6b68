"""The page that the atlas is compared with draws what it says it draws."""

import json
from pathlib import Path

import folium
import pandas as pd
import pytest
import streamlit_folium
from streamlit.testing.v1 import AppTest

from benchmarks import peer_page_path

SQUARES = {
    "type": "FeatureCollection",
    "features": [
        {
            "id": code,
            "type": "Feature",
            "properties": {},
            "geometry": {"type": "Polygon", "coordinates": [[[x, 0], [x + 1, 0], [x + 1, 1], [x, 0]]]},
        }
        for x, code in enumerate(["110101", "110102"])
    ],
}


@pytest.fixture
def sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The map scripts that the page hands to st_folium's frame."""
    scripts: list[str] = []
    (tmp_path / "counties.geojson").write_text(json.dumps(SQUARES), encoding="utf-8")
    values = pd.DataFrame({"code": ["110101", "110102"], "Lawyers": [1.0, 9.0], "Notaries": [9.0, 1.0]})
    values.to_parquet(tmp_path / "values.parquet")
    monkeypatch.setenv("BENCHMARK_FOLDER", str(tmp_path))
    # The page sets these on the class; putting them back keeps other tests as they were.
    monkeypatch.setattr(folium.Map, "default_js", folium.Map.default_js)
    monkeypatch.setattr(folium.Map, "default_css", folium.Map.default_css)
    monkeypatch.setattr(streamlit_folium, "_component_func", lambda **given: scripts.append(given["script"]))
    return scripts


def test_every_change_sends_all_polygons_again(sent: list[str]) -> None:
    page = AppTest.from_file(str(peer_page_path()), default_timeout=20).run()
    assert not page.exception
    page.selectbox[0].select("Notaries").run()
    assert not page.exception
    first, second = sent
    assert first != second
    for script in sent:
        assert all(code in script for code in ("110101", "110102"))
