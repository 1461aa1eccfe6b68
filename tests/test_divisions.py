"""The tree of divisions: who is there, who belongs to whom, what a map draws and what search finds."""

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from atlas.divisions import COUNTRY, GEO_FOLDER, Divisions, Level, Scope, load_divisions
from atlas.problems import AtlasError

CITIES_WITHOUT_COUNTIES = {"441900", "442000", "460400", "620200"}
MANAGEMENT_AREAS = {"629700", "629800", "629900", "632857"}


@pytest.fixture(scope="module")
def divisions() -> Divisions:
    return load_divisions()


def codes(found: tuple[object, ...]) -> list[str]:
    return [division.code for division in found]  # type: ignore[attr-defined]


def test_every_code_is_unique_and_has_the_length_of_its_level(divisions: Divisions) -> None:
    frame = divisions.frame
    assert frame["code"].is_unique
    lengths = {level: set(group["code"].str.len()) for level, group in frame.groupby("level")}
    assert lengths == {"country": {6}, "province": {6}, "city": {6}, "county": {6}, "township": {9}}


def test_every_parent_exists_and_is_current(divisions: Divisions) -> None:
    frame = divisions.frame
    assert set(frame["parent"]) - {""} <= set(frame["code"])
    assert list(frame.loc[frame["parent"] == "", "code"]) == [COUNTRY]


@pytest.mark.parametrize(
    ("level", "scope", "expected"),
    [
        ("country", "reporting", 1),
        ("province", "reporting", 31),
        ("province", "outside", 3),
        ("province", "corps", 1),
        ("city", "reporting", 333),
        ("county", "reporting", 2847),
        ("county", "outside", len(MANAGEMENT_AREAS)),
        ("township", "reporting", 38749 - 213 + 188),
    ],
)
def test_counts_are_those_of_the_register(
    divisions: Divisions, level: str, scope: str, expected: int
) -> None:
    frame = divisions.frame
    assert int(((frame["level"] == level) & (frame["scope"] == scope)).sum()) == expected


def test_the_frame_has_no_division_that_the_counts_leave_out(divisions: Divisions) -> None:
    counted = Counter(zip(divisions.frame["level"], divisions.frame["scope"], strict=True))
    assert len(counted) == 8


def test_no_division_marked_as_abolished_is_left(divisions: Divisions) -> None:
    assert not [code for code in divisions.frame["code"] if "撤" in divisions[code].name_zh]


@pytest.mark.parametrize(
    ("code", "today", "reason"),
    [
        ("460321", "460302", "Xisha: the boundary package's code"),
        ("460322", "460303", "Nansha: the boundary package's code"),
        ("540422", "540481", "Mainling became a city in 2023"),
        ("540530", "540581", "Cona became a city in 2023"),
        ("500105", "500157", "merged in 2025"),
        ("500112", "500157", "merged in 2025"),
        ("520522", "520581", "a county became a city; the register tells it without codes"),
        ("522423", "520581", "recoded, then made a city"),
        ("542301", "540202", "recoded when its prefecture became a city"),
        ("520302", "520302", "current"),
        ("520302001", "520302001", "a current township"),
        (COUNTRY, COUNTRY, "the country"),
    ],
)
def test_old_codes_resolve_to_todays(divisions: Divisions, code: str, today: str, reason: str) -> None:
    assert divisions.resolve(code) == today, reason
    assert divisions[today].valid_to is None


def test_every_retired_code_leads_to_a_current_division_and_is_never_drawn(divisions: Divisions) -> None:
    everything = [divisions[code] for code in divisions]
    retired = [division for division in everything if division.valid_to is not None]
    assert len(retired) > 300
    for division in retired:
        assert divisions[divisions.resolve(division.code)].valid_to is None
        assert not division.polygon
        assert division not in divisions.children(division.parent or "")


