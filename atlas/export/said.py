"""What every file says beside its figures: facts, kind of map, the way back, whether all is invented."""

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


def invented_words(language: Language) -> str:
    """What a file of demonstration figures says."""
    return language.text("Demonstration: every figure in this file is invented.")
