"""Where each province lies on a map of equal tiles; the corps, which has no polygon, has a tile too."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from atlas.problems import AtlasError, Problem

FILE = "tiles.csv"


@dataclass(frozen=True, slots=True)
class TilePlace:
    """Column and row, counted from the top left, and names that fit into a tile."""

    column: int
    row: int
    name_zh: str
    name_en: str


def tile_places(folder: Path) -> Mapping[str, TilePlace]:
    """The place of each province by code.

    Raises:
        AtlasError: `missing_geography` or `damaged_geography`, naming the file.
    """
    path = folder / FILE
    try:
        return _places(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise AtlasError(Problem("missing_geography", {"file": f"geo/{FILE}"})) from error
    except (ValueError, KeyError, TypeError) as error:
        raise AtlasError(
            Problem("damaged_geography", {"file": f"geo/{FILE}", "detail": str(error)})
        ) from error


@lru_cache(maxsize=4)
def _places(path: Path, _modified: int) -> dict[str, TilePlace]:
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: TilePlace(int(row["column"]), int(row["row"]), row["zh"], row["en"])
            for row in csv.DictReader(file)
        }
