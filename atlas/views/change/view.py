"""The view-model of a change: both values, and every child's effects, rounded so that they add up."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from atlas.definitions import Indicator, Unit
from atlas.divisions import Division, Scope
from atlas.indicators import Basis, IndicatorValue
from atlas.indicators.decomposition import Effects, Reports, apportioned
from atlas.indicators.explain import Explanation, Obstacle, Reporters
from atlas.language.numbers import rounded, rounded_percent
from atlas.views.change.asked import ChangeAsked, Effect, explanation_of
from atlas.views.evaluations import value_asked
from atlas.views.value_text import PERCENT, STATED_DECIMALS
from atlas.workspace import Workspace

SIGNIFICANT = 10
MOST_MORE_DECIMALS = 2
"""Effects are shown with more decimals than values, until the largest has two digits that say something."""
SAME = 1e-9
"""A value that differs from the sum of its children by less than this share is that sum."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The effects of one child as they are shown: multiples of the last decimal."""

    rate: int = 0
    mix: int = 0
    reporting: int = 0

    @property
    def total(self) -> int:
        """All three together."""
        return self.rate + self.mix + self.reporting

    def of(self, effect: Effect) -> int:
        """One of them, or all."""
        return self.total if effect is Effect.ALL else int(getattr(self, effect.value))


@dataclass(frozen=True, slots=True)
class ChildChange:
    """One child: its values as other pages show them, what it reported, and its effects."""

    division: Division
    then: IndicatorValue
    now: IndicatorValue
    reports: Reports | None
    reporters: Reporters
    shown: Shown

    def has(self, effect: Effect) -> bool:
        """Whether it can have this effect; without figures for both periods only one of reporting."""
        if self.reports is None:
            return False
        alike = any(amount.top or amount.base for amount in self.reports.alike)
        return alike or self.reporters.alike > 0 or effect in (Effect.REPORTING, Effect.ALL)


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What the page shows of a change.

    `now` and `then` are the division's own values. Everything in `children`, `ends` and `gaps` counts in
    units of the last of `decimals`, and `ends[0] + gaps + the children's totals = ends[1]` without remainder.
    `gaps` are the steps between a value that the division states and what its children add up to: off at
    the earlier end, on at the later one. `obstacle` says why there is no split, where there is none.
    `newest` is the newest figure, where the link asks for that and it is newer than `now`.
    """

    asked: ChangeAsked
    indicator: Indicator
    unit: Unit
    within: Division
    then: IndicatorValue | None
    now: IndicatorValue
    children: tuple[ChildChange, ...]
    ends: tuple[int, int]
    gaps: tuple[int, int]
    decimals: int
    obstacle: Obstacle | None
    newest: IndicatorValue | None

    @property
    def known(self) -> bool:
        """Whether both values are known, so that there is a change."""
        return self.then is not None and None not in (self.then.value, self.now.value)

    @property
    def comparable(self) -> bool:
        """Whether the two values mean the same, so that their difference is a change."""
        return self.known and self.obstacle is not Obstacle.REDEFINED

    @property
    def split(self) -> bool:
        """Whether the change is split into effects."""
        return self.known and self.obstacle is None

    @property
    def change(self) -> int:
        """The change as it is shown."""
        return self.ends[1] - self.ends[0]

    @property
    def reporters(self) -> Reporters:
        """How many units below reported, over all children."""
        return Reporters(
            sum(child.reporters.alike for child in self.children),
            sum(child.reporters.otherwise for child in self.children),
        )

    def total(self, effect: Effect) -> int:
        """One effect of all children."""
        return sum(child.shown.of(effect) for child in self.children)

    def number(self, shown: int) -> float:
        """A shown number in the indicator's unit."""
        return float(Decimal(shown).scaleb(-self.decimals))


def change_view(workspace: Workspace, asked: ChangeAsked) -> ChangeView:
    """Compute the view of a change, or take it from those computed since the store last changed."""
    chosen = asked.selection
    return _change_view(workspace, asked_neutrally(asked), workspace.version(chosen.dataset))


def asked_neutrally(asked: ChangeAsked) -> ChangeAsked:
    """The same question without what makes no difference to the numbers."""
    selection = asked.selection.with_(lang="", details="")
    return ChangeAsked(selection, asked.now, asked.before, asked.offered, Effect.RATE)


