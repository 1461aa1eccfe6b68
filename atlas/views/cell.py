"""One unit of a view in words, as the map's tooltip and the page's panel show it."""

from dataclasses import dataclass
from typing import Any

from atlas.datasets import Dataset
from atlas.language import Language
from atlas.problems import AtlasError, Problem
from atlas.views.completeness import bounds_text
from atlas.views.map_view import MapView
from atlas.views.sentence import as_known_on
from atlas.views.value_text import explanation, value_text
from atlas.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Cell:
    """A place, its value in words, and what stands behind the value."""

    name: str
    value: str
    lines: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """For the map frame."""
        return {"name": self.name, "value": self.value, "lines": list(self.lines)}


def cell_of(workspace: Workspace, view: MapView, code: str, language: Language) -> Cell:
    """The cell of a unit that the view draws, or of the division looked at.

    Raises:
        AtlasError: `unknown_division` where the view has no such unit.
    """
    unit = view.own if code == view.within.code else view.drawn(code)
    if unit is None:
        raise AtlasError(Problem("unknown_division", {"code": code}))
    sources = workspace.store(view.selection.dataset).sources(unit.value.sources)
    bounds = bounds_text(workspace, view, unit.value, language)
    return Cell(
        name=language.name(unit.division),
        value=value_text(view.indicator, view.unit, unit.value, language),
        lines=tuple(
            line
            for line in (
                *explanation(workspace, view.indicator, unit, sources, language, bounds),
                as_known_on(view.selection, language),
                _invented(view, language),
            )
            if line
        ),
    )


def _invented(view: MapView, language: Language) -> str:
    if view.selection.dataset is Dataset.DEMONSTRATION:
        return language.text("Invented for demonstration.")
    return ""
