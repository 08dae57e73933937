"""Generations: whole indexes in folders of their own, and a link to the one that is current.

``<root>/<digest>/`` holds a manifest, the descriptions, the Whoosh index and what else its readers need. A new
generation is built under a temporary name, verified, renamed, and only then does ``<root>/current`` point to it,
so that no reader ever sees half of one. See docs/decisions/0004-generations.md.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import tempfile
import time
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORMAT = 2
"""Raised when the layout of a generation changes; another format is rebuilt, never guessed at."""

MANIFEST = "manifest.json"
CURRENT = "current"
KEPT = 2
_BUILDING = ".building-"
_LOCK = ".lock"
_CHUNK = 1 << 20
_LOOK_EVERY = 0.2
"""Seconds between looks at a lock that another builder has."""


class Manifest(msgspec.Struct, frozen=True):
    """What a generation was made of, and a SHA-256 for each of its files."""

    format: int
    digest: str
    input: str
    analyser: str
    authorities: tuple[str, ...]
    entries: int
    files: dict[str, str]


class GenerationError(Exception):
    """A generation cannot be used; the message, in Swedish, says why and what to do."""


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file, as hexadecimal digits."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def file_digests(folder: Path) -> dict[str, str]:
    """SHA-256 of every file below a folder, by relative path; the manifest itself left out."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): file_sha256(path) for path in paths}


def read_manifest(folder: Path) -> Manifest:
    """Read a generation's manifest.

    Raises:
        GenerationError: It is missing, damaged, or of another format.
    """
    try:
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError, msgspec.ValidationError) as error:
        message = f"Indexet {folder.name} saknar ett läsbart manifest. Kör: vagvisaren index"
        raise GenerationError(message) from error
    if manifest.format != FORMAT:
        message = (
            f"Indexet {folder.name} har format {manifest.format}, men programmet läser {FORMAT}. Kör: vagvisaren index"
        )
        raise GenerationError(message)
    return manifest


def verify(folder: Path) -> Manifest:
    """Read the manifest and compare every file with its checksum.

    Raises:
        GenerationError: Something is missing, added or changed.
    """
    manifest = read_manifest(folder)
    found = file_digests(folder)
    for name in sorted(manifest.files.keys() | found.keys()):
        if manifest.files.get(name) != found.get(name):
            message = f"Filen {name} i indexet {folder.name} är skadad eller utbytt. Kör: vagvisaren index"
            raise GenerationError(message)
    return manifest


def current(root: Path) -> Path | None:
    """The real path of the current generation, or None before the first build."""
    link = root / CURRENT
    return link.resolve() if link.is_dir() else None


@contextmanager
def building(root: Path, patience: float = 0.0) -> Iterator[Path]:
    """A temporary folder to build in, under the builders' lock; removed if it is still there after.

    Args:
        root: Where generations lie.
        patience: Seconds to wait for another builder to finish.

    Raises:
        GenerationError: Another builder is at work, and was still when patience ended.
    """
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (root / _LOCK).open("w") as lock:
        _take(lock, patience)
        for leftover in root.glob(f"{_BUILDING}*"):
            _remove(leftover)
        folder = root / tempfile.mkdtemp(prefix=_BUILDING, dir=root)
        try:
            yield folder
        finally:
            if folder.exists():
                _remove(folder)


def _take(lock: IO[str], patience: float) -> None:
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if patience <= 0:
                message = "Ett annat bygge av indexet pågår. Vänta tills det är klart och försök igen."
                raise GenerationError(message) from error
            time.sleep(_LOOK_EVERY)
            patience -= _LOOK_EVERY
        else:
            return


def publish(root: Path, folder: Path, digest: str) -> Path:
    """Give a finished folder its name, point ``current`` at it, and drop all but the newest two.

    Call it inside `building`. A folder that already has the name, but is damaged, is replaced.
    """
    target = root / digest
    if folder != target:
        if target.exists():
            target.rename(folder.with_name(f"{folder.name}-replaced"))
        _sync(folder)
        folder.rename(target)
    link = root / f"{_BUILDING}link"
    link.unlink(missing_ok=True)
    link.symlink_to(digest, target_is_directory=True)
    link.replace(root / CURRENT)
    target.touch()
    _sync(root)
    for old in _generations(root)[KEPT:]:
        _remove(old)
    for leftover in root.glob(f"{_BUILDING}*-replaced"):
        _remove(leftover)
    return target


def _generations(root: Path) -> list[Path]:
    """Generations, the newest first; the current one always counts as newest."""
    folders = [
        path for path in root.iterdir() if path.is_dir() and not path.is_symlink() and not path.name.startswith(".")
    ]
    now = current(root)
    return sorted(folders, key=lambda path: (path == now, path.stat().st_mtime_ns), reverse=True)


def _sync(folder: Path) -> None:
    """Make sure that names and contents are on disk before anything points at them."""
    for path in (
        [*(item for item in folder.rglob("*") if not item.is_symlink()), folder]
        if folder.name.startswith(".")
        else [folder]
    ):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
