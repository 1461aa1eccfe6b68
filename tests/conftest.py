"""What every test may ask for. No test reads or writes the databases in data/."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from atlas.datasets import Dataset
from atlas.demonstration import make_demonstration
from atlas.ingest.published import load_published
from atlas.workspace import Workspace, open_workspace
from tests.ingest.provinces import only

# Two municipalities, an island with cities that have no counties, recoded counties, and many townships.
DEMONSTRATED = ("110000", "310000", "460000", "540000", "640000")
# The same examples on every machine; a slow one is no fault.
settings.register_profile("atlas", derandomize=True, deadline=None)
settings.load_profile("atlas")
PROJECT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's folder."""
    return PROJECT


@pytest.fixture(scope="session", autouse=True)
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder where the databases of this run live, instead of data/."""
    folder = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATLAS_DATA_FOLDER", str(folder))
        yield folder


@pytest.fixture
def access_file(data_folder: Path) -> Iterator[Callable[[str], None]]:
    """Writes the access file of this run, which goes away after the test: `private_machine: true`, say."""

    def write(text: str) -> None:
        data_folder.joinpath("access.yaml").write_text(text, encoding="utf-8")

    yield write
    for name in ("access.yaml", "accounts.json"):
        data_folder.joinpath(name).unlink(missing_ok=True)


@pytest.fixture(scope="session")
def workspace(data_folder: Path) -> Workspace:
    """What the pages work with: the real register, definitions and published figures."""
    return open_workspace()


@pytest.fixture(scope="session")
def demonstration(workspace: Workspace) -> Workspace:
    """The same, with invented figures for a few provinces."""
    published = load_published(workspace.definitions, workspace.divisions)
    tree = only(*DEMONSTRATED)
    make_demonstration(workspace.database(Dataset.DEMONSTRATION), tree, workspace.definitions, published)
    return workspace
