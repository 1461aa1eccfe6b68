"""Cells that hold figures, hold none, or hold something else."""

from tests.ingest.spreadsheet.corpus.case import UglyFile, text, workbook

_PLACES = (
    "云岩区",
    "南明区",
    "花溪区",
    "乌当区",
    "白云区",
    "观山湖区",
    "清镇市",
    "修文县",
    "开阳县",
    "息烽县",
)


def _column(heading: str, *cells: str) -> bytes:
    rows = [f'{place},"{cell}"' for place, cell in zip(_PLACES, cells, strict=False)]
    return text("\n".join([f"地区,{heading}", *rows]))


NUMBERS = (
    UglyFile(
        "ways of writing numbers",
        "thousands, full width, units, 万",
        _column("法律援助案件", "1,234", "１２３４", "1 234", "12件", "3.2万", "1.5万件", "0", "+5", "12.0"),
        """
B2 520103 legal_aid_cases 2025-03 1234
B3 520102 legal_aid_cases 2025-03 1234
B4 520111 legal_aid_cases 2025-03 1234
B5 520112 legal_aid_cases 2025-03 12
B6 520113 legal_aid_cases 2025-03 32000
B7 520115 legal_aid_cases 2025-03 15000
B8 520181 legal_aid_cases 2025-03 0
B9 520123 legal_aid_cases 2025-03 5
B10 520121 legal_aid_cases 2025-03 12
""",
        period="2025-03",
        within="520100",
    ),
    UglyFile(
        "ways of writing nothing",
        "each is missing, none is zero",
        _column("法律援助案件", "", "—", "-", "/", "无", "N/A", "缺", "…", "0"),
        """
B2 520103 legal_aid_cases 2025-03 missing
B3 520102 legal_aid_cases 2025-03 missing
B4 520111 legal_aid_cases 2025-03 missing
B5 520112 legal_aid_cases 2025-03 missing
B6 520113 legal_aid_cases 2025-03 missing
B7 520115 legal_aid_cases 2025-03 missing
B8 520181 legal_aid_cases 2025-03 missing
B9 520123 legal_aid_cases 2025-03 missing
B10 520121 legal_aid_cases 2025-03 0
""",
        period="2025-03",
        within="520100",
    ),
    UglyFile(
        "not applicable and suppressed",
        "two states that are not “missing”",
        _column("法律援助案件", "不适用", "*", "保密"),
        """
B2 520103 legal_aid_cases 2025-03 not_applicable
B3 520102 legal_aid_cases 2025-03 suppressed
B4 520111 legal_aid_cases 2025-03 suppressed
""",
        period="2025-03",
        within="520100",
    ),
    UglyFile(
        "not numbers",
        "words, doubts and errors of formulas",
        _column("法律援助案件", "约100", "12人/月", "#REF!", "一百", "1.2.3", "12,34", "=1+1", "10~20"),
        """
B2 520103 legal_aid_cases 2025-03 faulty
B3 520102 legal_aid_cases 2025-03 faulty
B4 520111 legal_aid_cases 2025-03 faulty
B5 520112 legal_aid_cases 2025-03 faulty
B6 520113 legal_aid_cases 2025-03 faulty
B7 520115 legal_aid_cases 2025-03 faulty
B8 520181 legal_aid_cases 2025-03 faulty
B9 520123 legal_aid_cases 2025-03 faulty
""",
        found="""
not_a_number B2
not_a_number B3
not_a_number B4
not_a_number B5
not_a_number B6
not_a_number B7
not_a_number B8
not_a_number B9
""",
        period="2025-03",
        within="520100",
    ),
    UglyFile(
        "negative in brackets",
        "as bookkeepers write it",
        _column("法律援助案件", "(12)", "-3", "（4）"),
        """
B2 520103 legal_aid_cases 2025-03 -12
B3 520102 legal_aid_cases 2025-03 -3
B4 520111 legal_aid_cases 2025-03 -4
""",
        period="2025-03",
        within="520100",
    ),
    UglyFile(
        "percent",
        "with and without the sign",
        _column("调解成功率（%）", "98.5%", "97", "九成"),
        """
B2 520103 mediation_success_rate 2025-03 98.5
B3 520102 mediation_success_rate 2025-03 97
B4 520111 mediation_success_rate 2025-03 faulty
""",
        found="not_a_number B4",
        period="2025-03",
        within="520100",
    ),
    UglyFile(
        "fractions",
        "a column of percentages that Excel keeps as fractions",
        workbook([["地区", "调解成功率"], ["云岩区", 0.985], ["南明区", 0.97], ["花溪区", 1]]),
        """
B2 520103 mediation_success_rate 2025-03 98.5
B3 520102 mediation_success_rate 2025-03 97
B4 520111 mediation_success_rate 2025-03 100
""",
        found="fraction_for_percent B1",
        file_name="2025-03.xlsx",
    ),
    UglyFile(
        "percent cells",
        "cells shown as percent in Excel",
        workbook([["地区", "调解成功率"], ["云岩区", 0.985], ["南明区", 0.97]], formats={"B": "0.0%"}),
        """
B2 520103 mediation_success_rate 2025-03 98.5
B3 520102 mediation_success_rate 2025-03 97
""",
        file_name="2025-03.xlsx",
    ),
    UglyFile(
        "percent of a count",
        "a share where a number is asked for",
        _column("法律援助案件", "98%", "12"),
        """
B2 520103 legal_aid_cases 2025-03 faulty
B3 520102 legal_aid_cases 2025-03 12
""",
        found="percent_for_count B2",
        period="2025-03",
        within="520100",
    ),
    UglyFile(
        "ten thousands by heading",
        "万 in the heading, and once more in a cell",
        _column("受援人数（万人）", "0.57", "3.2", "1.5万"),
        """
B2 520103 legal_aid_beneficiaries 2025-03 5700
B3 520102 legal_aid_beneficiaries 2025-03 32000
B4 520111 legal_aid_beneficiaries 2025-03 15000
""",
        period="2025-03",
        within="520100",
        notes=("Column B: numbers in 万",),
    ),
    UglyFile(
        "footnote marks",
        "a mark on the name and on the heading",
        text("地区,律师人数①\n云岩区*,312\n南明区②,298\n①含公职律师\n②数据截至三月\n"),
        """
B2 520103 lawyers 2025-03 312
B3 520102 lawyers 2025-03 298
""",
        period="2025-03",
        within="520100",
    ),
    UglyFile(
        "numbers as text",
        "a workbook whose numbers are texts, some with an apostrophe",
        workbook([["地区", "律师人数"], ["云岩区", "312"], ["南明区", "'298"], ["花溪区", "1,150"]]),
        """
B2 520103 lawyers 2025-03 312
B3 520102 lawyers 2025-03 298
B4 520111 lawyers 2025-03 1150
""",
        file_name="2025-03.xlsx",
    ),
    UglyFile(
        "a fraction among percentages",
        "0.95 in a column of 96.9 is hardly less than one per cent",
        text("地区,调解成功率\n云岩区,96.9\n南明区,0.95\n花溪区,0.5%\n乌当区,97.2%\n"),
        """
B2 520103 mediation_success_rate 2025-03 96.9
B3 520102 mediation_success_rate 2025-03 0.95
B4 520111 mediation_success_rate 2025-03 0.5
B5 520112 mediation_success_rate 2025-03 97.2
""",
        file_name="2025-03.csv",
        found="fraction_among_percentages B3",
    ),
    UglyFile(
        "units by the row",
        "only one row counts in 万",
        text("项目,计量单位,云岩区\n受援人数,人,140\n挽回经济损失,万元,3.5\n"),
        """
C2 520103 legal_aid_beneficiaries 2025-03 140
C3 520103 legal_aid_recovered_cny 2025-03 35000
""",
        file_name="2025-03.csv",
        notes=("Numbers in 万 where the row says so",),
    ),
)
