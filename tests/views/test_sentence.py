"""The sentence says what the view shows, in both languages, and never claims what is not there."""

from dataclasses import replace

import pytest

from atlas.datasets import Dataset
from atlas.divisions import COUNTRY, Level
from atlas.indicators import State
from atlas.language import LANGUAGES, Language
from atlas.periods import LATEST, Period
from atlas.views.bar_ends import ranked_ends
from atlas.views.map_view import map_view
from atlas.views.selection import Selection
from atlas.views.sentence import sentence, title, units_in_words
from atlas.workspace import Workspace
from tests.views.comparison.conftest import WithFigures
from tests.views.comparison.conftest import with_figures as with_figures

PUBLISHED = Selection(Dataset.PUBLISHED, COUNTRY, Level.PROVINCE, "lawyers_per_10k", LATEST, "en")


def said(workspace: Workspace, lang: str, **changes: object) -> str:
    return sentence(workspace, map_view(workspace, PUBLISHED.with_(**changes)), Language(lang))


def test_it_names_the_extremes_with_their_dates_and_how_many_have_a_figure(workspace: Workspace) -> None:
    english = said(workspace, "en")
    assert english.startswith(
        "Lawyers per 10,000 people, latest figures: highest in Beijing, 2021 (about 19.18"
    )
    assert "lowest in Tibet" in english
    assert "China as a whole: about 5.89" in english
    assert english.endswith("of 31 provinces have a figure.")


def test_the_chinese_sentence_says_the_same(workspace: Workspace) -> None:
    chinese = said(workspace, "zh")
    for part in ("每万人", "北京市", "西藏", "19.18", "5.89", "31"):
        assert part in chinese
    assert " " not in chinese.replace("\u2009", "")


@pytest.mark.parametrize(
    ("withheld", "ending"),
    [
        (0, "of 31 provinces have a figure."),
        (1, "1 figure is withheld: it could identify people, or give away one that could."),
        (
            3,
            "3 figures are withheld: they could identify people, or give away those that could.",
        ),
    ],
)
def test_withheld_figures_are_not_missing_ones(workspace: Workspace, withheld: int, ending: str) -> None:
    view = map_view(workspace, PUBLISHED)
    hidden = [
        replace(unit, value=replace(unit.value, state=State.SUPPRESSED, value=None))
        for unit in view.reporting[:withheld]
    ]
    shown = replace(view, reporting=(*hidden, *view.reporting[withheld:]))
    assert sentence(workspace, shown, Language("en")).endswith(ending)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"period": Period.parse("1999")}, "a period without figures"),
        ({"division": "710000", "level": Level.TOWNSHIP}, "outside the reporting scope"),
        ({"division": "520103", "level": Level.TOWNSHIP}, "a county without figures"),
        ({"indicator": "lawyers_lower_bound"}, "few figures"),
        ({"weakest_grade": "founding"}, "the strongest sources only"),
    ],
)
def test_every_view_has_a_sentence(
    workspace: Workspace, lang: str, changes: dict[str, object], reason: str
) -> None:
    text = said(workspace, lang, **changes)
    assert text.endswith("。" if lang == "zh" else "."), reason
    assert "{" not in text


def test_a_single_figure_is_not_called_an_extreme(workspace: Workspace) -> None:
    alone = next(
        view
        for name in workspace.definitions.indicators
        if len((view := map_view(workspace, PUBLISHED.with_(indicator=name))).ranked) == 1
    )
    text = sentence(workspace, alone, Language("en"))
    assert f"only {alone.ranked[0].division.name_en} has a figure" in text
    assert "highest" not in text


def test_equal_values_are_said_to_be_equal(workspace: Workspace) -> None:
    view = map_view(workspace, PUBLISHED)
    level = tuple(
        replace(unit, value=replace(unit.value, value=3.0, qualifier="exact")) for unit in view.ranked
    )
    text = sentence(workspace, replace(view, ranked=level), Language("en"))
    assert "the same value everywhere, 3.00" in text


