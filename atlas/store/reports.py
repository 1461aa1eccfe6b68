"""Questions about the store as a whole: its figures, periods, provinces, sources and batches."""

from collections.abc import Sequence

import ibis
from ibis.expr.types import Table

from atlas.batches import Source
from atlas.store.connection import Connection
from atlas.store.expressions import Wanted, accepted_rows, described
from atlas.store.schema import table


def figures(wanted: Wanted) -> Table:
    """Every accepted figure with the columns of its source, prefixed `source_`."""
    # By number: two batches may quote the same source, whose id then stands in the table twice.
    sources = table("sources").drop("batch", "source").rename("source_{name}")
    rows = accepted_rows(wanted).drop("accepted")
    rows = rows.left_join(sources, rows.source == sources.source_number).drop("source_number")
    return described(rows).order_by("measure", "division", "last_month", "row")


def periods(exact: bool) -> Table:
    """Measure, period, kind, first_month, last_month, and how many divisions have a figure for it.

    Unless `exact`, a division with two figures counts twice: telling them apart in millions of rows takes
    seconds.
    """
    rows = accepted_rows(Wanted())
    grouped = rows.group_by("measure", "kind", "first_month", "last_month")
    divisions = rows.division.nunique() if exact else rows.count()
    found = grouped.aggregate(period=rows.period.min(), divisions=divisions)
    return found.order_by("measure", "last_month", "first_month", "kind")


def provinces() -> Table:
    """Measure, province, first_month, last_month, and how many figures lie in the province."""
    rows = accepted_rows(Wanted())
    rows = rows.mutate(province=rows.division.substr(0, 2).concat("0000"))
    found = rows.group_by("measure", "province").aggregate(
        first_month=rows.first_month.min(), last_month=rows.last_month.max(), figures=rows.count()
    )
    return found.order_by("measure", "province")


def batches() -> Table:
    """All batches, newest first, with their last event."""
    events = table("batch_events")
    newest = ibis.window(group_by="batch", order_by=ibis.desc("number"))
    ranked = events.mutate(place=ibis.row_number().over(newest))
    last = ranked.filter(ranked.place == 0).select("event", "at", "by", "reason", number="batch")
    found = table("batches").left_join(last, "number").drop("number_right")
    return found.mutate(event=ibis.coalesce(found.event, "")).order_by(ibis.desc("number"))


def brought(batch_id: str, measures: Sequence[str]) -> Table:
    """A row if the batch has brought any figure of these measures."""
    rows, batches = table("observations"), table("batches")
    asked = batches.filter(batches.batch == batch_id).select("number")
    return rows.filter(rows.measure.isin(measures)).semi_join(asked, rows.batch == asked.number).limit(1)


def sources(connection: Connection) -> dict[int, Source]:
    """All sources by number."""
    return {
        row["number"]: Source(
            id=row["source"],
            title=row["title"],
            publisher=row["publisher"],
            date=row["date"],
            url=row["url"],
            grade=row["grade"],
            founding=row["founding"],
            file_name=row["file_name"],
        )
        for row in connection.rows(table("sources"))
    }
