"""What the rows below a heading are: figures of a division, totals, notes, repeated headings."""

import re
from collections.abc import Iterable, Set
from enum import IntEnum

from atlas.ingest.spreadsheet.cell_characters import plain
from atlas.ingest.spreadsheet.column_words import DIVISION_KINDS, Kind, kind_of
from atlas.ingest.spreadsheet.name_keys import name_key

_OWN = re.compile(r".{0,12}?(?:本级|[省市州盟县区旗](?:直(?:属|机关|单位|属单位)?|级(?:机关|单位)?))")


class RowKind(IntEnum):
    """What a row is; only FIGURES rows are read as figures."""

    BLANK, FIGURES, GRAND_TOTAL, SUBTOTAL, AMONG, NOTE, HEADING = range(7)


_DIVISION_KINDS = frozenset((Kind.CODE, *DIVISION_KINDS))
_GRAND = re.compile(
    r"(?:本?[页表]?(?:合计|总计|共计|累计|总和|总数|汇总|合计数|总合计)|全[省市县区州盟旗镇乡](?:合计|总计|共计|汇总|小计)?"
    r"|(?:grand)?totals?|sum|overall|alltotal|total.{0,12})"
)
_SUB = re.compile(r"(?P<of>.*?)(?:小计|合计|总计|共计|汇总|subtotal)")
_BRACKETED = re.compile(r"[(（][^()（）]*[)）]")
_AMONG = re.compile(r"其中|among|ofwhich|内")
_NOTE = re.compile(
    r"\s*[*※★#【\[（(]?\s*(?:注\s*[:：0-9一二三]|注$|附注|备注\s*[:：]|说明\s*[:：]|填表说明|填报说明|指标解释|填[表报]人|制表|审[核批]|复核|(?:单位|部门|统计)?负责人|"
    r"联系(?:人|电话)|填[报表](?:日期|时间|单位)|报出日期|报送|(?:数据|资料)?来源\s*[:：]|单位\s*[:：]|打印|以上|主管|经办人|分管领导|"
    r"sources?\s*[:：]|notes?\s*[:：]|remarks?\s*[:：]|prepared by|checked by)",
    re.IGNORECASE,
)


def kind_of_row(parts: Iterable[str], headings: Set[str]) -> RowKind:
    """What the cells that should name the division say of a row.

    `headings` are the names (as keys) of the columns of the division, which a printed table repeats; a table
    in two languages has them twice.
    """
    written = [part for part in parts if part and not part.isspace()]
    if not written:
        return RowKind.BLANK
    if written[-1].isdecimal():
        return RowKind.FIGURES
    if all(name_key(part) in headings or kind_of(part) in _DIVISION_KINDS for part in written):
        return RowKind.HEADING
    if _NOTE.match(plain(written[0])) or len(written[0]) > 200:
        return RowKind.NOTE
    key = name_key(written[-1])
    if _AMONG.fullmatch(key):
        return RowKind.AMONG
    if _GRAND.fullmatch(key):
        return RowKind.GRAND_TOTAL if len(written) == 1 else RowKind.SUBTOTAL
    return RowKind.SUBTOTAL if _SUB.fullmatch(key) else RowKind.FIGURES


def summed_place(parts: Iterable[str]) -> tuple[str, ...]:
    """The cells that say what a total sums: 贵阳市 of “贵阳市小计”; empty where nothing is named."""
    written = [plain(part) for part in parts if plain(part)]
    found = _SUB.fullmatch(written[-1].replace(" ", "")) if written else None
    if found is not None and found["of"] and not _GRAND.fullmatch(name_key(written[-1])):
        return (*written[:-1], found["of"])
    return tuple(written[:-1])


def is_among(parts: Iterable[str]) -> bool:
    """Whether a row only states a part of the row above it: “其中：女律师”."""
    written = [part for part in parts if part and not part.isspace()]
    return bool(written) and plain(written[-1][:20]).startswith("其中")


def are_own_offices(text: str) -> bool:
    """Whether a row stands for what a division does itself, beside its children: “市本级”, “省直”."""
    return bool(_OWN.fullmatch(name_key(_BRACKETED.sub("", text[:60]))))


def is_note(text: str) -> bool:
    """Whether a cell begins a note below a table."""
    return bool(_NOTE.match(plain(text[:200])))
