"""Whatever bytes come, reading ends with sheets or with a sentence, within its share of memory."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from atlas.ingest.spreadsheet.files import read_file
from atlas.ingest.spreadsheet.sheet import ReadFile
from atlas.problems import TEMPLATES, AtlasError
from tests.ingest.spreadsheet import memory_of_reading
from tests.ingest.spreadsheet.workbooks import FILES, ods, ods_cell, xlsx

STARTS = [
    b"",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\x09\x08",
]
TABLE = '表：2025年3月\n\n行政区划,期间,数值\n云岩区,2025-03,"1,234"\n南明区，2025-03，12\n合计,,1246\n'
ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
BOOKS = [
    (FILES / "three_sheets.xls").read_bytes(),
    xlsx(lambda _, sheet: sheet.write_row(0, 0, ["云岩区", 12, 0.5, "=1"])),
    ods(f"<table:table-row>{ods_cell('float', '12', '12')}</table:table-row>"),
]
SPOIL = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.sampled_from([b"", b"\x00", b"\xff", b"\n", b'"', b"\x00" * 9, b"<a>"]),
    ),
    min_size=1,
    max_size=12,
)


def outcome(content: bytes, name: str = "a.csv") -> ReadFile | str:
    """What was read, or the sentence that says why not; anything else that is raised fails the test."""
    try:
        read = read_file(content, name)
    except AtlasError as error:
        return TEMPLATES[error.problem.id]
    for sheet in read.sheets:
        assert len({len(column) for column in sheet.columns}) <= 1
        assert not any(column.null_count for column in sheet.columns)
        for column in sheet.columns:
            column.validate(full=True)
    return read


def spoiled(content: bytes, places: list[tuple[float, bytes]]) -> bytes:
    """The content with bytes replaced or left out here and there."""
    changed = bytearray(content)
    for share, piece in places:
        at = int(share * len(changed))
        changed[at : at + max(len(piece), 1)] = piece
    return bytes(changed)


@given(st.sampled_from(STARTS), st.binary(max_size=300), st.text(max_size=20))
@settings(max_examples=150)
@example(b"", b'"', "a")
@example(b"", b"\x1f,\x1f\n", "a")
def test_random_bytes_end_in_sheets_or_a_sentence(start: bytes, content: bytes, name: str) -> None:
    outcome(start + content, name)


@given(
    st.text(st.sampled_from('a1甲,;\t|，"\n\r\x00\x1a\x1f \ufeff'), max_size=200), st.sampled_from(ENCODINGS)
)
@settings(max_examples=200)
def test_random_tables_end_in_sheets_or_a_sentence(text: str, encoding: str) -> None:
    outcome(text.encode(encoding))


@given(st.sampled_from(ENCODINGS), SPOIL)
@settings(max_examples=150)
def test_spoiled_tables_end_in_sheets_or_a_sentence(encoding: str, places: list[tuple[float, bytes]]) -> None:
    outcome(spoiled(TABLE.encode(encoding), places))


@given(st.sampled_from(BOOKS), SPOIL)
@settings(max_examples=40)
def test_spoiled_workbooks_end_in_sheets_or_a_sentence(
    book: bytes, places: list[tuple[float, bytes]]
) -> None:
    outcome(spoiled(book, places), "a.xlsx")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_table_reads_the_same_in_every_encoding(encoding: str) -> None:
    read = outcome(TABLE.encode(encoding))
    assert isinstance(read, ReadFile)
    assert read.sheets[0].row(4) == ("云岩区", "2025-03", "1,234")
    assert read.sheets[0].row(5) == ("南明区", "2025-03", "12")


# What Arrow and Python keep at hand whatever the file's size.
AT_HAND = 20_000_000


@pytest.mark.parametrize("shape", memory_of_reading.SHAPES)
def test_reading_takes_at_most_ten_times_the_size_of_a_file(shape: str, project: Path) -> None:
    pytest.importorskip("resource")
    command = [sys.executable, "-m", "tests.ingest.spreadsheet.memory_of_reading", shape]
    said = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True).stdout
    size, taken = map(int, said.split())
    assert size > 1_000_000
    assert taken <= 10 * size + AT_HAND
