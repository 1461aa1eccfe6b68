"""What a spreadsheet is judged by: the register, the definitions, what is known already, and who reports."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy.typing as npt

from atlas.definitions import Definitions
from atlas.divisions import Divisions


@dataclass(frozen=True, slots=True)
class Asked:
    """Which accepted figures a file is compared with.

    Of all `measures` those whose period ends in the months `first` to `last`, of the divisions `around` those
    of the file; and what came before: of the measures `own` from `since` on, of `carried` ones at any time,
    both of the file's own `divisions` only. All are codes and ids, all months are counts.
    """

    measures: tuple[str, ...]
    own: tuple[str, ...]
    carried: tuple[str, ...]
    divisions: tuple[str, ...]
    around: tuple[str, ...]
    since: int
    first: int
    last: int


class Reported(Protocol):
    """Figures that hold, as arrays of one length, one row for each division, measure and period.

    `measure` is the place in the measures that were asked for, `division` the code as a number,
    `first` and `last` are months, `kind` is the place in `PeriodKind`, and `value` is NaN unless `status` is
    1 (0 none, 2 not applicable, 3 suppressed).
    """

    @property
    def measure(self) -> npt.NDArray[Any]: ...
    @property
    def division(self) -> npt.NDArray[Any]: ...
    @property
    def first(self) -> npt.NDArray[Any]: ...
    @property
    def last(self) -> npt.NDArray[Any]: ...
    @property
    def kind(self) -> npt.NDArray[Any]: ...
    @property
    def value(self) -> npt.NDArray[Any]: ...
    @property
    def status(self) -> npt.NDArray[Any]: ...


class Known(Protocol):
    """Where accepted figures are looked up; the store is one."""

    def reported(self, asked: Asked, /) -> Reported:
        """The figures asked for that hold."""
        ...


@dataclass(frozen=True, eq=False)
class Context:
    """What one check works with.

    `store` is None where nothing is known yet. `may_report` tells whether the uploader answers for a
    division, given its code; `today` is the day by which a period lies in the future.
    """

    divisions: Divisions
    definitions: Definitions
    store: Known | None
    may_report: Callable[[str], bool]
    today: dt.date
