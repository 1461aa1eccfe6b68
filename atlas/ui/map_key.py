"""The key of a map picture, as a line of words under it."""

from html import escape

import streamlit as st

from atlas.views.legend import LegendRow
from atlas.views.pictures import MapPicture, TilePicture


def map_key(picture: MapPicture | TilePicture, counts: bool = False) -> None:
    """Every class with its range, and with `counts` how many units it has."""
    said = f"<span>{escape(picture.legend_title)}</span>{key_rows(picture, counts)}"
    st.html(f'<p class="atlas-map-legend">{said}</p>')


def key_rows(picture: MapPicture | TilePicture, counts: bool = False) -> str:
    """The classes alone, for a line that says more."""
    return "".join(_key(row, counts) for row in picture.legend)


def _key(row: LegendRow, counts: bool) -> str:
    style = f' style="background:{row.colour}"' if row.colour else ""
    count = f" <small>({escape(row.count)})</small>" if counts else ""
    return f'<span><i class="atlas-tile-{row.look}"{style}></i>{escape(row.label)}{count}</span>'
