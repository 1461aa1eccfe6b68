"""Whether a unit that a file states fits a measure."""

from collections.abc import Iterable

from atlas.definitions import Unit
from atlas.ingest.spreadsheet.cell_units import StatedUnit
from atlas.ingest.spreadsheet.column_meaning import NO_UNIT

_FAMILIES = {"元": "CNY", "人民币元": "CNY", "yuan": "CNY", "%": "percent", "小时": "hours", "hours": "hours"}
_PEOPLE = frozenset(("人", "人次", "名", "位", "persons", "people", "person"))
_CASES = frozenset(("件", "起", "宗", "例", "case", "cases"))
_EVENTS = _CASES | {"件次", "次", "场", "场次", "times"}
_THINGS = frozenset(("个", "家", "台"))
_RATES = frozenset(("per_10k", "ratio"))
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
    """The one of a line such as “单位：人、万元” that holds for a measure; `NO_UNIT` if none does.

    Its own unit comes first; 人次 counts visits (法律咨询) as well as persons, institutions are no
    件, and no rate counts in 万.
    """
    rate = unit.family in _RATES
    fitting = [stated for stated in units if fits(stated, unit) and not (rate and stated.factor != 1.0)]
    own = [stated for stated in fitting if stated.unit == unit.zh]
    return next(iter([*own, *(stated for stated in fitting if _counts(stated.unit, unit))]), NO_UNIT)


def unused_scales(units: Iterable[StatedUnit], measures: Iterable[Unit]) -> list[str]:
    """Those of the units above a table with 万 or the like that hold for none of its measures."""
    stated = tuple(units)
    used = {unit_for(stated, unit) for unit in measures}
    return [each.written for each in dict.fromkeys(stated) if each.factor != 1.0 and each not in used]


def _counts(stated: str, unit: Unit) -> bool:
    if not stated or unit.family in ("CNY", "hours", *PERCENT_FAMILIES):
        return True
    if stated in _PEOPLE:
        return (
            unit.family == "person" or unit.zh == "人次" or (stated == "人次" and unit.zh in ("件次", "次"))
        )
    if stated in _CASES and unit.zh == "人次":
        return False
    return unit.family != "person" and not (stated in _EVENTS and unit.zh in _THINGS)
