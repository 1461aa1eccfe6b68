"""`check` tells everything that is wrong with a file and writes nothing."""

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from atlas.datasets import Dataset
from atlas.workspace import Workspace
from tests.commands.conftest import Run
from tests.commands.spreadsheets import DOUBTFUL, FAULTY, HOPELESS, SOUND

File = Callable[[str], str]


@pytest.mark.parametrize(
    ("text", "code", "errors", "warnings"),
    [(SOUND, 0, 0, 0), (DOUBTFUL, 1, 0, 1), (FAULTY, 1, 1, 0), (HOPELESS, 1, 1, 0)],
    ids=["sound", "doubtful", "faulty", "hopeless"],
)
def test_the_exit_code_tells_a_clean_file_from_one_with_problems(
    run: Run, file: File, text: str, code: int, errors: int, warnings: int
) -> None:
    said = run("check", file(text), "--json")
    assert said.code == said.document["code"] == code
    assert said.document["counts"]["error"] == errors
    assert said.document["counts"]["warning"] == warnings
    assert said.document["problems"] == []


def test_nothing_is_written(run: Run, file: File, work: Workspace) -> None:
    run("check", file(SOUND))
    assert work.store(Dataset.DEMONSTRATION).log() == ()


def test_a_finding_names_its_cell_its_value_and_the_remedy(run: Run, file: File) -> None:
    said = run("check", file(FAULTY))
    (line,) = [each for each in said.out.splitlines() if each.startswith("D4")]
    assert "Error" in line
    assert "-3" in line
    assert "Correct the sign" in line
    assert "Read as GB18030" in said.out


def test_programs_get_row_column_and_rule(run: Run, file: File) -> None:
    (finding,) = [each for each in run("check", file(FAULTY), "--json").document["findings"]
                  if each["severity"] == "error"]  # fmt: skip
    assert (finding["rule"], finding["row"], finding["column"], finding["cell"]) == ("negative", 4, 4, "D4")
    assert finding["message"]
    assert finding["remedy"]


def test_the_nearest_names_are_given(run: Run, file: File) -> None:
    document = run("check", file(HOPELESS), "--json").document
    (finding,) = [each for each in document["findings"] if each["rule"] == "unknown_division"]
    assert len(finding["suggestions"]) == 3
    assert any("520102" in each for each in finding["suggestions"])
    assert "520102" in run("check", file(HOPELESS)).out


def test_programs_get_what_would_change_and_the_old_values(run: Run, file: File) -> None:
    changes = run("check", file(SOUND), "--json").document["changes"]
    assert (changes["new"], changes["changed"], changes["unchanged"]) == (2, 0, 0)
    run("accept", file(SOUND))
    again = file(SOUND.replace("1234", "1300"))
    changes = run("check", again, "--json").document["changes"]
    assert (changes["new"], changes["changed"], changes["unchanged"]) == (0, 1, 1)
    (changed,) = [each for each in changes["figures"] if each["effect"] == "changed"]
    assert changed == {
        "row": 2,
        "division": "520103",
        "measure": "lawyers",
        "period": "2026-03",
        "effect": "changed",
        "before": 1234,
        "before_status": "value",
        "after": 1300,
        "after_status": "value",
    }
    said = run("check", again).out
    assert "0 new figures; 1 changed figure; 1 unchanged figure" in said


def test_a_missing_value_is_null_for_programs(run: Run, file: File) -> None:
    text = run("check", file(SOUND.replace("1234", "不适用")), "--json").out
    assert "NaN" not in text
    (each, _) = json.loads(text)["changes"]["figures"]
    assert (each["before"], each["before_status"]) == (None, "")
    assert (each["after"], each["after_status"]) == (None, "not_applicable")


