"""Several tables on one sheet: one is read, and each of the others is named."""

from tests.ingest.spreadsheet.corpus.case import UglyFile, text, workbook

SEVERAL_TABLES = (
    UglyFile(
        "a second table below",
        "its heading names other measures, so that its figures are not those of the first",
        text("""
2025年3月贵阳市
地区,律师人数,律师事务所,公证员
云岩区,312,20,5
南明区,298,18,6
,,,
二、法律援助,,,
地区,法律援助案件,受援人数,公证机构
花溪区,45,50,1
乌当区,51,55,2
"""),
        """
B3 520103 lawyers 2025-03 312
B4 520102 lawyers 2025-03 298
C3 520103 law_firms 2025-03 20
C4 520102 law_firms 2025-03 18
D3 520103 notaries 2025-03 5
D4 520102 notaries 2025-03 6
""",
        found="stacked_table 6",
    ),
    UglyFile(
        "a second table of unknown columns below",
        "what stands below headings that nobody knows is no figure of the columns above either",
        text("2025年3月,\n地区,律师人数\n云岩区,312\n地区,走访数\n南明区,9\n"),
        "B3 520103 lawyers 2025-03 312",
        found="stacked_table 4",
    ),
    UglyFile(
        "another month below",
        "a title below the figures begins a table of another month",
        text("""
2025年3月贵阳市律师情况
区县,律师人数
云岩区,312
,
2025年4月安顺市律师情况
区县,律师人数
西秀区,120
"""),
        "B3 520103 lawyers 2025-03 312",
        found="stacked_table 5",
    ),
    UglyFile(
        "another month below, without a heading",
        "the same, where the heading is not repeated",
        text("2025年3月,\n区县,律师人数\n云岩区,312\n2025年4月,\n云岩区,313\n"),
        "B3 520103 lawyers 2025-03 312",
        found="stacked_table 4",
    ),
    UglyFile(
        "another city below",
        "the month is the same, the title names a city beside that of the first",
        text("2025年3月贵阳市\n区县,律师人数\n云岩区,312\n2025年3月安顺市\n区县,律师人数\n西秀区,120\n"),
        "B3 520103 lawyers 2025-03 312",
        found="stacked_table 4",
    ),
    UglyFile(
        "another unit below",
        "the heading is the same, the line above it says 万",
        text("2025年3月\n单位：人,\n区县,受援人数\n云岩区,312\n单位：万人,\n区县,受援人数\n南明区,2\n"),
        "B4 520103 legal_aid_beneficiaries 2025-03 312",
        found="stacked_table 5",
    ),
    UglyFile(
        "a heading repeated on every page",
        "the same title and heading again, in other words, and a note with another date at the end",
        text("""
2025年3月贵阳市律师情况
区县,律师人数
云岩区,312
2025年3月贵阳市律师情况（续）
区县,律师数
南明区,298
注：2025年4月2日导出
"""),
        """
B3 520103 lawyers 2025-03 312
B6 520102 lawyers 2025-03 298
""",
        notes=("Repeated headings, left out: 5",),
    ),
    UglyFile(
        "a table above a larger one",
        "the table with more columns is read, the one above it named; its title is not the other's",
        workbook(
            [
                ["一、律师情况（2025年2月）", None, None],
                ["地区", "律师人数", None],
                ["云岩区", 312, None],
                ["南明区", 298, None],
                [None, None, None],
                ["二、法律援助情况（2025年3月）", None, None],
                ["地区", "法律援助案件", "受援人数"],
                ["云岩区", 45, 50],
            ]
        ),
        """
B8 520103 legal_aid_cases 2025-03 45
C8 520103 legal_aid_beneficiaries 2025-03 50
""",
        file_name="上报.xlsx",
        found="stacked_table 2",
    ),
    UglyFile(
        "two tables side by side",
        "a list printed in two halves: the left one is read",
        text("""
2025年3月贵阳市律师人数
序号,区县,律师人数,序号,区县,律师人数
1,云岩区,312,3,白云区,100
2,南明区,298,4,观山湖区,150
"""),
        """
C3 520103 lawyers 2025-03 312
C4 520102 lawyers 2025-03 298
""",
        found="table_beside D2",
        notes=("Columns left out: A 序号, D 序号, E 区县 and F 律师人数",),
    ),
    UglyFile(
        "the division on either side",
        "a wide table repeats the names for the eye; it is one table",
        text("2025年3月\n地区,律师人数,地区,公证员\n云岩区,312,云岩区,5\n"),
        """
B3 520103 lawyers 2025-03 312
D3 520103 notaries 2025-03 5
""",
    ),
)
