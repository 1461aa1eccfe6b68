"""Codes of divisions as files write them: six, nine or twelve digits, or what a spreadsheet made of them."""

import re

from atlas.divisions import Divisions
from atlas.ingest.spreadsheet.cell_characters import plain

_DIGITS = re.compile(r"(?P<digits>[0-9]{2,15})(?:\.0*)?")
_SCIENTIFIC = re.compile(r"[0-9]\.[0-9]+e\+?[0-9]{1,2}", re.IGNORECASE)
_WITHIN = re.compile(r"(?<![0-9])(?:[0-9]{12}|[0-9]{9}|[0-9]{6})(?![0-9])")
_CHINA = "156"


def looks_like_code(text: str) -> bool:
    """Whether a cell holds a code rather than a name."""
    return _number(text) is not None


def read_code(text: str, divisions: Divisions) -> str:
    """The code in the register that a cell means, retired ones included; "" where the register has none.

    Statistical codes of twelve digits lose their zeros: 520103000000 is 520103, 520103001000 a township. A
    village's code is nobody's here. Two and four digits are a province and a city.
    """
    digits = _number(text)
    if digits is None:
        return ""
    for candidate in _forms(digits):
        if candidate in divisions:
            return candidate
    return ""


def code_within(text: str, divisions: Divisions) -> str:
    """The code that stands beside a name in one cell (“云岩区（520103）”), "" where there is none."""
    found = _WITHIN.search(plain(text))
    return read_code(found[0], divisions) if found is not None else ""


def _number(text: str) -> str | None:
    cleaned = plain(text[:40]).replace(" ", "").removeprefix("=").strip('"')
    if _SCIENTIFIC.fullmatch(cleaned):
        value = float(cleaned)
        cleaned = f"{value:.0f}" if value.is_integer() else ""
    found = _DIGITS.fullmatch(cleaned)
    return found["digits"] if found is not None else None


def _forms(digits: str) -> tuple[str, ...]:
    match len(digits):
        case 2 | 4:
            return (digits.ljust(6, "0"),)
        case 6:
            return (digits,)
        case 9 if digits.endswith("000"):
            return (digits[:6],)
        case 9:
            return (digits, digits[3:]) if digits.startswith(_CHINA) else (digits,)
        case 12 if digits.endswith("000000"):
            return (digits[:6],)
        case 12 if digits.endswith("000"):
            return (digits[:9],)
    return ()
