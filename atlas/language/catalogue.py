"""The message catalogues, read from their .po texts so that no compiled file can be out of date."""

from functools import lru_cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = ("en", "zh")
CATALOGUES = Path(__file__).resolve().parents[2] / "locale"


def catalogue_path(code: str) -> Path:
    """The .po file of a language."""
    return CATALOGUES / code / "LC_MESSAGES" / "atlas.po"


@lru_cache(maxsize=len(LANGUAGES))
def translations(code: str) -> GNUTranslations:
    """The translations of a language, read once; a sentence that is not in them stays English."""
    compiled = BytesIO()
    with catalogue_path(code).open("rb") as text:
        write_mo(compiled, read_po(text, locale=code))
    compiled.seek(0)
    return GNUTranslations(compiled)
