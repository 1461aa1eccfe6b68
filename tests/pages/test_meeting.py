"""Views are pinned in the link, ordered, and shown one after the other."""

import pytest
from streamlit.testing.v1 import AppTest

from atlas.language import LANGUAGES
from atlas.workspace import Workspace
from tests.pages.conftest import OpenPage
from tests.pages.reading import complaints, failures, html_of

LAWYERS = "map?indicator=lawyers_per_10k&period=latest&dataset=published"
INVENTED = "map?indicator=mediation_success_rate&period=2025&dataset=demonstration&division=520000"


def pinned(app: AppTest) -> list[str]:
    """The pins in the link."""
    found = app.query_params.get("pin", [])
    return [found] if isinstance(found, str) else list(found)


def test_the_view_on_screen_is_pinned_once(open_page: OpenPage) -> None:
    app = open_page(lang="en", indicator="law_firms")
    assert not app.button(key="pin-this").disabled
    app.button(key="pin-this").click().run()
    assert failures(app) == []
    assert len(pinned(app)) == 1
    assert "indicator=law_firms" in pinned(app)[0]
    assert "lang" not in pinned(app)[0]
    assert app.button(key="pin-this").disabled


def test_pins_stay_when_something_else_is_chosen(open_page: OpenPage) -> None:
    app = open_page(lang="en", pin=[LAWYERS])
    app.selectbox(key="indicator").select("law_firms").run()
    assert pinned(app) == [LAWYERS]


def test_pins_are_ordered_and_taken_out(open_page: OpenPage) -> None:
    app = open_page(lang="en", pin=[LAWYERS, INVENTED])
    app.button(key="pin-earlier-1").click().run()
    assert pinned(app) == [INVENTED, LAWYERS]
    app.button(key="pin-out-0").click().run()
    assert pinned(app) == [LAWYERS]
    app.button(key="pin-out-0").click().run()
    assert pinned(app) == []
    assert failures(app) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_meeting_shows_one_view_after_the_other(
    demonstration: Workspace, open_page: OpenPage, lang: str
) -> None:
    app = open_page("present", lang=lang, pin=[LAWYERS, INVENTED])
    assert failures(app) == []
    assert complaints(app) == []
    assert "5.89" in html_of(app)
    assert "atlas-invented" not in html_of(app)
    assert app.button(key="present-back").disabled
    app.button(key="present-next").click().run()
    assert app.query_params["at"] in ("2", ["2"])
    assert "atlas-invented" in html_of(app)
    assert app.button(key="present-next").disabled


CASES = [
    ("nothing is pinned", [], "1", "atlas-empty"),
    ("a number beyond the last view shows the last", [LAWYERS], "99", "5.89"),
    ("a number that is none shows the first", [LAWYERS], "x", "5.89"),
]


@pytest.mark.parametrize(("reason", "pins", "at", "shown"), CASES, ids=lambda value: str(value)[:24])
def test_a_faulty_link_to_a_meeting_still_shows_one(
    open_page: OpenPage, reason: str, pins: list[str], at: str, shown: str
) -> None:
    app = open_page("present", lang="en", pin=pins, at=at)
    assert failures(app) == []
    assert shown in html_of(app)


def test_a_pin_that_leads_nowhere_is_named(open_page: OpenPage) -> None:
    app = open_page("present", lang="en", pin=["nowhere?x=1"])
    assert failures(app) == []
    assert "nowhere" in " ".join(complaints(app))
