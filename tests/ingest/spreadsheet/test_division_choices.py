"""A name with several meanings is what its heading, its siblings and its title say."""

import csv
import itertools

import numpy as np
import pytest

from atlas.definitions import load_definitions
from atlas.divisions import GEO_FOLDER, Level, Scope, load_divisions
from atlas.findings import Finding
from atlas.ingest.spreadsheet.column_words import Kind, kind_of, level_listed
from atlas.ingest.spreadsheet.division_addresses import Addresses
from atlas.ingest.spreadsheet.division_matches import match_rows
from atlas.ingest.spreadsheet.division_names import DivisionNames, division_names
from atlas.ingest.spreadsheet.intake import Vocabulary
from atlas.ingest.spreadsheet.reading import read_spreadsheet
from atlas.language import Language
from atlas.views.finding_text import remedy_of, sentence_of
from tests.ingest.spreadsheet.corpus.case import text

DIVISIONS = load_divisions()


@pytest.fixture(scope="module")
def names() -> DivisionNames:
    return division_names(DIVISIONS)


def _read(
    names: DivisionNames, written: tuple[str, ...], level: Level | None = None, scope: str = "",
    within: str | None = None,
) -> list[str]:  # fmt: skip
    reader = Addresses(names, {})
    addresses = [(name,) for name in dict.fromkeys(written)]
    places = np.array([addresses.index((name,)) for name in written], np.int32)
    readings = [reader.read(address) for address in addresses]
    found = match_rows(addresses, places, readings, reader, [level] * len(addresses), scope, within)
    return [found.codes[row] if row >= 0 else "" for row in found.rows.tolist()]


def _provinces() -> list[tuple[str, str]]:
    with (GEO_FOLDER / "divisions.csv").open(encoding="utf-8", newline="") as file:
        return [
            (row["code"], row["short_zh"])
            for row in csv.DictReader(file)
            if row["level"] == Level.PROVINCE and row["scope"] == Scope.REPORTING
        ]


@pytest.mark.parametrize("level", [None, Level.PROVINCE])
def test_two_provinces_by_their_short_names_are_provinces(names: DivisionNames, level: Level | None) -> None:
    provinces = _provinces()
    assert len(provinces) == 31
    for (first, one), (second, other) in itertools.permutations(provinces, 2):
        assert _read(names, (one, other), level) == [first, second]


NAMES = [
    (("天津", "和平", "河北", "南开"), ("120000", "120101", "120105", "120104"), "a district among its own"),
    (("青海", "西宁", "海北", "海南"), ("630000", "630100", "632200", "632500"), "a prefecture, too"),
    (("长春", "吉林", "四平"), ("220100", "220200", "220300"), "a city among cities"),
    (("吉林", "长春", "四平"), ("220000", "220100", "220300"), "the province above its cities"),
    (("吉林", "昌邑区", "龙潭区"), ("220200", "220202", "220203"), "the city above its districts"),
    (("长沙县", "长沙"), ("430121", "430100"), "what another row names in full is not meant"),
    (("长沙", "芙蓉区", "湘潭", "雨湖区"), ("430100", "430102", "430300", "430302"), "above their own"),
    (("成都", "绵阳", "巴州"), ("510100", "510700", "511902"), "not of another province than its neighbours"),
    (("北京", "朝阳", "海淀"), ("110000", "110105", "110108"), "the one below the row above"),
    (("朝阳",), ("",), "nothing tells"),
    (("内蒙古", "海南", "海南州", "大理"), ("150000", "", "632500", "532900"), "the province may be meant"),
    (("昌图县", "朝阳"), ("211224", ""), "a township is no guess where a larger one has the name"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "codes", "why"), NAMES)
def test_siblings_tell_what_a_name_means(
    names: DivisionNames, written: tuple[str, ...], codes: tuple[str, ...], why: str
) -> None:
    assert tuple(_read(names, written)) == codes, why


HEADINGS = [
    ("省份", Level.PROVINCE, "a column of provinces"),
    ("市州", Level.CITY, "a column of cities"),
    ("各市州", Level.CITY, "all of them"),
    ("各县区", Level.COUNTY, "all counties"),
    ("县市区", Level.COUNTY, "cities here are of a county's level"),
    ("市县", None, "two levels"),
    ("地区", None, "any level"),
]


