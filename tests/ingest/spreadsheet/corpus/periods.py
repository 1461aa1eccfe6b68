"""Periods as people write them, and where."""

from tests.ingest.spreadsheet.corpus.case import UglyFile, text, workbook

PERIODS = (
    UglyFile(
        "periods of all kinds",
        "months, quarters, halves, years, with and without signs",
        text(
            "地区,期间,法律援助案件\n"
            + "\n".join(
                f"云岩区,{period},{number}"
                for number, period in enumerate(
                    (
                        "2025-03",
                        "2025年3月",
                        "202503",
                        "2025/4",
                        "2025年05月份",
                        "２０２５年６月",
                        "2025-07-31",
                        "2025年上半年",
                        "2025年第一季度",
                        "2025Q2",
                        "2025年",
                        "2024",
                        "45717",
                    ),
                    start=1,
                )
            )
        ),
        """
C2 520103 legal_aid_cases 2025-03 1
C3 520103 legal_aid_cases 2025-03 2
C4 520103 legal_aid_cases 2025-03 3
C5 520103 legal_aid_cases 2025-04 4
C6 520103 legal_aid_cases 2025-05 5
C7 520103 legal_aid_cases 2025-06 6
C8 520103 legal_aid_cases 2025-07 7
C9 520103 legal_aid_cases 2025-H1 8
C10 520103 legal_aid_cases 2025-Q1 9
C11 520103 legal_aid_cases 2025-Q2 10
C12 520103 legal_aid_cases 2025 11
C13 520103 legal_aid_cases 2024 12
C14 520103 legal_aid_cases 2025-03 13
""",
    ),
    UglyFile(
        "dates of a workbook",
        "a real date stands for its month",
        workbook([["地区", "统计月份", "律师人数"], ["云岩区", 45717, 312]], formats={"B": "yyyy-mm-dd"}),
        "C2 520103 lawyers 2025-03 312",
        file_name="a.xlsx",
    ),
    UglyFile(
        "bad periods",
        "no such month, no period at all, nothing",
        text("地区,期间,律师人数\n云岩区,2025年13月,1\n南明区,待定,2\n花溪区,,3\n"),
        """
C2 520103 lawyers - 1
C3 520102 lawyers - 2
C4 520111 lawyers - 3
""",
        found="""
unknown_period B2
unknown_period B3
missing_period B4
""",
    ),
    UglyFile(
        "period in the title",
        "in Chinese digits",
        text("二〇二五年三月律师人数统计表\n地区,人数\n云岩区,312\n"),
        "B3 520103 lawyers 2025-03 312",
    ),
    UglyFile(
        "filled in on another day",
        "填报日期 is not the period",
        text("贵阳市律师情况\n填报日期：2025年4月2日,,报告期：2025年3月\n地区,律师人数\n云岩区,312\n"),
        "B4 520103 lawyers 2025-03 312",
    ),
    UglyFile(
        "period in the file's name",
        "nothing else tells",
        text("地区,律师人数\n云岩区,312\n"),
        "B2 520103 lawyers 2025-03 312",
        file_name="云岩区2025年3月报表（最终版）.csv",
    ),
    UglyFile(
        "period in the sheet's name",
        "the sheet is called 3月, the file 2025年",
        workbook([["地区", "律师人数"], ["云岩区", 312]], names=["3月"]),
        "B2 520103 lawyers 2025-03 312",
        file_name="2025年律师.xlsx",
    ),
    UglyFile(
        "period chosen by hand",
        "the file states none",
        text("地区,律师人数\n云岩区,312\n"),
        "B2 520103 lawyers 2025-Q1 312",
        period="2025-Q1",
    ),
    UglyFile(
        "file before choice",
        "what the file states holds",
        text("2025年3月\n地区,律师人数\n云岩区,312\n"),
        "B3 520103 lawyers 2025-03 312",
        period="2025-02",
    ),
    UglyFile(
        "no period",
        "nobody says when",
        text("地区,律师人数\n云岩区,312\n"),
        "B2 520103 lawyers - 312",
        found="missing_period",
    ),
    UglyFile(
        "cumulative",
        "1-3月 is a span",
        text("2025年1-3月\n地区,法律援助案件\n云岩区,312\n"),
        "B3 520103 legal_aid_cases 2025-01/2025-03 312",
    ),
    UglyFile(
        "spread period",
        "2025 年 3 月 with spaces, in brackets",
        text("贵阳市律师情况\n（2025 年 3 月）\n地区,律师人数\n云岩区,1\n"),
        "B4 520103 lawyers 2025-03 1",
    ),
    UglyFile(
        "from day to day",
        "the title states the first and the last day",
        text("2025年1月1日至2025年3月31日\n地区,法律援助案件\n云岩区,1\n"),
        "B3 520103 legal_aid_cases 2025-01/2025-03 1",
    ),
    UglyFile(
        "a month to date",
        "3月累计 is January to March, 1月累计 is January",
        text("地区,期间,法律援助案件\n云岩区,2025年3月累计,45\n南明区,2025年1月累计,12\n"),
        """
C2 520103 legal_aid_cases 2025-01/2025-03 45
C3 520102 legal_aid_cases 2025-01 12
""",
    ),
    UglyFile(
        "zeros and names of months",
        "二○二五 with a circle, 二0二五 with a digit, and what Excel makes of a month",
        text("地区,期间,律师人数\n云岩区,二○二五年三月,1\n南明区,二0二五年3月,2\n花溪区,Mar-25,3\n"),
        """
C2 520103 lawyers 2025-03 1
C3 520102 lawyers 2025-03 2
C4 520111 lawyers 2025-03 3
""",
    ),
)
