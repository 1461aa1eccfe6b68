"""The meeting kit: pinned views as one file in the form that is wanted, for pages and for commands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from atlas.export.brief.brief_file import brief_file
from atlas.export.csv_file import csv_file
from atlas.export.image_folder import image_folder
from atlas.export.images.exhibit_image import exhibit_png, exhibit_svg
from atlas.export.said import address, facts_of, invented_in_file
from atlas.export.slides.deck import slides_file
from atlas.export.workbook import workbook_file
from atlas.language import Language
from atlas.messages import N_
from atlas.views.exhibit import Exhibit
from atlas.views.exhibits import exhibit_of
from atlas.views.pins import Pin
from atlas.workspace import Workspace

Progress = Callable[[float], None]
"""Is told the share of the work that is done, from 0 to 1."""
Writer = Callable[[Workspace, Sequence[Exhibit], str, Language, Progress], bytes]

_READING = 0.3
"""The share of the work that computing the views takes, as a rule."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a kit: its name, its media type, and what writes it; `single` ones hold one view."""

    name: str
    media_type: str
    write: Writer
    single: bool = False


def kit_file(
    workspace: Workspace,
    pins: Sequence[Pin],
    suffix: str,
    base: str,
    language: Language,
    progress: Progress = lambda _: None,
) -> tuple[tuple[Exhibit, ...], bytes]:
    """The views of the pins, and the file of them; `base` is the address of the atlas.

    Raises:
        AtlasError: a view cannot be made, or a boundary file is missing or damaged.
    """
    exhibits = []
    for place, pin in enumerate(pins):
        exhibits.append(exhibit_of(workspace, pin, language))
        progress(_READING * (place + 1) / len(pins))
    write = FORMS[suffix].write
    content = write(
        workspace, exhibits, base, language, lambda share: progress(_READING + (1 - _READING) * share)
    )
    progress(1.0)
    return tuple(exhibits), content


def _slides(
    workspace: Workspace, exhibits: Sequence[Exhibit], base: str, language: Language, progress: Progress
) -> bytes:
    return slides_file(workspace, exhibits, base, language, progress)


def _brief(
    workspace: Workspace, exhibits: Sequence[Exhibit], base: str, language: Language, progress: Progress
) -> bytes:
    return brief_file(workspace, exhibits, base, language, progress)


def _workbook(
    _workspace: Workspace, exhibits: Sequence[Exhibit], base: str, language: Language, progress: Progress
) -> bytes:
    return workbook_file(exhibits, base, language, progress)


def _images(
    workspace: Workspace, exhibits: Sequence[Exhibit], base: str, language: Language, progress: Progress
) -> bytes:
    return image_folder(workspace.divisions, exhibits, base, language, progress)


def _table(
    _workspace: Workspace, exhibits: Sequence[Exhibit], base: str, language: Language, _progress: Progress
) -> bytes:
    (exhibit,) = exhibits
    facts = [
        language.text("{label}: {text}", label=fact.label, text=fact.text)
        for fact in facts_of(exhibit, language)
    ]
    invented = invented_in_file(exhibits, language)
    mark = [invented] if invented else []
    return csv_file(
        exhibit.table, (*mark, exhibit.title, exhibit.sentence, *facts, address(exhibit, base, language))
    )


def _pixels(
    workspace: Workspace, exhibits: Sequence[Exhibit], base: str, language: Language, progress: Progress
) -> bytes:
    (exhibit,) = exhibits
    svg = exhibit_svg(workspace.divisions, exhibit, base, language)
    progress(0.6)
    return exhibit_png(svg)


def _drawing(
    workspace: Workspace, exhibits: Sequence[Exhibit], base: str, language: Language, _progress: Progress
) -> bytes:
    (exhibit,) = exhibits
    return exhibit_svg(workspace.divisions, exhibit, base, language).encode()


FORMS: dict[str, Form] = {
    "pptx": Form(
        N_("Slides (PPTX)"),
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        _slides,
    ),
    "pdf": Form(N_("Brief (PDF)"), "application/pdf", _brief),
    "xlsx": Form(
        N_("Workbook (XLSX)"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _workbook,
    ),
    "png": Form(N_("Image (PNG)"), "image/png", _pixels, single=True),
    "svg": Form(N_("Drawing (SVG)"), "image/svg+xml", _drawing, single=True),
    "csv": Form(N_("Table (CSV)"), "text/csv", _table, single=True),
    "zip": Form(N_("Maps and charts one by one (ZIP)"), "application/zip", _images),
}
"""The forms by the ending of the file's name, in the order they are offered."""
