"""The kinds of value that a field may hold: how each is read, and what it says of ids and words."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from data.kinds import LANGUAGES_OF_WORDS
from data.positions import Path as KeyPath
from data.quotes import mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.fields.reader import TableReader

Value = TypeVar("Value")
Member = TypeVar("Member")


class IdKind(Enum):
    """What an id may name, as a message calls it."""

    SECTION = "avsnittet"
    PASSAGE = "stycket"
    TABLE = "tabellen"
    UNIT = "enheten"
    FINDING_AID = "sökmedlet"
    PROVISION = "lagrummet"
    EXCHANGE = "uppgiften"
    ENTRY = "posten"
    THEME = "temat"
    CONCEPT = "begreppet"
    SIGNPOST = "hänvisningen"
    AUTHORITY = "myndigheten"
    OWN = "id:t"
    """A name space of the table's own, which no other record names."""

    @property
    def indefinite(self) -> str:
        """What it is called where none in particular is meant."""
        return {
            IdKind.SECTION: "ett avsnitt",
            IdKind.PASSAGE: "ett stycke",
            IdKind.TABLE: "en tabell",
            IdKind.UNIT: "en enhet",
            IdKind.FINDING_AID: "ett sökmedel",
            IdKind.PROVISION: "ett lagrum",
            IdKind.EXCHANGE: "en uppgift",
            IdKind.ENTRY: "en post",
            IdKind.THEME: "ett tema",
            IdKind.CONCEPT: "ett begrepp",
            IdKind.SIGNPOST: "ett begrepp med `innehas_av`",
            IdKind.AUTHORITY: "en myndighet",
            IdKind.OWN: "det som tabellen gäller",
        }[self]

    @property
    def is_entry(self) -> bool:
        """Whether it names what people find: no two such things may share an id."""
        return self in {
            IdKind.SECTION,
            IdKind.UNIT,
            IdKind.FINDING_AID,
            IdKind.PROVISION,
            IdKind.EXCHANGE,
            IdKind.ENTRY,
        }

    @property
    def is_in_guidance(self) -> bool:
        """Whether it may stand in any file: certain not to exist only where all files could be read."""
        return self in {IdKind.ENTRY, IdKind.THEME, IdKind.CONCEPT, IdKind.SIGNPOST}


@dataclass(frozen=True, slots=True)
class Named:
    """An id that a value names: where in the value, and what it is the id of."""

    path: KeyPath
    id: str
    kind: IdKind


class Kind(ABC, Generic[Value]):
    """A kind of value; `form` is what may be written, as README says it.

    `longest` is the most characters that a text of it may have: far more than anyone had a use for, far less than
    what would be a whole file by mistake.
    """

    form: ClassVar[str]
    longest: ClassVar[int] = 2000

    @property
    @abstractmethod
    def absent(self) -> Value:
        """The value where the key is left out."""

    @abstractmethod
    def read(self, table: TableReader, key: str, *, required: bool) -> Value:
        """Take the value out of a table; problems go to its file's report."""

    def words(self, value: Value) -> Iterator[tuple[KeyPath, str]]:
        """Its words, one by one, each with where in the value it stands."""
        del value
        yield from ()

    def stands_in(self, text: str, words: str) -> bool:
        """Whether words of such a value stand in a text of the description: whole ones, upper and lower case alike."""
        return mentions(text, words)

    def ids(self, value: Value) -> Iterator[Named]:
        """The ids that it names."""
        del value
        yield from ()

    @property
    def told(self) -> str:
        """The form, with what is special to this field."""
        return self.form


class Text(Kind[str]):
    """Words within quotation marks."""

    form = "text"

    @property
    def absent(self) -> str:
        """No words."""
        return ""

    def read(self, table: TableReader, key: str, *, required: bool) -> str:
        """Read it, stripped."""
        return table.string(key, required=required, longest=self.longest)

    def words(self, value: str) -> Iterator[tuple[KeyPath, str]]:
        """All of it."""
        yield (), value


