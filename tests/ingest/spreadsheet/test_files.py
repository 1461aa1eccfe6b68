"""Any file that somebody may upload: read for what it is, or refused with what to do."""

import hashlib
import re
from pathlib import Path

import pytest

from atlas.ingest.spreadsheet import files, limits
from atlas.ingest.spreadsheet.file_names import display_name
from atlas.ingest.spreadsheet.files import OTHER_FORMAT, read_file
from atlas.problems import AtlasError
from tests.ingest.spreadsheet.workbooks import (
    FILES,
    archive,
    ods,
    ods_cell,
    raw_cell,
    raw_xlsx,
    with_size_denied,
    xlsx,
)

TABLE = "行政区划,数值\n云岩区,12\n"
BLANKS = " " * 30_000_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
ENTITIES = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


def test_a_text_says_how_it_was_read() -> None:
    content = TABLE.replace(",", ";").encode("gbk")
    read = read_file(content, "三月.csv")
    assert (read.format, read.encoding, read.delimiter, read.file_name) == ("CSV", "GB18030", ";", "三月.csv")
    assert (read.size, read.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert read.sheets[0].row(2) == ("云岩区", "12")
    assert read.notes == ()


@pytest.mark.parametrize(
    ("content", "name", "kind", "ending"),
    [
        (TABLE.encode("gbk"), "a.xlsx", "CSV", "xlsx"),
        (TABLE.replace(",", "\t").encode("utf-16"), "a.xls", "CSV", "xls"),
        (xlsx(lambda _, sheet: sheet.write(0, 0, 1)), "a.csv", "XLSX", "csv"),
        ((FILES / "three_sheets.xls").read_bytes(), "a.xlsx", "XLS", "xlsx"),
    ],
)
def test_a_wrong_ending_is_read_for_what_it_is_and_said(
    content: bytes, name: str, kind: str, ending: str
) -> None:
    read = read_file(content, name)
    assert read.format == kind
    assert [(note.message, note.fields) for note in read.notes] == [
        (OTHER_FORMAT, {"format": kind, "ending": ending})
    ]


@pytest.mark.parametrize("name", ["a.csv", "a.TSV", "a.txt", "a"])
def test_a_right_ending_is_nothing_to_speak_of(name: str) -> None:
    assert read_file(TABLE.encode(), name).notes == ()


UNUSABLE = [
    (b"", "empty_file", "nothing"),
    (b"\xef\xbb\xbf", "empty_file", "only a byte order mark"),
    (b"\n\n,,\n", "empty_file", "only empty cells"),
    (xlsx(lambda *_: None), "empty_file", "an empty workbook"),
    (b"%PDF-1.7\n...", "not_a_spreadsheet", "a PDF"),
    (b"\x89PNG\r\n\x1a\n....", "not_a_spreadsheet", "a picture"),
    (b"{\\rtf1 a}", "not_a_spreadsheet", "a rich text"),
    (archive({"word/document.xml": "<w/>"}), "not_a_spreadsheet", "a Word document"),
    (archive({"ppt/presentation.xml": "<p/>"}), "not_a_spreadsheet", "slides"),
    (archive({"a.csv": TABLE}), "not_a_spreadsheet", "a zipped table"),
    (archive({"mimetype": "application/vnd.oasis.opendocument.text"}), "not_a_spreadsheet", "an open text"),
    (OLE + "WordDocument".encode("utf-16-le"), "not_a_spreadsheet", "an old Word document"),
    (OLE, "damaged_file", "an old container with something else"),
    (b"<table><tr><td>1</td></tr></table>", "not_a_spreadsheet", "a web page called a workbook"),
    (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted_file", "a workbook with a password"),
    ((FILES / "password.xls").read_bytes(), "encrypted_file", "an old one with a password"),
    (b"PK\x03\x04" + b"\x00" * 100, "damaged_file", "an archive cut off"),
    (xlsx(lambda _, sheet: sheet.write(0, 0, 1))[:-200], "damaged_file", "a workbook cut off"),
    ((FILES / "three_sheets.xls").read_bytes()[:1_500], "damaged_file", "an old one cut off"),
    (raw_xlsx("<c r="), "damaged_file", "broken XML"),
    (raw_xlsx(raw_cell("A1", "&b;"), before=ENTITIES), "damaged_file", "an entity bomb"),
    (raw_xlsx(raw_cell("A1", 5) + BLANKS), "unpacks_too_large", "a zip bomb"),
    (archive({str(number): b"" for number in range(5_001)}), "unpacks_too_large", "very many parts"),
    (
        with_size_denied(raw_xlsx(raw_cell("A1", 5) + BLANKS), "xl/worksheets/sheet1.xml", 500),
        "damaged_file",
        "a zip bomb whose headers lie",
    ),
    (raw_xlsx(raw_cell("A1", 5) + raw_cell("XFD1048576", 5)), "workbook_too_large", "two cells far apart"),
    (raw_xlsx(raw_cell("A1", 5) + raw_cell("XFD2", 5)), "too_many_columns", "a cell far to the right"),
    (
        ods(
            '<table:table-row table:number-rows-repeated="1000000">'
            + ods_cell("float", "1", "1", ' table:number-columns-repeated="1000"')
            + "</table:table-row>"
        ),
        "damaged_file",
        "a thousand million repeated cells",
    ),
]


@pytest.mark.parametrize(
    ("content", "problem", "reason"), UNUSABLE, ids=[reason for _, _, reason in UNUSABLE]
)
def test_what_cannot_be_used_is_refused_with_its_name_and_a_remedy(
    content: bytes, problem: str, reason: str
) -> None:
    with pytest.raises(AtlasError) as caught:
        read_file(content, "../三月.xlsx")
    assert caught.value.problem.id == problem, reason
    assert caught.value.problem.fields["file"] == "三月.xlsx"
    assert "{" not in caught.value.problem.english()


def test_every_problem_of_a_file_has_a_case(project: Path) -> None:
    folder = project / "atlas" / "ingest" / "spreadsheet"
    modules = ("encodings", "files", "formats", "limits", "workbook")
    sources = "".join((folder / f"{module}.py").read_text("utf-8") for module in modules)
    raised = set(re.findall(r'(?:Problem|_too_many)\(\s*"(\w+)"', sources))
    here_or_below = {"file_too_large", "slow_file"}
    with_the_text_tables = {"unknown_encoding", "line_too_long", "too_many_rows", "too_many_cells"}
    assert raised == {problem for _, problem, _ in UNUSABLE} | here_or_below | with_the_text_tables


def test_a_cyclic_table_of_sectors_ends() -> None:
    content = bytearray((FILES / "three_sheets.xls").read_bytes())
    table = 512 * (int.from_bytes(content[76:80], "little") + 1)
    content[table : table + 40] = b"\x00" * 40
    with pytest.raises(AtlasError) as caught:
        read_file(bytes(content), "a.xls")
    assert caught.value.problem.id in ("workbook_too_large", "damaged_file")


def test_a_file_above_the_limit_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILE_BYTES", 1_000_000)
    monkeypatch.setattr(files, "format_of", lambda *_: pytest.fail("looked at"))
    with pytest.raises(AtlasError) as caught:
        read_file(b"a,b\n" * 500_000, "a.csv")
    assert caught.value.problem.fields == {"file": "a.csv", "size": "2", "limit": "1"}


def test_a_workbook_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("atlas.ingest.spreadsheet.workbook.WORKBOOK_SECONDS", 0)
    with pytest.raises(AtlasError) as caught:
        read_file(xlsx(lambda _, sheet: sheet.write(0, 0, 1)), "a.xlsx")
    assert caught.value.problem.id == "slow_file"


@pytest.mark.parametrize(
    ("name", "shown", "reason"),
    [
        ("三月.xlsx", "三月.xlsx", "a plain name"),
        ("../../etc/passwd", "passwd", "a path upwards"),
        ("/etc/passwd", "passwd", "an absolute path"),
        ("C:\\Users\\me\\a.csv", "a.csv", "a path of Windows"),
        ("a\x00b\n.csv", "a b .csv", "control characters"),
        ("a\u202excod.xlsx", "a xcod.xlsx", "a character that turns the direction"),
        ("..", "file", "only dots"),
        ("", "file", "nothing"),
        ("<script>.csv", "<script>.csv", "markup is shown as text"),
        ("甲" * 300 + ".xlsx", "甲" * 108 + "….xlsx", "a very long one"),
    ],
)
def test_a_name_is_shown_without_tricks(name: str, shown: str, reason: str) -> None:
    assert display_name(name) == shown, reason
