"""What each rule looks for, in a few words: the headings of the problems of a file."""

from collections.abc import Mapping

from atlas.messages import N_

RULE_NAMES: Mapping[str, str] = {
    "unknown_division": N_("Unknown division"),
    "ambiguous_division": N_("Several divisions of one name"),
    "missing_division": N_("Division not named"),
    "retired_division": N_("Former division"),
    "code_and_name_differ": N_("Code and name differ"),
    "unknown_column": N_("Unknown column"),
    "duplicate_column": N_("Two columns of one measure"),
    "repeated_column": N_("Column stated twice"),
    "unknown_measure": N_("Unknown measure"),
    "missing_measure": N_("Measure not named"),
    "unknown_period": N_("Unknown period"),
    "missing_period": N_("Period not named"),
    "not_a_number": N_("Not a number"),
    "percent_for_count": N_("A percentage for a count"),
    "fraction_for_percent": N_("Shares read as percentages"),
    "other_unit": N_("Another unit"),
    "outside_your_part": N_("Not yours to report"),
    "outside_reporting": N_("Outside the reporting scope"),
    "future_period": N_("Period not over yet"),
    "duplicate_differs": N_("Stated twice, differently"),
    "duplicate_same": N_("Stated twice"),
    "counted_by_atlas": N_("Not reported, but counted"),
    "negative": N_("Below zero"),
    "fraction": N_("Not a whole number"),
    "out_of_range": N_("Larger than possible"),
    "above_population": N_("More than the population"),
    "numerator_above_denominator": N_("A part larger than the whole"),
    "cross_measure_error": N_("Two figures that exclude each other"),
    "cross_measure_warning": N_("Two figures that hardly fit together"),
    "children_differ": N_("Not the sum of its divisions"),
    "children_exceed": N_("Less than its divisions"),
    "total_differs": N_("Total not the sum of its rows"),
    "jump": N_("Unusual against earlier periods"),
    "already_reported": N_("Reported before"),
    "units_absent": N_("Divisions not in the file"),
    "most_units_absent": N_("Divisions left to others"),
}
