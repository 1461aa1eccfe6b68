"""The key of a map picture, as a line of words under it."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from atlas.views.legend import LegendRow
from atlas.views.pictures import MapPicture, TilePicture


def map_key(picture: MapPicture | TilePicture, counts: bool = False) -> None:
    """Every class with its range, and with `counts` how many units it has."""
    key_line(picture.legend_title, picture.legend, counts)


def key_line(title: str, rows: Iterable[LegendRow], counts: bool = False) -> None:
    """The same of rows that several maps share."""
    said = "".join(_key(row, counts) for row in rows)
    st.html(f'<p class="atlas-map-legend"><span>{escape(title)}</span>{said}</p>')


def key_rows(picture: MapPicture | TilePicture, counts: bool = False) -> str:
    """The classes alone, for a line that says more."""
    return "".join(_key(row, counts) for row in picture.legend)


def _key(row: LegendRow, counts: bool) -> str:
    style = f' style="background:{row.colour}"' if row.colour else ""
    count = f" <small>({escape(row.count)})</small>" if counts else ""
    return f'<span><i class="atlas-tile-{row.look}"{style}></i>{escape(row.label)}{count}</span>'
