"""What a link asks to compare is read, corrected and written back."""

from dataclasses import dataclass

import pytest

from atlas.language import Language
from atlas.views.comparison.link import MOST, MOST_INDICATORS, Maps, compared_query, read_compared
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
    Case("one of eight named again is no ninth", ",".join((*NINE[:MOST], NINE[0])), NINE[:MOST]),
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


def test_indicators_that_are_too_many_are_named_and_left_out() -> None:
    workspace = open_workspace()
    wanted = [each for each in workspace.definitions.indicators if each != "lawyers_per_10k"][:13]
    selection = read_selection({"lang": "en", "indicator": wanted[0]}, workspace, "en").selection
    found = read_compared({"indicators": ",".join(wanted)}, workspace, selection)
    assert found.compared.indicators == tuple(wanted[:MOST_INDICATORS])
    (problem,) = found.problems
    last = workspace.definitions.indicators[wanted[-1]].name.en
    assert Language("en").problem(problem).startswith(f"{last}: left out, for no more than 12 indicators")
    assert read_compared(compared_query(found.compared), workspace, selection).problems == ()


@pytest.mark.parametrize(
    ("compare", "lang", "said"),
    [
        ("520000,520100", "en", "Guiyang (520100) is not of the same level as Guizhou (520000), so"),
        ("520000,520100", "zh", "贵阳市（520100）"),
        (",".join(NINE), "en", "Shanghai (310000) is left out: no more than 8 divisions"),
    ],
)
def test_divisions_left_out_are_named(compare: str, lang: str, said: str) -> None:
    workspace = open_workspace()
    selection = read_selection({"lang": lang}, workspace, lang).selection
    (problem,) = read_compared({"compare": compare}, workspace, selection).problems
    assert said in Language(lang).problem(problem)


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
