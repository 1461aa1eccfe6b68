"""Figures of divisions whose codes were retired, under today's codes."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from atlas.divisions import Division, Divisions
from atlas.divisions.nodes import Tree
from atlas.rollup.states import NOT_APPLICABLE, SUPPRESSED, VALUE
from atlas.store.observed import Observed

Key = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Part:
    """A retired division that became part of today's; `until` is its last month."""

    name: str
    until: int


def under_todays_codes(retired: Observed, tree: Tree, divisions: Divisions) -> dict[str, list[Any]]:
    """The rows of retired codes as columns with `node` instead of `division`.

    A recoded division passes its figure on. Those of merged divisions are summed where every part that
    existed in the period reported it: a part is not the whole. Only divisions of the same level are parts of
    each other's figures.
    """
    rows: dict[Key, dict[str, int]] = defaultdict(dict)
    for row, number in enumerate(retired.division.tolist()):
        division = _division(divisions, number)
        today = division and divisions.resolve(division.code)
        if not division or not today or today not in tree.place or divisions[today].level != division.level:
            continue
        key = (tree.place[today], int(retired.kind[row]), int(retired.first[row]), int(retired.last[row]))
        rows[key][division.name_zh] = row
    columns: dict[str, list[Any]] = {name: [] for name in ("node", *retired.arrays()) if name != "division"}
    for key, parts in rows.items():
        if set(parts) == expected_parts(divisions, tree.codes[key[0]], key[3]):
            _append(columns, key, retired, list(parts.values()))
    return columns


def expected_parts(divisions: Divisions, today: str, month: int) -> set[str]:
    """Names of the retired divisions that together were today's division in a month.

    Codes that followed each other under one name are one part. After the change the old codes, still used by
    mistake, stand for the parts that existed last.
    """
    parts = retired_parts(divisions).get(today, ())
    alive = {part.name for part in parts if part.until >= month}
    newest = max((part.until for part in parts), default=0)
    return alive or {part.name for part in parts if part.until == newest}


@lru_cache(maxsize=8)
def retired_parts(divisions: Divisions) -> dict[str, tuple[Part, ...]]:
    """The retired divisions of each of today's codes that are of its level."""
    found: dict[str, tuple[Part, ...]] = defaultdict(tuple)
    for division in divisions._by_code.values():
        today = divisions.resolve(division.code)
        if division.valid_to is not None and divisions[today].level == division.level:
            until = division.valid_to.year * 12 + division.valid_to.month - 1
            found[today] += (Part(division.name_zh, until),)
    return dict(found)


def _division(divisions: Divisions, number: int) -> Division | None:
    return divisions.get(f"{number:06d}")


def _append(columns: dict[str, list[Any]], key: Key, retired: Observed, rows: list[int]) -> None:
    statuses = retired.status[rows]
    status = SUPPRESSED if SUPPRESSED in statuses else VALUE if VALUE in statuses else NOT_APPLICABLE
    values = retired.value[rows][statuses == VALUE]
    row = {
        **dict(zip(("node", "kind", "first", "last"), key, strict=True)),
        "value": float(values.sum()) if status == VALUE else float(np.nan),
        "status": status,
        "qualifier": int(retired.qualifier[rows].max()),
        "source": int(retired.source[rows[0]]),
        "alternatives": int(retired.alternatives[rows].sum()),
    }
    for name, value in row.items():
        columns[name].append(value)
