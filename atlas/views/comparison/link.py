"""What a link asks to compare: 2 to 8 divisions of one level, and the indicators."""

from collections.abc import Mapping
from dataclasses import dataclass

from atlas.divisions import Division
from atlas.problems import AtlasError, Problem
from atlas.views.selection import Selection
from atlas.workspace import Workspace

FEWEST, MOST = 2, 8
MOST_INDICATORS = 12


@dataclass(frozen=True, slots=True)
class Compared:
    """The divisions in the order in which they were chosen, and the indicators; fewer than 2 compare nothing.

    `selection` has the period, the dataset, the language and, as its indicator, the one shown in detail.
    """

    selection: Selection
    divisions: tuple[Division, ...]
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparedReading:
    """What is compared, and what had to be left out of the link."""

    compared: Compared
    problems: tuple[Problem, ...]


def read_compared(
    parameters: Mapping[str, str], workspace: Workspace, selection: Selection
) -> ComparedReading:
    """Read `compare` and `indicators`; codes that do not fit the first one's level are left out and reported.

    Without `indicators` the headline indicators are compared.
    """
    problems: list[Problem] = []
    divisions: list[Division] = []
    for code in _parts(parameters.get("compare", "")):
        try:
            division = workspace.divisions[workspace.divisions.resolve(code)]
        except AtlasError as error:
            problems.extend(error.problems)
            continue
        if divisions and division.level is not divisions[0].level:
            problems.append(Problem("compared_levels", {"code": code, "first": divisions[0].code}))
        elif len(divisions) == MOST:
            problems.append(Problem("compared_too_many", {"code": code, "most": str(MOST)}))
        elif division not in divisions:
            divisions.append(division)
    known = workspace.definitions.indicators
    wanted = _parts(parameters.get("indicators", ""))
    problems.extend(Problem("unknown_indicator", {"indicator": each}) for each in wanted if each not in known)
    indicators = [each for each in wanted if each in known] or [
        each.id for each in workspace.definitions.headlines
    ]
    if selection.indicator not in indicators:
        indicators.insert(0, selection.indicator)
    return ComparedReading(
        Compared(selection, tuple(divisions), tuple(indicators[:MOST_INDICATORS])), tuple(problems)
    )


def compared_query(compared: Compared) -> dict[str, str]:
    """The parameters that `read_compared` reads back as this, beside those of the selection."""
    query = {
        "compare": ",".join(division.code for division in compared.divisions),
        "indicators": ",".join(compared.indicators),
    }
    return {name: value for name, value in query.items() if value}


def _parts(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.replace("，", ",").split(",") if part.strip()))
