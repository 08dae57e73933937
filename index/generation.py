"""Generations: whole indexes in folders of their own, and a link to the one that is current.

``<root>/<digest>/`` holds a manifest, the descriptions, the Whoosh index and what else its readers need. A new
generation is built under a temporary name, verified, renamed, and only then does ``<root>/current`` point to it,
so that no reader ever sees half of one. See docs/decisions/0004-generations.md and 0019-rollback.md.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import tempfile
import time
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

import msgspec

from index import history, refusal
from index.trusted import distrusted, first_distrusted, for_us_alone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORMAT = 11
"""Raised when the layout of a generation changes; another format is rebuilt, never guessed at."""

WHOOSH = "whoosh"
ARRAYS = "arrays"
DESCRIPTIONS = "descriptions"
"""Folders of a generation: the Whoosh index, what is laid out from it, and the descriptions as JSON."""
PLACE, LOGO = "place.json", "logo"
"""The file that says whose portal it is, and its logo, where it has one."""

MANIFEST = "manifest.json"
CURRENT = "current"
KEPT = 2
_BUILDING = ".building-"
_ROLLED_BACK = ".rolled-back"
"""Names the input that was rolled back from: a start of the server does not publish that again. A link that leads
nowhere, since a link is made whole or not at all."""
_LOCK = ".lock"
_LOOK_EVERY = 0.2
"""Seconds between looks at a lock that another builder has."""


class Manifest(msgspec.Struct, frozen=True):
    """What a generation was made of, a SHA-256 for each of its files, and one for the manifest itself."""

    format: int
    digest: str
    input: str
    analyser: str
    authorities: tuple[str, ...]
    entries: int
    files: dict[str, str]
    seal: str = ""

    def sealed(self) -> Manifest:
        """The manifest with the checksum of all else that it says."""
        written = msgspec.json.encode(msgspec.structs.replace(self, seal=""))
        return msgspec.structs.replace(self, seal=hashlib.sha256(written).hexdigest())


class _Format(msgspec.Struct, frozen=True):
    """All that can be read of a manifest of any format."""

    format: int


class GenerationError(Exception):
    """A generation cannot be used; the message, in Swedish, says why and what to do."""


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file, as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def file_digests(folder: Path) -> dict[str, str]:
    """SHA-256 of every file below a folder, by relative path; the manifest itself left out."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): file_sha256(path) for path in paths}


def read_manifest(folder: Path) -> Manifest:
    """Read a generation's manifest.

    Raises:
        GenerationError: It is missing, damaged, or of another format.
    """
    unreadable = f"Indexet {folder.name} saknar ett läsbart manifest. Kör: vagvisaren index"
    try:
        written = (folder / MANIFEST).read_bytes()
        written_format = msgspec.json.decode(written, type=_Format).format
        manifest = msgspec.json.decode(written, type=Manifest) if written_format == FORMAT else None
    except (OSError, UnicodeDecodeError, msgspec.DecodeError) as error:
        raise GenerationError(unreadable) from error
    if manifest:
        if manifest != manifest.sealed():
            raise GenerationError(unreadable)
        return manifest
    reads = f"men programmet läser format {FORMAT}. Kör: vagvisaren index"
    if written_format < FORMAT:
        raise GenerationError(f"Indexet {folder.name} har det äldre formatet {written_format}, {reads}")
    raise GenerationError(
        f"Indexet {folder.name} har det nyare formatet {written_format}, {reads} (eller uppgradera programmet)"
    )


def verify(folder: Path) -> Manifest:
    """Read the manifest and compare every file with its checksum.

    Raises:
        GenerationError: Something is missing, added or changed, or others may change it.
    """
    folder = folder.resolve()
    manifest = read_manifest(folder)
    check_trusted(folder.parent)
    try:
        if reason := first_distrusted(folder):
            raise GenerationError(reason)
        digests = file_digests(folder)
    except OSError as error:
        raise GenerationError(f"Indexet {folder.name} går inte att läsa ({error.strerror}).") from error
    for name in sorted(manifest.files.keys() | digests.keys()):
        if manifest.files.get(name) != digests.get(name):
            message = f"Filen {name} i indexet {folder.name} är skadad eller utbytt. Kör: vagvisaren index"
            raise GenerationError(message)
    return manifest


