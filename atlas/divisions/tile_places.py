"""Where each province lies on a map of equal tiles; the corps, which has no polygon, has a tile too."""

import csv
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from atlas.problems import AtlasError, Problem

FILE = "tiles.csv"


def tile_places(folder: Path) -> Mapping[str, tuple[int, int]]:
    """Column and row of each province by code, counted from the top left.

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
def _places(path: Path, _modified: int) -> dict[str, tuple[int, int]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["code"]: (int(row["column"]), int(row["row"])) for row in csv.DictReader(file)}
