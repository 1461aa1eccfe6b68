"""What a click on a batch would change, said before it is made."""

from atlas.access import Action
from atlas.language import Language
from atlas.store.effects import Effect
from atlas.views.places_counted import places_counted
from atlas.workspace import Workspace


def effect_text(workspace: Workspace, action: Action, effect: Effect, language: Language) -> str:
    """One to three sentences: which figures go or come, what holds instead, and that it can be reversed."""
    if action is Action.DECLINE:
        return language.text(
            "Its figures never count. The batch and its file stay in this history; whoever brought it sees "
            "your reason."
        )
    if action is Action.WITHDRAW:
        return language.text(
            "Its figures never count. The batch and its file stay in this history; the file may be given "
            "again."
        )
    if not effect.figures:
        return language.text(
            "Newer batches have replaced every figure of this one, so nothing on the map changes."
        )
    taken_back = action is Action.UNDO
    parts = [_moved(workspace, effect, language, taken_back), _instead(effect, language, taken_back)]
    if action is not Action.RELEASE:
        parts.append(language.text("This can be reversed at any time."))
    return language.sentences(parts)


def _moved(workspace: Workspace, effect: Effect, language: Language, taken_back: bool) -> str:
    places = places_counted(workspace, effect.divisions, language)
    if taken_back:
        return language.plural(
            "{count} figure no longer counts ({places}).",
            "{count} figures no longer count ({places}).",
            effect.figures,
            places=places,
        )
    return language.plural(
        "{count} figure counts from now on ({places}).",
        "{count} figures count from now on ({places}).",
        effect.figures,
        places=places,
    )


def _instead(effect: Effect, language: Language, taken_back: bool) -> str:
    rest = effect.figures - effect.covered
    if taken_back:
        parts = (
            language.plural(
                "{count} earlier figure holds again.", "{count} earlier figures hold again.", effect.covered
            )
            if effect.covered
            else "",
            language.plural("{count} value is then missing.", "{count} values are then missing.", rest)
            if rest
            else "",
        )
    else:
        parts = (
            language.plural("{count} of them is new.", "{count} of them are new.", rest) if rest else "",
            language.plural(
                "{count} takes the place of an earlier figure.",
                "{count} take the place of earlier figures.",
                effect.covered,
            )
            if effect.covered
            else "",
        )
    return language.sentences(parts)
