"""The compare page: choosing what is compared, and staying usable whatever is asked of it."""

import pytest
from streamlit.testing.v1 import AppTest

from atlas.language import LANGUAGES
from atlas.served_files import PAGE_ASSETS
from atlas.views.comparison.link import Maps
from atlas.views.palette import IDENTITIES
from atlas.workspace import Workspace
from tests.pages.conftest import OpenPage
from tests.pages.reading import complaints, failures, html_of, text_of

FOUR = "520000,210000,630000,420000"
INVENTED = {"dataset": "demonstration", "indicator": "mediation_success_rate", "period": "2025", "lang": "en"}
COUNTIES = "110101,110102,110105"
PARTS = ("spine", "scatter", "funnel", "league", "table")


def chips(app: AppTest) -> list[str]:
    """The codes of the divisions compared, in their order."""
    keys = [str(button.key) for button in app.button]
    return [key.removeprefix("remove-") for key in keys if key.startswith("remove-")]


def sentence(app: AppTest) -> str:
    """The sentence on top."""
    return html_of(app).partition('class="atlas-sentence">')[2].partition("<")[0]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("dataset", ["published", "demonstration"])
@pytest.mark.parametrize("part", PARTS)
def test_every_part_speaks_the_language(
    demonstration: Workspace, open_page: OpenPage, part: str, lang: str, dataset: str
) -> None:
    app = open_page("compare", compare=FOUR, dataset=dataset, lang=lang, part=part)
    assert failures(app) == []
    assert complaints(app) == []
    assert chips(app) == FOUR.split(",")
    assert "{" not in text_of(app)
    assert sentence(app).endswith("。" if lang == "zh" else ".")


def test_the_spine_says_what_its_marks_mean(demonstration: Workspace, open_page: OpenPage) -> None:
    app = open_page(
        "compare", compare="110101,110105,110106", dataset="demonstration", lang="en", part="spine"
    )
    key = html_of(app).partition('class="atlas-spine-key">')[2].partition("</ul>")[0]
    assert "Against the benchmark, by interval:" in key
    for mark in (">▲</i>better", ">▼</i>worse", ">○</i>no interval, no verdict"):
        assert mark in key


def test_a_first_visit_offers_what_could_be_compared(open_page: OpenPage) -> None:
    app = open_page("compare", lang="en")
    assert failures(app) == []
    assert complaints(app) == []
    assert chips(app) == []
    app.button(key="preset-municipalities").click().run()
    assert app.query_params["compare"] == "110000,120000,310000,500000"
    assert chips(app) == ["110000", "120000", "310000", "500000"]


def test_a_visit_from_a_province_offers_its_peers(open_page: OpenPage) -> None:
    app = open_page("compare", lang="en", division="520000")
    app.button(key="preset-neighbours").click().run()
    assert set(chips(app)) == {"520000", "510000", "500000", "430000", "530000", "450000"}
    assert chips(app)[0] == "520000"


@pytest.mark.parametrize(
    ("query", "code", "reason"),
    [
        ("贵州", "520000", "the name in Chinese"),
        ("sichuan", "510000", "pinyin"),
        ("510000", "510000", "a code"),
        ("Hunan", "430000", "the name in English"),
    ],
)
def test_a_division_is_added_by_name(open_page: OpenPage, query: str, code: str, reason: str) -> None:
    app = open_page("compare", lang="en", compare="210000")
    app.text_input(key="compare-search").input(query).run()
    if code not in chips(app):
        app.button(key=f"match-{code}").click().run()
    assert chips(app) == ["210000", code], reason
    assert app.text_input(key="compare-search").value == ""
    assert failures(app) == []


def test_only_divisions_of_the_same_level_are_found(open_page: OpenPage) -> None:
    app = open_page("compare", lang="en", compare="520100")
    app.text_input(key="compare-search").input("Guizhou").run()
    found = [str(button.key) for button in app.button if str(button.key).startswith("match-")]
    levels = {app_level(key.removeprefix("match-")) for key in found}
    assert levels <= {"city"}
    app.text_input(key="compare-search").input("Atlantis").run()
    assert any("Atlantis" in caption.value for caption in app.caption)


def app_level(code: str) -> str:
    """The level of a code of a city or a county."""
    return "city" if code.endswith("00") else "county"


def test_a_chip_takes_its_division_away(open_page: OpenPage) -> None:
    app = open_page("compare", lang="en", compare=FOUR)
    app.button(key="remove-210000").click().run()
    assert app.query_params["compare"] == "520000,630000,420000"
    for code in ("520000", "630000", "420000"):
        app.button(key=f"remove-{code}").click().run()
    assert "compare" not in app.query_params
    assert failures(app) == []
    assert app.button(key="preset-municipalities")


def test_chips_have_the_colours_of_the_charts() -> None:
    style = (PAGE_ASSETS / "page.css").read_text(encoding="utf-8")
    for at, colour in enumerate(IDENTITIES):
        assert f".st-key-chip-{at} button::before {{ background: {colour}; }}" in style


def test_peers_of_the_first_one_are_one_click_away(open_page: OpenPage) -> None:
    app = open_page("compare", lang="en", compare="520000")
    app.button(key="peers-neighbours").click().run()
    assert set(chips(app)) == {"520000", "510000", "500000", "430000", "530000", "450000"}


