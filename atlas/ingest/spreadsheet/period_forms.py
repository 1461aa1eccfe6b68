"""The forms in which people write one period."""

import datetime as dt
import re
from collections.abc import Callable

from atlas.ingest.spreadsheet.cell_characters import plain
from atlas.periods import Period, PeriodKind, period_code

# What a spreadsheet counts days from, and the serial numbers that can be meant: 2000 to 2099.
_DAY_ZERO = dt.date(1899, 12, 30)
_SERIALS = range(36526, 73051)
_EARLIEST, _LATEST = 1900, 2199

# People type the zero of 二〇二五 in all of these ways.
_ZEROS = "〇○◯零0oо"
_CHINESE_DIGITS = str.maketrans(f"{_ZEROS}一二三四五六七八九", f"{'0' * len(_ZEROS)}123456789")
# fmt: off
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)
# fmt: on
_SEASONS = {**{str(n): n for n in range(1, 5)}, "一": 1, "二": 2, "三": 3, "四": 4}

_YEAR = r"(?P<year>[12][0-9]{3})"
_MONTH = r"(?P<month>[01]?[0-9])"
_NAME = rf"(?P<name>{'|'.join((*_FULL_NAMES, 'sept', *_MONTH_NAMES))})\.?"
_YEAR_WORD = r"(?:年度?)?"
_TO = r" ?(?:[-–—~～/至到]|--|to) ?"
_TAIL = r" ?(?:累计|合计|止|末|底|期末|数据)?"
_MONTH_TAIL = r" ?(?:(?P<to_date>累计)|合计|止|末|底|期末|数据)?"


Groups = dict[str, str | None]
Meaning = Callable[[Groups, int | None], Period | None]


def _year_of(groups: Groups, given: int | None) -> int | None:
    written = groups.get("year")
    if written is None and groups.get("short"):
        return 2000 + int(groups["short"] or 0)
    number = given if written is None else int(written)
    return number if number is not None and _EARLIEST <= number <= _LATEST else None


def _run(kind: PeriodKind, length: int, number: int, year: int | None) -> Period | None:
    if year is None or not 1 <= number <= 12 // length:
        return None
    first = year * 12 + (number - 1) * length
    return Period.parse(period_code(kind, first, first + length - 1))


def _month(groups: Groups, given: int | None) -> Period | None:
    year = _year_of(groups, given)
    number = int(groups["month"] or 0)
    if year is not None and groups.get("day"):
        try:
            dt.date(year, number, int(groups["day"] or 0))
        except ValueError:
            return None
    month = _run(PeriodKind.MONTH, 1, number, year)
    return to_date(month) if month is not None and groups.get("to_date") else month


def _named(groups: Groups, given: int | None) -> Period | None:
    name = groups["name"] or ""
    return _run(PeriodKind.MONTH, 1, _MONTH_NAMES.index(name[:3]) + 1, _year_of(groups, given))


def _whole(groups: Groups, given: int | None) -> Period | None:
    return _run(PeriodKind.YEAR, 12, 1, _year_of(groups, given))


def _quarter(groups: Groups, given: int | None) -> Period | None:
    return _run(PeriodKind.QUARTER, 3, _SEASONS[groups["number"] or ""], _year_of(groups, given))


def _half(groups: Groups, given: int | None) -> Period | None:
    number = {"上": 1, "下": 2, "1": 1, "2": 2, "一": 1, "二": 2}[groups["number"] or ""]
    return _run(PeriodKind.HALF, 6, number, _year_of(groups, given))


def _first_three_quarters(groups: Groups, given: int | None) -> Period | None:
    year = _year_of(groups, given)
    return None if year is None else Period(PeriodKind.SPAN, year * 12, year * 12 + 8)


def _span(groups: Groups, given: int | None) -> Period | None:
    year = _year_of(groups, given)
    if year is None:
        return None
    end_year = int(groups.get("end_year") or year)
    first, last = int(groups.get("month") or 1), int(groups.get("end") or 12)
    if not (1 <= first <= 12 and 1 <= last <= 12) or not _EARLIEST <= end_year <= _LATEST:
        return None
    start, end = year * 12 + first - 1, end_year * 12 + last - 1
    if start == end:
        return Period.of_index(start)
    return Period(PeriodKind.SPAN, start, end) if start < end else None


def _serial(groups: Groups, _given: int | None) -> Period | None:
    serial = int(groups["serial"] or 0)
    if serial not in _SERIALS:
        return None
    day = _DAY_ZERO + dt.timedelta(days=serial)
    return Period.of_month(day.year, day.month)


def _form(pattern: str, meaning: Meaning) -> tuple[re.Pattern[str], Meaning]:
    return re.compile(pattern), meaning


_DAY = r"(?P<day>[0-3]?[0-9])"
_TIME = r"(?:[ t][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.0+)?)?)?"
_END = r"(?:(?P<end_year>[12][0-9]{3})[-/.年])?(?P<end>[01]?[0-9])"

