"""The exhibit of a map view: its map, its ranked bars and its table."""

from atlas.datasets import Dataset
from atlas.language import Language
from atlas.views.coverage_dots import pointed_out
from atlas.views.exception_facts import exception_facts
from atlas.views.exhibit import Exhibit
from atlas.views.exhibit_facts import exhibit_facts
from atlas.views.legend import legend, palette_of
from atlas.views.map_pictures import bar_picture, map_picture
from atlas.views.map_view import map_view
from atlas.views.selection import Selection, query_of
from atlas.views.sentence import sentence, title
from atlas.views.table import sources_of, view_table
from atlas.views.unit_names import told_apart
from atlas.workspace import Workspace


def map_exhibit(workspace: Workspace, selection: Selection, language: Language) -> Exhibit:
    """The exhibit of what the map page shows for a selection."""
    view = map_view(workspace, selection)
    bars = told_apart(workspace, view, bar_picture(view, language), language)
    shown = pointed_out(workspace, view, map_picture(view, language), language)
    return Exhibit(
        page="map",
        query=query_of(selection, workspace),
        title=title(view, language),
        sentence=sentence(workspace, view, language),
        pictures=(shown, bars),
        table=view_table(workspace, view, language),
        facts=(
            *exhibit_facts(
                workspace,
                selection,
                [selection.indicator],
                [language.name(view.within)],
                sources_of(view),
                legend(view, palette_of(view), language).foot,
                language,
            ),
            *exception_facts(workspace, view, language),
        ),
        invented=selection.dataset is Dataset.DEMONSTRATION,
    )