@pytest.mark.parametrize("lang", ["C", "zh_CN.UTF-8"])
def test_measures_are_suggested_by_name_and_not_those_that_have_a_column(
    run: Run, file: File, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.setenv("LC_ALL", lang)
    table = "地区,时期,律师,女律师\n云岩区,2026-03,100,9\n"
    document = run("check", file(table), "--json").document
    (finding,) = [each for each in document["findings"] if each["rule"] == "unknown_column"]
    names = finding["suggestions"]
    assert names
    assert not any("_" in name for name in names)
    assert not {"Lawyers", "律师"} & set(names)
    for name in names:
        assert name in finding["remedy"]


CONTESTED = "地区,时期,律师,律师人数,法律援助案件\n云岩区,2026-03,100,9,5\n南明区,2026-03,200,,6\n"


def test_a_column_at_fault_is_no_row_at_fault(run: Run, file: File) -> None:
    """Two columns say the same measure, but differ: both stay out, and every row is sound."""
    document = run("check", file(CONTESTED), "--json").document
    assert document["rejected_rows"] == []
    assert document["unread_columns"] == [
        {"column": 3, "heading": "律师", "figures": 2},
        {"column": 4, "heading": "律师人数", "figures": 1},
    ]
    assert (document["acceptable_figures"], document["changes"]["new"]) == (2, 2)
    said = run("check", file(CONTESTED)).out
    assert "The column “律师” (2 figures) was not read." in said
    assert "0 rows stay out" in said


def test_a_file_with_a_column_at_fault_is_accepted_in_part_only_when_asked(run: Run, file: File) -> None:
    refused = run("accept", file(CONTESTED), "--json")
    assert refused.code == 1
    assert [each["id"] for each in refused.document["problems"]] == ["rows_have_errors"]
    taken = run("accept", file(CONTESTED), "--partial", "--json")
    assert (taken.code, taken.document["figures"]) == (1, 2)


@pytest.mark.parametrize("period", ["2026-03", "2026年3月", "202603", "２０２６年３月"])
def test_the_period_is_read_as_a_cell_would_be(run: Run, file: File, period: str) -> None:
    said = run("check", file("地区,律师\n云岩区,100\n"), "--period", period, "--json").document
    assert [each["period"] for each in said["changes"]["figures"]] == ["2026-03"]


def test_a_period_that_is_none_is_refused(run: Run, file: File) -> None:
    said = run("check", file("地区,律师\n云岩区,100\n"), "--period", "soon", "--json")
    assert (said.code, said.document["problems"][0]["id"]) == (2, "unknown_period")


def test_a_chinese_terminal_is_answered_in_chinese(
    run: Run, file: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "错误" in run("check", file(FAULTY)).out


def test_the_marked_and_the_corrected_file_can_be_had(run: Run, file: File, tmp_path: Path) -> None:
    marked, corrected = tmp_path / "marked.xlsx", tmp_path / "corrected.xlsx"
    arguments = ("check", file(FAULTY), "--marked", str(marked), "--corrected", str(corrected))
    assert run(*arguments).code == 1
    assert openpyxl.load_workbook(marked).worksheets[0]["D4"].comment is not None
    assert openpyxl.load_workbook(corrected).worksheets[0]["C5"].value == 1234
    assert run(*arguments).code == 2, "a file that is there already is not written over"
    assert run(*arguments, "--replace").code == 1


def test_the_period_can_be_given_where_the_file_states_none(run: Run, file: File) -> None:
    text = "地区,律师\n贵州省/贵阳市/云岩区,12\n"
    assert run("check", file(text)).code == 1
    assert run("check", file(text), "--period", "2026-03").code == 0


@pytest.mark.parametrize(
    ("name", "content", "arguments", "named"),
    [
        ("missing.csv", None, (), "missing.csv"),
        ("empty.csv", b"", (), "empty.csv"),
        ("picture.xlsx", b"\x89PNG\r\n\x1a\n" + b"0" * 50, (), "picture.xlsx"),
        ("sound.csv", SOUND.encode(), ("--period", "2026-13"), "2026-13"),
        ("sound.csv", SOUND.encode(), ("--as", "nobody"), "nobody"),
    ],
    ids=["no such file", "empty", "a picture", "no period", "no person"],
)
@pytest.mark.parametrize("form", [(), ("--json",)], ids=["for people", "for programs"])
def test_what_cannot_be_used_ends_with_code_2_and_a_sentence(
    run: Run,
    tmp_path: Path,
    name: str,
    content: bytes | None,
    arguments: tuple[str, ...],
    named: str,
    form: tuple[str, ...],
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    said = run("check", str(path), *arguments, *form)
    assert said.code == 2
    if form:
        assert any(named in problem["message"] for problem in said.document["problems"])
        assert said.err == ""
    else:
        assert named in said.err
        assert said.out == ""
    assert "Traceback" not in said.out + said.err


def test_rows_outside_the_part_of_whoever_acts_are_errors(run: Run, file: File, work: Workspace) -> None:
    (work.folder / "access.yaml").write_text(
        "people:\n  chen: {role: contributor, divisions: [\"310000\"]}\n", encoding="utf-8"
    )  # fmt: skip
    assert run("check", file(SOUND)).code == 0
    document = run("check", file(SOUND), "--as", "chen", "--json").document
    assert document["code"] == 1
    assert document["rejected_rows"] == [2, 3]
