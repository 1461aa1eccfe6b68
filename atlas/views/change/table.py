"""The table of a change: one row for each child, with what went into its effects."""

from collections.abc import Sequence
from fractions import Fraction

import pandas as pd

from atlas.indicators.decomposition import Amount
from atlas.language import Language
from atlas.views.change.asked import Effect
from atlas.views.change.view import ChangeView, ChildChange
from atlas.views.change.words import effect_name, effects_of
from atlas.views.value_text import name_with_unit


def change_table(view: ChangeView, language: Language) -> pd.DataFrame:
    """Children in code order; columns are named in the language, effects add up to the change shown.

    Numerators, denominators, rates and shares are over what both periods have alike.
    """
    if view.then is None:
        return pd.DataFrame()
    when = [language.period(value.period, short=True) for value in (view.then, view.now)]
    bases = [sum((_alike(child, end).base for child in view.children), Fraction(0)) for end in (0, 1)]
    return pd.DataFrame([_row(view, child, when, bases, language) for child in view.children])


def _row(
    view: ChangeView, child: ChildChange, when: Sequence[str], bases: Sequence[Fraction], language: Language
) -> dict[str, object]:
    row: dict[str, object] = {
        language.text("Code"): child.division.code,
        language.text("Division"): language.name(child.division),
    }
    for effect in (*effects_of(view), Effect.ALL):
        shown = child.shown.of(effect) if view.split and child.reports else None
        row[effect_name(view, effect, language)] = None if shown is None else view.number(shown)
    name = name_with_unit(view.indicator, view.unit, language)
    for value, period in zip((child.then, child.now), when, strict=True):
        row[_dated(name, period, language)] = value.value
    for end, period in enumerate(when):
        amount = _alike(child, end)
        known = child.reports is not None
        row[_dated(language.text("Numerator alike"), period, language)] = float(amount.top) if known else None
        if view.indicator.is_ratio:
            row[_dated(language.text("Denominator alike"), period, language)] = (
                float(amount.base) if known else None
            )
            row[_dated(language.text("Rate alike"), period, language)] = (
                float(view.indicator.factor * amount.top / amount.base) if amount.base else None
            )
            row[_dated(language.text("Share of denominator (%)"), period, language)] = (
                float(100 * amount.base / bases[end]) if known and bases[end] else None
            )
    row[language.text("Units that reported alike")] = child.reporters.alike
    row[language.text("Units that reported otherwise")] = child.reporters.otherwise
    return row


def _alike(child: ChildChange, end: int) -> Amount:
    return child.reports.alike[end] if child.reports else Amount()


def _dated(name: str, period: str, language: Language) -> str:
    return language.text("{name}, {period}", name=name, period=period)