@lru_cache(maxsize=256)
def _change_view(workspace: Workspace, asked: ChangeAsked, _version: str) -> ChangeView:
    chosen, before = asked.selection, asked.before
    indicator = workspace.definitions.indicators[chosen.indicator]
    now = value_asked(workspace, chosen, period=asked.now)
    then = value_asked(workspace, chosen, period=before) if before else None
    explained = explanation_of(workspace, chosen, before, asked.now) if before else None
    children = _children(workspace, asked, explained)
    decimals, ends, gaps, shown = _rounded(indicator, then, now, explained)
    return ChangeView(
        asked=asked,
        indicator=indicator,
        unit=workspace.definitions.unit_of(indicator),
        within=workspace.divisions[chosen.division],
        then=then,
        now=now,
        children=tuple(_with_effects(child, shown) for child in children),
        ends=ends,
        gaps=gaps,
        decimals=decimals,
        obstacle=explained.obstacle if explained else None,
        newest=_newer(value_asked(workspace, chosen), now),
    )


def _newer(newest: IndicatorValue, now: IndicatorValue) -> IndicatorValue | None:
    return newest if newest.value is not None and newest.period.last > now.period.last else None


def _children(
    workspace: Workspace, asked: ChangeAsked, explained: Explanation | None
) -> tuple[ChildChange, ...]:
    chosen, before = asked.selection, asked.before
    if before is None or explained is None:
        return ()
    reports = {each.code: each for each in explained.reports}
    reporters = dict(zip(reports, explained.reporters, strict=True))
    return tuple(
        ChildChange(
            division=child,
            then=value_asked(workspace, chosen, division=child.code, period=before),
            now=value_asked(workspace, chosen, division=child.code, period=asked.now),
            reports=reports.get(child.code),
            reporters=reporters.get(child.code, Reporters(0, 0)),
            shown=Shown(),
        )
        for child in workspace.divisions.children(chosen.division)
        if child.scope in (Scope.REPORTING, workspace.divisions[chosen.division].scope)
    )


def _with_effects(child: ChildChange, shown: dict[str, Shown]) -> ChildChange:
    return ChildChange(
        child.division,
        child.then,
        child.now,
        child.reports,
        child.reporters,
        shown.get(child.division.code, Shown()),
    )


Rounded = tuple[int, tuple[int, int], tuple[int, int], dict[str, Shown]]


def _rounded(
    indicator: Indicator, then: IndicatorValue | None, now: IndicatorValue, explained: Explanation | None
) -> Rounded:
    """Decimals, both values, the gaps, and every child's effects, as they are shown."""
    decimals = indicator.decimals
    if Basis.STATED in (now.basis, then.basis if then else None):
        decimals = max(decimals, STATED_DECIMALS)
    if then is None or then.value is None or now.value is None:
        return decimals, (0, 0), (0, 0), {}
    split = explained.split if explained else None
    if split is None:
        return decimals, _ends(indicator, then.value, now.value, decimals), (0, 0), {}
    decimals = _decimals(decimals, indicator, [each.total for each in split.effects])
    ends = _ends(indicator, then.value, now.value, decimals)
    step = 10**decimals
    gaps = (-_gap(then.value, split.before) * step, _gap(now.value, split.now) * step)
    parts = [*(each.total * step for each in split.effects), *gaps]
    whole = apportioned(parts, ends[1] - ends[0])
    shown = {each.code: _shares(each, total, step) for each, total in zip(split.effects, whole, strict=False)}
    return decimals, ends, (whole[-2], whole[-1]), shown


def _decimals(least: int, indicator: Indicator, effects: list[Fraction]) -> int:
    if not indicator.is_ratio:
        return least
    largest = max((abs(effect) for effect in effects), default=Fraction(0))
    decimals = least
    while largest and largest * 10**decimals < SIGNIFICANT and decimals < least + MOST_MORE_DECIMALS:
        decimals += 1
    return decimals


def _ends(indicator: Indicator, then: float, now: float, decimals: int) -> tuple[int, int]:
    written = rounded_percent if indicator.unit == PERCENT else rounded
    before, after = (int(written(value, decimals).scaleb(decimals)) for value in (then, now))
    return before, after


def _gap(value: float, summed: Fraction) -> Fraction:
    gap = Fraction(value) - summed
    return gap if abs(gap) > abs(summed) * Fraction(SAME) else Fraction(0)


def _shares(effects: Effects, total: int, step: int) -> Shown:
    return Shown(*apportioned([effects.rate * step, effects.mix * step, effects.reporting * step], total))
