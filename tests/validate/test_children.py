"""Children beside their parent, against a slow second implementation on the real tree."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.divisions import Divisions, Scope, load_divisions
from tests.validate.spreadsheets import Cell, fields_of, figures, ids, intake, judged

OCTOBER = "2026-10"
DIVISIONS = load_divisions()
# Ningxia: five cities and their counties, small enough to be complete now and then.
NINGXIA = "640000"
BELOW = [city.code for city in DIVISIONS.children(NINGXIA)]
WUZHONG = [county.code for county in DIVISIONS.children("640300")]


def slow_at_fault(known: Mapping[str, int], divisions: Divisions) -> set[tuple[str, bool]]:
    """Parents at odds with their children, and whether all of the children are in the sum."""

    def children(code: str) -> list[str]:
        parent = divisions[code]
        return [
            child.code
            for child in divisions.children(code)
            if child.scope is Scope.REPORTING or child.scope is parent.scope
        ]

    def parts(code: str) -> list[int]:
        found = []
        for child in children(code):
            if child in known:
                found.append(known[child])
            elif children(child) and len(parts(child)) == len(children(child)):
                found.append(sum(parts(child)))
        return found

    at_fault = set()
    for code, value in known.items():
        summed, expected = parts(code), len(children(code))
        if not summed:
            continue
        complete = len(summed) == expected
        if (complete and sum(summed) != value) or (not complete and sum(summed) > value):
            at_fault.add((code, complete))
    return at_fault


values = st.integers(0, 4)


@given(
    st.dictionaries(st.sampled_from([NINGXIA, *BELOW, *WUZHONG]), values, min_size=1),
    st.dictionaries(st.sampled_from([NINGXIA, *BELOW, *WUZHONG]), values),
    st.booleans(),
)
def test_children_and_parents_agree_with_the_slow_way(
    file: dict[str, int], accepted: dict[str, int], full: bool
) -> None:
    if full:
        file = {**dict.fromkeys(WUZHONG, 1), **dict.fromkeys(BELOW[:1], 1), **file}
    cells: list[Cell] = [(code, "lawyers", OCTOBER, value) for code, value in file.items()]
    before: list[Cell] = [(code, "lawyers", OCTOBER, value) for code, value in accepted.items()]
    checked = judged(intake(figures(cells)), before)
    told = {
        (said["division"].code, rule == "children_differ")  # type: ignore[attr-defined]
        for rule in ("children_differ", "children_exceed")
        for said in fields_of(checked, rule)
    }
    known = {**accepted, **file}
    slow = slow_at_fault(known, DIVISIONS)
    # What only concerns accepted figures is no fault of this file.
    own = {each for each in slow if touches(each[0], file, known)}
    assert told == own


def touches(parent: str, file: Mapping[str, int], known: Mapping[str, int]) -> bool:
    def from_file(code: str) -> bool:
        if code in known:
            return code in file
        return any(from_file(child.code) for child in DIVISIONS.children(code))

    return parent in file or any(from_file(child.code) for child in DIVISIONS.children(parent))


def of(values: Mapping[str, float | str], measure: str = "lawyers") -> list[Cell]:
    return [(code, measure, OCTOBER, value) for code, value in values.items()]


def test_an_accepted_parent_is_compared_with_the_children_of_the_file() -> None:
    children = of(dict.fromkeys(WUZHONG, 10))
    checked = judged(intake(figures(children)), of({"640300": 49}))
    (said,) = fields_of(checked, "children_differ")
    assert (said["reported"], said["sum"], said["count"]) == (49, 10.0 * len(WUZHONG), len(WUZHONG))


def test_a_parent_in_the_file_is_compared_with_accepted_children() -> None:
    checked = judged(intake(figures(of({"640300": 49}))), of(dict.fromkeys(WUZHONG, 10)))
    assert "children_differ" in ids(checked)


def test_counties_are_summed_through_cities_that_have_no_figure() -> None:
    cells = of({NINGXIA: 11, **dict.fromkeys(BELOW, 1), **dict.fromkeys(WUZHONG, 1)})
    cells = [cell for cell in cells if cell[0] != "640300"]
    (said,) = fields_of(judged(intake(figures(cells))), "children_differ")
    assert (said["sum"], said["count"]) == (len(BELOW) - 1 + len(WUZHONG), len(BELOW))


@pytest.mark.parametrize(
    ("stated", "written", "differs"),
    [
        (12_000, "1.2万", False),
        (12_000, "12000", True),
        (13_000, "1.3万", True),
    ],
)
def test_rounding_explains_a_difference(stated: float, written: str, differs: bool) -> None:
    share = 12_345 / len(WUZHONG)
    children = [(code, "lawyers", OCTOBER, round(share)) for code in WUZHONG]
    parent = [("640300", "lawyers", OCTOBER, stated, written)]
    assert ("children_differ" in ids(judged(intake(figures([*parent, *children]))))) is differs


def test_rates_are_not_summed() -> None:
    rates = of({"640300": 90, **dict.fromkeys(WUZHONG, 90)}, "hotline_satisfaction")
    assert not {"children_differ", "children_exceed"} & ids(judged(intake(figures(rates))))


def test_figures_of_another_month_are_not_the_parents() -> None:
    september: list[Cell] = [("640300", "lawyers", "2026-09", 1)]
    assert not {"children_differ", "children_exceed"} & ids(
        judged(intake(figures([*september, *of(dict.fromkeys(WUZHONG, 10))])))
    )


@pytest.mark.parametrize(
    ("file", "accepted", "cell", "reason"),
    [
        ({"640300": 9, WUZHONG[0]: 10}, {}, "D2", "the parent's own cell"),
        ({WUZHONG[0]: 10, "640300": 9}, {}, "D3", "wherever in the file it stands"),
        ({WUZHONG[0]: 4, WUZHONG[1]: 6}, {"640300": 9}, "", "neither county is more at fault than the other"),
        ({"640300": 9}, {WUZHONG[0]: 10}, "D2", "the counties are known already"),
    ],
)
def test_no_child_is_blamed_for_exceeding_its_parent(
    file: dict[str, int], accepted: dict[str, int], cell: str, reason: str
) -> None:
    checked = judged(intake(figures(of(file))), of(accepted))
    (found,) = [each for each in checked.findings if each.rule.id == "children_exceed"]
    assert [each.cell for each in found] == [cell], reason
    (said,) = fields_of(checked, "children_exceed")
    assert said["division"].code == "640300", reason  # type: ignore[attr-defined]
