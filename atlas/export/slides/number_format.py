"""The format in which a chart writes its numbers, so that they read as on the page and follow an edit."""

import re
from collections.abc import Iterable

_PLAIN = re.compile(r"[-−]?[\d,]+(?:\.(?P<decimals>\d+))?(?P<percent>\s*%)?")


def number_format(texts: Iterable[str]) -> str:
    """The spreadsheet format of numbers written like most of these: `#,##0.00`, `0.0"%"`."""
    found = [match for text in texts if (match := _PLAIN.fullmatch(text.strip()))]
    decimals = max((len(match["decimals"] or "") for match in found), default=0)
    percent = '"%"' if found and all(match["percent"] for match in found) else ""
    return f"#,##0{'.' if decimals else ''}{'0' * decimals}{percent}"


def is_plain(text: str) -> bool:
    """Whether a format can write this text; "about 830,000" must be written out."""
    return _PLAIN.fullmatch(text.strip()) is not None
