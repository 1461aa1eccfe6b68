"""The sentence says what the view shows, in both languages, and never claims what is not there."""

from dataclasses import replace

import pytest

from atlas.datasets import Dataset
from atlas.divisions import COUNTRY, Level
from atlas.indicators import State
from atlas.language import LANGUAGES, Language
from atlas.periods import LATEST, Period
from atlas.views.map_view import map_view
from atlas.views.selection import Selection
from atlas.views.sentence import sentence, title, units_in_words
from atlas.workspace import Workspace

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
