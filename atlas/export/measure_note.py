"""What a template says about one measure: its heading, its comment, and what may be entered."""

from atlas.definitions import Measure, Unit
from atlas.language import Language
from atlas.messages import N_

STATUS_WORDS = {"not_applicable": N_("not applicable"), "suppressed": N_("confidential")}
"""What may stand in a cell instead of a number; the reader of spreadsheets knows both in both languages."""
_KINDS = {
    "stock": N_("As it stands at the end of the period."),
    "flow": N_("During the period only, not cumulative."),
    "rate": N_("As stated; it is never summed."),
}
_TITLE, _MESSAGE = 32, 255
"""The longest texts that a spreadsheet shows beside a cell."""


def heading_text(measure: Measure, unit: Unit, language: Language) -> str:
    """The measure with its unit in brackets."""
    return language.text("{name} ({unit})", name=language.name(measure), unit=language.name(unit))


def note_on(measure: Measure, unit: Unit, language: Language) -> str:
    """The comment of a heading: unit, kind, definition, traps, and how to enter it."""
    lines = [
        heading_text(measure, unit, language),
        language.text(_KINDS[measure.kind]),
        language.name(measure.definition) if measure.definition else "",
        language.text("Beware: {traps}", traps=language.name(measure.traps)) if measure.traps else "",
        entry_rule(unit, language),
    ]
    return "\n".join(line for line in lines if line)


def entry_rule(unit: Unit, language: Language) -> str:
    """What may be entered, in a sentence."""
    rule = {
        "percent": N_("A number from 0 to 100: write 85.3 for 85.3 %."),
        "points": N_("A number from −100 to 100."),
        "count": N_("A whole number, 0 or more."),
        "person": N_("A whole number, 0 or more."),
    }.get(unit.family, N_("A number, 0 or more."))
    empty = language.text(
        "Leave it empty where there is no figure; "
        "choose “{not_applicable}” or “{suppressed}” where that is so.",
        **{status: language.text(word) for status, word in STATUS_WORDS.items()},
    )
    return language.sentences((language.text(rule), empty))


def entry_list(measure: Measure, unit: Unit, language: Language) -> dict[str, object]:
    """The drop-down of a figure's cell, with its message; numbers are typed over it.

    A spreadsheet allows a cell either a list or a check of numbers. `misfit` does the checking: it also
    sees what was pasted, which would have replaced a check.
    """
    return {
        "validate": "list",
        "source": [language.text(word) for word in STATUS_WORDS.values()],
        "show_error": False,
        "input_title": language.name(measure)[:_TITLE],
        "input_message": f"{language.name(unit)}\n{entry_rule(unit, language)}"[:_MESSAGE],
    }


def misfit(unit: Unit, cell: str, language: Language) -> str:
    """The condition, as a spreadsheet computes it, that `cell` holds something that cannot be its figure."""
    outside = {
        "percent": f"{cell}<0,{cell}>100",
        "points": f"{cell}<-100,{cell}>100",
        "count": f"{cell}<0,{cell}<>INT({cell})",
        "person": f"{cell}<0,{cell}<>INT({cell})",
    }.get(unit.family, f"{cell}<0")
    words = ",".join(f'TRIM({cell})<>"{language.text(word)}"' for word in STATUS_WORDS.values())
    return f'=IF(ISNUMBER({cell}),OR({outside}),AND(TRIM({cell})<>"",{words}))'


def is_whole(unit: Unit) -> bool:
    """Whether only whole numbers make sense."""
    return unit.family in ("count", "person")
