"""What the map would gain or lose if a batch counted or no longer did."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import ibis
from ibis.expr.types import Table

from atlas.store.expressions import KEY, Wanted, accepted_rows
from atlas.store.log import State
from atlas.store.schema import table


@dataclass(frozen=True, slots=True)
class Effect:
    """The figures for which a batch is, or would be, the value.

    `covered` of them lie over an earlier figure, which holds while the batch does not. `divisions` are the
    codes with such figures, sorted.
    """

    figures: int
    covered: int
    divisions: tuple[str, ...]


def covering(batch: int) -> Table:
    """By division: how many keys the batch (its number) wins or would win, and how many others it covers.

    A batch keeps the place of its first acceptance; one that was never accepted would come last.
    """
    events = table("batch_events")
    first = events.filter(events.batch == batch, events.event == str(State.ACCEPTED))
    place = first.aggregate(place=first.number.min())
    rows = table("observations")
    keys = rows.filter(rows.batch == batch).select(*KEY).distinct()
    others = accepted_rows(Wanted())
    others = others.filter(others.batch != batch).semi_join(keys, KEY)
    newest = others.group_by(KEY).aggregate(newest=others.accepted.max())
    compared = keys.left_join(newest, KEY).select(*KEY, "newest").cross_join(place)
    wins = compared.newest.isnull() | compared.place.isnull() | (compared.newest < compared.place)
    won = compared.filter(ibis.coalesce(wins, True))
    return (
        won.group_by("division")
        .aggregate(figures=won.count(), covered=won.newest.notnull().cast("int32").sum())
        .order_by("division")
    )


def effect(rows: Sequence[Mapping[str, Any]]) -> Effect:
    """The effect that the rows of `covering` add up to."""
    return Effect(
        figures=sum(int(row["figures"]) for row in rows),
        covered=sum(int(row["covered"]) for row in rows),
        divisions=tuple(row["division"] for row in rows),
    )
