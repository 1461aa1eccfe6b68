"""The way to a target in words and as a picture."""

from collections.abc import Sequence

from atlas.definitions import Indicator, Unit
from atlas.indicators.pathway import Pathway, Progress
from atlas.language import Language
from atlas.periods import PeriodKind
from atlas.views.evaluations import values_over_time
from atlas.views.palette import ACCENT
from atlas.views.pictures import LinePicture, Reference
from atlas.views.profile.targets import TargetEntry
from atlas.views.profile.view import ProfileView
from atlas.views.titles import title_of
from atlas.views.trend_picture import line_of
from atlas.views.value_text import PERCENT, name_with_unit, value_text
from atlas.workspace import Workspace

PACE_DECIMALS = 2


def target_text(entry: TargetEntry, language: Language) -> str:
    """“100 % by 31 December 2018”."""
    unit, target = entry.entry.unit, entry.target
    return language.text(
        "{value} by {date}",
        value=language.stated(target.value, unit),
        date=language.date(target.by),
    )


def progress_text(progress: Progress, language: Language) -> str:
    """“reached”, “on pace”, “behind” …"""
    match progress:
        case Progress.REACHED:
            return language.text("reached")
        case Progress.ON_PACE:
            return language.text("on pace")
        case Progress.BEHIND:
            return language.text("behind")
        case Progress.OVERDUE:
            return language.text("past its date")
        case Progress.UNTOLD:
            return language.text("not known since")
        case Progress.UNKNOWN:
            return language.text("pace not known")


def pathway_text(entry: TargetEntry, language: Language) -> str:
    """One or two sentences: where it stands, what is needed a month, and what was reached."""
    way = entry.pathway
    if way is None:
        return language.text("There is no figure to hold against the target.")
    return language.sentences((_state(entry, way, language), _pace(entry, way, language)))


def no_pathway_text(entries: Sequence[TargetEntry], language: Language) -> str:
    """“No figure to hold against a target: County centre coverage (100 % by …).”, or nothing."""
    if not entries:
        return ""
    names = language.text("; ").join(
        language.text(
            "{name} ({reason})",
            name=language.name(each.entry.indicator.name),
            reason=target_text(each, language),
        )
        for each in entries
    )
    return language.text("No figure to hold against its target: {names}.", names=names)


def pathway_picture(
    workspace: Workspace, view: ProfileView, entry: TargetEntry, language: Language
) -> LinePicture:
    """The values over time against the target."""
    indicator, unit, chosen = entry.entry.indicator, entry.entry.unit, view.selection
    wanted = chosen.period.kind
    kind = PeriodKind.YEAR if wanted is PeriodKind.LATEST else wanted
    values = values_over_time(
        workspace, chosen.dataset, indicator.id, view.division.code, kind, chosen.grades, chosen.known
    )
    return LinePicture(
        title=title_of(indicator, view.division, chosen.period, language),
        unit=name_with_unit(indicator, unit, language),
        lines=(line_of(view.division, ACCENT, values, indicator, unit, language),),
        from_zero=False,
        target=Reference(language.text("Target"), entry.target.value, target_text(entry, language)),
    )


def _state(entry: TargetEntry, way: Pathway, language: Language) -> str:
    indicator, unit = entry.entry.indicator, entry.entry.unit
    fields = {
        "value": value_text(indicator, unit, way.now, language),
        "period": language.period(way.now.period),
        "date": language.date(way.target.by),
        "short": amount(indicator, unit, way.left, _decimals(indicator), language),
    }
    if way.progress is Progress.REACHED:
        return language.text("Reached: {value} in {period}.", **fields)
    if way.progress is Progress.UNTOLD:
        return language.text(
            "The date, {date}, is past. The last figure known is older: {value} in {period}, {short} short.",
            **fields,
        )
    if way.progress is Progress.OVERDUE:
        return language.text(
            "The date, {date}, is past, and the target is not reached: {value} in {period}, {short} short.",
            **fields,
        )
    return language.plural(
        "{value} in {period}: {short} short, with {count} month left.",
        "{value} in {period}: {short} short, with {count} months left.",
        way.months,
        **fields,
    )


def _pace(entry: TargetEntry, way: Pathway, language: Language) -> str:
    indicator, unit = entry.entry.indicator, entry.entry.unit

    def monthly(gain: float) -> str:
        return amount(indicator, unit, gain, _decimals(indicator), language, signed=True)

    if way.progress is Progress.OVERDUE and way.pace is not None:
        return language.text("In the last twelve months it moved by {pace} a month.", pace=monthly(way.pace))
    if way.needed is None:
        return ""
    needed = monthly(way.needed)
    reached = language.number(way.pace or 0.0, _decimals(indicator))
    match way.progress:
        case Progress.UNKNOWN:
            return language.text(
                "Needs {needed} a month; no figure twelve months earlier says at what pace it goes.",
                needed=needed,
            )
        case Progress.BEHIND:
            return language.text(
                "Behind: needs {needed} a month, reached {pace}.",
                needed=needed,
                pace=reached,
            )
        case _:
            return language.text(
                "On pace: needs {needed} a month, reached {pace}.",
                needed=needed,
                pace=reached,
            )


def amount(
    indicator: Indicator,
    unit: Unit,
    difference: float,
    decimals: int,
    language: Language,
    signed: bool = False,
) -> str:
    """A difference with its unit; that of percent is another one: “0.42 percentage points”, “−3 centres”."""
    number = language.number(difference if signed else abs(difference), decimals)
    if indicator.unit == PERCENT:
        return language.text("{change} percentage points", change=number)
    if signed and difference < 0:
        return language.quantity(difference, unit, decimals)
    return language.quantity(abs(difference), unit, decimals)


def _decimals(indicator: Indicator) -> int:
    """A gain is small beside its value: at least two decimals show it."""
    return max(indicator.decimals, PACE_DECIMALS)
