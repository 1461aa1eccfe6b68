"""Text files as they leave other people's programs: encodings, separators, quotation marks, line ends."""

from tests.ingest.spreadsheet.corpus.case import UglyFile, text

_TABLE = """\
地区,2025年3月律师人数,法律援助案件
云岩区,312,45
南明区,298,51
"""
_READ = """
B2 520103 lawyers 2025-03 312
B3 520102 lawyers 2025-03 298
C2 520103 legal_aid_cases 2025-03 45
C3 520102 legal_aid_cases 2025-03 51
"""
TEXT_FILES = (
    UglyFile("utf-8", "the plain case", text(_TABLE), _READ),
    UglyFile("byte order mark", "Excel's “CSV UTF-8”", text(_TABLE, "utf-8-sig"), _READ),
    UglyFile(
        "gb18030",
        "Excel's plain CSV on a Chinese Windows",
        text(_TABLE, "gb18030"),
        _READ,
        notes=("Read as GB18030, separated by commas",),
    ),
    UglyFile(
        "utf-16",
        "Excel's “Unicode text”",
        text(_TABLE.replace(",", "\t"), "utf-16"),
        _READ,
        file_name="上报.txt",
    ),
    UglyFile("semicolons", "a Windows set to another country", text(_TABLE.replace(",", ";")), _READ),
    UglyFile("tabs", "copied out of a table", text(_TABLE.replace(",", "\t")), _READ),
    UglyFile("full-width commas", "typed by hand", text(_TABLE.replace(",", "，")), _READ),
    UglyFile("carriage returns", "line ends of an old Macintosh", text(_TABLE.replace("\n", "\r")), _READ),
    UglyFile(
        "empty lines everywhere",
        "a blank line after each row",
        text(_TABLE.replace("\n", "\n\n")),
        """
B3 520103 lawyers 2025-03 312
B5 520102 lawyers 2025-03 298
C3 520103 legal_aid_cases 2025-03 45
C5 520102 legal_aid_cases 2025-03 51
""",
    ),
    UglyFile(
        "trailing commas",
        "empty columns that somebody once clicked into",
        text(_TABLE.replace("\n", ",,,\n")),
        _READ,
    ),
    UglyFile(
        "line break in a heading",
        "a heading wrapped with Alt+Enter",
        text('地区,"律师\n人数","法律援助\n案件数（件）"\n云岩区,312,45\n'),
        """
B2 520103 lawyers 2025-03 312
C2 520103 legal_aid_cases 2025-03 45
""",
        file_name="2025年3月.csv",
    ),
    UglyFile(
        "thousands in quotation marks",
        "the separator of thousands is the separator of cells",
        text('地区,期间,律师人数\n贵阳市,2025-03,"3,120"\n'),
        "C2 520100 lawyers 2025-03 3120",
    ),
    UglyFile(
        "wrong ending",
        "a text file that calls itself a workbook",
        text(_TABLE),
        _READ,
        file_name="上报.xlsx",
    ),
    UglyFile(
        "thousands without quotation marks",
        "a number is taken for two cells: beyond the last column, or in that of remarks, another one stands",
        text(
            "地区,律师人数,公证员,备注\n云岩区,1,234,56,\n南明区,312,1,150\n花溪区,150,12,3\n乌当区,150,12,,无\n"
        ),
        """
B2 520103 lawyers 2025-03 1
B3 520102 lawyers 2025-03 312
B4 520111 lawyers 2025-03 150
B5 520112 lawyers 2025-03 150
C2 520103 notaries 2025-03 234
C3 520102 notaries 2025-03 1
C4 520111 notaries 2025-03 12
C5 520112 notaries 2025-03 12
""",
        file_name="2025-03.csv",
        found="overlong_row B2\noverlong_row C3",
    ),
)
