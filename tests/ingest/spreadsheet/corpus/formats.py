"""Workbooks of other programs and other times, and cells that a workbook keeps in its own way."""

from pathlib import Path

from tests.ingest.spreadsheet.corpus.case import UglyFile, workbook
from tests.ingest.spreadsheet.workbooks import ods, ods_cell

FILES = Path(__file__).parents[1] / "files"


def _ods_row(*cells: str | int | float) -> str:
    written = (
        ods_cell("string", cell, cell) if isinstance(cell, str) else ods_cell("float", str(cell), str(cell))
        for cell in cells
    )
    return f"<table:table-row>{''.join(written)}</table:table-row>"


FORMATS = (
    UglyFile(
        "xls",
        "a workbook of 1997, with a title and merged headings",
        (FILES / "legal_aid.xls").read_bytes(),
        """
B4 520302 legal_aid_cases 2025-03 12
B5 520303 legal_aid_cases 2025-03 9
C4 520302 legal_aid_beneficiaries 2025-03 13
C5 520303 legal_aid_beneficiaries 2025-03 10
D4 520302 legal_aid_recovered_cny 2025-03 45000
D5 520303 legal_aid_recovered_cny 2025-03 missing
""",
        totals="""
B6 - legal_aid_cases 2025-03 21 4-5
C6 - legal_aid_beneficiaries 2025-03 23 4-5
D6 - legal_aid_recovered_cny 2025-03 45000 4-5
""",
        file_name="法律援助.xls",
    ),
    UglyFile(
        "ods",
        "LibreOffice's own format",
        ods(
            _ods_row("地区", "律师人数", "调解成功率")
            + _ods_row("云岩区", 312, 98.5)
            + _ods_row("合计", 312, "—")
        ),
        """
B2 520103 lawyers 2025-03 312
C2 520103 mediation_success_rate 2025-03 98.5
""",
        totals="B3 - lawyers 2025-03 312 2-2",
        file_name="2025-03.ods",
    ),
    UglyFile(
        "codes as numbers",
        "codes and counts are numbers in a workbook, not texts",
        workbook([["区划代码", "期间", "律师人数"], [520103, 202503, 312], [520102.0, 202503, 298]]),
        """
C2 520103 lawyers 2025-03 312
C3 520102 lawyers 2025-03 298
""",
        file_name="a.xlsx",
    ),
    UglyFile(
        "empty sheets first",
        "three sheets, two of them empty",
        workbook([], [], [["地区", "律师人数"], ["云岩区", 312]]),
        "B2 520103 lawyers 2025-03 312",
        file_name="2025-03.xlsx",
    ),
    UglyFile(
        "sheet for each month",
        "the fullest sheet is read, the others are named",
        workbook(
            [["地区", "律师人数"], ["云岩区", 310]],
            [["地区", "律师人数"], ["云岩区", 311], ["南明区", 297]],
            names=["1月", "2月"],
        ),
        """
B2 520103 lawyers 2025-02 311
B3 520102 lawyers 2025-02 297
""",
        file_name="2025年.xlsx",
        found="other_tables",
    ),
    UglyFile(
        "formulas in text",
        "a cell that would run a program if a spreadsheet opened it again",
        workbook([["地区", "律师人数", "备注"], ["云岩区", 312, "'=cmd|' /C calc'!A0"]]),
        "B2 520103 lawyers 2025-03 312",
        file_name="2025-03.xlsx",
    ),
    UglyFile(
        "vertical merge of groups",
        "the total's name spans two columns, the city's name two rows",
        workbook(
            [["市", "县", "律师人数"], ["贵阳市", "云岩区", 3], [None, "南明区", 4], ["合计", None, 7]],
            merged=("A2:A3", "A4:B4"),
        ),
        """
C2 520103 lawyers 2025-03 3
C3 520102 lawyers 2025-03 4
""",
        totals="C4 - lawyers 2025-03 7 2-3",
        file_name="2025-03.xlsx",
    ),
    UglyFile(
        "path tricks in the name",
        "a file name that points elsewhere still tells the period",
        workbook([["地区", "律师人数"], ["云岩区", 312]]),
        "B2 520103 lawyers 2025-03 312",
        file_name="../../etc/2025年3月.xlsx",
    ),
)
