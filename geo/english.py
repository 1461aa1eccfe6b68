"""English and short names, and the pinyin that search uses."""

import itertools
import re
from dataclasses import dataclass

from pypinyin import Style, lazy_pinyin, pinyin

from geo.spellings import ENGLISH_NAMES, GENERIC, READINGS, SHORT_NAMES, SPOKEN, STEMS

NATIONALITIES = {
    "蒙古": "Mongol", "回": "Hui", "藏": "Tibetan", "维吾尔": "Uyghur", "苗": "Miao", "彝": "Yi",
    "壮": "Zhuang", "布依": "Buyi", "朝鲜": "Korean", "满": "Manchu", "侗": "Dong", "瑶": "Yao",
    "白": "Bai", "土家": "Tujia", "哈尼": "Hani", "哈萨克": "Kazakh", "傣": "Dai", "黎": "Li",
    "傈僳": "Lisu", "佤": "Va", "畲": "She", "高山": "Gaoshan", "拉祜": "Lahu", "水": "Sui",
    "东乡": "Dongxiang", "纳西": "Naxi", "景颇": "Jingpo", "柯尔克孜": "Kirgiz", "土": "Tu",
    "达斡尔": "Daur", "仫佬": "Mulao", "羌": "Qiang", "布朗": "Blang", "撒拉": "Salar", "毛南": "Maonan",
    "仡佬": "Gelao", "锡伯": "Xibe", "阿昌": "Achang", "普米": "Pumi", "塔吉克": "Tajik", "怒": "Nu",
    "乌孜别克": "Uzbek", "俄罗斯": "Russian", "鄂温克": "Ewenki", "德昂": "Deang", "保安": "Bonan",
    "裕固": "Yugur", "京": "Gin", "塔塔尔": "Tatar", "独龙": "Derung", "鄂伦春": "Oroqen", "赫哲": "Hezhe",
    "门巴": "Monba", "珞巴": "Lhoba", "基诺": "Jino", "各": "Multi-ethnic",
}  # fmt: skip
WITHOUT_ZU = {"蒙古", "哈萨克", "柯尔克孜", "塔吉克", "锡伯", "达斡尔", "鄂伦春", "维吾尔"}
KINDS = (
    ("自治区", ""), ("特别行政区", ""), ("自治州", "Autonomous Prefecture"),
    ("自治县", "Autonomous County"), ("自治旗", "Autonomous Banner"), ("联合旗", "United Banner"),
    ("地区", ""), ("新区", "New District"), ("特区", "Special District"), ("矿区", "Mining District"),
    ("街道", "Subdistrict"), ("盟", ""), ("省", ""), ("市", ""), ("区", "District"), ("县", "County"),
    ("旗", "Banner"), ("镇", "Town"), ("苏木", "Sum"), ("乡", "Township"),
)  # fmt: skip
IN_ENGLISH = dict(KINDS)
# 清新区 is a district called 清新, not a new district called 清.
LONG_STEMMED = {"新区", "特区", "矿区", "地区"}
WITH_ZU = "|".join(sorted((f"{name}族" for name in NATIONALITIES), key=len, reverse=True))
ANY_PEOPLE = WITH_ZU + "|" + "|".join(sorted(WITHOUT_ZU, key=len, reverse=True))
AUTONOMOUS_PEOPLES = re.compile(f"(?:{ANY_PEOPLE})+$")
NAMED_PEOPLES = re.compile(f"(?:{WITH_ZU})+$")
REGIMENT = re.compile("^(?:兵团)?第?([〇零一二三四五六七八九十百]+)团(.*)$")
DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0}


@dataclass(frozen=True, slots=True)
class Parts:
    """A Chinese name taken apart: 青龙 + 满族 + 自治县. If nothing would be left, the name is the stem."""

    stem: str
    peoples: tuple[str, ...]
    kind: str


