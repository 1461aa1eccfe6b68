"""The profile in words: the first sentence, and a line for each verdict, trend, place and completeness."""

from atlas.indicators import Basis, IndicatorValue
from atlas.language import Language
from atlas.messages import N_
from atlas.periods import PeriodKind
from atlas.statistics.rank_intervals import RankInterval
from atlas.statistics.trend import Direction
from atlas.statistics.verdict import Verdict
from atlas.views.method_names import METHOD_NAMES
from atlas.views.profile.entries import Entry
from atlas.views.profile.recent import Recent
from atlas.views.profile.view import ProfileView
from atlas.views.sentence import as_known_on
from atlas.views.spine_words import dated_text, ends_of
from atlas.views.value_text import completeness
from atlas.workspace import Workspace

TRENDS = {
    Direction.INCREASING: N_("increasing"),
    Direction.DECREASING: N_("decreasing"),
    Direction.UNCHANGED: N_("no clear change"),
    Direction.NONE: N_("no verdict"),
}
FEWEST_JUDGED = 3
"""Of fewer indicators no summary is made: “ahead in 1 of 1” says nothing of the place."""


def profile_title(view: ProfileView, language: Language) -> str:
    """“Guizhou: profile, 2025”."""
    name = language.name(view.division)
    if view.selection.period.kind is PeriodKind.LATEST:
        return language.text("{division}: profile, latest figures", division=name)
    return language.text(
        "{division}: profile, {period}", division=name, period=language.period(view.selection.period)
    )


def profile_sentence(view: ProfileView, language: Language) -> str:
    """How the place is doing, in two or three sentences; never empty."""
    if view.is_outside:
        return language.text("Hong Kong, Macao and Taiwan do not report to this atlas.")
    if not view.valued:
        return _nothing(view, language)
    return language.sentences(
        (
            *_said_first(view, language),
            _range(view, language),
            as_known_on(view.selection, language),
        )
    )


def place_text(rank: RankInterval | None, language: Language) -> str:
    """“5 of 31”, with the places between which it may as well lie: “5 (4–8) of 31”; empty without a place."""
    if rank is None:
        return ""
    fields = {"rank": language.number(rank.place), "count": language.number(rank.of)}
    if rank.lower is None or rank.upper is None or rank.lower == rank.upper:
        return language.text("{rank} of {count}", **fields)
    return language.text(
        "{rank} ({lower}–{upper}) of {count}",
        **fields,
        lower=language.number(rank.lower),
        upper=language.number(rank.upper),
    )


def side_text(entry: Entry, language: Language) -> str:
    """The plain comparison, which says nothing of chance: “above”, “below”, “the same”; empty without one."""
    if entry.benchmark is None or entry.side is Verdict.NONE:
        return ""
    if entry.side is Verdict.SIMILAR:
        return language.text("the same")
    above = (entry.value.value or 0.0) > (entry.benchmark.value or 0.0)
    return language.text("above") if above else language.text("below")


def trend_text(recent: Recent, language: Language) -> str:
    """“increasing”, “no clear change”, “no verdict”."""
    return language.text(TRENDS[recent.trend.direction])


def trend_method(entry: Entry, recent: Recent, language: Language) -> str:
    """By what method the trend was found, or why there is no verdict."""
    if recent.trend.direction is not Direction.NONE:
        name = language.text(METHOD_NAMES[recent.trend.method])
        if recent.rolling:
            return language.text(
                "{method}: five spans of twelve months, ended half a year apart", method=name
            )
        return language.text("{method}: the last five years", method=name)
    if entry.indicator.interval == "none":
        return language.text("A full count or a stated rate has no interval, so no trend is tested.")
    return language.text("A trend needs five years, or five spans of twelve months, with their counts.")


def reported_text(value: IndicatorValue, language: Language) -> str:
    """“11 of 14 units have reported”; of a figure that the place states itself, that it does."""
    said = completeness(value, language)
    if said:
        return said
    if value.basis is Basis.STATED:
        return language.text("stated by a source")
    return language.text("reported by the place itself") if value.basis is Basis.REPORTED else ""


