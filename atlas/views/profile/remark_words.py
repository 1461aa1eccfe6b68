"""The sentence of each remark; every number in it stands in the table of the same page."""

from atlas.indicators.pathway import Progress
from atlas.language import Language
from atlas.statistics.trend import Direction
from atlas.views.method_names import METHOD_NAMES
from atlas.views.profile.pathway_words import target_text
from atlas.views.profile.remarks import Remark, Rule
from atlas.views.profile.view import ProfileView
from atlas.views.profile.words import benchmark_text
from atlas.views.sentence import units_in_words
from atlas.views.spine_words import dated_text
from atlas.views.value_text import PERCENT
from atlas.workspace import Workspace

MOST_DECIMALS = 4
"""An interval so narrow that both ends look alike is shown with more decimals, but not with any number."""


def remark_text(workspace: Workspace, view: ProfileView, remark: Remark, language: Language) -> str:
    """What is good or gives concern, with its numbers and on what ground it is said."""
    fields = {
        "value": dated_text(workspace, view.selection, remark.entry.value, language),
        "benchmark": language.name(view.within) if view.within else "",
        "other": benchmark_text(workspace, view, remark.entry, language),
    }
    match remark.rule:
        case Rule.BEYOND_CHANCE:
            return _beyond_chance(remark, fields, language)
        case Rule.TARGET:
            return _target(remark, fields, language)
        case Rule.TREND:
            return _trend(remark, fields, language)
        case Rule.QUARTER:
            return _quarter(workspace, view, remark, fields, language)
        case Rule.REPORTS:
            return language.text(
                "{value}, from only {reported} of {expected} units that have reported.",
                **fields,
                reported=language.number(remark.entry.value.children_reported),
                expected=language.number(remark.entry.value.children_expected),
            )


def interval_text(remark: Remark, language: Language) -> str:
    """“98.7 to 99.1 %”; empty without an interval."""
    interval, indicator = remark.entry.interval, remark.entry.indicator
    if interval is None:
        return ""
    decimals = indicator.decimals
    while round(interval.lower, decimals) == round(interval.upper, decimals) and decimals < MOST_DECIMALS:
        decimals += 1
    low = language.number(interval.lower, decimals)
    high = language.number(interval.upper, decimals)
    if indicator.unit == PERCENT:
        return language.text("{low} to {high} %", low=low, high=high)
    return language.text("{low} to {high}", low=low, high=high)


def _beyond_chance(remark: Remark, fields: dict[str, str], language: Language) -> str:
    interval = remark.entry.interval
    method = language.text(METHOD_NAMES[interval.method]) if interval else ""
    more = {"interval": interval_text(remark, language), "method": method}
    if remark.good:
        return language.text(
            "{value}, better than {benchmark} ({other}) by more than chance ({method}: {interval}).",
            **fields,
            **more,
        )
    return language.text(
        "{value}, worse than {benchmark} ({other}) by more than chance ({method}: {interval}).",
        **fields,
        **more,
    )


def _target(remark: Remark, fields: dict[str, str], language: Language) -> str:
    if remark.target is None or remark.target.pathway is None:
        return ""
    target = target_text(remark.target, language)
    match remark.target.pathway.progress:
        case Progress.REACHED:
            return language.text("{value}: the target of {target} is reached.", **fields, target=target)
        case Progress.ON_PACE:
            return language.text("{value}: on pace for the target of {target}.", **fields, target=target)
        case Progress.BEHIND:
            return language.text("{value}: behind the target of {target}.", **fields, target=target)
        case _:
            return language.text(
                "{value}: short of the target of {target}, whose date is past.", **fields, target=target
            )


def _trend(remark: Remark, fields: dict[str, str], language: Language) -> str:
    if remark.recent is None:
        return ""
    method = language.text(METHOD_NAMES[remark.recent.trend.method])
    if remark.recent.trend.direction is Direction.INCREASING:
        return language.text(
            "{value}, rising over the last years by more than chance ({method}).", **fields, method=method
        )
    return language.text(
        "{value}, falling over the last years by more than chance ({method}).", **fields, method=method
    )


def _quarter(
    workspace: Workspace, view: ProfileView, remark: Remark, fields: dict[str, str], language: Language
) -> str:
    count = remark.spread.count if remark.spread else 0
    units = units_in_words(count, view.spine.level, language)
    ground = _ground(workspace, remark, language)
    if remark.good:
        said = language.text(
            "{value}, ahead of {benchmark} ({other}) and in the best quarter of {units}.",
            **fields,
            units=units,
        )
    else:
        said = language.text(
            "{value}, behind {benchmark} ({other}) and in the worst quarter of {units}.",
            **fields,
            units=units,
        )
    return language.sentences((said, ground))


def _ground(workspace: Workspace, remark: Remark, language: Language) -> str:
    """Why it is a plain comparison."""
    kinds = {workspace.definitions.measures[name].kind for name in remark.entry.indicator.measures}
    if remark.entry.value.numerator is None and "rate" in kinds:
        return language.text("A plain comparison: stated by a source without its counts.")
    return language.text("A plain comparison of full counts.")
