"""An uploaded file from its bytes to a batch in the store: what the page and the command line share."""

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from atlas import office_time
from atlas.access import Actor
from atlas.batches import Batch, Source
from atlas.datasets import Dataset
from atlas.divisions import COUNTRY
from atlas.ingest.spreadsheet.intake import Vocabulary
from atlas.ingest.spreadsheet.reading import read_spreadsheet
from atlas.periods import Period
from atlas.problems import AtlasError, Problem
from atlas.store import BatchLog, State, Store
from atlas.validate import Checked, Context, check, observations_of
from atlas.workspace import Workspace

__all__ = ["Submitted", "check_file", "known_file", "observations_of", "source_of", "submit"]

ORIGIN = "upload"


@dataclass(frozen=True, slots=True)
class Submitted:
    """What became of a file: its batch, and how many figures and rows of it went in and stayed out."""

    batch: BatchLog
    accepted_figures: int
    rejected_rows: int

    @property
    def counts(self) -> bool:
        """Whether the figures count already, or wait for somebody to release them."""
        return self.batch.state is State.ACCEPTED


def check_file(
    workspace: Workspace,
    dataset: Dataset,
    content: bytes,
    file_name: str,
    actor: Actor,
    period: Period | None = None,
    progress: Callable[[float], None] = lambda _: None,
    today: dt.date | None = None,
) -> Checked:
    """Read a file and check every figure in it; nothing is written.

    `period` is what the figures are for where the file states none. `today` defaults to the date in the
    offices. Raises AtlasError where the file cannot be used at all.
    """
    store = workspace.store(dataset)
    intake = read_spreadsheet(content, file_name, _vocabulary(workspace, store, actor, period), progress)
    context = Context(
        divisions=workspace.divisions,
        definitions=workspace.definitions,
        store=store,
        may_report=partial(workspace.access.may_report, actor),
        today=today or office_time.today(),
    )
    checked = check(intake, context)
    progress(1.0)
    return checked


def submit(
    workspace: Workspace,
    dataset: Dataset,
    checked: Checked,
    content: bytes,
    actor: Actor,
    remark: str = "",
    at: dt.datetime | None = None,
) -> Submitted:
    """Bring the acceptable figures of a checked file into the store, all of them or none.

    Raises AtlasError "known_file" where the same file has been accepted already or waits, "no_figures" where
    nothing in it is acceptable, and whatever the store raises ("not_allowed", "disk_full" and so on).
    """
    store, file_name = workspace.store(dataset), checked.intake.file.file_name
    if not checked.acceptable.num_rows:
        raise AtlasError(Problem("no_figures", {"file": file_name}))
    now = at or dt.datetime.now(dt.UTC)
    source = _unlike_before(source_of(checked, now), store)
    batch = Batch(
        id=source.id,
        origin=ORIGIN,
        observations=[observations_of(checked, source.id)],
        received_at=now,
        author=actor.name,
        file_name=file_name,
        sha256=checked.intake.file.sha256,
        sources=(source,),
    )
    log = store.submit(batch, actor, content, remark, at)
    return Submitted(log, checked.acceptable.num_rows, len(checked.rejected_rows))


def source_of(checked: Checked, at: dt.datetime | None = None) -> Source:
    """The source that the figures of a file name: the file itself, under the id of its batch."""
    moment = office_time.office_time(at or dt.datetime.now(dt.UTC))
    file = checked.intake.file
    day = moment.date().isoformat()
    batch = f"{ORIGIN}-{moment:%Y%m%d-%H%M%S}-{file.sha256[:6]}"
    return Source(batch, file.file_name, date=day, file_name=file.file_name)


def _unlike_before(source: Source, store: Store) -> Source:
    """The source under an id that no batch has: a file taken back may come again within the same second."""
    taken = {batch.id for batch in store.log()}
    again = (f"{source.id}-{number}" for number in range(2, len(taken) + 2))
    return replace(source, id=next(each for each in (source.id, *again) if each not in taken))


def known_file(workspace: Workspace, dataset: Dataset, content: bytes) -> BatchLog | None:
    """The newest batch that this very file brought and that counts or waits, if there is one."""
    return workspace.store(dataset).file_batch(hashlib.sha256(content).hexdigest())


def _vocabulary(workspace: Workspace, store: Store, actor: Actor, period: Period | None) -> Vocabulary:
    aliases = store.aliases()
    return Vocabulary(
        workspace.divisions,
        workspace.definitions,
        aliases.divisions,
        aliases.columns,
        within=next(iter(actor.divisions), COUNTRY),
        period=period,
    )
