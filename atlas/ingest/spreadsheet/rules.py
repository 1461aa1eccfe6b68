"""What can be found while a spreadsheet is read; what the figures themselves break is declared elsewhere."""

from atlas.findings import Rule, Severity
from atlas.messages import N_

UNKNOWN_DIVISION = Rule(
    "unknown_division",
    Severity.ERROR,
    N_("“{value}” is not a division."),
    N_("Correct the name, give the code beside it, or choose one of the suggested divisions."),
)
AMBIGUOUS_DIVISION = Rule(
    "ambiguous_division",
    Severity.ERROR,
    N_("“{value}” is the name of several divisions."),
    N_("Write the province or the city before it (贵州省/贵阳市/云岩区), or give the code."),
)
OUTSIDE_TITLE = Rule(
    "outside_title",
    Severity.ERROR,
    N_("“{value}” is not in {place}, which the title or the name of sheet or file says the table is about."),
    N_(
        "Correct the name or choose one of the suggested divisions. "
        "Report another province in a file of its own."
    ),
)
OWN_OFFICES = Rule(
    "own_offices",
    Severity.ERROR,
    N_("“{value}” is not a division but the offices of one itself, whose figures belong to its total."),
    N_("Report the total in a row with the division's own name, these offices included; delete this row."),
)
MISSING_DIVISION = Rule(
    "missing_division",
    Severity.ERROR,
    N_("This row has figures but no division."),
    N_("Write the division's name or code in the row, or delete the row."),
)
UNSTATED_DIVISION = Rule(
    "unstated_division",
    Severity.ERROR,
    N_("Nothing says to which division these figures belong."),
    N_("Add a column with the names or codes of divisions, or name the division in the title."),
)
RETIRED_DIVISION = Rule(
    "retired_division",
    Severity.NOTE,
    N_("“{value}” is no longer in use; the figures are taken for {now}."),
    N_("Use today's name or code in the next report."),
)
PART_OF_MERGED = Rule(
    "part_of_merged",
    Severity.WARNING,
    N_(
        "“{value}” is only a part of {now}, which was formed of {parts}; "
        "the figures are taken for all of {now}."
    ),
    N_("Give the sum of all parts in one row with today's name. Confirm only if the figures are that sum."),
)
PARTS_OF_MERGED = Rule(
    "parts_of_merged",
    Severity.ERROR,
    N_("“{value}” and row {other} both stand for {now}, into which former divisions were merged."),
    N_(
        "If these are its parts, give their sum in one row with the name {now} and delete the others. "
        "If one repeats the other, delete it."
    ),
)
CODE_AND_NAME_DIFFER = Rule(
    "code_and_name_differ",
    Severity.WARNING,
    N_("The code and the name “{value}” do not belong together; the figures are taken for {now}."),
    N_("Correct the code or the name, whichever is wrong."),
)
UNKNOWN_COLUMN = Rule(
    "unknown_column",
    Severity.WARNING,
    N_("The column “{value}” is not known and was left out."),
    N_("Give the column the name of a measure, choose one of the suggested measures, or delete the column."),
)
DUPLICATE_COLUMN = Rule(
    "duplicate_column",
    Severity.ERROR,
    N_(
        "Columns {other} “{other_heading}” and {column} “{value}” both say {measure}, but differ; "
        "neither was read."
    ),
    N_("Delete the column that is wrong, or give it its own heading."),
)
REPEATED_COLUMN = Rule(
    "repeated_column",
    Severity.NOTE,
    N_("The column {column} “{value}” repeats {other} “{other_heading}” and was left out."),
    N_("Nothing needs to be done."),
)
UNKNOWN_MEASURE = Rule(
    "unknown_measure",
    Severity.ERROR,
    N_("“{value}” is not a measure."),
    N_("Use a name from the list of indicators, or choose one of the suggested measures."),
)
UNSTATED_MEASURE = Rule(
    "unstated_measure",
    Severity.ERROR,
    N_("Nothing says what the figures count."),
    N_("Write the measure above the columns or into the title: 法律援助案件, 律师人数."),
)
MISSING_MEASURE = Rule(
    "missing_measure",
    Severity.ERROR,
    N_("This row has a figure but does not say what it counts."),
    N_("Write the measure in the row, or delete the row."),
)
UNKNOWN_PERIOD = Rule(
    "unknown_period",
    Severity.ERROR,
    N_("“{value}” is not a period."),
    N_("Write a month as 2025-03 or 2025年3月, a quarter as 2025-Q1, a half as 2025-H1 or a year as 2025."),
)
MISSING_PERIOD = Rule(
    "missing_period",
    Severity.ERROR,
    N_("Nothing says to which period these figures belong."),
    N_("Choose the period beside the file, or write it in the title or in a column of its own."),
)
NOT_A_NUMBER = Rule(
    "not_a_number",
    Severity.ERROR,
    N_("“{value}” is not a number."),
    N_("Write only digits. Leave the cell empty, or write —, where there is no figure."),
)
PERCENT_FOR_COUNT = Rule(
    "percent_for_count",
    Severity.ERROR,
    N_("“{value}” is a percentage, but {measure} is a number of things."),
    N_("Write the number itself."),
)
FRACTION_FOR_PERCENT = Rule(
    "fraction_for_percent",
    Severity.WARNING,
    N_("No figure of the column “{value}” is above 1, so they were read as fractions: 0.953 as 95.3 %."),
    N_("If they are percentages already, write them with a percent sign (0.95%)."),
)
FRACTION_AMONG_PERCENTAGES = Rule(
    "fraction_among_percentages",
    Severity.WARNING,
    N_("{value} stands among percentages such as {other} and was read as {value} %."),
    N_("If it is a fraction, write it as a percentage like the others: 0.953 as 95.3 %."),
)
OTHER_UNIT = Rule(
    "other_unit",
    Severity.WARNING,
    N_("The unit “{value}” does not fit {measure}, which counts in {unit}."),
    N_("Check that the column holds the right figures, and correct the unit or the heading."),
)
UNUSED_SCALE = Rule(
    "unused_scale",
    Severity.WARNING,
    N_("The unit “{value}” could not be applied to any figures; the numbers were taken as they are written."),
    N_("Write the unit into the heading of the column that it is for (受援人数（万人次）), or delete it."),
)

