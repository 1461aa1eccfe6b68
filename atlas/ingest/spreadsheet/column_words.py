"""What columns are usually called that hold no measure."""

import re
from enum import StrEnum

from atlas.divisions import Level
from atlas.ingest.spreadsheet.name_keys import name_key


class Kind(StrEnum):
    """What a column is for; the first six say the division, from the largest to the smallest part.

    BESIDE is a column of another table, to the right.
    """

    CODE = "code"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"
    NAME = "name"
    PERIOD = "period"
    YEAR = "year"
    MONTH = "month"
    MEASURE_NAME = "measure_name"
    VALUE = "value"
    UNIT = "unit"
    NAME_OR_UNIT = "name_or_unit"
    REMARK = "remark"
    SERIAL = "serial"
    COMPARISON = "comparison"
    FIGURE = "figure"
    BESIDE = "beside"
    UNKNOWN = "unknown"
    EMPTY = "empty"


_WORDS: dict[Kind, str] = {
    Kind.CODE: """
        代码 编码 区划代码 行政区划代码 区域代码 地区代码 地区编码 行政代码 行政区划编码 区划编码
        区划码 行政区代码 统计用区划代码 统计区划代码 单位代码 机构代码 县代码 市代码 省代码 代码六位
        code division_code divisioncode area_code region_code adcode gb_code gbcode admin_code
        county_code
    """,
    Kind.PROVINCE: """
        省 省份 省级 省名 省市 省区市 省市区 省自治区直辖市 所属省 所在省 所属省份 所在省份 省名称
        province province_name
    """,
    Kind.CITY: """
        市 地市 地州市 各地州市 市级 市名 市州 市州盟 地级市 地市州 州市 设区市 城市 所属市 所在市 所属市州
        市名称 地区市 市地 盟市 city prefecture city_name
    """,
    Kind.COUNTY: """
        县 区县 县区 县级 县名 市县区 县市区 区市县 区县市 县市 县市区旗 旗县 旗县区 旗县市区 所属县
        所属区县 所属县区 所在县 所在区县 县名称 区县名称 县区名称 市区县 county district county_name
    """,
    Kind.TOWNSHIP: """
        乡镇 街道 乡镇街道 乡镇街 镇街 镇 镇乡街道 街道乡镇 街镇 乡级 乡镇名称 街道名称 乡镇街道名称
        township subdistrict town
    """,
    Kind.NAME: """
        地区 区域 地名 名称 行政区划 行政区 行政区域 行政区划名称 行政区名称 区划 区划名称 地区名称
        区域名称 单位名称 填报单位 填报地区 上报单位 报送单位 报表单位 统计单位 统计地区 填报单位名称
        地方 所在地 所属地区 所在地区 辖区 市县 市县名称 各市县 各市州 各地 各县区 各区县 各县市区 路径
        区划路径 地区路径 行政区划路径 市州县 机构 机构名称 中心名称 司法局 单位地区 地区单位
        市县区名称 县市区名称 项目地区 division division_name divisions area region place location name
        area_name region_name path unit_name
    """,
    Kind.PERIOD: """
        期间 时期 时间 期别 报告期 统计期 统计期间 统计时间 统计月份 数据时间 数据期 数据月份 所属期
        所属期间 所属月份 年月 日期 统计日期 数据日期 报表月份 报表期 报表期间 报告期间 报告月份
        填报月份 填报期 填报期间 统计时段 统计周期 时段 截止时间 截止日期 季度 年季 period date time
        reporting_period quarter
    """,
    Kind.YEAR: """
        年 年份 年度 统计年份 统计年度 year
    """,
    Kind.MONTH: """
        月 月份 月度 month
    """,
    Kind.MEASURE_NAME: """
        指标 指标名称 指标名 指标代码 指标编码 指标项 指标项目 统计指标 项目 项目名称 统计项目 业务类型
        业务 类别 统计内容 内容 数据项 measure measure_id measure_name indicator indicator_name
        variable item metric
    """,
    Kind.VALUE: """
        数值 值 数量 数据 数字 数 人数 件数 个数 指标值 数据值 统计值 统计数 实际数 完成数 上报数
        填报数 上报值 填报值 value amount count figure number val quantity
    """,
    Kind.UNIT: """
        计量单位 数据单位 数量单位 指标单位 unit units unit_of_measure
    """,
    Kind.NAME_OR_UNIT: """
        单位
    """,
    Kind.REMARK: """
        备注 说明 注 附注 注释 备注说明 情况说明 补充说明 其他说明 填报说明 数据来源 来源 remark
        remarks note notes comment comments source
    """,
    Kind.SERIAL: """
        序号 编号 序 号 行号 行次 序列 序列号 排名 位次 名次 栏次 填报人 填表人 联系人 联系电话 电话
        手机 审核人 负责人 填报日期 填报时间 上报时间 上报日期 提交时间 更新时间 合计 总计 小计 no no.
        # index id serial rank row contact phone total
    """,
}
_KINDS = {name_key(word): kind for kind, words in _WORDS.items() for word in words.split() if name_key(word)}
_BRACKETED = re.compile(r"\s*[(（\[【][^()（）\[\]【】]*[)）\]】]\s*$")
_LEVELS = re.compile(
    r"(?:各?(?:省|市|州|盟|县|区|旗|乡|镇|街道){2,}|[各本]?[区旗州盟]|各[省市县乡镇])(?:名称|名|单位|地区|别)?"
)
_COMPARED = (
    "同比", "环比", "增减", "增长", "增幅", "降幅", "升降", "比上年", "比上月", "比去年", "较上年",
    "较上月", "较去年", "上年同期", "去年同期", "上期", "上月", "上年", "去年", "占比", "比重",
    "previous month", "last year", "year on year", "growth", "share",
)  # fmt: skip

DIVISION_KINDS = (Kind.PROVINCE, Kind.CITY, Kind.COUNTY, Kind.TOWNSHIP, Kind.NAME)
"""Columns that name the division, in the order in which they are read as a path."""

_LEVELS_LISTED = {
    Kind.PROVINCE: Level.PROVINCE,
    Kind.CITY: Level.CITY,
    Kind.COUNTY: Level.COUNTY,
    Kind.TOWNSHIP: Level.TOWNSHIP,
}


def kind_of(text: str) -> Kind | None:
    """What a heading of one or two usual words says a column is for; None for any other heading.

    What stands in brackets behind it does not matter (“区划代码（6位）”).
    """
    for form in (text, _BRACKETED.sub("", text)):
        key = name_key(form)
        kind = _KINDS.get(key)
        if kind is not None:
            return kind
    return Kind.NAME if _LEVELS.fullmatch(key) else None


def level_listed(kind: Kind, text: str) -> Level | None:
    """The level of the divisions in a column, by what it is for or by its heading (各县区: counties); None
    where the heading does not tell."""
    told = kind_of(text.strip().removeprefix("各")) if kind is Kind.NAME else kind
    return _LEVELS_LISTED.get(told) if told is not None else None


def is_comparison(text: str) -> bool:
    """Whether a heading compares with another period or place; such columns repeat what is known."""
    key = name_key(text)
    return any(name_key(word) in key for word in _COMPARED)
