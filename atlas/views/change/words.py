"""A change in words: its title, the sentence made by rule, and what the effects are called."""

from collections.abc import Sequence

from atlas.indicators.explain import Obstacle
from atlas.language import Language
from atlas.messages import N_
from atlas.periods import Period, PeriodKind
from atlas.views.change.asked import Effect
from atlas.views.change.view import ChangeView, ChildChange
from atlas.views.value_text import PERCENT, value_text

NAMED = 3
ALONE = 0.5
"""The share of a change from which one child explains it alone, as long as it is not more than the whole."""
EFFECT_NAMES = {
    Effect.RATE: N_("Rate effect"),
    Effect.MIX: N_("Mix effect"),
    Effect.REPORTING: N_("Reporting effect"),
    Effect.ALL: N_("All effects"),
}
COUNT_EFFECT = N_("Own change")
OBSTACLES = {
    Obstacle.REDEFINED: N_("The two are not comparable: {what}"),
    Obstacle.NO_CHILDREN: N_("{division} has no units below it whose figures could explain the change."),
    Obstacle.NO_PARTS: N_(
        "Sources state this only as a finished number, without the counts behind it, so the change cannot be "
        "split among the units of {division}."
    ),
    Obstacle.NOT_REPORTED: N_("No unit of {division} has figures for either period."),
    Obstacle.SUPPRESSED: N_(
        "Some units of {division} have figures so small that they are not shown. A split would give them "
        "away, so there is none."
    ),
    Obstacle.NOTHING_ALIKE: N_(
        "No unit of {division} has figures for both periods over the same months, so nothing can be told "
        "about where the change comes from."
    ),
}
_MOVES = {
    (True, True): N_("{indicator} in {division} rose by {change} to {now} from {before} to {period}."),
    (True, False): N_("{indicator} in {division} fell by {change} to {now} from {before} to {period}."),
    (False, True): N_("{indicator} in {division} grew by {change} to {now} from {before} to {period}."),
    (False, False): N_("{indicator} in {division} shrank by {change} to {now} from {before} to {period}."),
}


def change_title(view: ChangeView, language: Language) -> str:
    """“Lawyers per 10,000 people, Guizhou: from 2024 to 2025”."""
    names = {"indicator": language.name(view.indicator.name), "division": language.name(view.within)}
    if view.then is None:
        return language.text("{indicator}, {division}: why did it change?", **names)
    return language.text(
        "{indicator}, {division}: from {before} to {now}",
        **names,
        before=language.period(view.then.period),
        now=language.period(view.now.period),
    )


def change_sentence(view: ChangeView, language: Language) -> str:
    """What changed and who explains it, or why that cannot be said; never empty."""
    before = view.asked.before
    if before is None or not view.known:
        return _unknown(view, language)
    parts = [_headline(view, before, language), _newest(view, language)]
    if view.split:
        # What is no change on the ground is said first where it is most of the change.
        found = [_children(view, language), _mix(view, language)]
        found.insert(0 if mostly_reporting(view) else len(found), _reporting(view, language))
        parts += [*found, _gap(view, language)]
    elif view.obstacle is not None:
        parts.append(_obstacle(view, view.obstacle, before, language))
    return language.sentences(parts)


def mostly_reporting(view: ChangeView) -> bool:
    """Whether at least half of the change comes from units and months that only one of the periods has."""
    return 2 * view.total(Effect.REPORTING) * view.change >= view.change**2 > 0


def effect_name(view: ChangeView, effect: Effect, language: Language) -> str:
    """What an effect is called; a count has no rate, so its own change stands there."""
    if effect is Effect.RATE and not view.indicator.is_ratio:
        return language.text(COUNT_EFFECT)
    return language.text(EFFECT_NAMES[effect])


def effects_of(view: ChangeView) -> tuple[Effect, ...]:
    """The effects that the view tells apart: the mix of a count makes no difference."""
    mixes = (Effect.MIX,) if view.indicator.is_ratio else ()
    return (Effect.RATE, *mixes, Effect.REPORTING)


def signed(view: ChangeView, shown: int, language: Language) -> str:
    """An effect with its sign and as many decimals as all others: “+0.31”."""
    return language.change(view.number(shown), view.decimals)


def value_of(view: ChangeView, shown: int, language: Language) -> str:
    """One of the two values with its unit."""
    return language.quantity(view.number(shown), view.unit, view.decimals)


def change_unit(view: ChangeView, language: Language) -> str:
    """The unit of a change: percentages change by percentage points."""
    return language.text("percentage points") if view.indicator.unit == PERCENT else language.name(view.unit)


def by_effect(view: ChangeView) -> tuple[ChildChange, ...]:
    """The children from the largest rate effect down, whatever its sign; those without one are left out."""
    moved = [child for child in view.children if child.shown.rate]
    return tuple(sorted(moved, key=lambda child: (-abs(child.shown.rate), child.division.code)))


