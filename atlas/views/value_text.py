"""A value in words: the figure, and the answers to “says who, for when, out of what?”."""

from collections.abc import Sequence

from atlas.definitions import Indicator, Unit
from atlas.indicators import Basis, IndicatorValue, State
from atlas.ingest.vocabulary import GRADES
from atlas.language import Language
from atlas.messages import N_
from atlas.store import Source
from atlas.views.map_view import DrawnUnit
from atlas.views.publishers import TRANSLATED_PUBLISHERS
from atlas.workspace import Workspace

GRADE_NAMES = {
    "founding": N_("founding list of the atlas"),
    "official": N_("government site"),
    "press": N_("press"),
    "repost": N_("repost of the named publisher"),
    "summary": N_("machine summary of the named publisher"),
}


PERCENT = "percent"
STATED_DECIMALS = 2


def figure_text(indicator: Indicator, unit: Unit, value: IndicatorValue, language: Language) -> str:
    """The value without its unit, for places that show the unit once: “3.78”, “98.2 %”, “about 830,000”."""
    if value.value is None:
        return language.missing(value.state)
    if indicator.unit == PERCENT:
        return value_text(indicator, unit, value, language)
    if value.qualifier != "exact":
        decimals = STATED_DECIMALS if value.basis is Basis.STATED else indicator.decimals
        return language.stated_figure(round(value.value, decimals), value.qualifier)
    return language.number(value.value, indicator.decimals)


def value_text(indicator: Indicator, unit: Unit, value: IndicatorValue, language: Language) -> str:
    """“over 16,000 offices”, “3.78 per 10,000”, or the kind of missing value.

    A rate that a source states is written as it is stated, to two decimals: 99.98 % is not 99.9 %.
    """
    if value.value is None:
        return language.missing(value.state)
    if value.basis is Basis.STATED:
        return language.stated(round(value.value, STATED_DECIMALS), unit, value.qualifier)
    if value.qualifier != "exact":
        return language.stated(round(value.value, indicator.decimals), unit, value.qualifier)
    return language.quantity(value.value, unit, indicator.decimals)


def name_with_unit(indicator: Indicator, unit: Unit, language: Language) -> str:
    """“Lawyers (people)”, 律师（人）; an English name that ends in its unit (“Legal aid cases”) stays so."""
    name, label = language.name(indicator.short_name), language.name(unit)
    if not label or name.endswith(f" {label}"):
        return name
    return language.text("{indicator} ({unit})", indicator=name, unit=label)


def change_text(indicator: Indicator, unit: Unit, drawn: DrawnUnit, language: Language) -> str:
    """“up 28 cases on a year earlier”, “down 0.5 percentage points …”; empty without both values.

    Across a change of definition it says why the two are not compared.
    """
    if drawn.change is None:
        return _not_comparable(indicator, drawn.value, language)
    change = language.number(abs(drawn.change), indicator.decimals)
    if change == language.number(0, indicator.decimals):
        return language.text("unchanged on a year earlier")
    if indicator.unit == PERCENT:
        amount = language.text("{change} percentage points", change=change)
    else:
        amount = language.quantity(abs(drawn.change), unit, indicator.decimals)
    if drawn.change > 0:
        return language.text("up {change} on a year earlier", change=amount)
    return language.text("down {change} on a year earlier", change=amount)


def _not_comparable(indicator: Indicator, value: IndicatorValue, language: Language) -> str:
    between = indicator.redefined_between(value.period.year_before(), value.period)
    if value.value is None or not between:
        return ""
    what = language.sentences(language.name(each.what) for each in between)
    return language.text("not comparable with a year earlier: {what}", what=what)


def explanation(
    workspace: Workspace,
    indicator: Indicator,
    drawn: DrawnUnit,
    sources: Sequence[Source],
    language: Language,
    bounds: str = "",
) -> tuple[str, ...]:
    """Lines under a value: its date, parts, rank, change, completeness, disagreements and sources.

    `bounds` says how far an incomplete value could still move.
    """
    value = drawn.value
    if value.value is None:
        return _why_missing(value, language)
    lines = (
        language.period(value.period),
        _parts(workspace, indicator, value, language),
        _beside(workspace, indicator, value, language),
        language.text(
            "place {rank} of {count}",
            rank=language.number(drawn.rank.place),
            count=language.number(drawn.rank.of),
        )
        if drawn.rank and drawn.rank.of > 1
        else "",
        change_text(indicator, workspace.definitions.unit_of(indicator), drawn, language),
        completeness(value, language),
        bounds,
        _alternatives(value, language),
        *(source_text(source, language) for source in sources[:3]),
    )
    return tuple(line for line in lines if line)


