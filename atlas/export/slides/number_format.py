"""The format in which a chart writes its numbers, so that they read as on the page and follow an edit."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_NUMBER = re.compile(r"(?P<sign>[-+−]?)(?P<digits>[\d,]+(?:\.(?P<decimals>\d+))?)(?P<unit>\D.*)?")


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """A spreadsheet's format (`#,##0.00" per 10,000"`), which writes numbers with one unit."""

    code: str
    unit: str

    @property
    def axis(self) -> str:
        """The same for an axis, whose title has the unit: only a percentage repeats it at every step."""
        return self.code if self.unit.strip() in ("", "%") else self.code.partition('"')[0]

    def writes(self, text: str) -> bool:
        """Whether the format gives this text; "about 830,000" must be written out."""
        match = _NUMBER.fullmatch(text.strip())
        return match is not None and not match["sign"] and (match["unit"] or "") == self.unit


def number_format(texts: Iterable[str]) -> NumberFormat:
    """The format of numbers written like most of these texts."""
    found = [match for text in texts if (match := _NUMBER.fullmatch(text.strip()))]
    decimals = max((len(match["decimals"] or "") for match in found), default=0)
    units = Counter(match["unit"] or "" for match in found)
    unit = units.most_common(1)[0][0] if units else ""
    # Nothing quoted can hold a quotation mark.
    quoted = '"' + unit.replace('"', "") + '"' if unit else ""
    return NumberFormat(f"#,##0{'.' if decimals else ''}{'0' * decimals}{quoted}", unit)
