"""A standing in words: its interval, its place, and the colour by which it is known."""

from collections.abc import Sequence

from atlas.definitions import Indicator
from atlas.language import Language
from atlas.periods import PeriodKind
from atlas.statistics.intervals import Interval
from atlas.statistics.rank_intervals import RankInterval
from atlas.views.comparison.league import Standing
from atlas.views.comparison.link import Compared
from atlas.views.palette import IDENTITIES
from atlas.views.value_text import PERCENT


def colour_of(compared: Compared, code: str) -> str:
    """The colour by which a compared division is known on every picture."""
    return IDENTITIES[compared.codes.index(code) % len(IDENTITIES)]


def mixes_dates(compared: Compared) -> bool:
    """Whether each figure has a date of its own, which must then be said."""
    return compared.selection.period.kind is PeriodKind.LATEST


def dates_differ(compared: Compared, valued: Sequence[Standing], language: Language) -> str:
    """A warning that these figures, which are ranked together, are of different dates; else nothing."""
    periods = sorted({each.value.period for each in valued}, key=lambda period: (period.last, period.first))
    if not mixes_dates(compared) or len({period.last for period in periods}) < 2:
        return ""
    return language.text(
        "The figures are of different dates, {first} to {last}: read the dates first.",
        first=language.period(periods[0]),
        last=language.period(periods[-1]),
    )


def interval_text(indicator: Indicator, interval: Interval | None, language: Language) -> str:
    """“97.1 to 98.4 %”; empty without an interval."""
    if interval is None:
        return ""
    low = language.number(interval.lower, indicator.decimals)
    high = language.number(interval.upper, indicator.decimals)
    if indicator.unit == PERCENT:
        return language.text("{low} to {high} %", low=low, high=high)
    return language.text("{low} to {high}", low=low, high=high)


def place_text(rank: RankInterval | None, language: Language) -> str:
    """“5th (5th–11th)”: the place, and the places between which it lies where it is uncertain."""
    if rank is None:
        return ""
    place = language.place(rank.place)
    if rank.lower is None or rank.upper is None or rank.lower == rank.upper:
        return place
    return language.text("{place} ({between})", place=place, between=language.place(rank.lower, rank.upper))


def short_place(standing: Standing) -> str:
    """The same for tight places: “5”, “5–11”."""
    rank = standing.rank
    if rank is None:
        return ""
    if rank.lower is None or rank.upper is None or rank.lower == rank.upper:
        return str(rank.place)
    return f"{rank.lower}–{rank.upper}"