class Texts(Kind[tuple[str, ...]]):
    """A list of texts."""

    form = "lista med texter"

    @property
    def absent(self) -> tuple[str, ...]:
        """No texts."""
        return ()

    def read(self, table: TableReader, key: str, *, required: bool) -> tuple[str, ...]:
        """Read them, each stripped."""
        return table.strings(key, required=required, longest=self.longest)

    def words(self, value: tuple[str, ...]) -> Iterator[tuple[KeyPath, str]]:
        """Each text by itself."""
        for index, text in enumerate(value):
            yield (index,), text


class Cells(Texts):
    """The cells of a row: a text each, empty where nothing stands there."""

    form = 'lista med texter, `""` för en tom cell'
    longest = 20_000

    def read(self, table: TableReader, key: str, *, required: bool) -> tuple[str, ...]:
        """Read them, each stripped."""
        return table.strings(key, required=required, longest=self.longest, may_be_empty=True)


@dataclass(frozen=True)
class Reference(Text):
    """The id of something else."""

    to: IdKind
    form = "ett id"
    longest = 80

    def ids(self, value: str) -> Iterator[Named]:
        """The one id; an empty one names nothing."""
        if value:
            yield Named((), value, self.to)

    @property
    def told(self) -> str:
        """Whose id it is."""
        return f"id för {self.to.indefinite}"


@dataclass(frozen=True)
class References(Texts):
    """A list of ids."""

    to: IdKind
    form = "lista med id"
    longest = Reference.longest

    def ids(self, value: tuple[str, ...]) -> Iterator[Named]:
        """Each of them."""
        for index, id_ in enumerate(value):
            yield Named((index,), id_, self.to)

    @property
    def told(self) -> str:
        """Whose ids they are."""
        return f"lista med id, vart och ett för {self.to.indefinite}"


@dataclass(frozen=True)
class Flag(Kind[bool]):
    """Yes or no."""

    default: bool
    form = "`true` · `false`"

    @property
    def absent(self) -> bool:
        """The default."""
        return self.default

    def read(self, table: TableReader, key: str, *, required: bool) -> bool:
        """Read it."""
        del required  # the default says enough
        return table.boolean(key, default=self.default)

    @property
    def told(self) -> str:
        """Both, and which it is when left out."""
        return f"{self.form}, utelämnad betyder `{str(self.default).lower()}`"


@dataclass(frozen=True)
class Choice(Kind[Member]):
    """One of a few Swedish words; `values` tells what each is in the model, and what it means to a person."""

    values: Mapping[str, tuple[Member, str]]
    default: Member
    form = "ett av flera ord"

    @property
    def absent(self) -> Member:
        """The default."""
        return self.default

    def read(self, table: TableReader, key: str, *, required: bool) -> Member:
        """Read it as the model's counterpart."""
        members = {word: member for word, (member, _) in self.values.items()}
        return table.choice(key, members, self.default, required=required)

    @property
    def told(self) -> str:
        """The words, each with what it means where that is not plain."""
        return " · ".join(f"`{word}` {meaning}".rstrip() for word, (_, meaning) in self.values.items())


Words = dict[str, tuple[str, ...]]
"""Everyday words by language."""


class EverydayWords(Kind[Words]):
    """A table with a list of words per language."""

    longest = 100
    form = f"listor med texter, en per språk: {' '.join(f'`.{language}`' for language in LANGUAGES_OF_WORDS)}"

    @property
    def absent(self) -> Words:
        """No words."""
        return {}

    def read(self, table: TableReader, key: str, *, required: bool) -> Words:
        """Read the languages that have any."""
        words = table.table(key, required=required)
        if words is None:
            return {}
        by_language = {language: words.strings(language, longest=self.longest) for language in LANGUAGES_OF_WORDS}
        words.finish(LANGUAGES_OF_WORDS)
        return {language: texts for language, texts in by_language.items() if texts}


class AskedQuestions(EverydayWords):
    """Likewise of whole questions."""

    longest = 300
