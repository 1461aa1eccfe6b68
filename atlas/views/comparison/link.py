"""What a link asks to compare: 2 to 8 divisions of one level, and the indicators."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from atlas.divisions import Division, Level
from atlas.language import Language
from atlas.problems import AtlasError, Problem
from atlas.views.selection import Selection
from atlas.workspace import Workspace

FEWEST, MOST = 2, 8
MOST_INDICATORS = 12
INTERVALS = ("", "all")
PART = "part"
COMPARING = ("compare", "indicators", "against", "intervals", "maps", PART)
"""The parameters of a comparison; the last says which part of the page is open."""


class Maps(StrEnum):
    """Which maps are shown: one within each division, or one of all units, as areas or as tiles."""

    EACH = "each"
    ALL = "all"
    TILES = "tiles"


class Part(StrEnum):
    """What of a comparison is open beside its maps, bars and trends."""

    SPINE = "spine"
    SCATTER = "scatter"
    FUNNEL = "funnel"
    LEAGUE = "league"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Compared:
    """The divisions in the order in which they were chosen, and the indicators; fewer than 2 compare nothing.

    `selection` has the period, the dataset, the language and, as its indicator, the one shown in detail;
    `against` is the one it is held against in a scatter. With `full_counts` indicators that are no samples
    get intervals too. Without a choice of `maps` the page makes one, and without one of `part` all indicators
    are open.
    """

    selection: Selection
    divisions: tuple[Division, ...]
    indicators: tuple[str, ...]
    against: str = ""
    full_counts: bool = False
    maps: Maps | None = None
    part: Part | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the divisions, in their order."""
        return tuple(division.code for division in self.divisions)


@dataclass(frozen=True, slots=True)
class ComparedReading:
    """What is compared, and what had to be left out of the link."""

    compared: Compared
    problems: tuple[Problem, ...]


def read_compared(
    parameters: Mapping[str, str], workspace: Workspace, selection: Selection
) -> ComparedReading:
    """Read `compare`, `indicators`, `against`, `intervals`, `maps` and `part`.

    Codes that do not fit the first one's level are left out and reported, and so is what is too many. Without
    `indicators` the headline indicators are compared, and without `against` the first other one of them.
    """
    problems: list[Problem] = []
    divisions: list[Division] = []
    language = Language(selection.lang)
    for code in _parts(parameters.get("compare", "")):
        try:
            division = workspace.divisions[workspace.divisions.resolve(code)]
        except AtlasError as error:
            problems.extend(error.problems)
            continue
        if division.level is Level.COUNTRY:
            problems.append(Problem("compared_country"))
        elif divisions and division.level is not divisions[0].level:
            first = {"first": language.name(divisions[0]), "first_code": divisions[0].code}
            problems.append(
                Problem("compared_levels", {"division": language.name(division), "code": code, **first})
            )
        elif division in divisions:
            continue
        elif len(divisions) == MOST:
            said = {"division": language.name(division), "code": code, "most": str(MOST)}
            problems.append(Problem("compared_too_many", said))
        else:
            divisions.append(division)
    known = workspace.definitions.indicators
    wanted = _parts(parameters.get("indicators", ""))
    problems.extend(Problem("unknown_indicator", {"indicator": each}) for each in wanted if each not in known)
    indicators = [each for each in wanted if each in known] or [
        each.id for each in workspace.definitions.headlines
    ]
    if selection.indicator not in indicators:
        indicators.insert(0, selection.indicator)
    dropped = [each for each in indicators[MOST_INDICATORS:] if each in wanted]
    if dropped:
        names = language.join(language.name(known[each].name) for each in dropped)
        problems.append(
            Problem("compared_too_many_indicators", {"indicators": names, "most": str(MOST_INDICATORS)})
        )
    against = parameters.get("against", "")
    if against and against not in known:
        problems.append(Problem("unknown_indicator", {"indicator": against}))
    compared = Compared(
        selection=selection,
        divisions=tuple(divisions),
        indicators=tuple(indicators[:MOST_INDICATORS]),
        against=against if against in known else "",
        full_counts=bool(_one_of("intervals", INTERVALS, parameters, problems)),
        maps=_maps(_one_of("maps", ("", *Maps), parameters, problems)),
        part=_part(parameters.get(PART, "")),
    )
    return ComparedReading(compared, tuple(problems))


def compared_query(compared: Compared) -> dict[str, str]:
    """The parameters that `read_compared` reads back as this, beside those of the selection."""
    query = {
        "compare": ",".join(division.code for division in compared.divisions),
        "indicators": ",".join(compared.indicators),
        "against": compared.against,
        "intervals": INTERVALS[compared.full_counts],
        "maps": compared.maps or "",
        PART: compared.part or "",
    }
    return {name: value for name, value in query.items() if value}


def _one_of(
    name: str, choices: tuple[str, ...], parameters: Mapping[str, str], problems: list[Problem]
) -> str:
    """A parameter's value, or its first choice where it has none that means something."""
    value = parameters.get(name, choices[0])
    if value in choices:
        return value
    said = ", ".join(f"{name}={each}" for each in choices if each)
    problems.append(Problem("bad_parameter", {"value": value, "choices": said}))
    return choices[0]


def _maps(value: str) -> Maps | None:
    return Maps(value) if value else None


def _part(value: str) -> Part | None:
    """A part that there is; another one is no fault of a comparison, which opens its first."""
    return Part(value) if value in tuple(Part) else None


def _parts(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.replace("，", ",").split(",") if part.strip()))
