"""Ranked bars on one scale, with intervals, the benchmark and a verdict: the compared ones, or the league."""

from collections.abc import Sequence
from dataclasses import replace

from atlas.indicators import IndicatorValue, of_one_time
from atlas.language import Language
from atlas.views.bar_ends import ENDS, LONGEST
from atlas.views.comparison.figures import colour_of, dates_differ, short_place
from atlas.views.comparison.league import League, Standing, league_of, standings_of
from atlas.views.comparison.link import Compared
from atlas.views.method_names import METHOD_NAMES
from atlas.views.palette import SEQUENTIAL
from atlas.views.pictures import Bar, BarPicture, Reference
from atlas.views.spine import is_rate
from atlas.views.spine_words import dated_text
from atlas.views.value_text import name_with_unit
from atlas.views.verdict_words import verdict_text
from atlas.workspace import Workspace

CLOSE = 0.7
"""Where the lowest value is at least so much of the highest, a closer scale shows what bars would hide."""
REST = SEQUENTIAL[5][1]
"""The colour of the units that are not among the compared ones."""


def compared_bars(workspace: Workspace, compared: Compared, language: Language) -> BarPicture:
    """The compared divisions that have a value, from the highest down."""
    league = league_of(workspace, compared, compared.selection.indicator)
    standings = [
        each
        for each in standings_of(workspace, compared, league.indicator.id)
        if each.value.value is not None
    ]
    standings.sort(key=lambda each: -(each.value.value or 0.0))
    picture = _picture(workspace, compared, league, standings, language)
    return replace(picture, bars=tuple(replace(bar, marked=False) for bar in picture.bars))


def league_bars(workspace: Workspace, compared: Compared, language: Language) -> BarPicture:
    """All units among which the compared ones have a place, these marked.

    Of more than can be read, the two ends are left and whoever is compared.
    """
    league = league_of(workspace, compared, compared.selection.indicator)
    if len(league.ranked) <= LONGEST:
        return _picture(workspace, compared, league, list(league.ranked), language)
    last = len(league.ranked) - ENDS
    kept = [
        each
        for at, each in enumerate(league.ranked)
        if not ENDS <= at < last or each.division.code in compared.codes
    ]
    note = language.text(
        "The {count} highest, the {count} lowest and those compared, of {all}.",
        count=ENDS,
        all=language.number(len(league.ranked)),
    )
    picture = _picture(workspace, compared, league, kept, language)
    return replace(picture, note=language.sentences((note, picture.note)))


def benchmark_reference(
    workspace: Workspace,
    compared: Compared,
    league: League,
    standings: Sequence[Standing],
    language: Language,
) -> Reference | None:
    """The value that these are held against; None where there is none of the time of any of them."""
    found: IndicatorValue | None = league.benchmark
    if found is None or found.value is None or not any(of_one_time(each.value, found) for each in standings):
        return None
    return Reference(
        language.name(workspace.divisions[found.division]),
        found.value,
        dated_text(workspace, compared.selection, found, language),
    )


def _picture(
    workspace: Workspace, compared: Compared, league: League, standings: list[Standing], language: Language
) -> BarPicture:
    benchmark = benchmark_reference(workspace, compared, league, standings, language)
    methods = {each.interval.method for each in standings if each.interval is not None}
    close = is_rate(workspace, league.indicator) and _lie_close(league, standings)
    return BarPicture(
        title=language.name(league.indicator.name),
        unit=name_with_unit(league.indicator, league.unit, language),
        bars=tuple(_bar(workspace, compared, each, language) for each in standings),
        references=(benchmark,) if benchmark else (),
        interval=language.text("; ").join(language.text(METHOD_NAMES[method]) for method in sorted(methods)),
        note=language.sentences(
            (
                dates_differ(compared, standings, language),
                language.text("The scale does not begin at zero.") if close else "",
            )
        ),
        from_zero=not close,
    )


def _lie_close(league: League, standings: list[Standing]) -> bool:
    """Whether on bars from zero the differences would hardly be seen."""
    values = [each.value.value or 0.0 for each in standings]
    if league.benchmark is not None and league.benchmark.value is not None:
        values.append(league.benchmark.value)
    return len(values) > 1 and min(values) > CLOSE * max(values)


def _bar(workspace: Workspace, compared: Compared, standing: Standing, language: Language) -> Bar:
    is_compared = standing.division.code in compared.codes
    said = (
        dated_text(workspace, compared.selection, standing.value, language),
        verdict_text(standing.verdict, language),
    )
    interval = standing.interval
    return Bar(
        code=standing.division.code,
        name=language.name(standing.division),
        value=standing.value.value or 0.0,
        text="  ".join(part for part in said if part),
        colour=colour_of(compared, standing.division.code) if is_compared else REST,
        rank=short_place(standing),
        lower=interval.lower if interval else None,
        upper=interval.upper if interval else None,
        marked=is_compared,
    )
