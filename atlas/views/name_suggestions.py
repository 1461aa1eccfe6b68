"""Unknown names in a file, each once, with the divisions or measures that could be meant."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from atlas.divisions import Division, Divisions, Level
from atlas.findings import Finding
from atlas.language import Language
from atlas.store import AliasKind
from atlas.validate import Checked
from atlas.views.finding_groups import place_of
from atlas.workspace import Workspace

KINDS: Mapping[str, AliasKind] = {
    "unknown_division": AliasKind.DIVISION,
    "outside_title": AliasKind.DIVISION,
    "ambiguous_division": AliasKind.DIVISION,
    "unknown_column": AliasKind.COLUMN,
    "unknown_measure": AliasKind.COLUMN,
}
"""The rules whose finding ends once somebody has said what the name stands for."""
FIELD = "suggestions"
NAMES_SHOWN = 12
CELLS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name as it is written, the first cells with it, and the choices: code or id, and name, of each."""

    kind: AliasKind
    text: str
    cells: tuple[str, ...]
    choices: tuple[tuple[str, str], ...]


def name_suggestions(workspace: Workspace, checked: Checked, language: Language) -> tuple[Suggestion, ...]:
    """The names that rules have suggestions for, in the order of the file, the first dozen."""
    found: dict[tuple[AliasKind, str], list[Finding]] = {}
    for findings in checked.findings:
        kind = KINDS.get(findings.rule.id)
        if kind is None or FIELD not in findings.fields:
            continue
        for place, text in enumerate(findings.values):
            known = found.get((kind, text))
            if known is None and len(found) < NAMES_SHOWN:
                found[kind, text] = [findings.at(place)]
            elif known is not None and len(known) < CELLS_SHOWN:
                known.append(findings.at(place))
    held = measures_held(checked)
    told = (
        _suggestion(workspace, kind, text, places, held, language) for (kind, text), places in found.items()
    )
    return tuple(each for each in told if each.choices)


def measures_held(checked: Checked) -> frozenset[str]:
    """The measures (ids) that a column of the file holds: of two such columns neither would be read."""
    return frozenset(heading.measure for heading in checked.intake.headings if heading.measure)


def _suggestion(
    workspace: Workspace,
    kind: AliasKind,
    text: str,
    places: list[Finding],
    held: frozenset[str],
    language: Language,
) -> Suggestion:
    name = _place if kind is AliasKind.DIVISION else _measure
    suggested: Any = places[0].fields[FIELD]
    left = [str(each) for each in suggested if kind is AliasKind.DIVISION or each not in held]
    named = [(each, name(workspace, each, language)) for each in left]
    return Suggestion(
        kind=kind,
        text=text,
        cells=tuple(place_of(finding, language) for finding in places),
        choices=tuple((target, words) for target, words in named if words),
    )


def place_name(division: Division, divisions: Divisions, language: Language) -> str:
    """The name with that of the division around it: 鼓楼区 alone is in four cities."""
    own = language.name(division)
    if division.parent is None or division.level is Level.PROVINCE:
        return own
    parent = language.name(divisions[division.parent])
    return language.text("{place} ({parent})", place=own, parent=parent)


def meaning_of(workspace: Workspace, kind: AliasKind, target: str, language: Language) -> str:
    """What a taught name stands for, in words; the bare code or id of what is no longer known."""
    named = _place if kind is AliasKind.DIVISION else _measure
    return named(workspace, target, language) or target


def _place(workspace: Workspace, code: str, language: Language) -> str:
    own = workspace.divisions.get(code)
    return "" if own is None else place_name(own, workspace.divisions, language)


def _measure(workspace: Workspace, identifier: str, language: Language) -> str:
    measure = workspace.definitions.measures.get(identifier)
    return "" if measure is None else language.name(measure)