_FORMS = (
    _form(rf"{_YEAR}[-/.]{_MONTH}", _month),
    _form(rf"{_YEAR}(?P<sep>[-/.]){_MONTH}(?P=sep){_DAY}{_TIME}", _month),
    _form(r"(?P<year>[12][0-9]{3})(?P<month>[01][0-9])", _month),
    _form(r"(?P<year>[12][0-9]{3})(?P<month>[01][0-9])(?P<day>[0-3][0-9])", _month),
    _form(rf"(?:{_YEAR}年|(?P<short>[0-9]{{2}})年)?{_MONTH}月份?(?:{_DAY}[日号]?)?{_MONTH_TAIL}", _month),
    _form(rf"{_MONTH}/{_YEAR}", _month),
    _form(rf"{_NAME}[ -]?,? ?{_YEAR}", _named),
    _form(rf"{_YEAR}[ -]{_NAME}", _named),
    # What Excel makes of a month that somebody types (“Mar-25”); of a day it makes “25-Mar”.
    _form(rf"{_NAME}-(?P<short>[0-9]{{2}})", _named),
    _form(rf"{_YEAR}(?:年度?)?(?:全年)?{_TAIL}", _whole),
    _form(rf"(?:{_YEAR}{_YEAR_WORD})?[- ]?(?P<number>[上下])半年(?:度)?{_TAIL}", _half),
    _form(rf"{_YEAR}{_YEAR_WORD}[- ]?h(?P<number>[12])", _half),
    _form(rf"h(?P<number>[12]) ?{_YEAR}", _half),
    _form(rf"(?:{_YEAR}{_YEAR_WORD})?[- ]?第?(?P<number>[1-4一二三四])季度?{_TAIL}", _quarter),
    _form(rf"{_YEAR}{_YEAR_WORD}[- ]?q(?P<number>[1-4])", _quarter),
    _form(rf"q(?P<number>[1-4]) ?{_YEAR}", _quarter),
    _form(rf"(?:{_YEAR}{_YEAR_WORD})?前三季度?{_TAIL}", _first_three_quarters),
    _form(rf"(?:{_YEAR}{_YEAR_WORD})?{_MONTH}月?(?:份)?{_TO}(?P<end>[01]?[0-9])月(?:份)?{_TAIL}", _span),
    _form(rf"{_YEAR}[-/.年]{_MONTH}月?(?:份)?{_TO}{_END}月?(?:份)?{_TAIL}", _span),
    _form(rf"{_YEAR}年?{_TO}(?P<end_year>[12][0-9]{{3}})年?", _span),
    _form(r"(?P<serial>[0-9]{5})(?:\.[0-9]+)?", _serial),
)
_DIGIT = f"[0-9{_ZEROS}一二三四五六七八九]"
_MONTHS = r"(?:[01]?[0-9]月?份? ?[-–—~至到]{1,2} ?)?[01]?[0-9]月份?|十[一二]?月份?|[一二三四五六七八九]月份?"
_PARTS = rf"{_MONTHS}|[上下]半年|第?[1-4一二三四] ?季度?|前三季度?"
_MENTION = re.compile(
    rf"[12二一]{_DIGIT}{{3}} ?年度?(?: ?(?:{_PARTS}))?(?:累计)?"
    r"|(?<![0-9])[12][0-9]{3}[-/.][01]?[0-9](?![0-9])"
    r"|(?<![0-9])20[0-9]{2}[01][0-9](?![0-9])"
    r"|(?<![0-9])[12][0-9]{3}[- ]?[QH][1-4]",
    re.IGNORECASE,
)


def read_period(text: str, year: int | None = None) -> Period | None:
    """The period that one cell states, or None: 2025-03, 2025年3月, 202503, 45717, 2025年上半年, 2025Q1, ….

    A day stands for its month. Several months (“1-3月累计”) are a span, as is a month to date (“3月累计”).

    >>> str(read_period("２０２５年３月"))
    '2025-03'
    """
    if len(text) > 60:
        return None
    cleaned = re.sub(r"\s+", " ", plain(text)).lower()
    cleaned = re.sub(
        rf"[二一][{_ZEROS}一二三四五六七八九]{{3}}(?=年)", lambda m: m[0].translate(_CHINESE_DIGITS), cleaned
    )
    cleaned = re.sub(
        r"(?<=年)(?:十[一二]?|[一二三四五六七八九])(?=月)", lambda m: _chinese_month(m[0]), cleaned
    )
    cleaned = re.sub(r" ?([年月日号]) ?", r"\1", cleaned)
    for pattern, meaning in _FORMS:
        found = pattern.fullmatch(cleaned)
        if found is not None:
            return meaning(found.groupdict(), year)
    return None


def period_within(text: str) -> Period | None:
    """The only period that a title or a file name mentions (“2025年3月法律援助情况表”), or None."""
    cleaned = plain(text)
    found = {
        str(period): period
        for mention in _MENTION.finditer(cleaned)
        if (period := read_period(mention[0])) is not None
    }
    return next(iter(found.values())) if len(found) == 1 else None


def to_date(period: Period) -> Period:
    """From January to the end of a period, as cumulative figures state it; a whole year is that year."""
    first = period.last // 12 * 12
    if period.last - first == 11:
        return Period.of_year(period.year)
    if period.kind is PeriodKind.MONTH and period.last == first:
        return period
    return Period(PeriodKind.SPAN, first, period.last)


def _chinese_month(text: str) -> str:
    return str(10 * text.startswith("十") + int(text.removeprefix("十").translate(_CHINESE_DIGITS) or 0))
