"""An indicator in words: definition, formula, direction, and who has figures for when."""

from dataclasses import dataclass

from atlas.datasets import Dataset
from atlas.definitions import Indicator
from atlas.divisions import Level
from atlas.language import Language
from atlas.messages import N_
from atlas.periods import Period, PeriodKind
from atlas.views.evaluations import values_of_units
from atlas.views.periods_offered import default_period
from atlas.workspace import COUNTRY, Workspace

DIRECTIONS = {
    "higher": N_("higher is better"),
    "lower": N_("lower is better"),
    "none": N_("neither high nor low is better"),
}
KINDS = {
    "stock": N_("a stock: the value at the end of the period"),
    "flow": N_("a flow: the sum over the period"),
    "rate": N_("a rate as its source states it; never summed"),
}
INTERVALS = {
    "wilson": N_("Wilson score interval"),
    "byar": N_("Byar's interval, exact below ten"),
    "none": "",
}


@dataclass(frozen=True, slots=True)
class IndicatorCard:
    """What the Indicators page says about one indicator, as (term, meaning) rows."""

    id: str
    name: str
    rows: tuple[tuple[str, str], ...]


def indicator_card(
    workspace: Workspace, indicator: Indicator, dataset: Dataset, language: Language
) -> IndicatorCard:
    """Describe an indicator and the figures that a dataset has for it."""
    definitions = workspace.definitions
    kinds = [definitions.measures[name].kind for name in indicator.measures if name in definitions.measures]
    target = indicator.target
    rows = (
        (language.text("Definition"), language.name(indicator.definition)),
        (language.text("Formula"), formula(workspace, indicator, language)),
        (language.text("Unit"), language.name(definitions.unit_of(indicator))),
        (language.text("Kind"), language.text(KINDS[kinds[0]]) if kinds else ""),
        (language.text("Direction"), language.text(DIRECTIONS[indicator.direction])),
        (language.text("Interval"), language.text(INTERVALS[indicator.interval])),
        (
            language.text("Target"),
            language.text(
                "{value} by {date} ({source})",
                value=language.quantity(target.value, definitions.unit_of(indicator), indicator.decimals),
                date=language.date(target.by),
                source=language.name(target.source),
            )
            if target
            else "",
        ),
        (language.text("Withheld"), withheld_text(workspace, indicator, language)),
        (language.text("Beware"), language.name(indicator.traps) if indicator.traps else ""),
        (language.text("Not comparable before"), _redefined(indicator, language)),
        (language.text("Figures for"), coverage(workspace, indicator, dataset, language)),
        (language.text("Version of the definition"), language.number(indicator.version)),
    )
    return IndicatorCard(indicator.id, language.name(indicator.name), rows)


def _redefined(indicator: Indicator, language: Language) -> str:
    return language.sentences(
        language.text(
            "{period}: {what}",
            period=language.period(Period.parse(each.since)),
            what=language.name(each.what),
        )
        for each in indicator.redefined
    )


def withheld_text(workspace: Workspace, indicator: Indicator, language: Language) -> str:
    """Which numbers are not shown, "" where all are."""
    measures = workspace.definitions.measures
    counted = () if indicator.coverage else (indicator.numerator, indicator.denominator)
    limits = [measures[name].suppress_below or 0 for name in counted if name]
    most = max(limits, default=0) - 1
    if most < 1:
        return ""
    return language.text(
        "numbers from 1 to {most}, others that would give them back, and all parts of a year that has a part "
        "so small",
        most=language.number(most),
    )


def formula(workspace: Workspace, indicator: Indicator, language: Language) -> str:
    """“lawyers ÷ population × 10,000”."""
    measures = workspace.definitions.measures
    if indicator.coverage and indicator.numerator:
        return language.text(
            "units with at least one of: {numerator} ÷ units that have reported × 100",
            numerator=language.name(measures[indicator.numerator]),
        )
    if indicator.numerator is None:
        return language.text("as stated by sources")
    numerator = language.name(measures[indicator.numerator])
    if indicator.denominator is None:
        return numerator
    quotient = language.text(
        "{numerator} ÷ {denominator}",
        numerator=numerator,
        denominator=language.name(measures[indicator.denominator]),
    )
    if indicator.factor == 1:
        return quotient
    return language.text("{quotient} × {factor}", quotient=quotient, factor=language.number(indicator.factor))


def coverage(workspace: Workspace, indicator: Indicator, dataset: Dataset, language: Language) -> str:
    """Which provinces have a value where the map opens on the indicator, and for which periods there are any.

    A denominator alone makes no value: the periods are those of the numerator and of the stated rate.
    """
    period = default_period(workspace, dataset, indicator)
    values = values_of_units(workspace, dataset, indicator.id, COUNTRY, Level.PROVINCE, period, None)
    provinces = [workspace.divisions[each.division] for each in values if each.value is not None]
    measures = [name for name in (indicator.numerator, indicator.stated) if name is not None]
    found = workspace.store(dataset).provinces(measures)
    if not provinces or not len(found):
        return language.text("no province yet")
    names = language.join(map(language.name, provinces)) if len(provinces) < 31 else ""
    span = Period(PeriodKind.SPAN, int(found.first_month.min()), int(found.last_month.max()))
    counted = language.plural("{count} province", "{count} provinces", len(provinces))
    sentence = language.text("{provinces}, {period}", provinces=counted, period=language.period(span))
    return language.text("{sentence}: {names}", sentence=sentence, names=names) if names else sentence
