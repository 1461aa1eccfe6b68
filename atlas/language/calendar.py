"""Dates and periods in words."""

from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from babel.dates import format_date

from atlas.language.locales import locale_of
from atlas.messages import N_
from atlas.office_time import office_time
from atlas.periods import Period, PeriodKind

if TYPE_CHECKING:
    from atlas.language.language import Language

_HALVES = (N_("first half of {year}"), N_("second half of {year}"))
_QUARTERS = (
    N_("first quarter of {year}"),
    N_("second quarter of {year}"),
    N_("third quarter of {year}"),
    N_("fourth quarter of {year}"),
)
_HALVES_SHORT = (N_("H1 {year}"), N_("H2 {year}"))
_QUARTERS_SHORT = (N_("Q1 {year}"), N_("Q2 {year}"), N_("Q3 {year}"), N_("Q4 {year}"))


def write_date(language: "Language", value: date | str) -> str:
    """A day, or the month or year that a text gives ("2025-11", "2025"); another text stays as it is."""
    if isinstance(value, date):
        return format_date(value, "long", locale_of(language.code))
    parts = value.split("-")
    try:
        day = date.fromisoformat("-".join([*parts, "01", "01"][:3]))
    except ValueError:
        return value
    if len(parts) == 3:
        return write_date(language, day)
    if len(parts) == 2:
        return _month(language, day.year * 12 + day.month - 1, short=False)
    return language.text(N_("{year}"), year=day.year)


def write_moment(language: "Language", value: datetime) -> str:
    """A moment on the offices' clock, to the minute: "5 March 2026, 14:05", 2026年3月5日14:05."""
    local = office_time(value)
    return language.text(
        N_("{date}, {time}"), date=write_date(language, local.date()), time=local.strftime("%H:%M")
    )


@lru_cache(maxsize=2048)
def write_period(language: "Language", period: Period, *, short: bool = False) -> str:
    """A period in words, or in a form short enough for an axis."""
    year, month = divmod(period.first, 12)
    match period.kind:
        case PeriodKind.LATEST:
            return language.text(N_("latest figures"))
        case PeriodKind.YEAR:
            return language.text(N_("{year}"), year=year)
        case PeriodKind.HALF:
            return language.text((_HALVES_SHORT if short else _HALVES)[month // 6], year=year)
        case PeriodKind.QUARTER:
            return language.text((_QUARTERS_SHORT if short else _QUARTERS)[month // 3], year=year)
        case PeriodKind.MONTH:
            return _month(language, period.first, short=short)
        case PeriodKind.SPAN:
            return _span(language, period, short=short)


def _span(language: "Language", period: Period, *, short: bool) -> str:
    (first_year, first_month), (last_year, last_month) = divmod(period.first, 12), divmod(period.last, 12)
    if period.first == period.last:
        return _month(language, period.first, short=short)
    if first_month == 0 and last_month == 11:
        if first_year == last_year:
            return language.text(N_("{year}"), year=first_year)
        return language.text(N_("{first_year}–{last_year}"), first_year=first_year, last_year=last_year)
    if first_year == last_year:
        first, last = _month_name(language, period.first, short), _month_name(language, period.last, short)
        return language.text(N_("{first}–{last} {year}"), first=first, last=last, year=first_year)
    first, last = _month(language, period.first, short=short), _month(language, period.last, short=short)
    return language.text(N_("{first} – {last}"), first=first, last=last)


def _month(language: "Language", index: int, *, short: bool) -> str:
    name = _month_name(language, index, short)
    return language.text(N_("{month} {year}"), month=name, year=index // 12)


def _month_name(language: "Language", index: int, short: bool) -> str:
    pattern = "LLL" if short else "LLLL"
    if language.code == "zh":
        # Chinese writes 3月, and the year before it; the catalogue supplies 月.
        return str(index % 12 + 1)
    return str(format_date(date(index // 12, index % 12 + 1, 1), pattern, locale_of(language.code)))
