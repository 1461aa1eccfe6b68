"""Which of the units above a table holds for which measure."""

import pytest

from atlas.definitions import load_definitions
from atlas.ingest.spreadsheet.cell_units import StatedUnit
from atlas.ingest.spreadsheet.units_fit import unit_for, unused_scales

DEFINITIONS = load_definitions()
VISITS, PEOPLE = StatedUnit(10_000.0, "人次"), StatedUnit(10_000.0, "人")
CASES, MONEY, PERSON = StatedUnit(10_000.0, "件"), StatedUnit(10_000.0, "元"), StatedUnit(1.0, "人")
BARE = StatedUnit(10_000.0, "")

HOLD = [
    (VISITS, "consultation", 10_000.0, "consultations are counted in 人次"),
    (VISITS, "person", 10_000.0, "so are people served"),
    (VISITS, "service", 10_000.0, "and services"),
    (VISITS, "case", 1.0, "but no cases"),
    (PEOPLE, "consultation", 10_000.0, "人 for 人次 is careless and clear"),
    (PEOPLE, "case", 1.0, "cases are no people"),
    (CASES, "case", 10_000.0, "cases"),
    (CASES, "service", 10_000.0, "件次 in short"),
    (CASES, "person", 1.0, "people are no cases"),
    (CASES, "consultation", 1.0, "a consultation is no case"),
    (CASES, "firm", 1.0, "institutions are no cases"),
    (MONEY, "cny", 10_000.0, "money"),
    (MONEY, "person", 1.0, "people are no money"),
    (BARE, "person", 10_000.0, "a bare 万 holds for every count"),
    (BARE, "percent", 1.0, "but not for shares"),
    (PEOPLE, "per_10k", 1.0, "nor for rates, though their unit is called 人"),
]


@pytest.mark.parametrize(("stated", "unit", "factor", "reason"), HOLD, ids=[each[-1] for each in HOLD])
def test_a_unit_above_a_table_holds_for_what_counts_so(
    stated: StatedUnit, unit: str, factor: float, reason: str
) -> None:
    assert unit_for([stated], DEFINITIONS.units[unit]).factor == factor, reason


def test_of_several_units_the_measure_takes_its_own() -> None:
    assert unit_for([CASES, PERSON], DEFINITIONS.units["consultation"]) == PERSON
    assert unit_for([PERSON, VISITS], DEFINITIONS.units["consultation"]) == VISITS


def test_a_scale_that_no_measure_takes_is_told() -> None:
    units = [DEFINITIONS.units[each] for each in ("person", "case")]
    assert unused_scales([PEOPLE, MONEY, StatedUnit(1.0, "家")], units) == ["万元"]
