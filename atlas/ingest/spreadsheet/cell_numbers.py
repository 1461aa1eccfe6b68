"""Numbers as people write them in cells."""

import math
import re
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from atlas.ingest.spreadsheet.cell_characters import plain
from atlas.ingest.spreadsheet.cell_units import SCALE, SCALES, UNIT
from atlas.ingest.spreadsheet.distinct import distinct

VALUE, MISSING, NOT_APPLICABLE, SUPPRESSED, FAULTY = range(5)
STATUSES = ("value", "missing", "not_applicable", "suppressed", "faulty")

# fmt: off
MISSING_TEXTS = frozenset((
    "/", "//", "\\", "无", "无数据", "没有", "缺", "缺失", "缺报", "暂无", "暂缺", "空", "未报",
    "未上报", "未填", "未统计", "…", "……", "...", "..", ".", "n/a", "na", "#n/a", "null", "none", "nil",
))
# fmt: on
NOT_APPLICABLE_TEXTS = frozenset(("不适用", "不涉及", "not applicable"))
SUPPRESSED_TEXTS = frozenset(("*", "**", "***", "保密", "涉密", "不公开", "confidential", "suppressed"))

_DASHES = re.compile(r"[-‐‑‒–—―─ ]+")
# At most 15 digits: these casts are exact, longer ones go the careful way.
_PLAIN_NUMBER = r"^[-+]?[0-9]{1,15}(\.[0-9]{1,15})?$"
_WRITTEN = re.compile(
    r"(?P<bracket>\()? ?(?P<sign>[-+△▲])? ?¥? ?"
    r"(?P<digits>[0-9]{1,3}(?:(?P<separator>[,' ])[0-9]{3})(?:(?P=separator)[0-9]{3})*(?:\.[0-9]*)?"
    r"|[0-9]{1,30}(?:\.[0-9]{0,30})?|\.[0-9]{1,30})"
    rf"(?P<power>e[-+]?[0-9]{{1,2}})? ?(?P<scale>{SCALE})?(?:(?P<percent> ?%)| ?(?P<unit>{UNIT}))?"
    r" ?(?P<close>\))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, eq=False)
class Numbers:
    """A column of cells read as numbers, entry for entry.

    `value` is NaN unless the status is value; 万 and 亿 are multiplied out, and `factor` says by how much.
    `percent` marks the cells with a percent sign, whose value stays 0–100. `unit` is the trailing unit
    without 万 or 亿, "" where there is none. `status_code` numbers `STATUSES`.
    """

    value: npt.NDArray[np.float64]
    status_code: npt.NDArray[np.int8]
    factor: npt.NDArray[np.float64]
    percent: npt.NDArray[np.bool_]
    unit: pa.DictionaryArray

    @property
    def status(self) -> pa.DictionaryArray:
        """The status of each cell in words, dictionary-encoded."""
        return pa.DictionaryArray.from_arrays(self.status_code, pa.array(STATUSES, pa.string()))


def read_numbers(texts: pa.Array | pa.ChunkedArray) -> Numbers:
    """Read a column of texts, dictionary-encoded or not. Never raises for what a cell says.

    A dash, “无”, “/”, “N/A” or nothing is missing, “不适用” not applicable, “*” or “保密” suppressed. What is
    neither one of these nor one plain number, such as “约100” or “12人/月”, is faulty.
    """
    parts = distinct(texts)
    size = len(parts.texts)
    value = np.full(size, np.nan)
    code = np.full(size, FAULTY, np.int8)
    factor = np.ones(size)
    percent = np.zeros(size, np.bool_)
    unit_code = np.zeros(size, np.int32)
    units = {"": 0}
    plain_ones = pc.match_substring_regex(parts.texts, _PLAIN_NUMBER)
    are_plain = plain_ones.to_numpy(zero_copy_only=False)
    value[are_plain] = pc.cast(parts.texts.filter(plain_ones), pa.float64()).to_numpy()
    code[are_plain] = VALUE
    rest = np.flatnonzero(~are_plain)
    for place, text in zip(rest.tolist(), parts.texts.take(pa.array(rest)).to_pylist(), strict=True):
        read = read_number(text)
        value[place], code[place], factor[place], percent[place] = (
            read.value,
            read.status,
            read.factor,
            read.percent,
        )
        unit_code[place] = units.setdefault(read.unit, len(units))
    return Numbers(
        value=value[parts.places],
        status_code=code[parts.places],
        factor=factor[parts.places],
        percent=percent[parts.places],
        unit=pa.DictionaryArray.from_arrays(unit_code[parts.places], pa.array(list(units), pa.string())),
    )


@dataclass(frozen=True, slots=True)
class Number:
    """One cell read as a number; `status` numbers `STATUSES`."""

    value: float
    status: int
    factor: float = 1.0
    percent: bool = False
    unit: str = ""


def read_number(text: str) -> Number:
    """One cell; see `read_numbers`."""
    cleaned = plain(text[:200]).lower()
    if not cleaned or cleaned in MISSING_TEXTS or _DASHES.fullmatch(cleaned):
        return Number(math.nan, MISSING)
    if cleaned in NOT_APPLICABLE_TEXTS:
        return Number(math.nan, NOT_APPLICABLE)
    if cleaned in SUPPRESSED_TEXTS:
        return Number(math.nan, SUPPRESSED)
    written = _WRITTEN.fullmatch(cleaned) if len(text) <= 200 else None
    return Number(math.nan, FAULTY) if written is None else _number(written)


def _number(written: re.Match[str]) -> Number:
    brackets = (written["bracket"] is not None) + (written["close"] is not None)
    signed = written["sign"] is not None
    if brackets == 1 or (brackets and signed) or (written["percent"] and written["scale"]):
        return Number(math.nan, FAULTY)
    digits = written["digits"].replace(written["separator"] or ",", "")
    factor = SCALES[written["scale"]] if written["scale"] else 1
    # 0.57 万 is 5,700 exactly; in binary it would be 5,699.999….
    value = float(Decimal(digits + (written["power"] or "")) * factor)
    negative = brackets or written["sign"] in ("-", "△", "▲")
    return Number(
        -value if negative else value, VALUE, float(factor), bool(written["percent"]), written["unit"] or ""
    )


def multiplied(values: npt.NDArray[np.float64], factor: float) -> npt.NDArray[np.float64]:
    """`values` × `factor`, without the traces that binary fractions leave: 0.57 × 10,000 is 5,700.

    >>> multiplied(np.array([0.57, 3.2]), 10_000.0).tolist()
    [5700.0, 32000.0]
    """
    if factor == 1.0:
        return values
    product = values * factor
    # Rounded to the 15 digits that a decimal number keeps; powers of ten up to 22 are exact.
    with np.errstate(divide="ignore", invalid="ignore"):
        magnitude = np.floor(np.log10(np.abs(product)))
    shift = 10.0 ** np.clip(np.nan_to_num(14 - magnitude, posinf=0.0, neginf=0.0), 0, 22)
    rounded: npt.NDArray[np.float64] = np.rint(product * shift) / shift
    return rounded
