"""What every file says beside its figures: facts, kind of map, the way back, what of it is invented."""

from collections.abc import Sequence
from urllib.parse import urlencode

from atlas.language import Language
from atlas.views.exhibit import Exhibit, Fact
from atlas.views.pictures import MapPicture

FIRST_PAGE = "map"
"""The page that opens without a name in its address."""


def address(exhibit: Exhibit, base: str, language: Language) -> str:
    """The link to the exact view, from the address where the atlas is served."""
    page = "" if exhibit.page == FIRST_PAGE else exhibit.page
    return f"{base.rstrip('/')}/{page}?{urlencode({**exhibit.query, 'lang': language.code}, safe=',/')}"


def facts_of(exhibit: Exhibit, language: Language) -> tuple[Fact, ...]:
    """The facts of an exhibit, and what must be known about its maps."""
    notes = dict.fromkeys(each.note for each in exhibit.pictures if isinstance(each, MapPicture))
    return (*exhibit.facts, *(Fact(language.text("Map"), note) for note in notes if note))


def invented_in_file(exhibits: Sequence[Exhibit], language: Language) -> str:
    """What a file says of the demonstration figures in it; nothing where there are none."""
    invented = sum(exhibit.invented for exhibit in exhibits)
    if not invented:
        return ""
    if invented == len(exhibits):
        return language.text("Demonstration: every figure in this file is invented.")
    return language.plural(
        "Demonstration: the figures of {count} of {all} views are invented. That view is marked.",
        "Demonstration: the figures of {count} of {all} views are invented. Those views are marked.",
        invented,
        all=language.number(len(exhibits)),
    )


def invented_in_view(exhibit: Exhibit, language: Language) -> str:
    """What a view says of itself within a file; nothing where its figures are published ones."""
    return language.text("Demonstration: every figure of this view is invented.") if exhibit.invented else ""
