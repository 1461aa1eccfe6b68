"""Units as cells and headings write them: 万 and 亿, and the words that only name what is counted."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from atlas.ingest.spreadsheet.cell_characters import plain

SCALES = {"百": 100, "千": 1_000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000}
SCALES |= {"十万": 100_000, "十亿": 1_000_000_000, "百亿": 10_000_000_000, "万亿": 1_000_000_000_000}
# fmt: off
UNITS = (
    "人次", "人", "名", "位", "件次", "件", "个次", "个百分点", "个", "次", "元", "户", "家", "所", "处",
    "场次", "场", "起", "宗", "例", "条", "份", "篇", "部", "台", "套", "支", "项", "批", "间", "座",
    "村", "组", "社区", "机构", "岗", "天", "小时", "分钟", "岁", "平方公里", "公里", "平方米", "米",
    "人民币元", "对", "队", "卷", "本", "册", "页", "单", "笔",
)
ENGLISH_UNITS = (
    "persons", "people", "person", "cases", "case", "times", "offices", "centres", "yuan", "hours",
    "days",
)
# fmt: on
ENGLISH_SCALES = {"thousand": 1_000, "million": 1_000_000, "10,000": 10_000, "10000": 10_000, "1,000": 1_000}


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


SCALE = _any_of(SCALES)
UNIT = _any_of((*UNITS, *ENGLISH_UNITS))

_WRITTEN = re.compile(
    rf"(?:(?P<scale>{SCALE})|(?P<english>{_any_of(ENGLISH_SCALES)}) ?)?(?P<unit>{UNIT}|%|)", re.IGNORECASE
)
_STATED = re.compile(r"(?:计量)?(?:单位|units?) ?[:： ] ?(?P<text>[^()]+)", re.IGNORECASE)
_BRACKETED = re.compile(r"[(\[【〔](?P<text>[^()\[\]【】〔〕]*)[)\]】〕]")

_SCALED = re.compile(
    rf"(?:单位 ?[:： ] ?|[(\[【〔])(?P<unit>[十百千]?[万亿](?:{UNIT})[^()\[\]【】〔〕]{{0,8}})"
)


class StatedUnit(NamedTuple):
    """What the numbers below a heading count in: what multiplies them, and the unit without 万 or 亿."""

    factor: float
    unit: str

    @property
    def written(self) -> str:
        """The unit as a heading writes it: 万元."""
        scale = {10_000.0: "万", 100_000_000.0: "亿", 1_000.0: "千", 100.0: "百"}.get(self.factor, "")
        return f"{scale}{self.unit}"


def read_unit_factor(text: str) -> StatedUnit:
    """The unit that a heading or a note states: “受援人数（万人）”, “单位：万元”, “(件)”, “万件”.

    Where no unit is stated, or several are (“单位：人、件”), factor 1 and the unit "" are given.

    >>> read_unit_factor("受援人数（万人次）")
    StatedUnit(factor=10000.0, unit='人次')
    """
    cleaned = plain(text)
    stated = _STATED.search(cleaned)
    candidates = [stated["text"]] if stated else []
    candidates += [found["text"] for found in _BRACKETED.finditer(cleaned)]
    candidates.append(cleaned)
    for candidate in candidates:
        inner = _STATED.fullmatch(candidate.strip())
        written = _WRITTEN.fullmatch((inner["text"] if inner else candidate).strip(" 。;,."))
        if written is not None and written[0]:
            return StatedUnit(_factor(written), written["unit"].lower())
    return StatedUnit(1.0, "")


def unread_scale(text: str) -> str:
    """What begins like 万人 or 亿元 where a unit belongs and is none that is known; "" if nothing does."""
    if read_unit_factor(text).factor != 1.0:
        return ""
    found = _SCALED.search(plain(text))
    return found["unit"].strip() if found is not None else ""


def _factor(written: re.Match[str]) -> float:
    if written["scale"]:
        return float(SCALES[written["scale"]])
    return float(ENGLISH_SCALES[written["english"].lower()]) if written["english"] else 1.0
