"""Effects: worked values, and that they sum to the change whatever the children reported."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.indicators.decomposition import Amount, Effects, Reports, apportioned, split_count, split_ratio

NOTHING = (Amount(), Amount())


def alike(code: str, before: tuple[int, int], now: tuple[int, int]) -> Reports:
    """A child that reported (numerator, denominator) in both periods."""
    return Reports(
        code,
        (Amount(Fraction(before[0]), Fraction(before[1])), Amount(Fraction(now[0]), Fraction(now[1]))),
        NOTHING,
    )


def alone(code: str, before: tuple[int, int], now: tuple[int, int]) -> Reports:
    """A child whose figures in the two periods have nothing in common."""
    return Reports(code, NOTHING, alike(code, before, now).alike)


def effects_of(split_effects: tuple[Effects, ...]) -> dict[str, tuple[Fraction, Fraction, Fraction]]:
    """Rate, mix and reporting effect of each child."""
    return {each.code: (each.rate, each.mix, each.reporting) for each in split_effects}


def test_a_change_with_equal_shares_is_all_rate_effect() -> None:
    split = split_ratio([alike("a", (50, 100), (70, 100)), alike("b", (50, 100), (40, 100))], 100)
    assert split is not None
    assert (split.before, split.now) == (50, 55)
    assert effects_of(split.effects) == {"a": (10, 0, 0), "b": (-5, 0, 0)}


def test_a_change_with_equal_rates_is_all_mix_effect() -> None:
    """Rates 90 % and 50 %; the share of the first child rises from a half to three quarters."""
    split = split_ratio([alike("a", (90, 100), (270, 300)), alike("b", (50, 100), (50, 100))], 100)
    assert split is not None
    assert (split.before, split.now) == (70, 80)
    rates, mixes, reporting = zip(*effects_of(split.effects).values(), strict=True)
    assert set(rates) == set(reporting) == {0}
    assert mixes == (Fraction(15, 4), Fraction(25, 4)), (
        "both did it: the better one grew, the worse one shrank"
    )


def test_rates_that_both_rise_while_the_whole_falls_are_told_apart() -> None:
    """Simpson's paradox: each child improves, and the whole gets worse because the weaker one grew."""
    split = split_ratio([alike("a", (90, 100), (19, 20)), alike("b", (6, 20), (40, 100))], 100)
    assert split is not None
    assert split.now < split.before
    assert all(each.rate > 0 for each in split.effects)
    assert sum(each.mix for each in split.effects) < split.now - split.before < 0


def test_what_only_one_period_has_is_reporting_and_nothing_else() -> None:
    """The newcomer has 20 of 100; the others stand at 50 %: pooled (100 + 20) / (200 + 100) = 40 %."""
    split = split_ratio([alike("a", (100, 200), (100, 200)), alone("b", (0, 0), (20, 100))], 100)
    assert split is not None
    assert (split.before, split.now, split.alike) == (50, 40, (50, 50))
    assert effects_of(split.effects) == {"a": (0, 0, 0), "b": (0, 0, -10)}


def test_a_child_that_disappears_takes_away_what_it_had_added() -> None:
    split = split_ratio([alike("a", (100, 200), (100, 200)), alone("b", (90, 100), (0, 0))], 100)
    assert split is not None
    assert effects_of(split.effects)["b"] == (0, 0, split.now - split.before)


def test_months_of_one_period_alone_are_reporting_too() -> None:
    """Eleven months alike (110 cases of 100,000 people, then 121), and December only before."""
    child = Reports(
        "a",
        (Amount(Fraction(110), Fraction(10)), Amount(Fraction(121), Fraction(10))),
        (Amount(Fraction(12)), Amount()),
    )
    split = split_ratio([child], 1)
    assert split is not None
    assert (split.before, split.now) == (Fraction(122, 10), Fraction(121, 10))
    assert effects_of(split.effects) == {"a": (Fraction(11, 10), 0, Fraction(-12, 10))}


@pytest.mark.parametrize(
    ("before", "now", "effects", "reason"),
    [
        ((0, 0), (30, 100), (0, Fraction(-20, 4), 0), "no case before: its appearance changes the mix"),
        ((30, 100), (0, 0), (0, Fraction(20, 4), 0), "no case now"),
        ((0, 0), (0, 0), (0, 0, 0), "never a case"),
        ((0, 100), (0, 100), (0, 0, 0), "never a success"),
    ],
)
def test_a_child_without_a_denominator_has_no_rate_effect(
    before: tuple[int, int], now: tuple[int, int], effects: tuple[Fraction, Fraction, Fraction], reason: str
) -> None:
    split = split_ratio([alike("a", (50, 100), (50, 100)), alike("b", before, now)], 100)
    assert split is not None
    assert sum(each.total for each in split.effects) == split.now - split.before
    found = effects_of(split.effects)["b"]
    assert (found[0], found[2]) == (0, 0), reason
    if before[1] == 0 or now[1] == 0:
        assert sum(each.mix for each in split.effects) == split.now - split.before, reason


