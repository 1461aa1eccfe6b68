"""What a template says about one measure: its heading, its comment, and what may be entered."""

from enum import StrEnum

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


class Form(StrEnum):
    """What the figures of a measure look like, as the checks of an upload see it too."""

    WHOLE = "whole"
    PERCENT = "percent"
    CHANGE = "change"
    AMOUNT = "amount"


_RULES = {
    Form.WHOLE: N_("A whole number, 0 or more."),
    Form.PERCENT: N_("A number from 0 to 100: write 85.3 for 85.3 %."),
    Form.CHANGE: N_("A number; a decrease has a minus sign."),
    Form.AMOUNT: N_("A number, 0 or more."),
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
        entry_rule(measure, unit, language),
    ]
    return "\n".join(line for line in lines if line)


def entry_rule(measure: Measure, unit: Unit, language: Language) -> str:
    """What may be entered, in a sentence."""
    empty = language.text(
        "Leave it empty where there is no figure; "
        "choose “{not_applicable}” or “{suppressed}” where that is so.",
        **{status: language.text(word) for status, word in STATUS_WORDS.items()},
    )
    return language.sentences((language.text(_RULES[form_of(measure, unit)]), empty))


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
        "input_message": f"{language.name(unit)}\n{entry_rule(measure, unit, language)}"[:_MESSAGE],
    }


def misfit(measure: Measure, unit: Unit, cell: str, language: Language) -> str:
    """The condition, as a spreadsheet computes it, that `cell` holds something that cannot be its figure."""
    outside = {
        Form.PERCENT: f"OR({cell}<0,{cell}>100)",
        Form.WHOLE: f"OR({cell}<0,{cell}<>INT({cell}))",
        Form.CHANGE: "FALSE",
        Form.AMOUNT: f"OR({cell}<0)",
    }[form_of(measure, unit)]
    words = ",".join(f'TRIM({cell})<>"{language.text(word)}"' for word in STATUS_WORDS.values())
    return f'=IF(ISNUMBER({cell}),{outside},AND(TRIM({cell})<>"",{words}))'


def form_of(measure: Measure, unit: Unit) -> Form:
    """What its figures look like."""
    if measure.signed or unit.family == "points":
        return Form.CHANGE
    if unit.family == "percent":
        return Form.PERCENT
    counted = unit.family in ("count", "person") and measure.kind != "rate"
    return Form.WHOLE if counted else Form.AMOUNT
