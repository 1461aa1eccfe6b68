"""The page that the compare page is compared with draws what it says it draws."""

import json
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from benchmarks import compare_peer_page_path

PROVINCES = {"110000": "Beijing", "520000": "Guizhou", "630000": "Qinghai"}


@pytest.fixture
def prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts of one city for each province, and its square."""
    rows = [
        {"province": code, "name": name, "city": code, "year": year, "disputes": 100.0, "solved": 90.0 + at}
        for at, (code, name) in enumerate(PROVINCES.items())
        for year in (2024, 2025)
    ]
    pd.DataFrame(rows).to_parquet(tmp_path / "counts.parquet")
    for code in PROVINCES:
        square = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}
        feature = {"type": "Feature", "id": code, "properties": {}, "geometry": square}
        content = {"type": "FeatureCollection", "features": [feature]}
        (tmp_path / f"cities-{code}.geojson").write_text(json.dumps(content), encoding="utf-8")
    monkeypatch.setenv("BENCHMARK_FOLDER", str(tmp_path))


def test_it_draws_a_map_for_each_province_the_bars_the_trend_and_a_table(prepared: None) -> None:
    page = AppTest.from_file(str(compare_peer_page_path()), default_timeout=30)
    page.query_params["compare"] = "110000,520000"
    page.run()
    assert not page.exception
    assert page.multiselect[0].value == ["Beijing", "Guizhou"]
    charts = page.get("arrow_vega_lite_chart") or page.get("vega_lite_chart")
    assert len(charts) == 4
    assert len(page.dataframe[0].value) == 2
    page.multiselect[0].select("Qinghai").run()
    assert not page.exception
    assert len(page.get("arrow_vega_lite_chart") or page.get("vega_lite_chart")) == 5
