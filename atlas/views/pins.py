"""Pinned views: the pages and queries that a meeting goes through, kept in the link itself.

One pin is a page and the query of its view (`map?indicator=…&period=…`); a link repeats the parameter `pin`.
Language is that of the whole link, so it is not part of a pin.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self
from urllib.parse import parse_qsl, urlencode

PIN = "pin"
MOST_PINS = 24


@dataclass(frozen=True, slots=True)
class Pin:
    """One pinned view."""

    page: str
    query: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, page: str, query: dict[str, str]) -> Self:
        """The pin of a page with the query of its view."""
        return cls(page, tuple((name, value) for name, value in query.items() if name not in ("lang", PIN)))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what `str` writes; a text without a page is a view of the map."""
        page, _, query = text.partition("?")
        return cls(page or "map", tuple(parse_qsl(query)))

    def __str__(self) -> str:
        return f"{self.page}?{urlencode(self.query, safe=',/')}"


def read_pins(texts: Iterable[str]) -> tuple[Pin, ...]:
    """The pins of a link, each once, in their order; no more than a meeting can go through."""
    return tuple(dict.fromkeys(Pin.parse(text) for text in texts))[:MOST_PINS]
