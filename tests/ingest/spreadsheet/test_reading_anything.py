"""Given whatever, the reader answers with figures in their places, or with a problem that says why."""

import contextlib
import random
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from atlas.definitions import load_definitions
from atlas.divisions import load_divisions
from atlas.findings import Severity
from atlas.ingest.spreadsheet.cell_numbers import STATUSES
from atlas.ingest.spreadsheet.intake import Intake, Vocabulary
from atlas.ingest.spreadsheet.reading import read_spreadsheet
from atlas.problems import AtlasError
from tests.ingest.spreadsheet.corpus import CORPUS

DIVISIONS, DEFINITIONS = load_divisions(), load_definitions()
VOCABULARY = Vocabulary(DIVISIONS, DEFINITIONS, within="520000")
CELLS = (
    "", " ", "地区", "区划代码", "省", "市", "县", "乡镇", "单位", "指标", "数值", "期间", "年份", "月份",
    "备注", "序号", "计量单位", "律师人数", "法律援助案件", "受援人数（万人）", "调解成功率", "人民调解",
    "成功数", "本月", "累计", "同比", "2025年3月", "2025-03", "3月", "2025", "贵州省", "贵阳市", "云岩区",
    "云岩", "520103", "520103001", "贵州省/贵阳市/云岩区", "鼓楼区", "火星区", "遵义县", "文昌阁街道",
    "合计", "小计", "贵阳市合计", "全省", "其中：", "其中：女", "注：略", "填表人：张三", "（人）",
    "单位：万元", "甲", "1", "2", "3", "0.95", "98%", "1,234", "3.2万", "—", "无", "约100", "-5", "不适用",
    "*", "=1+1", "<b>", "\u200b", "１２", "1e5", "9999999999999999999999999999999999999999",
)  # fmt: skip
BYTES = tuple(case.content for case in CORPUS)
TEXTS = tuple(case.content for case in CORPUS if case.file_name.endswith(".csv"))

_cells = st.one_of(st.sampled_from(CELLS), st.text(max_size=6))
_tables = st.lists(st.lists(_cells, max_size=7), max_size=14)


@given(_tables, st.sampled_from((",", "\t", ";", "，")))
@settings(max_examples=150)
def test_any_table_of_usual_words_is_read_or_refused(rows: list[list[str]], separator: str) -> None:
    _read("\n".join(separator.join(row) for row in rows).encode("utf-8", "replace"), "任意.csv")


@given(_tables)
@settings(max_examples=150)
def test_any_table_below_a_sound_heading_is_read(rows: list[list[str]]) -> None:
    heading = "序号,省,市,县,期间,指标,数值,律师人数,备注\n"
    body = "\n".join(",".join(cell.replace(",", "") for cell in row) for row in rows)
    _read((heading + body).encode("utf-8", "replace"), "2025-03.csv")


@given(st.integers(0, len(TEXTS) - 1), st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_a_file_whose_rows_and_cells_were_shuffled_is_read_or_refused(
    which: int, chance: random.Random
) -> None:
    with contextlib.suppress(UnicodeDecodeError):
        rows = [line.split(",") for line in TEXTS[which].decode("utf-8").split("\n")]
        for _ in range(chance.randint(1, 6)):
            chance.choice(_SPOILERS)(rows, chance)
        _read("\n".join(",".join(row) for row in rows).encode(), "乱.csv")


@given(st.integers(0, len(BYTES) - 1), st.randoms(use_true_random=False))
@settings(max_examples=100)
def test_a_file_with_spoilt_bytes_is_read_or_refused(which: int, chance: random.Random) -> None:
    content = bytearray(BYTES[which])
    for _ in range(chance.randint(1, 8)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    _read(bytes(content[: chance.randint(1, len(content))]), CORPUS[which].file_name)


def _read(content: bytes, file_name: str) -> None:
    with contextlib.suppress(AtlasError):
        _check(read_spreadsheet(content, file_name, VOCABULARY))


def _check(intake: Intake) -> None:
    """Every figure stands where it says, and whatever it lacks is found in its row or in the whole file."""
    rows, width = intake.sheet.rows, len(intake.sheet.columns)
    errors = {0: {""}}
    for findings in intake.findings:
        for found in findings:
            assert 0 <= found.row <= rows
            assert 0 <= found.column <= width
            assert all(name in found.fields for name in _braces(found.rule.sentence) - {"value"})
            if found.rule.severity is Severity.ERROR:
                errors.setdefault(found.row, set()).add(found.rule.id)
    for figure in [*intake.figures.to_pylist(), *intake.totals.to_pylist()]:
        assert figure["text"] == intake.sheet.columns[figure["column"] - 1][figure["row"] - 1].as_py()
        assert figure["status"] in STATUSES
        assert (figure["value"] == figure["value"]) == (figure["status"] == "value")
        assert not figure["division"] or DIVISIONS[figure["division"]].valid_to is None
        assert not figure["measure"] or figure["measure"] in DEFINITIONS.measures
        assert (figure["period"] == "") == (figure["first_month"] == -1)
    for figure in intake.figures.to_pylist():
        lacks = not (figure["division"] and figure["measure"] and figure["period"])
        if lacks and figure["text"].strip():
            assert errors.get(figure["row"]) or len(errors[0]) > 1


def _braces(message: str) -> set[str]:
    return {part.split("}")[0] for part in message.split("{")[1:]}


def _drop_row(rows: list[list[str]], chance: random.Random) -> None:
    if len(rows) > 1:
        rows.pop(chance.randrange(len(rows)))


def _repeat_row(rows: list[list[str]], chance: random.Random) -> None:
    rows.insert(chance.randrange(len(rows)), list(chance.choice(rows)))


def _swap_columns(rows: list[list[str]], chance: random.Random) -> None:
    left, right = chance.randrange(4), chance.randrange(4)
    for row in rows:
        if max(left, right) < len(row):
            row[left], row[right] = row[right], row[left]


def _write_cell(rows: list[list[str]], chance: random.Random) -> None:
    row = chance.choice(rows)
    row[chance.randrange(len(row))] = chance.choice(CELLS)


def _clear_column(rows: list[list[str]], chance: random.Random) -> None:
    column = chance.randrange(4)
    for row in rows[chance.randrange(len(rows)) :]:
        if column < len(row):
            row[column] = ""


_SPOILERS: tuple[Callable[[list[list[str]], random.Random], None], ...] = (
    _drop_row, _repeat_row, _swap_columns, _write_cell, _clear_column,
)  # fmt: skip
