"""Rows that sum others, and what stands below a table."""

from tests.ingest.spreadsheet.corpus.case import UglyFile, text, workbook

TOTALS = (
    UglyFile(
        "total below",
        "合计 at the end",
        text("地区,律师人数\n云岩区,3\n南明区,4\n合计,7\n"),
        """
B2 520103 lawyers 2025-03 3
B3 520102 lawyers 2025-03 4
""",
        totals="B4 - lawyers 2025-03 7 2-3",
        period="2025-03",
    ),
    UglyFile(
        "total above",
        "全市 at the top",
        text("地区,律师人数\n全市,7\n云岩区,3\n南明区,4\n"),
        """
B3 520103 lawyers 2025-03 3
B4 520102 lawyers 2025-03 4
""",
        totals="B2 - lawyers 2025-03 7 3-4",
        period="2025-03",
    ),
    UglyFile(
        "spread total",
        "合 计 with spaces, in the column of numbers",
        text("序号,地区,律师人数\n1,云岩区,3\n2,南明区,4\n合 计,,7\n"),
        """
C2 520103 lawyers 2025-03 3
C3 520102 lawyers 2025-03 4
""",
        totals="C4 - lawyers 2025-03 7 2-3",
        period="2025-03",
    ),
    UglyFile(
        "subtotals below",
        "小计 after each city, 总计 at the end",
        text("市,县,律师人数\n贵阳市,云岩区,3\n,南明区,4\n,小计,7\n遵义市,红花岗区,5\n,小计,5\n总计,,12\n"),
        """
C2 520103 lawyers 2025-03 3
C3 520102 lawyers 2025-03 4
C5 520302 lawyers 2025-03 5
""",
        totals="""
C4 520100 lawyers 2025-03 7 2-3
C6 520300 lawyers 2025-03 5 5-5
C7 - lawyers 2025-03 12 2-5
""",
        period="2025-03",
    ),
    UglyFile(
        "subtotals above",
        "小计 before its rows",
        text("市,县,律师人数\n贵阳市,小计,7\n,云岩区,3\n,南明区,4\n遵义市,小计,5\n,红花岗区,5\n"),
        """
C3 520103 lawyers 2025-03 3
C4 520102 lawyers 2025-03 4
C6 520302 lawyers 2025-03 5
""",
        totals="""
C2 520100 lawyers 2025-03 7 3-4
C5 520300 lawyers 2025-03 5 6-6
""",
        period="2025-03",
    ),
    UglyFile(
        "named totals",
        "贵阳市合计 sums Guiyang's rows",
        text("地区,律师人数\n云岩区,3\n南明区,4\n贵阳市合计,7\n红花岗区,5\n遵义市合计,5\n全省总计,12\n"),
        """
B2 520103 lawyers 2025-03 3
B3 520102 lawyers 2025-03 4
B5 520302 lawyers 2025-03 5
""",
        totals="""
B4 520100 lawyers 2025-03 7 2-3
B6 520300 lawyers 2025-03 5 5-5
B7 - lawyers 2025-03 12 2-5
""",
        period="2025-03",
        notes=("Rows of totals, checked and not added: 4, 6 and 7",),
    ),
    UglyFile(
        "parent is no total",
        "贵州省 above its cities states its own figure",
        text("地区,律师人数\n贵州省,12\n贵阳市,7\n遵义市,5\n"),
        """
B2 520000 lawyers 2025-03 12
B3 520100 lawyers 2025-03 7
B4 520300 lawyers 2025-03 5
""",
        period="2025-03",
    ),
    UglyFile(
        "totals of a long table",
        "one for each measure",
        text(
            "地区,指标,数值\n云岩区,律师,3\n云岩区,公证员,1\n南明区,律师,4\n南明区,公证员,2\n合计,律师,7\n合计,公证员,3\n"
        ),
        """
C2 520103 lawyers 2025-03 3
C3 520103 notaries 2025-03 1
C4 520102 lawyers 2025-03 4
C5 520102 notaries 2025-03 2
""",
        totals="""
C6 - lawyers 2025-03 7 2-5
C7 - notaries 2025-03 3 2-5
""",
        period="2025-03",
    ),
    UglyFile(
        "notes below",
        "who filled it in, and when",
        text(
            "地区,律师人数\n云岩区,3\n南明区,4\n\n注：1.律师人数含公职律师。\n2.数据截至3月31日。\n"
            "单位负责人：李四,填表人：张三\n填报日期：2025年4月2日\n"
        ),
        """
B2 520103 lawyers 2025-03 3
B3 520102 lawyers 2025-03 4
""",
        period="2025-03",
        notes=("Notes, left out: 5, 6, 7 and 8",),
    ),
    UglyFile(
        "among",
        "其中： alone heads a list of parts",
        text("地区,律师人数\n贵阳市,7\n其中：,\n云岩区,3\n其中：女律师,2\n"),
        """
B2 520100 lawyers 2025-03 7
B4 520103 lawyers 2025-03 3
""",
        period="2025-03",
    ),
    UglyFile(
        "section lines",
        "a line of text between two parts of the table",
        text("地区,律师人数\n一、城区,\n云岩区,3\n二、郊县,\n修文县,4\n"),
        """
B3 520103 lawyers 2025-03 3
B5 520123 lawyers 2025-03 4
""",
        period="2025-03",
    ),
    UglyFile(
        "several sheets",
        "instructions first, the figures in the second, a small one after",
        workbook(
            [["填报说明"], ["请按月填报"]],
            [["地区", "律师人数", "公证员"], ["云岩区", 3, 1], ["南明区", 4, 2]],
            [["地区", "律师人数"], ["云岩区", 9]],
            names=["说明", "数据", "旧"],
        ),
        """
B2 520103 lawyers 2025-03 3
B3 520102 lawyers 2025-03 4
C2 520103 notaries 2025-03 1
C3 520102 notaries 2025-03 2
""",
        file_name="2025-03.xlsx",
        found="other_tables",
        notes=("The sheet “数据” was read; left out: 说明 and 旧",),
    ),
)
