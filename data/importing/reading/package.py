"""A file that is a zip of parts, opened so that none can be larger than a text, whatever the file says of itself."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from data.importing.blocks import CannotRead
from data.importing.reading.markup import DAMAGED

if TYPE_CHECKING:
    from collections.abc import Callable

_LARGEST = 24 * 2**20
"""Bytes that a part with text may be, unpacked: 90 pages of tables are 5 MB."""
_DIRECTORY = 2 * 2**20
"""Bytes that the list of parts may be: a file with a thousand pictures has 100 kB."""
_CHUNK = 2**20
_PLAIN_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1

PROTECTED = (
    "Filen är skyddad med lösenord; öppna den, ta bort lösenordet (i Word: Arkiv, Information, Skydda dokument), "
    "spara den och försök igen."
)
_TOO_LARGE = (
    "Filen blir orimligt stor när den packas upp, så den är ingen vanlig text; "
    "kopiera texten till ett nytt dokument, spara det och försök med det."
)
_UNUSUAL = (
    "Filen är packad på ett sätt som ordbehandlingsprogram inte använder; "
    "öppna den i Word eller LibreOffice, spara den på nytt och försök igen."
)


class Package:
    """The parts of a file, by name without regard to case, as the formats say."""

    def __init__(self, data: bytes) -> None:
        """Read the list of parts.

        Args:
            data: The whole file.

        Raises:
            CannotRead: If it is no whole zip, or its list is longer than that of any text.
        """
        if _length_of_directory(data) > _DIRECTORY:
            raise CannotRead(_TOO_LARGE)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise CannotRead(DAMAGED) from error
        self._parts = {info.filename.lower().lstrip("/"): info for info in self._zip.infolist()}

    @property
    def names(self) -> tuple[str, ...]:
        """The parts' names, in small letters."""
        return tuple(self._parts)

    def __contains__(self, name: str) -> bool:
        return name.lower().lstrip("/") in self._parts

    def read(self, name: str, progress: Callable[[], None] = lambda: None) -> bytes:
        """Unpack a part; empty where there is none.

        Args:
            name: Its name.
            progress: Told now and then that it goes forward.

        Raises:
            CannotRead: If it is damaged, encrypted, or larger than a text is.
        """
        info = self._parts.get(name.lower().lstrip("/"))
        if info is None:
            return b""
        if info.flag_bits & _ENCRYPTED:
            raise CannotRead(PROTECTED)
        if info.compress_type not in _PLAIN_METHODS:
            raise CannotRead(_UNUSUAL)
        if info.file_size > _LARGEST:
            raise CannotRead(_TOO_LARGE)
        try:
            return self._unpacked(info, progress)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
            raise CannotRead(DAMAGED) from error

    def _unpacked(self, info: zipfile.ZipInfo, progress: Callable[[], None]) -> bytes:
        whole = bytearray()
        with self._zip.open(info) as part:
            while chunk := part.read(_CHUNK):
                whole += chunk
                if len(whole) > _LARGEST:
                    raise CannotRead(_TOO_LARGE)
                progress()
        return bytes(whole)


def _length_of_directory(data: bytes) -> int:
    """How long the file says that its list of parts is, before anything believes it; 0 where it does not say."""
    at = data.rfind(b"PK\x05\x06", max(0, len(data) - 22 - 0xFFFF))
    if at < 0 or len(data) < at + 22:
        return 0
    return int(struct.unpack_from("<I", data, at + 12)[0])