def test_a_change_is_dated_by_its_year(divisions: Divisions) -> None:
    assert divisions["540422"].valid_to == dt.date(2023, 12, 31)
    assert divisions["540481"].valid_from == dt.date(2023, 1, 1)
    assert divisions["520302"].valid_from is None


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("520000", ("贵州省", "Guizhou")),
        ("150000", ("内蒙古自治区", "Inner Mongolia")),
        ("140000", ("山西省", "Shanxi")),
        ("610000", ("陕西省", "Shaanxi")),
        ("520300", ("遵义市", "Zunyi")),
        ("411100", ("漯河市", "Luohe")),
        ("140400", ("长治市", "Changzhi")),
        ("433100", ("湘西土家族苗族自治州", "Xiangxi")),
        ("632500", ("海南藏族自治州", "Hainan Prefecture")),
        ("130102", ("长安区", "Chang'an District")),
        ("520303", ("汇川区", "Huichuan District")),
        ("520322", ("桐梓县", "Tongzi County")),
        ("653201", ("和田市", "Hotan City")),
        ("140203", ("矿区", "Mining District")),
        ("130321", ("青龙满族自治县", "Qinglong Manchu Autonomous County")),
        ("620926", ("东乡族自治县", "Dongxiang Autonomous County")),
        ("410302", ("老城区", "Laocheng District")),
        ("130109200", ("九门回族乡", "Jiumen Hui Township")),
        ("659010500", ("兵团一二五团", "Regiment 125")),
    ],
)
def test_names_are_those_people_use(divisions: Divisions, code: str, names: tuple[str, str]) -> None:
    if code in divisions:
        assert (divisions[code].name_zh, divisions[code].name_en) == names
    else:
        assert names[0] in {divisions[each].name_zh for each in divisions}


def test_siblings_can_be_told_apart_in_both_languages_down_to_the_county(divisions: Divisions) -> None:
    upper = [divisions[code] for code in divisions if len(code) == 6 and not divisions[code].valid_to]
    for names in ("name_zh", "name_en"):
        keys = [(division.parent, getattr(division, names)) for division in upper]
        assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_the_path_runs_from_the_country_to_the_township(divisions: Divisions) -> None:
    assert codes(divisions.path("520302001")) == [COUNTRY, "520000", "520300", "520302", "520302001"]


def test_children_are_current_and_in_code_order(divisions: Divisions) -> None:
    children = divisions.children("520000")
    assert len(children) == 9
    assert codes(children) == sorted(codes(children))


@pytest.mark.parametrize(
    ("within", "level", "expected", "reason"),
    [
        (COUNTRY, Level.PROVINCE, 35, "34 provinces and the Corps"),
        (COUNTRY, Level.CITY, 333 + 33 + 4 + 3 + 1 + 3, "the Corps and three management areas included"),
        (COUNTRY, Level.COUNTY, 2847 + 4 + 4 + 3 + 1, "cities without counties, areas, outside, Corps"),
        ("520000", Level.CITY, 9, "Guizhou's cities"),
        ("520000", Level.COUNTY, 88, "Guizhou's counties"),
        ("110000", Level.COUNTY, 16, "Beijing's districts"),
        ("420000", Level.CITY, 13 + 4, "Hubei's cities and its four counties directly under the province"),
        ("441900", Level.COUNTY, 1, "Dongguan stands for itself"),
        ("520302", Level.TOWNSHIP, 23, "a district's townships"),
        ("660000", Level.COUNTY, 0, "the Corps has no children here"),
    ],
)
def test_a_map_draws_these_units(
    divisions: Divisions, within: str, level: Level, expected: int, reason: str
) -> None:
    units = divisions.units(within, level)
    assert len(units) == expected, reason
    assert len(set(codes(units))) == expected


def test_units_of_the_country_lie_in_exactly_one_province_each(divisions: Divisions) -> None:
    by_province = [
        code
        for province in divisions.units(COUNTRY, Level.PROVINCE)
        for code in codes(divisions.units(province.code, Level.COUNTY)) or [province.code]
    ]
    assert sorted(by_province) == codes(divisions.units(COUNTRY, Level.COUNTY))


@pytest.mark.parametrize(
    ("code", "levels"),
    [
        (COUNTRY, (Level.PROVINCE, Level.CITY, Level.COUNTY)),
        ("520000", (Level.CITY, Level.COUNTY)),
        ("460000", (Level.CITY, Level.COUNTY)),
        ("310000", (Level.COUNTY,)),
        ("520300", (Level.COUNTY,)),
        ("441900", (Level.TOWNSHIP,)),
        ("520302", (Level.TOWNSHIP,)),
        ("330383", ()),
        ("710000", ()),
        ("660000", ()),
        ("520302001", ()),
    ],
)
def test_levels_below_are_those_that_exist(
    divisions: Divisions, code: str, levels: tuple[Level, ...]
) -> None:
    assert divisions.levels_below(code) == levels


