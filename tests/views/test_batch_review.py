"""Whoever releases a batch sees what its submitter saw, with the figures that would count."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from atlas.access import SYSTEM, Actor, Role
from atlas.datasets import Dataset
from atlas.findings import Severity
from atlas.periods import Period
from atlas.store import BatchLog
from atlas.uploads import check_file, submit
from atlas.views.batch_review import batch_review
from atlas.views.upload_changes import Effect
from atlas.workspace import Workspace
from tests.figures import ACCEPTED, batch
from tests.office import SUN, office, send

INTO = Dataset.DEMONSTRATION
SENT = dt.datetime(2026, 11, 20, 4, tzinfo=dt.UTC)
ZUNYI = "单位,期间,法律援助案件\n红花岗区,2026年10月,900\n汇川区,2026年10月,20\n播州区,2026年10月,七\n"
HELD = [("520302", "legal_aid_cases", f"2026-{month:02}", 30 + month % 2) for month in range(2, 11)]


@pytest.fixture
def work(workspace: Workspace, tmp_path: Path) -> Iterator[Workspace]:
    """An office in which figures of Zunyi count only once a second person has released them."""
    own = office(workspace, tmp_path)
    own.store(INTO).submit(batch("before", HELD), SYSTEM, at=ACCEPTED)
    yield own
    own.store(INTO).close()


def waiting(work: Workspace, text: str = ZUNYI, period: Period | None = None, actor: Actor = SUN) -> BatchLog:
    content = text.encode()
    checked = check_file(work, INTO, content, "zunyi.csv", actor, period, today=SENT.date())
    return submit(work, INTO, checked, content, actor, "by phone", SENT).batch


def test_a_waiting_batch_is_reviewed_with_old_and_new_values_and_the_warnings(work: Workspace) -> None:
    found = batch_review(work, INTO, waiting(work))
    assert (found.shown.counts.new, found.shown.counts.changed, found.shown.counts.unchanged) == (1, 1, 0)
    changed = found.shown.changes.of(Effect.CHANGED)
    assert list(zip(changed.row, changed.before, changed.after, strict=True)) == [(2, 30, 900)]
    assert found.checked is not None
    assert found.reads_alike
    warned = {each.rule.id for each in found.checked.findings if each.rule.severity is Severity.WARNING}
    assert warned == {"jump"}
    assert found.checked.rejected_rows.tolist() == [4]


def test_what_a_review_says_of_indicators_holds_once_the_batch_is_released(work: Workspace) -> None:
    log = waiting(work)
    shown = batch_review(work, INTO, log).shown
    work.store(INTO).release(log.id, SYSTEM)
    held = work.store(INTO).observed("legal_aid_cases")
    then = shown.then.observed("legal_aid_cases")
    assert sorted(then.value.tolist()) == sorted(held.value.tolist())


@pytest.mark.parametrize(
    ("text", "period", "reason"),
    [
        ("单位,法律援助案件\n红花岗区,900\n", Period.parse("2026-10"), "its period was stated on the page"),
        (ZUNYI, None, "its period is written in it"),
    ],
)
def test_the_file_is_read_as_its_submitter_had_it_read(
    work: Workspace, text: str, period: Period | None, reason: str
) -> None:
    found = batch_review(work, INTO, waiting(work, text, period))
    assert found.checked is not None, reason
    assert found.reads_alike, reason


def test_people_whom_the_access_file_does_not_name_are_reviewed_alike(work: Workspace) -> None:
    clerk = Actor("clerk@provider.example", Role.CONTRIBUTOR, ("520300",))
    assert batch_review(work, INTO, waiting(work, actor=clerk)).reads_alike


def test_figures_as_submitted_are_shown_where_the_file_reads_otherwise_today(work: Workspace) -> None:
    log = waiting(work)
    work.store(INTO).teach("division", "汇川区", "520302", SYSTEM)
    work.store(INTO).teach("division", "红花岗区", "520304", SYSTEM)
    found = batch_review(work, INTO, log)
    assert not found.reads_alike
    assert sorted(found.shown.changes.figures.division) == ["520302", "520303"]


def test_a_batch_whose_file_cannot_be_read_still_shows_its_figures(work: Workspace) -> None:
    log = send(work, SUN, "zunyi.xls", [("520302", "legal_aid_cases", "2026-10", 40)], SENT)
    found = batch_review(work, INTO, log)
    assert found.checked is None
    assert found.shown.counts.changed == 1


def test_a_review_writes_nothing(work: Workspace) -> None:
    log, store = waiting(work), work.store(INTO)
    before = (store.version, store.log())
    batch_review(work, INTO, log)
    assert (store.version, store.log()) == before
