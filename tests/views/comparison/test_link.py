"""What a link asks to compare is read, corrected and written back."""

from dataclasses import dataclass

import pytest

from atlas.views.comparison.link import MOST, Maps, compared_query, read_compared
from atlas.views.selection import read_selection
from atlas.workspace import open_workspace


@dataclass(frozen=True)
class Case:
    """A link's parameters, and what is made of them."""

    reason: str
    compare: str
    divisions: tuple[str, ...]
    problems: tuple[str, ...] = ()


NINE = ("110000", "120000", "130000", "140000", "150000", "210000", "220000", "230000", "310000")
CASES = [
    Case("nothing is asked", "", ()),
    Case("the order chosen is kept", "520000,210000", ("520000", "210000")),
    Case("a full-width comma parts codes too", "520000，210000", ("520000", "210000")),
    Case("twice the same counts once", "520000,520000", ("520000",)),
    Case("an unknown code is left out", "520000,999999", ("520000",), ("unknown_division",)),
    Case("another level is left out", "520000,520100", ("520000",), ("compared_levels",)),
    Case("an old code stands for its successor", "460321,460400", ("460302",), ("compared_levels",)),
    Case("the country is what others are held against", "000000,520000", ("520000",), ("compared_country",)),
    Case("more than eight are too many", ",".join(NINE), NINE[:MOST], ("compared_too_many",)),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.reason.replace(" ", "-"))
def test_a_link_is_read_or_corrected(case: Case) -> None:
    workspace = open_workspace()
    selection = read_selection({"lang": "en"}, workspace, "en").selection
    found = read_compared({"compare": case.compare}, workspace, selection)
    assert tuple(division.code for division in found.compared.divisions) == case.divisions
    assert tuple(problem.id for problem in found.problems) == case.problems
    again = read_compared(compared_query(found.compared), workspace, selection)
    assert again.compared == found.compared
    assert again.problems == ()


def test_the_indicator_shown_in_detail_is_among_those_compared() -> None:
    workspace = open_workspace()
    selection = read_selection({"lang": "en", "indicator": "law_firms"}, workspace, "en").selection
    found = read_compared({"indicators": "notary_cases,nonsense"}, workspace, selection)
    assert found.compared.indicators == ("law_firms", "notary_cases")
    assert [problem.id for problem in found.problems] == ["unknown_indicator"]


def test_how_the_comparison_is_shown_is_in_the_link() -> None:
    workspace = open_workspace()
    selection = read_selection({"lang": "en"}, workspace, "en").selection
    query = {"compare": "520000,210000", "against": "law_firms", "intervals": "all", "maps": "tiles"}
    found = read_compared(query, workspace, selection)
    assert found.problems == ()
    assert (found.compared.against, found.compared.full_counts, found.compared.maps) == (
        "law_firms",
        True,
        Maps.TILES,
    )
    assert query.items() <= compared_query(found.compared).items()


@pytest.mark.parametrize(
    ("name", "problem"),
    [("against", "unknown_indicator"), ("intervals", "bad_parameter"), ("maps", "bad_parameter")],
)
def test_what_means_nothing_is_said_and_left_out(name: str, problem: str) -> None:
    workspace = open_workspace()
    selection = read_selection({"lang": "en"}, workspace, "en").selection
    found = read_compared({name: "nonsense"}, workspace, selection)
    assert [each.id for each in found.problems] == [problem]
    assert name not in compared_query(found.compared)
