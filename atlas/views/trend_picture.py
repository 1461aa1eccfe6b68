"""The values of divisions over time as a picture."""

from collections.abc import Iterable, Sequence

from atlas.definitions import Indicator, Unit
from atlas.divisions import Division
from atlas.indicators import IndicatorValue
from atlas.language import Language
from atlas.views.pictures import Line, LinePicture, Point
from atlas.views.value_text import name_with_unit, value_text


def trend_picture(
    title: str,
    lines: Iterable[tuple[Division, str, Sequence[IndicatorValue]]],
    indicator: Indicator,
    unit: Unit,
    language: Language,
) -> LinePicture:
    """One line for each (division, colour, values); a period without a value has no point.

    The axis of a count shows zero, that of a rate need not.
    """
    return LinePicture(
        title=title,
        unit=name_with_unit(indicator, unit, language),
        lines=tuple(
            line_of(division, colour, values, indicator, unit, language) for division, colour, values in lines
        ),
        from_zero=indicator.denominator is None,
    )


def line_of(
    division: Division,
    colour: str,
    values: Sequence[IndicatorValue],
    indicator: Indicator,
    unit: Unit,
    language: Language,
    *,
    dashed: bool = False,
) -> Line:
    """One division over time; a period without a value has no point."""
    points = tuple(
        Point(
            month=value.period.last,
            when=language.period(value.period, short=True),
            value=value.value,
            text=value_text(indicator, unit, value, language),
        )
        for value in values
        if value.value is not None
    )
    return Line(division.code, language.name(division), colour, points, dashed)
