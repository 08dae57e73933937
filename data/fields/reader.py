"""Typed values out of a TOML table: what a field asks for, with every problem told where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from data.nearest import proposal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from data.positions import Path as KeyPath

Choice = TypeVar("Choice")

_LONGEST = 2000
"""Characters of a text whose kind sets no limit of its own."""
_MOST = 500
"""Values of a list: the longest that anyone had a use for has not a fifth of it."""
_INTEGERS = range(10_000)
"""No chapter, paragraph or point has a higher number."""

_KINDS = {
    str: "en text inom citattecken",
    list: "en lista inom hakparenteser",
    bool: "true eller false",
    int: "ett heltal",
}


class TableFile(Protocol):
    """The file that a table stands in (`data.loader.files.TomlFile`)."""

    @property
    def name(self) -> str:
        """Its path as the reader knows it."""
        ...

    def tell(self, path: KeyPath, message: str) -> None:
        """Record a problem at a path in it."""
        ...


class TableReader:
    """Takes keys out of one table, one by one; what is left at `finish` is an unknown key."""

    def __init__(self, file: TableFile, path: KeyPath, values: Mapping[str, object]) -> None:
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
    def header(self) -> str:
        """What stands within the brackets over the table; the file's name for the file itself."""
        return ".".join(map(str, self.path)) or self.file.name

    def error(self, message: str, *keys: str | int) -> None:
        """Record a problem at a key of this table, or at the table itself."""
        self.file.tell((*self.path, *keys), message)

    def has(self, key: str) -> bool:
        """Whether the key is there, and is no longer unknown."""
        self._taken.add(key)
        return key in self._values

    def is_text(self, key: str) -> bool:
        """Whether the key has a text for a value."""
        return isinstance(self._values.get(key), str)

    def _take(self, key: str, kind: type[Choice], *, required: bool) -> Choice | None:
        if not self.has(key):
            if required:
                self.error(f"[{self.header}] saknar nyckeln {key}. Lägg till den.")
            return None
        value = self._values[key]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            self.error(f"{key} i [{self.header}] ska vara {_KINDS[kind]}.", key)
            return None
        return value

    def string(self, key: str, *, required: bool = False, longest: int = _LONGEST) -> str:
        """A string, stripped; empty where it is absent, or too long. A required one may not be empty."""
        value = (self._take(key, str, required=required) or "").strip()
        if len(value) > longest:
            return self._too_long(value, longest, key)
        if required and not value and isinstance(self._values.get(key), str):
            self.error(f"{key} i [{self.header}] är tom. Fyll i den.", key)
        return value

    def strings(
        self, key: str, *, required: bool = False, longest: int = _LONGEST, may_be_empty: bool = False
    ) -> tuple[str, ...]:
        """A list of strings, stripped; empty where it is absent, or too long.

        Args:
            key: The key.
            required: Whether there must be one at least.
            longest: Characters that each may have.
            may_be_empty: Whether each may be a string without characters.
        """
        values = self._take(key, list, required=required)
        texts: list[str] = []
        if values and len(values) > _MOST:
            self.error(f"{key} i [{self.header}] har {len(values)} värden. Ta bort några: listan får ha {_MOST}.", key)
            return ()
        for index, value in enumerate(values or []):
            if isinstance(value, str) and len(value.strip()) > longest:
                self._too_long(value.strip(), longest, key, index)
            elif isinstance(value, str) and (value.strip() or may_be_empty):
                texts.append(value.strip())
            else:
                self.error(f"{key} i [{self.header}] ska bara innehålla texter som inte är tomma.", key, index)
        if required and values == []:
            self.error(f"{key} i [{self.header}] är tom. Fyll i minst ett värde.", key)
        return tuple(texts)

    def _too_long(self, text: str, longest: int, *keys: str | int) -> str:
        """Tell of a text that is too long, without repeating it, and leave it out."""
        message = f"{keys[0]} i [{self.header}] har {len(text)} tecken men får ha högst {longest}. Korta texten."
        self.error(message, *keys)
        return ""

    def integer(self, key: str, *, required: bool = False, among: range = _INTEGERS) -> int:
        """A whole number among those that may be; 0 where it is absent, and where it is none of them."""
        value = self._take(key, int, required=required)
        if value is None:
            return 0
        if value not in among:
            self.error(f"{key} i [{self.header}] ska vara ett heltal från {among[0]} till {among[-1]}.", key)
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
            meant = proposal(text, values)
            self.error(f"{key} i [{self.header}] är ”{text}” men ska vara ett av: {', '.join(values)}.{meant}", key)
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
                self.error(f"{key} i [{self.header}] ska innehålla poster av formen {{ … }}.", key, index)

    def finish(self, keys: Collection[str]) -> None:
        """Record every key that nothing has asked for.

        Args:
            keys: Those that the table may have: what someone may have meant.
        """
        for key in self._values:
            if key not in self._taken:
                meant = proposal(key, keys)
                what_to_do = "Annars ta bort nyckeln." if meant else "Ta bort den eller rätta stavningen."
                self.error(f"okänd nyckel {key} i [{self.header}].{meant} {what_to_do}", key)
