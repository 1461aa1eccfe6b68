"""Who is ahead, and whether the difference means anything: a sentence, maps and bars on one scale."""

from html import escape

import streamlit as st

from atlas.indicators import Basis
from atlas.language import Language
from atlas.messages import N_
from atlas.ui.compare_chooser import toggle
from atlas.ui.literal import literal
from atlas.ui.map_key import map_key
from atlas.ui.navigation import page_of
from atlas.ui.picture import show_picture
from atlas.ui.state import choose, kept, put, put_from, workspace
from atlas.views.change.asked import may_have_changed
from atlas.views.comparison.bars import compared_bars
from atlas.views.comparison.circle import circle_of
from atlas.views.comparison.common_periods import common_periods
from atlas.views.comparison.exhibit import compared_title
from atlas.views.comparison.figures import colour_of, mixes_dates
from atlas.views.comparison.league import league_of, standings_of, with_interval
from atlas.views.comparison.link import FEWEST, INTERVALS, Compared, Maps
from atlas.views.comparison.small_maps import map_of_all, maps_offered, maps_shown, small_maps
from atlas.views.comparison.trends import compared_trends
from atlas.views.comparison.words import compared_sentence
from atlas.views.pictures import TilePicture
from atlas.views.selection import query_of

MAP_NAMES = {
    Maps.EACH: N_("Within each"),
    Maps.ALL: N_("Among all"),
    Maps.TILES: N_("As tiles"),
}
COLUMNS = {1: 1, 2: 2, 3: 3, 4: 2, 5: 3, 6: 3, 7: 4, 8: 4}
"""Maps side by side, by how many there are."""
TILE_COLUMNS = 2
"""Names in tiles need more room than polygons."""
HEIGHT = 344
BAR_HEIGHT, TREND_HEIGHT = 26, 170


def answer(compared: Compared, language: Language) -> None:
    """Draw the first look."""
    said = escape(compared_sentence(workspace(), compared, language))
    st.html(
        f'<section class="atlas-compared"><h1>{escape(compared_title(workspace(), compared, language))}</h1>'
        f'<p class="atlas-sentence">{said}</p></section>'
    )
    if len(compared.divisions) < FEWEST:
        words = language.text(
            "One place alone compares nothing: add another by name or on the map, or choose its peers."
        )
        st.html(f'<p class="atlas-empty">{escape(words)}</p>')
    _periods(compared, language)
    with st.container(key="compare-main"):
        with st.container(key="compare-maps"):
            _maps(compared, language)
        with st.container(key="compare-side"):
            _bars(compared, language)
            _trend(compared, language)


