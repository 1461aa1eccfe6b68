"""Exhibits as an A4 brief in PDF, set by typst: drawings stay drawings, and the font is in the file."""

import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import typst

from atlas.export.brief.content import Content
from atlas.export.font import font_file
from atlas.language import Language
from atlas.views.exhibit import Exhibit
from atlas.workspace import Workspace

TEMPLATE = Path(__file__).with_name("brief.typ")
_DRAWING = 0.9
"""The share of the work that drawing the pictures takes."""


def brief_file(
    workspace: Workspace,
    exhibits: Sequence[Exhibit],
    base: str,
    language: Language,
    progress: Callable[[float], None] = lambda _: None,
) -> bytes:
    """The brief as a PDF file; `base` is the address of the atlas, `progress` is told shares from 0 to 1.

    Raises:
        AtlasError: a boundary file is missing or damaged.
    """
    content = Content(workspace.divisions, base, language)
    data = content.data(exhibits, lambda share: progress(share * _DRAWING))
    files = {
        "main": TEMPLATE.read_bytes(),
        "content.json": json.dumps(data, ensure_ascii=False).encode("utf-8"),
        **content.files,
    }
    # Nothing but these files is read, and no font but the one that goes into the file.
    # The types of typst do not know that it takes several files, as it does.
    compiled: Any = typst.compile
    pdf: bytes = compiled(files, font_paths=_fonts())
    progress(1.0)
    return pdf


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(font_file().parent)])
