"""What a spreadsheet is judged by: the register, the definitions, what is known already, and who reports."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy.typing as npt

from atlas.definitions import Definitions
from atlas.divisions import Divisions


class Reported(Protocol):
    """Figures that hold, as arrays of one length, one row for each division, measure and period.

    `measure` is the place in the list of measures that were asked for, `division` the code as a number,
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

    def reported(
        self,
        measures: Sequence[str],
        divisions: Sequence[str] | None = None,
        since: int | None = None,
        carried: Sequence[str] = (),
    ) -> Reported:
        """The figures that hold for these measures, of some divisions or of all, from a last month on.

        Those of the `carried` measures are given however old they are.
        """
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
