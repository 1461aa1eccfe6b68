"""Exhibits as a deck of slides that can be edited: maps are shapes, charts are charts, words are words."""

from collections.abc import Callable, Sequence
from io import BytesIO

from atlas.export.slides.template import empty_deck
from atlas.export.slides.view_slide import view_slides
from atlas.language import Language
from atlas.views.exhibit import Exhibit
from atlas.workspace import Workspace


def slides_file(
    workspace: Workspace,
    exhibits: Sequence[Exhibit],
    base: str,
    language: Language,
    progress: Callable[[float], None] = lambda _: None,
) -> bytes:
    """The deck as a PPTX file; `base` is the address of the atlas, and `progress` is told shares from 0 to 1.

    Raises:
        AtlasError: a boundary file is missing or damaged.
    """
    deck = empty_deck()
    for place, exhibit in enumerate(exhibits):
        view_slides(workspace, deck, exhibit, base, language)
        progress((place + 1) / len(exhibits))
    file = BytesIO()
    deck.save(file)
    return file.getvalue()
