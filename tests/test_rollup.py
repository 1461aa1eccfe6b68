"""Rolling up agrees with a slow and obvious second implementation, whatever was reported and by whom."""

import math

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from atlas.indicators import IndicatorValue, evaluate, series
from atlas.periods import Period, PeriodKind
from tests.figures import definitions, indicator, measure, store_with
from tests.oracle import Amount, Observation, Oracle
from tests.tree_of_divisions import MERGED, RECODED, small_country

DIVISIONS = small_country()
CODES = tuple(code for code in DIVISIONS.frame["code"] if code not in ("710000",))
COUNTED = {
    code: tuple(
        child.code
        for child in DIVISIONS.children(code)
        if child.scope.value == "reporting" or child.scope == DIVISIONS[code].scope
    )
    for code in DIVISIONS.frame["code"]
}
MEASURES = definitions(
    measure("cases", "flow"),
    measure("solved", "flow"),
    measure("lawyers", "stock"),
    measure("firms", "stock"),
    measure("population", "stock", carry_forward=True),
)
KINDS = {name: each.kind for name, each in MEASURES.measures.items()}
PERIODS = [
    *("2024", "2023", "2024-H1", "2024-H2", "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"),
    *("2024-01", "2024-02", "2024-03", "2024-06", "2024-12", "2023-12", "2022/2024"),
]
PAIRS = [
    ("cases", None),
    ("lawyers", None),
    ("solved", "cases"),
    ("lawyers", "firms"),
    ("cases", "population"),
    ("cases", "lawyers"),
    ("lawyers", "population"),
]

values = st.one_of(
    *[st.integers(0, 50).map(float)] * 6, st.sampled_from(["suppressed", "not_applicable", 0.0])
)
reporters = (*CODES, *MERGED, *RECODED)


@st.composite
def reports(draw: st.DrawFn) -> tuple[tuple[str, str | None], dict[tuple[str, str, str], float | str]]:
    """An indicator, and what each division reported of its measures.

    Nothing, single periods, or runs of months.
    """
    pair = draw(st.sampled_from(PAIRS))
    reported: dict[tuple[str, str, str], float | str] = {}
    for who in reporters:
        for what in filter(None, pair):
            for code in draw(st.one_of(st.just(()), runs, singles)):
                reported[who, what, code] = draw(values)
    return pair, reported


singles = st.lists(st.sampled_from(PERIODS), max_size=3)
runs = st.sampled_from([(1, 12), (1, 12), (1, 7), (4, 9), (12, 12)]).map(
    lambda run: [f"2024-{month:02d}" for month in range(run[0], run[1] + 1)]
)


@settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],  # one failing example of this size takes minutes to shrink
    suppress_health_check=list(HealthCheck),
)
@given(given_reports=reports(), code=st.sampled_from(["2024", "2024", *PERIODS[:-1]]))
def test_every_value_is_what_the_obvious_way_gives(
    given_reports: tuple[tuple[str, str | None], dict[tuple[str, str, str], float | str]], code: str
) -> None:
    pair, reported = given_reports
    store = store_with([(*key, value) for key, value in reported.items()])
    asked, period = indicator("asked", *pair), Period.parse(code)
    found = evaluate(store, MEASURES, DIVISIONS, asked, CODES, period)
    oracle = Oracle(COUNTED, _today(reported), KINDS, frozenset({"population"}))
    top, base = pair
    for value in found:
        if base is None:
            expected = oracle.total(value.division, top, period)
        else:
            expected = oracle.pair(value.division, top, base, period)
        _compare(value, expected, flow="flow" in (KINDS[top], KINDS.get(base or "", "")))
    at_kind = {each.period: each for each in series(store, MEASURES, DIVISIONS, asked, CODES[0], period.kind)}
    if period in at_kind:
        assert at_kind[period] == found[0]
    else:
        assert found[0].state == "no_data"


def _today(reported: dict[tuple[str, str, str], float | str]) -> list[Observation]:
    """Recoded and merged divisions under today's codes, by hand."""
    merged: dict[tuple[str, str, str], list[float | str]] = {}
    for (who, what, code), value in reported.items():
        if who in MERGED or who in RECODED:
            merged.setdefault((MERGED.get(who) or RECODED[who], what, code), []).append(value)
    held = {key: value for key, value in reported.items() if key[0] not in MERGED and key[0] not in RECODED}
    for key, parts in merged.items():
        needed = 2 if key[0] in MERGED.values() else 1
        if key in held or len(parts) < needed:
            continue
        numbers = [part for part in parts if not isinstance(part, str)]
        held[key] = "suppressed" if "suppressed" in parts else sum(numbers) if numbers else "not_applicable"
    return [
        Observation(who, what, Period.parse(code), 0.0, value)
        if isinstance(value, str)
        else Observation(who, what, Period.parse(code), value)
        for (who, what, code), value in held.items()
    ]


def _compare(found: IndicatorValue, expected: Amount | None, flow: bool) -> None:
    if expected is None:
        assert (found.state, found.value, found.basis) == ("no_data", None, None)
        return
    by_zero = len(expected.values) == 2 and expected.status == "value" and expected.values[1] == 0
    assert found.state == ("not_applicable" if by_zero else expected.status)
    assert found.basis == expected.basis
    if expected.basis == "rolled_up":
        assert (found.children_reported, found.children_expected) == (expected.reported, expected.expected)
    assert math.isclose(found.share, expected.covered / found.period.months)
    assert found.share == 1 or not found.complete
    if flow:
        assert found.months_reported == len(expected.months)
    if expected.status != "value":
        assert (found.value, found.numerator, found.denominator) == (None, None, None)
        return
    assert found.numerator == expected.values[0]
    if by_zero:
        assert found.value is None
    elif len(expected.values) == 2:
        assert found.denominator == expected.values[1]
        assert found.value is not None
        assert math.isclose(found.value, expected.values[0] / expected.values[1])
    else:
        assert found.value == expected.values[0]


@pytest.mark.parametrize(
    "kind", [kind for kind in PeriodKind if kind not in (PeriodKind.SPAN, PeriodKind.LATEST)]
)
def test_the_comparison_covers_every_kind_of_period(kind: PeriodKind) -> None:
    assert kind in {Period.parse(code).kind for code in PERIODS}
