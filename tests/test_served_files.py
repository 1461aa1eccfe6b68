"""Files have an address that changes with their content, and only the meant ones have one."""

import os
from pathlib import Path

import pytest

from atlas.problems import AtlasError
from atlas.served_files import (
    GEO_FOLDER,
    MAP_ASSETS,
    MEDIA_TYPES,
    PAGE_ASSETS,
    compressed,
    content_of,
    find_served,
    served_file,
    served_folders,
)


def test_every_servable_file_is_found_by_its_own_address() -> None:
    found = [
        path for folder in served_folders()[:3] for path in folder.rglob("*") if path.suffix in MEDIA_TYPES
    ]
    assert len(found) > 35
    for path in found:
        _, kind, digest, name = served_file(path).url.split("/", 3)
        assert kind == "files"
        assert len(digest) == 16
        assert find_served(name) == path.resolve()


def test_leaflet_is_served_from_this_machine() -> None:
    assert find_served("leaflet.js") is not None
    assert find_served("leaflet.css") is not None


@pytest.mark.parametrize(
    "name",
    ["../app.py", "/etc/passwd", "divisions.csv", "build.py", "", ".", "..", "provinces", "no.topojson"],
)
def test_no_other_file_is_found(name: str) -> None:
    assert find_served(name) is None


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "served"
    folder.mkdir()
    (tmp_path / "secret.css").write_text("secret")
    (folder / "link.css").symlink_to(tmp_path / "secret.css")
    (folder / "own.css").write_text("own")
    monkeypatch.setattr("atlas.served_files.served_folders", lambda: (folder,))
    assert find_served("link.css") is None
    assert find_served("own.css") == folder / "own.css"


def test_changed_content_has_another_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("atlas.served_files.served_folders", lambda: (tmp_path,))
    path = tmp_path / "map.css"
    path.write_text("a")
    before = served_file(path)
    path.write_text("b")
    os.utime(path, ns=(1, 1))
    after = served_file(path)
    assert before.url != after.url
    assert compressed(path, after.digest) != b""


def test_the_parts_of_a_script_come_as_one_file_with_one_scope() -> None:
    script = MAP_ASSETS / "atlas_map.js"
    content = content_of(script)
    parts = sorted(script.iterdir())
    assert len(parts) > 5
    assert all(part.read_bytes() in content for part in parts)
    assert content.startswith(b"(() => {")
    assert content.count(b'"use strict"') == 1


def test_a_changed_part_changes_the_address_of_the_script(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("atlas.served_files.served_folders", lambda: (tmp_path,))
    script = tmp_path / "map.js"
    script.mkdir()
    (script / "part.js").write_text("a")
    before = served_file(script)
    (script / "part.js").write_text("b")
    os.utime(script / "part.js", ns=(2**62, 2**62))
    assert served_file(script).url != before.url


def test_a_missing_file_is_named_with_the_remedy() -> None:
    with pytest.raises(AtlasError) as raised:
        served_file(GEO_FOLDER / "provinces" / "990000.topojson")
    assert raised.value.problem.fields["file"] == "geo/provinces/990000.topojson"
    assert "geo/build.py" in str(raised.value)


def test_folders_do_not_share_names() -> None:
    names = [
        path.relative_to(folder).as_posix()
        for folder in (GEO_FOLDER, MAP_ASSETS, PAGE_ASSETS)
        for path in folder.rglob("*")
        if path.suffix in MEDIA_TYPES
    ]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("sheet", sorted(PAGE_ASSETS.glob("*.css")), ids=lambda sheet: sheet.name)
def test_no_rule_of_a_stylesheet_is_left_open(sheet: Path) -> None:
    """A brace too many or too few silently puts everything after it under a condition, or out of force."""
    depth = 0
    for number, line in enumerate(sheet.read_text(encoding="utf-8").splitlines(), start=1):
        outside = line.startswith(("@media", "/*", ".", "[", ":root"))
        assert depth == 0 or not outside, f"line {number} stands inside another rule: {line[:60]}"
        depth += line.count("{") - line.count("}")
    assert depth == 0
