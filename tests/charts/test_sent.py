"""A chart that is sent as text is the chart that was made, and short."""

import json
import re

import pytest
import vl_convert

from atlas.charts.chart_spec import ChartPicture, chart_spec
from atlas.charts.sent import sent
from atlas.charts.style import Spec
from tests.charts.pictures import ALL, EMPTY


def drawing(spec: Spec) -> str:
    """The chart as a browser would draw it; the names of groups and clips say only how layers nest."""
    svg = str(vl_convert.vegalite_to_svg(spec, allowed_base_urls=[], show_warnings=False))
    return re.sub(r"clip\d+", "clip", svg.replace("layer_0_layer_", "layer_"))


@pytest.mark.parametrize("picture", [*ALL.values(), *EMPTY.values()], ids=[*ALL, *EMPTY])
def test_what_is_sent_is_drawn_as_what_was_made(picture: ChartPicture) -> None:
    made = chart_spec(picture, width=420)
    assert "data" not in sent(made)
    assert drawing(sent(made)) == drawing(made)


def test_thirty_rows_take_little_more_than_half_of_their_room() -> None:
    rows = [
        {
            "place": place,
            "code": f"{110000 + place}",
            "name": f"Place {place}",
            "value": place / 7,
            "text": "x",
        }
        for place in range(30)
    ]
    written = json.dumps(sent({"data": {"values": rows}, "layer": []}))
    assert len(written) < 0.6 * len(json.dumps(rows))


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ([1, "one"], "a number and a text would both come back as texts"),
        ([True, False], "a truth would come back as a text that is always true"),
        ([[1, 2]], "a list is no cell"),
    ],
)
def test_a_column_that_would_come_back_as_something_else_is_not_sent(values: list[object], why: str) -> None:
    made = {"data": {"values": [{"column": value} for value in values]}, "layer": []}
    with pytest.raises(TypeError, match="column"):
        sent(made)


def test_what_a_row_does_not_have_comes_back_as_nothing() -> None:
    rows = [{"name": "A", "line": "#FF0000"}, {"name": "B"}, {"name": "C", "line": None}]
    mark = {"mark": "point", "encoding": {"y": {"field": "name", "type": "nominal"}}}
    drawn = {**mark, "transform": [{"filter": "!isValid(datum.line)"}]}
    svg = drawing(sent({"data": {"values": rows}, "layer": [{**drawn, "encoding": mark["encoding"]}]}))
    assert svg.count('aria-roledescription="point"') == 2
