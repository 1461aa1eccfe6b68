"""For which periods all compared divisions have a figure of the focus indicator."""

from atlas.divisions import Division
from atlas.periods import Period, PeriodKind
from atlas.views.comparison.link import Compared
from atlas.views.evaluations import values_over_time
from atlas.views.periods_offered import OFFERED
from atlas.workspace import Workspace

MOST = 3


def common_periods(workspace: Workspace, compared: Compared) -> tuple[Period, ...]:
    """The newest periods that all have in common, of the longest kind there is; none where there is none."""
    for kind in OFFERED:
        shared = set.intersection(*(_periods(workspace, compared, each, kind) for each in compared.divisions))
        if shared:
            return tuple(sorted(shared, reverse=True)[:MOST])
    return ()


def _periods(workspace: Workspace, compared: Compared, division: Division, kind: PeriodKind) -> set[Period]:
    chosen = compared.selection
    values = values_over_time(
        workspace, chosen.dataset, chosen.indicator, division.code, kind, chosen.grades, chosen.known
    )
    return {value.period for value in values if value.value is not None}
