"""Which divisions share a border: in the boundary files, neighbours are drawn with the same arc."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from atlas.divisions.model import Level
from atlas.problems import AtlasError, Problem

FILES = {Level.PROVINCE: "provinces", Level.CITY: "cities", Level.COUNTY: "counties"}


def neighbours(folder: Path, level: Level) -> Mapping[str, frozenset[str]]:
    """For each unit of the national file of `level` in `folder` the codes of those it has a border with.

    Units that meet in a single point are no neighbours. Levels without boundaries have none.

    Raises:
        AtlasError: `missing_geography` or `damaged_geography`, naming the file.
    """
    if level not in FILES:
        return {}
    path = folder / f"{FILES[level]}.topojson"
    try:
        return _neighbours(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise AtlasError(Problem("missing_geography", {"file": f"geo/{path.name}"})) from error
    except (ValueError, KeyError, TypeError) as error:
        raise AtlasError(
            Problem("damaged_geography", {"file": f"geo/{path.name}", "detail": str(error)})
        ) from error


@lru_cache(maxsize=8)
def _neighbours(path: Path, _modified: int) -> dict[str, frozenset[str]]:
    units = json.loads(path.read_text(encoding="utf-8"))["objects"]["units"]["geometries"]
    owners: dict[int, set[str]] = defaultdict(set)
    for unit in units:
        for arc in _arcs(unit.get("arcs", ())):
            owners[arc].add(str(unit["id"]))
    found: dict[str, set[str]] = defaultdict(set)
    for sharing in owners.values():
        for code in sharing:
            found[code] |= sharing - {code}
    return {str(unit["id"]): frozenset(found[str(unit["id"])]) for unit in units}


def _arcs(nested: Iterable[Any]) -> Iterator[int]:
    """The arcs of a geometry; one that runs backwards (~3 is −4) is the same border."""
    for part in nested:
        if isinstance(part, int):
            yield part if part >= 0 else ~part
        else:
            yield from _arcs(part)
