"""The build of the geography: what it refuses, how it names, how it simplifies, which codes it retires."""

import dataclasses
import hashlib
import zipfile
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from geo import build, changes, english, shapes, sources
from geo.register import Row
from geo.topology import write_topology
from tests.topology import read_topology


def package(folder: Path, *, sha256: str | None = None) -> sources.Package:
    """A small wheel in `folder`, pinned by its own hash unless another is given."""
    path = folder / "small-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("small/data.json", "{}")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    return sources.Package("PyPI", "small", "1.0", path.name, sha256 or found)


def test_a_package_with_the_pinned_hash_is_read(tmp_path: Path) -> None:
    pinned = package(tmp_path)
    assert sources.member(sources.checked(pinned, tmp_path), "small/data.json") == b"{}"


def test_a_package_with_another_hash_is_refused(tmp_path: Path) -> None:
    pinned = package(tmp_path, sha256="0" * 64)
    with pytest.raises(sources.SourceError, match=r"small-1\.0.*expected 0000.*never build"):
        sources.checked(pinned, tmp_path)


def test_a_package_that_is_not_there_is_named(tmp_path: Path) -> None:
    pinned = dataclasses.replace(package(tmp_path), file_name="other.whl")
    with pytest.raises(sources.SourceError, match=r"other\.whl is not in"):
        sources.checked(pinned, tmp_path)


def test_a_file_missing_inside_a_package_is_named(tmp_path: Path) -> None:
    path = sources.checked(package(tmp_path), tmp_path)
    with pytest.raises(sources.SourceError, match=r"holds no small/other\.json"):
        sources.member(path, "small/other.json")


def test_the_build_stops_before_writing_when_a_package_is_not_the_pinned_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packages, output = tmp_path / "packages", tmp_path / "output"
    packages.mkdir()
    output.mkdir()
    for pinned in sources.PACKAGES:
        (packages / pinned.file_name).write_bytes(b"something else")
    assert build.main(["--packages", str(packages), "--output", str(output)]) == 2
    assert "SHA-256" in capsys.readouterr().err
    assert list(output.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "stem", "peoples", "kind"),
    [
        ("贵州省", "贵州", (), "省"),
        ("青龙满族自治县", "青龙", ("Manchu",), "自治县"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江", ("Lahu", "Va", "Blang", "Dai"), "自治县"),
        ("木垒哈萨克自治县", "木垒", ("Kazakh",), "自治县"),
        ("东乡族自治县", "东乡", (), "自治县"),
        ("海西蒙古族藏族自治州", "海西", ("Mongol", "Tibetan"), "自治州"),
        ("管城回族区", "管城", ("Hui",), "区"),
        ("九门回族乡", "九门", ("Hui",), "乡"),
        ("清新区", "清新", (), "区"),
        ("浦东新区", "浦东", (), "新区"),
        ("六枝特区", "六枝", (), "特区"),
        ("井陉矿区", "井陉", (), "矿区"),
        ("万柏林区", "万柏林", (), "区"),
        ("沙市区", "沙市", (), "区"),
        ("白土镇", "白土", (), "镇"),
        ("永兴", "永兴", (), ""),
    ],
)
def test_a_name_is_taken_apart(name: str, stem: str, peoples: tuple[str, ...], kind: str) -> None:
    assert english.taken_apart(name) == english.Parts(stem, peoples, kind)


@pytest.mark.parametrize(
    ("code", "name", "hint", "expected"),
    [
        ("130102", "长安区", "Changanqu", "Chang'an District"),
        ("211300", "朝阳市", "Zhaoyang", "Chaoyang"),
        ("441800", "清远市", "", "Qingyuan"),
        ("141100", "吕梁市", "", "Lüliang"),
        ("610800", "榆林市", "", "Yulin"),
        ("533103", "芒市", "", "Mangshi"),
        ("330382", "乐清市", "Leqingshi", "Yueqing"),
        ("141024", "洪洞县", "Hongdongxian", "Hongtong County"),
        ("152921", "阿拉善左旗", "", "Alxa Left Banner"),
        ("659010500", "兵团一二五团", "", "Regiment 125"),
        ("659013100", "四十一团草湖镇", "", "Regiment 41 Caohu Town"),
        ("110105005", "团结湖街道", "", "Tuanjiehu Subdistrict"),
        ("360721204", "赤土畲族乡", "", "Chitu She Township"),
    ],
)
def test_names_in_english(code: str, name: str, hint: str, expected: str) -> None:
    assert english.english(code, name, hint) == expected


def test_a_romanisation_decides_between_readings_only_if_it_fits() -> None:
    assert english.syllables("乐清", "") == ["yue", "qing"]
    assert english.syllables("蔚", "Yuxian") == ["yu"]
    assert english.syllables("南山", "Zhuhaishi") == ["nan", "shan"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("一二五", 125), ("四十一", 41), ("十", 10), ("二十", 20), ("一百零四", 104), ("〇", 0)],
)
def test_chinese_numerals(text: str, value: int) -> None:
    assert english.numeral(text) == value


