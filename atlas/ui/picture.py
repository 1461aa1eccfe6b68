"""Any picture on a page, drawn by the specification that also makes its image."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from atlas.charts.chart_spec import chart_spec
from atlas.charts.sent import sent
from atlas.charts.style import Spec
from atlas.maps.static_map import HEIGHT, static_map
from atlas.ui.state import workspace
from atlas.views.pictures import MapPicture, Picture


def show_picture(
    picture: Picture,
    key: str,
    *,
    alt: str = "",
    height: int | None = None,
    named: bool = False,
    legend: bool = False,
    on_select: Callable[[str], None] | None = None,
) -> None:
    """Draw a picture as wide as its place; `on_select` is called with the code of what is clicked.

    `alt` says what is to be seen, for those who cannot; without it the picture's title does. `height`
    (pixels) is for pictures whose height does not follow from their rows, and for bars to share; `named`
    and `legend` are for maps.

    Raises:
        AtlasError: a boundary file is missing or damaged.
    """
    spec = _spec(picture, height, named, legend)
    said = alt or picture.title
    if on_select is None:
        st.vega_lite_chart(spec=spec, width="stretch", theme=None, key=key, alt=said)
        return

    def choose_clicked() -> None:
        state: Any = st.session_state.get(key)
        clicked = (state or {}).get("selection", {}).get("chosen") or []
        if clicked and clicked[0].get("code"):
            on_select(str(clicked[0]["code"]))

    st.vega_lite_chart(
        spec=spec,
        width="stretch",
        theme=None,
        key=key,
        alt=said,
        on_select=choose_clicked,
        selection_mode="chosen",
    )


def _spec(picture: Picture, height: int | None, named: bool, legend: bool) -> Spec:
    if not isinstance(picture, MapPicture):
        return sent(chart_spec(picture, height=height))
    divisions = workspace().divisions
    return static_map(divisions, picture, height=height or HEIGHT, named=named, legend=legend)
