"""The table of a change: one row for each child, with what went into its effects."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from atlas.indicators.decomposition import Amount
from atlas.language import Language
from atlas.views.change.asked import Effect
from atlas.views.change.view import ChangeView, ChildChange
from atlas.views.change.words import effect_name, effects_of
from atlas.views.value_text import name_with_unit

SHARE_DECIMALS = 1


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its name, its decimals (None for words), and one cell for each child."""

    name: str
    decimals: int | None
    cells: tuple[object, ...]


def change_table(view: ChangeView, language: Language) -> pd.DataFrame:
    """The child that moved most first; columns are named in the language, effects add up to the change shown.

    Numerators, denominators, rates and shares are over what both periods have alike.
    """
    return pd.DataFrame({column.name: column.cells for column in change_columns(view, language)})


def change_columns(view: ChangeView, language: Language) -> tuple[Column, ...]:
    """The columns of the table."""
    return tuple(_columns(view, language)) if view.asked.before is not None else ()


def _columns(view: ChangeView, language: Language) -> Iterator[Column]:
    children = _in_order(view)
    yield Column(language.text("Code"), None, tuple(child.division.code for child in children))
    yield Column(language.text("Division"), None, tuple(language.name(child.division) for child in children))
    for effect in (*effects_of(view), Effect.ALL):
        yield Column(
            effect_name(view, effect, language),
            view.decimals,
            tuple(
                view.number(child.shown.of(effect)) if view.split and child.has(effect) else None
                for child in children
            ),
        )
    yield from _values(view, language)
    for end in (0, 1):
        yield from _alike(view, end, language)
    yield Column(
        language.text("Units with comparable figures"), 0, tuple(child.reporters.alike for child in children)
    )
    yield Column(
        language.text("Units without comparable figures"),
        0,
        tuple(child.reporters.otherwise for child in children),
    )


def _in_order(view: ChangeView) -> list[ChildChange]:
    return sorted(
        view.children,
        key=lambda child: (child.reports is None, -abs(child.shown.total), child.division.code),
    )


def _values(view: ChangeView, language: Language) -> Iterator[Column]:
    """Each child's values as other pages show them."""
    name = name_with_unit(view.indicator, view.unit, language)
    for end in (0, 1):
        values = [(child.then, child.now)[end] for child in _in_order(view)]
        yield Column(_dated(name, view, end, language), view.decimals, tuple(value.value for value in values))


def _alike(view: ChangeView, end: int, language: Language) -> Iterator[Column]:
    amounts = [
        child.reports.alike[end] if child.reports and child.has(Effect.RATE) else None
        for child in _in_order(view)
    ]
    known = [amount for amount in amounts if amount is not None]
    base = sum((amount.base for amount in known), Fraction(0))

    def column(name: str, decimals: int, cells: list[Fraction | None]) -> Column:
        numbers = tuple(None if cell is None else float(cell) for cell in cells)
        return Column(_dated(name, view, end, language), decimals, numbers)

    yield column(language.text("Comparable numerator"), 0, [each.top if each else None for each in amounts])
    if not view.indicator.is_ratio:
        return
    yield column(
        language.text("Comparable denominator"), 0, [each.base if each else None for each in amounts]
    )
    yield column(
        language.text("Comparable rate"),
        view.decimals,
        [_rate(each, view.indicator.factor) for each in amounts],
    )
    yield column(
        language.text("Share of denominator (%)"),
        SHARE_DECIMALS,
        [100 * each.base / base if each and base else None for each in amounts],
    )


def _rate(amount: Amount | None, factor: int) -> Fraction | None:
    return factor * amount.top / amount.base if amount and amount.base else None


def _dated(name: str, view: ChangeView, end: int, language: Language) -> str:
    period = view.asked.now if end or view.asked.before is None else view.asked.before
    return language.text("{name}, {period}", name=name, period=language.period(period, short=True))
