"""Exhibits as a deck of slides that can be edited: maps are shapes, charts are charts, words are words."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from atlas.export.closing import kit_title
from atlas.export.legible import legible
from atlas.export.slides.ends import closing_slide, title_slide
from atlas.export.slides.template import empty_deck
from atlas.export.slides.view_slide import view_slides
from atlas.language import Language
from atlas.views.exhibit import Exhibit
from atlas.workspace import Workspace

LOCALES = {"en": "en-GB", "zh": "zh-CN"}


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
    title_slide(deck, exhibits, language)
    for place, exhibit in enumerate(exhibits):
        view_slides(workspace, deck, exhibit, base, language)
        progress((place + 1) / len(exhibits))
    closing_slide(deck, exhibits, base, language)
    _properties(deck, exhibits, language)
    file = BytesIO()
    deck.save(file)
    return file.getvalue()


def _properties(deck: Any, exhibits: Sequence[Exhibit], language: Language) -> None:
    """What a system's file browser shows: no name of a person, and none of a library."""
    properties = deck.core_properties
    properties.title = legible(kit_title(exhibits, language))[:255]
    properties.author = properties.last_modified_by = language.text("Public Legal Service Atlas")
    properties.language = LOCALES[language.code]
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)
    properties.comments = ""
