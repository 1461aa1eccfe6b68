"""One division and the words that describe it."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

COUNTRY = "000000"


class Level(StrEnum):
    """How deep a division lies in the tree; the order of definition is from the top down."""

    COUNTRY = "country"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"

    @property
    def depth(self) -> int:
        """0 for the country to 4 for a township."""
        return _DEPTH[self]


_DEPTH = {level: depth for depth, level in enumerate(Level)}


class Scope(StrEnum):
    """Whether a division reports to this atlas.

    REPORTING divisions are counted. CORPS is the Xinjiang Production and Construction Corps, which reports
    beside the provinces and has no polygon. OUTSIDE is drawn and named, but never counted: Hong Kong, Macao
    and Taiwan, and four management areas that have a polygon of their own but no place in the register.
    """

    REPORTING = "reporting"
    CORPS = "corps"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Division:
    """One administrative unit. `valid_to` is set when its code was retired; codes have 6 digits, townships 9.

    The register states only the year of a change, so `valid_from` is the first and `valid_to` the last day of
    that year.
    """

    code: str
    level: Level
    parent: str | None
    name_zh: str
    name_en: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    polygon: bool
    scope: Scope
