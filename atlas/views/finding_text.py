"""What is found in a spreadsheet, in words."""

from collections.abc import Mapping

from atlas.findings import Finding, Note, Severity
from atlas.language import Language
from atlas.messages import N_
from atlas.periods import Period

SEVERITY_NAMES = {
    Severity.ERROR: N_("Error"),
    Severity.WARNING: N_("Warning"),
    Severity.NOTE: N_("Note"),
}


def sentence_of(finding: Finding, language: Language) -> str:
    """What is so, with the cell's own value in it."""
    return _filled(finding.rule.sentence, {"value": finding.value, **finding.fields}, language)


def remedy_of(finding: Finding, language: Language) -> str:
    """What to do about it."""
    return _filled(finding.rule.remedy, {"value": finding.value, **finding.fields}, language)


def note_text(note: Note, language: Language) -> str:
    """What was understood while reading."""
    return _filled(note.message, note.fields, language)


def _filled(message: str, fields: Mapping[str, object], language: Language) -> str:
    words = {name: _word(value, language) for name, value in fields.items() if name != "value"}
    if "value" in fields:
        words["value"] = str(fields["value"])
    return language.text(message).format_map(_Blanks(words)).rstrip()


def _word(value: object, language: Language) -> str:
    match value:
        case str():
            return language.text(value)
        case bool() | None:
            return str(value)
        case int():
            return language.number(value)
        case float():
            return language.number(value, _decimals(value))
        case Period():
            return language.period(value)
        case tuple() | list():
            return language.join(_word(each, language) for each in value)
        case _:
            return language.name(value)  # type: ignore[arg-type]  # what is left has a name in both languages


def _decimals(value: float) -> int:
    """As many as the number has, but at most two."""
    return next((places for places in (0, 1) if round(value, places) == value), 2)


class _Blanks(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"
