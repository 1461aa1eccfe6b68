"""Names of files as they may be shown and kept."""

import re
import unicodedata

_LONGEST = 120


def display_name(name: str) -> str:
    """The base name of an uploaded file, without directories, control and direction characters.

    >>> display_name("../../etc/2025年3月.xlsx")
    '2025年3月.xlsx'
    """
    base = re.split(r"[/\\]", name)[-1]
    kept = "".join(character if unicodedata.category(character) not in _UNSEEN else " " for character in base)
    kept = " ".join(unicodedata.normalize("NFC", kept).split()).strip(" .") or "file"
    if len(kept) <= _LONGEST:
        return kept
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[: _LONGEST - 12]}…{dot}{ending[:10]}" if stem else f"{kept[:_LONGEST]}…"


def ending(name: str) -> str:
    """What follows the last dot of a name, in small letters; "" where there is none."""
    return name.rpartition(".")[2].lower() if "." in name else ""


_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
