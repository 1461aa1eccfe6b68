"""What is served beside the pages: health, files that may be kept for ever, and the read-only API."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from atlas.api.files import FOR_EVER
from atlas.api.server import routes
from atlas.datasets import Dataset
from atlas.divisions import COUNTRY, Level
from atlas.language import LANGUAGES, Language
from atlas.maps.painting import painting
from atlas.periods import LATEST
from atlas.served_files import GEO_FOLDER, MAP_ASSETS, served_file
from atlas.views.cell import cell_of
from atlas.views.choosing import chosen
from atlas.views.map_view import map_view
from atlas.views.selection import Selection, query_of
from atlas.workspace import Workspace

PROVINCES = GEO_FOLDER / "provinces.topojson"
SELECTED = Selection(Dataset.PUBLISHED, COUNTRY, Level.PROVINCE, "lawyers_per_10k", LATEST, "en")


@pytest.fixture(scope="module")
def client(workspace: Workspace) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=routes())) as opened:
        yield opened


def test_health_says_that_everything_is_loaded(client: TestClient) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "problems": []}


def test_a_file_may_be_kept_for_ever_under_the_hash_of_its_content(client: TestClient) -> None:
    answer = client.get(served_file(PROVINCES).url)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == FOR_EVER
    assert "immutable" in FOR_EVER
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.content == PROVINCES.read_bytes()


def test_a_file_travels_compressed_to_those_who_accept_it(client: TestClient) -> None:
    url = served_file(PROVINCES).url
    with client.stream("GET", url, headers={"Accept-Encoding": "gzip"}) as answer:
        assert answer.headers["content-encoding"] == "gzip"
        raw = b"".join(answer.iter_raw())
    assert gzip.decompress(raw) == PROVINCES.read_bytes()
    plain = client.get(url, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.content == PROVINCES.read_bytes()
    assert answer.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"


def test_an_unchanged_file_is_not_sent_again(client: TestClient) -> None:
    url = served_file(PROVINCES).url
    tag = client.get(url).headers["etag"]
    again = client.get(url, headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert again.content == b""
    changed = client.get(url, headers={"If-None-Match": '"0000000000000000"'})
    assert changed.status_code == 200


def test_an_outdated_hash_is_answered_but_not_kept(client: TestClient) -> None:
    answer = client.get("/files/0000000000000000/provinces.topojson")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    "name",
    [
        "../app.py",
        "..%2fapp.py",
        "%2e%2e/%2e%2e/etc/passwd",
        "provinces/../../indicators.yaml",
        "provinces/..%2f..%2fdata/published_figures.csv",
        "//etc/passwd",
        "divisions.csv",
        "build.py",
        "__init__.py",
        "no_such.topojson",
        "provinces",
        "",
        "provinces.topojson%00.css",
    ],
)
def test_no_address_leads_out_of_the_served_folders(client: TestClient, name: str) -> None:
    answer = client.get(f"/files/0/{name}")
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


def test_scripts_and_styles_say_what_they_are(client: TestClient) -> None:
    script = client.get(served_file(MAP_ASSETS / "atlas_map.js").url)
    style = client.get(served_file(MAP_ASSETS / "atlas_map.css").url)
    assert script.headers["content-type"].startswith("text/javascript")
    assert style.headers["content-type"].startswith("text/css")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_api_gives_every_unit_the_value_that_the_page_shows(
    client: TestClient, workspace: Workspace, lang: str
) -> None:
    view = map_view(workspace, SELECTED)
    query = query_of(SELECTED.with_(lang=lang), workspace)
    for unit in view.units:
        shown = cell_of(workspace, view, unit.division.code, Language(lang))
        answer = client.get("/api/v1/cell", params={**query, "unit": unit.division.code})
        assert answer.status_code == 200
        assert answer.json() == shown.as_json()


@pytest.mark.parametrize(
    "unit",
    ["999999", "520100", "<script>"],
)
def test_a_unit_that_the_view_does_not_draw_is_a_sentence(client: TestClient, unit: str) -> None:
    answer = client.get("/api/v1/cell", params={"unit": unit, "lang": "en"})
    assert answer.status_code == 200
    assert answer.json()["value"] == ""
    assert unit in answer.json()["lines"][0]
    assert answer.headers["content-type"].startswith("application/json")


def test_a_dataset_that_has_not_been_made_is_a_sentence(
    client: TestClient, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = Workspace(workspace.divisions, workspace.definitions, tmp_path, ())
    monkeypatch.setattr("atlas.api.read.open_workspace", lambda: bare)
    answer = client.get("/api/v1/cell", params={"unit": "520000", "dataset": "demonstration", "lang": "en"})
    assert answer.status_code == 200
    assert "make demonstration" in answer.json()["lines"][0]


def test_the_api_cannot_be_written_to(client: TestClient) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert client.request(method, "/api/v1/cell", params={"unit": "520000"}).status_code == 405


def test_a_question_without_a_unit_is_refused(client: TestClient) -> None:
    assert client.get("/api/v1/cell").status_code == 422


CHOICES = [
    (
        {"next_division": "520000"},
        {"division": "520000"},
        "a click looks into a province, at its first level",
    ),
    ({"next_division": "460321"}, {"division": "460302"}, "an older code leads where the newer one does"),
    ({"next_indicator": "lawyers"}, {"indicator": "lawyers"}, "another indicator at a period it has"),
    ({}, {}, "no choice: the view itself"),
]


@pytest.mark.parametrize(("asked", "changes", "_reason"), CHOICES)
def test_the_painting_after_a_choice_is_the_one_the_page_will_send(
    client: TestClient, workspace: Workspace, asked: dict[str, str], changes: dict[str, str], _reason: str
) -> None:
    answer = client.get("/api/v1/painting", params={**query_of(SELECTED, workspace), **asked})
    selection = chosen(workspace, SELECTED, **changes) if changes else SELECTED
    expected = painting(workspace, map_view(workspace, selection), Language("en")).message()
    assert answer.json() == json.loads(json.dumps(expected))


def test_a_choice_that_leads_nowhere_paints_nothing(client: TestClient) -> None:
    answer = client.get("/api/v1/painting", params={"next_division": "999999"})
    assert answer.status_code == 404
    assert "999999" in answer.json()["problems"][0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_indicator_is_found_by_the_name_its_readers_see(
    client: TestClient, workspace: Workspace, lang: str
) -> None:
    found = client.get("/api/v1/indicators", params={"lang": lang}).json()
    assert sorted(found.values()) == sorted(workspace.definitions.indicators)
    lawyers = workspace.definitions.indicators["lawyers"]
    assert found[Language(lang).name(lawyers.name)] == "lawyers"


def test_a_cell_is_answered_as_it_was_known_on_the_day_of_the_link(client: TestClient) -> None:
    query = {"unit": "630000", "indicator": "lawyers_per_10k", "lang": "en"}
    now = client.get("/api/v1/cell", params=query).json()
    then = client.get("/api/v1/cell", params={**query, "known": "2020-01-01"}).json()
    assert now["value"].startswith("3.78")
    assert (then["value"], then["lines"]) == ("no data", ["As known on 1 January 2020."])
