"""Every map and chart of some views as an image of its own, PNG and SVG, in one ZIP file."""

from collections.abc import Callable, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from atlas.divisions import Divisions
from atlas.export.arrangement import is_empty
from atlas.export.file_name import clean
from atlas.export.images.exhibit_image import exhibit_png, exhibit_svg
from atlas.language import Language
from atlas.views.exhibit import Exhibit


def image_folder(
    divisions: Divisions,
    exhibits: Sequence[Exhibit],
    base: str,
    language: Language,
    progress: Callable[[float], None] = lambda _: None,
) -> bytes:
    """The ZIP file; each image says what must be said with it. `progress` is told shares from 0 to 1.

    Raises:
        AtlasError: a boundary file is missing or damaged.
    """
    wanted = [
        (exhibit, place)
        for exhibit in exhibits
        for place, picture in enumerate(exhibit.pictures)
        if not is_empty(picture)
    ]
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as folder:
        for number, (exhibit, place) in enumerate(wanted, 1):
            svg = exhibit_svg(divisions, exhibit, base, language, only=place)
            name = f"{number:02} {clean(exhibit.pictures[place].title or exhibit.title)}"
            folder.writestr(f"{name}.svg", svg)
            # Pixels are compressed already.
            folder.writestr(f"{name}.png", exhibit_png(svg), ZIP_STORED)
            progress(number / len(wanted))
    return file.getvalue()
