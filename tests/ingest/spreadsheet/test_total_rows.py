"""Which rows a total sums, drawn: F is a row of figures, G a grand total, S a subtotal, a dot nothing."""

import numpy as np
import pytest

from atlas.divisions import load_divisions
from atlas.ingest.spreadsheet.division_addresses import Addresses
from atlas.ingest.spreadsheet.division_names import division_names
from atlas.ingest.spreadsheet.row_kinds import RowKind, kind_of_row, summed_place
from atlas.ingest.spreadsheet.total_rows import total_rows

KINDS = {"F": RowKind.FIGURES, "G": RowKind.GRAND_TOTAL, "S": RowKind.SUBTOTAL, ".": RowKind.BLANK}

DRAWN = [
    ("FFG", [(2, 0, 1)], "a total below"),
    ("GFF", [(0, 1, 2)], "a total above"),
    ("FFSFSG", [(2, 0, 1), (4, 3, 3), (5, 0, 3)], "subtotals below their rows"),
    ("SFFSFG", [(0, 1, 2), (3, 4, 4), (5, 1, 4)], "subtotals above their rows"),
    ("GSFFSF", [(0, 2, 5), (1, 2, 3), (4, 5, 5)], "all above"),
    ("F.F.G", [(4, 0, 2)], "blank rows between"),
    ("FGF", [(1, 0, 0)], "a total between two rows sums what is above it"),
    ("G", [], "nothing to sum"),
    ("SS", [], "only totals"),
    ("FFSS", [(2, 0, 1)], "a second subtotal has no rows of its own"),
    ("", [], "no rows"),
]


@pytest.mark.parametrize(("drawn", "expected", "why"), DRAWN)
def test_a_total_sums_the_rows_on_its_side(
    drawn: str, expected: list[tuple[int, int, int]], why: str
) -> None:
    kinds = np.array([KINDS[letter] for letter in drawn], np.int8)
    places = np.zeros(len(drawn), np.int32)
    reader = Addresses(division_names(load_divisions()), {})
    found = total_rows(kinds, np.full(len(drawn), -1), [], [("小计",)], places, reader)
    assert [(total.row, total.first, total.last) for total in found] == expected, why


WORDS = [
    ("合计", RowKind.GRAND_TOTAL), ("合 计", RowKind.GRAND_TOTAL), ("总计：", RowKind.GRAND_TOTAL),
    ("全省", RowKind.GRAND_TOTAL), ("全市合计", RowKind.GRAND_TOTAL), ("Total", RowKind.GRAND_TOTAL),
    ("小计", RowKind.SUBTOTAL), ("贵阳市小计", RowKind.SUBTOTAL), ("遵义市合计", RowKind.SUBTOTAL),
    ("其中：", RowKind.AMONG), ("注：略", RowKind.NOTE), ("填表人：张三", RowKind.NOTE),
    ("数据来源：省厅", RowKind.NOTE), ("全国", RowKind.FIGURES), ("合川区", RowKind.FIGURES),
    ("总口镇", RowKind.FIGURES), ("注西乡", RowKind.FIGURES), ("", RowKind.BLANK), ("　", RowKind.BLANK),
]  # fmt: skip


@pytest.mark.parametrize(("word", "kind"), WORDS)
def test_a_row_is_told_by_the_word_where_its_division_should_be(word: str, kind: RowKind) -> None:
    assert kind_of_row((word,), frozenset()) is kind


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        (("贵阳市小计",), ("贵阳市",)),
        (("贵阳市", "小计"), ("贵阳市",)),
        (("贵州省", "贵阳市合计"), ("贵州省", "贵阳市")),
        (("合计",), ()),
        (("全省合计",), ()),
    ],
)
def test_a_total_may_name_what_it_sums(parts: tuple[str, ...], place: tuple[str, ...]) -> None:
    assert summed_place(parts) == place