@pytest.mark.parametrize(
    ("solved", "said"),
    [
        ([100, 90, 80], "highest in Beijing (100.0%), lowest in Hebei (80.0%)."),
        ([100, 100, 80], "highest in Beijing and Tianjin (100.0%), lowest in Hebei (80.0%)."),
        (
            [100, 100, 100, 100, 90.01, 90],
            "highest in Beijing, Tianjin and 2 more (100.0%), lowest in Inner Mongolia and Liaoning (90.0%).",
        ),
    ],
)
def test_all_that_are_shown_with_the_highest_or_the_lowest_value_share_it(
    with_figures: WithFigures, solved: list[float], said: str
) -> None:
    codes = ("110000", "120000", "130000", "140000", "150000", "210000")
    workspace = with_figures(
        [
            (code, measure, "2024", count)
            for code, part in zip(codes, solved, strict=False)
            for measure, count in (
                ("disputes_mediated", 10_000),
                ("disputes_mediated_successfully", part * 100),
            )
        ]
    )
    changes = {"indicator": "mediation_success_rate", "period": Period.parse("2024")}
    text = sentence(workspace, map_view(workspace, PUBLISHED.with_(**changes)), Language("en"))
    assert said in text


def test_those_that_share_a_value_of_different_dates_share_no_date(with_figures: WithFigures) -> None:
    rates = [("110000", "2023", 90), ("120000", "2024", 90), ("130000", "2024", 80)]
    workspace = with_figures([(code, "mediation_success_rate", period, rate) for code, period, rate in rates])
    view = map_view(workspace, PUBLISHED.with_(indicator="mediation_success_rate"))
    text = sentence(workspace, view, Language("en"))
    assert "highest in Beijing and Tianjin (90%), lowest in Hebei, 2024 (80%)" in text


def test_counties_that_share_a_name_say_what_they_lie_in(with_figures: WithFigures) -> None:
    figures = [("110105", 9), ("220104", 5), ("520103", 2)]
    workspace = with_figures([(code, "lawyers", "2024", value) for code, value in figures])
    changes = {"indicator": "lawyers", "period": Period.parse("2024"), "level": Level.COUNTY}
    view = map_view(workspace, PUBLISHED.with_(**changes))
    assert "largest in Chaoyang District (Beijing) (9" in sentence(workspace, view, Language("en"))
    assert "最多为朝阳区（北京市）（9人），最少为云岩区（2人）" in sentence(workspace, view, Language("zh"))
    bars = ranked_ends(workspace, view, Language("zh")).bars
    assert [bar.name for bar in bars] == ["朝阳区（北京市）", "朝阳区（长春市）", "云岩区"]
    beijing = map_view(workspace, PUBLISHED.with_(**changes, division="110000"))
    assert [bar.name for bar in ranked_ends(workspace, beijing, Language("zh")).bars] == ["朝阳区"]


@pytest.mark.parametrize(
    ("codes", "is_said", "reason"),
    [
        (("419001", "469001"), True, "only those directly under a province have a figure"),
        (("419001", "520103"), False, "a county of a city has stated one"),
    ],
)
def test_what_cities_report_is_not_counted_among_counties(
    with_figures: WithFigures, codes: tuple[str, ...], is_said: bool, reason: str
) -> None:
    workspace = with_figures([(code, "arbitration_cases", "2024", at + 1) for at, code in enumerate(codes)])
    changes = {"indicator": "arbitration_cases", "period": Period.parse("2024"), "level": Level.COUNTY}
    text = sentence(workspace, map_view(workspace, PUBLISHED.with_(**changes)), Language("en"))
    assert ("This is reported by cities" in text) == is_said, reason
    assert ("have a figure." in text) == (not is_said), reason


def test_a_place_among_siblings_is_named(workspace: Workspace) -> None:
    text = said(workspace, "en", division="520000", level=Level.CITY)
    assert "Guizhou as a whole: 4.52" in text
    assert "in China." in text


def test_the_title_names_indicator_place_and_period(workspace: Workspace) -> None:
    view = map_view(workspace, PUBLISHED.with_(period=Period.parse("2024-H1")))
    assert title(view, Language("en")) == "Lawyers per 10,000 people, China, first half of 2024"
    assert title(view, Language("zh")) == "全国2024年上半年每万人律师数"


@pytest.mark.parametrize(
    ("count", "level", "english"),
    [
        (1, Level.PROVINCE, "1 province"),
        (31, Level.PROVINCE, "31 provinces"),
        (1, Level.TOWNSHIP, "1 township"),
    ],
)
def test_units_are_counted_in_words(count: int, level: Level, english: str) -> None:
    assert units_in_words(count, level, Language("en")) == english
