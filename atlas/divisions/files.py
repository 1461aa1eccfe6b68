"""Read the register of divisions from geo/."""

import csv
import datetime as dt
import gc
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from atlas.divisions.model import Division, Level, Scope
from atlas.divisions.search import SearchEntry, SearchIndex, normalised
from atlas.divisions.tree import Divisions
from atlas.problems import AtlasError, Problem

GEO_FOLDER = Path(__file__).resolve().parents[2] / "geo"
DIVISIONS_COLUMNS = (
    "code", "level", "parent", "name_zh", "name_en", "short_zh", "short_en", "valid_from", "valid_to",
    "successor", "scope", "polygon", "pinyin", "initials",
)  # fmt: skip
TOWNSHIPS_COLUMNS = ("code", "parent", "name_zh", "name_en", "initials")


@lru_cache(maxsize=4)
def load_divisions(folder: Path = GEO_FOLDER) -> Divisions:
    """Read divisions.csv and townships.csv from `folder`, once per process.

    Raises AtlasError "damaged_geography" naming the file when one is missing or cannot be read.
    """
    # Tens of thousands of lasting objects: the collector would walk them again and again, for half the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _read(folder)
    finally:
        if collecting:
            gc.enable()


def _read(folder: Path) -> Divisions:
    divisions: list[Division] = []
    successors: dict[str, str] = {}
    entries: list[SearchEntry] = []
    for division, successor, keys in _upper_levels(folder / "divisions.csv"):
        divisions.append(division)
        if successor:
            successors[division.code] = successor
        else:
            entries.append(SearchEntry(division.code, division.level.depth, keys))
    for division, keys in _townships(folder / "townships.csv"):
        divisions.append(division)
        entries.append(SearchEntry(division.code, division.level.depth, keys))
    _check_tree(divisions, successors, folder)
    return Divisions(divisions, successors, SearchIndex(entries))


def _upper_levels(path: Path) -> Iterator[tuple[Division, str, tuple[str, ...]]]:
    for row in _rows(path, DIVISIONS_COLUMNS):
        try:
            (code, level, parent, zh, en, short_zh, short_en, start, end, successor, scope, polygon, pinyin,
             initials) = row  # fmt: skip
            division = Division(
                code, Level(level), parent or None, zh, en, _date(start), _date(end), polygon == "1",
                Scope(scope),
            )  # fmt: skip
        except ValueError as error:
            raise _damaged(path) from error
        syllables = pinyin.split()
        short = syllables[: len(short_zh)]
        keys = (
            zh, short_zh, "".join(short), pinyin.replace(" ", ""), initials[: len(short)], initials,
            normalised(en), normalised(short_en),
        )  # fmt: skip
        yield division, successor, keys


def _townships(path: Path) -> Iterator[tuple[Division, tuple[str, ...]]]:
    level, scope = Level.TOWNSHIP, Scope.REPORTING
    for row in _rows(path, TOWNSHIPS_COLUMNS):
        try:
            code, parent, zh, en, initials = row
        except ValueError as error:
            raise _damaged(path) from error
        division = Division(code, level, parent or code[:6], zh, en, None, None, False, scope)
        yield division, (zh, en.casefold().replace("'", "").replace(" ", ""), initials)


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[list[str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file, strict=True)
            if tuple(next(rows, ())) != columns:
                raise _damaged(path)
            yield from rows
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise _damaged(path) from error


def _check_tree(divisions: list[Division], successors: dict[str, str], folder: Path) -> None:
    upper, lower = folder / "divisions.csv", folder / "townships.csv"
    townships = {division.code for division in divisions if division.level is Level.TOWNSHIP}
    codes = {division.code for division in divisions if division.level is not Level.TOWNSHIP}
    twice = len(divisions) - len(townships) - len(codes)
    if not codes.issuperset(successors.values()) or not codes:
        raise _damaged(upper)
    for division in divisions:
        if division.parent is not None and division.parent not in codes:
            raise _damaged(lower if division.level is Level.TOWNSHIP else upper)
    if twice or not townships:
        listed = sum(division.level is Level.TOWNSHIP for division in divisions)
        raise _damaged(lower if listed > len(townships) or not townships else upper)


def _date(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _damaged(path: Path) -> AtlasError:
    return AtlasError(Problem("damaged_geography", {"file": f"{path.parent.name}/{path.name}"}))
