"""What a view is called: indicator, division and period on one line."""

from atlas.definitions import Indicator
from atlas.divisions import Division
from atlas.language import Language
from atlas.periods import Period, PeriodKind


def title_of(indicator: Indicator, division: Division, period: Period, language: Language) -> str:
    """“Lawyers per 10,000 people, Guizhou, 2024”."""
    names = {"indicator": language.name(indicator.name), "division": language.name(division)}
    if period.kind is PeriodKind.LATEST:
        return language.text("{indicator}, {division}, latest figures", **names)
    return language.text("{indicator}, {division}, {period}", **names, period=language.period(period))
