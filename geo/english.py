"""English and short names, and the pinyin that search uses."""

import itertools
import re
from dataclasses import dataclass

from pypinyin import Style, lazy_pinyin, pinyin

from geo.spellings import ENGLISH_NAMES, STEMS

NATIONALITIES = {
    "蒙古": "Mongol", "回": "Hui", "藏": "Tibetan", "维吾尔": "Uyghur", "苗": "Miao", "彝": "Yi", "壮": "Zhuang",
    "布依": "Buyi", "朝鲜": "Korean", "满": "Manchu", "侗": "Dong", "瑶": "Yao", "白": "Bai", "土家": "Tujia",
    "哈尼": "Hani", "哈萨克": "Kazakh", "傣": "Dai", "黎": "Li", "傈僳": "Lisu", "佤": "Va", "畲": "She",
    "高山": "Gaoshan", "拉祜": "Lahu", "水": "Sui", "东乡": "Dongxiang", "纳西": "Naxi", "景颇": "Jingpo",
    "柯尔克孜": "Kirgiz", "土": "Tu", "达斡尔": "Daur", "仫佬": "Mulao", "羌": "Qiang", "布朗": "Blang",
    "撒拉": "Salar", "毛南": "Maonan", "仡佬": "Gelao", "锡伯": "Xibe", "阿昌": "Achang", "普米": "Pumi",
    "塔吉克": "Tajik", "怒": "Nu", "乌孜别克": "Uzbek", "俄罗斯": "Russian", "鄂温克": "Ewenki", "德昂": "Deang",
    "保安": "Bonan", "裕固": "Yugur", "京": "Gin", "塔塔尔": "Tatar", "独龙": "Derung", "鄂伦春": "Oroqen",
    "赫哲": "Hezhe", "门巴": "Monba", "珞巴": "Lhoba", "基诺": "Jino", "各": "Multi-ethnic",
}  # fmt: skip
WITHOUT_ZU = {"蒙古", "哈萨克", "柯尔克孜", "塔吉克", "锡伯", "达斡尔", "鄂伦春"}
KINDS = (
    ("自治区", ""), ("特别行政区", ""), ("自治州", "Autonomous Prefecture"), ("自治县", "Autonomous County"),
    ("自治旗", "Autonomous Banner"), ("联合旗", "United Banner"), ("地区", ""), ("新区", "New District"),
    ("林区", "Forestry District"), ("特区", "Special District"), ("矿区", "Mining District"), ("街道", "Subdistrict"),
    ("盟", ""), ("省", ""), ("市", ""), ("区", "District"), ("县", "County"), ("旗", "Banner"), ("镇", "Town"),
    ("苏木", "Sum"), ("乡", "Township"),
)  # fmt: skip
NATIONALITY = "|".join(
    sorted((f"{name}族" for name in NATIONALITIES), key=len, reverse=True)
) + "|" + "|".join(sorted(WITHOUT_ZU, key=len, reverse=True))
PEOPLES = re.compile(f"(?:(?:{NATIONALITY}))+$")


@dataclass(frozen=True, slots=True)
class Parts:
    """A Chinese name taken apart: 青龙 + 满族 + 自治县. Where nothing would be left, the whole name is the stem."""

    stem: str
    peoples: tuple[str, ...]
    kind: str


def taken_apart(name: str) -> Parts:
    """Split a division's name into what names it, the peoples it is named for, and its kind."""
    kind = next((kind for kind, _ in KINDS if name.endswith(kind)), "")
    stem = name.removesuffix(kind) if kind else name
    if len(stem) < 1 or (kind in {"新区", "林区", "矿区", "特区", "地区"} and len(stem) < 2):
        kind = kind[-1:]
        stem = name.removesuffix(kind)
    peoples: tuple[str, ...] = ()
    if kind.startswith("自治") or kind in {"乡", "苏木"}:
        match = PEOPLES.search(stem)
        if match and match.start() > 0:
            found = re.findall(NATIONALITY, match.group())
            peoples = tuple(NATIONALITIES[people.removesuffix("族")] for people in found)
            stem = stem[: match.start()]
        elif match and kind.startswith("自治"):
            stem = stem.removesuffix("族")
    return Parts(stem, peoples, kind)


def syllables(text: str, hint: str = "") -> list[str]:
    """Pinyin without tones, one item per character; `hint` (a romanisation) decides between readings."""
    usual = [part.replace("ü", "v") for part in lazy_pinyin(text, v_to_u=False)]
    wanted = re.sub("[^a-z]", "", hint.lower())
    if not wanted or not re.fullmatch("[一-鿿㐀-䶿]+", text):
        return usual
    readings = [
        list(dict.fromkeys([usual[at], *options]))
        for at, options in enumerate(pinyin(text, style=Style.NORMAL, heteronym=True))
    ]
    for choice in itertools.islice(itertools.product(*readings), 4096):
        if wanted.startswith("".join(choice)):
            return list(choice)
    return usual


def joined(parts: list[str]) -> str:
    """Syllables as one capitalised word: chang + an → Chang'an, lv + liang → Lüliang."""
    word = ""
    for part in parts:
        word += "'" + part if word and part[:1] in "aoe" else part
    word = re.sub("^([a-z])", lambda first: first.group().upper(), word)
    return re.sub("([lLnN])v", r"\1ü", word)


def english(code: str, name: str, hint: str = "") -> str:
    """The English name of a division: "Guizhou", "Zunyi", "Huichuan District", "Jiumen Hui Township"."""
    if code in ENGLISH_NAMES:
        return ENGLISH_NAMES[code]
    parts = taken_apart(name)
    stem = stem_in_english(parts, hint)
    kind = dict(KINDS).get(parts.kind, "")
    if code.endswith("00") and len(code) == 6:
        return stem
    return " ".join(part for part in (stem, _and(parts.peoples), kind) if part)


def short_english(code: str, name: str, hint: str = "") -> str:
    """The name on a map label: "Guizhou", "Huichuan"."""
    if code in ENGLISH_NAMES:
        return re.sub(" (Autonomous )?(District|County|Banner|City)$", "", ENGLISH_NAMES[code])
    return stem_in_english(taken_apart(name), hint)


def short_chinese(code: str, name: str) -> str:
    """The name on a map label: 贵州, 黔东南, 汇川; a name of two characters keeps both (赵县, 城区)."""
    stem = taken_apart(name).stem
    return stem if len(stem) > 1 else name


def stem_in_english(parts: Parts, hint: str) -> str:
    """Only the proper name, from the table of spellings where pinyin is not what is used."""
    if parts.stem in STEMS:
        return STEMS[parts.stem]
    return joined(syllables(parts.stem, hint))


def _and(names: tuple[str, ...]) -> str:
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]
