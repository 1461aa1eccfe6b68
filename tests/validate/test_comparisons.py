"""Where the other figure of a comparison comes from: the file, the accepted figures, the tree."""

from collections.abc import Sequence

import pytest

from atlas.definitions import load_definitions
from atlas.validate.comparisons import ACCEPTED_EARLIER
from tests.validate.spreadsheets import Cell, fields_of, figures, found, intake, judged, wide

NANMING, GUIYANG, GUIZHOU = "520102", "520100", "520000"
OCTOBER = "2026-10"
MEDIATED, SUCCESSFUL = "disputes_mediated", "disputes_mediated_successfully"


def cell(measure: str, value: float, period: str = OCTOBER, division: str = NANMING) -> Cell:
    return division, measure, period, value


@pytest.mark.parametrize(
    ("file", "accepted", "at", "reason"),
    [
        ([cell(SUCCESSFUL, 9), cell(MEDIATED, 8)], [], [2], "both are in the file"),
        ([cell(SUCCESSFUL, 9)], [cell(MEDIATED, 8)], [2], "the greater one was accepted before"),
        ([cell(MEDIATED, 8)], [cell(SUCCESSFUL, 9)], [2], "the lesser one was accepted before"),
        (
            [cell(SUCCESSFUL, 9), cell(MEDIATED, 9)],
            [cell(MEDIATED, 8)],
            [],
            "the file replaces it",
        ),
        ([cell(MEDIATED, 8), cell(SUCCESSFUL, 8)], [cell(SUCCESSFUL, 9)], [], "the same the other way round"),
        ([cell(SUCCESSFUL, 9)], [cell(MEDIATED, 8, "2026-09")], [], "another month"),
        ([cell(SUCCESSFUL, 9)], [cell(MEDIATED, 8, division=GUIYANG)], [], "another division"),
        ([cell(SUCCESSFUL, 9)], [], [], "nothing to compare with"),
    ],
)
def test_the_other_figure_is_looked_for(
    file: Sequence[Cell], accepted: Sequence[Cell], at: list[int], reason: str
) -> None:
    checked = judged(intake(figures(file)), accepted)
    assert [row for row, *_ in found(checked, "cross_measure_error")] == at, reason


def test_a_comparison_names_both_figures() -> None:
    (said,) = fields_of(
        judged(intake(figures([cell(SUCCESSFUL, 9), cell(MEDIATED, 8)]))), "cross_measure_error"
    )
    assert (said["figure"], said["limit"], said["origin"]) == (9, 8, "")


@pytest.mark.parametrize(
    ("file", "accepted"), [(cell(SUCCESSFUL, 9), cell(MEDIATED, 8)), (cell(MEDIATED, 8), cell(SUCCESSFUL, 9))]
)
def test_a_figure_that_stands_nowhere_in_the_file_is_said_to_be_an_accepted_one(
    file: Cell, accepted: Cell
) -> None:
    (said,) = fields_of(judged(intake(figures([file])), [accepted]), "cross_measure_error")
    assert said["origin"] == ACCEPTED_EARLIER


def test_a_number_of_units_is_not_said_to_have_been_accepted() -> None:
    given = intake(figures([cell("centres_county", 11, division=GUIYANG)]))
    assert [said["origin"] for said in fields_of(judged(given), "cross_measure_warning")] == [""]


@pytest.mark.parametrize(
    ("known", "exceeds", "reason"),
    [
        ([("2020-11", 100)], True, "the last number known by then"),
        ([("2020-11", 100), ("2025", 300)], False, "the newer number"),
        ([("2025", 300), ("2026-11", 100)], False, "what was known later does not count"),
        ([("2026-11", 100)], False, "nothing was known by then"),
    ],
)
def test_villages_and_population_are_carried_forward(
    known: list[tuple[str, float]], exceeds: bool, reason: str
) -> None:
    villages = [cell("villages", value, period) for period, value in known]
    people = [cell("population", value, period) for period, value in known]
    rooms = judged(intake(figures([cell("rooms_village", 200)])), villages)
    lawyers = judged(intake(figures([cell("lawyers", 200)])), people)
    assert bool(found(rooms, "cross_measure_warning")) is exceeds, reason
    assert bool(found(lawyers, "above_population")) is exceeds, reason


@pytest.mark.parametrize(
    ("measure", "division", "units"),
    [("centres_county", GUIYANG, 10), ("centres_city", GUIZHOU, 9), ("centres_county", GUIZHOU, 88)],
)
def test_centres_are_compared_with_the_units_of_the_tree(measure: str, division: str, units: int) -> None:
    def told(value: float) -> bool:
        given = intake(figures([cell(measure, value, division=division)]))
        return bool(found(judged(given), "cross_measure_warning"))

    assert (told(units), told(units + 1)) == (False, True)


def test_the_file_may_bring_a_carried_figure_itself() -> None:
    accepted = [cell("population", 100, "2020-11")]
    given = intake(wide([(NANMING, OCTOBER, {"lawyers": 200, "population": 5000})]))
    assert not found(judged(given, accepted), "above_population")


def test_shipped_rules_compare_measures_that_are_reported_or_counted() -> None:
    definitions = load_definitions()
    assert len(definitions.rules) >= 8
    for rule in definitions.rules.values():
        lesser, greater = (definitions.measures[name] for name in rule.at_most)
        families = {definitions.unit_of(each).family for each in (lesser, greater)}
        assert lesser.derived is None
        assert len(families) == 1
        assert "rate" not in {lesser.kind, greater.kind}