def benchmark_text(workspace: Workspace, view: ProfileView, entry: Entry, language: Language) -> str:
    """The benchmark's value; its name too where it is the country instead of the parent."""
    if entry.benchmark is None or view.within is None:
        return ""
    text = dated_text(workspace, view.selection, entry.benchmark, language)
    if entry.benchmark.division == view.within.code:
        return text
    name = language.name(workspace.divisions[entry.benchmark.division])
    return language.text("{place}: {value}", place=name, value=text)


def _said_first(view: ProfileView, language: Language) -> tuple[str, ...]:
    """The standing comes first where there is one; how many figures there are, where there are few."""
    standing, figures = _standing(view, language), _figures(view, language)
    if sum(map(is_judged, view.valued)) < FEWEST_JUDGED:
        return figures, standing
    return standing, _by_interval(view, language), figures


def is_judged(entry: Entry) -> bool:
    """Whether one side of the benchmark is the better one, and there is a benchmark of the value's time."""
    return entry.indicator.direction != "none" and entry.side is not Verdict.NONE


def _nothing(view: ProfileView, language: Language) -> str:
    place = language.name(view.division)
    if view.selection.period.kind is PeriodKind.LATEST:
        return language.text("No figures are known for {place} itself.", place=place)
    return language.text(
        "No figures are known for {place} in {period}.",
        place=place,
        period=language.period(view.selection.period),
    )


def _standing(view: ProfileView, language: Language) -> str:
    """Ahead, behind and level, over what has a direction and a benchmark of its time."""
    judged = [entry for entry in view.valued if is_judged(entry)]
    if view.within is None or not view.valued:
        return ""
    if not judged:
        return language.text(
            "None can be judged against {benchmark}: no figure there is of the same time.",
            benchmark=language.name(view.within),
        )
    if len(judged) < FEWEST_JUDGED:
        return language.text(
            "Only {count} can be judged against {benchmark}, which has no figure of the others' time.",
            count=language.number(len(judged)),
            benchmark=language.name(view.within),
        )
    ahead = sum(entry.side is Verdict.BETTER for entry in judged)
    fields = {
        "place": language.name(view.division),
        "benchmark": language.name(view.within),
        "ahead": language.number(ahead),
        "behind": language.number(sum(entry.side is Verdict.WORSE for entry in judged)),
    }
    return language.plural(
        "{place} is ahead of {benchmark} in {ahead} of {count} indicator that can be judged, "
        "behind in {behind}.",
        "{place} is ahead of {benchmark} in {ahead} of {count} indicators that can be judged, "
        "behind in {behind}.",
        len(judged),
        **fields,
    )


def _by_interval(view: ProfileView, language: Language) -> str:
    """How many of these differences are beyond chance, so that nobody takes a plain comparison for one."""
    tested = [entry for entry in view.valued if entry.verdict is not Verdict.NONE]
    if not tested:
        return ""
    beyond = sum(entry.verdict is not Verdict.SIMILAR for entry in tested)
    return language.plural(
        "By interval, {count} of {tested} rates differs from it by more than chance.",
        "By interval, {count} of {tested} rates differ from it by more than chance.",
        beyond,
        tested=language.number(len(tested)),
    )


def _range(view: ProfileView, language: Language) -> str:
    """The country has nothing to be held against: how far its provinces lie apart is said instead."""
    wanted = view.selection.indicator
    line = next((line for line in view.spine.lines if line.indicator.id == wanted), None)
    if view.within is not None or line is None:
        return ""
    lowest, highest = sorted(ends_of(line))
    unit = next(entry.unit for entry in view.entries if entry.indicator is line.indicator)
    return language.text(
        "{indicator}: the provinces lie between {low} and {high}.",
        indicator=language.name(line.indicator.name),
        low=language.quantity(lowest, unit, line.indicator.decimals),
        high=language.quantity(highest, unit, line.indicator.decimals),
    )


def _figures(view: ProfileView, language: Language) -> str:
    fields = {"count": language.number(len(view.valued)), "all": language.number(len(view.entries))}
    if view.selection.period.kind is PeriodKind.LATEST:
        return language.text("{count} of {all} indicators have a figure, each with its own date.", **fields)
    return language.text(
        "{count} of {all} indicators have a figure for {period}.",
        **fields,
        period=language.period(view.selection.period),
    )
