"""Why a value changed: the rate, mix and reporting effects of a division's children, which sum exactly.

Numbers are fractions, so nothing is lost on the way; only what is shown is rounded, by `apportioned`.

A ratio is R = factor · ΣN / ΣD. Over what the children reported alike in both periods, with shares w of the
denominator and rates r, the change of R is the sum over the children of (Kitagawa 1955)

- the rate effect (w₀ + w₁)/2 · (r₁ − r₀), and
- the mix effect (w₁ − w₀) · ((r₀ + r₁)/2 − (R₀ + R₁)/2).

What was reported in only one of the periods moved R in that period by (factor·N − D·R alike) / ΣD: the
reporting effect. For a count the rate effect is the change of the count itself, and there is no mix effect.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

ZERO = Fraction(0)
HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Amount:
    """A numerator and its denominator; a count has the denominator 0."""

    top: Fraction = ZERO
    base: Fraction = ZERO


@dataclass(frozen=True, slots=True)
class Reports:
    """What one child reported in the earlier and in the later period.

    `alike` is over the same units and months in both, `alone` over those that only one of the periods has.
    """

    code: str
    alike: tuple[Amount, Amount]
    alone: tuple[Amount, Amount]


@dataclass(frozen=True, slots=True)
class Effects:
    """What one child did to its parent's value, in the unit of the indicator."""

    code: str
    rate: Fraction = ZERO
    mix: Fraction = ZERO
    reporting: Fraction = ZERO

    @property
    def total(self) -> Fraction:
        """All three together."""
        return self.rate + self.mix + self.reporting


@dataclass(frozen=True, slots=True)
class Split:
    """The children's effects; together they are the value of all children `now` minus the one `before`.

    `alike` has both values over what was reported alike.
    """

    before: Fraction
    now: Fraction
    alike: tuple[Fraction, Fraction]
    effects: tuple[Effects, ...]


def split_count(children: Sequence[Reports]) -> Split:
    """The change of a sum."""
    effects = tuple(
        Effects(
            child.code,
            rate=child.alike[1].top - child.alike[0].top,
            reporting=child.alone[1].top - child.alone[0].top,
        )
        for child in children
    )
    before, now = (sum((child.alike[end].top for child in children), ZERO) for end in (0, 1))
    alone = tuple(sum((child.alone[end].top for child in children), ZERO) for end in (0, 1))
    return Split(before + alone[0], now + alone[1], (before, now), effects)


def split_ratio(children: Sequence[Reports], factor: int) -> Split | None:
    """The change of a ratio; None where nothing with a denominator was reported alike in both periods."""
    settled = [_settled(child) for child in children]
    shared = tuple(_sum(child.alike[end] for child in settled) for end in (0, 1))
    if not all(amount.base for amount in shared):
        return None
    whole = tuple(_sum((shared[end], *(child.alone[end] for child in settled))) for end in (0, 1))
    alike = (_rate(shared[0], factor), _rate(shared[1], factor))
    middle = (alike[0] + alike[1]) * HALF
    effects = []
    for child in settled:
        rate, mix = _alike_effects(child, (shared[0].base, shared[1].base), middle, factor)
        reporting = _alone_effect(child, 1, alike, whole, factor) - _alone_effect(
            child, 0, alike, whole, factor
        )
        effects.append(Effects(child.code, rate, mix, reporting))
    return Split(_rate(whole[0], factor), _rate(whole[1], factor), alike, tuple(effects))


def _settled(child: Reports) -> Reports:
    """A numerator without a denominator has no rate that could be compared: it counts as reported alone."""
    if all(amount.base or not amount.top for amount in child.alike):
        return child
    alone = (_sum((child.alone[0], child.alike[0])), _sum((child.alone[1], child.alike[1])))
    return Reports(child.code, (Amount(), Amount()), alone)


def _alike_effects(
    child: Reports, bases: tuple[Fraction, Fraction], middle: Fraction, factor: int
) -> tuple[Fraction, Fraction]:
    """Rate and mix effect; a child without a denominator in one period has only changed its share."""
    rates = [_rate(amount, factor) if amount.base else None for amount in child.alike]
    known = [rate for rate in rates if rate is not None]
    if not known:
        return ZERO, ZERO
    before, now = known[0], known[-1]
    shares = [amount.base / base for amount, base in zip(child.alike, bases, strict=True)]
    rate = (shares[0] + shares[1]) * HALF * (now - before)
    mix = (shares[1] - shares[0]) * ((before + now) * HALF - middle)
    return rate, mix


def _alone_effect(
    child: Reports, end: int, alike: tuple[Fraction, Fraction], whole: tuple[Amount, ...], factor: int
) -> Fraction:
    amount = child.alone[end]
    return (factor * amount.top - amount.base * alike[end]) / whole[end].base


def apportioned(parts: Sequence[Fraction], total: int) -> tuple[int, ...]:
    """Whole numbers close to `parts` that sum to `total`, by the method of the largest remainder.

    A part of nothing stays nothing, as long as there are others.
    """
    floors = [floor(part) for part in parts]
    movable = [place for place, part in enumerate(parts) if part] or list(range(len(parts)))
    if not movable:
        return ()
    every, some = divmod(total - sum(floors), len(movable))
    movable.sort(key=lambda place: floors[place] - parts[place])
    for position, place in enumerate(movable):
        floors[place] += every + (position < some)
    return tuple(floors)


def _rate(amount: Amount, factor: int) -> Fraction:
    return factor * amount.top / amount.base


def _sum(amounts: Iterable[Amount]) -> Amount:
    listed = list(amounts)
    return Amount(sum((each.top for each in listed), ZERO), sum((each.base for each in listed), ZERO))
