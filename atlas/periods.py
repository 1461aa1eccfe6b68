"""Periods: months, quarters, halves, years, spans of months, and “latest”; each has a code used in links."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Self

from atlas.problems import AtlasError, Problem


class PeriodKind(StrEnum):
    """What a period is; a stock at a point in time has the period of that month."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    SPAN = "span"
    LATEST = "latest"


_LENGTH = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}
_CODE = re.compile(r"(?P<year>[12]\d{3})(?:-(?:(?P<part>[HQ])(?P<number>\d)|(?P<month>\d\d)))?", re.ASCII)
_EDGE = re.compile(r"(?P<year>[12]\d{3})(?:-(?P<month>\d\d)(?:-\d\d)?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """A run of whole months, `first` to `last`, both included, each counted as year × 12 + month − 1.

    Periods are ordered by their last month, then by length. `latest` has no months of its own: it stands for
    each division's most recent figure.
    """

    kind: PeriodKind
    first: int
    last: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", PeriodKind(self.kind))

    @classmethod
    def parse(cls, code: str) -> "Period":
        """Read `2024`, `2024-H1`, `2024-Q1`, `2024-03`, `2021/2025`, `2013-11/2018-11` or `latest`.

        Days in a span (`2018-07-16/2018-07-22`) widen it to whole months. Raises AtlasError "unknown_period".
        """
        return _parse(code)

    @classmethod
    def of_month(cls, year: int, month: int) -> Self:
        """The month `month` (1–12) of `year`."""
        return cls.of_index(year * 12 + month - 1)

    @classmethod
    def of_index(cls, month: int) -> Self:
        """The month with this count (year × 12 + month − 1)."""
        return cls(PeriodKind.MONTH, month, month)

    @classmethod
    def of_year(cls, year: int) -> Self:
        """The calendar year `year`."""
        return cls(PeriodKind.YEAR, year * 12, year * 12 + 11)

    @property
    def months(self) -> int:
        """How many months; 0 for `latest`."""
        return 0 if self.kind is PeriodKind.LATEST else self.last - self.first + 1

    @property
    def year(self) -> int:
        """The calendar year of the last month."""
        return self.last // 12

    def contains(self, other: "Period") -> bool:
        """Whether every month of `other` lies in this period."""
        return self.first <= other.first and other.last <= self.last

    def year_before(self) -> "Period":
        """The same period twelve months earlier; `latest` has none and stays itself."""
        if self.kind is PeriodKind.LATEST:
            return self
        return Period(self.kind, self.first - 12, self.last - 12)

    def as_span(self) -> "Period":
        """The same months as a span: a cumulative figure, listed but never drawn as a year or a month."""
        return Period(PeriodKind.SPAN, self.first, self.last)

    def __lt__(self, other: "Period") -> bool:
        return (self.last, self.months, self.kind) < (other.last, other.months, other.kind)

    def __str__(self) -> str:
        return period_code(self.kind, self.first, self.last)


LATEST = Period(PeriodKind.LATEST, 0, 0)


def period_code(kind: PeriodKind, first: int, last: int) -> str:
    """The code that `Period.parse` reads back as the same period."""
    year, month = divmod(first, 12)
    match kind:
        case PeriodKind.LATEST:
            return "latest"
        case PeriodKind.YEAR:
            return f"{year}"
        case PeriodKind.HALF:
            return f"{year}-H{month // 6 + 1}"
        case PeriodKind.QUARTER:
            return f"{year}-Q{month // 3 + 1}"
        case PeriodKind.MONTH:
            return f"{year}-{month + 1:02d}"
        case PeriodKind.SPAN:
            end_year, end_month = divmod(last, 12)
            if month == 0 and end_month == 11:
                return f"{year}/{end_year}"
            return f"{year}-{month + 1:02d}/{end_year}-{end_month + 1:02d}"


@lru_cache(maxsize=4096)
def _parse(code: str) -> Period:
    if code == "latest":
        return LATEST
    if "/" in code:
        return _parse_span(code)
    found = _CODE.fullmatch(code)
    if found is None:
        raise _unknown(code)
    start = int(found["year"]) * 12
    if found["month"] is not None:
        kind, number = PeriodKind.MONTH, int(found["month"])
    elif found["part"] is not None:
        kind, number = (PeriodKind.HALF if found["part"] == "H" else PeriodKind.QUARTER), int(found["number"])
    else:
        kind, number = PeriodKind.YEAR, 1
    length = _LENGTH[kind]
    if not 1 <= number <= 12 // length:
        raise _unknown(code)
    first = start + (number - 1) * length
    return Period(kind, first, first + length - 1)


def _parse_span(code: str) -> Period:
    edges = [_EDGE.fullmatch(edge) for edge in code.split("/")]
    if len(edges) != 2 or edges[0] is None or edges[1] is None:
        raise _unknown(code)
    first = int(edges[0]["year"]) * 12 + int(edges[0]["month"] or 1) - 1
    last = int(edges[1]["year"]) * 12 + int(edges[1]["month"] or 12) - 1
    months = [int(edge["month"] or 1) for edge in edges if edge is not None]
    if first > last or not all(1 <= month <= 12 for month in months):
        raise _unknown(code)
    return Period(PeriodKind.SPAN, first, last)


def _unknown(code: str) -> AtlasError:
    return AtlasError(Problem("unknown_period", {"value": code}))
