"""What the documents say exists, exists; what they show as an example works."""

import re
import shlex
import shutil
import struct
import tomllib
from pathlib import Path

import pytest

from atlas.__main__ import parser
from atlas.access.settings import parse_settings
from atlas.commands import COMMANDS
from atlas.definitions import load_definitions
from atlas.divisions import load_divisions
from atlas.ingest.published import load_published
from atlas.language import Language
from atlas.periods import Period

DOCUMENTS = ("README.md", "CHANGELOG.md", "docs/decisions.md", "data/README.md", "geo/SOURCES.md")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ATLAS = ".venv/bin/python -m atlas "
PROGRAMS = {"make", "python3", ".venv/bin/python"}
# Made by whoever runs the atlas, and kept out of the repository.
OF_AN_INSTALLATION = {"access.yaml", "data/access.yaml", ".streamlit/secrets.toml"}
# Read by programs that the documents mention, not by the project.
OTHERS_VARIABLES = {"PIP_NO_INDEX", "PIP_FIND_LINKS"}


def text_of(project: Path, document: str) -> str:
    return (project / document).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def readme(project: Path) -> str:
    return text_of(project, "README.md")


@pytest.fixture(scope="module")
def makefile(project: Path) -> str:
    return text_of(project, "Makefile")


def blocks(readme: str, language: str) -> list[str]:
    return [body for name, body in FENCE.findall(readme) if name == language]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_of_a_document_leads_to_a_file(document: str, project: Path) -> None:
    addresses = [each for each in LINK.findall(text_of(project, document)) if "://" not in each]
    folder = (project / document).parent
    assert [each for each in addresses if not (folder / each.partition("#")[0]).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_named_in_a_document_exists(document: str, project: Path) -> None:
    paths = r"`((?:[A-Za-z.][\w.-]*/)+[\w.-]*|[\w-]+\.(?:py|yaml|txt|toml|md|csv))`"
    places = (project, (project / document).parent)
    named = set(re.findall(paths, text_of(project, document))) - OF_AN_INSTALLATION
    missing = [each for each in named if not any((place / each).exists() for place in places)]
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_target_of_make_named_in_a_document_exists(document: str, project: Path, makefile: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"`make ([a-z]+)", text_of(project, document)))
    assert named - targets == set()


def test_the_readme_names_both_commands_in_its_chinese_summary(readme: str) -> None:
    summary = readme.partition("---")[0]
    assert "中文简介" in summary
    assert "make run" in summary
    assert "make test" in summary