def _maps(compared: Compared, language: Language) -> None:
    shown = maps_shown(workspace(), compared)
    st.session_state["maps"] = shown
    st.segmented_control(
        language.text("Maps"),
        maps_offered(workspace(), compared),
        format_func=lambda maps: language.text(MAP_NAMES[maps]),
        key="maps",
        label_visibility="collapsed",
        required=True,
        on_change=put_from,
        args=("maps", "maps", tuple(Maps)),
    )
    if shown is not Maps.EACH:
        choosing_map(compared, language)
        return
    found = small_maps(workspace(), compared, language)
    columns = COLUMNS[len(found)] if found else 1
    if any(isinstance(each.picture, TilePicture) for each in found):
        columns = min(columns, TILE_COLUMNS)
    rows = -(-len(found) // columns)
    with st.container(key=f"small-maps-{columns}"):
        for at, each in enumerate(found):
            with st.container(key=f"small-map-{at}"):
                name, value = escape(language.name(each.division)), escape(each.value)
                missing = f" <em>{escape(each.missing)}</em>" if each.missing else ""
                colour = colour_of(compared, each.division.code)
                st.html(
                    f'<h2 class="atlas-small-map"><i style="background:{colour}"></i>{name} '
                    f"<b>{value}</b>{missing}</h2>"
                )
                if each.is_drawn:
                    show_picture(each.picture, f"map-{at}", height=HEIGHT // rows - 34)
    if found and found[0].picture.legend:
        map_key(found[0].picture)


def choosing_map(compared: Compared, language: Language) -> None:
    """The map of all units, on which a click adds a division or takes it away."""
    circle = circle_of(workspace(), compared.divisions)
    picture = map_of_all(workspace(), compared, circle, language)

    def take(code: str) -> None:
        toggle(compared.codes, code)

    show_picture(picture, "map-of-all", height=HEIGHT, named=True, on_select=take)
    map_key(picture)


def _bars(compared: Compared, language: Language) -> None:
    picture = compared_bars(workspace(), compared, language)
    if picture.bars:
        said = compared_sentence(workspace(), compared, language)
        show_picture(picture, "bars", alt=said, height=BAR_HEIGHT * len(picture.bars))
    else:
        words = language.text("There are no figures to rank here.")
        st.html(f'<p class="atlas-empty">{escape(words)}</p>')
    lines = language.text("Lines: 95 % interval ({method}).", method=picture.interval)
    notes = language.sentences((picture.note, lines if picture.interval else ""))
    if notes:
        st.html(f'<p class="atlas-note">{escape(notes)}</p>')
    _full_counts(compared, language)


def _trend(compared: Compared, language: Language) -> None:
    """What was it before; where there are fewer than two points in time there is nothing to draw."""
    picture = compared_trends(workspace(), compared, language)
    if all(len(line.points) < 2 for line in picture.lines):
        return
    said = language.text("Trend of {title}", title=compared_title(workspace(), compared, language))
    show_picture(picture, "trend", alt=said, height=TREND_HEIGHT)
    for each in picture.breaks:
        st.html(f'<p class="atlas-note">{escape(f"{each.when}: {each.text}")}</p>')
    _why(compared, language)


def _why(compared: Compared, language: Language) -> None:
    """The way to the explanation of each one's change, where there is one."""
    chosen = [
        compared.selection.with_(division=each.code, level=workspace().first_level(each.code))
        for each in compared.divisions
    ]
    changed = [each for each in chosen if may_have_changed(workspace(), each)]
    if not changed:
        return
    page = page_of("change", language)
    with st.container(key="compare-why", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<p class="atlas-note">{escape(language.text("Why did it change?"))}</p>', width="content")
        for each in changed:
            st.page_link(
                page,
                label=literal(language.name(workspace().divisions[each.division])),
                query_params={**query_of(each, workspace()), **kept()},
            )


def _full_counts(compared: Compared, language: Language) -> None:
    """Full counts are no samples: their intervals are shown to those who ask for them."""
    league = league_of(workspace(), compared, compared.selection.indicator)
    could = with_interval(workspace().definitions, league.indicator) is not league.indicator
    if not could or all(each.value.basis is Basis.STATED for each in league.ranked):
        return
    st.session_state["full-counts"] = compared.full_counts
    st.toggle(
        language.text("Intervals for full counts too"),
        key="full-counts",
        help=language.text(
            "A full count is not a sample: its interval says how stable a small number is, not what the "
            "truth is."
        ),
        on_change=_take_full_counts,
    )


def _take_full_counts() -> None:
    put(intervals=INTERVALS[bool(st.session_state["full-counts"])])


def _periods(compared: Compared, language: Language) -> None:
    """Where dates differ or figures are missing: the periods for which all have a figure."""
    standings = standings_of(workspace(), compared, compared.selection.indicator)
    dates = {each.value.period for each in standings if each.value.value is not None}
    lacking = any(each.value.value is None for each in standings)
    if len(compared.divisions) < 2 or not (lacking or (mixes_dates(compared) and len(dates) > 1)):
        return
    offered = [each for each in common_periods(workspace(), compared) if each != compared.selection.period]
    with st.container(key="common-periods", horizontal=True, vertical_alignment="center", gap="small"):
        if not offered:
            words = language.text("There is no period for which all of them have a figure.")
            st.html(f'<p class="atlas-note">{escape(words)}</p>', width="content")
            return
        words = language.text("All of them have a figure for:")
        st.html(f'<p class="atlas-note">{escape(words)}</p>', width="content")
        for period in offered:
            st.button(
                language.period(period),
                key=f"common-{period}",
                on_click=choose,
                kwargs={"period": period},
            )