@pytest.mark.parametrize(("heading", "level", "why"), HEADINGS)
def test_a_heading_tells_the_level_of_its_column(heading: str, level: Level | None, why: str) -> None:
    assert level_listed(kind_of(heading) or Kind.UNKNOWN, heading) is level, why


def test_a_heading_decides_for_every_city_that_has_a_county_of_its_name(names: DivisionNames) -> None:
    cities = {code for code in DIVISIONS if DIVISIONS[code].level is Level.CITY}
    tried = 0
    for city in sorted(cities):
        short = DIVISIONS[city].name_zh.removesuffix("市")
        own = [code for code in names.candidates(short) if DIVISIONS[code].parent == city]
        if DIVISIONS[city].valid_to is None and len(own) == 1:
            tried += 1
            assert _read(names, (short,), Level.COUNTY, city) == own
            assert _read(names, (short,), Level.CITY, city) == [city]
    assert tried > 20


EVERYDAY = [
    ("巴州", "652800"), ("克州", "653000"), ("博州", "652700"), ("伊犁州", "654000"), ("昌吉州", "652300"),
    ("锡盟", "152500"), ("阿盟", "152900"), ("兴安盟", "152200"), ("呼市", "150100"),
    ("乌兰察布盟", "150900"), ("呼伦贝尔盟", "150700"), ("巴彦淖尔盟", "150800"), ("伊克昭盟", "150600"),
    ("哲里木盟", "150500"), ("昭乌达盟", "150400"), ("版纳州", "532800"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "code"), EVERYDAY)
def test_everyday_names_of_prefectures_and_leagues_are_known(
    names: DivisionNames, written: str, code: str
) -> None:
    assert names.candidates(written, f"{code[:2]}0000") == (code,)


TITLES = [
    ("650000", ("乌鲁木齐", "成都"), ["650100", ""], "one row of another province"),
    ("520000", ("成都市",), [""], "the only row"),
    ("520000", ("成都市", "贵州省", "全国"), ["", "520000", "000000"], "what stands above it compares"),
    ("660000", ("石河子市",), ["659001"], "the Corps lies in Xinjiang"),
    ("211300", ("海淀区", "东城区"), ["110108", "110101"], "Beijing has a 朝阳, too, which the title names"),
    ("110000", ("北京", "天津", "河北", "山西"), ["110000", "120000", "130000", "140000"], "its maker"),
]  # fmt: skip


@pytest.mark.parametrize(("scope", "written", "codes", "why"), TITLES)
def test_nothing_outside_the_title_is_taken_silently(
    names: DivisionNames, scope: str, written: tuple[str, ...], codes: list[str], why: str
) -> None:
    assert _read(names, written, scope=scope) == codes, why


def _findings(content: str) -> list[Finding]:
    vocabulary = Vocabulary(DIVISIONS, load_definitions())
    intake = read_spreadsheet(text(content), "上报.csv", vocabulary)
    return [each for findings in intake.findings for each in findings]


def test_a_name_outside_the_title_comes_with_suggestions_inside() -> None:
    (finding,) = _findings("贵州省2025年3月\n地区,律师人数\n遵义市,5\n贵港市,3\n")
    assert sentence_of(finding, Language("en")).startswith("“贵港市” is not in Guizhou")
    suggested = finding.fields["suggestions"]
    assert suggested[0].startswith("52")  # type: ignore[index]


def test_parts_of_a_merged_division_are_to_be_summed_not_deleted() -> None:
    found = _findings("重庆市2025年3月\n区县,律师人数\n江北区,20\n渝北区,30\n")
    assert [remedy_of(each, Language("en")).split(" and ")[0] for each in found] == [
        "If these are its parts, give their sum in one row with the name Liangjiang New Area"
    ] * 2


def test_a_renamed_division_has_no_parts(names: DivisionNames) -> None:
    assert "520304" not in names.merged, "遵义县 became 播州区 as a whole"
    assert {DIVISIONS[code].name_zh for code in names.merged["500157"]} == {"江北区", "渝北区"}
    assert {DIVISIONS[code].name_zh for code in names.merged["320508"]} == {"沧浪区", "平江区", "金阊区"}
