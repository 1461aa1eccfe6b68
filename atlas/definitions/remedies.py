"""What to do about each thing that can be wrong in indicators.yaml."""

from typing import Any

from atlas.messages import N_
from atlas.problems import Problem

SYNTAX = N_("Correct the YAML on this line: check indentation, quotes and colons.")
MAPPING = N_("Start the file with units:, topics:, measures: and indicators:.")
NO_ALIAS = "aliases are not used in this file"
DUPLICATE = N_("This key is written twice. Keep one of the two.")
SECTION = N_("Write a list of named entries here, each with its own keys.")
EXTRA = N_("The schema has no such key. Correct its spelling or remove it.")
MISSING = N_("Add this key.")
TEXT = N_("Write a text that is not empty, in quotation marks where YAML would read a number or yes/no.")
NUMBER = N_("Write a number.")
YES_NO = N_("Write true or false.")
DATE = N_("Write a date as 2025-12-31.")
IDENTIFIER = N_("Write an id of small Latin letters, digits and underscores, starting with a letter.")
OTHER = N_("Compare this entry with its neighbours and correct it.")

UNKNOWN_UNIT = N_("Choose a unit that the units: section defines, or define this one there.")
UNKNOWN_TOPIC = N_("Choose a topic that the topics: section defines, or define this one there.")
UNKNOWN_MEASURE = N_("Choose a measure that the measures: section defines, or define this one there.")
UNKNOWN_INDICATOR = N_("Choose another indicator that the indicators: section defines.")
NOT_SUMMED = N_("A rate is never summed or divided. Put it under stated, and a stock or a flow here.")
NOT_A_RATE = N_("Only a measure of kind rate can be stated. Choose one, or leave this key out.")
NO_VALUE = N_("Name a numerator, a stated rate, or both.")
NO_NUMERATOR = N_("Name the numerator that belongs to it.")
COVERAGE_LEVEL = N_(
    "Say at which level the units are counted: add unit_level, with a numerator and no denominator."
)
LEVEL_WITHOUT_COVERAGE = N_("Only a coverage has a unit_level. Add coverage: true or remove this key.")
FACTOR = N_("Use the factor of the unit: 100 for percent, 10000 for a number per 10,000, otherwise 1.")
UNIT_DIFFERS = N_("A single measure keeps its own unit. Use the unit of the numerator.")
BREAKS_ORDER = N_("Write the breaks in rising order, each once.")
BREAKS_COUNT = N_("Write one break fewer than there are classes (k), and only for scheme: stated.")
INTERVAL = N_("Only a quotient has an interval: wilson for a percentage of cases, byar for a rate.")
TWO_MEASURES = N_("Compare two different measures: [the smaller one, the larger one].")
REDEFINED_ORDER = N_("Write the changes of definition in the order of their periods, each period once.")
SUPPRESS_BELOW = N_("Only a number of persons or of their cases is withheld when small. Remove this key.")
DERIVED = N_("A number of divisions is a stock and is written nowhere else. Use kind: stock.")

BY_FIELD = {
    "kind": N_("Write stock, flow or rate."),
    "severity": N_("Write error or warning."),
    "at_most": TWO_MEASURES,
    "reported_by": N_("Write province, city, county or township."),
    "unit_level": N_("Write province, city, county or township."),
    "derived": N_("Write cities, counties or townships, or leave this key out."),
    "direction": N_("Write higher, lower or none."),
    "interval": N_("Write wilson, byar or none."),
    "scheme": N_("Write quantiles, natural_breaks, equal_interval or stated."),
    "k": N_("Write a number of classes from 2 to 7."),
    "factor": FACTOR,
    "decimals": N_("Write a number of decimals from 0 to 4."),
    "since": N_("Write the first period with the new meaning, in quotation marks: 2022 or 2022-01."),
    "version": N_("Write a whole number from 1."),
    "family": N_("Write count, person, percent, points, CNY, per_10k, hours or ratio."),
    "id": IDENTIFIER,
}

BY_TYPE = {
    "extra_forbidden": EXTRA,
    "missing": MISSING,
    "string_type": TEXT,
    "string_too_short": TEXT,
    "string_pattern_mismatch": IDENTIFIER,
    "float_type": NUMBER,
    "float_parsing": NUMBER,
    "int_type": NUMBER,
    "bool_type": YES_NO,
    "bool_parsing": YES_NO,
    "date_type": DATE,
    "date_parsing": DATE,
    "date_from_datetime_parsing": DATE,
    "model_type": SECTION,
}


def remedy_for(field: str, error_type: str) -> str:
    """The remedy for a value that the schema refuses."""
    if error_type in ("extra_forbidden", "missing", "model_type"):
        return BY_TYPE[error_type]
    return BY_FIELD.get(field) or BY_TYPE.get(error_type, OTHER)


def bad_definition(file: str, key: str, value: Any, remedy: str) -> Problem:
    """The problem of one dotted key of one file."""
    return Problem("bad_definition", {"file": file, "key": key, "value": _shown(value), "remedy": remedy})


def _shown(value: Any) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= 80 else text[:77] + "…"
