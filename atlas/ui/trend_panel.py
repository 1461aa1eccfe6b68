"""Is it getting better? The trend of the division looked at against its parent, under the ranked bars."""

import streamlit as st

from atlas.language import Language
from atlas.periods import PeriodKind
from atlas.ui.picture import show_picture
from atlas.ui.state import workspace
from atlas.views.evaluations import values_over_time
from atlas.views.map_view import MapView
from atlas.views.palette import ACCENT, SECONDARY
from atlas.views.sentence import title
from atlas.views.trend_picture import trend_picture

HEIGHT = 84
FEWEST_POINTS = 2


def trend_panel(view: MapView, language: Language) -> None:
    """Draw the trend; where no line has two points in time there is none to draw.

    A rate is compared with the parent's; a count is drawn alone, for beside its parent's it would lie flat.
    """
    chosen = view.selection
    kind = PeriodKind.YEAR if chosen.period.kind is PeriodKind.LATEST else chosen.period.kind
    lines = []
    compared = 2 if view.indicator.is_ratio else 1
    path = reversed(workspace().divisions.path(view.within.code)[-compared:])
    for division, colour in zip(path, (ACCENT, SECONDARY), strict=False):
        values = values_over_time(
            workspace(), chosen.dataset, chosen.indicator, division.code, kind, chosen.grades, chosen.known
        )
        if any(value.value is not None for value in values):
            lines.append((division, colour, values))
    longest = max((sum(value.value is not None for value in values) for *_, values in lines), default=0)
    with st.container(key="trend-panel"):
        if longest >= FEWEST_POINTS:
            words = language.text("Trend of {title}", title=title(view, language))
            picture = trend_picture(words, lines, view.indicator, view.unit, language)
            show_picture(picture, "trend", height=HEIGHT)
