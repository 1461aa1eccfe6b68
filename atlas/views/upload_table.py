"""The figures of a file beside those that hold, as a table in words."""

import numpy as np
import pandas as pd

from atlas.divisions import Division, Level
from atlas.language import Language
from atlas.messages import N_
from atlas.periods import Period
from atlas.views.upload_changes import Effect
from atlas.workspace import Workspace

EFFECT_NAMES = {
    Effect.NEW: N_("new"),
    Effect.CHANGED: N_("changed"),
    Effect.UNCHANGED: N_("unchanged"),
}


def change_table(workspace: Workspace, figures: pd.DataFrame, language: Language) -> pd.DataFrame:
    """One line for each of `figures` (those of `Changes`), in their order; numbers stay numbers."""
    divisions, measures = workspace.divisions, workspace.definitions.measures
    units = {name: workspace.definitions.unit_of(measure) for name, measure in measures.items()}
    places = {code: _place(divisions[code], workspace, language) for code in figures.division.unique()}
    periods = {code: language.period(Period.parse(code)) for code in figures.period.unique()}
    difference = figures.after - figures.before
    return pd.DataFrame(
        {
            language.text("Division"): figures.division.map(places).to_numpy(),
            language.text("Measure"): [language.name(measures[name]) for name in figures.measure],
            language.text("Before"): figures.before.to_numpy(),
            language.text("After"): figures.after.to_numpy(),
            language.text("Difference"): difference.to_numpy(),
            language.text("Unit"): [language.name(units[name]) for name in figures.measure],
            language.text("Period"): figures.period.map(periods).to_numpy(),
            language.text("Row"): figures.row.to_numpy(dtype=np.int64),
            language.text("Remarks"): _remarks(figures, language),
            language.text("Code"): figures.division.to_numpy(),
        }
    )


def _place(division: Division, workspace: Workspace, language: Language) -> str:
    if division.parent is None or division.level is Level.PROVINCE:
        return language.name(division)
    parent = language.name(workspace.divisions[division.parent])
    return language.text("{place} ({parent})", place=language.name(division), parent=parent)


def _remarks(figures: pd.DataFrame, language: Language) -> list[str]:
    """The effect, and what kind of missing value stands where there is no number."""
    named = {effect: language.text(words) for effect, words in EFFECT_NAMES.items()}
    remarks = []
    for effect, before, after in zip(
        figures.effect, figures.before_status, figures.after_status, strict=True
    ):
        states = [language.missing(each) for each in (before, after) if each not in ("", "value")]
        remarks.append(language.text(", ").join((named[Effect(effect)], *dict.fromkeys(states))))
    return remarks
