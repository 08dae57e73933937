"""Static files: a hash in each name, compressed once when the server starts, kept for ever by browsers."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Blueprint, Response, current_app, request

from portal.web.request_error import RequestError

if TYPE_CHECKING:
    from pathlib import Path

static = Blueprint("static_files", __name__)

_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}
_FOR_EVER = "public, max-age=31536000, immutable"
_HASH_LENGTH = 12


@dataclass(frozen=True, slots=True)
class _File:
    body: bytes
    compressed: bytes
    content_type: str


class StaticFiles:
    """The files of a folder by their hashed names."""

    def __init__(self, folder: Path) -> None:
        """Read, hash and compress every file."""
        self._files: dict[str, _File] = {}
        self._names: dict[str, str] = {}
        for path in sorted(folder.iterdir()):
            body = path.read_bytes()
            hashed = f"{path.stem}.{hashlib.sha256(body).hexdigest()[:_HASH_LENGTH]}{path.suffix}"
            guessed = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            self._files[hashed] = _File(body, gzip.compress(body, 9, mtime=0), guessed)
            self._names[path.name] = hashed

    def url(self, name: str) -> str:
        """The address of a file by its plain name."""
        return f"/static/{self._names[name]}"

    def get(self, hashed: str) -> _File | None:
        """A file by its hashed name."""
        return self._files.get(hashed)

    @property
    def digest(self) -> str:
        """Changes with any file."""
        return hashlib.sha256("".join(sorted(self._files)).encode()).hexdigest()


@static.get("/static/<name>")
def serve(name: str) -> Response:
    """A static file, compressed where the browser takes it."""
    files: StaticFiles = current_app.extensions["static_files"]
    file = files.get(name)
    if file is None:
        raise RequestError(HTTPStatus.NOT_FOUND)
    compress = request.accept_encodings.quality("gzip") > 0 and len(file.compressed) < len(file.body)
    response = Response(file.compressed if compress else file.body, content_type=file.content_type)
    if compress:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = _FOR_EVER
    return response
