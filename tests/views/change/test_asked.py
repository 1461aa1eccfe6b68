"""Which two periods a link compares."""

from dataclasses import dataclass

import pytest

from atlas.periods import Period
from atlas.views.change.asked import ChangeAsked, Effect, change_asked, may_have_changed
from atlas.views.change.exhibit import change_query
from atlas.views.selection import read_selection
from atlas.workspace import Workspace

CASES = {"dataset": "demonstration", "division": "110000", "indicator": "legal_aid_cases"}


def asked(workspace: Workspace, **query: str) -> ChangeAsked:
    """What a link asks."""
    return change_asked(workspace, read_selection(query, workspace, "en").selection, query)


@dataclass(frozen=True)
class Case:
    """A link's parameters, and what is compared."""

    reason: str
    query: dict[str, str]
    now: str
    before: str | None
    problems: tuple[str, ...] = ()
    effect: Effect = Effect.RATE


LINKS = [
    Case("a year earlier is the default", {"period": "2025"}, "2025", "2024"),
    Case("a month is compared with that of the year before", {"period": "2025-03"}, "2025-03", "2024-03"),
    Case("an earlier period can be chosen", {"period": "2025", "before": "2023"}, "2025", "2023"),
    Case("two months side by side", {"period": "2025-03", "before": "2025-02"}, "2025-03", "2025-02"),
    Case("the first year has none before", {"period": "2023"}, "2023", None),
    Case("no year before: the month before", {"period": "2023-03"}, "2023-03", "2023-02"),
    Case("no period", {"period": "2025", "before": "soon"}, "2025", "2024", ("unknown_period",)),
    Case("later", {"period": "2024", "before": "2025"}, "2024", "2023", ("unfit_before",)),
    Case("the same", {"period": "2024", "before": "2024"}, "2024", "2023", ("unfit_before",)),
    Case("of another kind", {"period": "2025", "before": "2024-Q1"}, "2025", "2024", ("unfit_before",)),
    Case("without figures", {"period": "2025", "before": "1990"}, "2025", "2024", ("unfit_before",)),
    Case("a span", {"period": "2025", "before": "2021/2023"}, "2025", "2024", ("unfit_before",)),
    Case("latest", {"period": "2025", "before": "latest"}, "2025", "2024", ("unfit_before",)),
    Case("the newest pair of years", {"period": "latest"}, "2025", "2024"),
    Case("an effect", {"period": "2025", "effect": "all"}, "2025", "2024", (), Effect.ALL),
    Case("no effect", {"period": "2025", "effect": "luck"}, "2025", "2024", ("unknown_effect",)),
]


@pytest.mark.parametrize("case", LINKS, ids=lambda case: case.reason.replace(" ", "-"))
def test_a_link_is_read_or_corrected(demonstration: Workspace, case: Case) -> None:
    found = asked(demonstration, **CASES, **case.query)
    assert str(found.now) == case.now
    assert found.before == (Period.parse(case.before) if case.before else None)
    assert [problem.id for problem in found.problems] == list(case.problems)
    assert found.effect is case.effect


def test_only_earlier_periods_of_the_same_kind_are_offered(demonstration: Workspace) -> None:
    found = asked(demonstration, **CASES, period="2024-Q2")
    assert [str(period) for period in found.offered] == [
        "2024-Q1", "2023-Q4", "2023-Q3", "2023-Q2", "2023-Q1",
    ]  # fmt: skip


def test_latest_figures_compare_the_newest_years_that_share_provinces(workspace: Workspace) -> None:
    found = asked(workspace, dataset="published", indicator="lawyers_per_10k", period="latest")
    assert (str(found.now), str(found.before)) == ("2023", "2022")


def test_latest_figures_without_two_periods_compare_nothing(workspace: Workspace) -> None:
    found = asked(workspace, dataset="published", division="520102", indicator="lawyers", period="latest")
    assert found.before is None
    assert not found.problems


def test_a_link_leads_back_to_the_same_change(demonstration: Workspace) -> None:
    first = asked(demonstration, **CASES, period="2025", before="2023", effect="reporting")
    query = change_query(demonstration, first)
    assert asked(demonstration, **query) == first


@pytest.mark.parametrize(
    ("query", "asks", "reason"),
    [
        ({"period": "2025"}, True, "two years"),
        ({"period": "2023"}, False, "nothing before"),
        ({"period": "latest"}, True, "several periods"),
        ({"period": "2025", "division": "110101001"}, True, "a township's county is shown"),
        ({"period": "2025", "indicator": "hotline_satisfaction", "division": "110101"}, False, "no value"),
    ],
)
def test_the_way_there_is_offered_where_there_is_something_to_explain(
    demonstration: Workspace, query: dict[str, str], asks: bool, reason: str
) -> None:
    selection = read_selection({**CASES, **query}, demonstration, "en").selection
    assert may_have_changed(demonstration, selection) is asks, reason
