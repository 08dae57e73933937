"""The table of fields: what a row tells of a key, and what a table of a data file is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from data.fields.kinds import IdKind, Kind, Named

if TYPE_CHECKING:
    from data.fields.reader import TableReader
    from data.positions import Path as KeyPath

Record_co = TypeVar("Record_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a data file.

    Attributes:
        key: As the file has it.
        attribute: As the model has it.
        kind: What its value may be.
        meaning: What it means, a Swedish sentence.
        required: Whether a record must have it.
        in_text: Whether its words must stand in the passages that the record points at.
        note: What a translator needs to know of it; empty where it is not translated.
        example: A value as a file has it, for a new file to begin with; empty where none begins so.
    """

    key: str
    attribute: str
    kind: Kind[Any]
    meaning: str
    required: bool = False
    in_text: bool = False
    note: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Table(Generic[Record_co]):
    """A table of a data file, and the records that are made of it.

    Attributes:
        key: Its name in the file; empty for tables in a list, which have none.
        attribute: Where the model keeps its records.
        make: Makes a record of attributes.
        meaning: What one of its records is, a Swedish sentence.
        fields: Its keys, in the order that a person would write them.
        defines: What its ids are ids of; None where a file has one such table, or where it is about something.
        about: What its ids must already be the ids of.
        is_required: Whether a file must have it.
        derived: Attributes of a record that no key gives.
        replaced: Older keys that still serve, and where in the record their values belong now.
        replaced_names: Names that the table itself has had.
    """

    key: str
    attribute: str
    make: Callable[..., Record_co]
    meaning: str
    fields: tuple[Field, ...]
    defines: IdKind | None = None
    about: IdKind | None = None
    is_required: bool = False
    derived: frozenset[str] = frozenset()
    replaced: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    replaced_names: tuple[str, ...] = ()

    @property
    def has_ids(self) -> bool:
        """Whether its records stand in tables of their own, ``[key.<id>]``."""
        return self.defines is not None or self.about is not None

    def row(self, attribute: str) -> Field:
        """The row of an attribute."""
        return next(row for row in self.fields if row.attribute == attribute)

    def key_of(self, attribute: str) -> str:
        """The key that an attribute is written with."""
        return self.row(attribute).key

    def path(self, id_: str, *attributes: str) -> KeyPath:
        """Where a record, or one of its values, stands in the file."""
        return (self.key, id_, *map(self.key_of, attributes))

    def read(self, table: TableReader) -> Record_co:
        """Make a record of a table of the file; problems go to the file's report."""
        values = {row.attribute: row.kind.read(table, row.key, required=row.required) for row in self.fields}
        table.finish([row.key for row in self.fields])
        return self.make(id=table.id, **values) if self.has_ids else self.make(**values)

    def blank(self) -> Record_co:
        """A record of which the file says nothing."""
        return self.make(**{row.attribute: row.kind.absent for row in self.fields})

    def ids(self, record: object) -> Iterator[Named]:
        """Every id that a record names, with where below the record it stands."""
        for row in self.fields:
            for named in row.kind.ids(getattr(record, row.attribute)):
                yield Named((row.key, *named.path), named.id, named.kind)


@dataclass(frozen=True)
class Listed(Kind[tuple[Record_co, ...]], Generic[Record_co]):
    """Records in a list, ``key = [{ … }, { … }]``."""

    table: Table[Record_co]
    form = "lista med poster"

    @property
    def absent(self) -> tuple[Record_co, ...]:
        """No records."""
        return ()

    def read(self, table: TableReader, key: str, *, required: bool) -> tuple[Record_co, ...]:
        """Read each."""
        del required  # how many there must be is a rule of its own, with a sentence of its own
        return tuple(self.table.read(inline) for inline in table.inline_tables(key))

    def ids(self, value: tuple[Record_co, ...]) -> Iterator[Named]:
        """The ids that the records name."""
        for index, record in enumerate(value):
            for named in self.table.ids(record):
                yield Named((index, *named.path), named.id, named.kind)

    @property
    def told(self) -> str:
        """The keys of a record."""
        return f"lista med `{{ {', '.join(row.key for row in self.table.fields)} }}`"


@dataclass(frozen=True)
class Inner(Kind[tuple[Record_co, ...]], Generic[Record_co]):
    """Records in tables inside this one, ``[… .key.<id>]``."""

    table: Table[Record_co]
    form = "egna tabeller"

    @property
    def absent(self) -> tuple[Record_co, ...]:
        """No records."""
        return ()

    def read(self, table: TableReader, key: str, *, required: bool) -> tuple[Record_co, ...]:
        """Read each, in the order of the file."""
        del required
        return tuple(self.table.read(inner) for inner in table.tables(key))

    def ids(self, value: tuple[Record_co, ...]) -> Iterator[Named]:
        """The ids that the records name; each stands under its own."""
        for record in value:
            for named in self.table.ids(record):
                yield Named((str(getattr(record, "id")), *named.path), named.id, named.kind)  # noqa: B009  (known by name)

    @property
    def told(self) -> str:
        """The keys of a record, and which of them must be there."""
        keys = ", ".join(f"`{row.key}`{' (krävs)' if row.required else ''}" for row in self.table.fields)
        return f"egna tabeller, `[… .{self.table.key}.<id>]`, med {keys}"
