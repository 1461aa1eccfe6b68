"""Damage of every kind is a sentence that names the file and the remedy; the rest keeps working."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
PARTS = ("app.py", "atlas", "pages", "geo", "locale", "indicators.yaml", ".streamlit")
TABLES = ("published_figures.csv", "population_2020.csv")

# One fault, and what it makes impossible: not one sentence for each of hundreds of rows.
MOST_SENTENCES = 3

Damage = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Case:
    """Something that is wrong, what the sentence must name, and what must still be there.

    `value` is a text of the country's map, `rows` how many figures the Figures page lists at least.
    """

    reason: str
    damage: Damage
    named: tuple[str, ...]
    value: str = "5.89"
    rows: int = 900
    query: dict[str, str] = field(default_factory=dict)
    remedy: tuple[str, str] = ("estore", "恢复")


def remove(name: str) -> Damage:
    return lambda root: (root / name).unlink()


def cut(name: str) -> Damage:
    """Keep the first half, as an interrupted copy does."""

    def damage(root: Path) -> None:
        content = (root / name).read_bytes()
        (root / name).write_bytes(content[: len(content) // 2])

    return damage


def write(name: str, content: bytes) -> Damage:
    return lambda root: void((root / name).write_bytes(content))


def replace(name: str, old: str, new: str) -> Damage:
    def damage(root: Path) -> None:
        text = (root / name).read_text(encoding="utf-8")
        assert old in text
        (root / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return damage


def add_row(row: str) -> Damage:
    def damage(root: Path) -> None:
        with (root / "data" / "published_figures.csv").open("a", encoding="utf-8") as file:
            file.write(row + "\n")

    return damage


def void(_: object) -> None:
    return None


CASES = [
    Case(
        "a syntax error in indicators.yaml",
        replace("indicators.yaml", "\nmeasures:", "\nmeasures: ["),
        ("indicators.yaml", "line "),
        value="",
        rows=0,
        remedy=("Correct", "改正"),
    ),
    Case(
        "one bad entry in indicators.yaml",
        replace("indicators.yaml", "  law_firms:\n", "  law_firms:\n    colour: red\n"),
        ("indicators.yaml", "law_firms", "colour"),
        rows=850,
        remedy=(".", "。"),
    ),
    Case("indicators.yaml is missing", remove("indicators.yaml"), ("indicators.yaml",), value="", rows=0),
    Case(
        "an unreadable measure in a published row",
        add_row("520000,no_such_measure,2024,year,5,count,exact,t,p,2024,,press,,"),
        ("published_figures.csv", "895", "no_such_measure"),
        remedy=("Define it", "indicators.yaml"),
    ),
    Case(
        "a published value that is no number",
        add_row("520000,lawyers,2024,year,many,person,exact,t,p,2024,,press,,"),
        ("published_figures.csv", "895", "value", "many"),
        remedy=("plain number", "数"),
    ),
    Case(
        "the published figures are missing",
        remove("data/published_figures.csv"),
        ("published_figures.csv",),
        value="",
        rows=30,
        remedy=("Check", "请确认"),
    ),
    Case("the provinces are cut short", cut("geo/provinces.topojson"), ("geo/provinces.topojson",)),
    Case("the national lines are missing", remove("geo/lines.topojson"), ("geo/lines.topojson",)),
    Case(
        "a province's file is missing",
        remove("geo/provinces/520000.topojson"),
        ("geo/provinces/520000.topojson",),
        value="4.52",
        query={"division": "520000"},
    ),
    Case("the boxes are damaged", write("geo/geography.json", b"{]"), ("geo/geography.json",)),
    Case("the boxes have no content", write("geo/geography.json", b"{}"), ("geo/geography.json",)),
    Case("the register is missing", remove("geo/divisions.csv"), ("divisions.csv",), value="", rows=0),
    Case("the register is cut short", cut("geo/divisions.csv"), ("divisions.csv",), value="", rows=0),
    Case("the townships are no text", write("geo/townships.csv", b"\xff\xfe"), ("townships.csv",), "", 0),
    Case(
        "the database is no database",
        write("data/published.duckdb", b"no database" * 999),
        ("published.duckdb",),
        value="",
        rows=0,
        remedy=("backup", "备份"),
    ),
    Case(
        "the demonstration database is no database",
        write("data/demonstration.duckdb", b"no database" * 999),
        ("demonstration.duckdb",),
        value="",
        rows=900,
        query={"dataset": "demonstration"},
        remedy=("backup", "备份"),
    ),
]


@pytest.fixture
def copy(project: Path, tmp_path: Path) -> Path:
    """The project's files that matter, to be damaged."""
    root = tmp_path / "project"
    root.mkdir()
    for name in PARTS:
        source = project / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, root / name)
    (root / "data").mkdir()
    for name in TABLES:
        shutil.copy(project / "data" / name, root / "data" / name)
    return root


def visit(root: Path, pages: list[tuple[str, dict[str, str]]]) -> list[dict[str, Any]]:
    """Open the pages of a copy, each in English and in Chinese."""
    answers = root.parent / "answers.json"
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("ATLAS_DATA_FOLDER", None)
    run = subprocess.run(
        [sys.executable, str(HERE / "broken_project.py"), json.dumps(pages), str(answers)],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-3000:]
    found: list[dict[str, Any]] = json.loads(answers.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.reason.replace(" ", "-"))
def test_damage_is_named_with_its_remedy_and_the_rest_keeps_working(copy: Path, case: Case) -> None:
    case.damage(copy)
    answers = visit(copy, [("map", case.query), ("figures", {}), ("about", case.query)])
    for answer in answers:
        assert answer["failures"] == []
    for lang, answer in zip(("en", "zh"), answers[:2], strict=True):
        sentences = " ".join(answer["complaints"])
        for part in case.named:
            assert part in sentences, lang
        assert case.remedy[lang == "zh"] in sentences, sentences
        unquoted = re.sub("“[^”]*”", "", sentences)
        assert bool(re.search("[一-鿿]", unquoted)) == (lang == "zh"), sentences
        assert "{" not in unquoted
        assert len(answer["complaints"]) <= MOST_SENTENCES
        assert "Traceback" not in sentences
        assert case.value in answer["html"]
    assert min(answers[2]["rows"], answers[3]["rows"]) >= case.rows


def test_the_table_of_damage_names_each_kind_once() -> None:
    reasons = [case.reason for case in CASES]
    assert len(reasons) == len(set(reasons))
