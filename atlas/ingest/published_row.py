"""Checks one row of a file of published figures."""

import datetime as dt
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from atlas.batches import Source
from atlas.definitions import Definitions
from atlas.ingest.remarks import BESIDE_THE_POINT, REMARKS
from atlas.ingest.vocabulary import DATE_NOT_SHOWN, GRADES, PERIOD_KINDS, QUALIFIERS
from atlas.messages import N_
from atlas.periods import Period
from atlas.problems import AtlasError, Problem

DIVISION = N_("Use the six-digit code of a current division.")
PERIOD = N_("Write a year (2024), 2024-H1, 2024-Q1, a month (2024-03) or a span (2021/2025).")
KIND = N_("Write point, year, half, quarter, multi-year or cumulative, as the period has it.")
VALUE = N_("Write a plain number that is not negative, without separators or words.")
UNIT = N_("Use the unit of the measure, or correct the measure.")
QUALIFIER = N_("Write exact, about, over or at_least.")
GRADE = N_("Write founding, official, press, repost or summary.")
FOUNDING = N_("Name the founding document where the grade is founding, and only there.")
DATE = N_("Write a date as 2025, 2025-11 or 2025-11-17, or leave the cell empty.")
URL = N_("Write an address that starts with http:// or https://, or leave the cell empty.")
TITLE = N_("Name the source.")
REMARK = N_("Use the remarks that the atlas knows, with spaces between them.")
COUNTED = N_("The atlas counts this itself in the table of divisions. Remove the row.")

_NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)

Row = Mapping[str, str]


class KnownDivisions(Protocol):
    """The tree of divisions, or anything else that knows their codes."""

    def __contains__(self, code: object, /) -> bool: ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: the file, and the row as a spreadsheet shows it."""

    file: str
    row: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One sound row; a lower `precedence` wins where rows state the same thing differently."""

    division: str
    measure: str
    period: Period
    value: float
    qualifier: str
    source: Source
    precedence: int
    remarks: str
    row: int


def read_figure(row: Row, place: Place, definitions: Definitions, divisions: KnownDivisions) -> Figure:
    """The figure that a row states. Raises AtlasError with one problem for each faulty cell."""
    problems = tuple(_faults(row, place, definitions, divisions))
    if problems:
        raise AtlasError(*problems)
    period = Period.parse(row["period"])
    return Figure(
        division=row["division_code"],
        measure=row["measure"],
        period=period if _is_drawn(row) else period.as_span(),
        value=float(row["value"]),
        qualifier=row["qualifier"],
        source=_source(row, place.file),
        precedence=precedence(
            row["source_grade"], row["qualifier"], row["source_date"], row["remarks"].split()
        ),
        remarks=row["remarks"],
        row=place.row,
    )


def _is_drawn(row: Row) -> bool:
    """Whether the figure may stand on a map: spans, running totals and forecasts are only ever listed."""
    return PERIOD_KINDS[row["period_kind"]] is not None and "forecast" not in row["remarks"].split()


def precedence(grade: str, qualifier: str, date: str, remarks: Sequence[str] = ()) -> int:
    """Rank of a figure among those on the same thing; the lowest is shown, the others are listed beside it.

    Figures on something wider, narrower or earlier than the measure come after all others; then the grade
    decides, then exact before rounded, then the newer source.
    """
    parts = [int(part) for part in date.split("-")] if _is_date(date) else [2000]
    year, month, day = (*parts, 1, 1)[:3]
    age = 99_999 - max(0, (dt.date(year, month, day) - dt.date(2000, 1, 1)).days)
    beside = not BESIDE_THE_POINT.isdisjoint(remarks)
    return beside * 1_000_000 + GRADES.index(grade) * 200_000 + (qualifier != "exact") * 100_000 + age


def _faults(row: Row, place: Place, definitions: Definitions, divisions: KnownDivisions) -> Iterator[Problem]:
    measure = definitions.measures.get(row["measure"])
    if measure is None:
        yield Problem(
            "unknown_measure", {"file": place.file, "row": str(place.row), "measure": row["measure"]}
        )
    elif measure.derived is not None:
        yield _bad(row, place, "measure", COUNTED)
    elif row["unit"] != definitions.unit_of(measure).written:
        yield _bad(row, place, "unit", UNIT)
    if row["division_code"] not in divisions:
        yield _bad(row, place, "division_code", DIVISION)
    yield from _period_faults(row, place)
    if not _NUMBER.fullmatch(row["value"]) or not math.isfinite(float(row["value"])):
        yield _bad(row, place, "value", VALUE)
    if row["qualifier"] not in QUALIFIERS:
        yield _bad(row, place, "qualifier", QUALIFIER)
    yield from _source_faults(row, place)
    if not all(remark in REMARKS for remark in row["remarks"].split()):
        yield _bad(row, place, "remarks", REMARK)


def _period_faults(row: Row, place: Place) -> Iterator[Problem]:
    if row["period_kind"] not in PERIOD_KINDS:
        yield _bad(row, place, "period_kind", KIND)
    try:
        period = Period.parse(row["period"])
    except AtlasError:
        yield _bad(row, place, "period", PERIOD)
        return
    if not period.months:
        yield _bad(row, place, "period", PERIOD)
    elif PERIOD_KINDS.get(row["period_kind"]) not in (None, period.kind):
        yield _bad(row, place, "period_kind", KIND)


def _source_faults(row: Row, place: Place) -> Iterator[Problem]:
    if not row["source_title"].strip():
        yield _bad(row, place, "source_title", TITLE)
    if row["source_date"] not in ("", DATE_NOT_SHOWN) and not _is_date(row["source_date"]):
        yield _bad(row, place, "source_date", DATE)
    if row["source_url"] and not row["source_url"].startswith(("https://", "http://")):
        yield _bad(row, place, "source_url", URL)
    if row["source_grade"] not in GRADES:
        yield _bad(row, place, "source_grade", GRADE)
    elif bool(row["founding_document"]) != (row["source_grade"] == "founding"):
        yield _bad(row, place, "founding_document", FOUNDING)


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        dt.date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def _source(row: Row, file: str) -> Source:
    columns = (
        "source_title",
        "source_publisher",
        "source_date",
        "source_url",
        "source_grade",
        "founding_document",
    )
    cells = [row[column] for column in columns]
    date = row["source_date"]
    return Source(
        id=sha256("\n".join([file, *cells]).encode()).hexdigest()[:16],
        title=row["source_title"],
        publisher=row["source_publisher"],
        date=date if _is_date(date) else "",
        url=row["source_url"],
        grade=row["source_grade"],
        founding=row["founding_document"],
        file_name=file,
    )


def _bad(row: Row, place: Place, column: str, remedy: str) -> Problem:
    fields = {"file": place.file, "row": str(place.row), "column": column, "value": row[column]}
    return Problem("bad_cell", {**fields, "remedy": remedy})