def source_text(source: Source, language: Language) -> str:
    """“Liaoning Daily, 17 November 2025 (press)”."""
    words = [word for word in (_publisher(source, language), language.date(source.date)) if word]
    grade = GRADE_NAMES.get(source.grade)
    text = language.text(", ").join(words)
    return language.text("{source} ({grade})", source=text, grade=language.text(grade)) if grade else text


def grade_choice(grade: str, language: Language) -> str:
    """What a selector calls the choice of `grade` as the weakest that is admitted."""
    if grade == GRADES[-1]:
        return language.text("all sources")
    name = language.text(GRADE_NAMES[grade])
    if grade == GRADES[0]:
        return language.text("only: {grade}", grade=name)
    return language.text("{grade} or better", grade=name)


def _publisher(source: Source, language: Language) -> str:
    name = source.publisher or source.file_name
    return language.text(name) if name in TRANSLATED_PUBLISHERS else name


def _why_missing(value: IndicatorValue, language: Language) -> tuple[str, ...]:
    if value.state is State.OUTSIDE:
        return (language.text("Hong Kong, Macao and Taiwan do not report to this atlas."),)
    if value.state is State.NOT_APPLICABLE:
        return (language.text("The denominator is zero, or the question does not arise here."),)
    if value.state is State.SUPPRESSED:
        return (
            language.text(
                "The number is so small that it could identify people, or it would give such a number away; "
                "so it is not shown."
            ),
        )
    if value.children_reported:
        return (
            language.text(
                "Only {reported} of {expected} units have reported: too few to stand for the whole.",
                reported=language.number(value.children_reported),
                expected=language.number(value.children_expected),
            ),
        )
    if value.numerator is not None:
        return (language.text("The sources contradict one another: the part is larger than the whole."),)
    return ()


def _parts(workspace: Workspace, indicator: Indicator, value: IndicatorValue, language: Language) -> str:
    if indicator.denominator is None or value.numerator is None or value.denominator is None:
        return ""
    measures = workspace.definitions.measures
    over = language.text(
        "{numerator_name} {numerator} ÷ {denominator_name} {denominator}",
        numerator=language.number(value.numerator, 0),
        numerator_name=language.name(measures[indicator.numerator].name) if indicator.numerator else "",
        denominator=language.number(value.denominator, 0),
        denominator_name=language.name(measures[indicator.denominator].name),
    )
    if value.denominator_period is None or value.denominator_period == value.period:
        return over
    return language.text("{parts} ({period})", parts=over, period=language.period(value.denominator_period))


def _beside(workspace: Workspace, indicator: Indicator, value: IndicatorValue, language: Language) -> str:
    if value.computed is None:
        return ""
    other = language.quantity(value.computed, workspace.definitions.unit_of(indicator), indicator.decimals)
    if value.basis is Basis.STATED:
        return language.text("stated by the source; its parts give {value}", value=other)
    return language.text("stated by the division itself; its units add up to {value}", value=other)


def completeness(value: IndicatorValue, language: Language) -> str:
    """“9 of 11 units have reported, 10 of 12 months”; empty for a whole report.

    Where every unit has reported, but not all that is below the units, it says how much of it has. Of a
    quotient with only one side summed up, whole reports are not spoken of: units below have no value of it.
    """
    parts = []
    lacks_unit = value.children_reported < value.children_expected
    summed = value.basis is not Basis.REPORTED and (lacks_unit or value.basis is not Basis.MIXED)
    if value.children_expected and summed:
        parts.append(_children(value, language))
    if value.months_expected > 1 and value.months_reported < value.months_expected:
        parts.append(
            language.text(
                "{reported} of {expected} months",
                reported=language.number(value.months_reported),
                expected=language.number(value.months_expected),
            )
        )
    if value.value is not None and not value.complete and _all_here(value):
        share = language.percent(100 * value.share, 0)
        parts.append(language.text("{share} of all figures below", share=share))
    return language.text(", ").join(parts)


def _all_here(value: IndicatorValue) -> bool:
    children, months = value.children_expected, value.months_expected
    return 0 < children == value.children_reported and months == value.months_reported and value.share < 1


def _children(value: IndicatorValue, language: Language) -> str:
    reported, expected = language.number(value.children_reported), language.number(value.children_expected)
    if 1 < value.children_reported == value.children_expected:
        return language.text("all {count} units have reported", count=expected)
    return language.text("{reported} of {expected} units have reported", reported=reported, expected=expected)


def _alternatives(value: IndicatorValue, language: Language) -> str:
    if not value.alternatives:
        return ""
    return language.plural(
        "{count} other figure on the same thing disagrees",
        "{count} other figures on the same thing disagree",
        value.alternatives,
    )
