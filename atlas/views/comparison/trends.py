"""The compared divisions over time against the benchmark and the target, with breaks of definition."""

from atlas.definitions import Indicator
from atlas.divisions import Division
from atlas.language import Language
from atlas.periods import Period, PeriodKind
from atlas.views.comparison.figures import colour_of
from atlas.views.comparison.league import League, league_of
from atlas.views.comparison.link import Compared
from atlas.views.evaluations import values_over_time
from atlas.views.palette import SECONDARY
from atlas.views.pictures import Break, Line, LinePicture, Reference
from atlas.views.trend_picture import line_of
from atlas.views.value_text import name_with_unit
from atlas.workspace import Workspace


def compared_trends(workspace: Workspace, compared: Compared, language: Language) -> LinePicture:
    """One line for each division with a figure, the benchmark dashed."""
    league = league_of(workspace, compared, compared.selection.indicator)
    lines = [
        _line(workspace, compared, league, division, colour_of(compared, division.code), language)
        for division in compared.divisions
    ]
    if league.indicator.is_ratio:
        lines.append(_line(workspace, compared, league, league.within, SECONDARY, language, dashed=True))
    drawn = tuple(line for line in lines if line.points)
    return LinePicture(
        title=language.name(league.indicator.name),
        unit=name_with_unit(league.indicator, league.unit, language),
        lines=drawn,
        from_zero=not league.indicator.is_ratio,
        target=target_of(league, language),
        breaks=breaks_within(league.indicator, drawn, language),
    )


def kind_over_time(compared: Compared) -> PeriodKind:
    """The kind of the points in time: years where each figure has a date of its own."""
    kind = compared.selection.period.kind
    return PeriodKind.YEAR if kind is PeriodKind.LATEST else kind


def target_of(league: League, language: Language) -> Reference | None:
    """What a named source planned for, if anything."""
    target = league.indicator.target
    if target is None:
        return None
    text = language.text(
        "{value} by {date}",
        value=language.quantity(target.value, league.unit, league.indicator.decimals),
        date=language.date(target.by),
    )
    return Reference(language.text("Target"), target.value, text)


def breaks_within(indicator: Indicator, lines: tuple[Line, ...], language: Language) -> tuple[Break, ...]:
    """Changes of definition between the first and the last point shown."""
    months = [point.month for line in lines for point in line.points]
    if not months:
        return ()
    return tuple(
        Break(
            month=each.month,
            when=language.period(Period.parse(each.since), short=True),
            text=language.text("not comparable before: {what}", what=language.name(each.what)),
        )
        for each in indicator.redefined
        if min(months) < each.month <= max(months)
    )


def _line(
    workspace: Workspace,
    compared: Compared,
    league: League,
    division: Division,
    colour: str,
    language: Language,
    dashed: bool = False,
) -> Line:
    chosen = compared.selection
    values = values_over_time(
        workspace,
        chosen.dataset,
        league.indicator.id,
        division.code,
        kind_over_time(compared),
        chosen.grades,
        chosen.known,
    )
    return line_of(division, colour, values, league.indicator, league.unit, language, dashed=dashed)
