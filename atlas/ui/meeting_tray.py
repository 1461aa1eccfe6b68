"""The meeting tray in the top bar: the views pinned for a meeting, their order, and the way to show them."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from atlas.language import Language
from atlas.ui.literal import literal
from atlas.ui.navigation import NAMES, page_of
from atlas.ui.state import put, reading, workspace
from atlas.ui.take_away import take_away_forms
from atlas.views.exhibits import MAKERS
from atlas.views.pin_titles import pin_title
from atlas.views.pins import MOST_PINS, PIN, Pin, read_pins
from atlas.views.selection import query_of


def pins() -> tuple[Pin, ...]:
    """The pinned views of this run's link."""
    return read_pins(st.query_params.get_all(PIN))


def meeting_tray(current: StreamlitPage, language: Language) -> None:
    """Draw the tray: pin the view on screen, order and remove pins, present them."""
    pinned = pins()
    label = language.text("Meeting")
    if pinned:
        label = language.text("Meeting ({count})", count=language.number(len(pinned)))
    with st.popover(label, key="meeting", icon=":material/co_present:", width="content"):
        _pin_this(current, pinned, language)
        if not pinned:
            st.caption(
                language.text(
                    "Pin the views that the meeting will look at, then present them one after the other or "
                    "take them away as slides. Pins are part of the link: copy it to keep them."
                )
            )
            return
        for place, pin in enumerate(pinned):
            _row(place, pin, pinned, language)
        st.page_link(
            page_of("present", language),
            label=language.text("Present"),
            icon=":material/play_arrow:",
            query_params={PIN: [str(pin) for pin in pinned], "lang": language.code},
        )
        with st.container(key="meeting-forms", horizontal=True, vertical_alignment="center", gap="small"):
            take_away_forms(pinned, "meeting-kit")


def _pin_this(current: StreamlitPage, pinned: tuple[Pin, ...], language: Language) -> None:
    name = current.url_path or "map"
    if name not in MAKERS:
        return
    here = this_view(name)
    st.button(
        language.text("Pin this view"),
        key="pin-this",
        icon=":material/keep:",
        disabled=here in pinned or len(pinned) >= MOST_PINS,
        on_click=_put,
        args=((*pinned, here),),
    )


def this_view(name: str) -> Pin:
    """The pin of the view on screen: the map's is the selection, other pages have parameters besides it."""
    query = query_of(reading().selection, workspace())
    if name != "map":
        own = {key: value for key, value in st.query_params.items() if key not in (PIN, "lang")}
        query = {**own, **query}
    return Pin.of(name, query)


def page_name(pin: Pin) -> str:
    """The page that a pin leads to; the map where its own is unknown."""
    return pin.page if pin.page in NAMES else "map"


def _row(place: int, pin: Pin, pinned: tuple[Pin, ...], language: Language) -> None:
    with st.container(key=f"pin-{place}", horizontal=True, vertical_alignment="center", gap="small"):
        title = literal(pin_title(workspace(), pin, language))
        st.page_link(
            page_of(page_name(pin), language),
            label=f"{place + 1}. {title}",
            query_params={**dict(pin.query), PIN: [str(each) for each in pinned], "lang": language.code},
        )
        st.button(
            language.text("Earlier"),
            key=f"pin-earlier-{place}",
            icon=":material/arrow_upward:",
            type="tertiary",
            disabled=place == 0,
            on_click=_put,
            args=(_earlier(pinned, place),),
        )
        st.button(
            language.text("Take out"),
            key=f"pin-out-{place}",
            icon=":material/close:",
            type="tertiary",
            on_click=_put,
            args=((*pinned[:place], *pinned[place + 1 :]),),
        )


def _earlier(pinned: tuple[Pin, ...], place: int) -> tuple[Pin, ...]:
    if place == 0:
        return pinned
    return (*pinned[: place - 1], pinned[place], pinned[place - 1], *pinned[place + 1 :])


def _put(pinned: tuple[Pin, ...]) -> None:
    put(pin=[str(pin) for pin in pinned])