def test_one_place_alone_is_said_to_compare_nothing(open_page: OpenPage) -> None:
    lonely = "One place alone compares nothing"
    assert lonely in text_of(open_page("compare", lang="en", compare="520000"))
    assert lonely not in text_of(open_page("compare", lang="en", compare=FOUR))


def test_a_ninth_division_cannot_be_added(open_page: OpenPage) -> None:
    eight = "110000,120000,130000,140000,150000,210000,220000,230000"
    app = open_page("compare", lang="en", compare=eight)
    assert app.text_input(key="compare-search").disabled
    nine = open_page("compare", lang="en", compare=f"{eight},310000")
    assert chips(nine) == eight.split(",")
    assert "Shanghai (310000) is left out" in "".join(complaints(nine)).replace("\\", "")


def test_indicators_are_chosen_and_the_one_in_detail_is_among_them(open_page: OpenPage) -> None:
    app = open_page("compare", lang="en", compare=FOUR)
    app.multiselect(key="compared-indicators").set_value(["law_firms", "lawyers"]).run()
    assert failures(app) == []
    assert app.query_params["indicators"] == "law_firms,lawyers"
    assert app.query_params["indicator"] == "law_firms"


def test_another_language_and_dataset_keep_what_is_compared(
    demonstration: Workspace, open_page: OpenPage
) -> None:
    app = open_page("compare", compare=FOUR, part="league", maps="tiles", intervals="all", lang="en")
    app.button(key="language-zh").click().run()
    kept = {name: app.query_params[name] for name in ("compare", "part", "maps", "intervals")}
    assert kept == {"compare": FOUR, "part": "league", "maps": "tiles", "intervals": "all"}
    assert chips(app) == FOUR.split(",")


def test_maps_and_intervals_are_part_of_the_link(demonstration: Workspace, open_page: OpenPage) -> None:
    app = open_page("compare", compare=COUNTIES, **{**INVENTED, "indicator": "lawyers_per_10k"})
    app.segmented_control(key="maps").set_value(Maps.ALL).run()
    assert app.query_params["maps"] == "all"
    app.toggle(key="full-counts").set_value(True).run()
    assert app.query_params["intervals"] == "all"
    assert "95 % interval" in html_of(app)
    assert failures(app) == []


def test_what_is_held_against_the_indicator_is_part_of_the_link(
    demonstration: Workspace, open_page: OpenPage
) -> None:
    app = open_page("compare", compare=COUNTIES, part="scatter", **INVENTED)
    app.selectbox(key="against").select("lawyers_per_10k").run()
    assert app.query_params["against"] == "lawyers_per_10k"
    assert failures(app) == []


BAD_LINKS = [
    ({"compare": "520000"}, (), "one division only"),
    ({"compare": "520000,520100"}, ("not of the same level",), "divisions of different levels"),
    ({"compare": "000000,520000"}, ("The country as a whole",), "the country among provinces"),
    ({"compare": "999999"}, ("999999",), "no such division"),
    ({"compare": "520000,210000", "period": "1999"}, (), "a period without figures"),
    ({"compare": "710000,810000"}, (), "nothing but places outside the reporting scope"),
    ({"compare": "660000,650000"}, (), "the corps, which has no polygon"),
    ({"compare": "520103001,520103002"}, (), "townships"),
    ({"compare": "520000,210000", "indicators": "nonsense"}, ("nonsense",), "no such indicator"),
    ({"compare": "520000,210000", "against": "nonsense"}, ("nonsense",), "nothing to hold against"),
    ({"compare": "520000,210000", "maps": "globe"}, ("globe",), "no such map"),
    ({"compare": "520000,210000", "intervals": "none"}, ("none",), "no such intervals"),
    ({"compare": "520000,210000", "part": "nonsense"}, (), "no such part"),
    ({"compare": "520000,210000", "indicator": "hotline_satisfaction"}, (), "no interval"),
    ({"compare": "110000,310000", "known": "2020-01-01"}, (), "nothing was known"),
]


@pytest.mark.parametrize(("link", "said", "reason"), BAD_LINKS, ids=[case[2] for case in BAD_LINKS])
@pytest.mark.parametrize("part", ["funnel", "table"])
def test_the_page_says_what_is_missing_and_stays_usable(
    open_page: OpenPage, link: dict[str, str], said: tuple[str, ...], reason: str, part: str
) -> None:
    app = open_page("compare", lang="en", **{"part": part, **link})
    assert failures(app) == [], reason
    sentences = " ".join(complaints(app)).replace("\\", "")
    for words in said:
        assert words in sentences, reason
    assert bool(sentences) == bool(said), sentences
    assert not app.text_input(key="compare-search").disabled
    assert "{" not in text_of(app)


def test_a_period_that_all_have_in_common_is_offered(demonstration: Workspace, open_page: OpenPage) -> None:
    app = open_page("compare", compare=COUNTIES, **{**INVENTED, "period": "2019"})
    assert "none of those compared has a figure" in sentence(app)
    app.button(key="common-2025").click().run()
    assert app.query_params["period"] == "2025"
    assert "is ahead" in sentence(app)


def test_where_there_is_no_common_period_the_page_says_so(open_page: OpenPage) -> None:
    app = open_page("compare", lang="en", compare=FOUR)
    assert "There is no period for which all of them have a figure." in text_of(app)
