"""One plain sentence, made by rule: who is ahead, and whether the difference means anything."""

from collections.abc import Iterable, Sequence

from atlas.indicators import Basis, State, of_one_time
from atlas.language import Language
from atlas.messages import N_
from atlas.statistics.verdict import Verdict
from atlas.views.comparison.figures import dates_differ, mixes_dates
from atlas.views.comparison.league import League, Standing, league_of, standings_of
from atlas.views.comparison.link import Compared
from atlas.views.sentence import withheld_text
from atlas.views.spine_words import dated_text
from atlas.views.value_text import value_text
from atlas.views.verdict_words import WORDS
from atlas.workspace import Workspace

JUDGED = (Verdict.BETTER, Verdict.HIGHER, Verdict.SIMILAR, Verdict.LOWER, Verdict.WORSE)
SIDES = (N_("above"), N_("the same"), N_("below"))


def compared_sentence(workspace: Workspace, compared: Compared, language: Language) -> str:
    """What the comparison of the focus indicator shows; never empty once a division is chosen."""
    league = league_of(workspace, compared, compared.selection.indicator)
    standings = standings_of(workspace, compared, league.indicator.id)
    valued = _from_the_front(league, standings)
    parts = (
        _order(workspace, compared, league, standings, valued, language),
        dates_differ(compared, valued, language),
        _difference(league, valued, language),
        _against_benchmark(workspace, compared, league, valued, language),
        _missing(standings, language),
        withheld_text((each.value.state for each in standings), language),
        _known(compared, language),
    )
    return language.sentences(parts)


def subject(compared: Compared, league: League, language: Language) -> str:
    """The indicator and its period: “Mediation success rate, 2025”."""
    name = language.name(league.indicator.name)
    if mixes_dates(compared):
        return language.text("{indicator}, latest figures", indicator=name)
    return language.text(
        "{indicator}, {period}", indicator=name, period=language.period(compared.selection.period)
    )


def _from_the_front(league: League, standings: Iterable[Standing]) -> list[Standing]:
    """Those with a value, the best or else the highest first."""
    sign = 1 if league.indicator.direction == "lower" else -1
    valued = [each for each in standings if each.value.value is not None]
    return sorted(valued, key=lambda each: sign * (each.value.value or 0.0))


def _order(
    workspace: Workspace,
    compared: Compared,
    league: League,
    standings: Sequence[Standing],
    valued: Sequence[Standing],
    language: Language,
) -> str:
    about = {"subject": subject(compared, league, language)}
    if not valued and State.SUPPRESSED in {each.value.state for each in standings}:
        return language.text("{subject}: none of those compared has a figure that can be shown.", **about)
    if not valued:
        return language.text("{subject}: none of those compared has a figure.", **about)
    first, last = valued[0], valued[-1]
    names = {
        "first": language.name(first.division),
        "value": dated_text(workspace, compared.selection, first.value, language),
    }
    if len(compared.divisions) == 1:
        return language.text("{subject}: {value} in {first}.", **about, **names)
    if len(valued) == 1:
        return language.text("{subject}: only {first} has a figure, {value}.", **about, **names)
    if _shown(league, first, language) == _shown(league, last, language):
        return language.text("{subject}: the same value in all, {value}.", **about, **names)
    ends = {
        "last": language.name(last.division),
        "other": dated_text(workspace, compared.selection, last.value, language),
    }
    if league.indicator.direction == "none":
        return language.text(
            "{subject}: highest in {first} with {value}, lowest in {last} with {other}.",
            **about,
            **names,
            **ends,
        )
    return language.text(
        "{subject}: {first} is ahead with {value}, {last} comes last with {other}.", **about, **names, **ends
    )


def _shown(league: League, standing: Standing, language: Language) -> str:
    return value_text(league.indicator, league.unit, standing.value, language)