def is_whole(folder: Path) -> bool:
    """Whether a generation is there, and can be used."""
    try:
        verify(folder)
    except (GenerationError, OSError):
        return False
    return True


def check_trusted(folder: Path) -> None:
    """Refuse a folder of generations in which others may write.

    Raises:
        GenerationError: Others than the program's own user and root may.
    """
    if reason := distrusted(folder.resolve()):
        raise GenerationError(reason)


def current(root: Path) -> Path | None:
    """The real path of the current generation, or None before the first build."""
    link = root / CURRENT
    return link.resolve() if link.is_dir() else None


def others(root: Path) -> list[Path]:
    """Generations that are not current, the last to be published first; whole or not."""
    now = current(root)
    folders = (path for path in root.iterdir() if path.is_dir() and not path.is_symlink())
    older = (path for path in folders if path.name[0] != "." and path.resolve() != now)
    return history.newest_first(root, older)


@contextmanager
def building(root: Path, patience: float = 0.0) -> Iterator[Path]:
    """A temporary folder to build in, under the builders' lock; removed if it is still there after.

    Args:
        root: Where generations lie.
        patience: Seconds to wait for another builder to finish.

    Raises:
        GenerationError: Another builder is at work, and was still when patience ended; or others may write here.
    """
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    check_trusted(root)
    with (root / _LOCK).open("w") as lock, for_us_alone():
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
    """Give a finished folder its name, point ``current`` at it, and drop all but two.

    Call it inside `building`. A folder that already has the name, but is damaged, is replaced. A rollback is over
    with it.
    """
    target = root / digest
    if folder != target:
        if target.exists():
            target.rename(folder.with_name(f"{folder.name}-replaced"))
        _sync(folder)
        folder.rename(target)
    before = current(root)
    # Before the switch: were it left behind by a builder killed here, this input could not be gone back to.
    (root / _ROLLED_BACK).unlink(missing_ok=True)
    history.record(root, digest, before)  # before the switch too: what is current was published last, at every moment
    refusal.forget(root)
    _switch(root, digest)
    _sync(root)
    # Of the rest, one that can be gone back to; rather the one that served until now, which a worker may be opening.
    spare = sorted(others(root), key=lambda path: (is_whole(path), path.resolve() == before), reverse=True)
    for old in spare[KEPT - 1 :]:
        _remove(old)
    for leftover in root.glob(f"{_BUILDING}*-replaced"):
        _remove(leftover)
    return target


def rollback(root: Path, patience: float = 0.0) -> Path:
    """Make the newest whole generation that is older than the current one current, and remember it.

    Returns:
        The folder of the generation that is current now.

    Raises:
        GenerationError: There is none, or another builder is at work.
    """
    with building(root, patience):
        now = current(root)
        older = history.older(root, others(root), now)
        target = next((path for path in older if is_whole(path)), None)
        if target is None:
            raise GenerationError("Det finns inget äldre helt index att gå tillbaka till.")
        with suppress(GenerationError):  # a damaged one is not remembered: a start of the server may mend it
            if now:
                # Before the switch: a start of the server must not undo it, wherever we are killed.
                left = read_manifest(now).input
                (root / _ROLLED_BACK).unlink(missing_ok=True)
                (root / _ROLLED_BACK).symlink_to(left)
        _switch(root, target.name)
        _sync(root)
        return target


def rolled_back(root: Path) -> str:
    """The digest of the input that was rolled back from; empty where there is no rollback in force."""
    try:
        return str((root / _ROLLED_BACK).readlink())
    except OSError:
        return ""


def _switch(root: Path, digest: str) -> None:
    link = root / f"{_BUILDING}link"
    link.unlink(missing_ok=True)
    link.symlink_to(digest, target_is_directory=True)
    link.replace(root / CURRENT)


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