OVERLONG_ROW = Rule(
    "overlong_row",
    Severity.ERROR,
    N_("The row has more cells than the heading: {value} may be one number, and what follows has moved."),
    N_("Write numbers without commas between thousands, or save the spreadsheet as XLSX."),
)
OTHER_TABLES = Rule(
    "other_tables",
    Severity.WARNING,
    N_("Only the sheet “{value}” was read. There are tables in others, too: {sheets}."),
    N_("Upload each sheet as a file of its own if its figures are wanted."),
)
TABLE_BESIDE = Rule(
    "table_beside",
    Severity.ERROR,
    N_("Two tables stand side by side: the second, from column {column} “{value}” on, was not read."),
    N_("Put the rows of the second table below those of the first, or upload it as a file of its own."),
)
STACKED_TABLE = Rule(
    "stacked_table",
    Severity.ERROR,
    N_("Another table begins here (“{value}”); its figures were not read."),
    N_("One table is read of each sheet: upload this one, and any below it, as files of their own."),
)

READING_RULES = (
    OTHER_TABLES, STACKED_TABLE, TABLE_BESIDE, UNUSED_SCALE, UNKNOWN_DIVISION, OUTSIDE_TITLE, OWN_OFFICES,
    AMBIGUOUS_DIVISION, MISSING_DIVISION, UNSTATED_DIVISION, RETIRED_DIVISION, PART_OF_MERGED,
    PARTS_OF_MERGED, CODE_AND_NAME_DIFFER, UNKNOWN_COLUMN, DUPLICATE_COLUMN, REPEATED_COLUMN,
    UNKNOWN_MEASURE, UNSTATED_MEASURE, MISSING_MEASURE, UNKNOWN_PERIOD, MISSING_PERIOD, OVERLONG_ROW,
    NOT_A_NUMBER, PERCENT_FOR_COUNT, FRACTION_FOR_PERCENT, FRACTION_AMONG_PERCENTAGES, OTHER_UNIT,
)  # fmt: skip
