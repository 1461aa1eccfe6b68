"""The spine in words and as a picture."""

from atlas.indicators import IndicatorValue
from atlas.language import Language
from atlas.periods import PeriodKind
from atlas.views.pictures import SpineMark, SpinePicture, SpineRow
from atlas.views.selection import Selection
from atlas.views.sentence import units_in_words
from atlas.views.spine import Spine, SpineLine
from atlas.views.spread import spread_units
from atlas.views.value_text import PERCENT, figure_text, value_text
from atlas.workspace import Workspace


def spine_picture(workspace: Workspace, view: Spine, language: Language) -> SpinePicture:
    """The spine in words."""
    return SpinePicture(
        title=_title(view, language),
        rows=tuple(_row(workspace, view, line, language) for line in view.lines),
        benchmark="" if view.within is None else language.name(view.within),
        note=spine_note(workspace, view, language),
    )


def spine_note(workspace: Workspace, view: Spine, language: Language) -> str:
    """How the chart is to be read, and what the benchmark is."""
    parts = [
        language.text(
            "From the worst (left) to the best (right) in the country; where neither end is better, from the "
            "lowest to the highest. The band is the middle half."
        ),
        _reach(workspace, view, language),
    ]
    if view.within is not None:
        parts.append(
            language.text(
                "The line is the benchmark: {benchmark} as a whole.", benchmark=language.name(view.within)
            )
        )
    if _mixes_dates(view):
        parts.append(language.text("Latest figures: each has its own date."))
    return language.sentences(parts)


def _reach(workspace: Workspace, view: Spine, language: Language) -> str:
    """How many units have a figure: only among these lie worst, best and middle half."""
    every = len(spread_units(workspace, view.level))
    counts = sorted({line.spread.count for line in view.lines})
    units = units_in_words(every, view.level, language)
    if not counts or counts[0] == every:
        return language.text("All {units} have a figure.", units=units) if counts else ""
    if len(counts) == 1:
        return language.plural(
            "{count} of {expected} has a figure.",
            "{count} of {expected} have a figure.",
            counts[0],
            expected=units,
        )
    return language.text(
        "Depending on the indicator, {fewest} to {most} of {units} have a figure.",
        fewest=language.number(counts[0]),
        most=language.number(counts[-1]),
        units=units,
    )


def left_out_text(view: Spine, language: Language) -> str:
    """“Not shown: Lawyers (a count, which grows with the size of the place).”, or nothing."""
    if not view.left_out:
        return ""
    reasons = dict.fromkeys(each.reason for each in view.left_out)
    said = [
        language.text(
            "{names} ({reason})",
            names=language.join(
                language.name(each.indicator.short_name) for each in view.left_out if each.reason == reason
            ),
            reason=language.text(reason),
        )
        for reason in reasons
    ]
    return language.text("Not shown: {left_out}.", left_out=language.text("; ").join(said))


def ends_of(line: SpineLine) -> tuple[float, float]:
    """The worst and the best value; the lowest and the highest where neither is better."""
    ends = (line.spread.lowest, line.spread.highest)
    return (ends[1], ends[0]) if line.indicator.direction == "lower" else ends


def end_figures(line: SpineLine, language: Language) -> tuple[str, str]:
    """The same as figures without a unit, for rows that say it already."""
    worst, best = (_figure(line, each, language) for each in ends_of(line))
    return worst, best


def benchmark_figure(workspace: Workspace, view: Spine, line: SpineLine, language: Language) -> str:
    """The benchmark's figure without its unit; where the country stands in for the parent, its name too."""
    value = line.benchmark
    if value is None or view.within is None:
        return ""
    unit = workspace.definitions.unit_of(line.indicator)
    text = figure_text(line.indicator, unit, value, language)
    if value.division == view.within.code:
        return text
    name = language.name(workspace.divisions[value.division])
    return language.text("{place}: {value}", place=name, value=text)


def own_date(view: Spine, value: IndicatorValue | None, language: Language) -> str:
    """The date of a value, where each has its own."""
    if value is None or not _mixes_dates(view):
        return ""
    return language.period(value.period, short=True)


def dated_text(workspace: Workspace, selection: Selection, value: IndicatorValue, language: Language) -> str:
    """The value with its unit, and with its own date where dates differ: “4.52 per 10,000 (2024)”."""
    indicator = workspace.definitions.indicators[value.indicator]
    text = value_text(indicator, workspace.definitions.unit_of(indicator), value, language)
    if value.value is None or selection.period.kind is not PeriodKind.LATEST:
        return text
    return language.text("{value} ({period})", value=text, period=language.period(value.period, short=True))


def _row(workspace: Workspace, view: Spine, line: SpineLine, language: Language) -> SpineRow:
    indicator, spread = line.indicator, line.spread
    unit = workspace.definitions.unit_of(indicator)
    worst, best = ends_of(line)
    quarters = sorted(
        spread.place(each, indicator.direction) for each in (spread.quarter, spread.three_quarters)
    )
    return SpineRow(
        code=indicator.id,
        name=language.name(indicator.short_name),
        worst=language.quantity(worst, unit, indicator.decimals),
        best=language.quantity(best, unit, indicator.decimals),
        benchmark=_benchmark_place(line),
        benchmark_text=_benchmark_text(workspace, view, line, language),
        quarter=quarters[0],
        three_quarters=quarters[1],
        marks=tuple(
            SpineMark(
                code=each.division.code,
                name=language.name(each.division),
                text=dated_text(workspace, view.selection, each.value, language),
                place=each.place,
                verdict=each.verdict.value,
                label=language.name(each.division) if len(view.divisions) > 1 else "",
            )
            for each in line.vertebrae
        ),
    )


def _benchmark_place(line: SpineLine) -> float | None:
    if line.benchmark is None or line.benchmark.value is None:
        return None
    return line.spread.place(line.benchmark.value, line.indicator.direction)


def _benchmark_text(workspace: Workspace, view: Spine, line: SpineLine, language: Language) -> str:
    """The benchmark's value; where it is not that of the whole chart, its name too."""
    if line.benchmark is None or view.within is None:
        return ""
    text = dated_text(workspace, view.selection, line.benchmark, language)
    if line.benchmark.division == view.within.code:
        return text
    name = language.name(workspace.divisions[line.benchmark.division])
    return language.text("{place}: {value}", place=name, value=text)


def _title(view: Spine, language: Language) -> str:
    names = language.join(language.name(division) for division in view.divisions)
    if _mixes_dates(view):
        return language.text("{division}: between the worst and the best, latest figures", division=names)
    return language.text(
        "{division}: between the worst and the best, {period}",
        division=names,
        period=language.period(view.selection.period),
    )


def _mixes_dates(view: Spine) -> bool:
    return view.selection.period.kind is PeriodKind.LATEST


def _figure(line: SpineLine, value: float, language: Language) -> str:
    decimals = line.indicator.decimals
    is_percent = line.indicator.unit == PERCENT
    return language.percent(value, decimals) if is_percent else language.number(value, decimals)