def taken_apart(name: str) -> Parts:
    """Split a division's name into what names it, the peoples it is named for, and its kind."""
    kind = next((kind for kind, _ in KINDS if name.endswith(kind)), "")
    if kind in LONG_STEMMED and len(name) < len(kind) + 2:
        kind = kind[-1:]
    stem = name.removesuffix(kind)
    if not stem:
        return Parts(name, (), "")
    autonomous = kind.startswith("自治")
    if not autonomous and kind not in {"区", "乡", "镇", "苏木"}:
        return Parts(stem, (), kind)
    match = (AUTONOMOUS_PEOPLES if autonomous else NAMED_PEOPLES).search(stem)
    if match is None:
        return Parts(stem, (), kind)
    if match.start() == 0:  # 东乡族自治县 is named after its people and nothing else
        return Parts(stem.removesuffix("族") if autonomous else stem, (), kind)
    found = re.findall(ANY_PEOPLE, match.group())
    peoples = tuple(NATIONALITIES[people.removesuffix("族")] for people in found)
    return Parts(stem[: match.start()], peoples, kind)


def syllables(text: str, hint: str = "") -> list[str]:
    """Pinyin without tones, one item per character; `hint` (a romanisation) decides between readings."""
    for stem, spoken in SPOKEN.items():
        if text.startswith(stem) and (len(stem) > 1 or len(text) <= 2):
            return [*spoken.split(), *syllables(text.removeprefix(stem))]
    return _read_as_places(text, _by_hint(text, hint))


def _read_as_places(text: str, spoken: list[str]) -> list[str]:
    if len(spoken) != len(text):
        return spoken
    return [READINGS.get(character, part) for character, part in zip(text, spoken, strict=True)]


def _by_hint(text: str, hint: str) -> list[str]:
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
    if name in GENERIC:
        return GENERIC[name]
    regiment = REGIMENT.match(name) if len(code) == 9 else None
    if regiment:
        rest = english(code, regiment[2]) if regiment[2] else ""
        return f"Regiment {numeral(regiment[1])} {rest}".strip()
    parts = taken_apart(name)
    stem = stem_in_english(parts, hint)
    if code.endswith("00") and len(code) == 6:
        return stem
    return " ".join(part for part in (stem, _and(parts.peoples), IN_ENGLISH.get(parts.kind, "")) if part)


def short_english(code: str, name: str, hint: str = "") -> str:
    """The name on a map label: "Guizhou", "Huichuan"."""
    if code in SHORT_NAMES:
        return SHORT_NAMES[code][1]
    if code in ENGLISH_NAMES:
        return re.sub(" (District|County|Banner|City|Forestry District)$", "", ENGLISH_NAMES[code])
    if name in GENERIC:
        return GENERIC[name].split()[0]
    return stem_in_english(taken_apart(name), hint)


def short_chinese(code: str, name: str) -> str:
    """The name on a map label: 贵州, 黔东南, 汇川; a name of two characters keeps both (赵县, 城区)."""
    if code in SHORT_NAMES:
        return SHORT_NAMES[code][0]
    stem = taken_apart(name).stem
    return stem if len(stem) > 1 else name


def stem_in_english(parts: Parts, hint: str) -> str:
    """Only the proper name, from the table of spellings where pinyin is not what is used."""
    if parts.stem in STEMS:
        return STEMS[parts.stem]
    word = joined(syllables(parts.stem, hint))
    return word + "shi" if parts.kind == "市" and len(parts.stem) == 1 else word


def numeral(text: str) -> int:
    """The value of a Chinese numeral below a thousand: 四十一 or, digit by digit, 一二五."""
    if not set(text) & {"十", "百"}:
        return int("".join(str(DIGITS[character]) for character in text))
    total, digit = 0, 0
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
        else:
            total += (digit or 1) * {"十": 10, "百": 100}[character]
            digit = 0
    return total + digit


def _and(names: tuple[str, ...]) -> str:
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]
