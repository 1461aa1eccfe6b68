"""The published figures of provinces that the demonstration is calibrated to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import pandas as pd
import pyarrow as pa

from atlas.batches import Batch
from atlas.definitions import Definitions
from atlas.ingest.demonstration.arrays import Floats

CORPS_TOPIC = "corps"
CORPS, XINJIANG = "660000", "650000"
"""Sources state the figures of the Corps under Xinjiang; in the register it is a division of its own."""
_POINTS = frozenset({"month", "quarter", "half", "year"})
_LONGEST = 6.0
"""How many years growth carries a figure on; an older one is not scaled any further."""


@dataclass(frozen=True)
class Anchors:
    """For a measure and a division, the published values by last month: whole years of flows, points of
    others.
    """

    values: Mapping[tuple[str, str], Mapping[int, float]]

    def of(self, measure: str, division: str) -> Mapping[int, float]:
        """Last month → value; empty if nothing is published."""
        return self.values.get((measure, division), {})

    def common_dates(self, measure: str, divisions: Sequence[str]) -> frozenset[int]:
        """The dates for which every division has a published figure."""
        dates = [frozenset(self.of(measure, division)) for division in divisions]
        return frozenset.intersection(*dates) if dates else frozenset()

    def curve(self, measure: str, division: str, months: Sequence[int], growth: float) -> Floats | None:
        """The published values carried to `months`: between two of them at a constant rate, beyond by
        `growth`.

        None where nothing is published.
        """
        known = self.of(measure, division)
        if not known:
            return None
        dates = np.array(sorted(known), dtype=np.float64)
        logs = np.log([max(known[int(date)], 1e-9) for date in dates])
        wanted = np.array(months, dtype=np.float64)
        inside = np.interp(wanted, dates, logs)
        years = np.clip(wanted - dates[-1], 0, None) - np.clip(dates[0] - wanted, 0, None)
        carried: Floats = np.exp(inside + np.log1p(growth) * np.clip(years / 12, -_LONGEST, _LONGEST))
        return carried


def published_anchors(published: Batch, definitions: Definitions) -> Anchors:
    """The best published figure of each measure, division and date.

    The better source comes first, then an exact figure before a rounded one, then the newer source.
    """
    frame = _frame(published)
    frame = frame[frame["value"].notna() & frame["measure"].isin(list(definitions.measures))]
    flows = frame["measure"].isin(
        [name for name, each in definitions.measures.items() if each.kind == "flow"]
    )
    kinds = frame["kind"]
    frame = frame[(flows & (kinds == "year")) | (~flows & kinds.isin(list(_POINTS)))]
    dates = {source.id: source.date for source in published.sources}
    frame = frame.assign(
        rounded=frame["qualifier"] != "exact",
        dated=[dates.get(source, "") for source in frame["source"]],
    )
    order = ["precedence", "rounded", "dated", "value"]
    frame = frame.sort_values(order, ascending=[True, True, False, True], kind="stable")
    frame = frame.drop_duplicates(["measure", "division", "last_month"])
    values: dict[tuple[str, str], dict[int, float]] = {}
    for measure, division, month, value in zip(
        frame["measure"], frame["division"], frame["last_month"], frame["value"], strict=True
    ):
        corps = definitions.measures[measure].topic == CORPS_TOPIC and division == XINJIANG
        values.setdefault((measure, CORPS if corps else division), {})[int(month)] = float(value)
    return Anchors(MappingProxyType(values))


def _frame(published: Batch) -> pd.DataFrame:
    defaults = {"qualifier": "exact", "source": "", "precedence": 0}
    columns = ["measure", "division", "kind", "last_month", "value", *defaults]
    frames = [
        (chunk.to_pandas() if isinstance(chunk, pa.Table) else chunk).reindex(columns=columns)
        for chunk in published.observations
    ]
    found: pd.DataFrame = pd.concat(frames or [pd.DataFrame(columns=columns)], ignore_index=True)
    return found.fillna(defaults)
