"""The view that `export` writes: its table and what must be said with it."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from atlas.datasets import Dataset
from atlas.language import Language
from atlas.problems import AtlasError
from atlas.views.map_view import MapView, map_view
from atlas.views.selection import read_selection
from atlas.views.sentence import title
from atlas.views.table import view_table
from atlas.workspace import Workspace


@dataclass(frozen=True, eq=False)
class ExportedView:
    """A title, the table of the units, and the notes that go below it."""

    title: str
    table: pd.DataFrame
    notes: tuple[str, ...]


def exported_view(work: Workspace, parameters: Mapping[str, str], words: Language) -> ExportedView:
    """What the page of a link with these parameters shows.

    Where the page would show something else and say so, AtlasError is raised with what it would say.
    """
    reading = read_selection(parameters, work, words.code)
    if reading.problems:
        raise AtlasError(*reading.problems)
    view = map_view(work, reading.selection)
    return ExportedView(title(view, words), view_table(work, view, words), _notes(view, words))


def _notes(view: MapView, words: Language) -> tuple[str, ...]:
    notes = [title(view, words)]
    if view.selection.dataset is Dataset.DEMONSTRATION:
        notes.insert(0, words.text("Demonstration: every figure in this file is invented."))
    return tuple(notes)
