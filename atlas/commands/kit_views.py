"""The views that `kit` is asked for: each must be exactly what its link says."""

from collections.abc import Sequence

from atlas.language import Language
from atlas.problems import AtlasError, Problem
from atlas.views.exhibits import MAKERS
from atlas.views.pins import MOST_PINS, Pin
from atlas.views.selection import read_selection
from atlas.workspace import Workspace


def checked(work: Workspace, texts: Sequence[str], words: Language, *, single: bool) -> tuple[Pin, ...]:
    """The pins of these texts.

    Where a page would show something else and say so, AtlasError is raised with what it would say; also
    "unknown_page", "too_many_views", and "one_view" for a form that holds one view only.
    """
    pins = tuple(dict.fromkeys(map(Pin.parse, texts)))
    if len(pins) > MOST_PINS:
        raise AtlasError(Problem("too_many_views", {"most": str(MOST_PINS)}))
    if single and len(pins) != 1:
        raise AtlasError(Problem("one_view"))
    for pin in pins:
        if pin.page not in MAKERS:
            raise AtlasError(Problem("unknown_page", {"page": pin.page}))
        problems = read_selection({**dict(pin.query), "lang": words.code}, work, words.code).problems
        if problems:
            raise AtlasError(*problems)
    return pins
