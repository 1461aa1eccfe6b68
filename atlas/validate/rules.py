"""What can be wrong with figures that could be read: every rule with its sentence and its remedy."""

from collections.abc import Mapping

from atlas.findings import Rule, Severity
from atlas.messages import N_

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

OUTSIDE_YOUR_PART = Rule(
    "outside_your_part",
    ERROR,
    N_("{division} is not in the part of the country that you report for."),
    N_("Remove this row, or ask whoever reports for this division to upload it."),
)
OUTSIDE_REPORTING = Rule(
    "outside_reporting",
    ERROR,
    N_("{division} is outside the reporting scope of this atlas."),
    N_("Remove this row."),
)
FUTURE_PERIOD = Rule(
    "future_period",
    ERROR,
    N_("{period} is not over yet."),
    N_("Correct the period, or report it when it has ended."),
)
DUPLICATE_DIFFERS = Rule(
    "duplicate_differs",
    ERROR,
    N_(
        "{measure} of {division} for {period} stands here as {value}, and in row {other} with another figure."
    ),
    N_("Keep the right one and delete the other."),
)
DUPLICATE_SAME = Rule(
    "duplicate_same",
    WARNING,
    N_("{measure} of {division} for {period} stands in row {other} already, with the same figure."),
    N_("Nothing has to be done: it counts once. Delete the row if it was meant for another division."),
)
COUNTED_BY_ATLAS = Rule(
    "counted_by_atlas",
    ERROR,
    N_("{measure} is counted in the table of divisions and is not reported."),
    N_("Remove this figure."),
)
NEGATIVE = Rule(
    "negative",
    ERROR,
    N_("{value} is below zero, which {measure} cannot be."),
    N_("Correct the sign. If the figure is not known, leave the cell empty."),
)
FRACTION = Rule(
    "fraction",
    ERROR,
    N_("{value} is not a whole number, but {measure} is counted in whole {unit}."),
    N_("Write the exact number. If the column is in 万, say so in its heading."),
)
OUT_OF_RANGE = Rule(
    "out_of_range",
    ERROR,
    N_("{value} is more than {measure} can be: at most {most}."),
    N_("Check the figure and the unit that the heading states, such as 万 or %."),
)
ABOVE_POPULATION = Rule(
    "above_population",
    ERROR,
    N_("{measure} of {division} would be {value}, which is more than its population of {population}."),
    N_("Check the figure, its unit, and the name of the division."),
)
NUMERATOR_ABOVE_DENOMINATOR = Rule(
    "numerator_above_denominator",
    ERROR,
    N_(
        "{measure} of {division} is {figure}, more than {other} with {limit}: "
        "{indicator} would exceed 100 %. {origin}"
    ),
    N_("Check both figures. Upload both together if both are wrong."),
)
CROSS_MEASURE_ERROR = Rule(
    "cross_measure_error",
    ERROR,
    N_("{statement} Here {measure} is {figure} and {other} is {limit}. {origin}"),
    N_("Check both figures. Upload both together if both are wrong."),
)
CROSS_MEASURE_WARNING = Rule(
    "cross_measure_warning",
    WARNING,
    N_("{statement} Here {measure} is {figure} and {other} is {limit}. {origin}"),
    N_("Check both figures. If both are right, say why in the remark."),
)
CHILDREN_DIFFER = Rule(
    "children_differ",
    WARNING,
    N_("{measure} of {division} for {period} is {reported}, but its {count} divisions add up to {sum}."),
    N_("Check both. If both are right, say why in the remark; the reported figure is shown."),
)
CHILDREN_EXCEED = Rule(
    "children_exceed",
    WARNING,
    N_(
        "{measure} of {division} for {period} is {reported}, but {count} of its {expected} divisions alone "
        "add up to {sum}."
    ),
    N_("Check both. If both are right, say why in the remark; the reported figure is shown."),
)
TOTAL_DIFFERS = Rule(
    "total_differs",
    WARNING,
    N_("The total says {value}, but rows {first} to {last} add up to {sum}."),
    N_("Check the rows and the total. The total itself is not stored."),
)
JUMP = Rule(
    "jump",
    WARNING,
    N_(
        "{measure} of {division} for {period} is {figure}. "
        "In {count} earlier periods it was usually between {low} and {high}."
    ),
    N_("Check the figure and its unit. If it is right, say why in the remark."),
)
ALREADY_REPORTED = Rule(
    "already_reported",
    NOTE,
    N_("Reported before with another value, which would be replaced: {count} of this file's figures."),
    N_("Look through the old and the new values in the preview."),
)
UNITS_ABSENT = Rule(
    "units_absent",
    WARNING,
    N_("{period}: {count} of the {expected} divisions of {division} missing from the file: {missing}."),
    N_("Add them if their figures are there. Otherwise they are shown as not reported."),
)
MOST_UNITS_ABSENT = Rule(
    "most_units_absent",
    NOTE,
    N_("{period}: {count} of the {expected} divisions of {division} missing from the file: {missing}."),
    N_("Nothing has to be done if others report them."),
)

CHECKING_RULES: Mapping[str, Rule] = {
    rule.id: rule
    for rule in (
        OUTSIDE_YOUR_PART, OUTSIDE_REPORTING, FUTURE_PERIOD, DUPLICATE_DIFFERS, DUPLICATE_SAME,
        COUNTED_BY_ATLAS, NEGATIVE, FRACTION, OUT_OF_RANGE, ABOVE_POPULATION, NUMERATOR_ABOVE_DENOMINATOR,
        CROSS_MEASURE_ERROR, CROSS_MEASURE_WARNING, CHILDREN_DIFFER, CHILDREN_EXCEED, TOTAL_DIFFERS, JUMP,
        ALREADY_REPORTED, UNITS_ABSENT, MOST_UNITS_ABSENT,
    )
}  # fmt: skip
"""By id."""