def _unknown(view: ChangeView, language: Language) -> str:
    names = {"indicator": language.name(view.indicator.name), "division": language.name(view.within)}
    lacking = view.now if view.now.value is None else view.then
    if lacking is None or lacking.period.kind is PeriodKind.LATEST:
        return language.text(
            "{indicator}, {division}: there are no two periods with figures to compare.", **names
        )
    return language.text(
        "{indicator}, {division}: {state} for {period}, so there is no change to explain.",
        **names,
        period=language.period(lacking.period),
        state=language.missing(lacking.state),
    )


def _headline(view: ChangeView, before: Period, language: Language) -> str:
    fields = {
        "indicator": language.name(view.indicator.name),
        "division": language.name(view.within),
        "before": language.period(before),
        "period": language.period(view.now.period),
        "now": value_of(view, view.ends[1], language),
        "change": _amount(view, language),
    }
    if not view.comparable:
        fields["then"] = value_of(view, view.ends[0], language)
        return language.text("{indicator} in {division}: {then} for {before}, {now} for {period}.", **fields)
    if not view.change:
        return language.text(
            "{indicator} in {division} did not change from {before} to {period}: {now}.", **fields
        )
    return language.text(_MOVES[view.indicator.is_ratio, view.change > 0], **fields)


def _newest(view: ChangeView, language: Language) -> str:
    if view.newest is None:
        return ""
    return language.text(
        "The newest figure, {value} for {period}, has no earlier one that its units could be compared with.",
        value=value_text(view.indicator, view.unit, view.newest, language),
        period=language.period(view.newest.period),
    )


def _obstacle(view: ChangeView, obstacle: Obstacle, before: Period, language: Language) -> str:
    redefined = view.indicator.redefined_between(before, view.asked.now)
    what = language.sentences(language.name(each.what) for each in redefined)
    return language.text(OBSTACLES[obstacle], division=language.name(view.within), what=what)


def _amount(view: ChangeView, language: Language) -> str:
    amount = language.number(abs(view.number(view.change)), view.decimals)
    if view.indicator.unit == PERCENT:
        return language.text("{change} percentage points", change=amount)
    return amount


def _children(view: ChangeView, language: Language) -> str:
    moved = by_effect(view)
    if not moved:
        return ""
    first, others = moved[0], moved[1:NAMED]
    rest = _listed(view, others, language)
    if ALONE * view.change**2 <= first.shown.rate * view.change <= view.change**2 and view.change:
        fields = {"place": language.name(first.division), "amount": signed(view, first.shown.rate, language)}
        if not others:
            return language.text("{place} alone explains {amount}.", **fields)
        return language.text("{place} alone explains {amount}, followed by {others}.", **fields, others=rest)
    named = _listed(view, moved[:NAMED], language)
    if len(moved) == 1 and view.reporters.otherwise:
        return language.text("Of the units that can be compared only one changed: {places}.", places=named)
    if len(moved) == 1:
        return language.text("Only one unit changed: {places}.", places=named)
    return language.text("The largest effects are those of {places}.", places=named)


def _listed(view: ChangeView, children: Sequence[ChildChange], language: Language) -> str:
    return language.join(
        language.text(
            "{place} ({amount})",
            place=language.name(child.division),
            amount=signed(view, child.shown.rate, language),
        )
        for child in children
    )


def _mix(view: ChangeView, language: Language) -> str:
    mix = view.total(Effect.MIX)
    if not mix:
        return ""
    return language.text(
        "The changed mix of its units explains {amount}.", amount=signed(view, mix, language)
    )


def _reporting(view: ChangeView, language: Language) -> str:
    reporters, effect = view.reporters, view.total(Effect.REPORTING)
    if not reporters.otherwise:
        return ""
    fields = {"all": language.number(reporters.alike + reporters.otherwise)}
    if not effect:
        return language.plural(
            "{count} of {all} reporting units has figures for only one of the periods or for other months, "
            "which makes no difference here.",
            "{count} of {all} reporting units have figures for only one of the periods or for other months, "
            "which makes no difference here.",
            reporters.otherwise,
            **fields,
        )
    return language.plural(
        "{amount} is no change on the ground: {count} of {all} reporting units has figures for only one of "
        "the periods or for other months.",
        "{amount} is no change on the ground: {count} of {all} reporting units have figures for only one of "
        "the periods or for other months.",
        reporters.otherwise,
        **fields,
        amount=signed(view, effect, language),
    )


def _gap(view: ChangeView, language: Language) -> str:
    if not any(view.gaps):
        return ""
    return language.text(
        "{amount} lies between what {division} states itself and what its units add up to.",
        amount=signed(view, sum(view.gaps), language),
        division=language.name(view.within),
    )
