"""The words that files of published figures use in their columns."""

from atlas.periods import PeriodKind

GRADES = ("founding", "official", "press", "repost", "summary")
"""Grades of sources, the strongest first."""

QUALIFIERS = ("exact", "about", "over", "at_least")

PERIOD_KINDS: dict[str, PeriodKind | None] = {
    "point": PeriodKind.MONTH,
    "year": PeriodKind.YEAR,
    "half": PeriodKind.HALF,
    "quarter": PeriodKind.QUARTER,
    "multi-year": None,
    "cumulative": None,
}
"""What the period of each kind must be; the last two may be any months, and are only ever listed as spans."""

DATE_NOT_SHOWN = "(not shown)"

COLUMNS = (
    "division_code", "measure", "period", "period_kind", "value", "unit", "qualifier", "source_title",
    "source_publisher", "source_date", "source_url", "source_grade", "founding_document", "remarks",
)  # fmt: skip
