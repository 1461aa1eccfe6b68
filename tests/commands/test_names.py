"""What was taught is listed and forgotten at the command line."""

import pytest

from atlas.access import SYSTEM
from atlas.datasets import Dataset
from atlas.workspace import Workspace
from tests.commands.conftest import Run


@pytest.fixture
def taught(work: Workspace) -> Workspace:
    store = work.store(Dataset.DEMONSTRATION)
    store.teach("column", "女律师", "lawyers", SYSTEM)
    store.teach("division", "云岩", "520103", SYSTEM)
    return work


def test_where_nothing_was_taught_the_list_says_so(run: Run) -> None:
    assert "Nobody has taught a name yet." in run("names").out


def test_the_list_tells_what_each_name_stands_for_and_who_taught_it(taught: Workspace, run: Run) -> None:
    said = run("names")
    assert said.code == 0
    for part in ("女律师", "Lawyers", "云岩", "Yunyan District", "atlas"):
        assert part in said.out
    listed = run("names", "--json").document["names"]
    assert [(each["kind"], each["target"], each["by"]) for each in listed] == [
        ("division", "520103", "atlas"),
        ("column", "lawyers", "atlas"),
    ]


def test_a_name_is_forgotten_however_it_is_written(taught: Workspace, run: Run) -> None:
    said = run("names", "--forget", " 女 律师", "--json")
    assert (said.code, said.document["forgotten"]) == (0, ["女律师"])
    assert taught.store(Dataset.DEMONSTRATION).aliases().columns == {}


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--forget", "冀"], "nobody taught it"),
        (["--forget", "云岩", "--kind", "column"], "it is a division"),
    ],
)
def test_a_name_that_nobody_taught_cannot_be_forgotten(
    taught: Workspace, run: Run, arguments: list[str], reason: str
) -> None:
    said = run("names", *arguments, "--json")
    assert said.code == 2, reason
    assert said.document["problems"][0]["id"] == "name_not_taught", reason
    assert len(taught.store(Dataset.DEMONSTRATION).taught()) == 2, reason