def test_four_cities_without_counties_have_their_townships_directly(divisions: Divisions) -> None:
    for code in CITIES_WITHOUT_COUNTIES:
        assert {child.level for child in divisions.children(code)} == {Level.TOWNSHIP}
        assert divisions[code].polygon


def test_only_the_newest_divisions_and_the_corps_have_no_polygon(divisions: Divisions) -> None:
    frame = divisions.frame
    without = frame[(frame["level"] != "township") & ~frame["polygon"]]
    assert set(without["code"]) == {"653132", "653228", "653229", "659013", "660000"}


def test_hong_kong_macao_and_taiwan_are_outside_the_scope(divisions: Divisions) -> None:
    for code in ("710000", "810000", "820000"):
        assert divisions[code].scope is Scope.OUTSIDE
        assert divisions[code].polygon


def test_an_unknown_code_is_refused_in_words(divisions: Divisions) -> None:
    with pytest.raises(AtlasError) as caught:
        divisions["999999"]
    assert caught.value.problem.id == "unknown_division"
    assert caught.value.problem.fields == {"code": "999999"}
    assert divisions.get("999999") is None
    with pytest.raises(AtlasError):
        divisions.resolve("999999")


@pytest.mark.parametrize(
    ("query", "first", "reason"),
    [
        ("遵义市", "520300", "full name"),
        ("遵义", "520300", "without its kind"),
        ("zunyi", "520300", "pinyin"),
        ("Zun yi", "520300", "pinyin with a space and a capital"),
        ("gz", "520000", "initials; the higher level first"),
        ("zunyishi", "520300", "pinyin of the full name"),
        ("520300", "520300", "code"),
        ("Inner Mongolia", "150000", "English"),
        ("Ürümqi", "650100", "English with an umlaut"),
        ("Xi'an", "610100", "English with an apostrophe"),
        ("changan", "130102", "pinyin without the apostrophe"),
        ("luohe", "411100", "the reading that machines get wrong"),
        ("Huichuan District", "520303", "English with its kind"),
        ("莫力达瓦", "150722", "a long autonomous name by its beginning"),
        ("老城街道", "131127001", "a township by its name: the first by code"),
        ("兵团", "660000", "the Corps by its short name"),
    ],
)
def test_search_finds_a_division_by_any_of_its_names(
    divisions: Divisions, query: str, first: str, reason: str
) -> None:
    found = divisions.search(query)
    assert found, reason
    if reason.startswith("a township"):
        assert {division.name_zh for division in found[:5]} == {query}
    else:
        assert found[0].code == first, reason


def test_search_ranks_townships_after_higher_levels(divisions: Divisions) -> None:
    depths = [division.level.depth == 4 for division in divisions.search("清河", limit=60)]
    assert depths == sorted(depths)
    assert any(depths)


@pytest.mark.parametrize("query", ["", "   ", "…", "不存在的地方", "'; drop table"])
def test_search_for_nothing_finds_nothing(divisions: Divisions, query: str) -> None:
    assert divisions.search(query) == ()


def test_search_keeps_to_its_limit_and_never_finds_retired_codes(divisions: Divisions) -> None:
    found = divisions.search("县", limit=7)
    assert len(found) == 7
    assert all(division.valid_to is None for division in divisions.search("渝北", limit=50))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("divisions.csv", "townships.csv"):
        (tmp_path / name).write_bytes((GEO_FOLDER / name).read_bytes())
    return tmp_path


@pytest.mark.parametrize("name", ["divisions.csv", "townships.csv"])
@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (None, "missing"),
        (lambda text: "", "empty"),
        (lambda text: text.replace("code,", "kode,", 1), "another header"),
        (lambda text: text.replace(",", ";"), "another separator"),
        (lambda text: text[: len(text) // 2], "cut in half"),
        (lambda text: text + '"', "an open quotation mark"),
        (lambda text: text + text.splitlines(keepends=True)[-1], "the last row twice"),
    ],
)
def test_a_damaged_file_is_named_with_its_remedy(
    folder: Path, name: str, damage: object, reason: str
) -> None:
    path = folder / name
    if damage is None:
        path.unlink()
    else:
        assert callable(damage)
        path.write_text(damage(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(AtlasError) as caught:
        load_divisions(folder)
    assert caught.value.problem.id == "damaged_geography", reason
    assert name in caught.value.problem.fields["file"]
    assert "geo/build.py" in str(caught.value)


def test_loading_again_gives_the_same_object() -> None:
    assert load_divisions() is load_divisions()
