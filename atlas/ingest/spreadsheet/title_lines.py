"""What stands around a table and holds for all of it: its period, its place, its unit."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from atlas.divisions import Level
from atlas.ingest.spreadsheet.cell_characters import plain
from atlas.ingest.spreadsheet.cell_units import StatedUnit, read_unit_factor, unread_scale
from atlas.ingest.spreadsheet.division_names import Codes, DivisionNames
from atlas.ingest.spreadsheet.name_keys import name_key
from atlas.ingest.spreadsheet.period_forms import period_within, read_period
from atlas.messages import N_
from atlas.periods import Period, PeriodKind

_MADE_ON = re.compile(
    r"(填报|制表|打印|报送|上报|报出|填表|编制|生成|导出|更新|审核)(日期|时间|于)|第?.{0,6}[号令]文?$|printed|created|exported",
    re.IGNORECASE,
)
_UNITS = re.compile(r"(?:计量)?单位\s*[:：]\s*(?P<units>[^()（）]+)")
_STATED = re.compile(r"[:：]\s*(?P<text>.+)$")
_GAPS = re.compile(r"(?<=[0-9年]) +(?=[0-9年月季上下第])")
_DAYS = re.compile(r"(?<=月)[0-3]?[0-9][日号]")
_FROM_TO = re.compile(r"[12][0-9]{3}年[01]?[0-9]月[-—–~至到]+[12][0-9]{3}年[01]?[0-9]月")
_LONGEST, _MOST_LINES = 80, 60


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What title, sheet name and file name say.

    `period_from` is a message that names the place; `place` a division's code, "" if none is named. `units`
    are those of a line such as “单位：人、万元” or of a title (“受援人数（万人）”); `unread_scales` begin
    with 万 where a unit belongs and are none.
    """

    period: Period | None = None
    period_from: str = ""
    place: str = ""
    units: tuple[StatedUnit, ...] = ()
    title: str = ""
    unread_scales: tuple[str, ...] = ()


def read_surroundings(
    lines: Sequence[str], sheet_name: str, file_stem: str, names: DivisionNames
) -> Surroundings:
    """Read the cells above a table, the name of its sheet and of its file; the nearest to the table wins."""
    told = [line[:_LONGEST] for line in lines[:_MOST_LINES] if line.strip()]
    period, period_from = _period(told, sheet_name[:_LONGEST], file_stem[:_LONGEST])
    place = next((code for line in (*told, sheet_name, file_stem) if (code := place_within(line, names))), "")
    units = tuple(unit for line in told for unit in _units(line))
    scales = tuple(scale for line in told if not _units(line) and (scale := unread_scale(line)))
    return Surroundings(period, period_from, place, units, " ".join(told), scales)


def place_within(line: str, names: DivisionNames) -> str:
    """The smallest division that a title names without doubt (“贵州省贵阳市2025年3月统计表”), or ""."""
    key = name_key(line[:_LONGEST])
    found: Codes = ()
    position = 0
    while position < len(key) - 1:
        end, codes = _name_at(key, position, found, names)
        if codes:
            found, position = codes, end
        else:
            position += 1
    return found[0] if len(found) == 1 else ""


def _name_at(key: str, start: int, above: Codes, names: DivisionNames) -> tuple[int, Codes]:
    for end in range(min(len(key), start + 15), start + 1, -1):
        written = key[start:end]
        codes = names.by_full_name(written)
        if not codes and start == 0 and end - start <= 4 and not written.isascii():
            codes = tuple(code for code in names.candidates(written) if _is_large(code, names))
        if above:
            codes = tuple(code for code in codes if any(names.lies_in(code, each) for each in above))
        if codes:
            return end, codes
    return start, ()


def _is_large(code: str, names: DivisionNames) -> bool:
    return names.divisions[code].level.depth <= Level.CITY.depth


def _period(lines: Sequence[str], sheet_name: str, file_stem: str) -> tuple[Period | None, str]:
    title = next(_periods(line for line in lines if not _MADE_ON.search(line)), None)
    file_period = next(_periods([file_stem]), None)
    year = next((period.year for period in (title, file_period) if period is not None), None)
    sheet = read_period(sheet_name, year) or period_within(sheet_name)
    if title is not None and not (
        title.kind is PeriodKind.YEAR and sheet is not None and title.contains(sheet)
    ):
        return title, N_("the title")
    if sheet is not None:
        return sheet, N_("the sheet's name")
    return file_period, N_("the file's name") if file_period is not None else ""


def _periods(lines: Iterable[str]) -> Iterator[Period]:
    for line in lines:
        written = _DAYS.sub("", _GAPS.sub("", plain(line)))
        span = _FROM_TO.search(written)
        after = _STATED.search(written)
        period = (
            (read_period(span[0]) if span else None)
            or period_within(written)
            or (read_period(after["text"]) if after else None)
        )
        if period is not None:
            yield period


def _units(line: str) -> list[StatedUnit]:
    found = _UNITS.search(line)
    if found is None:
        stated = read_unit_factor(line)
        return [stated] if stated.factor != 1.0 else []
    read = [read_unit_factor(f"({part})") for part in re.split(r"[、,，;；/和及\s]+", found["units"]) if part]
    return [unit for unit in read if unit != StatedUnit(1.0, "")]
