"""What stands above the figures: titles, units, groups of columns, numbered columns."""

from tests.ingest.spreadsheet.corpus.case import UglyFile, text, workbook

HEADINGS = (
    UglyFile(
        "title above",
        "the period and the unit stand above the table",
        text("""
贵阳市2025年3月公共法律服务统计表,,
填报单位：贵阳市司法局,,单位：件、人
区县,律师,法律援助案件
云岩区,312,45
南明区,298,51
"""),
        """
B4 520103 lawyers 2025-03 312
B5 520102 lawyers 2025-03 298
C4 520103 legal_aid_cases 2025-03 45
C5 520102 legal_aid_cases 2025-03 51
""",
    ),
    UglyFile(
        "two heading rows",
        "groups above the columns; saved as CSV the merged cells are empty",
        text("""
2025年3月,,,,,
地区,法律援助,,人民调解,,
,案件数,受援人数,案件数,成功数,成功率（%）
贵阳市,120,130,500,490,98
遵义市,100,110,400,380,95
"""),
        """
B4 520100 legal_aid_cases 2025-03 120
B5 520300 legal_aid_cases 2025-03 100
C4 520100 legal_aid_beneficiaries 2025-03 130
C5 520300 legal_aid_beneficiaries 2025-03 110
D4 520100 disputes_mediated 2025-03 500
D5 520300 disputes_mediated 2025-03 400
E4 520100 disputes_mediated_successfully 2025-03 490
E5 520300 disputes_mediated_successfully 2025-03 380
F4 520100 mediation_success_rate 2025-03 98
F5 520300 mediation_success_rate 2025-03 95
""",
        notes=(
            "Read as UTF-8, separated by commas",
            "2 heading rows, from row 2",
            "Column C 法律援助 受援人数 → Legal aid beneficiaries",
        ),
    ),
    UglyFile(
        "merged headings",
        "the same in a workbook, where the merged ranges are known",
        workbook(
            [
                ["贵州省2025年第一季度法律服务统计表", None, None, None, None],
                ["地区", "法律援助", None, "公证", None],
                [None, "案件数", "受援人数", "办件量", "涉外"],
                ["贵阳市", 120, 130, 900, 12],
                ["遵义市", 100, 110, 800, 9],
            ],
            merged=("A1:E1", "A2:A3", "B2:C2", "D2:E2"),
        ),
        """
B4 520100 legal_aid_cases 2025-Q1 120
B5 520300 legal_aid_cases 2025-Q1 100
C4 520100 legal_aid_beneficiaries 2025-Q1 130
C5 520300 legal_aid_beneficiaries 2025-Q1 110
D4 520100 notary_cases 2025-Q1 900
D5 520300 notary_cases 2025-Q1 800
E4 520100 notary_cases_foreign 2025-Q1 12
E5 520300 notary_cases_foreign 2025-Q1 9
""",
        file_name="统计表.xlsx",
    ),
    UglyFile(
        "three heading rows",
        "a group of groups, and 其中 inside one",
        text("""
2025年上半年,,,
地区,律师队伍,,
,律师人数,其中,
,,专职律师,公职律师
贵阳市,3000,2500,300
"""),
        """
B5 520100 lawyers 2025-H1 3000
C5 520100 lawyers_full_time 2025-H1 2500
D5 520100 lawyers_public 2025-H1 300
""",
    ),
    UglyFile(
        "columns numbered",
        "statistical tables number their columns below the names: 甲 1 2",
        text("""
地区,律师人数,公证员人数
甲,1,2
云岩区,312,12
南明区,298,9
"""),
        """
B3 520103 lawyers 2025-03 312
B4 520102 lawyers 2025-03 298
C3 520103 notaries 2025-03 12
C4 520102 notaries 2025-03 9
""",
        file_name="2025-03.csv",
    ),
    UglyFile(
        "units in a row of their own",
        "人 and 万元 below the names",
        text("""
地区,律师人数,法律援助经费
,人,万元
贵阳市,312,45.5
"""),
        """
B3 520100 lawyers 2025 312
C3 520100 legal_aid_funding 2025 455000
""",
        period="2025",
    ),
    UglyFile(
        "unit line of ten thousands",
        "万元 holds for the column in yuan, not for the people",
        text("""
贵州省2024年法律援助情况
单位：万元、人
地区,法律援助经费,受援人数
贵阳市,1234.56,789
"""),
        """
B4 520100 legal_aid_funding 2024 12345600
C4 520100 legal_aid_beneficiaries 2024 789
""",
    ),
    UglyFile(
        "unit of another thing",
        "a heading that counts lawyers in yuan is doubtful",
        text("地区,期间,律师（元）\n贵阳市,2025-03,312\n"),
        "C2 520100 lawyers 2025-03 312",
        found="other_unit C1",
    ),
    UglyFile(
        "blank columns and rows before",
        "the table starts in column D",
        text("""
,,,,
,,,,
,,,,
,,,地区,律师
,,,云岩区,312
"""),
        "E5 520103 lawyers 2025-03 312",
        file_name="202503.csv",
    ),
    UglyFile(
        "english headings",
        "a table made by a program",
        text("division_code,period,lawyers,legal_aid_cases\n520103,2025-03,312,45\n"),
        """
C2 520103 lawyers 2025-03 312
D2 520103 legal_aid_cases 2025-03 45
""",
    ),
    UglyFile(
        "english words",
        "headings in English, divisions too",
        text("County,Month,Number of lawyers,Law firms\nYunyan,2025-03,312,20\n"),
        """
C2 520103 lawyers 2025-03 312
D2 520103 law_firms 2025-03 20
""",
        within="520000",
    ),
    UglyFile(
        "heading in both languages",
        "an English row below the Chinese one",
        text("地区,律师,公证员\nArea,Lawyers,Notaries\n云岩区,312,12\n"),
        """
B3 520103 lawyers 2025-03 312
C3 520103 notaries 2025-03 12
""",
        period="2025-03",
    ),
    UglyFile(
        "numbered names",
        "1. 律师人数, 其中：专职律师 and (3) 公证员",
        text("地区,1.律师人数（人）,其中：专职律师,（3）公证员\n云岩区,312,300,12\n"),
        """
B2 520103 lawyers 2025-03 312
C2 520103 lawyers_full_time 2025-03 300
D2 520103 notaries 2025-03 12
""",
        period="2025-03",
    ),
    UglyFile(
        "unknown column",
        "a column nobody knows is left out and said",
        text("地区,律师人数,办结数\n云岩区,312,40\n"),
        "B2 520103 lawyers 2025-03 312",
        found="unknown_column C1",
        period="2025-03",
    ),
    UglyFile(
        "columns of text",
        "telephone numbers, people and remarks are no figures",
        text("序号,地区,律师人数,联系人,联系电话,备注\n1,云岩区,312,张三,0851-86512345,已核\n"),
        "C2 520103 lawyers 2025-03 312",
        period="2025-03",
    ),
    UglyFile(
        "comparison columns",
        "同比 and 上年同期 repeat what is known",
        text("地区,律师人数,上年同期,同比增长（%）\n云岩区,312,300,4\n"),
        "B2 520103 lawyers 2025-03 312",
        period="2025-03",
        notes=("Columns left out: C 上年同期 and D 同比增长（%）",),
    ),
    UglyFile(
        "duplicate column",
        "two columns of one measure with different figures: neither is believed",
        text("地区,律师人数,律师,公证员\n云岩区,312,313,12\n"),
        "D2 520103 notaries 2025-03 12",
        found="duplicate_column C1",
        period="2025-03",
    ),
    UglyFile(
        "repeated column",
        "two columns with the same figures are one",
        text("地区,律师人数,律师,公证员\n云岩区,312,312,12\n"),
        """
B2 520103 lawyers 2025-03 312
D2 520103 notaries 2025-03 12
""",
        found="repeated_column C1",
        period="2025-03",
    ),
    UglyFile(
        "heading printed on every page",
        "the heading comes back in the middle of the table",
        text("地区,律师人数\n云岩区,312\n地区,律师人数\n南明区,298\n"),
        """
B2 520103 lawyers 2025-03 312
B4 520102 lawyers 2025-03 298
""",
        period="2025-03",
    ),
    UglyFile(
        "taught column",
        "somebody said once what 办结数 means",
        text("地区,办结数\n云岩区,40\n"),
        "B2 520103 legal_aid_cases 2025-03 40",
        period="2025-03",
        column_aliases={"办结数": "legal_aid_cases"},
    ),
    UglyFile(
        "spaces inside headings",
        "headings spread out with spaces",
        text("地　区,律 师 人 数,公 证 员\n云岩区,312,12\n"),
        """
B2 520103 lawyers 2025-03 312
C2 520103 notaries 2025-03 12
""",
        period="2025-03",
    ),
    UglyFile(
        "measure only in the title",
        "the column only says 人数",
        text("贵阳市2025年3月律师人数\n地区,人数\n云岩区,312\n"),
        "B3 520103 lawyers 2025-03 312",
    ),
    UglyFile(
        "a column called 单位",
        "单位 is the division here, not the unit",
        text("单位,律师\n云岩区,3\n"),
        "B2 520103 lawyers 2025-03 3",
        period="2025-03",
    ),
    UglyFile(
        "parts of a measure",
        "刑事 and 农民工 below 法律援助案件（件）",
        text("地区,办理法律援助案件（件）,\n,刑事,农民工\n云岩区,3,4\n"),
        """
B3 520103 legal_aid_cases_criminal 2025-03 3
C3 520103 legal_aid_cases_migrant 2025-03 4
""",
        period="2025-03",
    ),
    UglyFile(
        "headings with remarks in brackets",
        "区划代码（6位）, and 万人 behind 数值",
        text('区划代码（6位）,指标,数值（万人）\n="520103",常住人口,3.5\n'),
        "C2 520103 population 2025 35000",
        period="2025",
    ),
    UglyFile(
        "three uneven heading rows",
        "the third row holds a part of one column, the units of others, and nothing for the rest",
        text("""
贵阳市2025年第一季度统计表
序号,县区,法律援助,,,,人民调解,
,,案件数（件）,,受援人数,挽回经济损失,调解案件,成功率
,,总数,其中：农民工,（人）,（万元）,,
1,云岩区,120,30,140,55.5,900,97.8%
"""),
        """
C5 520103 legal_aid_cases 2025-Q1 120
D5 520103 legal_aid_cases_migrant 2025-Q1 30
E5 520103 legal_aid_beneficiaries 2025-Q1 140
F5 520103 legal_aid_recovered_cny 2025-Q1 555000
G5 520103 disputes_mediated 2025-Q1 900
H5 520103 mediation_success_rate 2025-Q1 97.8
""",
        notes=("3 heading rows, from row 2", "Column F: numbers in 万"),
    ),
    UglyFile(
        "heading cells merged downwards",
        "the lowest row of the heading says no more than 总数 and a unit",
        workbook(
            [
                ["地区", "法律援助案件", "挽回经济损失", "律师人数"],
                [None, "总数", "（万元）", None],
                ["云岩区", 45, 3.5, 12],
            ],
            merged=("A1:A2", "D1:D2"),
        ),
        """
B3 520103 legal_aid_cases 2025-03 45
C3 520103 legal_aid_recovered_cny 2025-03 35000
D3 520103 lawyers 2025-03 12
""",
        file_name="2025-03.xlsx",
    ),
    UglyFile(
        "districts under 各区",
        "a city with districts only calls them nothing else",
        text("2025年3月北京市\n各区,律师人数\n东城,500\n西城区,300\n"),
        """
B3 110101 lawyers 2025-03 500
B4 110102 lawyers 2025-03 300
""",
    ),
    UglyFile(
        "cities under 地州市",
        "prefectures, autonomous prefectures and cities in one word",
        text("2025年3月新疆\n地州市,律师人数\n乌鲁木齐市,500\n吐鲁番市,300\n"),
        """
B3 650100 lawyers 2025-03 500
B4 650400 lawyers 2025-03 300
""",
    ),
    UglyFile(
        "divisions under any heading",
        "most cells of the column are divisions, whatever its heading says",
        text("2025年3月\n部门,律师人数\n贵阳市司法局,500\n遵义市司法局,300\n厅机关,7\n"),
        """
B3 520100 lawyers 2025-03 500
B4 520300 lawyers 2025-03 300
B5 - lawyers 2025-03 7
""",
        found="unknown_division A5",
    ),
    UglyFile(
        "divisions under no heading",
        "the cell above them is empty",
        text("2025年3月\n,律师人数,公证员\n云岩区,312,5\n南明区,298,6\n"),
        """
B3 520103 lawyers 2025-03 312
B4 520102 lawyers 2025-03 298
C3 520103 notaries 2025-03 5
C4 520102 notaries 2025-03 6
""",
        within="520100",
    ),
    UglyFile(
        "one unit of visits above",
        "人次 counts consultations, and those who were helped; no institutions",
        text("2025年3月贵阳市（单位：万人次）\n区县,法律咨询,受援人数,律师事务所\n云岩区,12,3,20\n"),
        """
B3 520103 consultations 2025-03 120000
C3 520103 legal_aid_beneficiaries 2025-03 30000
D3 520103 law_firms 2025-03 20
""",
        notes=("Column B: numbers in 万",),
    ),
    UglyFile(
        "a unit in the title",
        "in brackets behind the name of what is counted",
        text("2025年3月贵阳市受援人数（万人）\n区县,数量\n云岩区,3\n"),
        "B3 520103 legal_aid_beneficiaries 2025-03 30000",
    ),
    UglyFile(
        "a scale that fits nothing",
        "nobody counts lawyers in 万元; without a word about it they might be thought to be read so",
        text("2025年3月贵阳市（单位：万元）\n区县,律师人数\n云岩区,3\n"),
        "B3 520103 lawyers 2025-03 3",
        found="unused_scale",
    ),
    UglyFile(
        "scales that nobody can read",
        "万人天 is no unit, above a table or in a heading",
        text("2025年3月贵阳市（单位：万人天）\n区县,律师人数,公证员（万人天）\n云岩区,3,4\n"),
        """
B3 520103 lawyers 2025-03 3
C3 520103 notaries 2025-03 4
""",
        found="unused_scale\nunused_scale C2",
    ),
)
