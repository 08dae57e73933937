"""Reading typed values from TOML tables, recording every problem with its line."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import tomli

from data.positions import Path as KeyPath
from data.positions import key_lines
from data.problems import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Choice = TypeVar("Choice")
Record = TypeVar("Record")

MAX_INTEGER = 9999
"""No chapter, paragraph or point has a higher number."""

_KINDS = {
    str: "en text inom citattecken",
    list: "en lista inom hakparenteser",
    bool: "true eller false",
    int: "ett heltal",
}


def read_text(path: Path, name: str, report: Report) -> str | None:
    """Read a UTF-8 file and normalise it to NFC, or record why that failed."""
    try:
        return unicodedata.normalize("NFC", path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        report.error(name, 0, "filen saknas. Lägg tillbaka den eller återställ den från en säkerhetskopia.")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        report.error(name, line, "filen är inte sparad som UTF-8. Spara om den med teckenkodningen UTF-8.")
    except OSError as error:
        report.error(name, 0, f"filen går inte att läsa ({error.strerror}). Kontrollera filens rättigheter.")
    return None


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A parsed TOML file that knows on which line everything stands."""

    name: str
    text: str
    values: Mapping[str, object]
    lines: Mapping[KeyPath, int]
    report: Report

    @classmethod
    def read(cls, path: Path, name: str, report: Report) -> TomlFile | None:
        """Parse the file; on a syntax error record the first one and return None."""
        text = read_text(path, name, report)
        if text is None:
            return None
        text = text.replace("\r\n", "\n")
        try:
            return cls(name, text, tomli.loads(text), key_lines(text), report)
        except tomli.TOMLDecodeError as error:
            report.error(
                name,
                error.lineno,
                f"filen går inte att tolka här (kolumn {error.colno}: {error.msg}). "
                "Kontrollera citattecken, hakparenteser och att namnet inte redan finns ovanför.",
            )
        except RecursionError:
            report.error(name, 0, "filen har för många parenteser inuti varandra. Förenkla den.")
        except ValueError:  # Python refuses to read a number of thousands of digits
            report.error(name, 0, "filen har ett tal som är för stort. Skriv det inom citattecken.")
        return None

    def line(self, path: KeyPath) -> int:
        """The line of a path, or of the nearest table that holds it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    @property
    def root(self) -> TableReader:
        """The whole file as a table."""
        return TableReader(self, (), self.values)


class TableReader:
    """Takes keys out of one table, one by one; what is left at `finish` is an unknown key."""

    def __init__(self, file: TomlFile, path: KeyPath, values: Mapping[str, object]) -> None:
        """Read from `values`, which stand at `path` in `file`."""
        self.file = file
        self.path = path
        self._values = values
        self._taken: set[str] = set()

    @property
    def id(self) -> str:
        """The table's own name: the last part of its header."""
        return str(self.path[-1]) if self.path else ""

    @property
    def line(self) -> int:
        """The line of the table's header."""
        return self.file.line(self.path)

    def error(self, message: str, *keys: str | int) -> None:
        """Record a problem at a key of this table, or at the table itself."""
        self.file.report.error(self.file.name, self.file.line((*self.path, *keys)), message)

    def _take(self, key: str, kind: type[Choice], *, required: bool) -> Choice | None:
        self._taken.add(key)
        if key not in self._values:
            if required:
                self.error(f"[{self._header}] saknar nyckeln {key}. Lägg till den.")
            return None
        value = self._values[key]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            self.error(f"{key} i [{self._header}] ska vara {_KINDS[kind]}.", key)
            return None
        return value

    @property
    def _header(self) -> str:
        return ".".join(map(str, self.path)) or self.file.name

    def string(self, key: str, *, required: bool = False) -> str:
        """A string, stripped; empty where it is absent. A required one may not be empty."""
        value = (self._take(key, str, required=required) or "").strip()
        if required and not value and isinstance(self._values.get(key), str):
            self.error(f"{key} i [{self._header}] är tom. Fyll i den.", key)
        return value

    def strings(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of strings, stripped; empty where it is absent."""
        values = self._take(key, list, required=required)
        texts: list[str] = []
        for index, value in enumerate(values or []):
            if isinstance(value, str) and value.strip():
                texts.append(value.strip())
            else:
                self.error(f"{key} i [{self._header}] ska bara innehålla texter som inte är tomma.", key, index)
        if required and values == []:
            self.error(f"{key} i [{self._header}] är tom. Fyll i minst ett värde.", key)
        return tuple(texts)

    def integer(self, key: str, *, required: bool = False) -> int:
        """A whole number; 0 where it is absent."""
        value = self._take(key, int, required=required) or 0
        if not 0 <= value <= MAX_INTEGER:
            self.error(f"{key} i [{self._header}] ska vara ett heltal från 0 till {MAX_INTEGER}.", key)
            return 0
        return value

    def boolean(self, key: str, *, default: bool) -> bool:
        """True or false."""
        value = self._take(key, bool, required=False)
        return default if value is None else value

    def choice(self, key: str, values: Mapping[str, Choice], default: Choice, *, required: bool = False) -> Choice:
        """One of the Swedish values in `values`, as its English counterpart."""
        text = self.string(key, required=required)
        if text and text not in values:
            self.error(f"{key} i [{self._header}] är ”{text}” men ska vara ett av: {', '.join(values)}.", key)
        return values.get(text, default)

    def table(self, key: str, *, required: bool = False) -> TableReader | None:
        """A table inside this one."""
        self._taken.add(key)
        value = self._values.get(key)
        if isinstance(value, dict):
            return TableReader(self.file, (*self.path, key), value)
        if value is not None:
            self.error(
                f"{key} ska vara en tabell: skriv [{'.'.join(map(str, (*self.path, key)))}] på en egen rad.",
                key,
            )
        elif required:
            self.error(f"tabellen [{'.'.join(map(str, (*self.path, key)))}] saknas. Lägg till den.")
        return None

    def tables(self, key: str) -> Iterator[TableReader]:
        """The id-keyed tables under `key`, in the order of the file."""
        holder = self.table(key)
        for name in holder._values if holder else ():  # noqa: SLF001  (same class)
            if table := holder.table(name) if holder else None:
                yield table

    def inline_tables(self, key: str) -> Iterator[TableReader]:
        """The elements of a list of inline tables."""
        for index, value in enumerate(self._take(key, list, required=False) or []):
            if isinstance(value, dict):
                yield TableReader(self.file, (*self.path, key, index), value)
            else:
                self.error(f"{key} i [{self._header}] ska innehålla poster av formen {{ … }}.", key, index)

    def finish(self) -> None:
        """Record every key that nothing has asked for."""
        for key in self._values:
            if key not in self._taken:
                self.error(f"okänd nyckel {key} i [{self._header}]. Ta bort den eller rätta stavningen.", key)


def records(root: TableReader, key: str, read: Callable[[TableReader], Record]) -> dict[str, Record]:
    """The id-keyed tables under `key`, each read whole, in the order of the file."""
    by_id: dict[str, Record] = {}
    for table in root.tables(key):
        by_id[table.id] = read(table)
        table.finish()
    return by_id
