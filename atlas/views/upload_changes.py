"""What the figures of a file would change: each beside the one that holds now."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd
import pyarrow as pa

from atlas.store import Store

KEY = ["division", "measure", "period"]
FEW_DIVISIONS = 500


class Effect(StrEnum):
    """What accepting a figure does: it is the first one, it takes another's place, or it says the same."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, eq=False)
class Changes:
    """Every sound figure with its effect.

    `figures` has one row for each, in the order of the file: `row` as the spreadsheet shows it, `division`
    (code), `measure`, `period` (code), `effect`, `before` and `after` (NaN unless the status is value),
    `before_status` ("" where nothing is known) and `after_status`.
    """

    figures: pd.DataFrame

    def count(self, effect: Effect) -> int:
        """How many figures have this effect."""
        return int((self.figures.effect == effect).sum())

    def of(self, effect: Effect) -> pd.DataFrame:
        """The figures with this effect; those that change most, for their size, come first."""
        chosen: pd.DataFrame = self.figures[self.figures.effect == effect]
        if effect is not Effect.CHANGED:
            return chosen
        before, after = chosen.before.to_numpy(float), chosen.after.to_numpy(float)
        size = np.maximum(np.maximum(np.abs(before), np.abs(after)), np.finfo(float).tiny)
        moved = np.nan_to_num(np.abs(after - before) / size, nan=np.inf)
        return chosen.iloc[np.argsort(-moved, kind="stable")]


def changes_of(store: Store, figures: pa.Table) -> Changes:
    """Compare sound figures, of a file or of a batch, with what the store holds; nothing is written."""
    brought = _brought(figures)
    if brought.empty:
        return Changes(brought.assign(before=0.0, before_status="", effect=""))
    held = _held(store, brought)
    both = brought.merge(held, on=KEY, how="left", sort=False)
    both["before_status"] = both.before_status.astype(object).fillna("")
    both["effect"] = np.select(
        [(both.before_status == "").to_numpy(), _same(both)], [Effect.NEW, Effect.UNCHANGED], Effect.CHANGED
    )
    return Changes(both)


def _same(both: pd.DataFrame) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    before, after = both.before.to_numpy(float), both.after.to_numpy(float)
    same_value = np.isclose(before, after, rtol=1e-12, atol=0.0, equal_nan=True)
    return np.asarray((both.before_status == both.after_status).to_numpy() & same_value)


def _brought(figures: pa.Table) -> pd.DataFrame:
    frame = figures.select(["row", *KEY, "first_month", "last_month", "value", "status"]).to_pandas()
    for name in (*KEY, "status"):
        frame[name] = frame[name].astype(object)
    renamed: pd.DataFrame = frame.rename(columns={"value": "after", "status": "after_status"})
    return renamed


def _held(store: Store, brought: pd.DataFrame) -> pd.DataFrame:
    divisions = brought.division.unique().tolist()
    current = store.current(
        measures=brought.measure.unique().tolist(),
        first_month=int(brought.last_month.min()),
        last_month=int(brought.last_month.max()),
        divisions=divisions if len(divisions) <= FEW_DIVISIONS else None,
    )
    held: pd.DataFrame = current[[*KEY, "value", "status"]]
    renamed = held.rename(columns={"value": "before", "status": "before_status"})
    distinct: pd.DataFrame = renamed.drop_duplicates(KEY)
    return distinct
