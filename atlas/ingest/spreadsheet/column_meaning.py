"""What one column of a table is for, by its heading of one or several rows."""

import re
from dataclasses import dataclass, replace

from atlas.ingest.spreadsheet.cell_units import StatedUnit, read_unit_factor
from atlas.ingest.spreadsheet.column_words import Kind, is_comparison, kind_of
from atlas.ingest.spreadsheet.division_addresses import Addresses
from atlas.ingest.spreadsheet.measure_names import MeasureNames
from atlas.ingest.spreadsheet.name_keys import name_key
from atlas.ingest.spreadsheet.period_forms import period_within, read_period
from atlas.periods import Period

NO_UNIT = StatedUnit(1.0, "")
THIS_PERIOD, TO_DATE = "this_period", "to_date"

_THIS_PERIOD = frozenset((
    "本月", "当月", "本期", "本季", "本月数", "当月数", "本期数", "本月合计", "本月值", "当月值", "本期值",
    "本季度", "报告期", "currentmonth", "thismonth",
))  # fmt: skip
_TO_DATE = frozenset((
    "累计", "本年累计", "年累计", "累计数", "今年以来", "本年累计数", "全年累计", "年初至今", "1至本月",
    "1至本月累计", "ytd", "yeartodate", "cumulative",
))  # fmt: skip
_TO_DATE_WITHIN = re.compile(r"^(?:本年|年度|年初)?累计|[(（]?(?:本年)?累计(?:数)?[)）]?$")
_PERIOD_WITHIN = re.compile(
    r"[(（]?(?<![0-9])(?:19|20)[0-9]{2}(?:[-./][01]?[0-9](?![0-9])|[01][0-9](?![0-9])"
    r"|\s*年度?(?:\s*(?:[01]?[0-9](?:\s*[-—–~至]\s*[01]?[0-9])?\s*月份?|[上下]半年|第?[一二三四1-4]季度))?)(?:累计)?[)）]?"
)
_AMONG = re.compile(r"^\s*其中\s*[:：]?\s*")
_BRACKETED = re.compile(r"\s*[(（\[【][^()（）\[\]【】]*[)）\]】]\s*$")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column is for. A figure may be tied to a measure, a period and a division by its heading.

    `relative` is THIS_PERIOD or TO_DATE where a heading says 本月 or 累计.
    """

    kind: Kind
    text: str = ""
    measure: str = ""
    period: Period | None = None
    relative: str = ""
    division: str = ""
    unit: StatedUnit = NO_UNIT


class ColumnReader:
    """Reads headings; each combination of texts is read once."""

    def __init__(self, measures: MeasureNames, addresses: Addresses, year: int | None) -> None:
        self.measures = measures
        self._addresses = addresses
        self._year = year
        self._kept: dict[tuple[str, ...], Meaning] = {}
        self._divisions: dict[str, bool] = {}

    def read(self, parts: tuple[str, ...]) -> Meaning:
        """The meaning of a column by the texts of its heading, from the top down."""
        kept = self._kept.get(parts)
        if kept is None:
            kept = self._kept[parts] = self._read(parts)
        return kept

    def is_division(self, text: str) -> bool:
        """Whether a cell names a division, or one of several."""
        kept = self._divisions.get(text)
        if kept is None:
            kept = self._divisions[text] = bool(name_key(text) and self._addresses.read((text,)).codes)
        return kept

    def _read(self, parts: tuple[str, ...]) -> Meaning:
        text = " ".join(" ".join(part.split()) for part in parts)
        meaning = Meaning(Kind.EMPTY, text)
        names: list[str] = []
        for part in parts:
            written = _AMONG.sub("", part[:_LONGEST])
            key = name_key(written)
            if not key and "%" not in part and "％" not in part:
                continue
            period = read_period(written, self._year)
            if period is not None:
                meaning = replace(meaning, period=period, kind=Kind.FIGURE)
            elif key in _THIS_PERIOD or key in _TO_DATE:
                relative = THIS_PERIOD if key in _THIS_PERIOD else TO_DATE
                meaning = replace(meaning, relative=relative, kind=Kind.FIGURE)
            elif is_unit(written) and len(parts) > 1:
                meaning = replace(meaning, unit=read_unit_factor(written))
            else:
                names.append(written)
        return self._named(meaning, names) if names else meaning

    def _named(self, meaning: Meaning, names: list[str]) -> Meaning:
        leaf = names[-1]
        kinds = [kind_of(name) for name in names]
        if meaning.unit == NO_UNIT:
            meaning = replace(meaning, unit=read_unit_factor(leaf))
        if kinds[-1] is not None and all(kinds):
            return replace(meaning, kind=kinds[-1])
        found = self._measure(names)
        if not found:
            names, meaning = self._without_period(names, meaning)
            found = self._measure(names)
        if found:
            return replace(meaning, kind=Kind.FIGURE, measure=found)
        if kinds[-1] is not None:
            return replace(meaning, kind=kinds[-1])
        if any(is_comparison(name) for name in names):
            return replace(meaning, kind=Kind.COMPARISON)
        codes = self._addresses.read((leaf,)).codes
        if len(codes) == 1:
            return replace(meaning, kind=Kind.FIGURE, division=codes[0])
        return replace(meaning, kind=Kind.UNKNOWN)

    def _measure(self, names: list[str]) -> str:
        leaf = names[-1]
        above = [_BRACKETED.sub("", name) for name in names[:-1]]
        forms = ["".join([*above[place:], leaf]) for place in range(len(names))]
        for name in reversed(above):
            forms += [f"{leaf}{each}" for each in (name, self.measures.name_of(name)) if each]
        if kind_of(leaf) in (Kind.VALUE, Kind.SERIAL) and len(names) > 1:
            forms.append("".join(above))
        if len(names) == 1 and kind_of(leaf) is not None:
            return ""
        return next((found for form in forms if (found := self.measures.find(form))), "")

    @staticmethod
    def _without_period(names: list[str], meaning: Meaning) -> tuple[list[str], Meaning]:
        shorter = []
        for name in names:
            period = period_within(name)
            cut = _TO_DATE_WITHIN.sub("", name)
            if period is not None and meaning.period is None:
                meaning = replace(meaning, period=period)
                shorter.append(_PERIOD_WITHIN.sub("", name) or name)
            elif cut != name and name_key(cut):
                meaning = replace(meaning, relative=TO_DATE)
                shorter.append(cut)
            else:
                shorter.append(name)
        return shorter, meaning


def is_unit(text: str) -> bool:
    """Whether a cell says nothing but a unit: “（人）”, “万件”, “单位：元”."""
    stated = read_unit_factor(text)
    if stated == NO_UNIT:
        return False
    return len(name_key(text).removeprefix("计量").removeprefix("单位")) <= len(name_key(stated.unit)) + 2 * (
        stated.factor != 1.0
    )
