"""The project is laid out, installed and run as its README says."""

import ast
import os
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

TOP_LEVEL = ("app.py", "pages", "data", "geo", "indicators.yaml", "requirements.txt", "tests")
TARGETS = ("run", "test", "lint", "catalogue", "geo", "bench", "fault", "demonstration", "clean")
# Needed at run time without an import of ours.
UNIMPORTED = {
    "geopandas": "builds geo/ from its sources",
    "uvicorn": "serves the ASGI app under Streamlit",
    "django-js-lib-leaflet": "Leaflet's files, read as package data",
    "authlib": "signs people in through an identity provider, when Streamlit is asked to",
    "httpx": "with which Authlib asks that provider",
}
PRODUCT = ("app.py", "atlas", "pages")


@pytest.mark.parametrize("name", TOP_LEVEL)
def test_the_required_top_level_is_there(project: Path, name: str) -> None:
    assert (project / name).exists()


@pytest.mark.parametrize("list_name", ["requirements.txt", "requirements-dev.txt", "constraints.txt"])
def test_every_requirement_is_pinned_to_one_version(project: Path, list_name: str) -> None:
    loose = [
        line for line in requirements(project / list_name) if not re.match(r"[\w.\-\[\]]+==[\w.]+$", line)
    ]
    assert loose == []


def test_direct_requirements_agree_with_the_complete_list(project: Path) -> None:
    complete = dict(pin(line) for line in requirements(project / "constraints.txt"))
    direct = [*requirements(project / "requirements.txt"), *requirements(project / "requirements-dev.txt")]
    assert [line for line in direct if complete.get(pin(line)[0]) != pin(line)[1]] == []


def test_the_product_imports_nothing_that_it_does_not_require_and_requires_nothing_unused(
    project: Path,
) -> None:
    required = {pin(line)[0] for line in requirements(project / "requirements.txt")}
    imported = set()
    owners = packages_distributions()
    for name in imported_packages(project) - set(sys.stdlib_module_names) - {"atlas", "pages"}:
        imported |= {canonical(owner) for owner in owners[name]}
    assert sorted(imported - required) == []
    assert sorted(required - imported - UNIMPORTED.keys()) == []


def test_make_alone_prints_every_target_in_both_languages(project: Path) -> None:
    printed = subprocess.run(["make"], cwd=project, capture_output=True, text=True, check=True).stdout
    for target in TARGETS:
        explanation = re.search(rf"^  make {target} +(\S.*)\n +(\S.*)$", printed, re.MULTILINE)
        assert explanation, target
        assert re.search("[一-鿿]", explanation[2]), target


@pytest.mark.parametrize("script", [".ci/run", "tools/make-environment", "tools/find-browser"])
def test_scripts_can_be_run_and_parse(project: Path, script: str) -> None:
    assert os.access(project / script, os.X_OK)
    subprocess.run(["bash", "-n", script], cwd=project, check=True)


def test_an_unsuitable_python_is_refused_with_the_remedy(project: Path, tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    refused = subprocess.run(
        ["/bin/sh", project / "tools/make-environment", tmp_path / "venv"],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert refused.returncode == 1
    assert "apt-get install python3" in refused.stderr
    assert not (tmp_path / "venv").exists()


def test_no_page_is_longer_than_a_screen(project: Path) -> None:
    long = {
        path.name: len(lines(path)) for path in (project / "pages").glob("*.py") if len(lines(path)) >= 40
    }
    assert long == {}


def requirements(path: Path) -> list[str]:
    bare = [line.partition("#")[0].strip() for line in lines(path)]
    return [line for line in bare if line and not line.startswith("-")]


def pin(line: str) -> tuple[str, str]:
    name, _, version = line.partition("==")
    return canonical(name.partition("[")[0]), version


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def imported_packages(project: Path) -> set[str]:
    found: set[str] = set()
    for place in PRODUCT:
        path = project / place
        for source in [path] if path.is_file() else path.rglob("*.py"):
            for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    found |= {alias.name.partition(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module:
                    found.add(node.module.partition(".")[0])
    return found


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()