def test_commands_in_the_readme_can_be_run(readme: str, project: Path, makefile: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    lines = [line for block in blocks(readme, "sh") for line in block.splitlines() if line.strip()]
    assert lines
    for line in lines:
        words = [word for word in line.partition("#")[0].split() if not re.match(r"[A-Z_]+=", word)]
        assert words[0] in PROGRAMS, line
        if words[0] == "make":
            assert set(words[1:]) <= targets, line
        for file in re.findall(r"\S+\.txt", line):
            assert (project / file).exists(), line


def test_commands_of_the_atlas_in_the_readme_are_understood(readme: str) -> None:
    lines = [line for block in blocks(readme, "sh") for line in block.splitlines() if line.startswith(ATLAS)]
    asked = [shlex.split(line.removeprefix(ATLAS), comments=True) for line in lines]
    for words in asked:
        parser(Language("en")).parse_args(words)
    names = {command.__name__.rpartition(".")[2] for command in COMMANDS}
    assert names - {words[0] for words in asked} == set(), "every command is shown"


def test_the_access_file_of_the_readme_is_one(readme: str) -> None:
    (example,) = (block for block in blocks(readme, "yaml") if "private_machine" in block)
    settings = parse_settings(example, "access.yaml", load_divisions())
    assert {*settings.people} == {"li.ming", "wang@gz.example"}


def test_the_secrets_of_the_readme_are_toml(readme: str) -> None:
    (example,) = blocks(readme, "toml")
    assert "server_metadata_url" in tomllib.loads(example)["auth"]


def test_every_variable_of_the_readme_is_read_somewhere(readme: str, project: Path) -> None:
    named = set(re.findall(r"^\| `([A-Z][A-Z_]+)` \|", readme, re.MULTILINE))
    used = set(re.findall(r"\b([A-Z][A-Z_]+)=", "\n".join(blocks(readme, "sh"))))
    sources = [project / "Makefile", *(project / "tools").iterdir(), *(project / "atlas").rglob("*.py")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources if path.is_file())
    assert named >= {"PORT", "ATLAS_DATA_FOLDER"}
    assert [name for name in named | used - OTHERS_VARIABLES if not re.search(rf"\b{name}\b", code)] == []


def test_every_variable_that_the_product_reads_is_in_the_readme(readme: str, project: Path) -> None:
    read = set()
    for path in (project / "atlas").rglob("*.py"):
        read |= set(re.findall(r"environ[^\n]*[\"'](ATLAS_[A-Z_]+)", path.read_text(encoding="utf-8")))
    assert read
    assert [name for name in read if f"`{name}`" not in readme] == []


def test_the_indicator_of_the_readme_can_be_added_as_it_says(
    readme: str, project: Path, tmp_path: Path
) -> None:
    (example,) = (block for block in blocks(readme, "yaml") if "numerator:" in block)
    file = tmp_path / "indicators.yaml"
    file.write_text(text_of(project, "indicators.yaml").rstrip() + "\n" + example, encoding="utf-8")
    before = load_definitions(project / "indicators.yaml").indicators
    after = load_definitions(file).indicators
    assert [name for name in after if name not in before] == ["appraisers_per_10k"]


def test_the_figure_of_the_readme_can_be_added_as_it_says(readme: str, project: Path, tmp_path: Path) -> None:
    (example,) = blocks(readme, "csv")
    for name in ("published_figures.csv", "population_2020.csv"):
        shutil.copy(project / "data" / name, tmp_path)
    file = tmp_path / "published_figures.csv"
    file.write_text(file.read_text(encoding="utf-8").rstrip("\n") + "\n" + example, encoding="utf-8")
    definitions, divisions = load_definitions(project / "indicators.yaml"), load_divisions()
    published = load_published(definitions, divisions, tmp_path)
    assert published.problems == ()
    added = [
        figure
        for figure in published.figures
        if (figure.division, figure.measure, figure.period) == ("520000", "lawyers", Period.parse("2025-12"))
    ]
    assert [(figure.value, figure.qualifier) for figure in added] == [(20000.0, "over")]


def test_pictures_in_the_readme_are_real_and_small(readme: str, project: Path) -> None:
    pictures = re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", readme)
    assert pictures
    for description, address in pictures:
        data = (project / address).read_bytes()
        assert len(description) > 20, "a picture needs a text for those who cannot see it"
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        width, height = struct.unpack(">II", data[16:24])
        assert width >= 1000
        assert height >= 600
        assert len(data) < 250_000


def test_every_decision_says_something(project: Path) -> None:
    text = text_of(project, "docs/decisions.md")
    decisions = re.findall(r"^## (.+)\n+((?:(?!^#).*\n?)+)", text, re.MULTILINE)
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert len(headings) > 10
    assert len(set(headings)) == len(headings)
    assert [title for title, body in decisions if len(body.split()) < 10] == []
    assert [title for title, _ in decisions] == headings


def test_names_that_the_decisions_quote_are_in_the_file_beside_them(project: Path) -> None:
    """“`ENOUGH` in [totals.py](…)”: the file that is linked contains the name."""
    quoted = re.findall(r"`(\w+)` in\s+\[[^\]]+\]\(([^)]+)\)", text_of(project, "docs/decisions.md"))
    assert len(quoted) >= 4
    for name, address in quoted:
        assert re.search(rf"\b{name}\b", (project / "docs" / address).read_text(encoding="utf-8")), name
