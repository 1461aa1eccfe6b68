"""The table of `make bench` says plainly what was reached and what was not."""

import pytest

from benchmarks.table import Verdict, compared, limited, rendered

RATIOS = [
    (0.1, 2.5, 25, Verdict.OK, "exactly what is wanted is enough"),
    (0.1, 2.49, 25, Verdict.MISSED, "a little less is not"),
    (0.0, 1.0, 25, Verdict.OK, "too quick for the clock is quick enough"),
    (0.1, 2.0, None, Verdict.NONE, "nothing is wanted, so nothing is judged"),
]


@pytest.mark.parametrize(("product", "other", "wanted", "verdict", "reason"), RATIOS)
def test_a_ratio_is_judged_by_the_peer_over_the_atlas(
    product: float, other: float, wanted: float | None, verdict: Verdict, reason: str
) -> None:
    assert compared("what", product, other, "{:.2f} s", wanted).verdict is verdict, reason


@pytest.mark.parametrize(("value", "verdict"), [(449.9, Verdict.OK), (450.0, Verdict.MISSED)])
def test_a_limit_itself_is_too_much(value: float, verdict: Verdict) -> None:
    assert limited("what", value, 450, "{:.0f} KB").verdict is verdict


def test_columns_stand_under_each_other_and_a_missed_target_is_shown() -> None:
    rows = [compared("时间 time", 0.5, 1.0, "{:.2f} s", 25), compared("bytes", 10, 9000, "{:,.0f}", 500)]
    head, rule, first, second = rendered(rows).splitlines()
    assert first.endswith("NOT")
    assert second.endswith("ok")
    assert rule == "─" * len(rule)
    assert head.startswith("what")
    assert first.index("0.50 s") + len("0.50 s") == second.index("10") + len("10") - len("时间")
