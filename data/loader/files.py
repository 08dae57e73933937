"""From a file's bytes to TOML values that know where they stand; what cannot be read is told with what to do."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import tomli

from data.fields.reader import TableReader
from data.loader.reasons import reason
from data.loader.replaced import modernised
from data.positions import Path as KeyPath
from data.positions import key_lines
from data.problems import Report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from data.fields.table import Table

_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""What a file begins with that says how it is encoded, and the codec that reads it."""
_WINDOWS_LETTERS = frozenset("åäöÅÄÖéÉ–—”’…§".encode("cp1252"))
"""Bytes that a Swedish text saved as Windows-1252 has where it is not ASCII."""
_LARGEST = 5_000_000
"""Bytes: twenty times the longest file that anyone has had a use for, and soon read."""
_SAVE_AS_UTF_8 = "Spara om den med teckenkodningen UTF-8."


def read_text(path: Path, name: str, report: Report) -> str | None:
    """Read a file as text, normalised to NFC, or record why that failed.

    UTF-8 is read with and without a byte order mark, UTF-16 with one, as Windows editors save it.
    """
    try:
        if path.stat().st_size > _LARGEST:
            message = f"filen är större än {_LARGEST // 1_000_000} MB. Ta bort det som har hamnat där av misstag."
            report.error(name, 0, message)
            return None
        content = path.read_bytes()
    except FileNotFoundError:
        report.error(name, 0, "filen saknas. Lägg tillbaka den eller återställ den från en säkerhetskopia.")
        return None
    except OSError as error:
        report.error(name, 0, f"filen går inte att läsa ({error.strerror}). Kontrollera filens rättigheter.")
        return None
    if _codec(content) == "utf-8" and _is_unmarked_utf_16(content):
        report.error(name, 0, f"filen är sparad som UTF-16 utan märke i början. {_SAVE_AS_UTF_8}")
        return None
    try:
        return decoded(content)
    except UnicodeDecodeError as error:
        report.error(name, *_undecoded(content, error.start))
    return None


def decoded(content: bytes) -> str:
    """A file's text, normalised to NFC.

    Raises:
        UnicodeDecodeError: It is not in the encoding that its first bytes tell.
    """
    return unicodedata.normalize("NFC", content.decode(_codec(content)))


def _codec(content: bytes) -> str:
    return next((codec for mark, codec in _BYTE_ORDER_MARKS.items() if content.startswith(mark)), "utf-8")


def _is_unmarked_utf_16(content: bytes) -> bool:
    """Whether every other byte of the beginning is zero, as Latin letters are in UTF-16."""
    start = content[:200]
    halves = (start[::2], start[1::2])
    return len(start) >= 2 and any(half.count(0) > len(half) * 3 // 4 for half in halves)  # noqa: PLR2004  (a letter)


def _undecoded(content: bytes, at: int) -> tuple[int, str]:
    """The line and the sentence for bytes that are not what the file is taken to be."""
    if _codec(content) == "utf-16":
        return 0, f"filen är sparad som UTF-16 men är skadad. {_SAVE_AS_UTF_8}"
    line = content.count(b"\n", 0, at) + 1
    if {byte for byte in content if byte >= 0x80} <= _WINDOWS_LETTERS:  # noqa: PLR2004  (what ASCII ends before)
        return line, f"filen är sparad som Windows-1252 (ANSI), inte som UTF-8. {_SAVE_AS_UTF_8}"
    return line, f"filen är inte sparad som UTF-8. {_SAVE_AS_UTF_8}"


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A parsed TOML file that knows on which line everything stands."""

    name: str
    text: str
    values: Mapping[str, object]
    lines: Mapping[KeyPath, int]
    report: Report

    @classmethod
    def read(cls, path: Path, name: str, tables: Sequence[Table[object]], report: Report) -> TomlFile | None:
        """Parse the file, older keys as what they are called now; on a syntax error record the first one.

        Args:
            path: Where it lies.
            name: What messages call it.
            tables: What it may hold.
            report: Where problems are collected.
        """
        text = read_text(path, name, report)
        if text is None:
            return None
        text = text.replace("\r\n", "\n")
        try:
            values, lines = tomli.loads(text), key_lines(text)
        except tomli.TOMLDecodeError as error:
            line, message = reason(error)
            report.error(name, line, message)
        except RecursionError:
            report.error(name, 0, "filen har för många parenteser inuti varandra. Förenkla den.")
        except ValueError:  # Python refuses to read a number of thousands of digits
            report.error(name, 0, "filen har ett tal som är för stort. Skriv det inom citattecken.")
        else:
            if not values:  # a new authority's guidance begins so; a file that lost its content looks alike
                report.warn(name, 0, "filen är tom. Återställ den om något ska stå i den.")
            file = cls(name, text, values, lines, report)
            for change in modernised(values, lines, tables):
                file.tell(change.path, change.message, warning=not change.is_twice)
            return file
        return None

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """Every text of the file, each with where it stands."""
        pending: list[tuple[KeyPath, object]] = [((), self.values)]
        while pending:
            path, value = pending.pop()
            if isinstance(value, str):
                yield path, value
            elif isinstance(value, dict):
                pending += [((*path, str(key)), item) for key, item in value.items()]
            elif isinstance(value, list):
                pending += [((*path, index), item) for index, item in enumerate(value)]

    def line(self, path: KeyPath) -> int:
        """The line of a path, or of the nearest table that holds it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def tell(self, path: KeyPath, message: str, *, warning: bool = False) -> None:
        """Record a problem at a key of this file."""
        tell = self.report.warn if warning else self.report.error
        tell(self.name, self.line(path), message, path)

    @property
    def root(self) -> TableReader:
        """The whole file as a table."""
        return TableReader(self, (), self.values)
