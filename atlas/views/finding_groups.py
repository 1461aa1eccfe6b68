"""The problems of a file, rule by rule, the gravest first."""

from dataclasses import dataclass

from atlas.findings import Finding, Findings, Rule, Severity
from atlas.language import Language
from atlas.validate import Checked
from atlas.views.finding_text import remedy_of, sentence_of

SHOWN = 5
ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One place: cell, row or file, what stands there, and what is so."""

    place: str
    value: str
    sentence: str


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """What one rule found: how many places, the first of them, and what to do about them.

    A remedy that is the same for all lines stands once, in `remedy`; others end their line's sentence.
    """

    rule: Rule
    count: int
    lines: tuple[FindingLine, ...]
    remedy: str


def finding_groups(checked: Checked, language: Language) -> tuple[FindingGroup, ...]:
    """One group for each rule that found something; errors, then warnings, then notes."""
    by_rule: dict[str, list[Findings]] = {}
    for findings in checked.findings:
        if len(findings):
            by_rule.setdefault(findings.rule.id, []).append(findings)
    groups = [_group(parts, language) for parts in by_rule.values()]
    return tuple(sorted(groups, key=lambda group: ORDER[group.rule.severity]))


def count_of(checked: Checked, severity: Severity) -> int:
    """How many places rules of this severity found."""
    return sum(len(findings) for findings in checked.findings if findings.rule.severity is severity)


def place_of(finding: Finding, language: Language) -> str:
    """The cell ("F12"), the row, or the whole file."""
    if finding.column or not finding.row:
        return finding.cell or language.text("file")
    return language.text("row {row}", row=finding.row)


def _group(parts: list[Findings], language: Language) -> FindingGroup:
    each = (findings.at(place) for findings in parts for place in range(min(SHOWN, len(findings))))
    first = sorted(each, key=lambda finding: (finding.row, finding.column))[:SHOWN]
    remedies = [remedy_of(finding, language) for finding in first]
    shared = remedies[0] if len(set(remedies)) == 1 else ""
    return FindingGroup(
        rule=parts[0].rule,
        count=sum(len(findings) for findings in parts),
        lines=tuple(
            FindingLine(
                place_of(finding, language),
                finding.value,
                language.sentences((sentence_of(finding, language), "" if shared else remedy)),
            )
            for finding, remedy in zip(first, remedies, strict=True)
        ),
        remedy=shared,
    )
