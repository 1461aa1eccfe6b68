"""What must be said with every view that is presented or taken away."""

from collections.abc import Iterable

from atlas.datasets import Dataset
from atlas.language import Language
from atlas.office_time import today
from atlas.periods import PeriodKind
from atlas.views.exhibit import Fact
from atlas.views.selection import Selection
from atlas.views.value_text import source_text
from atlas.workspace import Workspace

SOURCES_NAMED = 4


def exhibit_facts(
    workspace: Workspace,
    selection: Selection,
    indicators: Iterable[str],
    places: Iterable[str],
    sources: Iterable[str],
    scale: str,
    language: Language,
) -> tuple[Fact, ...]:
    """Indicator, period, division, scale, source and as-of date.

    `places` are names, `sources` ids of the store; `scale` is in words, and an empty one is left out.
    """
    definitions = workspace.definitions
    period = selection.period
    named = {
        language.text("Indicator"): language.text("; ").join(
            language.name(definitions.indicators[code].name) for code in indicators
        ),
        language.text("Period"): language.text("latest figures, each with its own date")
        if period.kind is PeriodKind.LATEST
        else language.period(period),
        language.text("Division"): language.join(places),
        language.text("Scale"): scale,
        language.text("Source"): _sources(workspace, selection, tuple(sources), language),
        language.text("As known on"): language.date(selection.known or today()),
    }
    return tuple(Fact(label, text) for label, text in named.items() if text)


def _sources(workspace: Workspace, selection: Selection, wanted: tuple[str, ...], language: Language) -> str:
    if selection.dataset is Dataset.DEMONSTRATION:
        return language.text("Invented for demonstration.")
    found = workspace.store(selection.dataset).sources(wanted)
    words = list(dict.fromkeys(source_text(source, language) for source in found))
    named = language.text("; ").join(words[:SOURCES_NAMED])
    more = len(words) - SOURCES_NAMED
    if more <= 0:
        return named
    return language.plural(
        "{named} and {count} more source", "{named} and {count} more sources", more, named=named
    )
