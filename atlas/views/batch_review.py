"""What the person who releases a batch must see: what it would change, and what was found in its file."""

from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from atlas import office_time
from atlas.access import Actor, Role
from atlas.datasets import Dataset
from atlas.periods import Period
from atlas.problems import AtlasError
from atlas.store import BatchLog
from atlas.uploads import check_file, observations_of
from atlas.validate import Checked
from atlas.views.upload_preview import Preview, batch_preview
from atlas.workspace import Workspace

SAID = ("row", "division", "measure", "period", "status", "value")


@dataclass(frozen=True, eq=False)
class BatchReview:
    """`shown` compares the figures of the batch itself with those that hold.

    `checked` is its file, read and checked once more; None where it cannot be read. `reads_alike` says
    whether every figure of the batch is still found in it.
    """

    shown: Preview
    checked: Checked | None
    reads_alike: bool


def batch_review(workspace: Workspace, dataset: Dataset, batch: BatchLog) -> BatchReview:
    """Look at a batch that waits; nothing is written. AtlasError "unknown_batch"."""
    figures = workspace.store(dataset).brought(batch.id)
    checked = _checked_again(workspace, dataset, batch, figures)
    alike = checked is not None and _said(figures) <= _said(observations_of(checked))
    return BatchReview(batch_preview(workspace, dataset, batch), checked, alike)


def _checked_again(
    workspace: Workspace, dataset: Dataset, batch: BatchLog, figures: pa.Table
) -> Checked | None:
    try:
        name, content = workspace.store(dataset).original(batch.id)
        return check_file(
            workspace,
            dataset,
            content,
            name,
            _reader(workspace, batch),
            _period(figures),
            today=office_time.office_time(batch.received_at).date(),
        )
    except AtlasError:
        return None


def _reader(workspace: Workspace, batch: BatchLog) -> Actor:
    """Whoever brought it, names read as in their part of the country; what they may do was asked then."""
    known = workspace.access.actor_named(batch.author)
    return Actor(known.name, Role.ADMINISTRATOR, known.divisions)


def _period(figures: pa.Table) -> Period | None:
    """The only period of the figures: it may have been stated on the page, which no file keeps."""
    codes = pc.unique(figures["period"]).to_pylist()
    return Period.parse(codes[0]) if len(codes) == 1 else None


def _said(figures: pa.Table) -> set[tuple[object, ...]]:
    return set(zip(*(figures[name].to_pylist() for name in SAID), strict=True))
