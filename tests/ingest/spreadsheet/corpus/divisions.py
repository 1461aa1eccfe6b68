"""Divisions as people write them."""

from tests.ingest.spreadsheet.corpus.case import UglyFile, text


def _lawyers(*places: str) -> bytes:
    rows = [f"{place},2025-03,{number}" for number, place in enumerate(places, start=1)]
    return text("\n".join(["地区,期间,律师人数", *rows]))


DIVISIONS = (
    UglyFile(
        "short names",
        "without 省, 市, 区, 县",
        _lawyers("贵州", "贵阳", "云岩", "修文"),
        """
C2 520000 lawyers 2025-03 1
C3 520100 lawyers 2025-03 2
C4 520103 lawyers 2025-03 3
C5 520123 lawyers 2025-03 4
""",
    ),
    UglyFile(
        "short autonomous names",
        "as people say them",
        _lawyers("黔南州", "黔东南", "威宁县", "内蒙古", "伊犁州"),
        """
C2 522700 lawyers 2025-03 1
C3 522600 lawyers 2025-03 2
C4 520526 lawyers 2025-03 3
C5 150000 lawyers 2025-03 4
C6 654000 lawyers 2025-03 5
""",
    ),
    UglyFile(
        "spread names",
        "spaces inside, full-width ones too",
        _lawyers("贵 阳 市", "云　岩　区", " 南明区 "),
        """
C2 520100 lawyers 2025-03 1
C3 520103 lawyers 2025-03 2
C4 520102 lawyers 2025-03 3
""",
    ),
    UglyFile(
        "paths",
        "贵州省/贵阳市/云岩区 and its relatives",
        _lawyers(
            "贵州省/贵阳市/云岩区",
            "贵州省贵阳市南明区",
            "贵州 - 贵阳 - 花溪",
            "北京市/市辖区/朝阳区",
            "吉林省吉林市",
        ),
        """
C2 520103 lawyers 2025-03 1
C3 520102 lawyers 2025-03 2
C4 520111 lawyers 2025-03 3
C5 110105 lawyers 2025-03 4
C6 220200 lawyers 2025-03 5
""",
    ),
    UglyFile(
        "codes",
        "6 digits, 12 digits, as numbers with a decimal, of townships",
        text(
            "区划代码,期间,律师人数\n520103,2025-03,1\n520102000000,2025-03,2\n520111.0,2025-03,3\n"
            "520103001,2025-03,4\n520103002000,2025-03,5\n"
        ),
        """
C2 520103 lawyers 2025-03 1
C3 520102 lawyers 2025-03 2
C4 520111 lawyers 2025-03 3
C5 520103001 lawyers 2025-03 4
C6 520103002 lawyers 2025-03 5
""",
    ),
    UglyFile(
        "codes beside names",
        "云岩区（520103）",
        _lawyers("云岩区（520103）", "520102 南明区"),
        """
C2 520103 lawyers 2025-03 1
C3 520102 lawyers 2025-03 2
""",
    ),
    UglyFile(
        "code and name disagree",
        "the code is believed, and a tick is asked for",
        text("代码,名称,期间,律师人数\n520103,南明区,2025-03,1\n520102,南明区,2025-03,2\n"),
        """
D2 520103 lawyers 2025-03 1
D3 520102 lawyers 2025-03 2
""",
        found="code_and_name_differ B2",
    ),
    UglyFile(
        "wrong code, right name",
        "a code that no division has",
        text("代码,名称,期间,律师人数\n520999,云岩区,2025-03,1\n"),
        "D2 520103 lawyers 2025-03 1",
        found="code_and_name_differ B2",
    ),
    UglyFile(
        "retired",
        "names and codes that were given up",
        text("代码,名称,期间,律师人数\n,遵义县,2025-03,1\n110228,密云县,2025-03,2\n"),
        """
D2 520304 lawyers 2025-03 1
D3 110118 lawyers 2025-03 2
""",
        found="""
retired_division B2
retired_division B3
""",
    ),
    UglyFile(
        "path columns",
        "省, 市 and 县 in columns of their own",
        text(
            "省份,地市,区县,期间,律师人数\n贵州省,贵阳市,云岩区,2025-03,1\n四川省,乐山市,市中区,2025-03,2\n"
            "四川省,内江市,市中区,2025-03,3\n四川省,内江市,,2025-03,4\n"
        ),
        """
E2 520103 lawyers 2025-03 1
E3 511102 lawyers 2025-03 2
E4 511002 lawyers 2025-03 3
E5 511000 lawyers 2025-03 4
""",
    ),
    UglyFile(
        "merged path columns",
        "the city stands only in the first of its rows",
        text("市,县,律师人数\n乐山市,市中区,1\n,沙湾区,2\n内江市,市中区,3\n,东兴区,4\n"),
        """
C2 511102 lawyers 2025-03 1
C3 511111 lawyers 2025-03 2
C4 511002 lawyers 2025-03 3
C5 511011 lawyers 2025-03 4
""",
        file_name="2025-03.csv",
    ),
    UglyFile(
        "townships",
        "townships by name below their county",
        text("县,乡镇,调解案件\n云岩区,文昌阁街道,1\n,毓秀路街道办事处,2\n南明区,新华路街道,3\n"),
        """
C2 520103001 disputes_mediated 2025-03 1
C3 520103002 disputes_mediated 2025-03 2
C4 520102003 disputes_mediated 2025-03 3
""",
        file_name="2025-03.csv",
    ),
    UglyFile(
        "city above its counties",
        "市中区 is the one of the city above it",
        text("地区,律师人数\n乐山市,100\n市中区,60\n沙湾区,40\n内江市,90\n市中区,50\n东兴区,40\n"),
        """
B2 511100 lawyers 2025-03 100
B3 511102 lawyers 2025-03 60
B4 511111 lawyers 2025-03 40
B5 511000 lawyers 2025-03 90
B6 511002 lawyers 2025-03 50
B7 511011 lawyers 2025-03 40
""",
        file_name="2025-03.csv",
    ),
    UglyFile(
        "neighbours tell",
        "鼓楼区 among the districts of Nanjing",
        _lawyers("玄武区", "秦淮区", "鼓楼区"),
        """
C2 320102 lawyers 2025-03 1
C3 320104 lawyers 2025-03 2
C4 320106 lawyers 2025-03 3
""",
    ),
    UglyFile(
        "title tells",
        "鼓楼区 below a title that names Fujian",
        text("福建省2025年3月律师人数统计\n地区,人数\n鼓楼区,312\n"),
        "B3 350102 lawyers 2025-03 312",
    ),
    UglyFile(
        "uploader tells",
        "鼓楼区 uploaded by somebody from Xuzhou",
        _lawyers("鼓楼区"),
        "C2 320302 lawyers 2025-03 1",
        within="320300",
    ),
    UglyFile(
        "ambiguous",
        "nothing tells which 鼓楼区 is meant",
        _lawyers("鼓楼区"),
        "C2 - lawyers 2025-03 1",
        found="ambiguous_division A2",
    ),
    UglyFile(
        "city before its county",
        "长沙 is the city, not 长沙县",
        _lawyers("长沙", "长沙县"),
        """
C2 430100 lawyers 2025-03 1
C3 430121 lawyers 2025-03 2
""",
    ),
    UglyFile(
        "province among provinces",
        "河北 is also a district of Tianjin, which stands above it",
        _lawyers("北京", "天津", "河北", "山西"),
        """
C2 110000 lawyers 2025-03 1
C3 120000 lawyers 2025-03 2
C4 130000 lawyers 2025-03 3
C5 140000 lawyers 2025-03 4
""",
    ),
    UglyFile(
        "provinces with some of their cities",
        "朝阳 is the city, not a township of the city above it; 吉林 before 长春 is the province",
        _lawyers("辽宁", "本溪", "抚顺", "铁岭", "朝阳", "吉林", "长春", "通化", "延边"),
        """
C2 210000 lawyers 2025-03 1
C3 210500 lawyers 2025-03 2
C4 210400 lawyers 2025-03 3
C5 211200 lawyers 2025-03 4
C6 211300 lawyers 2025-03 5
C7 220000 lawyers 2025-03 6
C8 220100 lawyers 2025-03 7
C9 220500 lawyers 2025-03 8
C10 222400 lawyers 2025-03 9
""",
    ),
    UglyFile(
        "city of its province's name",
        "吉林 below the heading 市州 is the city, though the title names the province",
        text("吉林省各市州2025年3月律师情况\n市州,律师人数\n长春市,500\n吉林,300\n四平市,200\n"),
        """
B3 220100 lawyers 2025-03 500
B4 220200 lawyers 2025-03 300
B5 220300 lawyers 2025-03 200
""",
    ),
    UglyFile(
        "county of its city's name",
        "长沙 below the heading 区县 is the county",
        text("长沙市2025年3月\n区县,律师人数\n长沙,50\n芙蓉区,30\n望城区,20\n"),
        """
B3 430121 lawyers 2025-03 50
B4 430102 lawyers 2025-03 30
B5 430112 lawyers 2025-03 20
""",
    ),
    UglyFile(
        "city above its counties of one heading",
        "长沙县 has a row of its own, so 长沙 is the city although the heading says 区县",
        text("长沙市2025年3月\n区县,律师人数\n长沙,80\n芙蓉区,30\n长沙县,50\n"),
        """
B3 430100 lawyers 2025-03 80
B4 430102 lawyers 2025-03 30
B5 430121 lawyers 2025-03 50
""",
    ),
    UglyFile(
        "everyday names",
        "巴州 is in Xinjiang what everybody calls Bayingolin; a district of Sichuan has that name too",
        text(
            "新疆2025年3月\n地区,律师人数\n乌鲁木齐,5\n伊犁州,3\n巴州,1\n昌吉州,2\n克州,1\n博州,1\n兵团,9\n"
        ),
        """
B3 650100 lawyers 2025-03 5
B4 654000 lawyers 2025-03 3
B5 652800 lawyers 2025-03 1
B6 652300 lawyers 2025-03 2
B7 653000 lawyers 2025-03 1
B8 652700 lawyers 2025-03 1
B9 660000 lawyers 2025-03 9
""",
    ),
    UglyFile(
        "outside the title",
        "a place of another province than the title's is not taken silently",
        text("贵州省2025年3月\n地区,律师人数\n贵阳市,5\n成都市,3\n朝阳区,2\n全国,900\n其中：绵阳市,1\n"),
        """
B3 520100 lawyers 2025-03 5
B4 - lawyers 2025-03 3
B5 - lawyers 2025-03 2
B6 000000 lawyers 2025-03 900
B7 - lawyers 2025-03 1
""",
        found="outside_title A4\noutside_title A5\noutside_title A7",
    ),
    UglyFile(
        "title of the office that made the table",
        "rows of several provinces are not those of a title that names Beijing",
        text("北京市司法局整理 2025年3月\n地区,律师人数\n北京,5\n天津,3\n河北,2\n山西,9\n"),
        """
B3 110000 lawyers 2025-03 5
B4 120000 lawyers 2025-03 3
B5 130000 lawyers 2025-03 2
B6 140000 lawyers 2025-03 9
""",
    ),
    UglyFile(
        "parts of a merged division",
        "neither is the whole of what they became, and their sum is nobody's to guess",
        text("重庆市2025年3月\n区县,律师人数\n渝中区,10\n江北区,20\n渝北区,20\n"),
        """
B3 500103 lawyers 2025-03 10
B4 - lawyers 2025-03 20
B5 - lawyers 2025-03 20
""",
        found="parts_of_merged A4\nparts_of_merged A5",
    ),
    UglyFile(
        "part beside the division that it joined",
        "邢台县 became a part of 信都区",
        text("邢台市2025年3月\n县市区,律师人数\n信都区,300\n任泽区,200\n邢台县,4\n"),
        """
B3 - lawyers 2025-03 300
B4 130505 lawyers 2025-03 200
B5 - lawyers 2025-03 4
""",
        found="parts_of_merged A3\nparts_of_merged A5",
    ),
    UglyFile(
        "one part of a merged division",
        "江北区 alone is not all of 两江新区, and 渝北区 in another month is no part of its figure",
        text("重庆市\n区县,期间,律师人数\n江北区,2025-03,20\n渝北区,2025-04,30\n"),
        """
C3 500157 lawyers 2025-03 20
C4 500157 lawyers 2025-04 30
""",
        found="part_of_merged A3\npart_of_merged A4",
    ),
    UglyFile(
        "typing errors",
        "one letter wrong, one letter missing",
        _lawyers("云严区", "花溪", "观山区", "白云区"),
        """
C2 - lawyers 2025-03 1
C3 520111 lawyers 2025-03 2
C4 - lawyers 2025-03 3
C5 520113 lawyers 2025-03 4
""",
        found="""
unknown_division A2
unknown_division A4
""",
        within="520100",
    ),
    UglyFile(
        "taught name",
        "somebody said once what 老城 is",
        _lawyers("老城"),
        "C2 520103 lawyers 2025-03 1",
        division_aliases={"老城": "520103"},
    ),
    UglyFile(
        "offices",
        "the office is named, not the division",
        text(
            "填报单位,期间,律师人数\n云岩区司法局,2025-03,1\n贵阳市司法局,2025-03,2\n贵州省司法厅,2025-03,3\n"
        ),
        """
C2 520103 lawyers 2025-03 1
C3 520100 lawyers 2025-03 2
C4 520000 lawyers 2025-03 3
""",
    ),
    UglyFile(
        "numbered and marked",
        "1. 云岩区, *南明区, 其中：花溪区",
        _lawyers("1.云岩区", "*南明区", "其中：花溪区", "（4）修文县"),
        """
C2 520103 lawyers 2025-03 1
C3 520102 lawyers 2025-03 2
C4 520111 lawyers 2025-03 3
C5 520123 lawyers 2025-03 4
""",
    ),
    UglyFile(
        "corps",
        "the corps reports beside the provinces",
        _lawyers("兵团", "新疆生产建设兵团"),
        """
C2 660000 lawyers 2025-03 1
C3 660000 lawyers 2025-03 2
""",
    ),
    UglyFile(
        "english names",
        "pinyin with and without what it is",
        _lawyers("Guizhou", "Guiyang City", "Yunyan District", "nanming qu"),
        """
C2 520000 lawyers 2025-03 1
C3 520100 lawyers 2025-03 2
C4 520103 lawyers 2025-03 3
C5 520102 lawyers 2025-03 4
""",
        within="520000",
    ),
    UglyFile(
        "no division",
        "figures in a row that names nobody",
        text("地区,期间,律师人数\n云岩区,2025-03,1\n,2025-03,2\n"),
        "C2 520103 lawyers 2025-03 1",
        found="missing_division A3",
    ),
    UglyFile(
        "nonsense",
        "a formula, HTML and SQL where a division should be",
        _lawyers(
            "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "'; DROP TABLE observations;--", "云岩区"
        ),
        """
C2 - lawyers 2025-03 1
C3 - lawyers 2025-03 2
C4 - lawyers 2025-03 3
C5 520103 lawyers 2025-03 4
""",
        found="""
unknown_division A2
unknown_division A3
unknown_division A4
""",
    ),
    UglyFile(
        "codes of every level",
        "省代码 beside 县代码: the most detailed one holds",
        text(
            "省代码,省,县代码,县,期间,律师人数\n520000,贵州省,520103,云岩区,2025-03,1\n"
            "520000,贵州省,520102,南明区,2025-03,2\n"
        ),
        """
F2 520103 lawyers 2025-03 1
F3 520102 lawyers 2025-03 2
""",
    ),
    UglyFile(
        "division beside its office",
        "two columns of names, of which one names divisions better",
        text(
            "地区,填报单位,期间,律师人数\n云岩区,区局公共法律服务科,2025-03,1\n南明区,南明区司法局,2025-03,2\n"
        ),
        """
D2 520103 lawyers 2025-03 1
D3 520102 lawyers 2025-03 2
""",
    ),
    UglyFile(
        "whole path taught",
        "a path of which one part was taught",
        text("市,县,期间,律师人数\n贵阳市,老城,2025-03,1\n"),
        "D2 520103 lawyers 2025-03 1",
        division_aliases={"贵阳市老城": "520103"},
    ),
    UglyFile(
        "offices beside the children",
        "市本级 is what the city does itself: no row of its own among its counties",
        text("贵阳市\n地区,律师人数\n市本级,5\n云岩区,3\n贵阳市本级（市局）,1\n市直,2\n合计,11\n"),
        """
B3 - lawyers 2025-03 5
B4 520103 lawyers 2025-03 3
B5 - lawyers 2025-03 1
B6 - lawyers 2025-03 2
""",
        totals="B7 - lawyers 2025-03 11 3-6",
        found="own_offices A3\nown_offices A5\nown_offices A6",
        period="2025-03",
    ),
    UglyFile(
        "address in English",
        "the smallest division first",
        text(
            'Division,Month,Lawyers\n"Yunyan District, Guiyang",2025-03,3\n'
            '"Nanming, Guiyang, Guizhou",2025-03,4\n'
        ),
        """
C2 520103 lawyers 2025-03 3
C3 520102 lawyers 2025-03 4
""",
    ),
)
