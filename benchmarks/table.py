"""The table that `make bench` prints."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import east_asian_width

COLUMNS = ("what", "atlas", "peer or limit", "ratio", "wanted", "")


class Verdict(StrEnum):
    """Whether what was measured is what is wanted; empty where nothing is wanted."""

    OK = "ok"
    MISSED = "NOT"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table, already in words."""

    what: str
    product: str
    other: str = ""
    ratio: str = ""
    wanted: str = ""
    verdict: Verdict = Verdict.NONE

    @property
    def cells(self) -> tuple[str, ...]:
        """The words in the order of the columns."""
        return (self.what, self.product, self.other, self.ratio, self.wanted, self.verdict.value)


def compared(what: str, product: float, other: float, words: str, at_least: float | None = None) -> Row:
    """A row that says how many times more the peer needs; `words` formats a value, such as `{:.2f} s`."""
    ratio = other / product if product > 0 else float("inf")
    wanted, verdict = "", Verdict.NONE
    if at_least is not None:
        wanted = f"≥ {at_least:g} ×"
        verdict = Verdict.OK if ratio >= at_least else Verdict.MISSED
    return Row(what, words.format(product), words.format(other), f"{ratio:,.1f} ×", wanted, verdict)


def limited(what: str, product: float, limit: float, words: str) -> Row:
    """A row whose value has to stay below a limit."""
    verdict = Verdict.OK if product < limit else Verdict.MISSED
    share = f"{product / limit:.0%} of it" if limit else ""
    return Row(what, words.format(product), words.format(limit), share, f"< {words.format(limit)}", verdict)


def rendered(rows: Sequence[Row]) -> str:
    """The rows as text in columns, with a head; an empty `product` makes a row a heading."""
    lines = [COLUMNS, *(row.cells for row in rows)]
    plain = [line for line in lines if any(line[1:])]
    widths = [max(_width(line[place]) for line in plain) for place in range(len(COLUMNS))]
    rule = "─" * (sum(widths) + 2 * (len(widths) - 1))
    body = (_line(line, widths) if any(line[1:]) else f"\n{line[0]}" for line in lines[1:])
    return "\n".join([_line(COLUMNS, widths), rule, *body])


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = [
        cell + " " * (width - _width(cell)) if place == 0 else " " * (width - _width(cell)) + cell
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return "  ".join([first, *rest]).rstrip()


def _width(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
