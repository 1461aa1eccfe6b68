"""Whether a unit that a file states fits a measure."""

from collections.abc import Iterable

from atlas.definitions import Unit
from atlas.ingest.spreadsheet.cell_units import StatedUnit
from atlas.ingest.spreadsheet.column_meaning import NO_UNIT

_FAMILIES = {"元": "CNY", "人民币元": "CNY", "yuan": "CNY", "%": "percent", "小时": "hours", "hours": "hours"}
_PEOPLE = frozenset(("人", "人次", "名", "位", "persons", "people", "person"))
PERCENT_FAMILIES = frozenset(("percent", "points"))


def fits(stated: StatedUnit, unit: Unit) -> bool:
    """Whether numbers of a measure may count in what is stated; a bare 万 fits all but percentages."""
    if unit.family in PERCENT_FAMILIES:
        return stated.unit in ("%", "") and stated.factor == 1.0
    family = _FAMILIES.get(stated.unit)
    if family is not None or unit.family in ("CNY", "hours"):
        return not stated.unit or family == unit.family
    return True


def unit_for(units: Iterable[StatedUnit], unit: Unit) -> StatedUnit:
    """The one of a line such as “单位：人、万元” that holds for a measure; `NO_UNIT` if none does."""
    for stated in units:
        if not fits(stated, unit):
            continue
        people = unit.family == "person"
        if not stated.unit or unit.family in ("CNY", "hours", "percent", "points"):
            return stated
        if people == (stated.unit in _PEOPLE):
            return stated
    return NO_UNIT