def _difference(league: League, valued: list[Standing], language: Language) -> str:
    if len(valued) < 2 or _shown(league, valued[0], language) == _shown(league, valued[-1], language):
        return ""
    if not any(each.interval for each in valued):
        return _without_intervals(league, valued, language)
    first, others = (
        valued[0],
        [each for each in valued[1:] if each.interval and of_one_time(valued[0].value, each.value)],
    )
    if first.interval is None or not others:
        return ""
    near = [each for each in others if _overlap(first, each)]
    name = language.name(first.division)
    if not near:
        return language.text("Chance does not explain the lead of {first}.", first=name)
    if len(near) == len(others):
        return language.text("Chance alone may explain these differences.")
    return language.text(
        "Chance may explain the lead of {first} on {near}, but not that on the others.",
        first=name,
        near=_names(near, language),
    )


def _without_intervals(league: League, valued: Sequence[Standing], language: Language) -> str:
    if all(each.value.basis is Basis.STATED and each.value.numerator is None for each in valued):
        return language.text("The counts behind these rates are not known, so nothing is said on chance.")
    if league.indicator.interval != "none":
        return ""
    return language.text("These are full counts, not samples: chance is not the question.")


def _overlap(one: Standing, other: Standing) -> bool:
    if one.interval is None or other.interval is None:
        return False
    return one.interval.lower <= other.interval.upper and other.interval.lower <= one.interval.upper


def _against_benchmark(
    workspace: Workspace, compared: Compared, league: League, valued: Sequence[Standing], language: Language
) -> str:
    """The groups that can be held against the benchmark, and who cannot for its figure is of another time."""
    benchmark = league.benchmark
    if benchmark is None or benchmark.value is None or not valued:
        return ""
    name = language.name(workspace.divisions[benchmark.division])
    value = dated_text(workspace, compared.selection, benchmark, language)
    held = [each for each in valued if of_one_time(each.value, benchmark)]
    apart = [each for each in valued if each not in held]
    groups = _groups(league, held, language)
    parts = (
        language.text(
            "Against {benchmark} with {value}, {groups}.", benchmark=name, value=value, groups=groups
        )
        if groups
        else "",
        language.text(
            "{names} cannot be judged against {benchmark}, whose latest figure is of {period}.",
            names=_names(apart, language),
            benchmark=name,
            period=language.period(benchmark.period),
        )
        if apart
        else "",
    )
    return language.sentences(parts)


def _groups(league: League, held: Sequence[Standing], language: Language) -> str:
    """“better: Beijing; worse: Tibet”; by plain comparison where no interval allows a verdict."""
    judged = [each for each in held if each.verdict is not Verdict.NONE]
    groups = (
        [(WORDS[verdict], [each for each in judged if each.verdict is verdict]) for verdict in JUDGED]
        if judged
        else _sides(league, held)
    )
    said = [
        language.text("{verdict}: {names}", verdict=language.text(word), names=_names(members, language))
        for word, members in groups
        if members
    ]
    return language.text("; ").join(said)


def _sides(league: League, held: Sequence[Standing]) -> list[tuple[str, list[Standing]]]:
    """Above, at and below the benchmark as all are shown, where no interval allows a verdict."""
    decimals = league.indicator.decimals
    middle = round(league.benchmark.value, decimals) if league.benchmark and league.benchmark.value else 0.0
    shown = [(each, round(each.value.value or 0.0, decimals)) for each in held]
    return [
        (SIDES[0], [each for each, value in shown if value > middle]),
        (SIDES[1], [each for each, value in shown if value == middle]),
        (SIDES[2], [each for each, value in shown if value < middle]),
    ]


def _missing(standings: Sequence[Standing], language: Language) -> str:
    missing = [each for each in standings if each.value.value is None]
    states = dict.fromkeys(each.value.state for each in missing)
    if not missing or (len(missing) == len(standings) and len(states) == 1):
        return ""
    said = [
        language.text(
            "{names}: {state}",
            names=_names([each for each in missing if each.value.state is state], language),
            state=language.missing(state),
        )
        for state in states
    ]
    return language.text("{missing}.", missing=language.text("; ").join(said))


def _known(compared: Compared, language: Language) -> str:
    known = compared.selection.known
    return language.text("As known on {date}.", date=language.date(known)) if known else ""


def _names(standings: Iterable[Standing], language: Language) -> str:
    return language.join(language.name(each.division) for each in standings)
