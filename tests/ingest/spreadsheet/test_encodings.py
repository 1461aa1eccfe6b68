"""Encodings are found by what the bytes say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.ingest.spreadsheet.encodings import NULS, REPLACED, decode
from atlas.problems import AtlasError

TABLE = "行政区划,数值\n云岩区,12\n南明区，3\n"
CASES = [
    ("utf-8", "UTF-8", "without a mark"),
    ("utf-8-sig", "UTF-8", "with one"),
    ("gb18030", "GB18030", "China's standard"),
    ("gbk", "GB18030", "which contains GBK"),
    ("gb2312", "GB18030", "and GB 2312"),
    ("utf-16", "UTF-16", "with a mark"),
    ("utf-16-le", "UTF-16", "without, low byte first"),
    ("utf-16-be", "UTF-16", "without, high byte first"),
    ("utf-32", "UTF-32", "as nobody saves it"),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "name", "reason"), CASES, ids=[reason for _, _, reason in CASES])
def test_an_encoding_is_recognised(codec: str, name: str, reason: str) -> None:
    decoded = decode(TABLE.encode(codec), "a.csv")
    assert (decoded.encoding, decoded.data.decode()) == (name, TABLE), reason
    assert decoded.notes == ()


@pytest.mark.parametrize("text", ["联通", "模,1\n", "指标\n模\n"])
def test_gbk_that_happens_to_be_valid_utf8_is_still_chinese(text: str) -> None:
    content = text.encode("gbk")
    if text != "联通":  # where Python's decoder is stricter than others
        content.replace("指标".encode("gbk"), b"").decode()
    assert decode(content, "a.csv").data.decode() == text


@pytest.mark.parametrize("text", ["name,n\nÜrümqi,2\n", "Café\n", "Привет,1\n", "10 €\n"])
def test_other_languages_in_utf8_stay_what_they_are(text: str) -> None:
    assert decode(text.encode(), "a.csv").data.decode() == text


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_few_broken_bytes_are_said_and_the_rest_is_read(codec: str) -> None:
    content = (TABLE * 50).encode(codec) + b"\xff\n"
    decoded = decode(content, "a.csv")
    assert decoded.data.decode() == TABLE * 50 + "\ufffd\n"
    assert [(note.message, note.fields) for note in decoded.notes] == [(REPLACED, {"count": 1})]


def test_a_file_cut_in_the_middle_of_a_character_is_read() -> None:
    assert decode((TABLE * 20).encode()[:-5], "a.csv").encoding == "UTF-8"


def test_nul_characters_are_left_out_and_said() -> None:
    decoded = decode(b"a\x00,b\n1,2\x00\n", "a.csv")
    assert (decoded.data, decoded.notes[0].message) == (b"a,b\n1,2\n", NULS)
    assert decoded.notes[0].fields == {"count": 2}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_one_way_whatever_the_machine(end: str) -> None:
    assert decode(TABLE.replace("\n", end).encode(), "a.csv").data.decode() == TABLE


@pytest.mark.parametrize(
    ("content", "problem", "reason"),
    [
        (b"\xef\xbb\xbf", "empty_file", "only a mark"),
        (b"\xff\xfe", "empty_file", "only another"),
        (b" \r\n\t\n", "empty_file", "only spaces"),
        (b"\x00" * 500, "not_a_spreadsheet", "nothing but NUL"),
        (bytes(range(1, 32)) * 20, "not_a_spreadsheet", "control characters"),
        (bytes(range(128, 256)) * 20, "unknown_encoding", "no encoding makes sense of it"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "not_a_spreadsheet", "a web page called .xls"),
        (b'<?xml version="1.0"?><Workbook/>', "not_a_spreadsheet", "an XML spreadsheet of 2003"),
        (b"MIME-Version: 1.0\n", "not_a_spreadsheet", "a web archive"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, problem: str, reason: str) -> None:
    with pytest.raises(AtlasError) as caught:
        decode(content, "a.csv")
    assert caught.value.problem.id == problem, reason
    assert caught.value.problem.fields["file"] == "a.csv"


CHINESE = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=4, max_size=40)


@given(CHINESE, st.sampled_from(["utf-8", "gb18030", "utf-16", "utf-8-sig"]))
def test_chinese_reads_back_from_every_encoding(text: str, codec: str) -> None:
    table = f"行政区划,数值,{text}\n{text},1\n"
    assert decode(table.encode(codec), "a.csv").data.decode() == table
