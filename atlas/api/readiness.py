"""What is done before the first visitor comes, so that the first view is as quick as the others."""

import contextlib
import gc
import time
from threading import Thread

from atlas.charts.bars import bars
from atlas.datasets import Dataset
from atlas.divisions import COUNTRY, Level
from atlas.language import Language
from atlas.maps.painting import painting
from atlas.periods import PeriodKind
from atlas.problems import AtlasError
from atlas.views.bar_ends import ranked_ends
from atlas.views.cell import cell_of
from atlas.views.choosing import chosen
from atlas.views.evaluations import values_over_time
from atlas.views.headlines import headlines
from atlas.views.map_view import map_view
from atlas.views.profile.recent import recent_of
from atlas.views.profile.view import profile_view
from atlas.views.selection import read_selection
from atlas.workspace import open_workspace

BREATH = 0.05
"""Seconds left to visitors between two views that are computed ahead."""


def get_ready() -> None:
    """Make the published database where there is none yet, and compute the views that visits begin with.

    The demonstration figures, of which there are millions, are read while the first visitors are served, and
    so are the national maps of every indicator. Objects made so far are then left out of garbage collection:
    Streamlit collects after every script run, and walking the geometry and the data libraries each time would
    cost a tenth of a second per click.
    """
    visit(Dataset.PUBLISHED)
    Thread(target=_go_on, daemon=True).start()
    _set_aside()


def _go_on() -> None:
    visit(Dataset.DEMONSTRATION)
    for dataset in reversed(Dataset):
        visit_indicators(dataset)
    _set_aside()


def _set_aside() -> None:
    gc.collect()
    gc.freeze()


def visit(dataset: Dataset) -> None:
    """Compute the first view of a dataset; what cannot be loaded is said on the pages, not here."""
    with contextlib.suppress(AtlasError):
        workspace = open_workspace()
        if not workspace.is_made(dataset):
            return
        language = Language("zh")
        selection = read_selection({"dataset": dataset}, workspace, language.code).selection
        view = map_view(workspace, selection)
        headlines(workspace, selection, language)
        bars(ranked_ends(workspace, view, language))
        painting(workspace, view, language)


def visit_indicators(dataset: Dataset) -> None:
    """Compute what the pages show of every indicator for the country, at the period that each opens on."""
    with contextlib.suppress(AtlasError):
        workspace = open_workspace()
        if not workspace.is_made(dataset):
            return
        language = Language("zh")
        first = read_selection({"dataset": dataset}, workspace, language.code).selection
        for indicator in workspace.definitions.indicators:
            for level in (Level.PROVINCE, Level.CITY, Level.COUNTY):
                view = map_view(workspace, chosen(workspace, first, indicator=indicator).with_(level=level))
                painting(workspace, view, language)
                time.sleep(BREATH)
            cell_of(workspace, view, COUNTRY, language)
            kind = view.selection.period.kind
            kind = PeriodKind.YEAR if kind is PeriodKind.LATEST else kind
            values_over_time(workspace, dataset, indicator, COUNTRY, kind, None, None)
        for entry in profile_view(workspace, first).entries:
            recent_of(workspace, first, entry.indicator)
