"""What is found in a spreadsheet: rules are declared once, findings are columns of what broke them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


class Severity(StrEnum):
    """An error keeps its row out, a warning needs a tick, a note only says something."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that can be found: `sentence` says what is so, `remedy` what to do about it.

    Both are messages of the catalogues. Their braces are filled from `value` (the cell as written) and from
    the finding's own fields.
    """

    id: str
    severity: Severity
    sentence: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a rule found something.

    `row` and `column` count from 1 as the spreadsheet shows them; row 0 is the whole file, column 0 the whole
    row. A field may itself be a message of the catalogues or something with a name in both languages.
    """

    rule: Rule
    row: int
    column: int
    value: str
    fields: Mapping[str, object] = field(default_factory=dict)

    @property
    def cell(self) -> str:
        """The cell as the spreadsheet names it ("F12"), a row as its number, "" for the whole file."""
        return f"{column_letter(self.column)}{self.row or ''}"


@dataclass(frozen=True, eq=False)
class Findings:
    """All that one rule found in a file, as columns of one length: a million rows may be at fault.

    `fields` holds a column for each brace of the rule's texts.
    """

    rule: Rule
    rows: Ints
    columns: Ints
    values: Sequence[str]
    fields: Mapping[str, Sequence[object]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Finding]:
        return (self.at(place) for place in range(len(self)))

    def at(self, place: int) -> Finding:
        """One of them."""
        own = {name: column[place] for name, column in self.fields.items()}
        return Finding(self.rule, int(self.rows[place]), int(self.columns[place]), self.values[place], own)

    @classmethod
    def of(cls, rule: Rule, found: Sequence[Finding]) -> "Findings":
        """Columns from single findings of one rule, for rules that find few."""
        return cls(
            rule,
            np.array([each.row for each in found], dtype=np.int64),
            np.array([each.column for each in found], dtype=np.int64),
            [each.value for each in found],
            {name: [each.fields[name] for each in found] for name in (found[0].fields if found else ())},
        )


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was understood while reading: a message of the catalogues and what fills its braces."""

    message: str
    fields: Mapping[str, object] = field(default_factory=dict)


def column_letter(column: int) -> str:
    """A spreadsheet's letters for a column that counts from 1: 1 is A, 28 is AB, 0 is ""."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
