"""Comparisons of a few figures, or of the shipped and the invented ones."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from atlas.datasets import Dataset
from atlas.views.comparison.link import Compared, read_compared
from atlas.views.selection import read_selection
from atlas.workspace import Workspace
from tests.figures import store_with

Figures = Iterable[tuple[Any, ...]]
WithFigures = Callable[[Figures], Workspace]


def compared_at(workspace: Workspace, *codes: str, **query: str) -> Compared:
    """What a link compares."""
    parameters = {"lang": "en", "compare": ",".join(codes), **query}
    selection = read_selection(parameters, workspace, "en").selection
    return read_compared(parameters, workspace, selection).compared


@pytest.fixture
def with_figures(workspace: Workspace, tmp_path: Path) -> WithFigures:
    """Makes a workspace of the real divisions and definitions whose published figures are just these."""

    def made(figures: Figures) -> Workspace:
        stores = {Dataset.PUBLISHED: store_with(figures)}
        return Workspace(workspace.divisions, workspace.definitions, tmp_path, (), stores)

    return made
