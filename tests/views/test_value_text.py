"""Values, changes and choices in words, in both languages."""

from dataclasses import dataclass, replace

import pytest

from atlas.datasets import Dataset
from atlas.divisions import COUNTRY, Level
from atlas.indicators import Basis, IndicatorValue
from atlas.ingest.vocabulary import GRADES
from atlas.language import LANGUAGES, Language
from atlas.periods import LATEST
from atlas.views.map_view import DrawnUnit, MapView, YearEarlier, map_view
from atlas.views.selection import Selection
from atlas.views.value_text import change_text, explanation, grade_choice, name_with_unit
from atlas.workspace import Workspace

FIRST = Selection(Dataset.PUBLISHED, COUNTRY, Level.PROVINCE, "lawyers_per_10k", LATEST, "en")
EN, ZH = Language("en"), Language("zh")


def view_of(workspace: Workspace, indicator: str) -> MapView:
    return map_view(workspace, FIRST.with_(indicator=indicator))


@dataclass(frozen=True, eq=False)
class Fixed(YearEarlier):
    """A year before which always gives the same change."""

    given: float | None = None

    def change(self, value: IndicatorValue) -> float | None:
        return self.given


def changed(view: MapView, change: float | None) -> DrawnUnit:
    return replace(view.own, earlier=Fixed(view.own.earlier.workspace, view.own.earlier.selection, change))


@pytest.mark.parametrize(
    ("indicator", "change", "english", "chinese", "reason"),
    [
        ("legal_aid_cases", 28, "up 28\u2009cases on a year earlier", "比上年同期增加28件", "a count"),
        ("legal_aid_cases", -1, "down 1\u2009case on a year earlier", "比上年同期减少1件", "one is not many"),
        (
            "lawyers_per_10k",
            0.21,
            "up 0.21\u2009per 10,000 on a year earlier",
            "比上年同期增加0.21人",
            "a rate",
        ),
        (
            "mediation_success_rate",
            -0.5,
            "down 0.5 percentage points on a year earlier",
            "比上年同期减少0.5个百分点",
            "percentages differ by points, not by percent",
        ),
        ("lawyers_per_10k", 0.001, "unchanged on a year earlier", "与上年同期持平", "rounds to nothing"),
        ("lawyers_per_10k", None, "", "", "one of the two values is missing"),
    ],
)
def test_a_change_is_said_with_its_direction_and_unit(
    workspace: Workspace, indicator: str, change: float | None, english: str, chinese: str, reason: str
) -> None:
    view = view_of(workspace, indicator)
    assert change_text(view.indicator, view.unit, changed(view, change), EN) == english, reason
    assert change_text(view.indicator, view.unit, changed(view, change), ZH) == chinese, reason


@pytest.mark.parametrize(
    ("indicator", "english", "chinese"),
    [
        ("lawyers_per_10k", "Lawyers per 10,000", "每万人律师数（人）"),
        ("legal_aid_cases", "Legal aid cases", "法律援助案件（件）"),
        ("lawyers", "Lawyers (people)", "律师（人）"),
        ("mediation_success_rate", "Success rate (%)", "调解成功率（%）"),
        ("county_centres_per_unit", "Centres per county", "每个县级单位的中心数（个）"),
    ],
)
def test_a_name_has_its_unit_once(workspace: Workspace, indicator: str, english: str, chinese: str) -> None:
    view = view_of(workspace, indicator)
    assert name_with_unit(view.indicator, view.unit, EN) == english
    assert name_with_unit(view.indicator, view.unit, ZH) == chinese


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_choice_of_grades_reads_differently(code: str) -> None:
    choices = [grade_choice(grade, Language(code)) for grade in GRADES]
    assert len(set(choices)) == len(GRADES)
    assert choices[-1] == Language(code).text("all sources")


@pytest.mark.parametrize(
    ("reported", "expected", "english", "chinese"),
    [
        (14, 14, "all 14 units have reported", "14个下级单位均已填报"),
        (11, 14, "11 of 14 units have reported", "14个下级单位中11个已填报"),
        (1, 1, "1 of 1 units have reported", "1个下级单位中1个已填报"),
    ],
)
def test_completeness_is_said_in_numbers(
    workspace: Workspace, reported: int, expected: int, english: str, chinese: str
) -> None:
    view = view_of(workspace, "legal_aid_cases")
    value = replace(
        view.own.value, basis=Basis.ROLLED_UP, children_reported=reported, children_expected=expected
    )
    own = replace(view.own, value=value)
    assert english in explanation(workspace, view.indicator, own, (), EN)
    assert chinese in explanation(workspace, view.indicator, own, (), ZH)
