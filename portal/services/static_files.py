"""Static files: a hash in each name, compressed once when the server starts (`portal.web.static`)."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}
_HASH_LENGTH = 12
_UNSENT = {
    ".js": re.compile(rb"^[ \t]*(?://.*\n|(?=\S))", re.MULTILINE),
    ".css": re.compile(rb"/\*.*?\*/|^[ \t]+", re.MULTILINE | re.DOTALL),
}
"""What is for who reads the source alone: whole lines of comment, and what lines are indented by."""


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file as it is sent: as it is, and compressed."""

    body: bytes
    compressed: bytes
    content_type: str


class StaticFiles:
    """The files of a folder by their hashed names."""

    def __init__(self, folder: Path) -> None:
        """Read, hash and compress every file."""
        self._files: dict[str, StaticFile] = {}
        self._names: dict[str, str] = {}
        for path in sorted(folder.iterdir()):
            body = sent(path)
            hashed = f"{path.stem}.{hashlib.sha256(body).hexdigest()[:_HASH_LENGTH]}{path.suffix}"
            guessed = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            self._files[hashed] = StaticFile(body, gzip.compress(body, 9, mtime=0), guessed)
            self._names[path.name] = hashed

    def url(self, name: str) -> str:
        """The address of a file by its plain name."""
        return f"/static/{self._names[name]}"

    def get(self, hashed: str) -> StaticFile | None:
        """A file by its hashed name."""
        return self._files.get(hashed)


def sent(path: Path) -> bytes:
    """A file as visitors need it, a fifth lighter than its source; what comes from others stays as it is."""
    unsent = None if ".min" in path.suffixes else _UNSENT.get(path.suffix)
    return unsent.sub(b"", path.read_bytes()) if unsent else path.read_bytes()
