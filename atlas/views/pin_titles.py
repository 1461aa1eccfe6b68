"""What a pinned view is called in a list, without computing any of it."""

from atlas.language import Language
from atlas.messages import N_
from atlas.views.comparison.link import read_compared
from atlas.views.pins import Pin
from atlas.views.selection import read_selection
from atlas.views.titles import title_of
from atlas.workspace import Workspace

PAGE_WORDS = {
    "map": N_("Map"),
    "compare": N_("Comparison"),
    "profile": N_("Profile"),
    "change": N_("Why it changed"),
}


def pin_title(workspace: Workspace, pin: Pin, language: Language) -> str:
    """“Map: Lawyers per 10,000, Guizhou, 2025”."""
    query = dict(pin.query)
    selection = read_selection({**query, "lang": language.code}, workspace, language.code).selection
    page = language.text(PAGE_WORDS.get(pin.page, pin.page))
    if pin.page == "profile":
        names = language.name(workspace.divisions[selection.division])
        return language.text("{page}: {view}", page=page, view=names)
    if pin.page == "compare":
        divisions = read_compared(query, workspace, selection).compared.divisions
        names = language.join(language.name(division) for division in divisions)
        return language.text("{page}: {view}", page=page, view=names)
    indicator = workspace.definitions.indicators[selection.indicator]
    names = title_of(indicator, workspace.divisions[selection.division], selection.period, language)
    return language.text("{page}: {view}", page=page, view=names)
