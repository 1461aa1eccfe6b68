"""The exhibit of any pinned view, by its page."""

from collections.abc import Callable, Mapping

from atlas.language import Language
from atlas.problems import AtlasError, Problem
from atlas.views.change.exhibit import change_exhibit
from atlas.views.comparison.exhibit import compare_exhibit
from atlas.views.exhibit import Exhibit
from atlas.views.map_exhibit import map_exhibit
from atlas.views.pins import Pin
from atlas.views.profile.exhibit import profile_exhibit
from atlas.views.selection import Selection, read_selection
from atlas.workspace import Workspace

Maker = Callable[[Workspace, Selection, Mapping[str, str], Language], Exhibit]


def _map(
    workspace: Workspace, selection: Selection, _parameters: Mapping[str, str], language: Language
) -> Exhibit:
    return map_exhibit(workspace, selection, language)


MAKERS: dict[str, Maker] = {
    "map": _map,
    "compare": compare_exhibit,
    "change": change_exhibit,
    "profile": profile_exhibit,
}
"""How the exhibit of each page is made; a page that is not here cannot be pinned."""


def exhibit_of(workspace: Workspace, pin: Pin, language: Language) -> Exhibit:
    """The exhibit of a pinned view.

    Raises:
        AtlasError: `unknown_page` for a page that cannot be pinned, and whatever the page itself would say.
    """
    maker = MAKERS.get(pin.page)
    if maker is None:
        raise AtlasError(Problem("unknown_page", {"page": pin.page}))
    parameters = dict(pin.query)
    selection = read_selection({**parameters, "lang": language.code}, workspace, language.code).selection
    return maker(workspace, selection, parameters, language)
