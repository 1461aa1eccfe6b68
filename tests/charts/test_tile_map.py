"""Every unit has a tile of the same size, with what fits into it."""

from atlas.charts.tile_map import tile_map
from atlas.views.palette import ACCENT
from tests.charts.pictures import TILES
from tests.charts.reading import rows_of


def test_a_tile_has_its_figure_and_its_whole_value_where_it_is_pointed_at() -> None:
    first = rows_of(tile_map(TILES))[0]
    assert (first["value"], first["text"]) == ("25.01", "25.01 per 10,000")
    assert first["line"] == ACCENT
    assert first["ink"] == "#FFFFFF"


def test_a_unit_without_a_value_looks_so_and_its_long_name_is_cut() -> None:
    _, last = rows_of(tile_map(TILES))
    assert last["fill"] != rows_of(tile_map(TILES))[0]["fill"]
    assert last["short"].endswith("…")
    assert last["name"] == "Xinjiang Production and Construction Corps"