def event(year: int, old: tuple[str, str] | None, new: tuple[str, str] | None) -> dict[str, object]:
    def side(known: tuple[str, str] | None) -> dict[str, str | None]:
        return {"code": known and f"{known[0]}000000", "name": known and known[1]}

    return {"year": year, "old": side(old), "new": side(new)}


def test_codes_changed_twice_lead_to_todays_division() -> None:
    rows = [Row("990003", "county", "990000", "新市")]
    current, retired = changes.apply(
        rows,
        [
            event(2015, ("990002", "新县"), ("990003", "新市")),
            event(2012, ("990001", "老县"), ("990002", "新县")),
        ],
    )
    assert [(row.code, row.name, row.valid_to, row.successor) for row in retired] == [
        ("990001", "老县", "2012-12-31", "990003"),
        ("990002", "新县", "2015-12-31", "990003"),
    ]
    assert current[0].valid_from == "2015-01-01"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (event(2005, ("990001", "老县"), ("990003", "新市")), "before the register is reliable"),
        (event(2015, ("990003", "新市"), ("990004", "他市")), "the old code is still in use"),
        (event(2015, ("990001", "老县"), ("990009", "他市")), "its heir does not exist"),
        (event(2015, ("990001", "老县"), None), "it has no heir"),
        (event(2015, ("990100", "老市"), ("990003", "新市")), "a city was divided among others"),
        (event(2015, ("990001", "老县"), ("990001", "新县")), "only the name changed"),
    ],
)
def test_a_change_that_leads_nowhere_retires_nothing(change: dict[str, object], reason: str) -> None:
    _, retired = changes.apply([Row("990003", "county", "990000", "新市")], [change])
    assert retired == [], reason


def square(left: float, bottom: float, side: float) -> shapely.Polygon:
    return shapely.box(left, bottom, left + side, bottom + side)


def test_islands_too_small_to_draw_become_one_dot_for_each_group() -> None:
    islands = [square(10 + 0.01 * number, 10, 0.005) for number in range(6)]
    units = gpd.GeoSeries({"a": shapely.multipolygons([square(0, 0, 5), *islands])})
    parts = shapely.get_parts(shapes.with_dots(units, 0.06)["a"])
    assert len(parts) == 2
    assert parts[1].bounds[2] - parts[1].bounds[0] == pytest.approx(0.12)


def test_a_small_piece_that_touches_a_neighbour_keeps_its_shape() -> None:
    exclave = square(5, 2, 0.02)
    units = gpd.GeoSeries(
        {
            "a": shapely.multipolygons([square(0, 0, 5)]),
            "b": shapely.multipolygons([square(6, 0, 5), exclave]),
        }
    )
    assert shapely.get_parts(shapes.with_dots(units, 0.06)["b"])[1].equals(exclave)


def test_simplified_neighbours_still_share_their_border() -> None:
    wave = [(5 + (0.01 if number % 2 else 0), number / 10) for number in range(51)]
    left = shapely.Polygon([(0, 0), *wave, (0, 5)])
    right = shapely.Polygon([(10, 0), *wave, (10, 5)])
    simple = shapes.simplified(gpd.GeoSeries({"a": left, "b": right}), 0.2)
    assert shapely.get_num_coordinates(simple["a"]) < shapely.get_num_coordinates(left)
    assert shapely.coverage_is_valid(simple.to_numpy())


def test_the_projection_is_the_one_of_the_standard_maps() -> None:
    point = shapes.projected(gpd.GeoSeries([shapely.Point(105, 35), shapely.Point(110, 35)], crs=4490))
    # Snyder, Map Projections: A Working Manual (1987), p. 101: n = (m1² − m2²) / (q2 − q1) for 25° and 47°.
    assert point[0].x == pytest.approx(0, abs=1e-9)
    assert point[1].x == pytest.approx(22.8, abs=0.5)
    assert point[1].y > point[0].y


def test_a_topology_keeps_shapes_ids_and_properties(tmp_path: Path) -> None:
    units = gpd.GeoSeries(
        {"a": shapely.multipolygons([square(0, 0, 1)]), "b": shapely.multipolygons([square(1, 0, 1)])}
    )
    path = tmp_path / "small.topojson"
    write_topology(path, {"units": units}, {"a": {"zh": "甲"}}, 1_000)
    read = read_topology(path)["units"]
    assert set(read) == {"a", "b"}
    assert read["a"].properties == {"zh": "甲"}
    assert read["b"].properties == {}
    assert read["a"].shape.symmetric_difference(units["a"]).area < 0.01
    assert read["a"].shape.intersection(read["b"].shape).area == pytest.approx(0, abs=1e-9)
