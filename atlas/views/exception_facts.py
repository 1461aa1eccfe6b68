"""What a figure lacks, and where there is none, among the facts that go with a view."""

from atlas.divisions import Division
from atlas.language import Language
from atlas.views.completeness import bounds_text
from atlas.views.coverage_exceptions import exceptions, leads, unknown_text, without_text
from atlas.views.exhibit import Fact
from atlas.views.map_view import MapView
from atlas.views.value_text import completeness
from atlas.workspace import Workspace

NAMED_AT_MOST = 12
"""Beyond this many the places are counted by the division they are in: a foot has few lines."""


def exception_facts(workspace: Workspace, view: MapView, language: Language) -> tuple[Fact, ...]:
    """How many have reported and how far the figure could move; of a coverage, who has none."""
    own = view.own.value
    lacking = own.value is not None and not own.complete
    reported = (completeness(own, language), bounds_text(workspace, view, own, language)) if lacking else ()
    named = {
        language.text("Reported"): language.text("; ").join(part for part in reported if part),
        **_exceptions(workspace, view, language),
    }
    return tuple(Fact(label, text) for label, text in named.items() if text)


def _exceptions(workspace: Workspace, view: MapView, language: Language) -> dict[str, str]:
    found = exceptions(workspace, view)
    if found is None:
        return {}
    said = {
        language.text("Exceptions"): (without_text(found, language), found.without),
        language.text("Unknown"): (unknown_text(found, language), found.unknown),
    }
    return {
        label: _with_names(workspace, view, text, units, language)
        for label, (text, units) in said.items()
        if text
    }


def _with_names(
    workspace: Workspace, view: MapView, said: str, units: tuple[Division, ...], language: Language
) -> str:
    """Words that end in a colon, and the places they speak of."""
    places = [lead.label for lead in leads(workspace, view, units, language, most=NAMED_AT_MOST)]
    if not places:
        return said
    named, more = places[:NAMED_AT_MOST], len(places) - NAMED_AT_MOST
    names = language.join(named)
    if more > 0:
        names = language.plural("{named} and {count} more", "{named} and {count} more", more, named=names)
    return language.text("{said} {names}", said=said, names=names)
