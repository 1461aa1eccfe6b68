"""Files a browser fetches by URL: the URL carries a hash of the content, so it may be kept for ever."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from atlas.problems import AtlasError, Problem

PROJECT_FOLDER = Path(__file__).resolve().parent.parent
GEO_FOLDER = PROJECT_FOLDER / "geo"
MAP_ASSETS = PROJECT_FOLDER / "atlas" / "maps" / "assets"
PAGE_ASSETS = PROJECT_FOLDER / "atlas" / "ui" / "assets"
MEDIA_TYPES = {
    ".topojson": "application/json",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class ServedFile:
    """A file and the address under which its present content is served."""

    path: Path
    url: str
    digest: str
    modified: int


def served_file(path: Path) -> ServedFile:
    """Hash `path` (again only when it has changed).

    Raises:
        AtlasError: `missing_geography`, naming the file.
    """
    try:
        return _hashed(path, max(each.stat().st_mtime_ns for each in (path, *_parts(path))))
    except OSError as error:
        raise AtlasError(Problem("missing_geography", {"file": _shown(path)})) from error


def content_of(path: Path) -> bytes:
    """What is served for `path`.

    A folder with the name of a script is one script to the browser, which would otherwise wait for each part
    in turn: its parts share one scope, in the order of their names. While a part is read it may use its own
    names only.
    """
    if not path.is_dir():
        return path.read_bytes()
    parts = b"\n".join(part.read_bytes() for part in _parts(path))
    return b'(() => {\n"use strict";\n' + parts + b"})();\n"


def _parts(path: Path) -> list[Path]:
    return sorted(path.glob("*.js"))


@lru_cache(maxsize=256)
def _hashed(path: Path, modified: int) -> ServedFile:
    digest = hashlib.sha256(content_of(path)).hexdigest()[:16]
    return ServedFile(path, f"/files/{digest}/{served_name(path)}", digest, modified)


def served_name(path: Path) -> str:
    """The name of a file in its address: its place below its own folder."""
    for folder in served_folders():
        if path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    raise ValueError(path)


@lru_cache(maxsize=1)
def served_folders() -> tuple[Path, ...]:
    """The only folders from which files are served: boundaries, the atlas's own assets, Leaflet."""
    spec = find_spec("js_lib_leaflet")
    if spec is None or spec.origin is None:
        raise AtlasError(Problem("missing_package", {"package": "django-js-lib-leaflet"}))
    leaflet = Path(spec.origin).resolve().parent / "static" / "js_lib_leaflet"
    return (GEO_FOLDER, MAP_ASSETS, PAGE_ASSETS, leaflet)


def find_served(name: str) -> Path | None:
    """The file behind a served name, or None: names never lead out of the served folders."""
    if "\0" in name:
        return None
    for folder in served_folders():
        path = (folder / name).resolve()
        if path.is_relative_to(folder.resolve()) and path.suffix in MEDIA_TYPES and path.exists():
            return path
    return None


@lru_cache(maxsize=256)
def compressed(path: Path, _digest: str) -> bytes:
    """The gzip form of a file's content, kept as long as its hash is in use."""
    return gzip.compress(content_of(path), 9, mtime=0)


def _shown(path: Path) -> str:
    return path.relative_to(PROJECT_FOLDER).as_posix() if path.is_relative_to(PROJECT_FOLDER) else path.name
