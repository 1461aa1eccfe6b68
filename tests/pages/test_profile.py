"""The profile page in both languages and datasets, for every kind of place."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from atlas.language import LANGUAGES, Language
from atlas.workspace import Workspace
from tests.pages.conftest import OpenPage
from tests.pages.reading import complaints, failures, html_of, text_of

PLACES = {
    "000000": "the country",
    "110000": "a municipality",
    "460000": "a province",
    "460100": "a city",
    "460400": "a city without counties",
    "460105": "a county",
    "460202": "a district",
}


def heading_of(app: AppTest) -> str:
    """The page's title."""
    found = re.search(r'atlas-profile-head"><h1>([^<]*)</h1>', html_of(app))
    return found[1] if found else ""


def lead_of(app: AppTest) -> str:
    """The first sentence."""
    found = re.search(r'atlas-profile-lead">([^<]*)</p>', html_of(app))
    return found[1] if found else ""


@pytest.mark.parametrize("code", PLACES, ids=PLACES.get)
@pytest.mark.parametrize("dataset", ["published", "demonstration"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_place_has_a_profile(
    demonstration: Workspace, open_page: OpenPage, code: str, dataset: str, lang: str
) -> None:
    app = open_page("profile", division=code, dataset=dataset, lang=lang)
    assert failures(app) == []
    assert complaints(app) == []
    words = text_of(app)
    assert "{" not in words
    assert Language(lang).name(demonstration.divisions[code]) in heading_of(app)
    assert lead_of(app)


@pytest.mark.parametrize(
    ("query", "sentence", "reason"),
    [
        ({"division": "810000"}, "do not report to this atlas", "Hong Kong"),
        ({"division": "520300"}, "No figures are known for Zunyi itself.", "a city nobody published on"),
        (
            {"division": "520000", "dataset": "demonstration"},
            "No figures are known for Guizhou in 2025.",
            "a province that reported nothing",
        ),
        ({"division": "510000", "period": "1999"}, "No figures are known for Sichuan in 1999.", "long ago"),
    ],
)
def test_a_place_without_figures_says_so_and_leads_on(
    demonstration: Workspace, open_page: OpenPage, query: dict[str, str], sentence: str, reason: str
) -> None:
    app = open_page("profile", lang="en", **query)
    assert failures(app) == [], reason
    assert sentence in lead_of(app), reason
    assert "atlas-indicators" not in html_of(app), reason
    assert app.button(key="to-000000").label == "China"


def test_a_place_outside_the_scope_is_offered_no_comparison(open_page: OpenPage) -> None:
    app = open_page("profile", lang="en", division="810000")
    words = text_of(app)
    assert "Strengths" not in words
    assert "Target pathway" not in words


def test_every_indicator_with_a_value_has_one_row(demonstration: Workspace, open_page: OpenPage) -> None:
    app = open_page("profile", lang="en", division="460100", dataset="demonstration")
    page = html_of(app)
    rows = re.findall(r'<tr id="i-([a-z0-9_]+)">', page)
    assert len(rows) == len(set(rows)) > 50
    assert set(re.findall(r'href="#i-([a-z0-9_]+)"', page)) <= set(demonstration.definitions.indicators)
    (known,) = re.findall(r"(\d+) of \d+ indicators have a figure", lead_of(app))
    assert int(known) == len(rows)


def test_a_unit_leads_to_its_own_profile(demonstration: Workspace, open_page: OpenPage) -> None:
    app = open_page("profile", lang="en", division="460000", dataset="demonstration")
    app.button(key="profile-460100").click().run()
    assert app.query_params["division"] == "460100"
    assert heading_of(app).startswith("Haikou")


def test_another_period_is_another_profile(demonstration: Workspace, open_page: OpenPage) -> None:
    app = open_page("profile", lang="en", division="460000", dataset="demonstration", period="2024-06")
    assert failures(app) == []
    assert "June 2024" in heading_of(app)


def test_what_was_known_on_a_day_is_said(demonstration: Workspace, open_page: OpenPage) -> None:
    app = open_page("profile", lang="en", division="510000", known="2025-01-01")
    assert failures(app) == []
    assert "As known on 1 January 2025." in text_of(app)
