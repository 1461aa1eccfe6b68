"""The page that says why a value changed, in every state a link can bring it into."""

import pytest

from atlas.language import LANGUAGES
from atlas.views.change.asked import Effect
from atlas.workspace import Workspace
from tests.pages.conftest import OpenPage
from tests.pages.reading import complaints, failures, html_of, own_value, text_of

BEIJING = {"dataset": "demonstration", "division": "110000", "indicator": "legal_aid_cases"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_change_is_said_drawn_mapped_and_tabled(
    demonstration: Workspace, open_page: OpenPage, lang: str
) -> None:
    app = open_page("change", lang=lang, period="2025", **BEIJING)
    assert failures(app) == complaints(app) == []
    assert own_value(app).startswith("+")
    assert len(app.get("vega_lite_chart")) == 2
    assert len(app.dataframe[0].value) == 16
    assert [element.label for element in app.get("download_button")][:1]
    assert 'class="atlas-map-legend"' in html_of(app)
    assert "{" not in text_of(app)


def test_the_cards_add_up_to_the_change(demonstration: Workspace, open_page: OpenPage) -> None:
    app = open_page("change", lang="en", period="2025", **BEIJING)
    cards = html_of(app).split('class="atlas-effects">')[1].split("</ul>")[0]
    amounts = [part.split("</b>")[0] for part in cards.split("<b>")[1:]]
    numbers = [int(amount.replace(",", "").replace("−", "-")) for amount in amounts]
    assert sum(numbers) == int(own_value(app).split()[0].replace(",", "").replace("−", "-"))


def test_another_earlier_period_is_chosen_on_the_page(demonstration: Workspace, open_page: OpenPage) -> None:
    app = open_page("change", lang="en", period="2025", **BEIJING)
    assert app.selectbox(key="before").value == "2024"
    first = own_value(app)
    app.selectbox(key="before").select("2023").run()
    assert app.query_params["before"] == "2023"
    assert failures(app) == complaints(app) == []
    assert own_value(app) != first
    assert "from 2023 to 2025" in text_of(app)


def test_what_a_period_was_compared_with_goes_with_it(demonstration: Workspace, open_page: OpenPage) -> None:
    app = open_page("change", lang="en", period="2025", before="2024", **BEIJING)
    app.selectbox(key="period").select("2024").run()
    assert "before" not in app.query_params
    assert failures(app) == complaints(app) == []
    assert "from 2023 to 2024" in text_of(app)


def test_a_place_keeps_what_is_compared(demonstration: Workspace, open_page: OpenPage) -> None:
    app = open_page("change", lang="en", period="2025", before="2023", effect="all", **BEIJING)
    app.button(key="to-000000").click().run()
    assert (app.query_params["before"], app.query_params["effect"]) == ("2023", "all")
    assert failures(app) == complaints(app) == []


@pytest.mark.parametrize("effect", [Effect.REPORTING, Effect.ALL, Effect.RATE])
def test_the_map_shows_another_effect(demonstration: Workspace, open_page: OpenPage, effect: Effect) -> None:
    app = open_page("change", lang="en", period="2025", effect="reporting", **BEIJING)
    app.segmented_control(key="effect").set_value(effect).run()
    assert failures(app) == complaints(app) == []
    assert app.query_params.get("effect", Effect.RATE.value) == effect.value


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"period": "2023"}, "there are no two periods with figures to compare"),
        ({"period": "1990"}, "no data for 1990, so there is no change to explain"),
        ({"period": "2025", "division": "110101001"}, "is a township, which has no boundaries"),
        ({"period": "2025", "before": "yesterday"}, "is not a period"),
        ({"period": "2025", "before": "2026"}, "cannot be compared with"),
        ({"period": "2025", "effect": "luck"}, "is not an effect"),
        (
            {"period": "2025", "division": "460400", "indicator": "lawyers_per_10k"},
            "No unit of Danzhou has figures",
        ),
        ({"period": "2025", "indicator": "hotline_satisfaction"}, "only as a finished number"),
        ({"period": "2025", "division": "710000"}, "outside the reporting scope for 2025"),
        ({"period": "2025", "indicator": "nonsense"}, "There is no indicator “nonsense”"),
    ],
    ids=lambda part: "-".join(part.values()) if isinstance(part, dict) else "",
)
def test_what_cannot_be_explained_says_why_and_leaves_the_controls(
    demonstration: Workspace, open_page: OpenPage, query: dict[str, str], said: str
) -> None:
    app = open_page("change", **{"lang": "en", **BEIJING, **query})
    assert failures(app) == []
    assert said in text_of(app)
    assert app.selectbox(key="indicator")
    assert app.selectbox(key="period-kind")


def test_published_figures_without_a_change_offer_indicators_that_have_one(
    workspace: Workspace, open_page: OpenPage
) -> None:
    app = open_page("change", lang="en", dataset="published", indicator="legal_aid_cases")
    offered = [button for button in app.button if str(button.key).startswith("offer-")]
    assert offered
    offered[0].click().run()
    assert failures(app) == complaints(app) == []
    assert app.query_params["indicator"] == str(offered[0].key).removeprefix("offer-")
    assert len(app.get("vega_lite_chart")) == 2


def test_the_map_page_leads_there_where_there_is_a_change(
    demonstration: Workspace, open_page: OpenPage
) -> None:
    for period, links in (("2025", 1), ("2023", 0)):
        app = open_page("map", lang="en", period=period, **BEIJING)
        found = [link for link in app.get("page_link") if link.proto.label == "Why did it change?"]
        assert len(found) == links, period
