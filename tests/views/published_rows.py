"""data/published_figures.csv read plainly, apart from everything the product does with it."""

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILES = ("published_figures.csv", "population_2020.csv")
DRAWN_KINDS = {"point", "year", "half", "quarter"}
QUALIFIER_WORDS = {"about ": "about", "over ": "over", "at least ": "at_least"}
SCALES = {"million": 1e6, "billion": 1e9, "trillion": 1e12}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file."""

    division: str
    measure: str
    period: str
    kind: str
    value: float
    qualifier: str
    grade: str
    founding: str
    url: str

    @property
    def months(self) -> tuple[int, int]:
        """First and last month, counted as year × 12 + month − 1."""
        year = int(self.period[:4]) * 12
        if self.kind == "point":
            month = year + int(self.period[5:7]) - 1
            return month, month
        if self.kind in ("half", "quarter"):
            length = 6 if self.kind == "half" else 3
            first = year + (int(self.period[6]) - 1) * length
            return first, first + length - 1
        return year, year + 11


@cache
def rows() -> tuple[Row, ...]:
    """Every line of the published figures and of the census."""
    folder = Path(__file__).parents[2] / "data"
    found = []
    for name in FILES:
        with (folder / name).open(encoding="utf-8-sig", newline="") as file:
            found += [
                Row(
                    line["division_code"],
                    line["measure"],
                    line["period"],
                    line["period_kind"],
                    float(line["value"]),
                    line["qualifier"],
                    line["source_grade"],
                    line["founding_document"],
                    line["source_url"],
                )
                for line in csv.DictReader(file)
            ]
    return tuple(found)


@cache
def drawn_rows() -> dict[tuple[str, str], tuple[Row, ...]]:
    """The lines that a map may show, by division and measure: no spans of years, no cumulative figures."""
    found = defaultdict(list)
    for row in rows():
        if row.kind in DRAWN_KINDS:
            found[row.division, row.measure].append(row)
    return {key: tuple(each) for key, each in found.items()}


def number_in(text: str) -> float:
    """The number that an English text starts with, its qualifier aside: “over 1.2 million” is 1200000."""
    match = re.match(r"(?:about |over |at least )?([\d,]+(?:\.\d+)?)(?: (million|billion|trillion))?", text)
    assert match, text
    return float(match[1].replace(",", "")) * SCALES.get(match[2] or "", 1)


def qualifier_in(text: str) -> str:
    """The qualifier that an English text starts with."""
    return next((name for word, name in QUALIFIER_WORDS.items() if text.startswith(word)), "exact")
