from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from whoosh.analysis import Analyzer, Composable, Token
from whoosh.columns import Column
from whoosh.formats import Format

class FieldConfigurationError(Exception): ...
class UnknownFieldError(Exception): ...

class FieldType:
    analyzer: Analyzer | Composable | None
    format: Format | None
    scorable: bool | None
    stored: bool | None
    unique: bool | None
    vector: Format | None
    indexed: bool
    multitoken_query: str
    column_type: Column | None
    def __init__(
        self,
        format: Format,
        analyzer: Analyzer | Composable,
        scorable: bool = False,
        stored: bool = False,
        unique: bool = False,
        multitoken_query: str = "default",
        sortable: bool | Column = False,
        vector: Format | bool | None = None,
    ) -> None: ...
    def __eq__(self, other: object) -> bool: ...
    def __ne__(self, other: object) -> bool: ...
    # Yields (term as bytes, frequency, weight, encoded value).
    def index(self, value: Any, **kwargs: Any) -> Iterable[tuple[bytes, int, float, bytes]]: ...
    def tokenize(self, value: str, **kwargs: Any) -> Iterator[Token]: ...
    def process_text(self, qstring: str, mode: str = "", **kwargs: Any) -> Iterator[str]: ...
    def to_bytes(self, value: Any) -> bytes: ...
    def from_bytes(self, bs: bytes) -> Any: ...
    def supports(self, name: str) -> bool: ...
    def clean(self) -> None: ...

class ID(FieldType):
    def __init__(
        self,
        stored: bool = False,
        unique: bool = False,
        field_boost: float = 1.0,
        sortable: bool | Column = False,
        analyzer: Analyzer | Composable | None = None,
    ) -> None: ...

class NUMERIC(FieldType):
    def __init__(
        self,
        numtype: type[int | float | Decimal] = ...,
        bits: int = 32,
        stored: bool = False,
        unique: bool = False,
        field_boost: float = 1.0,
        decimal_places: int = 0,
        shift_step: int = 4,
        signed: bool = True,
        sortable: bool | Column = False,
        default: float | None = None,
    ) -> None: ...

class STORED(FieldType):
    def __init__(self) -> None: ...

class KEYWORD(FieldType):
    def __init__(
        self,
        stored: bool = False,
        lowercase: bool = False,
        commas: bool = False,
        scorable: bool = False,
        unique: bool = False,
        field_boost: float = 1.0,
        sortable: bool | Column = False,
        vector: Format | bool | None = None,
        analyzer: Analyzer | Composable | None = None,
    ) -> None: ...

class TEXT(FieldType):
    spelling: bool
    spelling_prefix: str
    def __init__(
        self,
        analyzer: Analyzer | Composable | None = None,
        phrase: bool = True,
        chars: bool = False,
        stored: bool = False,
        field_boost: float = 1.0,
        multitoken_query: str = "default",
        spelling: bool = False,
        sortable: bool | Column = False,
        lang: str | None = None,
        vector: Format | bool | None = None,
        spelling_prefix: str = "spell_",
    ) -> None: ...

class Schema:
    def __init__(self, **fields: FieldType | type[FieldType]) -> None: ...
    def copy(self) -> Schema: ...
    def __eq__(self, other: object) -> bool: ...
    def __ne__(self, other: object) -> bool: ...
    def __iter__(self) -> Iterator[FieldType]: ...
    def __getitem__(self, name: str) -> FieldType: ...
    def __len__(self) -> int: ...
    def __contains__(self, fieldname: str) -> bool: ...
    def to_bytes(self, fieldname: str, value: Any) -> bytes: ...
    def items(self) -> list[tuple[str, FieldType]]: ...
    def names(self, check_names: Iterable[str] | None = None) -> list[str]: ...
    def clean(self) -> None: ...
    def add(self, name: str, fieldtype: FieldType | type[FieldType], glob: bool = False) -> None: ...
    def remove(self, fieldname: str) -> None: ...
    def has_scorable_fields(self) -> bool: ...
    def stored_names(self) -> list[str]: ...
    def scorable_names(self) -> list[str]: ...