def test_a_numerator_without_a_denominator_counts_as_reported_alone() -> None:
    split = split_ratio([alike("a", (50, 100), (50, 100)), alike("b", (5, 0), (5, 10))], 100)
    assert split is not None
    found = effects_of(split.effects)["b"]
    assert found[:2] == (0, 0)
    assert found[2] == split.now - split.before


@pytest.mark.parametrize(
    ("children", "reason"),
    [
        ([], "no child"),
        ([alone("a", (1, 2), (1, 2))], "nothing alike"),
        ([alike("a", (0, 0), (1, 2))], "no denominator before"),
        ([alike("a", (1, 2), (0, 0))], "no denominator now"),
    ],
)
def test_without_two_ratios_over_the_same_there_is_no_split(children: list[Reports], reason: str) -> None:
    assert split_ratio(children, 100) is None, reason


def test_a_single_child_has_its_parents_whole_change_as_rate_effect() -> None:
    split = split_ratio([alike("a", (1, 3), (2, 7))], 100)
    assert split is not None
    assert effects_of(split.effects) == {"a": (split.now - split.before, 0, 0)}


def test_a_count_changes_by_what_its_children_changed_and_by_who_reported() -> None:
    split = split_count(
        [alike("a", (10, 0), (14, 0)), alone("b", (3, 0), (0, 0)), alone("c", (0, 0), (9, 0))]
    )
    assert (split.before, split.now, split.alike) == (13, 23, (10, 14))
    assert effects_of(split.effects) == {"a": (4, 0, 0), "b": (0, 0, -3), "c": (0, 0, 9)}


tops = st.integers(0, 60)
amounts = st.builds(lambda top, more: Amount(Fraction(top), Fraction(top + more)), tops, tops)
both = st.tuples(amounts, amounts)
families = st.lists(st.tuples(both, st.one_of(st.just(NOTHING), both)), min_size=1, max_size=7).map(
    lambda found: [Reports(str(place), *parts) for place, parts in enumerate(found)]
)


@given(families)
def test_effects_of_a_ratio_sum_to_its_change_to_the_last_digit(children: list[Reports]) -> None:
    split = split_ratio(children, 100)
    if split is None:
        return
    everything = [
        [amount for child in children for amount in (child.alike[end], child.alone[end])] for end in (0, 1)
    ]
    for value, found in zip((split.before, split.now), everything, strict=True):
        assert value == 100 * sum(each.top for each in found) / sum(each.base for each in found)
    assert sum(each.total for each in split.effects) == split.now - split.before


@given(families)
def test_effects_are_the_means_of_replacing_one_thing_after_the_other(children: list[Reports]) -> None:
    """Second implementation: put the new rates in first and then the new shares, or the other way round."""
    whole = [child for child in children if all(amount.base for amount in child.alike)]
    split = split_ratio(whole, 100)
    if split is None:
        return
    shares = [
        [child.alike[end].base / sum(each.alike[end].base for each in whole) for child in whole]
        for end in (0, 1)
    ]
    rates = [[100 * child.alike[end].top / child.alike[end].base for child in whole] for end in (0, 1)]

    def pooled(share: int, rate: int) -> Fraction:
        return sum((w * r for w, r in zip(shares[share], rates[rate], strict=True)), Fraction(0))

    rate_first, share_first = pooled(0, 1) - pooled(0, 0), pooled(1, 1) - pooled(1, 0)
    assert sum(each.rate for each in split.effects) == (rate_first + share_first) / 2
    mix_first, mix_last = pooled(1, 0) - pooled(0, 0), pooled(1, 1) - pooled(0, 1)
    assert sum(each.mix for each in split.effects) == (mix_first + mix_last) / 2
    gone = [split.before - split.alike[0], split.now - split.alike[1]]
    assert sum(each.reporting for each in split.effects) == gone[1] - gone[0]


@given(families)
def test_effects_of_a_count_sum_to_its_change(children: list[Reports]) -> None:
    split = split_count(children)
    assert sum(each.total for each in split.effects) == split.now - split.before
    assert not any(each.mix for each in split.effects)


parts = st.lists(st.fractions(min_value=-50, max_value=50, max_denominator=97), min_size=1, max_size=9)


@given(parts, st.sampled_from([0, 0, 0, 1, -1]))
def test_shown_parts_sum_to_the_shown_whole_and_stay_close(found: list[Fraction], off: int) -> None:
    total = round(sum(found)) + off
    shown = apportioned(found, total)
    assert sum(shown) == total
    changed = [place for place, part in enumerate(found) if part]
    if changed:
        assert all(shown[place] == 0 for place, part in enumerate(found) if not part)
        # Rounding the whole may take one more step than its parts have remainders.
        assert all(
            abs(shown[place] - found[place]) <= 1 + Fraction(abs(off) + 1, len(changed)) for place in changed
        )


def test_nothing_is_apportioned_to_nobody() -> None:
    assert apportioned([], 0) == ()
    assert apportioned([Fraction(0), Fraction(0)], 0) == (0, 0)
