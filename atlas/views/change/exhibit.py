"""The exhibit of a change, and its link."""

from collections.abc import Mapping

from atlas.datasets import Dataset
from atlas.language import Language
from atlas.views.change.asked import BEFORE, EFFECT, ChangeAsked, Effect, change_asked
from atlas.views.change.contributions import contribution_map
from atlas.views.change.table import change_table
from atlas.views.change.view import ChangeView, change_view
from atlas.views.change.waterfall import method_note, waterfall
from atlas.views.change.words import change_sentence, change_title
from atlas.views.exhibit import Exhibit, Fact
from atlas.views.exhibit_facts import exhibit_facts
from atlas.views.selection import Selection, query_of
from atlas.workspace import Workspace


def change_exhibit(
    workspace: Workspace, selection: Selection, parameters: Mapping[str, str], language: Language
) -> Exhibit:
    """The exhibit of what the page of a change shows for a link."""
    asked = change_asked(workspace, selection, parameters)
    view = change_view(workspace, asked)
    pictures = (waterfall(view, language), contribution_map(workspace, view, asked.effect, language))
    return Exhibit(
        page="change",
        query=change_query(workspace, asked),
        title=change_title(view, language),
        sentence=change_sentence(view, language),
        pictures=tuple(picture for picture in pictures if picture is not None),
        table=change_table(view, language),
        facts=(*_facts(workspace, view, language), *_compared(view, language)),
        invented=selection.dataset is Dataset.DEMONSTRATION,
    )


def change_query(workspace: Workspace, asked: ChangeAsked) -> dict[str, str]:
    """The parameters that lead to this change, the default ones left out."""
    query = query_of(asked.selection, workspace)
    if asked.before is not None:
        query[BEFORE] = str(asked.before)
    if asked.effect is not Effect.RATE:
        query[EFFECT] = asked.effect.value
    return query


def _facts(workspace: Workspace, view: ChangeView, language: Language) -> tuple[Fact, ...]:
    values = [value for value in (view.then, view.now) if value is not None]
    sources = [source for value in values for source in value.sources]
    return exhibit_facts(
        workspace,
        view.asked.selection.with_(period=view.asked.now),
        [view.indicator.id],
        [language.name(view.within)],
        dict.fromkeys(sources),
        "",
        language,
    )


def _compared(view: ChangeView, language: Language) -> tuple[Fact, ...]:
    if view.then is None:
        return ()
    return (
        Fact(language.text("Compared with"), language.period(view.then.period)),
        Fact(language.text("Method"), method_note(view, language)),
    )
