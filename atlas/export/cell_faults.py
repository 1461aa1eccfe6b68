"""What was found in a file, cell by cell, with the comment that a cell gets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from atlas.definitions import Definitions, Measure
from atlas.divisions import Division, Divisions
from atlas.findings import Finding, Findings, Severity
from atlas.language import Language
from atlas.validate import Checked
from atlas.views.finding_text import SEVERITY_NAMES, remedy_of, sentence_of
from atlas.views.name_suggestions import measures_held, place_name

WORST = {severity: place for place, severity in enumerate(Severity)}
"""Errors before warnings before notes."""
MOST_COMMENTS = 5_000
"""With more comments than this spreadsheet programs take minutes to open a file."""
_SUGGESTED = 3


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that wants looking at: how bad it is, and what its comment says, "" where it has none."""

    severity: Severity
    comment: str


@dataclass(frozen=True, eq=False)
class Meanings:
    """What suggested codes and ids stand for; `held` are the measures that have a column in the file."""

    divisions: Divisions
    measures: Mapping[str, Measure]
    held: frozenset[str]

    @classmethod
    def to(cls, checked: Checked, divisions: Divisions, definitions: Definitions) -> "Meanings":
        """What is known to whoever looks at this file."""
        return cls(divisions, definitions.measures, measures_held(checked))

    def named(self, code: str) -> Division | Measure | str:
        """What a suggestion stands for; "" for a measure that no second column may hold."""
        if code in self.held:
            return ""
        return self.divisions.get(code) or self.measures.get(code) or code


Place = tuple[int, int]
"""Row and column of a spreadsheet, counted from 1."""


def cell_severities(findings: Iterable[Findings]) -> dict[Place, Severity]:
    """The worst severity found in each cell, the worst cells first; whole rows stand for their first cell."""
    found: dict[Place, Severity] = {}
    for each in sorted(findings, key=lambda one: WORST[one.rule.severity]):
        for row, column in zip(each.rows.tolist(), each.columns.tolist(), strict=True):
            if row:
                found.setdefault((row, column or 1), each.rule.severity)
    return found


def comments(
    findings: Iterable[Findings],
    cells: Mapping[Place, object],
    language: Language,
    known: Meanings | None,
) -> dict[Place, str]:
    """The comments of the first `MOST_COMMENTS` of these cells: all that was found there, the worst first."""
    noted = set(islice(cells, MOST_COMMENTS))
    texts: dict[Place, list[str]] = {}
    for each in sorted(findings, key=lambda one: WORST[one.rule.severity]):
        places = zip(each.rows.tolist(), each.columns.tolist(), strict=True)
        for index, (row, column) in enumerate(places):
            if (row, column or 1) in noted:
                texts.setdefault((row, column or 1), []).append(_comment(each.at(index), language, known))
    return {place: "\n\n".join(dict.fromkeys(found)) for place, found in texts.items()}


def unsaid(cells: int, language: Language) -> tuple[str, ...]:
    """The sentence that says so where more cells are coloured than can have a comment."""
    if cells <= MOST_COMMENTS:
        return ()
    text = language.text(
        "Comments are in the first {count} of {all} coloured cells, the worst first. "
        "This list has everything.",
        count=language.number(MOST_COMMENTS),
        all=language.number(cells),
    )
    return (text,)


def advice(finding: Finding, language: Language, known: Meanings | None) -> str:
    """What to do about it, with the names that may have been meant."""
    meant = suggested(finding, language, known)
    text = language.text("Perhaps: {choices}.", choices=language.text("; ").join(meant)) if meant else ""
    return language.sentences((remedy_of(finding, language), text))


def suggested(finding: Finding, language: Language, known: Meanings | None) -> tuple[str, ...]:
    """The nearest names that a rule knows: divisions with their codes, and measures."""
    choices = finding.fields.get("suggestions")
    if not isinstance(choices, Sequence) or isinstance(choices, str):
        return ()
    named = (_choice(each, language, known) for each in choices)
    return tuple(islice(filter(None, named), _SUGGESTED))


def _comment(finding: Finding, language: Language, known: Meanings | None) -> str:
    severity = language.text(SEVERITY_NAMES[finding.rule.severity])
    head = language.text("{severity}: {sentence}", severity=severity, sentence=sentence_of(finding, language))
    return f"{head}\n{advice(finding, language, known)}"


def _choice(choice: object, language: Language, known: Meanings | None) -> str:
    if isinstance(choice, str) and known is not None:
        choice = known.named(choice)
    if isinstance(choice, Division):
        name = language.name(choice) if known is None else place_name(choice, known.divisions, language)
        return f"{name} {choice.code}"
    return choice if isinstance(choice, str) else language.name(choice)  # type: ignore[arg-type]  # a measure
