"""From the bytes of a file to a batch in the store, and who may bring it."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from atlas.access import Actor, Role
from atlas.datasets import Dataset
from atlas.findings import Severity
from atlas.problems import AtlasError
from atlas.store import State
from atlas.uploads import check_file, known_file, source_of, submit
from atlas.validate import Checked
from atlas.workspace import Workspace

DATASET = Dataset.PUBLISHED
NOW = dt.datetime(2026, 11, 22, 2, 15, tzinfo=dt.UTC)
GUIYANG = Actor("wang", Role.CONTRIBUTOR, ("520100",))
BEIJING = Actor("li", Role.CONTRIBUTOR, ("110000",))
REVIEWER = Actor("zhao", Role.REVIEWER, ("520000",))
ACCESS = """
people:
  wang: {role: contributor, divisions: ["520100"]}
  li: {role: contributor, divisions: ["110000"]}
  zhao: {role: reviewer, divisions: ["520000"]}
"""
SOUND = """单位,期间,人民调解案件,人民调解成功案件
南明区,2026年10月,100,98
云岩区,2026年10月,50,49
"""
FAULTY = SOUND.replace("50,49", "50,60")


@pytest.fixture
def work(workspace: Workspace, tmp_path: Path) -> Iterator[Workspace]:
    """An atlas of its own with an access file."""
    (tmp_path / "access.yaml").write_text(ACCESS, encoding="utf-8")
    own = Workspace(workspace.divisions, workspace.definitions, tmp_path, ())
    yield own
    own.store(DATASET).close()


def checked(work: Workspace, text: str, actor: Actor = GUIYANG, name: str = "十月.csv") -> Checked:
    return check_file(work, DATASET, text.encode("gb18030"), name, actor, today=NOW.date())


def bring(work: Workspace, text: str, actor: Actor = GUIYANG, at: dt.datetime = NOW) -> str:
    done = submit(work, DATASET, checked(work, text, actor), text.encode("gb18030"), actor, "checked", at)
    return done.batch.id


def mediated(work: Workspace, division: str = "520102") -> list[float]:
    found = work.store(DATASET).current(["disputes_mediated"], divisions=[division])
    return [float(value) for value in found[found.period == "2026-10"].value]


def test_a_file_becomes_a_batch_whose_figures_name_file_and_row(work: Workspace) -> None:
    batch = bring(work, SOUND)
    assert batch.startswith("upload-20261122-101500-")
    (version,) = [
        each for each in work.store(DATASET).history("520103", "disputes_mediated", "2026-10") if each.holds
    ]
    assert (version.value, version.file_name, version.row, version.author) == (50, "十月.csv", 3, "wang")
    log = work.store(DATASET).batch(batch)
    assert (log.author, log.remark, log.rows, log.state) == ("wang", "checked", 4, State.ACCEPTED)
    assert work.store(DATASET).original(batch) == ("十月.csv", SOUND.encode("gb18030"))


def test_rows_with_an_error_stay_out_and_the_rest_goes_in(work: Workspace) -> None:
    result = checked(work, FAULTY)
    assert result.counts[Severity.ERROR] == 1
    done = submit(work, DATASET, result, FAULTY.encode("gb18030"), GUIYANG)
    assert (done.accepted_figures, done.rejected_rows, done.counts) == (2, 1, True)
    assert (mediated(work), mediated(work, "520103")) == ([100.0], [])


def test_checking_writes_nothing(work: Workspace) -> None:
    before = work.store(DATASET).version
    checked(work, SOUND)
    assert work.store(DATASET).version == before


def test_the_same_file_twice_changes_nothing(work: Workspace) -> None:
    assert known_file(work, DATASET, SOUND.encode("gb18030")) is None
    batch = bring(work, SOUND)
    before = work.store(DATASET).version
    with pytest.raises(AtlasError) as raised:
        bring(work, SOUND, at=NOW + dt.timedelta(hours=1))
    assert raised.value.problem.id == "known_file"
    assert {"batch": batch, "author": "wang"}.items() <= raised.value.problem.fields.items()
    assert work.store(DATASET).version == before
    known = known_file(work, DATASET, SOUND.encode("gb18030"))
    assert known is not None
    assert known.id == batch


def test_an_undone_file_can_be_brought_again(work: Workspace) -> None:
    work.store(DATASET).undo(bring(work, SOUND), GUIYANG, "wrong month")
    assert mediated(work) == []
    bring(work, SOUND, at=NOW + dt.timedelta(hours=1))
    assert mediated(work) == [100.0]


def test_figures_of_others_are_errors(work: Workspace) -> None:
    result = checked(work, SOUND, BEIJING)
    assert {each.rule.id for each in result.findings if each.rule.severity is Severity.ERROR} == {
        "outside_your_part"
    }
    assert result.acceptable.num_rows == 0
    with pytest.raises(AtlasError) as raised:
        submit(work, DATASET, result, SOUND.encode("gb18030"), BEIJING)
    assert raised.value.problem.id == "no_figures"


def test_the_store_refuses_what_the_page_let_through(work: Workspace) -> None:
    """Checked as somebody who may, submitted as somebody who may not."""
    with pytest.raises(AtlasError) as raised:
        submit(work, DATASET, checked(work, SOUND), SOUND.encode("gb18030"), BEIJING)
    assert raised.value.problem.id == "not_allowed"
    assert mediated(work) == []


def test_where_four_eyes_are_asked_for_the_figures_wait(work: Workspace, tmp_path: Path) -> None:
    (tmp_path / "access.yaml").write_text(f'four_eyes: ["520000"]\n{ACCESS}', encoding="utf-8")
    result = checked(work, SOUND)
    done = submit(work, DATASET, result, SOUND.encode("gb18030"), GUIYANG, at=NOW)
    assert (done.counts, done.batch.state, mediated(work)) == (False, State.SUBMITTED, [])
    work.store(DATASET).release(done.batch.id, REVIEWER)
    assert mediated(work) == [100.0]


def test_a_taught_name_is_understood_the_next_time(work: Workspace) -> None:
    text = SOUND.replace("南明区", "南明分局")
    assert checked(work, text).rejected_rows.tolist() == [2]
    work.store(DATASET).teach("division", "南明分局", "520102", REVIEWER)
    assert checked(work, text).rejected_rows.tolist() == []


def test_history_in_the_store_is_what_jumps_are_told_by(work: Workspace) -> None:
    for month in range(1, 10):
        figures = f"单位,期间,人民调解案件\n南明区,2026年{month}月,{100 + month % 3}\n"
        bring(work, figures, at=NOW + dt.timedelta(minutes=month))
    later = checked(work, "单位,期间,人民调解案件\n南明区,2026年10月,900\n云岩区,2026年10月,900\n")
    (jump,) = [each for each in later.findings if each.rule.id == "jump"]
    assert [finding.row for finding in jump] == [2]
    again = checked(work, "单位,期间,人民调解案件\n南明区,2026年9月,101\n")
    (note,) = [each for each in again.findings if each.rule.id == "already_reported"]
    assert note.at(0).fields["count"] == 1


def test_a_batch_is_named_by_the_time_in_the_offices_and_the_content(work: Workspace) -> None:
    result = checked(work, SOUND)
    source = source_of(result, NOW)
    assert source.id == f"upload-20261122-101500-{result.intake.file.sha256[:6]}"
    assert (source.title, source.file_name, source.date) == ("十月.csv", "十月.csv", "2026-11-22")
    late = source_of(result, dt.datetime(2026, 11, 22, 18, tzinfo=dt.UTC))
    assert (late.id[:23], late.date) == ("upload-20261123-020000-", "2026-11-23")


def test_two_people_correct_the_same_figure_and_both_are_on_record(work: Workspace) -> None:
    bring(work, SOUND)
    bring(work, SOUND.replace("100,98", "110,98"), REVIEWER, NOW + dt.timedelta(minutes=1))
    versions = work.store(DATASET).history("520102", "disputes_mediated", "2026-10")
    assert [(each.value, each.author, each.holds) for each in versions] == [
        (110, "zhao", True),
        (100, "wang", False),
    ]


def test_progress_goes_from_nothing_to_all(work: Workspace) -> None:
    shares: list[float] = []
    check_file(work, DATASET, SOUND.encode(), "a.csv", GUIYANG, progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_file_that_cannot_be_used_says_so(work: Workspace) -> None:
    with pytest.raises(AtlasError) as raised:
        check_file(work, DATASET, b"", "empty.csv", GUIYANG)
    assert raised.value.problem.id == "empty_file"


def test_nobody_brings_figures_without_an_access_file(work: Workspace, tmp_path: Path) -> None:
    result = checked(work, SOUND)
    (tmp_path / "access.yaml").unlink()
    with pytest.raises(AtlasError) as raised:
        submit(work, DATASET, result, SOUND.encode("gb18030"), work.access.actor_named("wang"))
    assert raised.value.problem.id == "not_allowed"
