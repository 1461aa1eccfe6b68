"""The usual shorter forms of a division's name: 贵阳 for 贵阳市, 威宁县 for 威宁彝族回族苗族自治县."""

import re
from collections.abc import Iterator

_PEOPLES = (
    "保安", "布朗", "布依", "朝鲜", "达斡尔", "傣", "德昂", "东乡", "侗", "独龙", "俄罗斯", "鄂伦春",
    "鄂温克", "高山", "仡佬", "哈尼", "哈萨克", "赫哲", "回", "基诺", "京", "景颇", "柯尔克孜", "拉祜",
    "黎", "傈僳", "珞巴", "满", "毛南", "门巴", "蒙古", "苗", "仫佬", "纳西", "怒", "普米", "羌", "撒拉",
    "畲", "水", "塔吉克", "塔塔尔", "土家", "土", "佤", "维吾尔", "乌孜别克", "锡伯", "瑶", "彝", "裕固",
    "藏", "壮", "白", "阿昌", "各",
)  # fmt: skip
_PEOPLE = "|".join(
    (*(f"{name}族" for name in _PEOPLES), *(name for name in _PEOPLES if len(name) > 1 and name != "保安"))
)
_AUTONOMOUS = re.compile(rf"(?P<stem>.{{2,}}?)(?:{_PEOPLE})*(?P<kind>自治[区州县旗])")
_PEOPLES_TOWNSHIP = re.compile(rf"(?P<stem>.{{2,}}?)(?:{_PEOPLE})+乡")
_PEOPLES_DISTRICT = re.compile(rf"(?P<stem>.{{2,}}?)(?:{_PEOPLE})区")
_PLAIN_ENDINGS = (
    "特别行政区", "自治区", "地区", "林区", "矿区", "特区", "新区", "联合旗", "行政委员会", "管理委员会",
    "省", "市", "区", "县", "盟", "旗", "镇", "街道", "乡",
)  # fmt: skip
_ENGLISH_ENDINGS = re.compile(
    r"(?P<stem>.{3,}?)(?:autonomous)?(?:province|region|municipality|prefecture|city|district|county|banner|town"
    r"|township|subdistrict|sheng|shi|qu|xian|zhou|meng|qi|zhen|xiang|jiedao)"
)
# Names in everyday use that are no part of the full one; leagues that became cities are still called leagues.
_SPECIAL = {
    "新疆生产建设兵团": ("兵团", "新疆兵团", "生产建设兵团"),
    "全国": ("中国",),
    "巴音郭楞蒙古自治州": ("巴州",),
    "克孜勒苏柯尔克孜自治州": ("克州",),
    "博尔塔拉蒙古自治州": ("博州",),
    "乌鲁木齐市": ("乌市",),
    "呼和浩特市": ("呼市",),
    "锡林郭勒盟": ("锡盟",),
    "阿拉善盟": ("阿盟",),
    "乌兰察布市": ("乌兰察布盟", "乌盟"),
    "呼伦贝尔市": ("呼伦贝尔盟", "呼盟"),
    "巴彦淖尔市": ("巴彦淖尔盟", "巴盟"),
    "鄂尔多斯市": ("伊克昭盟", "伊盟"),
    "通辽市": ("哲里木盟", "哲盟"),
    "赤峰市": ("昭乌达盟", "昭盟"),
    "西双版纳傣族自治州": ("版纳", "版纳州"),
}


def chinese_forms(name: str) -> Iterator[str]:
    """Shorter and everyday forms of a Chinese name, the full one left out; none for 城区, whose stem is no
    name."""
    yield from _SPECIAL.get(name, ())
    autonomous = _AUTONOMOUS.fullmatch(name)
    if autonomous is not None:
        stem, kind = autonomous["stem"], autonomous["kind"]
        stems = {stem, stem.removesuffix("族")} if len(stem) > 2 else {stem}
        for each in stems:
            yield from (each, f"{each}{kind[-1]}", f"{each}{kind}")
        return
    for pattern in (_PEOPLES_TOWNSHIP, _PEOPLES_DISTRICT):
        found = pattern.fullmatch(name)
        if found is not None:
            yield from (found["stem"], f"{found['stem']}{name[-1]}")
    for ending in _PLAIN_ENDINGS:
        stem = name.removesuffix(ending)
        if len(stem) > 1 and stem != name:
            yield stem
    if name.endswith("街道"):
        yield from (
            f"{name}办事处",
            f"{name}办",
            f"{name.removesuffix('街道')}办事处",
            f"{name.removesuffix('街道')}街办",
        )


def english_stem(key: str) -> str:
    """An English or pinyin name without what kind of division it is, of a key without spaces."""
    found = _ENGLISH_ENDINGS.fullmatch(key)
    return found["stem"] if found is not None else key
