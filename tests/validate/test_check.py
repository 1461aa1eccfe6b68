"""What becomes of a file: which rows stay out, which figures go in, and in what order all is told."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.divisions import load_divisions
from atlas.findings import Finding, Findings, Rule, Severity
from atlas.periods import PeriodKind
from atlas.validate import Context, check, observations_of
from atlas.validate.check import CHECKS
from atlas.validate.keys import Keys, Lookup, numbered, packed_period, period_of
from tests.validate.spreadsheets import TODAY, Accepted, Cell, figures, found, intake, judged, shipped, wide

NANMING, YUNYAN, HUAXI = "520102", "520103", "520111"
OCTOBER = "2026-10"


def lawyers(value: float | str, division: str = NANMING) -> Cell:
    return division, "lawyers", OCTOBER, value


def read(severity: Severity, row: int) -> Findings:
    rule = Rule(f"read_{severity}", severity, "", "")
    return Findings.of(rule, [Finding(rule, row, 1, "", {})])


def test_an_error_keeps_the_whole_row_out_and_nothing_else() -> None:
    table = wide(
        [
            (NANMING, OCTOBER, {"lawyers": -1, "law_firms": 3}),
            (YUNYAN, OCTOBER, {"lawyers": 10, "law_firms": 4}),
        ]
    )
    checked = judged(intake(table))
    assert checked.rejected_rows.tolist() == [2]
    assert checked.acceptable["row"].to_pylist() == [3, 3]


@pytest.mark.parametrize(
    ("row", "severity", "kept"),
    [
        (0, Severity.ERROR, []),
        (0, Severity.WARNING, [2, 3]),
        (3, Severity.ERROR, [2]),
        (3, Severity.WARNING, [2, 3]),
        (3, Severity.NOTE, [2, 3]),
        (1, Severity.ERROR, [2, 3]),
    ],
)
def test_what_reading_found_counts_like_what_checking_found(
    row: int, severity: Severity, kept: list[int]
) -> None:
    given = intake(figures([lawyers(1), lawyers(2, YUNYAN)]), findings=[read(severity, row)])
    checked = judged(given)
    assert checked.acceptable["row"].to_pylist() == kept
    assert checked.findings[0] is given.findings[0]
    assert checked.counts[severity] >= 1


def test_empty_unreadable_and_unknown_figures_are_not_accepted() -> None:
    unknown = [lawyers(1, ""), (HUAXI, "", OCTOBER, 1), (HUAXI, "lawyers", "", 1)]
    cells = [lawyers("—"), lawyers("abc", YUNYAN), *unknown]
    assert judged(intake(figures(cells))).acceptable.num_rows == 0


def test_states_other_than_a_number_are_accepted_without_a_value() -> None:
    cells = [lawyers(5), lawyers("不适用", YUNYAN), lawyers("*", HUAXI)]
    observed = observations_of(judged(intake(figures(cells))), "upload-1").to_pylist()
    assert [(each["value"], each["status"], each["row"]) for each in observed] == [
        (5, "value", 2),
        (None, "not_applicable", 3),
        (None, "suppressed", 4),
    ]
    assert {each["source"] for each in observed} == {"upload-1"}


def test_a_row_that_repeats_an_earlier_one_counts_once() -> None:
    checked = judged(intake(figures([lawyers(5), lawyers(5), lawyers(5)])))
    assert checked.acceptable["row"].to_pylist() == [2]
    assert checked.rejected_rows.tolist() == []


def test_findings_are_told_in_the_order_of_rows_and_columns() -> None:
    both: dict[str, float | str] = {"lawyers": -1, "law_firms": -2}
    checked = judged(intake(wide([(division, OCTOBER, both) for division in (HUAXI, YUNYAN, NANMING)])))
    assert [cell[:2] for cell in found(checked, "negative")] == [
        (2, 3),
        (2, 4),
        (3, 3),
        (3, 4),
        (4, 3),
        (4, 4),
    ]


def test_checking_twice_says_the_same() -> None:
    given = intake(figures([lawyers(value, code) for code in (NANMING, YUNYAN) for value in (5, 6, -1)]))
    first, again = judged(given), judged(given)
    told = [[list(findings) for findings in checked.findings] for checked in (first, again)]
    assert told[0] == told[1]


def test_an_empty_table_has_nothing_wrong_with_it() -> None:
    checked = judged(intake(figures([])))
    assert (checked.findings, checked.acceptable.num_rows, checked.rejected_rows.tolist()) == ((), 0, [])


def test_every_problem_of_a_file_is_found_in_one_pass() -> None:
    cells = [lawyers(-1), lawyers(0.5, YUNYAN), (HUAXI, "lawyers", "2027-01", 4), lawyers(3, "710000")]
    checked = judged(intake(figures(cells)), may_report=lambda code: code == HUAXI)
    assert {each.rule.id for each in checked.findings} >= {
        "negative", "fraction", "future_period", "outside_your_part", "outside_reporting",
    }  # fmt: skip


def test_the_store_is_asked_once_for_all_measures() -> None:
    store = Accepted([lawyers(4)])
    values: dict[str, float | str] = {"lawyers": 4, "mediators": 9, "disputes_mediated_successfully": 3}
    context = Context(load_divisions(), shipped(), store, lambda _: True, TODAY)
    check(intake(wide([(NANMING, OCTOBER, values)])), context)
    (asked,) = store.asked
    assert {"lawyers", "mediators", "mediators_full_time", "disputes_mediated", "population"} <= set(
        asked.measures
    )


def test_without_a_store_the_rest_is_checked() -> None:
    given = intake(figures([lawyers(-1)]))
    checked = check(given, Context(load_divisions(), shipped(), None, lambda _: True, TODAY))
    assert found(checked, "negative")


@pytest.mark.parametrize("examine", CHECKS, ids=lambda examine: examine.__name__)
def test_a_check_says_what_it_looks_for(examine: object) -> None:
    assert examine.__doc__


periods = st.tuples(
    st.integers(12 * 1900, 12 * 2100), st.integers(0, 400), st.integers(0, len(PeriodKind) - 2)
)


@given(periods)
def test_a_packed_period_is_read_back(period: tuple[int, int, int]) -> None:
    first, months, kind = period
    packed = int(packed_period(first, first + months, kind))
    again = period_of(packed)
    assert (again.first, again.last, again.kind) == (first, first + months, list(PeriodKind)[kind])


@given(periods, st.integers(0, 44_999), st.integers(0, 199))
def test_a_key_is_taken_apart_again(period: tuple[int, int, int], node: int, measure: int) -> None:
    keys = Keys(45_000, 200)
    packed = packed_period(period[0], period[0] + period[1], period[2])
    key = keys.of(node, measure, packed)
    assert [int(part) for part in (keys.node(key), keys.measure(key), keys.period(key))] == [
        node,
        measure,
        int(packed),
    ]


@given(st.lists(st.integers(0, 9)), st.lists(st.integers(0, 9)))
def test_a_lookup_finds_the_first_of_equal_keys(known: list[int], wanted: list[int]) -> None:
    lookup = Lookup(np.array(known, dtype=np.int64), np.arange(len(known), dtype=np.float64))
    slow = [known.index(each) if each in known else -1 for each in wanted]
    assert lookup.places(np.array(wanted, dtype=np.int64)).tolist() == slow


@given(st.lists(st.integers(0, 9)), st.sampled_from([10, 10_000_000]))
def test_numbering_agrees_with_sorting(values: list[int], size: int) -> None:
    distinct, places = numbered(np.array(values, dtype=np.int64), size)
    assert distinct.tolist() == sorted(set(values))
    assert [distinct[place] for place in places] == values
