"""A figure as somebody stated it, in words: what is withheld on maps is withheld here, too."""

from atlas.definitions import Measure
from atlas.indicators import State
from atlas.indicators.withheld import is_withheld
from atlas.language import Language
from atlas.periods import Period
from atlas.store import Reader
from atlas.workspace import Workspace


def stated_text(
    workspace: Workspace,
    store: Reader,
    cell: tuple[Measure, str, Period],
    value: float,
    qualifier: str,
    language: Language,
) -> str:
    """“over 16,000 rooms”, or “suppressed”; `cell` is the measure, the division (code) and the period."""
    measure, division, period = cell
    definitions, divisions = workspace.definitions, workspace.divisions
    if is_withheld(store, definitions, divisions, measure.id, division, period, value):
        return language.missing(State.SUPPRESSED)
    return language.stated(value, definitions.unit_of(measure), qualifier)
