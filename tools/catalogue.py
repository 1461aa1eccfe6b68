"""Collect the texts for the reader and bring both language catalogues up to date: `make catalogue`.

English is its own translation. A text no longer used is dropped; a new one waits in Chinese to be translated.
"""

from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

from atlas.language.catalogue import LANGUAGES, catalogue_path

ROOT = Path(__file__).resolve().parents[1]
KEYWORDS = {"text": None, "plural": (1, 2), "N_": None}


def extract() -> Catalog:
    """Every text that the code marks, with its plural."""
    catalogue = Catalog(charset="utf-8")
    with (ROOT / "babel.cfg").open(encoding="utf-8") as configuration:
        methods, options = parse_mapping_cfg(configuration)  # type: ignore[no-untyped-call]
    found = extract_from_dir(ROOT, methods, options, KEYWORDS, directory_filter=_is_source)
    for _file, _line, message, _comments, _context in found:
        catalogue.add(message, flags=("python-brace-format",) if "{" in str(message) else ())
    return catalogue


def update(code: str, template: Catalog) -> Catalog:
    """The catalogue of one language, holding exactly the template's texts; it takes over their objects."""
    path = catalogue_path(code)
    catalogue = _empty(code)
    if path.exists():
        with path.open("rb") as text:
            catalogue = read_po(text, locale=code)
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.header_comment = "# Written by `make catalogue`; translate here.\n#"
    catalogue.fuzzy = False
    catalogue.msgid_bugs_address = catalogue.last_translator = catalogue.language_team = "none"
    catalogue.obsolete.clear()
    for message in catalogue:
        if message.id:
            message.flags = set(template[message.id].flags)
            if code == "en":
                message.string = message.id
    return catalogue


def untranslated(catalogue: Catalog) -> list[Message]:
    """The texts that still wait for a translator."""
    return [message for message in catalogue if message.id and not _is_complete(message)]


def main() -> None:
    """Update both catalogues and name what is left to translate."""
    for code in LANGUAGES:
        catalogue = update(code, extract())
        path = catalogue_path(code)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as text:
            write_po(text, catalogue, width=110, no_location=True, sort_output=True, ignore_obsolete=True)
        waiting = untranslated(catalogue)
        print(f"{path.relative_to(ROOT)}: {len(catalogue)} texts, {len(waiting)} to translate")
        for message in waiting:
            print(f"  {message.id}")


def _empty(code: str) -> Catalog:
    now = datetime.now(UTC)
    return Catalog(
        locale=code,
        project="atlas",
        version="1",
        charset="utf-8",
        creation_date=now,
        revision_date=now,
    )


def _is_source(folder: str) -> bool:
    return Path(folder).name not in {".venv", ".git", "__pycache__", "tests", "node_modules"}


def _is_complete(message: Message) -> bool:
    strings = (message.string,) if isinstance(message.string, str) else message.string
    return bool(strings) and all(strings or ())


if __name__ == "__main__":
    main()
