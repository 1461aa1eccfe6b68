"""Long, wide, crossed and transposed tables."""

from tests.ingest.spreadsheet.corpus.case import UglyFile, text, workbook

LAYOUTS = (
    UglyFile(
        "long",
        "one figure in a row",
        text("""
地区,期间,指标,数值
云岩区,2025-03,律师人数,312
云岩区,2025-03,法律援助案件,45
南明区,2025-03,律师人数,298
"""),
        """
D2 520103 lawyers 2025-03 312
D3 520103 legal_aid_cases 2025-03 45
D4 520102 lawyers 2025-03 298
""",
    ),
    UglyFile(
        "long with units",
        "a unit for each row",
        text("""
地区,期间,指标,单位,数值
贵阳市,2025-03,律师人数,人,3120
贵阳市,2025-03,法律援助经费,万元,45.5
"""),
        """
E2 520100 lawyers 2025-03 3120
E3 520100 legal_aid_funding 2025-03 455000
""",
    ),
    UglyFile(
        "long with merged divisions",
        "the division stands only in the first of its rows",
        text("""
地区,指标,数值
云岩区,律师人数,312
,法律援助案件,45
南明区,律师人数,298
,法律援助案件,51
"""),
        """
C2 520103 lawyers 2025-03 312
C3 520103 legal_aid_cases 2025-03 45
C4 520102 lawyers 2025-03 298
C5 520102 legal_aid_cases 2025-03 51
""",
        file_name="2025年3月.csv",
    ),
    UglyFile(
        "merged divisions in a workbook",
        "the same, merged",
        workbook(
            [
                ["地区", "指标", "数值"],
                ["云岩区", "律师人数", 312],
                [None, "法律援助案件", 45],
                [None, "公证员", 9],
                ["南明区", "律师人数", 298],
            ],
            merged=("A2:A4",),
        ),
        """
C2 520103 lawyers 2025-03 312
C3 520103 legal_aid_cases 2025-03 45
C4 520103 notaries 2025-03 9
C5 520102 lawyers 2025-03 298
""",
        file_name="2025年3月.xlsx",
    ),
    UglyFile(
        "months across",
        "one row a division and measure, one column a month",
        text("""
地区,指标,2025年1月,2025年2月,2025年3月
云岩区,律师人数,310,311,312
南明区,律师人数,296,297,298
"""),
        """
C2 520103 lawyers 2025-01 310
C3 520102 lawyers 2025-01 296
D2 520103 lawyers 2025-02 311
D3 520102 lawyers 2025-02 297
E2 520103 lawyers 2025-03 312
E3 520102 lawyers 2025-03 298
""",
    ),
    UglyFile(
        "months across without a year",
        "the year stands in the title",
        text("""
2025年贵阳市律师人数
区县,1月,2月,3月
云岩区,310,311,312
"""),
        """
B3 520103 lawyers 2025-01 310
C3 520103 lawyers 2025-02 311
D3 520103 lawyers 2025-03 312
""",
    ),
    UglyFile(
        "measures over months",
        "律师 over 1月 and 2月, 公证员 over 1月 and 2月",
        text("""
地区,律师人数,,公证员,
,2025年1月,2025年2月,2025年1月,2025年2月
云岩区,310,311,12,13
"""),
        """
B3 520103 lawyers 2025-01 310
C3 520103 lawyers 2025-02 311
D3 520103 notaries 2025-01 12
E3 520103 notaries 2025-02 13
""",
    ),
    UglyFile(
        "months over measures",
        "2025年1月 over 律师 and 公证员",
        text("""
地区,2025年1月,,2025年2月,
,律师人数,公证员,律师人数,公证员
云岩区,310,12,311,13
"""),
        """
B3 520103 lawyers 2025-01 310
C3 520103 notaries 2025-01 12
D3 520103 lawyers 2025-02 311
E3 520103 notaries 2025-02 13
""",
    ),
    UglyFile(
        "this month and to date",
        "本月 and 本年累计 below each measure",
        text("""
贵州省2025年3月法律援助情况表
地区,法律援助案件,,人民调解案件,
,本月,本年累计,本月,累计
贵阳市,120,350,500,1500
"""),
        """
B4 520100 legal_aid_cases 2025-03 120
C4 520100 legal_aid_cases 2025-01/2025-03 350
D4 520100 disputes_mediated 2025-03 500
E4 520100 disputes_mediated 2025-01/2025-03 1500
""",
        notes=("2 heading rows, from row 2",),
    ),
    UglyFile(
        "divisions across",
        "measures down the side, divisions across the top",
        text("""
指标,云岩区,南明区,花溪区
律师人数,312,298,150
法律援助案件,45,51,20
"""),
        """
B2 520103 lawyers 2025-03 312
B3 520103 legal_aid_cases 2025-03 45
C2 520102 lawyers 2025-03 298
C3 520102 legal_aid_cases 2025-03 51
D2 520111 lawyers 2025-03 150
D3 520111 legal_aid_cases 2025-03 20
""",
        period="2025-03",
        within="520000",
    ),
    UglyFile(
        "divisions across beside a unit",
        "单位 is the unit here, not the division",
        text("""
指标,单位,合计,云岩区,南明区
律师人数,人,610,312,298
法律援助经费,万元,12.5,7.5,5
"""),
        """
D2 520103 lawyers 2025-03 312
D3 520103 legal_aid_funding 2025-03 75000
E2 520102 lawyers 2025-03 298
E3 520102 legal_aid_funding 2025-03 50000
""",
        period="2025-03",
        within="520000",
    ),
    UglyFile(
        "one county's form",
        "no column of divisions: the form is one county's",
        text("""
贵阳市云岩区公共法律服务月报
填报单位：云岩区司法局,2025年3月
指标,数值
律师人数,312
法律援助案件,45
"""),
        """
B4 520103 lawyers 2025-03 312
B5 520103 legal_aid_cases 2025-03 45
""",
        notes=(
            "All figures are for Yunyan District",
            "Period March 2025 from the title",
            "The heading is in row 3",
        ),
    ),
    UglyFile(
        "one county's form without a name",
        "the uploader answers for one county",
        text("指标,数值\n律师人数,312\n"),
        "B2 520103 lawyers 2025-03 312",
        period="2025-03",
        within="520103",
    ),
    UglyFile(
        "year and month apart",
        "two columns for the period",
        text("地区,年份,月份,律师人数\n云岩区,2025,3,312\n云岩区,2025年,4月,313\n"),
        """
D2 520103 lawyers 2025-03 312
D3 520103 lawyers 2025-04 313
""",
    ),
    UglyFile(
        "long with unknown measures",
        "one name wrong by a letter, one left out, one left out with its figure",
        text("""
地区,期间,指标,数值
云岩区,2025-03,绿师人数,312
南明区,2025-03,,45
花溪区,2025-03,,
乌当区,2025-03,律师人数（人）,20
"""),
        """
D2 520103 - 2025-03 312
D3 520102 - 2025-03 45
D5 520112 lawyers 2025-03 20
""",
        found="""
unknown_measure C2
missing_measure C3
""",
    ),
    UglyFile(
        "total across",
        "合计 beside the divisions across is no division",
        text("项目,合计,云岩区,南明区\n律师,5,2,3\n"),
        """
C2 520103 lawyers 2025-03 2
D2 520102 lawyers 2025-03 3
""",
        period="2025-03",
    ),
    UglyFile(
        "nobody's figures",
        "neither a column nor a title names a division",
        text("指标,数值\n律师,3\n"),
        "B2 - lawyers 2025-03 3",
        found="unstated_division",
        period="2025-03",
    ),
    UglyFile(
        "months across, of nothing",
        "neither a title nor a heading says what is counted",
        text("地区,2025年1月,2025年2月\n云岩区,3,4\n"),
        "",
        found="unstated_measure",
    ),
)
