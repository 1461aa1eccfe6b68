"""Codes that were retired, and what they became."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.register import Row

FIRST_YEAR = 2010
# Changes that the register tells without codes, with the city that was founded on the same day instead of the
# district, or not at all; and the codes under which the boundary package knows the islands of Sansha.
STATED: dict[str, tuple[int, str, str]] = {
    "140202": (2018, "城区", "140213"), "140402": (2018, "城区", "140403"),
    "140411": (2018, "郊区", "140403"), "370802": (2013, "市中区", "370811"),
    "431121": (2021, "祁阳县", "431181"), "460321": (2020, "西沙群岛", "460302"),
    "460322": (2020, "南沙群岛", "460303"), "520522": (2021, "黔西县", "520581"),
    "522201": (2011, "铜仁市", "520602"), "522401": (2011, "毕节市", "520502"),
    "522423": (2011, "黔西县", "520522"), "532331": (2021, "禄丰县", "532302"),
    "542301": (2014, "日喀则市", "540202"), "652101": (2015, "吐鲁番市", "650402"),
    "652201": (2016, "哈密市", "650502"),
}  # fmt: skip


def apply(rows: list[Row], events: list[dict[str, object]]) -> tuple[list[Row], list[Row]]:
    """Return the current rows with validity dates, and a row for every code retired since FIRST_YEAR.

    The register states the year of a change only: a new code is valid from 1 January and the old one to 31
    December of that year, so that figures of the year itself are accepted under either.
    """
    current = {row.code: row for row in rows}
    steps = _steps(events, set(current))
    retired: list[Row] = []
    for old, (year, name, new) in sorted(steps.items()):
        target = _last(new, steps)
        heir = current.get(target)
        divided = old.endswith("00") and not target.endswith("00")  # a city's figures are not one district's
        if heir is None or divided:
            continue
        level = "city" if old.endswith("00") else "county"
        row = replace(heir, code=old, level=level, name=name, polygon=False, valid_from="")
        retired.append(replace(row, valid_to=f"{year}-12-31", successor=target))
    started = _started(events)
    dated = [
        replace(row, valid_from=f"{started[row.code]}-01-01") if row.code in started else row for row in rows
    ]
    return dated, retired


def _steps(events: list[dict[str, object]], current: set[str]) -> dict[str, tuple[int, str, str]]:
    steps: dict[str, tuple[int, str, str]] = {}
    for year, old, new in _changes(events):
        if old["code"] and new["code"] and old["code"] != new["code"]:
            code, became = old["code"][:6], new["code"][:6]
            if code not in current:
                steps[code] = (year, old["name"], became)
    return steps | STATED


def _changes(events: list[dict[str, object]]) -> list[tuple[int, dict[str, str], dict[str, str]]]:
    found = []
    for event in events:
        year, old, new = event["year"], event["old"], event["new"]
        if isinstance(year, int) and year >= FIRST_YEAR and isinstance(old, dict) and isinstance(new, dict):
            found.append((year, old, new))
    return sorted(found, key=lambda change: change[0])


def _started(events: list[dict[str, object]]) -> dict[str, int]:
    started = {became: year for year, _, became in STATED.values()}
    for year, old, new in _changes(events):
        if new["code"] and new["code"] != old["code"]:
            started.setdefault(new["code"][:6], year)
    return started


def _last(code: str, steps: dict[str, tuple[int, str, str]]) -> str:
    seen = set()
    while code in steps and code not in seen:
        seen.add(code)
        code = steps[code][2]
    return code
