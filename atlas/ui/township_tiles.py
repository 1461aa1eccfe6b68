"""A county's townships, which have no boundaries anywhere: one tile each, in the colour of its class."""

from html import escape

import streamlit as st

from atlas.language import Language
from atlas.ui.colour import ink_on
from atlas.views.legend import palette_of
from atlas.views.map_view import DrawnUnit, MapView
from atlas.views.value_text import value_text


def township_tiles(view: MapView, language: Language) -> None:
    """Draw the tiles, highest value first, those without a figure last."""
    missing = [unit for unit in view.units if unit.value.value is None]
    tiles = "".join(_tile(unit, view, language) for unit in (*view.ranked, *missing))
    words = language.text("Townships have no published boundaries, so each is shown as one tile.")
    st.html(
        f'<p class="atlas-note">{escape(words)}</p><ul class="atlas-township-tiles" tabindex="0">{tiles}</ul>'
    )


def _tile(unit: DrawnUnit, view: MapView, language: Language) -> str:
    value = value_text(view.indicator, view.unit, unit.value, language)
    look = f"atlas-tile-{unit.value.state.value}"
    style = ""
    if unit.shade is not None:
        colour = palette_of(view)[unit.shade]
        style = f' style="background:{colour};color:{ink_on(colour)}"'
    name = escape(language.name(unit.division))
    return f'<li class="{look}"{style}><b>{name}</b><span>{escape(value)}</span></li>'
