"""Numbers in a chart read as on the page, by a format, so that they follow when somebody edits them."""

import pytest

from atlas.export.slides.number_format import number_format


@pytest.mark.parametrize(
    ("texts", "code", "axis"),
    [
        (["3.78", "12.01", "1,234.50"], "#,##0.00", "#,##0.00"),
        (["98.2%", "100.0%"], '#,##0.0"%"', '#,##0.0"%"'),
        (["32,217", "about 5"], "#,##0", "#,##0"),
        (["5.75\u2009per 10,000", "3.1\u2009per 10,000"], '#,##0.00"\u2009per 10,000"', "#,##0.00"),
        (["3.00人"], '#,##0.00"人"', "#,##0.00"),
        (["no data"], "#,##0", "#,##0"),
        ([], "#,##0", "#,##0"),
    ],
)
def test_decimals_and_unit_come_from_the_texts(texts: list[str], code: str, axis: str) -> None:
    found = number_format(texts)
    assert (found.code, found.axis) == (code, axis)


@pytest.mark.parametrize(
    ("text", "writes"),
    [("3.78", True), ("about 3.78", False), ("over 4", False), ("3.78 cases", False), ("−0.60", False)],
)
def test_a_qualified_figure_is_written_out(text: str, *, writes: bool) -> None:
    assert number_format(["3.78", "4.10"]).writes(text) is writes
