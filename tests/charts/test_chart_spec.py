"""Every kind of picture becomes a valid chart that names no other machine and can be pointed at."""

import json
import re

import altair as alt
import pytest

from atlas.charts.chart_spec import ChartPicture, chart_spec
from tests.charts.pictures import ALL, EMPTY, ODD
from tests.charts.reading import layers_of

FOREIGN = re.compile(r"https?://")


@pytest.mark.parametrize("width", ["container", 900])
@pytest.mark.parametrize("picture", [*ALL.values(), *EMPTY.values()], ids=[*ALL, *EMPTY])
def test_a_picture_becomes_a_valid_chart(picture: ChartPicture, width: int) -> None:
    spec = chart_spec(picture, width=width)
    alt.Chart.from_dict(spec, validate=True)
    assert not FOREIGN.search(json.dumps(spec))


@pytest.mark.parametrize(
    "name", ["bars", "spine", "spine of one place", "scatter", "funnel", "waterfall", "tiles"]
)
def test_a_click_says_which_division_or_indicator(name: str) -> None:
    spec = chart_spec(ALL[name])
    clickable = [layer for layer in spec["layer"] if layer.get("params")]
    assert [param["name"] for layer in clickable for param in layer["params"]] == ["chosen"]
    rows = clickable[0].get("data", spec["data"])["values"]
    assert all("code" in row for row in rows)


@pytest.mark.parametrize("name", list(ALL))
def test_what_can_be_pointed_at_has_a_name_and_a_value(name: str) -> None:
    spec = chart_spec(ALL[name])
    said = [
        field["field"]
        for layer in spec["layer"]
        for field in (layer["encoding"]["tooltip"] if isinstance(layer["encoding"]["tooltip"], list) else ())
    ]
    assert {"text"} & set(said)
    assert {"name", "line"} & set(said)


@pytest.mark.parametrize("name", ["bars", "lines", "scatter"])
def test_a_name_with_quotation_marks_stays_data(name: str) -> None:
    rows = chart_spec(ALL[name])["data"]["values"]
    assert any(ODD in row.values() for row in rows)


def test_one_charts_data_does_not_leak_into_the_next() -> None:
    first, second = chart_spec(ALL["bars"]), chart_spec(EMPTY["no bars"])
    assert first["data"]["values"]
    assert second["data"]["values"] == []
    assert layers_of(second, "bar")
