"""`kit` writes what the page would give, and nothing where a page would show something else."""

import zipfile
from pathlib import Path

import pytest

from atlas import __main__ as command_line
from atlas.export.kit import FORMS
from tests.commands.conftest import Run, Said

VIEW = "map?indicator=lawyers_per_10k&dataset=demonstration&period=2025"
OTHER = "map?indicator=lawyers&dataset=demonstration&period=2025"
BEGINNINGS = {
    "pptx": b"PK",
    "xlsx": b"PK",
    "zip": b"PK",
    "pdf": b"%PDF",
    "png": b"\x89PNG",
    "svg": b"<svg",
    "csv": b"\xef\xbb\xbf",
}


@pytest.fixture
def typed(work: object, capsys: pytest.CaptureFixture[str]) -> Run:
    def type_in(*arguments: str) -> Said:
        capsys.readouterr()
        code = command_line.main(list(arguments))
        written = capsys.readouterr()
        return Said(code, written.out, written.err)

    return type_in


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_written(typed: Run, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"kit.{form}"
    said = typed("kit", "--pin", VIEW, "-o", str(path), "--json")
    assert said.code == 0
    assert said.document["views"] == ["Lawyers per 10,000 people, China, 2025"]
    assert path.read_bytes().startswith(BEGINNINGS[form])


def test_several_views_go_into_one_file_in_their_order(typed: Run, tmp_path: Path) -> None:
    path = tmp_path / "kit.pptx"
    said = typed(
        "kit", "--pin", VIEW, "--pin", OTHER, "--pin", VIEW, "--lang", "zh", "-o", str(path), "--json"
    )
    assert said.document["views"] == ["全国2025年每万人律师数", "全国2025年律师"]
    with zipfile.ZipFile(path) as deck:
        assert "ppt/slides/slide4.xml" in deck.namelist()


def test_the_links_back_begin_with_the_address_given(typed: Run, tmp_path: Path) -> None:
    path = tmp_path / "kit.csv"
    typed("kit", "--pin", VIEW, "--base", "https://atlas.example/laws/", "-o", str(path))
    assert "https://atlas.example/laws/?dataset=demonstration" in path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("--pin", VIEW, "-o", "kit.docx"), "unknown_form"),
        (("--pin", VIEW), "unknown_form"),
        (("--pin", VIEW, "--pin", OTHER, "-o", "kit.csv"), "one_view"),
        (("--pin", "history?batch=1", "-o", "kit.pdf"), "unknown_page"),
        (("--pin", "map?indicator=nonsense", "-o", "kit.pdf"), "unknown_indicator"),
        ((*(f"--pin=map?classes={n}" for n in range(30)), "-o", "kit.pdf"), "too_many_views"),
    ],
)
def test_what_cannot_be_written_is_said(
    typed: Run, tmp_path: Path, arguments: tuple[str, ...], problem: str
) -> None:
    said = typed("kit", *arguments, "--json")
    assert said.code == 2
    assert [each["id"] for each in said.document["problems"]] == [problem]
    assert not list(tmp_path.glob("kit.*"))


def test_a_file_that_is_there_is_left(typed: Run, tmp_path: Path) -> None:
    path = tmp_path / "kit.csv"
    path.write_bytes(b"mine")
    assert typed("kit", "--pin", VIEW, "-o", str(path)).code == 2
    assert path.read_bytes() == b"mine"
    assert typed("kit", "--pin", VIEW, "-o", str(path), "--replace").code == 0
